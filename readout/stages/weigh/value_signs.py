"""List what speaks for and against two values, numbers that pages give, being of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from math import log, log2
from typing import NamedTuple, Self

from readout.records import Event
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.judge import days_apart, grown, is_part
from readout.stages.weigh.sides import by_others
from readout.stages.weigh.spots import Woven
from readout.stages.weigh.ties import set_against
from readout.stages.weigh.values import Said
from readout.text.day_bases import by_text
from readout.text.figure_contexts import Item, likeness
from readout.text.figure_nouns import distinctive, one_noun
from readout.text.ranges import Range
from readout.text.told_people import KINDS, is_person

FAR = 12.0  # times as large as another that a number of one thing may be, where they do not stand on one row already; ours
FARTHEST = 3.0  # steps beyond which a gap counts no more; ours
LIKELIEST = 1e-3  # chance below which chances are alike; ours
COMPARED = 30  # pairs of figures of two values whose words are compared; ours
SMALL = 10.0  # below it a number can be of anything; ours
PROPERTIES = {
    "first_since": "since",
    "time": "clock",
    "amount": "money",
    "damage": "money",
    "share": "percent",
    "turnout": "percent",
}
OF_ONE = frozenset(
    ("first_since", "time", "deadline", "sentence", "magnitude", "turnout", "speed")
)  # of which an act has one
KINDS_OF_FIGURES = ("count", "money", "percent", "duration", "since", "clock")


class Place(NamedTuple):
    """Where the figure of a value stands: number of its story, of the figure in it, of its group."""

    story: int
    figure: int
    group: int


@dataclass(frozen=True)
class Node:
    """One value of a row: the act and property it stands under, how many values the row has, who gives it, its figures."""

    about: str
    name: str
    beside: int
    said: Sequence[Said]
    places: Sequence[Place]
    kind: str
    unit: str | None
    range: Range

    @classmethod
    def of(cls, about: str, name: str, beside: int, said: Sequence[Said], stories: Sequence[Woven]) -> Self:
        """Read a value."""
        found = [(n, *at) for n, story in enumerate(stories) for s in said for at in [story.find(s)] if at]
        places = [Place(*p) for p in found]
        item = stories[places[0].story].spots[places[0].figure].item if places else None
        reach = next(s.range for s in said if s.range)
        unit = next((s.unit for s in said if s.unit), None)
        return cls(about, name, beside, said, places, item.kind if item else kind_of(name, unit), unit, reach)

    @cached_property
    def pages(self) -> frozenset[str]:
        """The pages that give it."""
        return frozenset(s.evidence.doc_id for s in self.said)

    @cached_property
    def origins(self) -> frozenset[str]:
        """The origins it can go back to."""
        return frozenset(o for s in self.said for o in s.origins)


@dataclass(frozen=True)
class Story:
    """The values of a story, with the figures they stand on and the acts."""

    nodes: Sequence[Node]
    woven: Sequence[Woven]
    acts: Acts

    def told_beside(self, place: Place) -> Sequence[Event]:
        """Give the events of the sentence in which a figure stands."""
        spot = self.woven[place.story].spots[place.figure]
        return [e for e, _ in self.acts.events.get(spot.doc_id, ()) if spot.line.start <= e.start < spot.line.end]

    @cached_property
    def held(self) -> Counter[tuple[str, str | None]]:
        """How many values there are of each kind of thing."""
        return Counter(map(counted, self.nodes))


def base(name: str) -> str:
    """Give the name of a property without the word that sets it apart."""
    return name.split(":")[0]


def kind_of(name: str, unit: str | None) -> str:
    """Say what kind of figure a value is that stands on none."""
    return PROPERTIES.get(base(name), "duration" if unit == "minute" else "percent" if unit == "percent" else "count")


def counted(node: Node) -> tuple[str, str | None]:
    """Say what kind of thing a value counts."""
    return node.kind, node.unit if node.kind == "count" else None


def comparable(a: Node, b: Node) -> bool:
    """Tell whether two values can be of one thing at all."""
    if a.kind != b.kind or (a.kind in ("count", "money") and not one_noun(a.unit, b.unit)):
        return False
    measured = a.kind not in ("count", "money", "since", "clock", "duration")
    if measured and (a.unit or "").removeprefix("nautical ") != (b.unit or "").removeprefix("nautical "):
        return False
    low, high = ends(a, b)
    return a.range.meets(b.range) or (a.about, a.name) == (b.about, b.name) or high <= FAR * low


def ends(a: Node, b: Node) -> tuple[float, float]:
    """Give the least that each of two values can mean, in order."""
    low, high = sorted((max(a.range.low, 1e-9), max(b.range.low, 1e-9)))
    return low, high


def signs(a: Node, b: Node, story: Story) -> dict[str, float]:
    """List what speaks for and against two values being of one thing."""
    held = {**of_rows(a, b, story), **of_numbers(a, b), **of_tellers(a, b), **of_figures(a, b, story.woven)}
    held |= {**of_writing(a, b), **of_events(a, b, story)}
    return held | crossed(held)


def of_rows(a: Node, b: Node, story: Story) -> dict[str, float]:
    """Say how the rows of two values stand to each other."""
    row = (a.about, a.name) == (b.about, b.name)
    acts = [story.acts.known.get(n.about) for n in (a, b)]
    names = {base(a.name), base(b.name)}
    one = len(names) == 1
    return {
        "same act": float(a.about == b.about), "same row": float(row), "same property": float(one),
        "other row of the act": float(a.about == b.about and not row),
        "one type": float(bool(acts[0] and acts[1] and acts[0].type == acts[1].type)),
        "row size": log2(a.beside) if row else 0.0, "held": log2(1 + story.held[counted(a)]),
        "toll": float(names <= set(KINDS)), "crowd": float(names == {"participants"}), "of one": float(one and names <= OF_ONE),
        "same row of a toll": float(row and names <= set(KINDS)), "same row of a crowd": float(row and names == {"participants"}),
        **{f"same row of {k}": float(row and a.kind == k) for k in ("money", "duration", "percent")},
    }  # fmt: skip


def of_numbers(a: Node, b: Node) -> dict[str, float]:
    """Say how two numbers stand to each other."""
    low, high = ends(a, b)
    return {
        "same unit": float(a.unit == b.unit), "noun": one_noun(a.unit, b.unit), "steps": min(FARTHEST, log(high / low)),
        "equal": float(a.range == b.range), "small": float(high < SMALL), "people": float(a.kind == "count" and is_person(a.unit)),
        "hedged": float(any(s.hedged for s in a.said)) + float(any(s.hedged for s in b.said)),
        **{f"is {k}": float(a.kind == k) for k in KINDS_OF_FIGURES},
    }  # fmt: skip


def of_tellers(a: Node, b: Node) -> dict[str, float]:
    """Say who gives two values."""
    shared = a.pages & b.pages
    return {
        "a page gives both": float(bool(shared)), "share of pages": len(shared) / min(len(a.pages), len(b.pages)),
        "against": float(set_against(a.said, b.said)), "part": float(is_part(a.said, b.said)),
        "one origin": float(bool(a.origins & b.origins)), "by others": float(by_others(a.said, b.said)),
        "given": float(all(any(s.attributed for s in n.said) for n in (a, b))),
        "most pages": log2(max(len(a.pages), len(b.pages))), "least pages": log2(min(len(a.pages), len(b.pages))),
        "grown": float(grown(a.said, b.said)),
    }  # fmt: skip


def of_writing(a: Node, b: Node) -> dict[str, float]:
    """Say in which order pages were written that give the smaller and the larger of two numbers."""
    small, large = sorted((a, b), key=lambda n: n.range.low)
    days = [sorted({s.written[:10] for s in n.said if s.written}) for n in (small, large)]
    known = all(days)
    return {
        "undated": float(not known), "rising": float(known and days[0][-1] < days[1][0]),
        "falling": float(known and days[1][-1] < days[0][0]), "written on one day": float(bool({*days[0]} & {*days[1]})),
        "days between": log2(1 + min(days_apart(x, y) for x in days[0] for y in days[1])) if known else 0.0,
    }  # fmt: skip


def of_events(a: Node, b: Node, story: Story) -> dict[str, float]:
    """Say whether the sentences of two values tell of acts of one type, and date them alike."""
    told = [[story.told_beside(p) for p in n.places[:FEW]] for n in (a, b)]
    types = [({e.type for e in one if e.type}, {e.type for e in other if e.type}) for one, other in product(*told)]
    days = [(dates(one), dates(other)) for one, other in product(*told)]
    return {
        "one type beside": float(any(x & y for x, y in types)), "other types beside": float(apart(types)),
        "one date beside": float(any(x & y for x, y in days)), "other dates beside": float(apart(days)),
    }  # fmt: skip


FEW = 4  # figures of a value whose sentences are asked; ours


def apart(pairs: Sequence[tuple[set[str], set[str]]]) -> bool:
    """Tell whether both sides of every pair tell something, and nothing in common."""
    return bool(pairs) and all(x and y and not x & y for x, y in pairs)


def dates(events: Sequence[Event]) -> set[str]:
    """Give the days that a page itself gives to events."""
    return {e.date_start for e in events if e.date_start and by_text(e.date_basis)}


def crossed(held: Mapping[str, float]) -> dict[str, float]:
    """Give the products of signs that say more together."""
    crossings = (
        (("toll", "crowd", "is duration"), ("rising", "falling", "written on one day", "steps", "chance")),
        (("small",), ("steps", "like", "chance")), (("written on one day",), ("by others",)), (("same row",), ("chance",)),
    )  # fmt: skip
    return {f"{one}, {other}": held[one] * held[other] for ones, others in crossings for one in ones for other in others}


def of_figures(a: Node, b: Node, woven: Sequence[Woven]) -> dict[str, float]:
    """Say how the figures that two values stand on stand to each other."""
    both = [(woven[x.story], x, y) for x, y in product(a.places, b.places) if x.story == y.story]
    chances = [w.chances.of(x.figure, y.figure) for w, x, y in both]
    like = [likeness(w.vectors[x.figure], w.vectors[y.figure]) for w, x, y in islice(both, COMPARED)]
    items = [(w.spots[x.figure].item, w.spots[y.figure].item) for w, x, y in both]
    best = max(chances, default=0.0)
    return {
        "no figures": float(not both), "chance": best, "chance mean": sum(chances) / max(1, len(chances)),
        "log chance": log(best + LIKELIEST),
        "same group": float(any(x.group == y.group for _, x, y in both)),
        "like": max(like, default=0.0), "like mean": sum(like) / max(1, len(like)),
        "distinct": float(bool(items) and all(distinctive(i) and distinctive(j) for i, j in items)),
        **of_fates(items), **of_scenes(items),
    }  # fmt: skip


def of_fates(items: Sequence[tuple[Item, Item]]) -> dict[str, float]:
    """Say whether figures are told of one fate."""
    ours, theirs = ({pair[side].topic for pair in items} - {None} for side in (0, 1))
    return {
        "one fate": float(bool(ours & theirs)), "other fate": float(bool(ours and theirs and not ours & theirs)),
        "half fate": float(bool(ours) != bool(theirs)),
    }  # fmt: skip


def of_scenes(items: Sequence[tuple[Item, Item]]) -> dict[str, float]:
    """Say whether figures are told of one occasion."""
    scenes = [(i.scene, j.scene) for i, j in items]
    known = bool(items)
    return {
        "one day": float(any(i.on_one_day(j) for i, j in scenes)),
        "other day": float(known and all(bool(i.day and j.day and i.day != j.day) for i, j in scenes)),
        "one place": float(any(i.places & j.places for i, j in scenes)),
        "other places": float(known and all(i.of_two_places(j) for i, j in scenes)),
        "other rate": float(known and all(i.rate != j.rate for i, j in scenes)),
        "other term": float(known and all(i.term != j.term for i, j in scenes)),
        "other occasion": float(known and all((i.planned, i.anew, i.stand) != (j.planned, j.anew, j.stand) for i, j in scenes)),
        "old and new": float(known and all(i.old != j.old for i, j in items)),
    }  # fmt: skip
