"""Make one line of several that say the same: one category, one side in the other, most words in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.records import Relation
from readout.text.stem import stem

WORD = re.compile(r"[^\W\d_]{4,}")
COMMON = 0.6  # share of the shorter line's words from which two lines say the same; ours
FEWEST = 2  # words they must share at least; ours


def joined(lines: Iterable[Relation]) -> Iterator[Relation]:
    """Join lines that say the same, the one with most evidence first."""
    kept: list[Relation] = []
    for one in sorted(lines, key=lambda r: (-len(r.evidence), -len(r.parties), r.relation_id)):
        at = next((i for i, other in enumerate(kept) if same(other, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = both(kept[at], one)
    yield from kept


def same(one: Relation, other: Relation) -> bool:
    """Tell whether two lines say the same; a stand is that of its side alone."""
    if one.category == "position" and one.parties != other.parties:
        return False
    if one.category != other.category or not (
        set(one.parties) <= set(other.parties) or set(other.parties) <= set(one.parties)
    ):
        return False
    if one.date and other.date and one.date != other.date and one.category in ("upcoming", "channel", "incident"):
        return False
    ours, theirs = stems(one.what), stems(other.what)
    shared = len(ours & theirs)
    return shared >= FEWEST and shared >= COMMON * min(len(ours), len(theirs))


def stems(words: str) -> frozenset[str]:
    """Give the stems of longer words."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words))


def both(one: Relation, other: Relation) -> Relation:
    """Put the evidence, parties and states of a second line into the first."""
    parties = one.parties if len(one.parties) >= len(other.parties) else other.parties
    states = dict.fromkeys(s for r in (one, other) if r.status for s in r.status.split("; "))
    return replace(
        one, parties=parties, status="; ".join(states) or None, date=one.date or other.date,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
    )  # fmt: skip
