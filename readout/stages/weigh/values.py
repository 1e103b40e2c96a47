"""Collect what each page says of an occurrence: one value per property, with its words and origins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.records import Attribute, Document, Event, Evidence
from readout.text.origins import Origins
from readout.text.ranges import Range, count_range, minutes_range
from readout.text.stem import stem

WORD = re.compile(r"[^\W_]{3,}")
SINCE = re.compile(r"since\s+(?:\w+\s+)?(\d{4})")
IN_YEARS = re.compile(r"in\s+(?:(nearly|almost|about|more than|over)\s+)?(\w+)\s+(year|decade)s?")
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {w: n for n, w in enumerate(_NUMBERS.split(), 1)}


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a property as one page gives it. `range` is null for words."""

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


def values(events: Sequence[Event], documents: Mapping[str, Document], origins: Origins) -> Mapping[str, list[Said]]:
    """Give the values of one occurrence by property."""
    found: dict[str, list[Said]] = defaultdict(list)
    for event in events:
        document = documents[event.doc_id]
        own = origins.of((event.doc_id, event.start, event.end))
        for said in (*attributes(event, document, own), *circumstances(event, document, own)):
            found[said.property].append(said)
    return found


def attributes(event: Event, document: Document, own: tuple[str, ...]) -> Iterator[Said]:
    """Give the numbers and phrases that belong to an event."""
    for a in event.attributes:
        words = document.text[a.start : a.end]
        reach, unit, hedged = meaning(a, words, document.published)
        evidence = Evidence(event.doc_id, a.start, a.end)
        value = shown(a, words)
        yield Said(
            a.name, value, unit, reach, hedged, stems(words), evidence, own, document.published, event.attributed_to
        )


def meaning(a: Attribute, words: str, published: str | None) -> tuple[Range | None, str | None, bool]:
    """Give what a value can mean as numbers, its unit, and whether it is hedged."""
    hedged = a.modifier not in (None, "exact")
    if a.name == "order":
        year = year_of(words, published)
        return (year, "year", hedged) if year else (None, None, hedged)
    if a.number is None:
        return None, a.unit, hedged
    if a.unit == "minute":
        return minutes_range(a.number, a.modifier, words), a.unit, hedged
    return count_range(a.number, a.modifier), a.unit, hedged


def shown(a: Attribute, words: str) -> str:
    """Write a value: the number with its hedge, else the words."""
    if a.number is None or a.name == "order":
        return " ".join(words.split())
    number = f"{a.number:g}"
    return number if a.modifier in (None, "exact") else f"{a.modifier.replace('_', ' ')} {number}"


def year_of(words: str, published: str | None) -> Range | None:
    """Give the year behind "first since 2018" or "first in nearly five years"."""
    since = SINCE.search(words)
    if since:
        year = float(since.group(1))
        return Range(year, year)
    passed = IN_YEARS.search(words.lower())
    if not passed or not published:
        return None
    number = NUMBERS.get(passed.group(2)) or (int(passed.group(2)) if passed.group(2).isdigit() else 0)
    if not number:
        return None
    span = number * (10 if passed.group(3) == "decade" else 1)
    year = int(published[:4]) - span
    slack = 1 if passed.group(1) in (None, "nearly", "almost", "about") else span
    return Range(year - (slack if passed.group(1) != "nearly" else 0), year + 1)


def circumstances(event: Event, document: Document, own: tuple[str, ...]) -> Iterator[Said]:
    """Give an event's place and status as values; the words that tell are those of the trigger."""
    evidence = Evidence(event.doc_id, event.start, event.end)
    given = [("place", event.place), ("status", event.status)]
    for name, value in given:
        if value:
            yield Said(
                name, value, None, None, False, stems(value), evidence, own, document.published, event.attributed_to
            )
    if event.date_start and event.date_basis != "publication":
        end = event.date_end or event.date_start
        value = event.date_start if end == event.date_start else f"{event.date_start}/{end}"
        yield Said("date", value, "day", None, False, frozenset((value,)), evidence, own, document.published, None)


def stems(words: str) -> frozenset[str]:
    """Give the stems of a phrase."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words))
