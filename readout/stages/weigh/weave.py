"""Lay the figures that pages of a story give of one thing side by side, whatever acts they stand beside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from readout.records import Document, Evidence, Parse, Sentence
from readout.stages.weigh.acts import Acts, Place, as_day
from readout.stages.weigh.loose import Loose
from readout.stages.weigh.values import Pages, Said, loose_value, reach_of
from readout.text.figure_alignment import Item, Scene, Vector, aligned, contexts, likeness, set_against
from readout.text.figures import Figure, Line, figures
from readout.text.quantities import read_quantities
from readout.text.times import Time, read_times
from readout.text.told_measures import percent_of
from readout.text.told_numbers import TERM_BEFORE, background, give_or_take
from readout.text.told_people import KINDS, fates, is_person, plural
from readout.text.told_things import SAME

Given = Mapping[str, Mapping[str, Sequence[Said]]]  # occurrence → property → values
MOST = 4000  # figures of one story that are laid side by side; ours
CROWD = 20.0  # people from whom those counted at a protest are its crowd; ours
SHORTEST, FEW, MANY = 5.0, 3, 5  # minutes, people, things from which one page's figure is worth telling; ours
SIMILAR, FAR_APART = 3.0, 0.3  # times as large as another that a value may be with few words in common; else likeness; ours
APART = 0.1  # likeness below which two differing figures of one property are of two things; ours
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


def woven(documents: Sequence[Document], lines: Lines, given: Given, acts: Acts, pages: Pages) -> list[Woven]:
    """Group the figures of every story; `given` are the values put on occurrences so far."""
    stories: dict[str, list[Spot]] = defaultdict(list)
    where = placed(given)
    for d in documents:
        if acts.any_in(d.doc_id):
            stories[acts.story.get(d.doc_id, d.doc_id)] += spots_of(d, lines.of(d.doc_id), where.get(d.doc_id, ()), pages)
    made = []
    for _, spots in sorted(stories.items()):
        kept = spots[:MOST]
        items = [s.item for s in kept]
        vectors = contexts(items)
        made.append(Woven(kept, vectors, aligned(items, vectors)))
    return made


@dataclass(frozen=True)
class Lines:
    """The sentences of every page with their words."""

    parses: Mapping[str, Sequence[Parse]]
    sentences: Mapping[str, Sequence[Sentence]]

    def of(self, doc_id: str) -> list[Line]:
        """Give the sentences of a page in text order."""
        read = {p.start: Line(p.start, p.end, p.words) for p in self.parses.get(doc_id, ())}
        ordered = sorted(self.sentences.get(doc_id, ()), key=lambda s: s.start)
        return [read.get(s.start, Line(s.start, s.end, ())) for s in ordered]


Placed = tuple[int, int, str, str, Said]  # start, end, occurrence, property, value


def spots_of(d: Document, lines: Sequence[Line], where: Sequence[Placed], pages: Pages) -> Iterator[Spot]:
    """Read the figures of a page; times, terms and years that are read already are none."""
    written = as_day(d.published)
    times = read_times(d.text, written)
    found = give_or_take(d.text, 0, read_quantities(d.text, times=times))
    skipped = {q.start for q in found for s, t, _, name, _ in where if s < q.end and q.start < t and name in NO_FIGURES}
    family = frozenset(pages.origins.of_document.get(d.doc_id, ()))
    for f in figures(d.text, lines, found, written.year if written else None, skipped):
        reach, _ = reach_of(f.quantity, d.text[f.start : f.end])
        if reach is None:
            continue
        giver = pages.giver(Evidence(d.doc_id, f.start, f.end)).key
        item = Item(d.doc_id, f.start, f.end, f.kind, f.unit, reach, f.keys, giver, f.sentence, f.given, family,
                    topic_of(d.text, f, lines[f.sentence], where), scene_of(d.text, lines[f.sentence], times))  # fmt: skip
        yield Spot(d.doc_id, f, item, lines[f.sentence])


def topic_of(text: str, f: Figure, line: Line, where: Sequence[Placed]) -> str | None:
    """Say what became of those counted, as it was read before or as the sentence tells; null for anything else."""
    known = next((n.split(":")[0] for s, t, _, n, _ in where if s < f.end and f.start < t and n.split(":")[0] in KINDS), None)
    if known or f.kind != "count":
        return known
    told = next(fates(text[line.start : line.end], f.start - line.start, f.end - line.start, f.unit), None)
    return told.property if told else None


IN_PLACES = frozenset(("in", "at", "near", "off", "outside"))
ANEW = re.compile(r"\b(?:second|third|fourth|another|again|further|next)\b", re.I)


def scene_of(text: str, line: Line, times: Sequence[Time]) -> Scene:
    """Give the occasion a sentence tells of."""
    places = {
        text[w.start : w.end].lower()
        for i, w in enumerate(line.words)
        if w.ner.endswith("LOC") and any(c.head == i and c.deprel == "case" and c.lemma.lower() in IN_PLACES for c in line.words)
    }
    days = {t.date_start for t in times if line.start <= t.start < line.end and t.precision == "day" and t.date_start == t.date_end}
    return Scene(frozenset(places), next(iter(days)) if len(days) == 1 else None, bool(ANEW.search(text[line.start : line.end])))


def interwoven(given: Given, stories: Iterable[Woven], acts: Acts, pages: Pages) -> dict[str, dict[str, list[Said]]]:
    """Give the values of each occurrence with the figures of one thing on one occurrence, and those of two things apart."""
    made = {about: {name: list(said) for name, said in by_name.items()} for about, by_name in given.items()}
    for story in stories:
        where = placed(made)
        for group in story.groups:
            gather(made, [story.spots[i] for i in group], where, (acts, pages))
        part(made, story)
    return {about: {n: s for n, s in by_name.items() if s} for about, by_name in made.items()}


Where = dict[str, list[Placed]]


def placed(made: Given) -> Where:
    """List the numbers of each page with where they were put."""
    where: Where = defaultdict(list)
    for about, by_name in made.items():
        for name, said in by_name.items():
            for s in said:
                if s.range is not None:
                    where[s.evidence.doc_id].append((s.evidence.start, s.evidence.end, about, name, s))
    return where


NO_FIGURES = frozenset(("time", "deadline", "first_since", "date", "status", "reason"))


def gather(made: dict[str, dict[str, list[Said]]], group: Sequence[Spot], where: Where, known: tuple[Acts, Pages]) -> None:
    """Put the figures of one thing on one occurrence: where most pages have them already, else on the act told nearest to most."""
    hits: list[tuple[Spot, tuple[str, str], Said]] = []
    for s in group:
        hits += [(s, (a, n), x) for b, e, a, n, x in where.get(s.doc_id, ())
                 if b < s.figure.end and s.figure.start < e and n not in NO_FIGURES]  # fmt: skip
    pages_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    for s, place, _ in hits:
        pages_of[place].add(s.doc_id)
    several = len({s.doc_id for s in group}) > 1 or len({s.item.reach for s in group}) > 1
    if not several and (hits or not telling(group[0], known)):
        return
    best = min(pages_of, key=lambda p: (-len(pages_of[p]), p[1] not in OF_THE_ACT, p), default=None)
    if best is None:
        about = nearest(group, known[0])
        best = (about, name_of(group, about, known)) if about else None
    if best is None:
        return
    target = made.setdefault(best[0], {}).setdefault(best[1], [])
    against = rivals(group)
    for s, place, said in hits:
        if place != best and (place[1] not in OF_THE_ACT or len(pages_of[place]) == 1):
            made[place[0]][place[1]] = [x for x in made[place[0]][place[1]] if x is not said]
    for s in group:
        if not any(x.evidence.doc_id == s.doc_id and x.evidence.start < s.figure.end and s.figure.start < x.evidence.end for x in target):
            target.append(value_of(s, best, known[1]))
    target[:] = [replace(x, gated=False, against=x.against or (x.evidence.doc_id, x.evidence.start) in against)
                 if any(x.evidence.doc_id == s.doc_id and x.evidence.start < s.figure.end and s.figure.start < x.evidence.end for s in group)
                 else x for x in target]  # fmt: skip


def rivals(group: Sequence[Spot]) -> set[tuple[str, int]]:
    """Give the places of figures that a page sets against each other."""
    pairs = [(a, b) for a in group for b in group if a.doc_id == b.doc_id and a.figure.start < b.figure.start
             and not a.item.reach.meets(b.item.reach) and set_against(a.item, b.item)]  # fmt: skip
    return {(s.doc_id, s.figure.start) for pair in pairs for s in pair}


def telling(spot: Spot, known: tuple[Acts, Pages]) -> bool:
    """Tell whether a figure that one page gives is worth telling: money, how long an act took, many people or things in one."""
    f, place = spot.figure, Place(spot.doc_id, spot.line.start, spot.line.end, None, None)
    beside = known[0].beside(place, f.start, ()) or known[0].last_before(place, f.start)
    if beside is None or known[0].known[beside].status == "historical":
        return False
    number = f.quantity.value or f.quantity.low or f.quantity.high or 0
    before = known[1].documents[spot.doc_id].text[max(0, f.start - 30) : f.start]
    if f.kind == "duration":
        return not TERM_BEFORE.search(before) and f.quantity.unit in ("minute", "hour") and spot.item.reach.high >= SHORTEST
    return f.kind == "money" or (f.kind == "count" and f.unit is not None and number >= (FEW if is_person(f.unit) else MANY))


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


def name_of(group: Sequence[Spot], about: str, known: tuple[Acts, Pages]) -> str:
    """Name what the figures of a group are: the things counted, in the plural, or what is measured."""
    names: Counter[str] = Counter()
    pages = known[1]
    people = [s for s in group if s.figure.kind == "count" and (s.figure.unit is None or is_person(s.figure.unit))]
    if known[0].known[about].type == "PROTEST" and len(people) == len(group) and group[0].item.reach.high >= CROWD:
        return "participants"
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
            names["amount" if f.kind == "money" else f.kind] += 1
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
    a, b = story.spots[one[0]].item, story.spots[other[0]].item
    if a.scene.apart(b.scene):
        return False
    low, high = sorted((max(a.reach.low, 1.0), max(b.reach.low, 1.0)))
    if said.property == "duration" and high <= SIMILAR * low:
        return True
    return likeness(story.vectors[one[0]], story.vectors[other[0]]) >= (APART if high <= SIMILAR * low else FAR_APART)


def label(heap: Sequence[Said], at: Mapping[tuple[str, int], tuple[int, int]], story: Woven) -> str | None:
    """Name a heap by the weightiest word around its figures."""
    numbers = [at[s.evidence.doc_id, s.evidence.start][0] for s in heap if (s.evidence.doc_id, s.evidence.start) in at]
    weights: Counter[str] = Counter()
    for i in numbers:
        weights.update(story.vectors[i][0])
    return min(weights, key=lambda k: (-weights[k], k)) if weights else None
