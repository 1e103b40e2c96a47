"""Collect what each page says of an occurrence: one value per property, with its words and origins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from readout.records import Attribute, Document, Event, Evidence, Sentence
from readout.stages.weigh.givers import Giver, Givers
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.loose import Loose
from readout.text.clause_trees import Tree
from readout.text.figure_alignment import Chances
from readout.text.governed_fates import governed_fate
from readout.text.no_grounds import grounds
from readout.text.number_words import NUMBER_WORDS
from readout.text.origins import Origins
from readout.text.quantities import Quantity
from readout.text.quantity_words import singular
from readout.text.ranges import VAGUE, Range, count_range, minutes_range
from readout.text.stem import stem
from readout.text.told_money import is_currency, kind_of_money
from readout.text.told_numbers import MINUTES, MONEY, ON_TOP, OTHERWISE, PART_OF, TERM_BEHIND, background
from readout.text.told_people import COUNTED_FATES, FAR, KINDS, PART_BEHIND, PEOPLE, increment, is_person, plural
from readout.text.told_sides import side_of
from readout.text.told_things import FATE, NO_THINGS, SAME

WORD = re.compile(r"[^\W_]{3,}")
# What an attribute of an event is called as a property of an occurrence; those not listed are no property.
PROPERTIES = {
    "duration_minutes": "duration", "deaths": "deaths", "injuries": "injuries", "arrests": "arrests", "released": "released",
    "participants": "participants", "amount": "amount", "reason": "reason", "count": "count",
}  # fmt: skip
# A length of time in an act of words is a term set to somebody, not how long the saying took.
DAY = 1440  # minutes
LENGTHS = {**MINUTES, "month": 43200.0, "year": 525600.0}
PART_NEAR = 20  # characters behind a number in which it is said to be a part; ours
MOST = 300  # people above whom those at a meeting are a crowd, which is counted elsewhere; ours
FEW = 3  # people below whom a count beside an act names its parties: the two ministers; ours
UNDONE = frozenset(("cancelled", "postponed", "refused"))  # why is worth telling even once
LASTING = frozenset(("CONSULT", "PROTEST", "MOBILIZE", "ASSAULT", "COERCE", "COOPERATE", "AID"))
BESIDES = re.compile(
    r"\b(?:includ\w+|with|counting|plus|together with|and)\b[^.;]{0,30}\b(?:dinner|lunch|meal|breakfast)\b", re.I
)
COUNTED_NEAR = 110  # characters around a number in which a page says how it is counted; ours
COUNTING = re.compile(
    r"\b(?:by counting|count(?:s|ed|ing)? (?:also|only|those|differently)|includ(?:es|ed|ing) (?:only|also|"
    r"those)|only those|"
    r"(?:at|by|towards?) (?:noon|midday|that hour|then|first|its peak|the start|one point|midnight)|"
    r"at the (?:outset|beginning)|"
    r"not (?:counting|including)|exclud\w+|does not include|without being (?:booked|counted|registered))\b", re.I,
)  # fmt: skip


class Thing(NamedTuple):
    """What a figure is of: its number in the story and that of its group of figures of one thing; whether a part of it is told; how
    likely it is of one thing with others."""

    number: int
    group: int
    has_part: bool
    chances: Chances


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a property as one page gives it. `range` is null for words; `attributed` names who gives it, where the page
    tells; `whole` says that a meal is counted in; `note` shows a calculation; `scope`: the page says how it is counted; `gated`:
    it tells only beside another voice; `aspect`: whose losses or which money it is; `giver`: who gives it, in
    words; `day`: that of the act as the page dates it, where it does; `against`: a page sets it against another value; `part`: it
    is told as a part of another; `former`: beside what it was before, or became; `planned`: a length of time that was set aside;
    `causal`: a reason by its own words, or told in answer to a question why; `sure`: how likely it is of one thing with the others
    of its row."""

    property: str
    value: str
    unit: str | None
    range: Range | None
    hedged: bool
    stems: frozenset[str]
    evidence: Evidence
    origins: tuple[str, ...]
    written: str | None
    attributed: str | None
    whole: bool = False
    note: str | None = None
    scope: bool = False
    gated: bool = False
    aspect: str | None = None
    giver: str | None = None
    day: str | None = None
    against: bool = False
    part: bool = False
    former: bool = False
    thing: Thing | None = None
    planned: bool = False
    causal: bool = False
    sure: float | None = None


