"""Read the figures and moments of every story, and group those that are of one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from readout.records import Document, Event, Evidence
from readout.stages.weigh.acts import Acts, as_day
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.moments import Moment, Read, moments
from readout.stages.weigh.values import Pages, Said, Thing, reach_of
from readout.text.changed_numbers import went_from
from readout.text.day_bases import by_text
from readout.text.figure_alignment import Chances, aligned
from readout.text.figure_contexts import Item, Scene, Vector, contexts
from readout.text.figures import CLAUSE, Figure, Line, figures
from readout.text.governed_fates import governed_fate
from readout.text.quantities import Quantity, read_quantities
from readout.text.times import Time, read_times
from readout.text.told_ballots import SIDES
from readout.text.told_numbers import TERM_BEFORE, give_or_take
from readout.text.told_people import COUNTED_FATES, FATES, KINDS, PEOPLE, fates
from readout.text.told_stands import stand_of

Given = Mapping[str, Mapping[str, Sequence[Said]]]  # occurrence → property → values
MOST = 1500  # figures of one story that are laid side by side, in the order of its pages; ours
NO_FIGURES = frozenset(("time", "deadline", "first_since", "date", "status", "reason"))
NO_QUANTITY = Quantity(0, 0, None, None, None, "vague", None, "day")


class Spot(NamedTuple):
    """A figure of a page; for a day, year or hour the moment too."""

    doc_id: str
    figure: Figure
    item: Item
    line: Line
    moment: Moment | None = None


@dataclass(frozen=True)
class Woven:
    """The figures of one story in groups of one thing each, with their contexts."""

    spots: Sequence[Spot]
    vectors: Sequence[Vector]
    groups: Sequence[Sequence[int]]
    chances: Chances

    def find(self, said: Said) -> tuple[int, int] | None:
        """Number the figure that a value stands on, with its group; null where it stands on none."""
        e = said.evidence
        here = (
            x
            for x in self.by_page.get(e.doc_id, ())
            if e.start < self.spots[x[0]].figure.end and self.spots[x[0]].figure.start < e.end
        )
        return next(here, None)

    def thing(self, said: Said) -> Thing | None:
        """Say what the figure that a value stands on is of; null where it stands on none."""
        known = self.find(said)
        if known is None:
            return None
        spot = self.spots[known[0]]
        has_part = (spot.doc_id, spot.figure.start) in self.wholes
        return Thing(*known, has_part, self.chances)

    @cached_property
    def wholes(self) -> frozenset[tuple[str, int]]:
        """The figures of which a page tells a part: 12 of the 40 flights."""
        own = {(s.doc_id, s.figure.start): s for s in self.spots}
        pairs = [(s, own.get((s.doc_id, s.item.whole or -1))) for s in self.spots if s.item.whole is not None and not s.item.former]
        larger = [max((a, b), key=lambda s: s.item.reach.low) for a, b in pairs if b is not None]
        return frozenset((s.doc_id, s.figure.start) for s in larger)

    @cached_property
    def by_page(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """The numbers of the figures of each page, with their groups."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, group in enumerate(self.groups):
            for i in group:
                found[self.spots[i].doc_id].append((i, n))
        return found


def woven(documents: Sequence[Document], lines: Lines, given: Given, acts: Acts, pages: Pages) -> list[Woven]:
    """Group the figures of every story; `given` are the values put on occurrences so far."""
    stories: dict[str, list[Spot]] = defaultdict(list)
    where = placed(given)
    last: dict[str, date] = {}
    for d in documents:
        day, name = as_day(d.published), acts.story.get(d.doc_id, d.doc_id)
        if day:
            last[name] = max(day, last.get(name, day))
    for d in documents:
        if not d.analysed:
            continue
        name = acts.story.get(d.doc_id, d.doc_id)
        known = Known(acts.year(d.doc_id), last.get(name), acts.events.get(d.doc_id, ()))
        stories[name] += spots_of(d, lines.of(d.doc_id), where.get(d.doc_id, ()), pages, known)
    made = []
    for _, spots in sorted(stories.items()):
        kept = spots[:MOST]
        items = [s.item for s in kept]
        vectors = contexts(items)
        made.append(Woven(kept, vectors, *aligned(items, vectors)))
    return made


