"""What the reader of time expressions knows while it reads: the words matched, the day counted from, the tense."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from readout.text.lexemes import Tokens
from readout.text.periods import Period, months_later, moved, period_of
from readout.text.time_tense import looks_forward, set_before
from readout.text.time_words import MONTHS, pattern, weekday_number

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["stated", "relative"]
Bounds = tuple[date | None, date | None] | None
OTHER_END = pattern(
    "(?:AND|TO|DASH|LONGDASH|BY|OR) (?:EARLY DASH?)? (?:(?:DAYNUM|ORDINAL) OF?)? (?:MONTH|AMBMONTH|MONABBR DOT?) "
    "(?:(?:DAYNUM|ORDINAL) COMMA?)? (?P<y>YEAR4)"
)
WEEKDAY_YEARS = 3  # years on each side in which a day with its weekday is looked for; ours
AGAINST_TENSE = 4.0  # a day that goes against the tense counts as so many times as far; ours
JUST_PAST = 2  # days back that a weekday set for something still means where it may be past or ahead; ours
NEAR = 25  # tokens within which a date stated in full goes on for those that name only month or day; ours


class Reading(NamedTuple):
    """What a run of tokens says: type, TIMEX3 value, period, and why."""

    first: int
    last: int  # one past the last token
    type: TimeType
    value: str
    why: str
    period: Period | None = None
    basis: Basis = "stated"
    bounds: Bounds = None
    refers: bool = True  # later words may count from it


@dataclass(slots=True)
class Scene:
    """A text under reading: its tokens, the day it was written, the period last spoken of."""

    tokens: Tokens
    codes: str
    anchor: date | None
    reference: Period | None = None
    stated: Period | None = None  # the last day or month given with its year
    stated_at: int = -NEAR
    reference_at: int = 0
    tense: Callable[[int], bool | None] | None = None
    told: dict[str, Period] = field(default_factory=dict)  # the last period of each grain
    readings: list[Reading] = field(default_factory=list)

    def forward(self, first: int, last: int) -> bool | None:
        """Tell whether a token run looks to the future (True) or the past (False); None where nothing tells."""
        given = self.tense(self.tokens.starts[first]) if self.tense else None
        return given if given is not None else looks_forward(self.tokens, first, last)

    def set_before(self, first: int, last: int) -> bool | None:
        """Tell whether the day that something was set for is past (True), may be (False) or is not told to be (null)."""
        given = self.tense(self.tokens.starts[first]) if self.tense else None
        return None if given is not None else set_before(self.tokens, first, last)

    def note(self, reading: Reading) -> None:
        """Keep a reading; a period of the calendar is what later words may count from."""
        self.readings.append(reading)
        if reading.period is None or not reading.refers:
            return
        self.reference, self.reference_at = reading.period, reading.last
        self.told[reading.period.grain] = reading.period
        if reading.basis == "stated" and reading.period.grain in ("day", "month"):
            self.stated, self.stated_at = reading.period, reading.last

    def year_nearby(self, first: int, last: int) -> int | None:
        """Give the year of a day or month stated in full shortly before, in the same paragraph."""
        if self.stated is None or first - self.stated_at > NEAR or self.forward(first, last):
            return None
        between = self.tokens.names[self.stated_at : first]
        return None if "BREAK" in between else self.stated.first.year

    def year_ahead(self, last: int) -> int | None:
        """Give the year that the other end of a range tells: between May and July 2004."""
        found = OTHER_END.match(self.codes, last)
        year = self.tokens.values.get(found.start("y")) if found else None
        return int(year) if year else None

    def part_of_year(self, first: int) -> Period | None:
        """Give the quarter or half spoken of shortly before."""
        told = self.reference
        near = told is not None and told.grain in ("quarter", "half") and first - self.reference_at < 60
        return told if near else None

    def same_sentence(self, first: int) -> Period | None:
        """Give the period spoken of before in the same sentence."""
        if self.reference is None or first < self.reference_at:
            return None
        names, at = self.tokens.names, self.reference_at
        return None if any(n in ("DOT", "STOP", "BREAK") for n in names[at:first]) else self.reference


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match: named groups are token runs."""

    match: re.Match[str]
    scene: Scene
    shift: int  # from places in the matched string to tokens

    @property
    def first(self) -> int:
        """The first token of the match."""
        return self.match.start() + self.shift

    @property
    def last(self) -> int:
        """One past the last token of the match."""
        return self.match.end() + self.shift

    def has(self, group: str) -> bool:
        """Tell that a group took part."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def at(self, group: str) -> int:
        """Give the first token of a group."""
        return self.match.start(group) + self.shift

    def end(self, group: str) -> int:
        """Give the place behind a group's last token."""
        return self.match.end(group) + self.shift

    def word(self, group: str) -> str:
        """Give the first word of a group, in lower case; empty where the group took no part."""
        return self.scene.tokens.words[self.at(group)] if self.has(group) else ""

    def number(self, group: str) -> float | None:
        """Give a group's value as a number."""
        return self.scene.tokens.values.get(self.at(group)) if self.has(group) else None

    def whole(self, group: str) -> int | None:
        """Give a group's value where it is a whole number, as a day or a year is."""
        value = self.number(group)
        if value is None and self.word(group) == "second":
            return 2
        return int(value) if value is not None and value < 1e9 and value == int(value) else None

    def before(self, back: int = 1) -> str:
        """Give the word before the match."""
        at = self.first - back
        return self.scene.tokens.words[at] if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """Give the word after the match."""
        at = self.last + ahead
        return self.scene.tokens.words[at] if at < len(self.scene.tokens.words) else ""

    def class_before(self, *names: str) -> bool:
        """Tell that the token before is of one of the classes."""
        return self.first > 0 and is_class(self.scene.codes[self.first - 1], names)

    def class_after(self, *names: str) -> bool:
        """Tell that the token after is of one of the classes."""
        return self.last < len(self.scene.codes) and is_class(self.scene.codes[self.last], names)

    def raw_after(self) -> str:
        """Give the token after the match as written."""
        return self.scene.tokens.raw(self.last) if self.last < len(self.scene.codes) else ""

    def forward(self) -> bool | None:
        """Tell whether the words around look to the future."""
        return self.scene.forward(self.first, self.last)

    def just_past(self, days: int) -> bool:
        """Tell a weekday so many days back that something was set for and that is past, or may be and was a day or two ago."""
        told = self.scene.set_before(self.first, self.last)
        return days > 0 and (told is True or (told is False and days <= JUST_PAST))

    def says(
        self,
        type_: TimeType,
        value: str,
        why: str,
        period: Period | None = None,
        *,
        basis: Basis = "stated",
        refers: bool = True,
    ) -> Reading:
        """Make the reading of the whole match."""
        return Reading(self.first, self.last, type_, value, why, period, basis, None, refers)

    def dated(self, period: Period | None, why: str, relative: bool = False) -> Reading | None:
        """Make the reading of a period; null where the calendar has none such."""
        if period is None:
            return None
        return self.says("DATE", period.value, why, period, basis="relative" if relative else "stated")


