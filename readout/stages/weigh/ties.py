"""Tell whether two differing numbers are tied to one thing: set against each other by a page, or alike in what they count."""

from __future__ import annotations

from collections.abc import Sequence

from readout.stages.weigh.values import Said
from readout.text.figure_contexts import likeness

GROWS = 20  # from here on a count of things may grow from day to day; ours
# Moments, and what a court or an instrument gives once, are of the act itself.
UNTIED = frozenset(("first_since", "time", "deadline", "sentence", "magnitude", "duration of rain"))


def tied(name: str, one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values are figures of one thing: set against each other, or alike in what they count, by the words around
    them, and neither the whole of which the other counts a part."""
    if any(s.thing and s.thing.has_part for s in one) != any(s.thing and s.thing.has_part for s in other):
        return False
    if set_against(one, other):
        return True
    low, high = sorted(g[0].range.low if g[0].range else 0.0 for g in (one, other))
    few = high < GROWS and one[0].unit != "minute"
    least = ALIKE_SHARE if name in SHARES else ALIKE_FEW if few else 0.0
    return high <= FAR_OFF * max(low, 1.0) and any(
        s.thing.group == t.thing.group and likeness(s.thing.context, t.thing.context) >= least
        for s in one
        for t in other
        if s.thing and t.thing
    )


ALIKE_FEW = 0.3  # likeness of their words from which two small counts that nobody sets against each other are of one thing; ours
SHARES = frozenset(("share", "pay rise", "tariff", "fall in shares", "amount"))  # a story tells of many shares and sums
ALIKE_SHARE = 0.6  # the same for those; ours
FAR_OFF = 4.0  # times as large as another from which a number that nobody sets against it is of something else; ours


def set_against(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether a page sets two values of one thing against each other."""
    pages = {s.evidence.doc_id for s in one if s.against} & {s.evidence.doc_id for s in other if s.against}
    return bool(pages)