@dataclass(frozen=True)
class Pages:
    """The documents, where their passages come from, and who is named as saying what."""

    documents: Mapping[str, Document]
    sentences: Mapping[str, Sentence]
    countries: frozenset[str]
    origins: Origins
    givers: Givers
    lines: Lines

    def around(self, event: Event) -> tuple[str, int]:
        """Give the sentence of an event and where it begins."""
        s, text = self.sentences.get(event.sentence_id), self.documents[event.doc_id].text
        return (text[s.start : s.end], s.start) if s else (text[event.start : event.end], event.start)

    @cached_property
    def first_year(self) -> int | None:
        """The year of the first page that says when it was written."""
        return min((int(d.published[:4]) for d in self.documents.values() if d.published), default=None)

    def of_old(self, evidence: Evidence) -> bool:
        """Tell whether a number stands in what its sentence tells of a year before that of its page, or of the first page where
        it does not say when it was written."""
        document, line = self.documents[evidence.doc_id], self.lines.at(evidence.doc_id, evidence.start)
        year = int(document.published[:4]) if document.published else self.first_year
        return background(document.text[line.start : line.end], evidence.start - line.start, year)

    def aspect(self, name: str, words: str, start: int, end: int) -> str | None:
        """Say whose losses a number at a place of a sentence counts, or which money it is."""
        if name == "amount":
            return kind_of_money(words, start, end)
        return side_of(words, start, end, self.countries) if name in LOSSES else None

    def of(self, evidence: Evidence) -> tuple[str, ...]:
        """Give the origins a stretch can go back to."""
        return self.origins.of((evidence.doc_id, evidence.start, evidence.end))

    def giver(self, evidence: Evidence) -> Giver:
        """Name who is said to give what stands there; nobody where the page says it in its own voice."""
        return self.givers.of(evidence)


def by_property(said: Iterable[Said]) -> Mapping[str, list[Said]]:
    """Sort the values of one occurrence by property; a stretch gives a property once."""
    found: dict[str, dict[Evidence, Said]] = defaultdict(dict)
    for s in sorted(
        said, key=lambda s: (s.evidence.doc_id, s.evidence.start, s.evidence.end, s.gated, s.value, s.unit or "")
    ):
        found[s.property].setdefault(s.evidence, s)
    made = {name: [s for s in by_place.values() if of_people(s)] for name, by_place in found.items()}
    made.update({name: more_than_one(listed) for name, listed in made.items() if name in KINDS})
    made["duration"] = of_one_day(made.get("duration", []))
    apart = by_aspect(counts_by_noun(made))
    return {name: once(listed) for name, listed in apart.items() if listed}


ASPECT = 4  # letters by which the words for a country and its people are one: Kesh, Keshi
LOSSES = frozenset(("deaths", "injuries", "missing", "casualties"))


def by_aspect(found: Mapping[str, list[Said]]) -> Mapping[str, list[Said]]:
    """Keep the losses of two sides apart, and a fine from the bribes it is for; what has one aspect only stays as it is."""
    made: dict[str, list[Said]] = {}
    for name, said in found.items():
        aspects = {
            s.aspect[:ASPECT]: s.aspect for s in sorted(said, key=lambda s: s.aspect or "", reverse=True) if s.aspect
        }
        for s in said:
            own = f"{name}: {aspects[s.aspect[:ASPECT]]}" if len(aspects) > 1 and s.aspect else name
            made.setdefault(own, []).append(replace(s, property=own))
    return made


def more_than_one(said: Sequence[Said]) -> list[Said]:
    """Leave out the one person whom a sentence tells of where pages count several, of whom he is one, or none."""
    several = any(s.range and s.range != ONE for s in said)
    return [s for s in said if not (several and s.range == ONE)]


ONE = Range(1, 1)


def once(said: Sequence[Said]) -> list[Said]:
    """Keep one value of each stretch, one that needs no other voice beside it first."""
    kept = {s.evidence: s for s in sorted(said, key=lambda s: s.gated, reverse=True)}
    return [kept[e] for e in dict.fromkeys(s.evidence for s in said)]


def of_one_day(said: Sequence[Said]) -> list[Said]:
    """Leave out lengths in days where others are in hours: those are of the journey, not of the talks."""
    short = [s for s in said if s.range and s.range.low < DAY]
    return short or list(said)


def of_people(said: Said) -> bool:
    """Tell whether a toll or a crowd is counted in people: ten heaps are none."""
    return (said.property not in KINDS and said.property != "participants") or said.unit is None or is_person(said.unit)


def counts_by_noun(found: Mapping[str, list[Said]]) -> Mapping[str, list[Said]]:
    """Give counts by what they count: people who take part, else vessels, rounds, pages."""
    made: dict[str, list[Said]] = {n: list(s) for n, s in found.items() if n != "count"}
    for s in found.get("count", ()):
        if s.unit == "time":
            made.setdefault("number of times", []).append(s)
        elif is_person(s.unit) and s.range and s.range.high >= FEW:
            made.setdefault("participants", []).append(replace(s, property="participants"))
        elif s.unit and s.unit not in NO_THINGS and not is_person(s.unit):
            noun = SAME.get(s.unit, s.unit)
            made.setdefault(plural(noun), []).append(replace(s, property=plural(noun), unit=noun))
    return made


