"""Read the term set to an act: within ten days, by 1 April, before the end of the month, no later than Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from readout.text.ranges import Range
from readout.text.times import Time

WITHIN: Final = re.compile(
    r"\b(?:within|inside|in the (?:course|space) of|in (?:less|no more) than|in at most)\s+(?:the next\s+)?$", re.I
)
BY: Final = re.compile(
    r"\b(?:by|before|until|no later than|not later than|at the latest by|ahead of|"
    r"as of)\s+(?:the\s+)?(?P<end>end of\s+(?:the\s+)?|middle of\s+)?(?:next\s+|this\s+)?$",
    re.I,
)
MONTH_OUT: Final = re.compile(
    r"\b(?:before|by)\s+(?:the\s+end\s+of\s+(?:the|this)\s+(?P<unit>month|year|week)|the\s+(?P<out>month|year|"
    r"week)\s+is\s+(?:out|over))\b",
    re.I,
)
DAYS: Final = {"H": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.0}

SHORTEST: Final = 0.25  # days below which "within" tells how fast something was, not a term; ours


class Limit(NamedTuple):
    """A term: its place and the days, as ordinals, on which it can run out."""

    start: int
    end: int
    days: Range


def limits(sentence: str, offset: int, times: Sequence[Time], written: date | None) -> Iterator[Limit]:
    """Read the terms of a sentence whose times have spans in the text that it begins at `offset` of."""
    done = -1
    for m in MONTH_OUT.finditer(sentence):
        last = end_of(m.group("unit") or m.group("out"), written)
        if last:
            done = m.end()
            yield Limit(m.start(), m.end(), Range(last - 3, last + 1))
    for t in times:
        start, end = t.start - offset, t.end - offset
        if start < done:
            continue
        within, by = WITHIN.search(sentence[:start]), BY.search(sentence[:start])
        length = days_of(t.value) if t.type == "DURATION" else None
        if within and length is not None and written and length >= SHORTEST:
            first = written.toordinal() + length
            yield Limit(within.start(), end, Range(first - max(2, length / 20), first + 1))
        elif by and t.type in ("DATE", "TIME") and t.date_start and t.date_end and ahead(t, written):
            lead = by.group().lower()
            first, last = (date.fromisoformat(d[:10]).toordinal() for d in (t.date_start, t.date_end))
            ending = by.group("end") or re.match(r"(?:the )?end of", sentence[start:end], re.I)
            whole = last if ending or lead.startswith(("by", "until", "no", "not", "at", "as")) else first
            yield Limit(by.start(), end, Range(whole - 3 if t.precision != "day" else whole - 1, whole + 1))


def ahead(t: Time, written: date | None) -> bool:
    """Tell whether a day lies ahead of the day of writing."""
    return written is not None and t.date_end is not None and date.fromisoformat(t.date_end[:10]) >= written


def days_of(value: str) -> float | None:
    """Read a TIMEX3 length in days; null for lengths that are no number."""
    found = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([HDWMY])", value)
    return (
        float(found.group(2)) * DAYS[found.group(3)]
        if found and not (found.group(1) and found.group(3) == "M")
        else None
    )


def end_of(unit: str, written: date | None) -> int | None:
    """Give the last day of the week, month or year of writing."""
    if written is None:
        return None
    if unit.lower() == "week":
        return (written + timedelta(days=6 - written.weekday())).toordinal()
    year, month = (written.year, written.month) if unit.lower() == "month" else (written.year, 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return following.toordinal() - 1
