"""Join the name of who spoke with the description before it, where the parse takes that for what was said."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords
from readout.text.reporting_manner import speaks
from readout.text.reporting_sources import Source

DESCRIBING: Final = frozenset(("DET", "PRON", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "CCONJ"))
MARKED: Final = frozenset((",", "”", '"', "''", "’", "'", "»"))
LEADS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "one"))


def described(tree: Tree, i: int, source: Source, known: ReportingWords) -> Source:
    """The source of verb i with what says who that is: “S”, the head of the mission, Ada Poe, wrote."""
    words = source.words
    if not words or words[-1] + 2 != i or tree.lows[i - 1] != ",":
        return source
    if any(tree.upos(n) != "PROPN" and tree.lows[n] not in ("-", ".") for n in words):
        return source
    before = description_before(tree, words[0])
    if not before or not speaks(tree, head_part(tree, before), known):
        return source
    whole = (*before, words[0] - 1, *words)
    return Source(whole, whole)


def description_before(tree: Tree, first: int) -> tuple[int, ...]:
    """The words between a mark and the comma before word `first`, where they are one noun phrase that begins with an article."""
    comma = first - 1
    if comma < 2 or tree.lows[comma] != ",":
        return ()
    start = comma
    while start and tree.upos(start - 1) in DESCRIBING and tree.lows[start - 1] not in MARKED:
        start -= 1
    led = 0 < start < comma and tree.lows[start] in LEADS and tree.lows[start - 1] in MARKED
    return tuple(range(start, comma)) if led else ()


def head_part(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """The last noun before the first preposition."""
    first = next((n for n in words if tree.upos(n) == "ADP"), words[-1] + 1)
    nouns = [n for n in words if n < first and tree.upos(n) in ("NOUN", "PROPN")]
    return tuple(nouns[-1:])
