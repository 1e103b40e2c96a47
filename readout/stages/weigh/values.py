"""Collect what each page says of an occurrence: one value per property, with its words and origins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.records import Attribute, Document, Event, Evidence
from readout.stages.weigh.loose import Loose
from readout.text.acts import act_of
from readout.text.origins import Origins
from readout.text.quantities import Quantity
from readout.text.ranges import Range, count_range, minutes_range
from readout.text.stem import stem
from readout.text.told_numbers import FATE_KINDS, MINUTES, PEOPLE

WORD = re.compile(r"[^\W_]{3,}")
YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
IN_YEARS = re.compile(r"(?:(nearly|almost|about|more than|over)\s+)?([\w-]+)\s+(year|decade)s?")
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
NUMBERS = {w: n for n, w in enumerate(_NUMBERS.split(), 1)}
# What an attribute of an event is called as a property of an occurrence; those not listed are no property.
PROPERTIES = {
    "duration_minutes": "duration", "deaths": "deaths", "injuries": "injuries", "arrests": "arrests", "released": "released",
    "participants": "participants", "amount": "amount", "reason": "reason", "count": "count",
}  # fmt: skip
# A length of time in an act of words is a term set to somebody, not how long the saying took.
DAY = 1440  # minutes
LASTING = frozenset(("CONSULT", "PROTEST", "MOBILIZE", "ASSAULT", "COERCE", "COOPERATE", "AID"))
MEAL = re.compile(r"\b(?:dinner|lunch|meal|breakfast|supper|banquet)\b", re.I)
BESIDES = re.compile(
    r"\b(?:includ\w+|with|counting|plus|together with|and)\b[^.;]{0,30}\b(?:dinner|lunch|meal|breakfast)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a property as one page gives it. `range` is null for words; `whole` says that a meal is counted in."""

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


@dataclass(frozen=True)
class Pages:
    """The documents and where their passages come from."""

    documents: Mapping[str, Document]
    origins: Origins

    def of(self, evidence: Evidence) -> tuple[str, ...]:
        """Give the origins a stretch can go back to."""
        return self.origins.of((evidence.doc_id, evidence.start, evidence.end))


def values(events: Sequence[Event], loose: Sequence[tuple[str, Loose]], pages: Pages) -> Mapping[str, list[Said]]:
    """Give the values of one occurrence by property; `loose` are its numbers that stand beside no act, with their pages."""
    found: dict[str, dict[Evidence, Said]] = defaultdict(dict)
    for event in events:
        for said in (*attributes(event, pages), *circumstances(event, pages)):
            found[said.property].setdefault(said.evidence, said)
    for doc_id, one in loose:
        told = loose_value(doc_id, one, pages)
        if told:
            found[told.property].setdefault(told.evidence, told)
            found["count"].pop(told.evidence, None)
    made = {name: [s for s in by_place.values() if of_people(s)] for name, by_place in found.items()}
    made["duration"] = of_one_day(made.get("duration", []))
    made = {name: listed for name, listed in made.items() if listed}
    return counts_by_noun(made)


def of_one_day(said: Sequence[Said]) -> list[Said]:
    """Leave out lengths in days where others are in hours: those are of the journey, not of the talks."""
    short = [s for s in said if s.range and s.range.low < DAY]
    return short or list(said)


def of_people(said: Said) -> bool:
    """Tell whether a toll or a crowd is counted in people: ten heaps are none."""
    return (
        (said.property not in FATE_KINDS and said.property != "participants")
        or said.unit is None
        or said.unit in PEOPLE
    )


def counts_by_noun(found: Mapping[str, list[Said]]) -> Mapping[str, list[Said]]:
    """Give counts by what they count: vessels, rounds, rescuers."""
    made: dict[str, list[Said]] = {n: s for n, s in found.items() if n != "count"}
    for s in found.get("count", ()):
        if s.unit:
            made.setdefault(f"number of {s.unit}s", []).append(s)
    return made


def attributes(event: Event, pages: Pages) -> Iterator[Said]:
    """Give the numbers and phrases that belong to an event."""
    document = pages.documents[event.doc_id]
    for a in event.attributes:
        name = PROPERTIES.get(a.name)
        if name is None or (name == "duration" and not lasts(event, a)):
            continue
        words = document.text[a.start : a.end]
        evidence = Evidence(event.doc_id, a.start, a.end)
        reach, unit = meaning(a, words)
        if name == "count":
            unit = noun_of(words)
        yield Said(
            name, shown(a, words), unit, reach, a.modifier not in (None, "exact"), stems(words), evidence, pages.of(evidence),
            document.published, event.attributed_to, counts_meal(document.text, a.end) if name == "duration" else False,
        )  # fmt: skip


def lasts(event: Event, a: Attribute) -> bool:
    """Tell whether a length of time is how long an act took: no term set by words, no meeting of weeks."""
    if event.type not in LASTING or a.number is None:
        return False
    return event.type != "CONSULT" or event.mode == "visit" or a.number < DAY


