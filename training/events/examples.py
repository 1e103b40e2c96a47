"""Marked sentences as training material: the corpus with one marked event a line, the stories with every event marked, and sets
of contrast, in which words that govern an act need no mark of their own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

MARK = re.compile(r"\[([ATR]) |\]")
STORY_MARK = re.compile(r"\[((?:\d+[ATR])+) |\]")
EVENT = re.compile(r"(\d)=([A-Z]+)/([a-z]+)")
HELD_OUT = 8  # one sentence of the corpus, one file of the stories in so many is kept from training, by hash
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Act:
    """One marked event: the act's own type, its status, and where trigger and parties stand."""

    type: str
    status: str
    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its events; `whole` where every event is marked, so that all other words are none, but in a set of
    contrast those that may govern an act."""

    text: str
    acts: tuple[Act, ...]
    whole: bool
    held_out: bool
    contrast: bool = False


def read(folder: Path) -> Iterator[tuple[str, str, str, dict[str, Span]]]:
    """Type, status, plain text and spans by role of each line of the corpus."""
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line.count("\t") < 3 or line.startswith("#"):
                continue
            kind, _, status, sentence = line.split("\t")[:4]
            plain, spans, role, begun, at = "", {}, "", 0, 0
            for m in MARK.finditer(sentence):
                plain += sentence[at : m.start()]
                at = m.end()
                if m[1]:
                    role, begun = m[1], len(plain)
                else:
                    spans[role] = (begun, len(plain))
            yield kind, status, plain + sentence[at:], spans


def held_out(text: str) -> bool:
    """Tell whether a sentence, or a file of that name, is kept from training."""
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % HELD_OUT == 0


def corpus(folder: Path) -> Iterator[Line]:
    """The sentences of the corpus, lines of one sentence joined."""
    acts: dict[str, list[Act]] = {}
    for kind, status, text, spans in read(folder):
        found = acts.setdefault(text, [])
        if kind != "NONE" and "T" in spans:
            parties = (tuple(s for r, s in spans.items() if r == role) for role in "AR")
            found.append(Act(kind, status, spans["T"], *parties))
    for text, marked in acts.items():
        yield Line(text, tuple(marked), not marked, held_out(text))


def stories(folder: Path) -> Iterator[Line]:
    """The sentences of the stories in the order of files and lines."""
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line.count("\t") == 1:
                yield story_line(line, held_out(file.name))


def contrasts(folder: Path) -> Iterator[Line]:
    """The sentences of the sets of contrast, in the order of files and lines."""
    yield from (replace(line, contrast=True) for line in stories(folder))


def story_line(line: str, kept: bool) -> Line:
    """Take the marks out of one line of a story."""
    told, sentence = line.split("\t")
    plain, spans, now, begun, at = "", list[tuple[str, str, Span]](), "", 0, 0
    for m in STORY_MARK.finditer(sentence):
        plain += sentence[at : m.start()]
        at = m.end()
        if m[1]:
            now, begun = m[1], len(plain)
            continue
        for numbers, role in re.findall(r"(\d+)([ATR])", now):
            spans += [(n, role, (begun, len(plain))) for n in numbers]

    def of(number: str, role: str) -> tuple[Span, ...]:
        return tuple(s for n, r, s in spans if (n, r) == (number, role))

    acts = [
        Act(kind, status, of(n, "T")[0], of(n, "A"), of(n, "R")) for n, kind, status in EVENT.findall(told) if of(n, "T")
    ]  # fmt: skip
    return Line(plain + sentence[at:], tuple(acts), True, kept)
