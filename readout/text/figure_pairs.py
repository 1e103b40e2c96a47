"""Say how likely two figures that two pages tell are of one thing.

Method: ours: logistic regression on a few marks of a pair, fitted to the findings of the story packs that are read
(`training/figures.py`); one set of weights for figures that can be one number and one for those that differ.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from math import log, sqrt
from typing import Final, NamedTuple

from readout.text import log_odds
from readout.text.figure_contexts import Item, Vector, likeness
from readout.text.figure_nouns import GENERIC, distinctive, near, nouns, two_fates
from readout.text.figures import PHRASE
from readout.text.stem import stem
from readout.text.told_people import is_person

MOMENTS: Final = frozenset(("day", "since", "clock"))
REACH: Final = {"day": 75.0, "since": 60.0, "clock": 300.0}  # days, years, minutes by which they may differ; ours
SCALE: Final = {"day": 10.0, "since": 10.0, "clock": 60.0}  # the gap that counts as one step between moments; ours
FARTHEST: Final = 3.0  # steps beyond which a gap counts no more; ours
DAYS: Final = 1440.0  # minutes
TWO: Final = 2


class Compared(NamedTuple):
    """Two figures of two pages, by their places, with the marks of the pair."""

    left: int
    right: int
    marks: Mapping[str, float]


def compared(items: Sequence[Item], vectors: Sequence[Vector], some: Sequence[int]) -> Iterator[Compared]:
    """Compare those of some figures, by their places, that are of one kind and size and stand on two pages.

    Cost: quadratic in figures of one kind.
    """
    alike: dict[tuple[int, int], float] = {}
    for i, j in combinations(some, TWO):
        if comparable(items[i], items[j]):
            alike[i, j] = likeness(vectors[i], vectors[j])
    best: dict[tuple[int, str], tuple[float, int]] = defaultdict(lambda: (-1.0, -1))
    for (i, j), like in alike.items():
        for one, other in ((i, j), (j, i)):
            key = (one, items[other].page)
            best[key] = max(best[key], (like, -other))
    held = Counter((i.page, i.kind, i.unit) for i in items)
    for (i, j), like in alike.items():
        a, b = items[i], items[j]
        nearest = best[i, b.page][1] == -j and best[j, a.page][1] == -i
        alone = 1 / sqrt(held[a.page, a.kind, a.unit] * held[b.page, b.kind, b.unit])
        yield Compared(i, j, {**marks_of(a, b), "like": like, "nearest": float(nearest), "alone": alone})


def comparable(a: Item, b: Item) -> bool:
    """Tell whether two figures can be of one thing at all."""
    if a.page == b.page or a.kind != b.kind or not nouns(a, b) or two_fates(a, b):
        return False
    return gap(a, b) <= REACH[a.kind] if a.kind in MOMENTS else a.reach.meets(b.reach) or near(a, b)


def gap(a: Item, b: Item) -> float:
    """Give how far apart two moments are."""
    return max(0.0, a.reach.low - b.reach.high, b.reach.low - a.reach.high)


def marks_of(a: Item, b: Item) -> dict[str, float]:
    """Say what speaks for and against two figures being of one thing, their words aside."""
    low, high = sorted((max(a.reach.low, 1e-9), max(b.reach.low, 1e-9)))
    steps = gap(a, b) / SCALE[a.kind] if a.kind in MOMENTS else log(high / low)
    return {
        "same unit": float(a.unit == b.unit and a.unit not in GENERIC),
        "same phrase": float(bool(high_phrase(a) & high_phrase(b))),
        "steps": min(FARTHEST, steps),
        "equal": float(a.reach == b.reach),
        "distinct": float(distinctive(a) and distinctive(b)),
        "hedged": float(a.reach.low != a.reach.high) + float(b.reach.low != b.reach.high),
        "one fate": float(bool(a.topic and a.topic == b.topic)),
        "other fate": float(a.topic != b.topic),
        "given": float(a.given or b.given),
        "two givers": float(bool(a.giver and b.giver and a.giver != b.giver)),
        "one day": float(a.scene.on_one_day(b.scene)),
        "other day": float(bool(a.scene.day and b.scene.day and a.scene.day != b.scene.day)),
        "other places": float(a.scene.of_two_places(b.scene)),
        "other occasion": float(
            (a.scene.rate, a.scene.planned, a.scene.term, a.scene.anew)
            != (b.scene.rate, b.scene.planned, b.scene.term, b.scene.anew)
        ),
        "old and new": float(a.old != b.old),
        "a count": float(a.kind == "count"),
        "people": float(a.kind == "count" and is_person(a.unit)),
        "money": float(a.kind == "money"),
        "percent": float(a.kind == "percent"),
        "duration": float(a.kind == "duration"),
        "short": float(a.kind == "duration" and a.reach.high < DAYS and b.reach.high < DAYS),
        "day": float(a.kind == "day"),
        "clock": float(a.kind == "clock"),
        "since": float(a.kind == "since"),
        "since one such": float(a.kind == "since" and a.unit == b.unit is not None),
    }


def high_phrase(item: Item) -> set[str]:
    """Give the words beside the noun in the phrase counted: Kestani in two Kestani nurses."""
    return {k for k, w in item.keys.items() if w >= PHRASE and k != stem(item.unit or "")}


def chance(one: Item, other: Item, marks: Mapping[str, float]) -> float:
    """Give the chance, 0 to 1, that two figures with these marks are of one thing."""
    weights = fitted()["meeting" if one.reach.meets(other.reach) else "differing"]
    return log_odds.chance(weights["bias"] + sum(w * marks[name] for name, w in weights.items() if name != "bias"))


@cache
def fitted() -> Mapping[str, Mapping[str, float]]:
    """Read the weights of the marks."""
    return tomllib.loads((files("readout.lexicon") / "figure_weights.toml").read_text("utf-8"))
