"""Bring together the figures of several pages that are of one thing: by noun and unit, words around them, and value.

Method: ours. Words are weighed by how few sentences of the story they stand in; equal values need few words in common, values that
differ need many, or one page that sets them against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations, pairwise, takewhile
from typing import Final, NamedTuple

from readout.text.event_lists import listed
from readout.text.figure_contexts import Item, Vector, likeness, synonyms
from readout.text.figures import CLAUSE
from readout.text.stem import stem
from readout.text.told_people import COUNTED_FATES, PEOPLE, is_person
from readout.text.told_things import SAME

# Likeness of context from which two figures are of one thing: equal in pages that share text, equal and distinctive, equal,
# meeting, differing; ours.
COPIED, DISTINCT, EQUAL, MEETING, DIFFERING = 0.02, 0.04, 0.14, 0.25, 0.42
FROM_A_PLACE = 0.3  # two distances that differ, told with the same names; ours
ONE_FATE = 0.2  # likeness from which two differing numbers of people of one fate are of one event; ours
ONE_OUTBREAK = 0.02  # the same of those taken ill, of whom a story mostly tells once; ours
SURELY = 0.6  # likeness from which two differing numbers of people are of the same people; ours
LARGE = 200.0  # from here on a number is one of few; ours
SMALL = 10.0  # below it a number is one of many such
LIKE = 12.0  # times as large as another that a figure of one thing may be; ours
GENERIC: Final = PEOPLE | {None}
TWO: Final = 2
FEW: Final = 50.0  # bare numbers below it can be of anything near; ours


class Pair(NamedTuple):
    """Two figures that can be of one thing, the surest first."""

    rank: int
    score: float
    left: int
    right: int


def aligned(items: Sequence[Item], vectors: Sequence[Vector]) -> list[list[int]]:
    """Group figures of one story that are of one thing, by their places; each stands in one group, its context in `vectors`.

    Cost: quadratic in figures of one kind.
    """
    pairs = sorted(p for p in pairs_of(items, vectors))
    owner = list(range(len(items)))
    members: dict[int, list[int]] = {i: [i] for i in owner}
    rivals = {frozenset((p.left, p.right)) for p in pairs if p.rank == 0}
    for p in pairs:
        a, b = owner[p.left], owner[p.right]
        if a != b and not clash(items, members[a], members[b], rivals):
            keep, gone = min(a, b), max(a, b)
            members[keep] += members.pop(gone)
            for i in members[keep]:
                owner[i] = keep
    return [sorted(group) for _, group in sorted(members.items())]


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


def pairs_of(items: Sequence[Item], vectors: Sequence[Vector]) -> Iterable[Pair]:
    """List the pairs of figures that can be of one thing; of figures told in the same words one is compared with all others."""
    yield from beside(items)
    same: dict[Hashable, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        same[item.kind, item.unit, item.reach, item.topic, item.scene, tuple(sorted(item.keys))].append(i)
    by_kind: dict[str, list[int]] = defaultdict(list)
    for alike in same.values():
        by_kind[items[alike[0]].kind].append(alike[0])
        yield from (Pair(1, -1.0, i, j) for i, j in pairwise(alike))
    for alike in by_kind.values():
        for i, j in combinations(alike, 2):
            made = pair(items, vectors, i, j)
            if made:
                yield made


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


def nouns(a: Item, b: Item) -> float:
    """Say how far two figures can count one kind of thing."""
    if a.kind == "since":
        return float(None in (a.unit, b.unit) or a.unit == b.unit)
    return one_noun(a.unit, b.unit) if a.kind in ("count", "money") else float(measure(a) == measure(b))


def pair(items: Sequence[Item], vectors: Sequence[Vector], i: int, j: int) -> Pair | None:
    """Judge whether two figures can be of one thing."""
    a, b = items[i], items[j]
    meets = a.reach.meets(b.reach)
    if not meets and (a.page == b.page or (a.kind not in MOMENTS and not near(a, b))):
        return None
    noun = nouns(a, b)
    things = a.kind == "count" and any(x.topic and y.unit and not counts_people(y.unit) for x, y in ((a, b), (b, a)))
    if not noun or things or (a.topic and b.topic and a.topic != b.topic):
        return None
    if a.kind in MOMENTS:
        return moment_pair(vectors, (i, a), (j, b))
    like = likeness(vectors[i], vectors[j]) * noun
    equal = a.reach == b.reach
    copied = bool(a.family & b.family) and a.page != b.page and (a.unit == b.unit or distinctive(a))
    known = COPIED if copied else DISTINCT if distinctive(a) else equal_from(a, noun)
    least = known if equal else MEETING if meets else FROM_A_PLACE if a.kind == "distance" else of_one_fate(a, b)
    if equal and None in (a.unit, b.unit) and a.unit != b.unit and a.kind == "count":
        least = 0.0 if distinctive(a) else max(least, MEETING)
    if like < least or (not meets and not can_differ(a, b, like)):
        return None
    return Pair(1 if equal else 2 if meets else 3, -like, i, j)


def equal_from(a: Item, noun: float) -> float:
    """Give the likeness from which two equal figures are of one thing; small counts, of people above all, are many things'."""
    if a.kind != "count" or a.reach.high >= SMALL:
        return EQUAL
    return FEW_OF_ONE if noun == 1.0 and a.unit not in GENERIC else FEW_OF_ANY


