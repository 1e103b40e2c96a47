"""Give a page whose dateline tells day and month but no year the year of the other pages of its story, where they agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import log, sqrt
from typing import Final, NamedTuple

from readout.text.page_dates import MONTH, MONTHS, WEEKDAYS, find_day

FIRST_MONTH, LAST_MONTH = (MONTH.replace("?P<month>", f"?P<{name}>") for name in ("m1", "m2"))
NAMED_WEEKDAY: Final = "|".join(WEEKDAYS.split())
DAY_OF_MONTH: Final = re.compile(
    rf"(?i)(?:\b(?P<weekday>{NAMED_WEEKDAY}),?\s+(?:the\s+)?)?"
    rf"(?:\b{FIRST_MONTH}\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{LAST_MONTH}(?!\w))"
)
HOUR: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.I)
BESIDE: Final = 8  # words beside the day in a line that is little but a day; ours
CAPITAL: Final = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{2,}")
LOWER: Final = re.compile(r"\b[a-zà-ÿ][\w’'-]*")
OTHERS: Final = (
    30  # pages a pile is thought to stand beside, so that in a small one a name on all its pages still tells; ours
)
ALIKE: Final = 0.25  # cosine of the names of two pages of one story, as in `gather`
ALIKE_BY_WEEKDAY: Final = 0.08  # the same where the weekday told fits that year, and one year in seven alone would; ours
SHARED: Final = 4  # names they must share; ours
APART: Final = 21  # days between the pages of a story that tell each other's year, as in `gather`


class Yearless(NamedTuple):
    """A day of a month without its year, the weekday where it is told, and the words."""

    month: int
    day: int
    weekday: str | None
    words: str

    def near(self, other: date) -> date | None:
        """Give the day in the year that brings it nearest to another day; null where the weekday does not fit, or it is far."""
        days = [d for y in (other.year - 1, other.year, other.year + 1) for d in [self.of(y)] if d]
        found = min(days, key=lambda d: abs((d - other).days), default=None)
        return found if found and abs((found - other).days) <= APART and self.fits(found) else None

    def of(self, year: int) -> date | None:
        """Give the day of a year."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def fits(self, day: date) -> bool:
        """Tell whether a day has the weekday told."""
        return self.weekday is None or f"{day:%a}".lower() == self.weekday.lower()[:3]


class Dated(NamedTuple):
    """A page: its id, the day it was published where known, the names in it."""

    key: str
    published: date | None
    names: frozenset[str]


def yearless(lines: Iterable[str]) -> Yearless | None:
    """Read the one day without a year in the lines of a page's head; null where there is none, or a day with its year, or two."""
    found: dict[tuple[int, int], Yearless] = {}
    for line in lines:
        if find_day(line):
            return None
        for told in DAY_OF_MONTH.finditer(line):
            month, day = MONTHS[(told["m1"] or told["m2"]).lower()], int(told["d1"] or told["d2"])
            known = Yearless(month, day, told["weekday"], line.strip())
            if known.of(2000):
                found.setdefault((month, day), known)
    return next(iter(found.values())) if len(found) == 1 else None


def is_day_line(line: str) -> bool:
    """Tell a line of a head that is little but a day: its weekday or the hour stands there, and few words more."""
    told = DAY_OF_MONTH.search(line)
    if told is None or not (told["weekday"] or HOUR.search(line)):
        return False
    return len(re.findall(r"[^\W\d_]{2,}", DAY_OF_MONTH.sub("", line))) <= BESIDE


def names_in(text: str) -> frozenset[str]:
    """Give the capitalised words of a text that it nowhere writes small."""
    small = frozenset(word.lower() for word in LOWER.findall(text))
    return frozenset(
        low for word in CAPITAL.findall(text)
        if (low := word.lower().removesuffix("'s").removesuffix("’s")) not in small and low not in MONTHS and low not in DAYS
    )  # fmt: skip


DAYS: Final = frozenset(WEEKDAYS.split())


class Year(NamedTuple):
    """The day with the year found, and the pages that tell it."""

    day: date
    pages: tuple[str, ...]


def year_of_story(told: Yearless, page: Dated, others: Sequence[Dated], weights: Mapping[str, float]) -> Year | None:
    """Give the day in the year that all dated pages of the story agree on; null where none is near enough or two differ."""
    votes: dict[date, list[str]] = {}
    for other in others:
        day = told.near(other.published) if other.published and other.key != page.key else None
        if day and alike(page.names, other.names, weights, ALIKE_BY_WEEKDAY if told.weekday else ALIKE):
            votes.setdefault(day, []).append(other.key)
    if len(votes) != 1:
        return None
    ((day, pages),) = votes.items()
    return Year(day, tuple(sorted(pages)))


def alike(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float], least: float) -> bool:
    """Tell whether two pages share names enough, by number and by cosine, to tell of one story."""
    shared = one & other
    if len(shared) < SHARED:
        return False
    return sum(weights[n] ** 2 for n in shared) >= least * norm(one, weights) * norm(other, weights)


def norm(names: Iterable[str], weights: Mapping[str, float]) -> float:
    """Give the length of the vector of a page's names."""
    return sqrt(sum(weights[n] ** 2 for n in sorted(names)))


def weights_of(pages: Sequence[Dated]) -> dict[str, float]:
    """Weigh each name by how few pages have it."""
    counts = Counter(name for page in pages for name in page.names)
    return {name: log((len(pages) + OTHERS) / n) for name, n in counts.items()}
