"""Marked sentences as training examples: pieces with the two parties, and the trigger, set off by marks of their own.

Names of parties are hidden behind one piece, so that nothing is learned of any of them; their common nouns stay.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from readout.models.event_input import STATUSES, TYPES, Marks, pieces_of
from readout.models.wordpiece import WordPiece

MARK = re.compile(r"\[([ATR]) |\]")
HELD_OUT = 8  # one sentence in so many is kept from training, by the hash of its text


@dataclass(frozen=True, slots=True)
class Example:
    """Piece numbers, and the numbers of type and status; `weight` in the loss."""

    pieces: tuple[int, ...]
    type: int
    status: int
    held_out: bool
    weight: float
    pair: bool


def read(folder: Path) -> Iterator[tuple[str, str, str, dict[str, tuple[int, int]]]]:
    """Type, status, plain text and spans by role of each line."""
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
    """Tell whether a sentence is kept from training."""
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % HELD_OUT == 0


def examples(folder: Path, cut: WordPiece, seed: int) -> list[Example]:
    """All examples: each line with its parties marked, and again with its trigger marked too."""
    chance = random.Random(seed)
    made = []
    for kind, status, text, spans in read(folder):
        if kind not in TYPES or (status not in STATUSES and status != "-"):
            continue
        label = (TYPES.index(kind), STATUSES.index(status) if status in STATUSES else -1)
        for marks in variants(spans, chance):
            made.append(Example(tuple(pieces_of(text, marks, cut)), *label, held_out(text), 1.0, marks.trigger is None))
    return made


def variants(spans: dict[str, tuple[int, int]], chance: random.Random) -> Sequence[Marks]:
    """The marks a line is shown with."""
    a, t, r = spans.get("A"), spans.get("T"), spans.get("R")
    shown = [Marks(a, r, None)] if a or r else []
    if t:
        shown.append(Marks(a if chance.random() < 0.7 else None, r if chance.random() < 0.7 else None, t))
    return shown
