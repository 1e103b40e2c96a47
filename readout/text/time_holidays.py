"""Rules for holidays that fall on one day wherever they are kept: Christmas Eve, New Year's Day, Easter Monday 2024."""

from __future__ import annotations

from typing import Final

from readout.text.periods import Period, easter, moved
from readout.text.time_scene import Hit, Reading, Rule, day_for, nearest
from readout.text.time_words import HOLIDAYS
from readout.text.time_years import OF_YEAR, Y, year_of, year_of_last


def holiday(hit: Hit) -> Reading | None:
    """Give the day of a holiday: of the year told, else the one that fits the tense."""
    words = hit.scene.tokens.words[hit.first : hit.end("h")]
    rule = HOLIDAYS.get(" ".join(words).replace(" ' s", "'s").replace(" ’ s", "'s"))
    if rule is None or hit.scene.tokens.raw(hit.first).islower() or surname(hit):
        return None
    told = year_of(hit, "y") if hit.has("y") else year_of_last(hit, "rel")
    day = moving(hit, int(rule), told) if len(rule) < 5 else fixed(hit, rule, told)
    if day is None:
        return hit.says("DATE", f"XXXX-{rule}" if len(rule) == 5 else "XXXX-XX-XX", "a holiday, no year known")
    return hit.dated(day, "a holiday", told is None)


def surname(hit: Hit) -> bool:
    """Tell a name behind a name: Ana Christmas."""
    before = hit.first - 1
    return (
        before > 0
        and hit.scene.tokens.raw(before)[0].isupper()
        and not hit.scene.tokens.opens(before)
        and hit.class_before("WORD")
    )


def fixed(hit: Hit, rule: str, year: int | None) -> Period | None:
    """Give a holiday that is always on the same day of a month."""
    month, day = int(rule[:2]), int(rule[3:])
    return day_for(hit, month, day, year)


def moving(hit: Hit, days: int, year: int | None) -> Period | None:
    """Give a holiday that moves with Easter."""
    anchor = hit.scene.anchor
    years = [year] if year else [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []
    found = [d for y in years if 1583 <= y < 9999 for d in [moved(easter(y), days)] if d]
    return nearest(hit, found, year is not None)


HOLIDAY_RULES: Final = (
    Rule(
        "holiday",
        f"(?P<h>(?:HOLIDAY|GOOD) YEARW? (?:APOS ES)? (?:EVE|DAYW|WEEKDAY)?) (?:COMMA? {Y}|{OF_YEAR})?",
        holiday,
    ),
)
