"""Days, weeks, months, quarters, years… as periods of the calendar: their values in TIMEX3, their bounds, their shifts.

Values as TimeML 1.2.1 has them (Pustejovsky et al. 2005): 2025-05-04, 2025-W18, 2025-W18-WE, 2025-05, 2025-Q2, 2025-H1,
2025-SU, 2025, 202 (a decade), 20 (a century). Weeks begin on Monday (ISO 8601).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Precision = Literal["day", "month", "year", "unknown"]

MONTHS_IN: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN: Final = {"day": 1, "week": 7, "weekend": 7}
# The month a season is counted from; which months it covers depends on the hemisphere.
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PRECISION: Final[dict[str, Precision]] = {
    "day": "day", "week": "month", "weekend": "month", "month": "month", "quarter": "year", "half": "year",
    "season": "year", "year": "year", "decade": "unknown", "century": "unknown",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the calendar by its first day (of a weekend: the Monday of its week) and its grain: day, week, weekend,
    month, quarter, half, season, year, decade or century."""

    grain: str
    first: date

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        day = self.first
        if self.grain == "day":
            return day.isoformat()
        if self.grain in ("week", "weekend"):
            iso = day.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.grain == "weekend" else "")
        year = f"{day.year:04d}"
        return {
            "month": f"{year}-{day.month:02d}",
            "quarter": f"{year}-Q{(day.month + 2) // 3}",
            "half": f"{year}-H{1 + day.month // 7}",
            "season": f"{year}-{next((s for s, m in SEASONS.items() if m == day.month), 'XX')}",
            "year": year, "decade": year[:3], "century": year[:2],
        }[self.grain]  # fmt: skip

    @property
    def bounds(self) -> tuple[date, date] | None:
        """The first and last day; of a season its year, as hemispheres differ, and null for winter, which lies in two."""
        if self.grain == "season":
            return (
                None
                if self.first.month == SEASONS["WI"]
                else (date(self.first.year, 1, 1), date(self.first.year, 12, 31))
            )
        if self.grain == "weekend":
            saturday = moved(self.first, 5)
            return (saturday, moved(saturday, 1) or saturday) if saturday else None
        after = self.shifted(1)
        last = after.first - timedelta(1) if after else date.max
        return self.first, last

    @property
    def precision(self) -> Precision:
        """The finest of day, month and year that holds the period."""
        return PRECISION[self.grain]

    def shifted(self, count: int) -> Period | None:
        """Give the period so many of its grain later; null beyond the calendar's years 1 to 9999."""
        if self.grain in DAYS_IN:
            first = moved(self.first, count * DAYS_IN[self.grain])
        else:
            first = months_later(self.first, count * MONTHS_IN.get(self.grain, 12))
        return Period(self.grain, first) if first else None


def moved(day: date, days: int) -> date | None:
    """Give the day so many days later, where the calendar has it."""
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def months_later(day: date, months: int) -> date | None:
    """Give the same day so many months later, or the month's last where it has no such day."""
    month = day.year * 12 + day.month - 1 + months
    year, at = divmod(month, 12)
    return date(year, at + 1, min(day.day, monthrange(year, at + 1)[1])) if 1 <= year <= 9999 else None


def period_of(grain: str, day: date) -> Period:
    """Give the period of a grain in which a day lies."""
    if grain == "day":
        return Period(grain, day)
    if grain in ("week", "weekend"):
        return Period(grain, moved(day, -day.weekday()) or day)
    if grain == "season":
        month = 12 if day.month in (1, 2, 12) else day.month // 3 * 3
        return Period(grain, date(max(1, day.year - (day.month < 3)), month, 1))
    if grain in ("year", "decade", "century"):
        span = MONTHS_IN[grain] // 12
        return Period(grain, date(max(1, day.year // span * span), 1, 1))
    span = MONTHS_IN[grain]
    return Period(grain, date(day.year, (day.month - 1) // span * span + 1, 1))


def day_in(year: int, month: int, day: int) -> Period | None:
    """Give a day; null where the calendar has none such."""
    try:
        return Period("day", date(year, month, day))
    except ValueError:
        return None


def month_in(year: int, month: int) -> Period | None:
    """Give a month."""
    return Period("month", date(year, month, 1)) if 1 <= year <= 9999 else None


def year_in(year: int) -> Period | None:
    """Give a year."""
    return Period("year", date(year, 1, 1)) if 1 <= year <= 9999 else None


def season_in(year: int, season: str) -> Period | None:
    """Give a season of a year, by its TIMEX3 letters."""
    return Period("season", date(year, SEASONS[season], 1)) if 1 <= year <= 9999 else None


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches (the anonymous Gregorian algorithm, Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h + 22 * ((32 + 2 * e + 2 * i - h - k) % 7)) // 451
    n = h + (32 + 2 * e + 2 * i - h - k) % 7 - 7 * m + 114
    return date(year, n // 31, n % 31 + 1)