def noun_of(words: str) -> str | None:
    """Give the noun a count counts: its last word."""
    last = words.split()[-1].strip(".,;:’'\"”").lower() if words.split() else ""
    return last.removesuffix("s") if last.isalpha() and len(last) > 2 and last not in NUMBERS else None


def counts_meal(text: str, end: int) -> bool:
    """Tell whether a length is said to count a meal in."""
    return bool(BESIDES.search(text[end : end + 60].split(".")[0]))


def meaning(a: Attribute, words: str) -> tuple[Range | None, str | None]:
    """Give what a value can mean as numbers, and its unit."""
    if a.number is None:
        return None, a.unit
    if a.unit == "minute":
        return minutes_range(a.number, a.modifier, words), a.unit
    return count_range(a.number, a.modifier), a.unit


def loose_value(doc_id: str, one: Loose, pages: Pages) -> Said | None:
    """Write a number that stands beside no act as a value."""
    document = pages.documents[doc_id]
    words, evidence = document.text[one.start : one.end], Evidence(doc_id, one.start, one.end)
    q = one.quantity
    if q is None:
        year = year_of(words, document.published)
        shown_as = " ".join(words.split())
        return Said(
            one.property,
            shown_as,
            "year",
            year,
            False,
            stems(words),
            evidence,
            pages.of(evidence),
            document.published,
            None,
        )
    reach, unit = reach_of(q, words)
    whole = one.property == "duration" and counts_meal(document.text, one.end)
    return Said(
        one.property, shown_quantity(q), unit, reach, q.modifier != "exact", stems(words), evidence, pages.of(evidence),
        document.published, None, whole,
    )  # fmt: skip


def reach_of(q: Quantity, words: str) -> tuple[Range | None, str | None]:
    """Give what a quantity can mean, and its unit; lengths of time in minutes."""
    number = q.value if q.value is not None else q.low if q.low is not None else q.high
    if number is None:
        return None, q.unit
    if q.kind == "duration":
        return minutes_range(number * MINUTES.get(q.unit or "minute", 1.0), q.modifier, words), "minute"
    if q.modifier == "between" and q.low is not None and q.high is not None:
        return Range(q.low, q.high), q.unit
    if q.value is None and q.low is not None and q.high is None:
        return Range(q.low, 10 * q.low), q.unit  # "tens of thousands"
    return count_range(number, q.modifier), q.unit


def shown_quantity(q: Quantity) -> str:
    """Write a quantity as a value: the number with its hedge; lengths of time in minutes."""
    scale = MINUTES.get(q.unit or "minute", 1.0) if q.kind == "duration" else 1.0
    number = q.value if q.value is not None else q.low if q.low is not None else q.high
    if q.modifier == "between" and q.low is not None and q.high is not None:
        return f"{q.low * scale:g}–{q.high * scale:g}"
    told = f"{number * scale:.15g}" if number is not None else ""
    return told if q.modifier == "exact" else f"{q.modifier.replace('_', ' ')} {told}"


def shown(a: Attribute, words: str) -> str:
    """Write a value: the number with its hedge, else the words."""
    if a.number is None:
        return " ".join(words.split())
    number = f"{a.number:.15g}"
    return number if a.modifier in (None, "exact") else f"{a.modifier.replace('_', ' ')} {number}"


def year_of(words: str, published: str | None) -> Range | None:
    """Give the year behind "2018" or "nearly five years"."""
    if YEAR.match(words.strip()):
        return Range(float(words), float(words))
    passed = IN_YEARS.search(words.lower())
    if not passed or not published:
        return None
    number = NUMBERS.get(passed.group(2)) or (int(passed.group(2)) if passed.group(2).isdigit() else 0)
    if not number:
        return None
    span = number * (10 if passed.group(3) == "decade" else 1)
    year = int(published[:4]) - span
    slack = span if passed.group(1) in ("more than", "over") else 1
    return Range(year - slack, year + (0 if passed.group(1) in ("more than", "over") else 1))


def circumstances(event: Event, pages: Pages) -> Iterator[Said]:
    """Give an event's status and stated day as values; the words that tell are those of the trigger."""
    evidence, document = Evidence(event.doc_id, event.start, event.end), pages.documents[event.doc_id]
    own = pages.of(evidence)
    status = act_of(event, None, None).status
    yield Said(
        "status", status, None, None, False, stems(status), evidence, own, document.published, event.attributed_to
    )
    if event.date_start and event.date_basis != "publication" and event.date_precision == "day":
        end = event.date_end or event.date_start
        value = event.date_start if end == event.date_start else f"{event.date_start}/{end}"
        planned = "planned" if status in ("planned", "postponed", "proposed") else "happened"
        yield Said("date", value, planned, None, False, frozenset((value,)), evidence, own, document.published, None)


def stems(words: str) -> frozenset[str]:
    """Give the stems of a phrase."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words))
