"""boilerplate: the words of web furniture, and the comparing form of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from readout.lexicon import read

EDGES = re.compile(r"^[\W_]+|[^\w!?]+$|[\W_]+$")
FIGURES = re.compile(r"\d[\d.,]*(?:\s?[km]\b)?")
SPACES = re.compile(r"\s+")
QUOTES = str.maketrans("‘’‚‛", "''''")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of web furniture, in their comparing form."""

    related: frozenset[str]
    comments: frozenset[str]
    lines: frozenset[str]
    starts: tuple[str, ...]
    promises: tuple[str, ...]
    going: frozenset[str]
    sections: frozenset[str]
    bars: frozenset[str]
    picture_verbs: frozenset[str]
    finite: frozenset[str]
    entries: frozenset[str]
    buttons: frozenset[str]


def plain(line: str) -> str:
    """Give a line's comparing form: lower case, one blank for space, figures as 0, no punctuation at its ends."""
    folded = SPACES.sub(" ", line.casefold().translate(QUOTES).replace("(", " ").replace(")", " "))
    return FIGURES.sub("0", EDGES.sub("", folded.strip())).strip()


@cache
def furniture() -> Furniture:
    """Give the words of web furniture."""
    raw = read("boilerplate")
    lists = {name: tuple(word.casefold() for word in words) for name, words in raw.items()}
    kept = ("starts", "promises")
    lists["entries"] = tuple(w for n in ("sections", "bars", "lines", "related", "comments") for w in lists[n])
    lists["buttons"] = (*lists["sections"], *lists["bars"], "0", "")
    return Furniture(**{n: tuple(sorted(set(w))) if n in kept else frozenset(w) for n, w in lists.items()})  # type: ignore[arg-type]  # by field name