def attributes(event: Event, pages: Pages) -> Iterator[Said]:
    """Give the numbers and phrases that belong to an event."""
    document = pages.documents[event.doc_id]
    sentence, offset = pages.around(event)
    for a in event.attributes:
        name = PROPERTIES.get(a.name)
        evidence = Evidence(event.doc_id, a.start, a.end)
        if name in OF_NOW and pages.of_old(evidence):
            continue
        if name in KINDS and governed_fate(document.text, pages.lines.at(event.doc_id, a.start).words, a.start, a.end) not in (
            name,
            None,
        ):
            continue  # of those told to leave, where others died
        if (name in KINDS and part_of_more(document.text, a)) or (
            name == "reason" and no_reason(document.text, event, a, pages.lines)
        ):
            continue
        if name is None or a.modifier == "part" or (name == "duration" and not lasts(event, a, document.text)):
            continue
        words = document.text[a.start : a.end]
        reach, unit = meaning(a, words)
        if name == "participants" and reach and (reach.high < FEW or (event.type == "CONSULT" and reach.low > MOST)):
            continue
        before = document.text[max(0, a.start - FAR) : a.start]
        if name == "count" and event.type == "CONSULT" and SPOKEN_OF.search(before):
            continue  # talks on the fate of eight captives
        if name == "count" and FATE.search(words):
            continue  # so many dead, so many aboard: told otherwise
        if name == "count":
            unit = noun_of(words)
            if is_currency(unit, bool(MONEY.search(words))) or (unit is None and MONEY.search(words)):
                name = "amount"
        unit = "person" if name in KINDS and unit is None else unit
        giver = pages.giver(evidence)
        yield Said(
            name, shown(a, words), unit, reach, a.modifier not in (None, "exact"), stems(words), evidence, pages.of(evidence),
            document.published, giver.key, counts_meal(document.text, a.end) if name == "duration" else False,
            gated=name == "reason" and event.status not in UNDONE,
            aspect=pages.aspect(name, sentence, a.start - offset, a.end - offset), giver=giver.words,
        )  # fmt: skip


SPOKEN_OF = re.compile(
    r"\b(?:about|on|over|for|back|(?:fate|release|return|freedom|deaths?|lives|case|families|future) of|free|"
    r"freed|freeing|releas(?:e|ed|ing)|get|"
    r"rescue|save)\s+(?:all |the |some |these |those |its |their )*$",
    re.I,
)
OF_NOW = frozenset(
    (*KINDS, "participants", "count", "amount", "duration")
)  # numbers of an earlier year are no part of these


def no_reason(text: str, event: Event, a: Attribute, lines: Lines) -> bool:
    """Tell that a phrase is no reason of an act: it holds the act itself, only a name, or is what a meeting was over."""
    if event.type == "CONSULT" and re.search(r"\bover (?:the |a |an )?$", text[max(0, a.start - 9) : a.start], re.I):
        return True
    tree = Tree(text, lines.at(event.doc_id, a.start).words)
    if grounds(tree, a.start, a.end) != (a.start, a.end):
        return True
    return a.start <= event.start < a.end or not re.search(r"\b[a-z]{4,}", text[a.start : a.end])


def part_of_more(text: str, a: Attribute) -> bool:
    """Tell whether a toll is only a part, or comes on top of one told before: two of the injured, three more."""
    return bool(
        PART_BEHIND.search(text[a.start : a.end + PART_NEAR].split(". ")[0]) or increment(text, a.start, a.end)
    ) and (a.name not in ("arrests", "released"))


def lasts(event: Event, a: Attribute, text: str) -> bool:
    """Tell whether a length of time is how long an act took: no term set by words, no meeting of weeks, no speech in it."""
    if event.type not in LASTING or a.number is None:
        return False
    before = text[max(0, a.start - FAR) : a.start].split(". ")[-1]
    if (
        ON_TOP.search(text[a.start - 10 : a.end])
        or OTHERWISE.search(before)
        or PART_OF.search(before)
        or TERM_BEHIND.search(text[a.end : a.end + FAR])
    ):
        return False
    return event.type != "CONSULT" or event.mode == "visit" or a.number < DAY


def noun_of(words: str) -> str | None:
    """Give the noun a count counts: its last word, made singular."""
    last = words.split()[-1].strip(".,;:’'\"”").lower() if words.split() else ""
    if (
        not last.isalpha()
        or len(last) < 3
        or last in NUMBER_WORDS
        or re.search(r"\bof (?:them|those|whom|us)\b", words)
    ):
        return None
    return singular(last)


def counts_meal(text: str, end: int) -> bool:
    """Tell whether a length is said to count a meal in."""
    return bool(BESIDES.search(re.split(r"[.;]", text[end : end + MEAL_NEAR])[0]))


