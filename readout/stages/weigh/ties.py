"""Tell whether two differing numbers are tied to one thing: set against each other by a page, or alike in what they count."""

from __future__ import annotations

from collections.abc import Sequence

from readout.stages.weigh.values import Said, Thing
from readout.text.figure_contexts import Item
from readout.text.told_ballots import SIDES

GROWS = 20  # from here on a count of things may grow from day to day; ours
# Moments, and what a court or an instrument gives once, are of the act itself.
UNTIED = frozenset(("first_since", "time", "deadline", "sentence", "magnitude", "duration of rain")) | SIDES


def tied(name: str, one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values are figures of one thing: set against each other, or alike in what they count, by the words around
    them, and neither the whole of which the other counts a part."""
    if any(s.thing and s.thing.has_part for s in one) != any(s.thing and s.thing.has_part for s in other):
        return False
    if set_against(one, other):
        return True
    if name == "duration" and one_set_aside(one, other):
        return False
    pages_apart = not {s.evidence.doc_id for s in one} & {s.evidence.doc_id for s in other}
    if all(s.sure is not None and s.sure >= SURE_OF_ROW for s in (*one, *other)):
        return True
    if name == "duration" and pages_apart and within(one, other, TWICE):
        return True
    high = max(g[0].range.low if g[0].range else 0.0 for g in (one, other))
    many_such = name in SHARES or one[0].unit in MEASURES or (high < GROWS and one[0].unit != "minute")
    least = SURE_OF_MANY if many_such else SURE_OF_ACT if name == "duration" else SURE
    return within(one, other, FAR_OFF) and surely_one(one, other, least)


def doubtful(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether one of two values is hardly of one thing with the rest of its row, and no page sets both against each other."""
    least = min((s.sure for s in (*one, *other) if s.sure is not None), default=1.0)
    return least < HARDLY and not set_against(one, other)


def one_set_aside(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether one length of time is only what was set aside for an act, and the other how long it took."""
    mine, theirs = (
        [s.planned or (s.thing is not None and item(s.thing).scene.planned) for s in g] for g in (one, other)
    )
    return (all(mine) and not any(theirs)) or (all(theirs) and not any(mine))


def item(thing: Thing) -> Item:
    """Give what is known of the figure that a value stands on."""
    return thing.chances.items[thing.number]


def within(one: Sequence[Said], other: Sequence[Said], times: float) -> bool:
    """Tell whether the larger of two numbers is no more than so many times the smaller."""
    low, high = sorted(g[0].range.low if g[0].range else 0.0 for g in (one, other))
    return high <= times * max(low, 1.0)


def surely_one(one: Sequence[Said], other: Sequence[Said], least: float) -> bool:
    """Tell whether figures of two values stand in one group and are of one thing with at least some chance."""
    return any(
        s.thing.group == t.thing.group and s.thing.chances.of(s.thing.number, t.thing.number) >= least
        for s in one
        for t in other
        if s.thing and t.thing
    )


def moments_apart(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two days or years may be of two things: the figures they stand on are hardly of one."""
    known = any(s.thing for s in one) and any(s.thing for s in other)
    return known and not surely_one(one, other, SURE_OF_ACT)


HARDLY = 0.45  # chance that a value is of one thing with the others of its row below which it contradicts none of them; ours
SURE_OF_ROW = 0.7  # chance that a value is of one thing with the others of its row from which no more is asked; ours
SURE = 0.6  # chance that two figures are of one thing from which they conflict, where nobody sets them apart; ours, decision 0024
SURE_OF_ACT = 0.4  # the same for how long an act took: that both are told of the act speaks for them; ours
SURE_OF_MANY = 0.8  # the same for small counts, shares, sums and distances, of which a story tells many; ours
SHARES = frozenset(("share", "pay rise", "tariff", "fall in shares", "amount"))
MEASURES = frozenset(("kilometre", "nautical mile", "mile", "metre", "centimetre", "foot"))
TWICE = 2.0  # times as long as another that a length told of the same act by another page is another of it; ours
FAR_OFF = 4.0  # times as large as another from which a number that nobody sets against it is of something else; ours


def set_against(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether a page sets two values of one thing against each other."""
    pages = {s.evidence.doc_id for s in one if s.against} & {s.evidence.doc_id for s in other if s.against}
    return bool(pages)
