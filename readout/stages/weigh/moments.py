"""Read the days ahead, the years since which there was nothing like it and the hours that pages give, to be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from readout.records import Document
from readout.text.figures import Line, around, line_keys
from readout.text.quantities import Quantity
from readout.text.ranges import Range
from readout.text.times import Time
from readout.text.told_hours import half_open, hours
from readout.text.told_since import head_before, since

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
    head: str | None = None  # what had no equal since a year


class Read(NamedTuple):
    """What was read of a page: its sentences, times and quantities, the day of writing, and the year where that is not known."""

    lines: Sequence[Line]
    times: Sequence[Time]
    quantities: Sequence[Quantity]
    written: date | None
    year: int | None


class Here(NamedTuple):
    """A sentence with its words, its number, and the telling words of it and of the one before."""

    text: str
    line: Line
    number: int
    own: dict[str, float]
    before: dict[str, float]

    def around(self, start: int, end: int) -> dict[str, float]:
        """Weigh the words around a stretch."""
        return around((start, end), self.line, self.own, self.before)

    @property
    def sentence(self) -> str:
        return self.text[self.line.start : self.line.end]

    def earlier(self, page: Read) -> str:
        """Give the sentence before."""
        line = page.lines[self.number - 1] if self.number else None
        return self.text[line.start : line.end] if line else ""


def moments(d: Document, page: Read) -> Iterator[Moment]:
    """Give the moments of a page."""
    before: dict[str, float] = {}
    for n, line in enumerate(page.lines):
        own = line_keys(d.text, line)
        here = Here(d.text, line, n, own, before)
        yield from days(here, page)
        yield from years(here, page)
        yield from clocks(here)
        before = own


def days(here: Here, page: Read) -> Iterator[Moment]:
    """Give the days ahead of a sentence."""
    line = here.line
    for t in page.times:
        inside = line.start <= t.start < line.end and page.written and ahead(t, page.written)
        if inside and not NOT_AHEAD.search(here.text[line.start : t.start]):
            first, last = (date.fromisoformat(x[:10]).toordinal() for x in (t.date_start or "", t.date_end or ""))
            value = str(t.date_start) if first == last else f"{t.date_start}/{t.date_end}"
            keys, moved = here.around(t.start, t.end), bool(MOVED.search(here.sentence))
            yield Moment(t.start, t.end, "day", Range(first, last), value, keys, here.number, moved)


def years(here: Here, page: Read) -> Iterator[Moment]:
    """Give the year since which there was nothing like what a sentence tells."""
    offset, year = here.line.start, page.written.year if page.written else page.year
    own = [q for q in page.quantities if offset <= q.start < here.line.end]
    found = since(here.sentence, [replace(q, start=q.start - offset, end=q.end - offset) for q in own], year)
    if found and found.years:
        start, end = offset + found.start, offset + found.end
        note = f"{year} less {found.passed:g} is {year - found.passed:g}" if year and found.passed else None
        yield Moment(
            start, end, "since", found.years, here.text[start:end], here.around(start, end), here.number, False, note,
            head=found.head or head_before(here.sentence, here.earlier(page)),
        )  # fmt: skip


def clocks(here: Here) -> Iterator[Moment]:
    """Give the hours of a sentence."""
    for h in hours(here.sentence):
        start, end = here.line.start + h.start, here.line.start + h.end
        reach = half_open(h.minutes) if h.minutes.low >= 0 else h.minutes
        dial = "twelve-hour clock" if h.open_half else "clock"
        keys = here.around(start, end)
        yield Moment(
            start, end, "clock", reach, here.text[start:end], keys, here.number, False, note=dial, told=h.minutes
        )


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
