"""Read the days ahead, the years since which there was nothing like it and the hours that pages give, to be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from readout.records import Document
from readout.text.figures import Line, around, line_keys
from readout.text.quantities import read_quantities
from readout.text.ranges import Range
from readout.text.times import Time
from readout.text.told_hours import half_open, hours
from readout.text.told_since import since

MOVED = re.compile(
    r"\b(?:mov\w+|postpon\w+|put off|push\w+ back|delay\w+|brought forward|reschedul\w+|instead of|adjourn\w+)\b", re.I
)
# Behind these stands no day on which something is to be: contracts of before 1 June, since 3 May.
NOT_AHEAD = re.compile(r"\b(?:since|from before|dated|before|until the|edition of)\s+$", re.I)
LONGEST = 100  # days that a stretch told as a day ahead may have: a season; ours


class Moment(NamedTuple):
    """A day ahead, a year or an hour: place, kind, what it can mean, how it is written, the words around it, the sentence."""

    start: int
    end: int
    kind: str
    reach: Range
    value: str
    keys: dict[str, float]
    sentence: int
    moved: bool
    note: str | None = None  # how a year was reckoned, or which clock an hour is of
    told: Range | None = None  # the hour, where it is not the one on a dial of twelve


def moments(
    d: Document, lines: Sequence[Line], times: Sequence[Time], written: date | None, year: int | None
) -> Iterator[Moment]:
    """Give the moments of a page."""
    before: dict[str, float] = {}
    quantities = read_quantities(d.text, times=times)
    for n, line in enumerate(lines):
        own = line_keys(d.text, line)
        sentence = d.text[line.start : line.end]
        for t in times:
            if (
                line.start <= t.start < line.end
                and written
                and ahead(t, written)
                and not NOT_AHEAD.search(d.text[line.start : t.start])
            ):
                first, last = (date.fromisoformat(x[:10]).toordinal() for x in (t.date_start or "", t.date_end or ""))
                value = str(t.date_start) if first == last else f"{t.date_start}/{t.date_end}"
                keys = around((t.start, t.end), line, own, before)
                yield Moment(t.start, t.end, "day", Range(first, last), value, keys, n, bool(MOVED.search(sentence)))
        near = [
            replace(q, start=q.start - line.start, end=q.end - line.start)
            for q in quantities
            if line.start <= q.start < line.end
        ]
        found = since(sentence, near, year)
        if found and found.years:
            start, end = line.start + found.start, line.start + found.end
            note = f"{year} less {found.passed:g} is {year - found.passed:g}" if year and found.passed else None
            yield Moment(
                start,
                end,
                "since",
                found.years,
                d.text[start:end],
                around((start, end), line, own, before),
                n,
                False,
                note,
            )
        for h in hours(sentence):
            start, end = line.start + h.start, line.start + h.end
            reach = half_open(h.minutes) if h.minutes.low >= 0 else h.minutes
            keys = around((start, end), line, own, before)
            yield Moment(
                start,
                end,
                "clock",
                reach,
                d.text[start:end],
                keys,
                n,
                False,
                "twelve-hour clock" if h.open_half else "clock",
                h.minutes,
            )
        before = own


def ahead(t: Time, written: date) -> bool:
    """Tell whether a time is a day, month or season that lies ahead of the day of writing."""
    if (
        t.type not in ("DATE", "TIME")
        or not t.date_start
        or not t.date_end
        or len(t.date_start) < 10
        or len(t.date_end) < 10
    ):
        return False
    first, last = date.fromisoformat(t.date_start[:10]), date.fromisoformat(t.date_end[:10])
    return last > written and (last - first).days <= LONGEST and first.year - written.year <= 1
