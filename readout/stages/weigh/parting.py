"""Take apart the values of a property that are of two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from readout.stages.weigh.judge import whole_and_parts
from readout.stages.weigh.parts import by_value
from readout.stages.weigh.spots import NO_FIGURES, Woven
from readout.stages.weigh.values import Said
from readout.text.figure_alignment import beside_words
from readout.text.figure_contexts import Item
from readout.text.told_people import KINDS

ALIKE = 0.1  # chance from which two differing figures of one property of one act are of one thing; ours
# Properties of which differing values are known to be of one thing by the act they are of.
OF_THE_ACT = frozenset(
    (*KINDS, "participants", "turnout", "damage", "first_since", "time", "deadline", "sentence", "magnitude", "speed")
)


def part(made: dict[str, dict[str, list[Said]]], story: Woven) -> None:
    """Take apart the values of a property that are of two things: figures that differ and share hardly a word."""
    for by_name in made.values():
        for name in list(by_name):
            if name in NO_FIGURES:
                continue
            heaps = parted([(story.find(s), s) for s in by_name[name]], story)
            if len(heaps) > 1 and not (name == "duration" and whole_and_parts(by_value(by_name[name]))):
                by_name[name] = heaps[0]
                for n, heap in enumerate(heaps[1:], 2):
                    own = label(heap, heaps[0], story) or str(n)
                    by_name.setdefault(f"{name}: {own}", []).extend(replace(s, property=f"{name}: {own}") for s in heap)


Known = tuple[int, int] | None  # number of a figure and of its group


def parted(listed: Sequence[tuple[Known, Said]], story: Woven) -> list[list[Said]]:
    """Heap values that are of one thing, the largest heap first: of one group, meeting, or alike in words. A value that stands on
    no figure goes where it meets one, else with most."""
    heaps: list[list[tuple[Known, Said]]] = []
    for known, said in listed:
        mine = (
            next(
                (
                    h
                    for h in heaps
                    if any(together(known, said, k, x, story) for k, x in h)
                    and not any(of_two_days(known, k, story) for k, _ in h)
                ),
                None,
            )
            if known
            else None
        )
        if mine is not None:
            mine.append((known, said))
        elif known:
            heaps.append([(known, said)])
    for known, said in listed:
        if known is None:
            meeting = [h for h in heaps if any(said.range and x.range and said.range.meets(x.range) for _, x in h)]
            largest = max(meeting or heaps, key=len, default=None)
            heaps.append([(known, said)]) if largest is None else largest.append((known, said))
    ordered = sorted(
        heaps, key=lambda h: (-len({s.evidence.doc_id for _, s in h}), h[0][1].evidence.doc_id, h[0][1].evidence.start)
    )
    return [[s for _, s in h] for h in ordered]


def together(one: Known, said: Said, other: Known, told: Said, story: Woven) -> bool:
    """Tell whether two values of a property are of one thing."""
    if one is None or other is None or one[1] == other[1]:
        return True
    a, b = story.spots[one[0]].item, story.spots[other[0]].item
    if a.scene.rate != b.scene.rate:
        return False
    if said.property.split(":")[0] == "participants" and other_crowd(a, b):
        return False
    if said.range == told.range or said.property.split(":")[0] in OF_THE_ACT:
        return True
    if (a.scene._replace(day=None) if a.page != b.page and a.family & b.family else a.scene).apart(b.scene):
        return False
    if said.range and told.range and said.range.meets(told.range):
        return True
    if a.kind == b.kind == "percent" and not beside_words(a) & beside_words(b):
        return False
    return story.chances.of(one[0], other[0]) >= ALIKE


def of_two_days(one: Known, other: Known, story: Woven) -> bool:
    """Tell whether two lengths of time are told of two days."""
    if one is None or other is None:
        return False
    a, b = story.spots[one[0]].item, story.spots[other[0]].item
    if a.page != b.page and a.family & b.family:
        return False  # a copy without a date tells of the day its origin tells of
    return a.kind == b.kind == "duration" and bool(a.scene.day and b.scene.day and a.scene.day != b.scene.day)


def other_crowd(a: Item, b: Item) -> bool:
    """Tell whether two pages count two crowds: in two places, or one many times the other and told of no one place or day."""
    low, high = sorted((max(a.reach.low, 1.0), max(b.reach.low, 1.0)))
    if a.page == b.page or high <= CROWDS * low:
        return False
    return not (a.scene.places & b.scene.places) or a.scene.of_two_places(b.scene)


CROWDS = 5.0  # times as large as another from which a crowd is another crowd; ours


def label(heap: Sequence[Said], other: Sequence[Said], story: Woven) -> str | None:
    """Name a heap by what its figures are told per, else by the weightiest word around them that another heap has not."""
    mine, theirs = ([n for s in h for n in [story.find(s)] if n] for h in (heap, other))
    rates = {story.spots[i].item.scene.rate for i, _ in mine} - {None}
    if rates:
        return f"a {min(map(str, rates))}"
    weights: Counter[str] = Counter()
    for i, _ in mine:
        weights.update(story.vectors[i][0])
    for i, _ in theirs:
        weights.subtract(story.vectors[i][0])
    return min(weights, key=lambda k: (-weights[k], k)) if weights else None