MEAL_NEAR = 110  # characters behind a length in which it is said that a meal is counted in; ours


def meaning(a: Attribute, words: str) -> tuple[Range | None, str | None]:
    """Give what a value can mean as numbers, and its unit."""
    if a.number is None:
        return None, a.unit
    if a.unit == "minute":
        return minutes_range(a.number, a.modifier, words), a.unit
    return count_range(a.number, a.modifier), a.unit


def loose_value(one: Loose, pages: Pages) -> Said:
    """Write a number, time or year that stands beside no act as a value."""
    document = pages.documents[one.doc_id]
    words, evidence = document.text[one.start : one.end], Evidence(one.doc_id, one.start, one.end)
    own, q, giver = pages.of(evidence), one.quantity, one.giver or pages.giver(evidence)
    if q is None:
        shown_as = one.note if one.note and one.property != "first_since" else " ".join(words.split())
        return Said(
            one.property, shown_as, one.unit, one.reach, False, stems(words), evidence, own, document.published,
            giver.key, note=one.note, gated=one.gated, giver=giver.words, against=one.against, causal=one.causal,
        )  # fmt: skip
    reach, unit = reach_of(q, words) if one.property != "sentence" else as_told(q)
    if one.property == "magnitude" and q.value:
        reach = Range(q.value - MAGNITUDES, q.value + MAGNITUDES)
    unit = SAME.get(unit, unit) if unit else None
    whole = one.property == "duration" and counts_meal(document.text, one.end)
    if one.property in KINDS or one.property == "participants":
        unit = "person" if unit is None or unit in PEOPLE or unit in COUNTED_FATES or unit == "body" else unit
    around = document.text[max(0, one.start - COUNTED_NEAR) : one.end + COUNTED_NEAR]
    shown_as = " ".join(words.split()) if unit == "year" else shown_quantity(q, words)
    return Said(
        one.property, shown_as, unit, reach, q.modifier != "exact", stems(words), evidence, own,
        document.published, giver.key, whole, one.note, bool(COUNTING.search(around)), one.gated, one.aspect, giver.words,
    )  # fmt: skip


MAGNITUDES = 0.15  # by which institutes differ on one quake; ours


def as_told(q: Quantity) -> tuple[Range | None, str | None]:
    """Give a length in the unit it is told in: seven years."""
    return (Range(q.value, q.value) if q.value is not None else None), q.unit


def reach_of(q: Quantity, words: str) -> tuple[Range | None, str | None]:
    """Give what a quantity can mean, and its unit; lengths of time in minutes."""
    number = q.value if q.value is not None else q.low if q.low is not None else q.high
    if number is None:
        return None, q.unit
    if q.kind == "duration":
        return minutes_range(number * LENGTHS.get(q.unit or "minute", 1.0), q.modifier, words), "minute"
    if q.modifier == "between" and q.low is not None and q.high is not None:
        return Range(q.low, q.high), q.unit
    if q.value is None and q.low is not None and q.high is None:
        return Range(q.low, VAGUE * q.low), q.unit  # "tens of thousands"
    if q.kind == "percent" and q.modifier == "exact" and number == int(number):
        return Range(number - ROUNDED, number + ROUNDED), q.unit  # 54 percent can be 53.8
    return count_range(number, q.modifier), q.unit


ROUNDED = 0.49  # by which a share told in whole percent may be off: not so far that 11 and 12 meet


def shown_quantity(q: Quantity, words: str) -> str:
    """Write a quantity as a value: the number with its hedge; lengths of time in minutes; no number by its words."""
    if q.modifier == "vague":
        return " ".join(words.split())
    scale = LENGTHS.get(q.unit or "minute", 1.0) if q.kind == "duration" else 1.0
    number = q.value if q.value is not None else q.low if q.low is not None else q.high
    if q.modifier == "between" and q.low is not None and q.high is not None:
        return f"{q.low * scale:.15g}–{q.high * scale:.15g}"
    told = f"{number * scale:.15g}" if number is not None else ""
    return told if q.modifier in ("exact", "part") else f"{q.modifier.replace('_', ' ')} {told}"


def shown(a: Attribute, words: str) -> str:
    """Write a value: the number with its hedge, else the words."""
    if a.number is None or a.modifier == "vague":
        return " ".join(words.split())
    number = f"{a.number:.15g}"
    return number if a.modifier in (None, "exact") else f"{a.modifier.replace('_', ' ')} {number}"


def day_number(day: str | None) -> int | None:
    """Number an ISO day; null for months and years."""
    return date.fromisoformat(day[:10]).toordinal() if day and len(day) >= 10 else None


def stems(words: str) -> frozenset[str]:
    """Give the stems of a phrase."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words))
