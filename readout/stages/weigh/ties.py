"""Tell whether two differing numbers are tied to one thing: set against each other by a page, or alike in what they count."""

from __future__ import annotations

from collections.abc import Sequence

from readout.stages.weigh.values import Said

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
    return high <= FAR_OFF * max(low, 1.0) and any(
        s.thing.group == t.thing.group and s.thing.chances.of(s.thing.number, t.thing.number) >= SURE
        for s in one
        for t in other
        if s.thing and t.thing
    )


SURE = 0.4  # chance that two figures are of one thing from which they conflict where nobody sets them against each other; ours
FAR_OFF = 4.0  # times as large as another from which a number that nobody sets against it is of something else; ours


def set_against(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether a page sets two values of one thing against each other."""
    pages = {s.evidence.doc_id for s in one if s.against} & {s.evidence.doc_id for s in other if s.against}
    return bool(pages)
