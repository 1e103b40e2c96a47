"""boilerplate: the words of web furniture, and the comparing form of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from readout.lexicon import read

EDGES = re.compile(r"^[\W_]+|[\W_]+$")
EDGE = "_ .,:;!?-–—…\"'“”«»*#|()[]•·©"  # the most common of them: taken off first, the pattern only sees the rest
FIGURES = re.compile(r"\d[\d.,]*(?:\s?[km]\b)?")
FIRST_WORD = re.compile(r"\w+")
QUOTES = "‘’‚‛"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of web furniture, in their comparing form."""

    related: frozenset[str]
    comments: frozenset[str]
    lines: frozenset[str]
    starts: Mapping[str, tuple[str, ...]]
    promises: Mapping[str, tuple[str, ...]]
    going: frozenset[str]
    sections: frozenset[str]
    bars: frozenset[str]
    picture_verbs: frozenset[str]
    finite: frozenset[str]
    entries: frozenset[str]
    buttons: frozenset[str]


def plain(line: str) -> str:
    """Give a line's comparing form: lower case, one blank for space, figures as 0, no punctuation at its ends."""
    folded = line.casefold()
    if not folded.isascii():
        for mark in QUOTES:
            folded = folded.replace(mark, "'")
    folded = " ".join(folded.replace("(", " ").replace(")", " ").split()).strip(EDGE)
    if folded and not (folded[0].isalnum() and folded[-1].isalnum()):
        folded = EDGES.sub("", folded)
    return FIGURES.sub("0", folded).strip()


@cache
def furniture() -> Furniture:
    """Give the words of web furniture."""
    raw = read("boilerplate")
    lists = {name: tuple(word.casefold() for word in words) for name, words in raw.items()}
    lists["entries"] = tuple(w for n in ("sections", "bars", "lines", "related", "comments") for w in lists[n])
    lists["buttons"] = (*lists["sections"], *lists["bars"], "0", "")
    starts, promises = by_first_word(lists.pop("starts")), by_first_word(lists.pop("promises"))
    return Furniture(starts=starts, promises=promises, **{name: frozenset(words) for name, words in lists.items()})


def first_word(line: str) -> str:
    """Give the first word of a line."""
    found = FIRST_WORD.search(line)
    return found.group() if found else ""


def by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Group phrases by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        found.setdefault(first_word(phrase), []).append(phrase)
    return {word: tuple(group) for word, group in found.items()}