Reader = Callable[[Hit], "Reading | Sequence[Reading] | None"]


class Rule(NamedTuple):
    """A pattern of classes and what makes a reading of it."""

    name: str
    written: str
    read: Reader


def is_class(code: str, names: Sequence[str]) -> bool:
    """Tell that a character stands for one of the classes."""
    return any(pattern(name).match(code) for name in names)


def month_for(hit: Hit, word: str) -> Period | None:
    """Give the month a text means that names no year: the last one, or the next where the words look ahead."""
    scene, number = hit.scene, MONTHS[word]
    year = scene.year_ahead(hit.last) or scene.year_nearby(hit.first, hit.last)
    if year is not None:
        return Period("month", date(year, number, 1))
    if scene.anchor is None:
        return None
    now = period_of("month", scene.anchor)
    ahead = scene.forward(hit.first, hit.last) or hit.class_before("BY")
    forth, back = (number - now.first.month) % 12, (now.first.month - number) % 12
    return now.shifted(forth if (ahead and forth <= AGAINST_TENSE * back) or not back else -back)


def day_for(hit: Hit, month: int, day: int, told: int | None = None) -> Period | None:
    """Give the day of a month in the year told, else in the year of a date just before, else the nearest by tense."""
    scene = hit.scene
    year = told or scene.year_ahead(hit.last) or scene.year_nearby(hit.first, hit.last)
    if year is None and scene.anchor is None:
        return None
    anchor = scene.anchor or date(year or 1, 1, 1)
    reach = WEEKDAY_YEARS if hit.has("wd") else 1
    years = [year] if year else range(anchor.year - reach, anchor.year + reach + 1)
    days = [d for y in years for d in [_day(y, month, day)] if d]
    fitting = [d for d in days if d.weekday() == weekday_number(hit.word("wd"))] if hit.has("wd") else days
    return nearest(hit, fitting or [d for d in days if abs(d.year - anchor.year) < 2 or year], year is not None)


def nearest(hit: Hit, days: Sequence[date], told: bool) -> Period | None:
    """Choose the day nearest to that of writing; one against the tense counts as farther."""
    anchor = hit.scene.anchor
    if not days or (anchor is None and not told):
        return None
    if anchor is None:
        return Period("day", days[0])
    ahead = hit.forward()
    against = 1.0 if told or ahead is None else AGAINST_TENSE
    far = {d: abs((d - anchor).days) * (against if (d > anchor) is not ahead and d != anchor else 1.0) for d in days}
    return Period("day", min(days, key=lambda d: far[d]))


def _day(year: int, month: int, day: int) -> date | None:
    start = date(year, month, 1) if 1 <= year <= 9999 else None
    found = moved(start, day - 1) if start else None
    return found if found and found.month == month else None


def shifted(day: date, count: int, unit: str) -> Period | None:
    """Give the period of a unit that lies so many units from a day: two weeks ago is a week, two days ago a day."""
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit in ("day", "week", "weekend"):
        there = moved(day, count * (1 if unit == "day" else 7))
    else:
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
        there = months_later(day, count * months) if months else None
    if there is None or unit == "millennium":
        return None
    return period_of("year" if unit in ("decade", "century") else unit, there)
