"""Say what a figure stands in: its scene, the words around it weighed by how rare they are, and how alike two of them are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import log2, sqrt
from typing import Final, NamedTuple

from readout.text.ranges import Range
from readout.text.synonyms import synonym_sets

ALIKE: Final = 0.6  # weight of a synonym beside a word itself; ours


class Scene(NamedTuple):
    """Where and when a sentence tells of: places, the one day it names, whether it is of another time (again, the second), and the
    unit of time a figure is told per."""

    places: frozenset[str] = frozenset()
    day: str | None = None
    anew: bool = False
    rate: str | None = None
    planned: bool = False  # a length of time set aside for something
    term: bool = False  # how soon or by when, not how long: in six hours, within 30 days
    written: str | None = None  # the day of writing
    stand: str | None = None  # asked for, offered, feared: no word of what is

    def of_two_places(self, other: Scene) -> bool:
        """Tell whether two sentences name places, and none in common."""
        return bool(self.places and other.places and not self.places & other.places)

    def on_one_day(self, other: Scene) -> bool:
        """Tell whether two sentences tell of one day: both name it, or one does and the other's page was written on it or the day
        after."""
        if self.day and other.day:
            return self.day == other.day
        day, written = (self.day, other.written) if self.day else (other.day, self.written)
        if not day or not written:
            return False
        return 0 <= (date.fromisoformat(written[:10]) - date.fromisoformat(day[:10])).days <= 1

    def apart(self, other: Scene) -> bool:
        """Tell whether two sentences tell of two occasions."""
        places = self.of_two_places(other)
        return (
            places
            or self.anew != other.anew
            or self.rate != other.rate
            or self.planned != other.planned
            or self.term != other.term
            or self.stand != other.stand
            or bool(self.day and other.day and self.day != other.day)
        )


class Item(NamedTuple):
    """A figure of a story: page, place, kind, unit, what it can mean, its context, who gives it, the sentence it stands in."""

    page: str
    start: int
    end: int
    kind: str
    unit: str | None
    reach: Range
    keys: Mapping[str, float]
    giver: str | None
    sentence: int
    given: bool = False
    family: frozenset[str] = frozenset()  # of pages that share text
    topic: str | None = None  # what became of those counted, where it is known
    scene: Scene = Scene()
    whole: int | None = None  # where the figure stands that this one is a part of
    former: bool = False  # one of the two is what the other was before
    old: bool = False  # dated to an earlier year


class Vector(NamedTuple):
    """A context: its words with their weights, its length, and for its words those of the story that are synonyms."""

    words: Mapping[str, float]
    length: float
    kin: Mapping[str, tuple[str, ...]]


def contexts(items: Sequence[Item]) -> list[Vector]:
    """Give the context of each figure, its words weighed by how rare they are in the story."""
    weights = rarities(items)
    kin = kin_of(weights)
    made = [{k: w * weights[k] for k, w in i.keys.items()} for i in items]
    return [Vector(m, sqrt(sum(v * v for v in m.values())), kin) for m in made]


def kin_of(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the words of a story that are synonyms of each of its words; none for a word that has none."""
    senses: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        for sense in synonyms(word):
            senses[sense].append(word)
    found: dict[str, set[str]] = defaultdict(set)
    for alike in senses.values():
        for word in alike if len(alike) > 1 else ():
            found[word].update(w for w in alike if w != word)
    return {word: tuple(sorted(others)) for word, others in found.items()}


def rarities(items: Sequence[Item]) -> dict[str, float]:
    """Weigh words by how few sentences with figures they stand in."""
    held = {(i.page, i.sentence): i.keys for i in items}
    seen = Counter(k for keys in held.values() for k in keys)
    return {k: log2(1 + len(held) / n) for k, n in seen.items()}


def likeness(one: Vector, other: Vector) -> float:
    """Give the cosine of two contexts; a synonym counts for a part."""
    if not one.length or not other.length:
        return 0.0
    shared = 0.0
    for k, v in one.words.items():
        if k in other.words:
            shared += v * other.words[k]
        elif k in one.kin:
            best = max((other.words[r] for r in one.kin[k] if r in other.words and r not in one.words), default=0.0)
            shared += ALIKE * v * best
    return shared / (one.length * other.length)


SETS: Final[dict[str, frozenset[int]]] = {}
MOST_SENSES = 12  # words in more sets mean anything; ours


def synonyms(key: str) -> frozenset[int]:
    """Give the sets of synonyms of a stem; none for one of very many senses."""
    if key not in SETS:
        found = synonym_sets().get(key, ())
        SETS[key] = frozenset(found) if len(found) <= MOST_SENSES else frozenset()
    return SETS[key]