class Known(NamedTuple):
    """What is known of a page beside its words: year and last day of writing of its story, for a page that tells none, and its
    events."""

    year: int | None
    day: date | None
    events: Sequence[tuple[Event, str]]

    def dated(self, f: Figure, line: Line, written: date | None) -> str | None:
        """Give the day, not after that of writing, of the event told nearest to a figure in its sentence, where told."""
        near = [
            (abs(e.start - f.start), e.date_start)
            for e, _ in self.events
            if line.start <= e.start < line.end and e.date_start and e.date_precision == "day" and by_text(e.date_basis)
            if not written or e.date_start[:ISO] <= written.isoformat()
        ]  # fmt: skip
        return min(near)[1] if near else None


SAYING = 80  # characters before a day in which somebody says something on it; ours


def of_the_past(t: Time, written: date | None) -> bool:
    """Tell whether a time is not after the day of writing."""
    return not written or not t.date_start or t.date_start[:ISO] <= written.isoformat()


OVER_IN = re.compile(r"\b(?:over|ended|finished|done|out) (?:with)?in (?:about |some |less than |just )?$", re.I)  # so long it took
# The day on which somebody says something is not that of what is said: told parliament on Tuesday that.
SAID_ON = re.compile(
    r"\b(?:said|told|announced|added|reported|stated|confirmed|declared|testified)\b(?: (?!on\b|that\b)[\w’'-]+){0,4} "
    r"(?:on |late on |early on )?$",
    re.I,
)


def carried(text: str, lines: Sequence[Line], number: int, times: Sequence[Time]) -> str | None:
    """Give the one day named last before a sentence in its paragraph."""
    for n in range(number - 1, max(-1, number - 1 - BACK), -1):
        if "\n" in text[lines[n].end : lines[n + 1].start]:
            return None
        days = {
            t.date_start[:ISO]
            for t in times
            if lines[n].start <= t.start < lines[n].end and t.date_start and len(t.date_start) >= ISO
            if t.date_end and t.date_start[:ISO] == t.date_end[:ISO]
        }
        if days:
            return next(iter(days)) if len(days) == 1 else None
    return None


BACK = 4  # sentences back in a paragraph in which the day of a length of time is told; ours
Placed = tuple[int, int, str, str, Said]  # start, end, occurrence, property, value


def spots_of(d: Document, lines: Sequence[Line], where: Sequence[Placed], pages: Pages, known: Known) -> Iterator[Spot]:
    """Read the figures of a page; times, terms and years that are read already are none."""
    year, day = known.year, known.day
    written = as_day(d.published)
    times = read_times(d.text, written)
    found = lengths_joined(d.text, give_or_take(d.text, 0, read_quantities(d.text, times=times)))
    skipped = {q.start for q in found for s, t, _, name, _ in where if s < q.end and q.start < t and name in NO_FIGURES | SIDES}
    family = frozenset(pages.origins.of_document.get(d.doc_id, ()))
    last: Figure | None = None
    rates: dict[str, str | None] = {}  # by kind: what the last figure was told per
    for f in figures(d.text, lines, found, written.year if written else None, skipped):
        reach, _ = reach_of(f.quantity, d.text[f.start : f.end])
        if reach is None:
            continue
        giver = pages.giver(Evidence(d.doc_id, f.start, f.end)).key
        past = [t for t in times if of_the_past(t, written) and not SAID_ON.search(d.text[max(0, t.start - SAYING) : t.start])]
        scene = scene_of(d.text, lines[f.sentence], past if f.kind == "duration" else times, f.end)
        if f.kind == "duration":
            scene = scene._replace(written=written.isoformat() if written else None)
        if f.kind == "duration" and not scene.day:
            scene = scene._replace(day=known.dated(f, lines[f.sentence], written) or carried(d.text, lines, f.sentence, past))
        ahead = f.kind == "duration" and bool(SET_ASIDE.search(d.text[lines[f.sentence].start : lines[f.sentence].end]))
        before = d.text[lines[f.sentence].start : f.start]
        term = f.kind == "duration" and TERM_BEFORE.search(before) is not None and not OVER_IN.search(before)
        scene = scene._replace(planned=ahead, term=term, stand=stand_of(before))
        scene = scene._replace(rate=rates.get(f.kind)) if f.given else scene
        rates[f.kind] = scene.rate
        item = Item(d.doc_id, f.start, f.end, f.kind, f.unit, reach, f.keys, giver, f.sentence, f.given, family,
                    topic_of(d.text, f, lines[f.sentence], where), scene)  # fmt: skip
        item = item._replace(whole=whole_of(d.text, f, last), former=was_before(d.text, f, last), old=f.old)
        last = f
        yield Spot(d.doc_id, f, item, lines[f.sentence])
    if written is None and day is not None:
        times = [t for t in read_times(d.text, day) if MONTH.search(d.text[t.start : t.end])]
    for m in moments(d, Read(lines, times, found, written or day, year)):
        scene = scene_of(d.text, lines[m.sentence], (), m.end)
        item = Item(
            d.doc_id, m.start, m.end, m.kind, m.head, m.reach, m.keys, None, m.sentence, m.moved, family, None, scene
        )
        told = Figure(m.start, m.end, m.kind, None, NO_QUANTITY, m.keys, m.sentence, m.moved)
        yield Spot(d.doc_id, told, item, lines[m.sentence], m)


