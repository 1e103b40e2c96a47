"""Bring together the figures of several pages that are of one thing: by how likely two of them are, and where one page sets them
against each other.

Method: ours. The chance of each pair is fitted (`figure_pairs`); the surest pairs join first, groups by the mean chance of their
pairs, and no group takes in two figures of a page that differ unless the page sets them against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise, takewhile
from typing import Final, NamedTuple

from readout.text.event_lists import listed
from readout.text.figure_contexts import Item, Vector, likeness
from readout.text.figure_nouns import GENERIC, SMALL, distinctive, near, nouns, one_noun, two_fates
from readout.text.figure_pairs import MOMENTS, chance, compared
from readout.text.figures import CLAUSE
from readout.text.stem import stem

LIKELY = 0.14  # mean chance from which two groups of figures are of one thing; ours, decision 0024
ONE_NUMBER = 0.4  # the same of two that can be one number: agreement by chance is worth nothing; ours, decision 0032
LEAST = 0.02  # chance below which a pair is not kept; ours
# Likeness of context from which two figures that one page tells are of one thing: equal and distinctive, equal, meeting; ours.
DISTINCT, EQUAL, MEETING = 0.04, 0.14, 0.25
FEW_OF_ONE, FEW_OF_ANY = 0.12, 0.35  # the same for small counts of one noun, and of people without a noun; ours
TWO: Final = 2
FEW: Final = 50.0  # bare numbers below it can be of anything near; ours


class Pair(NamedTuple):
    """Two figures that can be of one thing, the surest first."""

    rank: int
    score: float
    left: int
    right: int


class Chances(NamedTuple):
    """How likely pairs of figures are of one thing; `firsts` gives for each figure the one compared in its stead."""

    items: Sequence[Item]
    known: Mapping[tuple[int, int], float]
    firsts: Sequence[int]

    def of(self, one: int, other: int) -> float:
        """Give the chance that two figures are of one thing."""
        i, j = sorted((self.firsts[one], self.firsts[other]))
        return 1.0 if i == j else self.known.get((i, j), 0.0)

    def mean(self, one: Sequence[int], other: Sequence[int]) -> float:
        """Give the mean chance of the pairs on two pages of two groups, none counted twice; 1 where there are none."""
        pairs = {
            (min(i, j), max(i, j))
            for i in {self.firsts[i] for i in one}
            for j in {self.firsts[j] for j in other}
            if self.items[i].page != self.items[j].page
        }
        return sum(self.known.get(p, 0.0) for p in pairs) / len(pairs) if pairs else 1.0


class Aligned(NamedTuple):
    """The figures of a story, by their places, in groups of one thing each, and how likely pairs of them are of one thing."""

    groups: list[list[int]]
    chances: Chances


def aligned(items: Sequence[Item], vectors: Sequence[Vector]) -> Aligned:
    """Group figures of one story that are of one thing; each stands in one group, its context in `vectors`.

    Cost: quadratic in figures of one kind.
    """
    pairs = sorted(pairs_of(items, vectors))
    owner = list(range(len(items)))
    members: dict[int, list[int]] = {i: [i] for i in owner}
    rivals = {frozenset((p.left, p.right)) for p in pairs if p.rank == 0}
    known = Chances(items, {(p.left, p.right): -p.score for p in pairs if p.rank > 1}, first_of(items))
    for p in pairs:
        a, b = owner[p.left], owner[p.right]
        if a == b or (p.rank > 1 and known.mean(members[a], members[b]) < LIKELY):
            continue
        if not clash(items, members[a], members[b], rivals):
            keep, gone = min(a, b), max(a, b)
            members[keep] += members.pop(gone)
            for i in members[keep]:
                owner[i] = keep
    return Aligned([sorted(group) for _, group in sorted(members.items())], known)


def first_of(items: Sequence[Item]) -> list[int]:
    """Give for each figure the first one that is told in the same words."""
    return [first for _, first in sorted((i, heap[0]) for heap in heaps(items) for i in heap)]


def pairs_of(items: Sequence[Item], vectors: Sequence[Vector]) -> Iterable[Pair]:
    """List the pairs of figures that can be of one thing; of figures told in the same words one is compared with all others."""
    yield from beside(items)
    alike = heaps(items)
    for heap in alike:
        yield from (Pair(1, -1.0, i, j) for i, j in pairwise(heap))
    firsts = [heap[0] for heap in alike]
    for c in compared(items, vectors, firsts):
        likely = chance(items[c.left], items[c.right], c.marks)
        if likely >= (ONE_NUMBER if items[c.left].reach.meets(items[c.right].reach) else LEAST):
            yield Pair(2, -likely, c.left, c.right)
    for i, j in combinations(firsts, TWO):
        one_page = items[i].page == items[j].page and items[i].kind == items[j].kind not in MOMENTS
        if one_page and told_again(items[i], items[j], like := likeness(vectors[i], vectors[j])):
            yield Pair(1, -like, i, j)


def heaps(items: Sequence[Item]) -> list[list[int]]:
    """Heap the figures that pages tell in the same words."""
    same: dict[Hashable, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        same[item.kind, item.unit, item.reach, item.topic, item.scene, tuple(sorted(item.keys))].append(i)
    return list(same.values())


def beside(items: Sequence[Item]) -> Iterable[Pair]:
    """List the pairs of differing figures that a page sets against each other, tells as part and whole, or tells of a move."""
    by_page: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        by_page[item.page, item.kind].append(i)
    for told in by_page.values():
        ordered = sorted(told, key=lambda i: items[i].start)
        for n, i in enumerate(ordered):
            for j in takewhile(lambda j, i=i: items[j].sentence - items[i].sentence <= TWO, ordered[n + 1 :]):  # type: ignore[misc]  # a default that binds
                a, b = items[i], items[j]
                last = items[ordered[ordered.index(j) - 1]]  # a bare number is of what was told last
                passed = b.given and b.unit is None and a.sentence < last.sentence
                if not passed and not a.reach.meets(b.reach) and nouns(a, b) and linked(a, b):
                    yield Pair(0, -1.0, min(i, j), max(i, j))


def linked(a: Item, b: Item) -> bool:
    """Tell whether a page links two differing figures."""
    if a.kind in MOMENTS:
        return moved(a, b)
    return part_of(a, b) or (set_against(a, b) and (not b.topic or a.topic == b.topic))


def told_again(a: Item, b: Item, like: float) -> bool:
    """Tell whether two figures of one page are of one thing: they can be one number and share words; small counts, of people
    above all, are many things'."""
    noun = nouns(a, b)
    if not a.reach.meets(b.reach) or not noun or two_fates(a, b):
        return False
    few = a.kind == "count" and a.reach.high < SMALL
    equal = DISTINCT if distinctive(a) else EQUAL if not few else FEW_OF_ONE if a.unit not in GENERIC else FEW_OF_ANY
    return like * noun >= (equal if a.reach == b.reach else MEETING)