FEW_OF_ONE, FEW_OF_ANY = (
    0.12,
    0.35,
)  # the same for small counts of one noun, and of people without a noun of their own; ours


def of_one_fate(a: Item, b: Item) -> float:
    """Give the likeness from which two figures that differ are of one thing; less for many of one kind of thing."""
    if a.topic and a.topic == b.topic:
        return ONE_FATE
    lengths = sorted((max(a.reach.low, 1.0), max(b.reach.low, 1.0)))
    if a.kind == "duration" and a.scene.on_one_day(b.scene) and lengths[1] <= TWICE * lengths[0]:
        return OF_ONE_DAY
    few = max(a.reach.high, b.reach.high) < GROUP
    if few and a.kind == "count" and a.unit == b.unit and high_phrase(a) & high_phrase(b):
        return SOLE_OF_ONE
    low, high = sorted((a.reach.low, b.reach.low))
    if a.kind != "count" or a.unit != b.unit or a.unit in GENERIC or high > TWO * low:
        return DIFFERING
    return SOLE_OF_ONE if a.sole and b.sole else MANY_OF_ONE if low >= HUNDRED else DIFFERING


GROUP: Final = 20.0  # below it people or things named alike are one group: two Kestani nurses, three; ours


def high_phrase(item: Item) -> set[str]:
    """Give the words beside the noun in the phrase counted: Kestani in two Kestani nurses."""
    return {k for k, w in item.keys.items() if w >= 1.0 and k != stem(item.unit or "")}


OF_ONE_DAY: Final = 0.06  # likeness from which two lengths of time told of one day are of one thing; ours
HUNDRED: Final = 100.0
SOLE_OF_ONE: Final = 0.1  # the same where each page gives one number of them only; ours
MANY_OF_ONE: Final = 0.22  # likeness from which two like numbers of one kind of thing are of one thing; ours


MOMENTS: Final = frozenset(("day", "since", "clock"))
# Likeness from which two days, years or hours are of one thing, where they meet and where they differ; ours.
MOMENT: Final = {"day": (0.2, 0.4), "since": (0.1, 0.1), "clock": (0.12, 0.4)}
REACH: Final = {"day": 75.0, "since": 60.0, "clock": 90.0}  # days, years, minutes by which they may differ; ours


def moment_pair(vectors: Sequence[Vector], one: tuple[int, Item], other: tuple[int, Item]) -> Pair | None:
    """Judge whether two days, years or hours can be of one thing."""
    (i, a), (j, b) = one, other
    like, meets = likeness(vectors[i], vectors[j]), a.reach.meets(b.reach)
    gap = max(a.reach.low - b.reach.high, b.reach.low - a.reach.high)
    least = MOMENT[a.kind][not meets]
    if a.kind == "since":
        least = (
            (0.0 if a.unit not in MANY_SUCH else LITTLE)
            if a.unit and a.unit == b.unit
            else ANY
            if a.unit != b.unit
            else least
        )
    if like < least or gap > REACH[a.kind] or (not meets and a.scene.apart(b.scene) and not like_claims(a, b)):
        return None
    return Pair(1 if meets else 3, -like, i, j)


# Since when there was no such strike: one strike is meant; meetings are many. The likeness asked for.
MANY_SUCH: Final = frozenset(("meeting", "visit", "summit", "fighting"))
LITTLE, ANY = 0.04, 0.25


def like_claims(a: Item, b: Item) -> bool:
    """Tell whether two years are those since which there was no such thing as a story has once: a strike, an accident."""
    return a.kind == "since" and bool(a.unit) and a.unit == b.unit and a.unit not in MANY_SUCH


def moved(a: Item, b: Item) -> bool:
    """Tell whether a sentence tells of a move from one day to another."""
    return a.kind == "day" and a.sentence == b.sentence and a.given and b.given


def part_of(a: Item, b: Item) -> bool:
    """Tell whether a page gives one of two figures as a part of the other."""
    return a.whole == b.start or b.whole == a.start


def can_differ(a: Item, b: Item, like: float) -> bool:
    """Tell whether two figures that exclude each other can be of one thing: of one size and scene, of no fate told by the act."""
    people = is_person(a.unit) and (a.unit in GENERIC or b.unit in GENERIC)
    if a.topic and a.topic == b.topic and like >= (ONE_OUTBREAK if a.topic == "cases" else ONE_FATE):
        return near(a, b) and not a.scene.of_two_places(b.scene)
    if a.kind == "percent" and not beside_words(a) & beside_words(b):
        return False
    return near(a, b) and not (a.topic and b.topic) and not a.scene.apart(b.scene) and not (people and like < SURELY)


def beside_words(item: Item) -> set[str]:
    """Give the words of the clause of a figure: what a share is a share of."""
    return {k for k, w in item.keys.items() if w >= CLAUSE}


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