def lengths_joined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Join the hours and minutes of one length of time: an hour and forty minutes."""
    made: list[Quantity] = []
    for q in found:
        last = made[-1] if made else None
        if (
            last
            and (last.unit, q.unit) == ("hour", "minute")
            and text[last.end : q.start] == " and "
            and last.value
            and q.value
        ):
            minutes = last.value * HOUR + q.value
            made[-1] = replace(last, end=q.end, value=minutes, low=minutes, high=minutes, unit="minute")
        else:
            made.append(q)
    return made


HOUR = 60  # minutes


def topic_of(text: str, f: Figure, line: Line, where: Sequence[Placed]) -> str | None:
    """Say what became of those counted, as it was read before or as the sentence tells; null for anything else."""
    known = next(
        (n.split(":")[0] for s, t, _, n, _ in where if s < f.end and f.start < t and n.split(":")[0] in KINDS), None
    )
    if known or f.kind != "count":
        return known
    governed = governed_fate(text, line.words, f.start, f.end)
    told = next(fates(text[line.start : line.end], f.start - line.start, f.end - line.start, f.unit, governed), None)
    if told is None or (f.unit not in PEOPLE and f.unit is not None and not in_clause(told.property, f)):
        return None
    return told.property


def in_clause(name: str, f: Figure) -> bool:
    """Tell whether what became of people stands in the clause that counts them; so it does where there is no parse to tell."""
    words = {k for k, w in f.keys.items() if w >= CLAUSE}
    pattern = next((p for n, p in FATES if n == name), None)
    return (
        not words
        or pattern is None
        or f.unit in COUNTED_FATES
        or any(pattern.search(form) for w in words for form in (w, w + "ed", w + "d", w + "e", w + "ing", w + "s"))
    )


IN_PLACES = frozenset(("in", "at", "near", "off", "outside"))
ANEW = re.compile(r"\b(?:second|third|fourth|another|again|further|next)\b", re.I)


OF_IT = re.compile(
    r"^,? (?:of|among|from) (?:which|whom|them|these|those)(?: only| just| about)? (?:the last |the first )?$", re.I
)
NOT_THE = re.compile(r"\b(?:not|instead of|rather than)(?: the)?(?: some| about)? $", re.I)
AS_FIRST = re.compile(
    r"^[\w ]{0,15}?,? (?:as )?(?:it |was |had been |were )?(?:first|previously|originally|earlier|initially|"
    r"at first|still)\b|"
    r"^[\w ]{0,15}? (?:planned|announced|promised|expected|feared)\b",
    re.I,
)
UP_FROM = re.compile(r"^,? (?:up|down) from (?:about |some |the )?$", re.I)
OF_THE = re.compile(r"^ of (?:the|its|his|her|their|all|some)\b[\w’' -]{0,30}$|^ of $", re.I)
OUT_OF = re.compile(r"\b(?:out )?of (?:the|its|his|her|their) [\w ]{0,20}$", re.I)
NEXT = re.compile(r"^[^.;]{0,60}, (?:only |just |at least )?$")


def whole_of(text: str, f: Figure, last: Figure | None) -> int | None:
    """Say where the figure before stands of which one is a part, or the whole: 25 million, of which ten; of the eleven men held,
    four were freed; 88 of the 131; or an earlier number: 52, up from 37. Null where they are nothing of the kind."""
    if last is None or last.sentence != f.sentence or last.kind == "duration":
        return None
    mine, theirs = (x.quantity.value or 0 for x in (f, last))
    between = text[last.end : f.start]
    if max(mine, theirs) >= THOUSANDS * max(1, min(mine, theirs)):
        return None
    if was_before(text, f, last):
        return last.start
    if OF_THE.match(between) and mine > theirs:
        return last.start  # 88 of the district's 131
    of_last = OF_IT.match(between) or (
        OUT_OF.search(text[max(0, last.start - 40) : last.start]) and NEXT.match(between)
    )
    return last.start if of_last and mine < theirs else None


def was_before(text: str, f: Figure, last: Figure | None) -> bool:
    """Tell whether of two figures side by side one is what the other was before: 52, up from 37; from 90 to 45; 25, not 20 as first
    announced."""
    if last is None or last.sentence != f.sentence:
        return False
    between = text[last.end : f.start]
    return bool(
        (NOT_THE.search(between) and AS_FIRST.match(text[f.end : f.end + 60]))
        or UP_FROM.match(between)
        or went_from(text, last.start, last.end, f.start)
    )


THOUSANDS = 1000  # times as large from which a number and its part are not told in one unit: two of the five million


SET_ASIDE = re.compile(
    r"\b(?:set aside|scheduled|(?:was|were|is|are) to (?:have|last|take|be|meet|talk|speak|sit|run|go on)|planned|"
    r"expected to (?:last|take)|meant to|due to (?:last|take))\b",
    re.I,
)
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
ISO = 10  # characters of an ISO day
NEAR = 90  # characters around a figure in which "second" or "again" tells of another time; ours
BY_DAY = 70  # characters from a figure to the day it is told of; ours
RATE_BEFORE = re.compile(
    r"\b(?:a|one|each|every) (minute|hour|shift|night|day|week|month|year) (?:of|without) [\w ,.]{2,60}$", re.I
)
RATE = re.compile(
    r"\s+(?:(?:a|an|per|each|every)\s+|in (?:a|one)\s+)(second|minute|hour|shift|night|day|week|month|year)\b", re.I
)


def scene_of(text: str, line: Line, times: Sequence[Time], at: int) -> Scene:
    """Give the occasion a sentence tells of, and what time the figure that ends `at` is told for."""
    places = {
        text[w.start : w.end].lower()
        for i, w in enumerate(line.words)
        if w.ner.endswith("LOC")
        and any(c.head == i and c.deprel == "case" and c.lemma.lower() in IN_PLACES for c in line.words)
    }
    rate = RATE.match(text[at : line.end]) or RATE_BEFORE.search(text[line.start : at])
    days = sorted(
        (min(abs(t.start - at), abs(at - t.end)), t.date_start[:ISO])
        for t in times
        if line.start <= t.start < line.end and t.date_start and t.date_end and len(t.date_start) >= ISO
        if t.date_start[:ISO] == t.date_end[:ISO]
    )
    day = days[0][1] if days and days[0][0] <= BY_DAY else None
    anew = bool(ANEW.search(text[max(line.start, at - NEAR) : min(line.end, at + NEAR)]))
    per = rate.group(1).lower() if rate else None
    return Scene(frozenset(places), day, anew, per)


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