def moved(a: Item, b: Item) -> bool:
    """Tell whether a sentence tells of a move from one day to another."""
    return a.kind == "day" and a.sentence == b.sentence and a.given and b.given


def part_of(a: Item, b: Item) -> bool:
    """Tell whether a page gives one of two figures as a part of the other."""
    return a.whole == b.start or b.whole == a.start


def beside_words(item: Item) -> set[str]:
    """Give the words of the clause of a figure: what a share is a share of."""
    return {k for k, w in item.keys.items() if w >= CLAUSE}


def set_against(a: Item, b: Item) -> bool:
    """Tell whether a page sets two figures against each other: side by side, by two givers, or the second bare and by one."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    if second.sentence - first.sentence > (TWO if second.given else 1) or not near(a, b):
        return False
    if first.giver and second.giver and first.giver == second.giver:
        return False
    if a.kind == "duration":
        return bool(second.giver) and alike_lengths(first, second)
    if second.given or second.unit is None:
        gap = second.sentence - first.sentence
        if gap > 1 and not first.giver and a.kind == "count":
            return False  # people whom nobody counts, and two sentences on how many somebody says of others
        small = second.reach.high < FEW and not (first.giver and gap <= 1)
        return second.given and bool(second.giver) and not small
    return bool(first.giver and second.giver) and first.unit is not None


def alike_lengths(a: Item, b: Item) -> bool:
    """Tell whether two lengths of time can be of one act: of like size, neither set aside for it nor that of a speech or a ride."""
    low, high = sorted((max(a.reach.low, 1.0), max(b.reach.low, 1.0)))
    beside = {k for i in (a, b) for k in i.keys} & OTHER_LENGTHS
    return high <= TWICE * low and high < DAYS and not beside and not a.scene.apart(b.scene)


TWICE = 2.5  # times as long as another that a length of one act may be told; ours
DAYS = 1440.0  # minutes
OTHER_LENGTHS: Final = frozenset(stem(w) for w in listed(
    "speech address broadcast briefing statement interview film journey flight drive delay ride walk sleep notice video wait "
    "sentence prison strike ban shift pause break recess"
))  # fmt: skip


def clash(items: Sequence[Item], one: Sequence[int], other: Sequence[int], rivals: set[frozenset[int]]) -> bool:
    """Tell whether a page gives two differing figures in what would be one group, without setting them against each other."""
    for i in one:
        for j in other:
            a, b = items[i], items[j]
            if a.page == b.page and not a.reach.meets(b.reach) and not kin(i, j, one, other, rivals, items):
                return True
            if a.kind == "count" and not one_noun(a.unit, b.unit):
                return True
    return False


def kin(
    i: int, j: int, one: Sequence[int], other: Sequence[int], rivals: set[frozenset[int]], items: Sequence[Item]
) -> bool:
    """Tell whether two figures of a page are rivals, or are the values of rivals told again."""
    if frozenset((i, j)) in rivals:
        return True
    every = [*one, *other]
    return any(
        items[x].reach == items[i].reach and items[y].reach == items[j].reach
        for r in rivals
        for x, y in permuted(r)
        if x in every and y in every
    )


def permuted(pair: frozenset[int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give a pair both ways round."""
    a, b = sorted(pair)
    return (a, b), (b, a)
