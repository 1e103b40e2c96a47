"""Two lanes by day: what happened, what was reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.pile import Pile
from readout.records import Document
from readout.web.phrases import day_in_words, days_in_words
from readout.web.report.evidence import Happening

PER_DAY = 6


@dataclass(frozen=True, slots=True)
class Day:
    """One day with what happened on it and what was published."""

    day: str
    name: str
    happened: tuple[Happening, ...]
    more_happened: int
    reported: tuple[Document, ...]
    more_reported: int


def timeline(pile: Pile, happenings: Sequence[Happening]) -> list[Day]:
    """Lay occurrences by the day they are dated to, pages by the day they were published."""
    happened: dict[str, list[Happening]] = {}
    for h in happenings:
        if h.row.date_start and not h.when.startswith("reported"):
            happened.setdefault(period(h.row.date_start, h.row.date_end), []).append(h)
    reported: dict[str, list[Document]] = {}
    for d in sorted(pile.documents.values(), key=lambda d: d.external_id):
        if d.published:
            reported.setdefault(d.published[:10], []).append(d)
    return [day(one, happened.get(one, []), reported.get(one, [])) for one in sorted({*happened, *reported})]


def period(start: str, end: str | None) -> str:
    """Give the ISO month or year that a stretch of days is, else its first day; a month stands before its days."""
    if end and end != start and day_in_words(start[:4]) == days_in_words(start, end):
        return start[:4]
    if end and end != start and day_in_words(start[:7]) == days_in_words(start, end):
        return start[:7]
    return start


def day(one: str, happened: Sequence[Happening], reported: Sequence[Document]) -> Day:
    """Write one day."""
    return Day(one, day_in_words(one), tuple(happened[:PER_DAY]), max(0, len(happened) - PER_DAY),
               tuple(reported[:PER_DAY]), max(0, len(reported) - PER_DAY))  # fmt: skip
