"""Read the time of day at which something is told to have happened: shortly before five, a quarter to nine, 16:45, noon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from readout.text.number_words import VALUES
from readout.text.ranges import Range

HALF_DAY: Final = 720  # minutes
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LEAD = (
    r"(?P<lead>(?:(?:shortly|just|soon|well|a little|minutes)\s+)?(?:at|by|before|after|around|about|"
    r"towards?|since|from|until|past)|(?:at|by|from)\s+(?:around|about|some|roughly))"
)
CLOCK: Final = re.compile(
    rf"\b{_LEAD}\s+(?:(?P<noon>noon|midday|midnight)\b"
    rf"|(?P<step>(?:a )?quarter|half|five|ten|twenty|twenty-five)\s+(?P<way>to|past)\s+(?P<from>{_HOURS}|\d{{1,2}})\b"
    rf"|(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?!\d|[.,]\d|%|\s?(?:per cent|percent|million|billion|km|m)\b)"
    rf"|(?P<whole>{_HOURS}|\d{{1,2}})(?![\d.,:-]\w))"
    r"(?P<clock>\s+o[’']clock)?(?:\s*(?P<half>a\.?m\b|p\.?m\b)|\s+(?P<part>in the (?:small hours|early morning|"
    r"morning|afternoon|"
    r"evening)|at night))?", re.I,
)  # fmt: skip
# Behind a bare number that is a time of day stands no noun: at five, at ten in the hall, shortly before three when …
BEHIND: Final = re.compile(
    r"\s*(?:$|[,.;:”\"’)]|(?:when|on|and|that|as|with|in|local|but|until|to|after|before|sharp)\b)", re.I
)
ABOUT: Final = 30  # minutes that "about" and "shortly" may be off; ours
WHOLE: Final = 10  # minutes by which an hour said without minutes may be off; ours


class Hour(NamedTuple):
    """A time of day: its place, the minutes of the day it can mean, and whether the words leave the half of the day open."""

    start: int
    end: int
    minutes: Range
    open_half: bool


def hours(sentence: str) -> Iterator[Hour]:
    """Read the times of day of a sentence; bare small numbers without minutes or half of the day only where nothing is counted."""
    for m in CLOCK.finditer(sentence):
        read = minute_of(m)
        lead = m.group("lead").lower()
        loose = bare(m) and (
            lead in ("after", "before", "since", "until", "past", "by") or not BEHIND.match(sentence[m.end() :])
        )
        if read is None or loose or lead.startswith("well") or lead in TERMS:
            continue
        minute, open_half, exact = read
        yield Hour(m.start() if lead != "at" else m.end("lead") + 1, m.end(), around(minute, lead, exact), open_half)


TERMS: Final = ("by", "until", "since", "past")  # lead to an hour that ends or bounds something


def bare(m: re.Match[str]) -> bool:
    """Tell a bare number: after three, before ten."""
    return bool(m.group("whole")) and not (m.group("half") or m.group("part") or m.group("clock"))


def minute_of(m: re.Match[str]) -> tuple[int, bool, bool] | None:
    """Give the minute of the day, whether its half is open, and whether minutes were said."""
    if m.group("noon"):
        return (0 if m.group("noon").lower() == "midnight" else HALF_DAY), False, True
    part = (m.group("half") or m.group("part") or "").lower()
    if m.group("step"):
        hour, step = number(m.group("from")), m.group("step").lower().removeprefix("a ")
        size = {"quarter": 15, "half": 30, "twenty-five": 25}.get(step) or int(VALUES[step])
        minute = hour * 60 + (size if m.group("way").lower() == "past" else -size)
        return minute % 1440, hour <= 12, True
    hour = number(m.group("hour") or m.group("whole"))
    minute = int(m.group("minute") or 0)
    if hour > 24 or (hour > 12 and part.startswith(("a", "p"))):
        return None
    if part:
        later = part.startswith("p") or "afternoon" in part or "evening" in part or ("night" in part and hour > 6)
        return (hour % 12 + 12 * later) * 60 + minute, False, bool(m.group("minute"))
    written = bool(m.group("hour"))
    return hour % 24 * 60 + minute, not written and hour <= 12, written


def number(words: str) -> int:
    """Read an hour in figures or words."""
    return int(words) if words.isdigit() else int(VALUES[words.lower()])


def around(minute: int, lead: str, exact: bool) -> Range:
    """Give the minutes of the day that a time with its hedge can mean."""
    if lead.endswith("before"):
        return Range(minute - ABOUT, minute)
    if lead.endswith(("after", "past")):
        return Range(minute, minute + ABOUT)
    if lead.endswith(("around", "about", "toward", "towards", "some", "roughly")):
        return Range(minute - ABOUT, minute + ABOUT)
    slack = 5 if exact else WHOLE
    return Range(minute - slack, minute + slack)


def half_open(minutes: Range) -> Range:
    """Give a time of day on a dial of twelve hours."""
    turns = HALF_DAY * (minutes.low // HALF_DAY)
    return Range(minutes.low - turns, minutes.high - turns)
