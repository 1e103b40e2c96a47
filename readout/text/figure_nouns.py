"""Say how far two figures can count or measure one kind of thing, by their nouns, units and size."""

from __future__ import annotations

from typing import Final

from readout.text.figure_contexts import Item, synonyms
from readout.text.stem import stem
from readout.text.told_people import COUNTED_FATES, PEOPLE, is_person
from readout.text.told_things import SAME

LARGE = 200.0  # from here on a number is one of few; ours
SMALL = 10.0  # below it a number is one of many such
LIKE = 12.0  # times as large as another that a figure of one thing may be; ours
GENERIC: Final = PEOPLE | {None}


def counts_people(noun: str) -> bool:
    """Tell whether a noun counts people or what became of them: arrests, deaths, cases."""
    return is_person(noun) or noun in COUNTED_FATES or noun in ("case", "body")


def one_noun(one: str | None, other: str | None) -> float:
    """Say how far two counted nouns can be one: 1 for one word or synonyms, less where one tells nothing, 0 for two things."""
    if one == other:
        return 1.0
    if one is None or other is None:
        return 0.8
    a, b = SAME.get(one, one), SAME.get(other, other)
    if a == b or stem(a) == stem(b) or synonyms(stem(a)) & synonyms(stem(b)):
        return 1.0
    if is_person(a) and is_person(b):
        return 0.85 if a in GENERIC or b in GENERIC else 0.6
    return 0.0


def nouns(a: Item, b: Item) -> float:
    """Say how far two figures can count one kind of thing."""
    if a.kind == "since":
        return float(None in (a.unit, b.unit) or a.unit == b.unit)
    return one_noun(a.unit, b.unit) if a.kind in ("count", "money") else float(measure(a) == measure(b))


def measure(item: Item) -> str:
    """Name what a figure is measured in; lengths of time are all in minutes, sea miles and miles are told for one another."""
    return "minute" if item.kind == "duration" else (item.unit or "").removeprefix("nautical ")


def distinctive(item: Item) -> bool:
    """Tell whether a number is one of few: not a small or round one."""
    number = (item.reach.low + item.reach.high) / 2
    return item.reach.high < float("inf") and (number >= LARGE or (number >= SMALL and number % 10 != 0))


def near(a: Item, b: Item) -> bool:
    """Tell whether two figures are of one order of size."""
    low, high = sorted((max(a.reach.low, 1e-9), max(b.reach.low, 1e-9)))
    return high <= LIKE * low


def two_fates(a: Item, b: Item) -> bool:
    """Tell whether two figures tell of two fates, or one of a fate of people and the other counts things."""
    things = a.kind == "count" and any(x.topic and y.unit and not counts_people(y.unit) for x, y in ((a, b), (b, a)))
    return things or bool(a.topic and b.topic and a.topic != b.topic)
