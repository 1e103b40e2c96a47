"""Read the date lines of pages, strictly: one day in one of the common forms, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

NAMES = (
    "january jan januar januari janvier enero janeiro gennaio", "february feb februar februari février febrero fevereiro febbraio",
    "march mar märz mars marts maart maret marzo março", "april apr avril abril aprile", "may mai maj mei mayo maio maggio",
    "june jun juni juin junio junho giugno", "july jul juli juillet julio julho luglio",
    "august aug augustus agustus août agosto", "september sept sep septembre septiembre setembro settembre",
    "october oct oktober octobre octubre outubro ottobre", "november nov novembre noviembre novembro",
    "december dec dezember décembre diciembre dezembro desember dicembre",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(NAMES, 1) for name in names.split()}
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
    "sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes "
    "sábado "
    "domingo"
)
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
YEAR = r"(?P<year>\d{4})"
WEEKDAY = (
    r"(?:(?P<weekday>"
    + "|".join(WEEKDAYS.split())
    + r"|(?<!\w\s)(?:mon|tues?|wed|thur?s?|fri|sat|sun)\.?)(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:the\s+|den\s+)?)?"
)
FORMS = tuple(
    re.compile(rf"{WEEKDAY}{form}", re.I)
    for form in (
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b",
        rf"\b{DAY}[\s/-]+(?:of\s+|de\s+)?{MONTH}[,/-]?\s*(?:de\s+|del\s+)?{YEAR}\b",
        rf"\b{YEAR}[-/.](?P<month>\d{{2}})[-/.](?P<day>\d{{2}})\b",
        rf"\b(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})[/-]{YEAR}\b",
    )
)
FOUR_FIGURES = re.compile(r"\d{4}")
CLOCK = re.compile(
    r"[\s,|·•@–—-]*(?:(?:at|um|à|a las|kl|klo|ore)\.?\s+)?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?|uhr|hrs?\b)?|\d{1,"
    r"2}\s*[ap]\.?m\.?)"
    r"(?:\s*\(?(?-i:[A-Z]{2,5}|GMT[+-]\d+|UTC[+-]\d+|[+-]\d{2}:?\d{2})\)?)?",
    re.I,
)

LEADING = re.compile(r"^(?:the|on|dated)\s+(?=\w)", re.I)
TRAILING = re.compile(rf"^,?\s+(?:{'|'.join(WEEKDAYS.split())})\b", re.I)


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a line: where, which, and whether its weekday is written out before it."""

    start: int
    end: int
    iso: str
    weekday: bool


def read_day(words: str) -> str | None:
    """Read a line that holds a day and nothing else but a time of day; null where it is anything else or two days."""
    line = LEADING.sub("", words.strip())
    found = find_day(line)
    if found is None or found.start:
        return None
    rest = TRAILING.sub("", CLOCK.sub("", line[found.end :], count=1))
    return found.iso if not rest.strip(" \t,.;|)\xa0") else None


def find_day(line: str) -> Day | None:
    """Find the first day written with its year in a line."""
    if not FOUR_FIGURES.search(line):
        return None
    days = [day for form in FORMS for day in [day_of(form.search(line), form is FORMS[-1])] if day]
    return min(days, key=lambda day: (day.start, -day.end), default=None)


def by_weekday(first: int, second: int, year: int, weekday: str | None) -> tuple[int, int]:
    """Order figures that may be day and month either way by an English weekday before them; zeros where it does not tell."""
    if not (weekday and first and second and year):
        return 0, 0
    name = weekday.lower()[:3]
    orders = [(first, second), (second, first)]
    told = [(d, m) for d, m in orders if f"{date(year, m, d):%a}".lower() == name]
    return told[0] if len(told) == 1 else (0, 0)


def day_of(found: re.Match[str] | None, figures: bool) -> Day | None:
    """Check a day. Figures between strokes count only where one order of day and month is possible; with full stops
    the day comes first, as wherever dates are written so."""
    if found is None:
        return None
    month = MONTHS.get(found["month"].lower(), 0) if not found["month"].isdigit() else int(found["month"])
    day, year = int(found["day"]), int(found["year"])
    if figures and day != month and day <= 12 and month <= 12:
        day, month = by_weekday(day, month, year, found["weekday"])
    if figures and month > 12:
        day, month = month, day
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    weekday = found["weekday"]
    return Day(found.start(), found.end(), iso, weekday is not None and len(weekday.rstrip(".")) > 4)
