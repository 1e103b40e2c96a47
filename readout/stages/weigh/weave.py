"""Lay the figures that pages of a story give of one thing side by side, whatever acts they stand beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from readout.records import Document, Evidence, Parse, Sentence
from readout.stages.weigh.acts import Acts, Place, as_day
from readout.stages.weigh.loose import Loose
from readout.stages.weigh.values import Pages, Said, loose_value, reach_of
from readout.text.figure_alignment import Item, Vector, aligned, contexts, likeness
from readout.text.figures import Figure, Line, figures
from readout.text.quantities import read_quantities
from readout.text.times import read_times
from readout.text.told_measures import percent_of
from readout.text.told_numbers import TERM_BEFORE, background, give_or_take
from readout.text.told_people import KINDS, is_person, plural
from readout.text.told_things import SAME

Given = Mapping[str, Mapping[str, Sequence[Said]]]  # occurrence → property → values
MOST = 4000  # figures of one story that are laid side by side; ours
APART = 0.2  # likeness below which two differing figures of one property are of two things; ours
# Properties of which differing values are known to be of one thing by the act they are of.
OF_THE_ACT = frozenset((*KINDS, "participants", "turnout", "damage", "first_since", "time", "deadline", "sentence", "magnitude", "speed"))


class Spot(NamedTuple):
    """A figure of a page."""

    doc_id: str
    figure: Figure
    item: Item
    line: Line


@dataclass(frozen=True)
class Woven:
    """The figures of one story in groups of one thing each, with their contexts."""

    spots: Sequence[Spot]
    vectors: Sequence[Vector]
    groups: Sequence[Sequence[int]]

    def at(self) -> dict[tuple[str, int], tuple[int, int]]:
        """Number each figure, with its group, by page and place."""
        return {(self.spots[i].doc_id, self.spots[i].figure.start): (i, n) for n, g in enumerate(self.groups) for i in g}


def woven(
    documents: Sequence[Document], parses: Mapping[str, Sequence[Parse]], sentences: Mapping[str, Sequence[Sentence]], acts: Acts, pages: Pages
) -> list[Woven]:
    """Group the figures of every story."""
    stories: dict[str, list[Spot]] = defaultdict(list)
    for d in documents:
        if acts.any_in(d.doc_id):
            stories[acts.story.get(d.doc_id, d.doc_id)] += spots_of(d, parses.get(d.doc_id, ()), sentences.get(d.doc_id, ()), pages)
    made = []
    for _, spots in sorted(stories.items()):
        kept = spots[:MOST]
        items = [s.item for s in kept]
        vectors = contexts(items)
        made.append(Woven(kept, vectors, aligned(items, vectors)))
    return made


def spots_of(d: Document, parses: Sequence[Parse], sentences: Sequence[Sentence], pages: Pages) -> Iterator[Spot]:
    """Read the figures of a page."""
    written = as_day(d.published)
    read = {p.start: Line(p.start, p.end, p.words) for p in parses}
    lines = [read.pop(s.start, Line(s.start, s.end, ())) for s in sorted(sentences, key=lambda s: s.start)]
    found = read_quantities(d.text, times=read_times(d.text, written))
    joined = give_or_take(d.text, 0, found)
    family = frozenset(pages.origins.of_document.get(d.doc_id, ()))
    for f in figures(d.text, lines, joined, written.year if written else None):
        reach, _ = reach_of(f.quantity, d.text[f.start : f.end])
        if reach is None:
            continue
        giver = pages.giver(Evidence(d.doc_id, f.start, f.end)).key
        item = Item(d.doc_id, f.start, f.end, f.kind, f.unit, reach, f.keys, giver, f.sentence, f.given, family)
        yield Spot(d.doc_id, f, item, lines[f.sentence])


def interwoven(given: Given, stories: Iterable[Woven], acts: Acts, pages: Pages) -> dict[str, dict[str, list[Said]]]:
    """Give the values of each occurrence with the figures of one thing on one occurrence, and those of two things apart."""
    made = {about: {name: list(said) for name, said in by_name.items()} for about, by_name in given.items()}
    for story in stories:
        where = placed(made)
        for group in story.groups:
            gather(made, [story.spots[i] for i in group], where, (acts, pages))
        part(made, story)
    return {about: {n: s for n, s in by_name.items() if s} for about, by_name in made.items()}


Where = dict[str, list[tuple[int, int, str, str, Said]]]


def placed(made: Mapping[str, Mapping[str, Sequence[Said]]]) -> Where:
    """List the numbers of each page with where they were put."""
    where: Where = defaultdict(list)
    for about, by_name in made.items():
        for name, said in by_name.items():
            for s in said:
                if s.range is not None and name not in NO_FIGURES:
                    where[s.evidence.doc_id].append((s.evidence.start, s.evidence.end, about, name, s))
    return where


NO_FIGURES = frozenset(("time", "deadline", "first_since", "date", "status", "reason"))


def gather(made: dict[str, dict[str, list[Said]]], group: Sequence[Spot], where: Where, known: tuple[Acts, Pages]) -> None:
    """Put the figures of one thing on one occurrence: where most pages have them already, else on the act told nearest to most."""
    hits: list[tuple[Spot, tuple[str, str], Said]] = []
    for s in group:
        hits += [(s, (a, n), x) for b, e, a, n, x in where.get(s.doc_id, ()) if b < s.figure.end and s.figure.start < e]
    pages_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    for s, place, _ in hits:
        pages_of[place].add(s.doc_id)
    several = len({s.doc_id for s in group}) > 1 or len({s.item.reach for s in group}) > 1
    if not several:
        return
    best = min(pages_of, key=lambda p: (-len(pages_of[p]), p[1] not in OF_THE_ACT, p), default=None)
    if best is None:
        about = nearest(group, known[0])
        best = (about, name_of(group, known[1])) if about else None
    if best is None:
        return
    target = made.setdefault(best[0], {}).setdefault(best[1], [])
    for s, place, said in hits:
        if place != best and (place[1] not in OF_THE_ACT or len(pages_of[place]) == 1):
            made[place[0]][place[1]] = [x for x in made[place[0]][place[1]] if x is not said]
    for s in group:
        if not any(x.evidence.doc_id == s.doc_id and x.evidence.start < s.figure.end and s.figure.start < x.evidence.end for x in target):
            target.append(value_of(s, best, known[1]))
        else:
            target[:] = [replace(x, gated=False) if x.evidence.doc_id == s.doc_id and x.evidence.start == s.figure.start else x for x in target]


def value_of(spot: Spot, place: tuple[str, str], pages: Pages) -> Said:
    """Write a figure as a value of a property."""
    f = spot.figure
    said = loose_value(Loose(place[0], spot.doc_id, place[1], f.start, f.end, f.quantity), pages)
    return replace(said, unit=said.unit or ("person" if place[1] in OF_THE_ACT else None))


def nearest(group: Sequence[Spot], acts: Acts) -> str | None:
    """Give the occurrence of the act told nearest to most figures of a group; else the last one told before on the page."""
    votes: Counter[str] = Counter()
    for s in group:
        place = Place(s.doc_id, s.line.start, s.line.end, None, None)
        found = acts.nearby(place, s.figure.start)
        if found is None:
            told = [about for e, about in acts.events.get(s.doc_id, ()) if e.start < s.figure.start]
            found = acts.main(told[-1]) if told else None
        if found:
            votes[found] += 1
    return min(votes, key=lambda a: (-votes[a], -acts.known[a].reports, a)) if votes else None


def name_of(group: Sequence[Spot], pages: Pages) -> str:
    """Name what the figures of a group are: the things counted, in the plural, or what is measured."""
    names: Counter[str] = Counter()
    for s in group:
        f = s.figure
        text = pages.documents[s.doc_id].text
        if f.kind == "count":
            names[plural(SAME.get(f.unit, f.unit)) if f.unit and f.unit != "person" else "people"] += 1 + (f.unit not in (None, "person"))
        elif f.kind == "percent":
            names[percent_of(text[s.line.start : s.line.end]) or "share"] += 1
        elif f.kind == "duration":
            names["term" if TERM_BEFORE.search(text[max(0, f.start - 30) : f.start]) else "duration"] += 1
        else:
            names["amount" if f.kind == "money" else plural(f.unit) if f.unit else f.kind] += 1
    return min(names, key=lambda n: (-names[n], n))


def part(made: dict[str, dict[str, list[Said]]], story: Woven) -> None:
    """Take apart the values of a property that are of two things: figures that differ and share hardly a word."""
    at = story.at()
    for by_name in made.values():
        for name in list(by_name):
            if name.split(":")[0] in OF_THE_ACT or name in NO_FIGURES:
                continue
            heaps = parted([(at.get((s.evidence.doc_id, s.evidence.start)), s) for s in by_name[name]], story)
            if len(heaps) > 1:
                by_name[name] = heaps[0]
                for n, heap in enumerate(heaps[1:], 2):
                    own = label(heap, at, story) or str(n)
                    by_name.setdefault(f"{name}: {own}", []).extend(replace(s, property=f"{name}: {own}") for s in heap)


Known = tuple[int, int] | None  # number of a figure and of its group


def parted(listed: Sequence[tuple[Known, Said]], story: Woven) -> list[list[Said]]:
    """Heap values that are of one thing, the largest heap first: of one group, meeting, or alike in words."""
    heaps: list[list[tuple[Known, Said]]] = []
    for known, said in listed:
        mine = next((h for h in heaps if any(together(known, said, k, x, story) for k, x in h)), None)
        if mine is None:
            heaps.append([(known, said)])
        else:
            mine.append((known, said))
    ordered = sorted(heaps, key=lambda h: (-len({s.evidence.doc_id for _, s in h}), h[0][1].evidence.doc_id, h[0][1].evidence.start))
    return [[s for _, s in h] for h in ordered]


def together(one: Known, said: Said, other: Known, told: Said, story: Woven) -> bool:
    """Tell whether two values of a property are of one thing."""
    if one is None or other is None or one[1] == other[1]:
        return True
    if said.range and told.range and said.range.meets(told.range):
        return True
    return likeness(story.vectors[one[0]], story.vectors[other[0]]) >= APART


def label(heap: Sequence[Said], at: Mapping[tuple[str, int], tuple[int, int]], story: Woven) -> str | None:
    """Name a heap by the weightiest word around its figures."""
    numbers = [at[s.evidence.doc_id, s.evidence.start][0] for s in heap if (s.evidence.doc_id, s.evidence.start) in at]
    weights: Counter[str] = Counter()
    for i in numbers:
        weights.update(story.vectors[i][0])
    return min(weights, key=lambda k: (-weights[k], k)) if weights else None
