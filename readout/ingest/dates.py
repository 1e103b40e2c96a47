"""dates: read a date a format gives for its article, strictly; what is ambiguous or unknown is left as written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from readout.records import DateCandidate

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
ISO = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?)?)?"
)
COMPACT = re.compile(
    r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}[':]?(?:\d{2})?)?(?:00)?'?(?:00'?)?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}.*)?"
TRAILING_DAY = r"(?:,?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)?"
MONTH_FIRST = re.compile(WEEKDAY + r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + TRAILING_DAY + CLOCK, re.I)
DAY_FIRST = re.compile(WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]+)\.?,?\s+(\d{4})" + CLOCK, re.I)
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
RFC2822 = re.compile(r"(?:[a-z]{3},? )?\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d{2}(?::\d{2})? (?:[a-z]{1,4}|[+-]\d{4})", re.I)
EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def read_date(words: str) -> str | None:
    """Read a date or time as ISO 8601: a day, or a local time with its zone where one is given.

    Reads ISO 8601, RFC 2822, PDF dates, Unix seconds, `3 May 2021`, `May 3, 2021`, `2021/05/03`, and `13/05/2021` where
    one part can only be the day. Gives null for all else: `03/05/2021` is two days.
    """
    words = " ".join(words.split())
    for read in (iso, compact, rfc2822, month_named, numeric, epoch):
        try:
            value = read(words)
        except (ValueError, OverflowError, IndexError, TypeError):
            value = None
        if value is not None:
            return value
    return None


def iso(words: str) -> str | None:
    found = ISO.fullmatch(words)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if day is None:
        date(int(year), int(month), 1)
        return f"{year}-{month}"
    return moment(year, month, day, (hour, minute, second), zone)


def compact(words: str) -> str | None:
    found = COMPACT.fullmatch(words)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    return moment(year, month, day, (hour, minute, second), zone)


def moment(year: str, month: str, day: str, clock: tuple[str | None, str | None, str | None], zone: str | None) -> str:
    """Write a day, or a local time with its zone where that is known: the day is the one the outlet printed."""
    hour, minute, second = clock
    if hour is None or minute is None:
        return date(int(year), int(month), int(day)).isoformat()
    when = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    return when.isoformat() if zone is None else datetime.fromisoformat(when.isoformat() + offset(zone)).isoformat()


def offset(zone: str) -> str:
    """Write a zone as +hh:mm."""
    digits = re.sub(r"\D", "", zone).ljust(4, "0")
    return "+00:00" if zone == "Z" else f"{zone[0]}{digits[:2]}:{digits[2:4]}"


def month_named(words: str) -> str | None:
    found = MONTH_FIRST.fullmatch(words)
    if found:
        name, day, year = found.groups()
    elif found := DAY_FIRST.fullmatch(words):
        day, name, year = found.groups()
    month = MONTHS.get(name.lower()) if found else None
    return date(int(year), month, int(day)).isoformat() if month else None


def numeric(words: str) -> str | None:
    """Read figures where only one order is possible."""
    if found := YEAR_FIRST.fullmatch(words):
        return date(*map(int, found.groups())).isoformat()
    found = SLASHED.fullmatch(words)
    if found is None:
        return None
    first, second, year = map(int, found.groups())
    if first > 12 or first == second:
        return date(year, second, first).isoformat()
    return date(year, first, second).isoformat() if second > 12 else None


def epoch(words: str) -> str | None:
    if not EPOCH.fullmatch(words):
        return None
    return datetime.fromtimestamp(int(words[:10]), UTC).isoformat()


def rfc2822(words: str) -> str | None:
    return parsedate_to_datetime(words).isoformat() if RFC2822.fullmatch(words) else None


def not_after(candidates: tuple[DateCandidate, ...], captured_at: str | None) -> tuple[DateCandidate, ...]:
    """Leave out dates later than the capture: such a page tells of the future, or its clock was wrong."""
    limit = read_date(captured_at) if captured_at else None
    if limit is None:
        return candidates
    return tuple(c for c in candidates if c.value is None or not later(c.value, limit))


def later(value: str, limit: str) -> bool:
    """Compare moments where both have a zone, else days; a month is no later than its days."""
    if "T" in value and "T" in limit:
        left, right = datetime.fromisoformat(value), datetime.fromisoformat(limit)
        if left.tzinfo and right.tzinfo:
            return left > right
    return value[:10] > limit[:10]
