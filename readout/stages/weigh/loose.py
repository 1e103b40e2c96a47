"""Give numbers, times, terms and firsts that a page tells to the occurrence they speak of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from readout.records import Document, Sentence
from readout.stages.weigh.acts import Acts, Place, as_day
from readout.stages.weigh.givers import Giver
from readout.stages.weigh.lines import Lines
from readout.text.acts import CALAMITY
from readout.text.governed_fates import governed_fate
from readout.text.quantities import Quantity, read_quantities
from readout.text.ranges import Range
from readout.text.times import Time, read_times
from readout.text.told_accounts import UNDONE
from readout.text.told_causes import HARM, causes
from readout.text.told_hours import hours
from readout.text.told_limits import limits
from readout.text.told_measures import is_magnitude, percent_of
from readout.text.told_money import is_currency
from readout.text.told_numbers import (
    MONEY,
    Told,
    Topic,
    background,
    give_or_take,
    none_of,
    told_numbers,
    topic_of,
    topic_told,
)
from readout.text.told_ones import nths, ones
from readout.text.told_people import KINDS, PEOPLE, is_person, plural
from readout.text.told_reasons import reasons
from readout.text.told_since import since
from readout.text.told_things import FATE, NO_THINGS, SAME

TERMS = ("AGREE", "REQUEST", "THREATEN", "RETREAT", "CONCEDE", "COOPERATE", "AID")  # acts that a term can be set to
TIMED = (
    "CONSULT",
    "PROTEST",
    "COERCE",
    "ASSAULT",
    CALAMITY,
    "COOPERATE",
    "RETREAT",
    "AID",
    "MOBILIZE",
)  # acts that have an hour
Q = TypeVar("Q", Quantity, Time)
MOST_NUMBERS = 60  # in one sentence; ours
CARRIED = 3  # sentences over which what a number would tell is kept in mind, a new paragraph counted as one more; ours


class Loose(NamedTuple):
    """A number, time or year with the property it tells and the occurrence it is given to."""

    about: str  # empty where it is given to none yet
    doc_id: str
    property: str
    start: int
    end: int
    quantity: Quantity | None
    reach: Range | None = None
    unit: str | None = None
    note: str | None = None  # how it is shown, where its words alone do not tell
    aspect: str | None = None  # whose losses, which money
    against: bool = False  # told against what was told just before
    gated: bool = False  # tells only where another voice gives the same property of the same act
    giver: Giver | None = None  # who gives it, where that has been read with it
    causal: bool = False  # its own words, or a question why before it, make it a reason


def by_page(loose: Sequence[Loose]) -> tuple[list[Loose], Mapping[str, list[Loose]]]:
    """Part what pages tell into the reasons, by page, and the rest."""
    reasons: dict[str, list[Loose]] = defaultdict(list)
    for one in loose:
        if one.property == "reason":
            reasons[one.doc_id].append(one)
    return [one for one in loose if one.property != "reason"], reasons


Aspect = Callable[[str, str, int, int], str | None]  # property, sentence, start, end: whose losses, which money


class Page(NamedTuple):
    """A page with its quantities and times."""

    document: Document
    sentences: Sequence[Sentence]
    quantities: Sequence[Quantity]
    times: Sequence[Time]
    written: date | None
    aspect: Aspect
    lines: Lines


def loose_numbers(documents: Sequence[Document], lines: Lines, acts: Acts, aspect: Aspect) -> Iterator[Loose]:
    """List what the numbers of every page tell of its occurrences."""
    for d in documents:
        if not acts.any_in(d.doc_id):
            continue
        written = as_day(d.published)
        times = read_times(d.text, written)
        found = read_quantities(d.text, times=times)
        page = Page(d, lines.sentences.get(d.doc_id, ()), found, times, written, aspect, lines)
        yield from of_page(page, acts)


def of_page(page: Page, acts: Acts) -> Iterator[Loose]:
    """List what the numbers of one page tell; a bare number tells of what the sentences just before spoke of."""
    topic: Topic | None = None
    age, paragraph = 0, -1
    ordered = sorted(page.sentences, key=lambda s: (s.start, s.end))
    for s in ordered:
        words = page.document.text[s.start : s.end]
        age += 1 + (s.paragraph != paragraph)
        topic = topic if age <= CARRIED else None
        told = list(of_sentence(page, s, words, topic, acts))
        yield from told
        counted = [Told(t.property, (), t.quantity) for t in told if t.quantity]
        fresh = topic_told(counted) or topic_of(words)
        topic, age = (fresh, 0) if fresh else (None, 0) if other_things(page, s) else (topic, age)
        paragraph = s.paragraph


def other_things(page: Page, s: Sentence) -> bool:
    """Tell whether a sentence counts or measures what are no people, so that a bare number behind it may be of those."""
    inside = between(page.quantities, s)
    return any(q.kind in MEASURES or (q.kind == "count" and q.unit and not is_person(q.unit)) for q in inside)


def between(found: Sequence[Q], s: Sentence) -> Sequence[Q]:
    """Give what begins in a sentence, of things in text order."""
    first, last = (bisect_left(found, at, key=lambda one: one.start) for at in (s.start, s.end))
    return found[first:last]


def of_sentence(page: Page, s: Sentence, words: str, topic: Topic | None, acts: Acts) -> Iterator[Loose]:
    """List what the numbers of one sentence tell; so many that they are a table tell nothing in words."""
    inside = between(page.quantities, s)
    inside = inside if len(inside) <= MOST_NUMBERS else ()
    times = between(page.times, s)
    day = next((as_day(t.date_start) for t in times if t.precision == "day" and t.date_start == t.date_end), None)
    place = Place(page.document.doc_id, s.start, s.end, page.written, day)
    year, told_of = page.written.year if page.written else acts.year(place.doc_id), set[int]()
    parsed = page.lines.at(place.doc_id, s.start).words
    governed = partial(governed_fate, page.document.text, parsed)
    for told in told_numbers(words, s.start, give_or_take(words, s.start, inside), year, topic, governed):
        occurrence = acts.choose(place, told.kinds[:2], told.property) if told.property == "released" else None
        if told.property == "participants":  # who marched in the march that the sentence tells of
            occurrence = acts.beside(place, told.quantity.start, told.kinds)
        lasting = told.kinds == PENALTIES  # a ban is spoken of as long as it lasts
        occurrence = occurrence or acts.choose(place, told.kinds, told.property, standing=lasting)
        if occurrence:
            q = told.quantity
            aspect = page.aspect(told.property, words, q.start - s.start, q.end - s.start)
            yield Loose(occurrence, place.doc_id, told.property, q.start, q.end, q, note=told.note, aspect=aspect)
            told_of.add(q.start)
    for q in inside:
        noun = None if background(words, q.start - s.start, year) else thing(q, words, s.start)
        aspect = page.aspect(noun, words, q.start - s.start, q.end - s.start) if noun else None
        befell = acts.choose(place, SUDDEN, noun, standing=True) if noun in ("magnitude", "speed") else None
        occurrence = befell or (acts.nearby(place, q.start) if noun and q.start not in told_of else None)
        occurrence = occurrence or (acts.choose(place, PAID.get(aspect or "", ())) if noun == "amount" else None)
        if noun and q.start not in told_of:
            sure = noun in SURE and bool(acts.beside(place, q.start, ()))
            yield Loose(occurrence or "", place.doc_id, noun, q.start, q.end, q, aspect=aspect, gated=not sure)
    for name, start, end in none_of(words):
        occurrence = acts.choose(place, KINDS[name], name)
        if occurrence:
            yield Loose(
                occurrence, place.doc_id, name, s.start + start, s.start + end, None, Range(0, 0), "person", "0"
            )
    for name, start, end, number in nths(words):
        occurrence = acts.choose(place, KINDS[name], name)
        if occurrence:
            span, reach = (s.start + start, s.start + end), Range(number, number)
            yield Loose(occurrence, place.doc_id, name, *span, None, reach, "person", f"{number}")
    for name, start, end in ones(words):
        occurrence = acts.choose(place, KINDS[name], name)
        if occurrence and not any(
            q.unit is None or is_person(q.unit) for q in inside if q.kind == "count" and (q.value or 0) > 1
        ):
            yield Loose(
                occurrence, place.doc_id, name, s.start + start, s.start + end, None, Range(1, 1), "person", "1"
            )
    yield from of_times(page, place, words, times, acts)
    yield from of_years(place, words, inside, year or acts.year(place.doc_id), acts)
    yield from of_reasons(place, words, acts)


PENALTIES = ("COERCE", "SANCTION")
SURE = frozenset(
    ("amount", "turnout", "pay rise", "tariff", "magnitude")
)  # tell by themselves in the sentence of an act
# Acts that money of a kind is paid, taken or promised in.
PAID = {
    "fine": ("SANCTION", "COERCE"), "bribes": ("SANCTION", "COERCE"), "value": ("ASSAULT", "SANCTION", "COERCE"),
    "ransom": ("ASSAULT", "COERCE"), "aid": ("AID", "AGREE"), "pay": ("AGREE", "PROTEST"),
    "compensation": ("AGREE", "SANCTION", "COERCE"),
}  # fmt: skip


def thing(q: Quantity, words: str, at: int) -> str | None:
    """Name what a number counts or measures, in the plural, where it is no length of time and no people without a role; the
    sentence begins `at`."""
    if q.kind == "percent":
        return percent_of(words)
    if q.kind in MEASURES:
        return "speed" if q.kind == "speed" else plural(q.unit) if q.unit else None
    own = words[q.start - at : q.end - at]
    if FATE.search(own) or OF_MILLIONS.match(words[q.end - at :]) or SPEAKING.match(words[q.end - at :]):
        return None  # two of the five million; two officials said
    if q.kind == "money" or is_currency(q.unit, bool(MONEY.search(own))) or (q.unit is None and MONEY.search(own)):
        return "amount"
    if q.kind == "count" and q.unit is None and is_magnitude(words, q.start - at, q.end - at, q.value or 0):
        return "magnitude"
    if q.kind != "count" or q.unit is None or q.unit in NO_THINGS | PEOPLE or (q.value or q.low or 0) < 2:
        return None
    return plural(SAME.get(q.unit, q.unit))


SPEAKING = re.compile(
    r"\s*(?:who\b|with (?:direct )?knowledge|familiar with|close to|(?:[\w’'-]+ ){0,3}(?:said|say|told|confirmed|spoke|asked)\b)"
)
OF_MILLIONS = re.compile(r"\s*of (?:the|its|this|that) [\w-]+ (?:million|billion)", re.I)
MEASURES = frozenset(("volume", "distance", "area", "mass", "speed"))


def of_times(page: Page, place: Place, words: str, times: Sequence[Time], acts: Acts) -> Iterator[Loose]:
    """List the times of day and terms of a sentence, each for the act nearest to it there."""
    for h in hours(words):
        occurrence = acts.beside(place, place.start + h.start, TIMED)
        if not occurrence and STRUCK.search(words):
            occurrence = acts.choose(place, SUDDEN, "deaths")
        if occurrence:
            unit = "twelve-hour clock" if h.open_half else "clock"
            yield Loose(
                occurrence, place.doc_id, "time", place.start + h.start, place.start + h.end, None, h.minutes, unit
            )
    for one in limits(words, place.start, times, page.written):
        clause = re.split(r"[;:]", words[: one.end])[-1]
        occurrence = acts.beside(place, place.start + one.start, TERMS) or acts.alike(place, clause, TERMS)
        if occurrence and acts.open_to_term(occurrence):
            yield Loose(
                occurrence,
                place.doc_id,
                "deadline",
                place.start + one.start,
                place.start + one.end,
                None,
                one.days,
                "day",
            )


SUDDEN = (CALAMITY, "ASSAULT")
STRUCK = re.compile(
    r"\b(?:happened|occurred|struck|hit|explo\w+|went off|broke out|derail\w*|left the (?:rails|track|road)|crash\w*|accident|"
    r"collapsed?|blast|quake|fire (?:broke|started|began)|flames|attacked|shots?|raid|burst|gave way)\b", re.I,
)  # fmt: skip


def of_reasons(place: Place, words: str, acts: Acts) -> Iterator[Loose]:
    """List the reasons told in a sentence: of the act beside them, or of the calamity or violence they are blamed for."""
    for r in reasons(words):
        at = place.start + r.start
        beside = None if r.cause else acts.beside(place, at, (), place.start + r.end)
        about = beside or (
            acts.choose(place, CAUSED, "reason")
            if r.cause
            else acts.alike(place, words[: r.start], DONE) or acts.undone_before(place)
        )
        chosen, about = about, about or acts.nearby(place, at)
        around = acts.texts[place.doc_id][max(0, place.start - AGO) : place.end]
        if not about and r.cause and (BEFELL.search(around) or any(s <= r.start < t for s, t in causes(words))):
            about = acts.story.get(place.doc_id, place.doc_id)
        about = about or acts.last_before(place, at)
        if about:
            rather = bool(RATHER.search(words[: r.start]))
            told = words[r.start : r.end]
            asked = (
                rather or UNDONE.search(words[: max(r.start, LEADING)]) or (r.cause and chosen and " " in told.strip())
            )
            if not (asked or r.cause or beside) and about in acts.known and acts.known[about].type is None:
                continue  # what befalls has causes; why something is done is told of another act
            yield Loose(about, place.doc_id, "reason", at, place.start + r.end, None, aspect=CAUSE if r.cause else None,
                        against=rather, gated=not asked, causal=True)  # fmt: skip


CAUSE = "cause"  # the aspect of a reason of what befell
RATHER = re.compile(
    r"\bnot because\b[^.;]{3,80}\bbut (?:rather )?(?:because|due|owing|for|out of|over)\b[^.;]{0,12}$", re.I
)
AHEAD = 150  # characters before a sentence that names the reason of something, in which that is told; ours
LEADING = 40  # characters at the head of a sentence in which a reason comes before what it is of; ours
AGO = 300  # characters before a cause in which what befell is told; ours
BEFELL = re.compile(rf"\b(?:{HARM}|disruption|breakdown|shortage|epidemic)\b", re.I)
CAUSED = (CALAMITY, "ASSAULT", "PROTEST")
DONE = ("COERCE", "CONSULT", "RETREAT", "SANCTION", "PROTEST", "MOBILIZE")  # acts done or called off for a reason


def of_years(
    place: Place, words: str, quantities: Sequence[Quantity], year: int | None, acts: Acts
) -> Iterator[Loose]:  # fmt: skip
    """Give since when there was nothing like an act."""
    own = [replace(q, start=q.start - place.start, end=q.end - place.start) for q in quantities]
    found = since(words, own, year)
    if found is None:
        return
    about = (
        acts.choose(place, found.kinds, standing=True)
        if found.kinds
        else acts.beside(place, place.start + found.start, ())
    )
    about = about or acts.last_before(place, place.start + found.start)
    if about and acts.known[about].status != "historical":
        passed = f"{year} less {found.passed:g} is {year - found.passed:g}" if year and found.passed else None
        yield Loose(
            about,
            place.doc_id,
            "first_since",
            place.start + found.start,
            place.start + found.end,
            None,
            found.years,
            "year",
            passed,
        )
