"""List what the other values of a story say for and against two of them being of one thing.

Pages that tell of one thing mostly give it one number each: two values are less likely of one thing where a page of the one gives
another value that fits the other better (a rival), and likelier where a third value goes with both (a go-between), or where the
same numbers stand beside them. Method: ours, stacking (Wolpert 1992): a second decision over the signs of a pair and over what the
first decision says of it and of its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log, log1p
from typing import NamedTuple

from readout.stages.weigh.value_signs import Story

LEAST = 1e-3  # chance below which chances are alike; ours
OPEN = 0.02  # chance from which a first look leaves open whether a pair is of one thing; ours
LIKELY = 0.5  # chance from which two values go together; ours
NONE = log(LEAST)  # log odds of a rival where there is none

Ends = tuple[int, int]  # the numbers of two values, the lesser first
Chances = Mapping[Ends, float]


class Compared(NamedTuple):
    """The values of a story: with which others each was compared, with what chance, and which of them can be one number with it."""

    chances: Mapping[int, Mapping[int, float]]
    meeting: Mapping[int, frozenset[int]]

    @classmethod
    def of(cls, chances: Chances, meeting: frozenset[Ends]) -> Compared:
        """Put pairs under both their values."""
        found: dict[int, dict[int, float]] = defaultdict(dict)
        equal: dict[int, set[int]] = defaultdict(set)
        for (i, j), chance in chances.items():
            found[i][j] = found[j][i] = chance
            if (i, j) in meeting:
                equal[i].add(j)
                equal[j].add(i)
        return cls(found, {i: frozenset(js) for i, js in equal.items()})


def with_rivals(story: Story, chances: Chances, meeting: frozenset[Ends]) -> Iterator[tuple[Ends, dict[str, float]]]:
    """Give for each pair that may be of one thing what the other values of the story say; `chances` are those of a first look.

    Cost: pairs that may be of one thing times the values that theirs were compared with.
    """
    compared, beside = Compared.of(chances, meeting), standing_beside(story)
    for pair in (p for p, chance in chances.items() if chance >= OPEN):
        yield pair, {**of_rivals(pair, story, compared), **of_thirds(pair, compared), **of_neighbours(pair, beside, chances)}


class Rivals(NamedTuple):
    """The other values on the pages of one value that were compared with another: the best chance, that of one that can be the same
    number, the sum, how many."""

    best: float
    equal: float
    total: float
    number: int


def rivals(one: int, other: int, story: Story, compared: Compared) -> Rivals:
    """Give the rivals of a value on the pages of another, or on those that do not give it as well."""
    nodes = story.nodes
    pages = nodes[other].pages - nodes[one].pages or nodes[other].pages
    found = {k: c for k, c in compared.chances[one].items() if k != other and nodes[k].pages & pages}
    equal = [c for k, c in found.items() if k in compared.meeting.get(one, ())]
    return Rivals(max(found.values(), default=0.0), max(equal, default=0.0), sum(found.values()), len(found))


def of_rivals(pair: Ends, story: Story, compared: Compared) -> dict[str, float]:
    """Say how a pair stands to those that each of its values could make with another value of the pages of the other."""
    i, j = pair
    mine, theirs, own = rivals(i, j, story, compared), rivals(j, i, story, compared), odds(compared.chances[i][j])
    best = [odds(r.best) if r.number else NONE for r in (mine, theirs)]
    others = [max((c for k, c in compared.chances[a].items() if k != b), default=0.0) for a, b in ((i, j), (j, i))]
    return {
        "first odds": own, "best rival": max(mine.best, theirs.best), "lesser rival": min(mine.best, theirs.best),
        "equal rival": max(mine.equal, theirs.equal), "lesser equal rival": min(mine.equal, theirs.equal),
        "rivals in all": log1p(mine.total + theirs.total), "most rivals": log1p(max(mine.number, theirs.number)),
        "least rivals": log1p(min(mine.number, theirs.number)),
        "above the best": own - max(best), "above the lesser": own - min(best),
        "first for one": float(own >= min(best)), "first for both": float(own >= max(best)),
        "best elsewhere": max(others), "lesser elsewhere": min(others),
    }  # fmt: skip


def of_thirds(pair: Ends, compared: Compared) -> dict[str, float]:
    """Say what the values say that both of a pair were compared with."""
    mine, theirs = (compared.chances[n] for n in pair)
    both = [(mine[k], theirs[k]) for k in sorted(mine.keys() & theirs.keys())]
    return {
        "go-between": max((min(x, y) for x, y in both), default=0.0),
        "go-betweens": log1p(sum(x > LIKELY and y > LIKELY for x, y in both)), "by thirds": log1p(sum(x * y for x, y in both)),
        "parted by a third": max((max(min(x, 1 - y), min(1 - x, y)) for x, y in both), default=0.0),
    }  # fmt: skip


def standing_beside(story: Story) -> Mapping[int, frozenset[int]]:
    """Give for each value the others whose figures stand in a sentence with one of its own."""
    held: dict[tuple[str, int], set[int]] = defaultdict(set)
    lines: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for n, node in enumerate(story.nodes):
        for place in node.places:
            spot = story.woven[place.story].spots[place.figure]
            held[spot.doc_id, spot.line.start].add(n)
            lines[n].add((spot.doc_id, spot.line.start))
    return {n: frozenset(k for line in mine for k in held[line] if k != n) for n, mine in lines.items()}


def of_neighbours(pair: Ends, beside: Mapping[int, frozenset[int]], chances: Chances) -> dict[str, float]:
    """Say whether values of one thing, or the same value, stand beside both of a pair."""
    i, j = pair
    mine, theirs = sorted(beside.get(i, frozenset()) - {j}), sorted(beside.get(j, frozenset()) - {i})
    shared = len(set(mine) & set(theirs))
    return {
        "same beside": float(shared > 0), "number of same beside": log1p(shared),
        "like beside": max((chances.get((min(k, m), max(k, m)), 0.0) for k in mine for m in theirs if k != m), default=0.0),
        "in one sentence": float(j in beside.get(i, ())),
        "alone in a sentence": float(not mine) + float(not theirs), "numbers beside": log1p(len(mine)) + log1p(len(theirs)),
    }  # fmt: skip


def odds(chance: float) -> float:
    """Give the natural log odds of a chance, in bounds."""
    held = min(1 - LEAST, max(LEAST, chance))
    return log(held / (1 - held))

