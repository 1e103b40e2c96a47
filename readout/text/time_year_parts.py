"""Rules for parts of a year: quarters, halves, seasons, and for fiscal years."""

from __future__ import annotations

from datetime import date
from typing import Final

from readout.text.periods import MONTHS_IN, Period, month_in, period_of, season_in, year_in
from readout.text.time_scene import Hit, Reading, Rule
from readout.text.time_words import SEASON_LETTERS
from readout.text.time_years import DET, OF_YEAR, Y, full_year, year_of, year_of_last


def part_of_year(hit: Hit) -> Reading | None:
    """The third quarter of 1989, 1989 first half, Q3 2025; without a year the last that fits."""
    number, half = hit.whole("o"), hit.has("half")
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    grain, months = ("half", 6) if half else ("quarter", 3)
    year = year_of(hit, "y") if hit.has("y") else year_of(hit, "x") if hit.has("x") else year_of_last(hit, "rel")
    if year is None and hit.has("ofyear") and hit.scene.anchor:
        year = hit.scene.anchor.year
    if year is None:
        period = _nearest_part(hit, grain, (number - 1) * months + 1)
        if period is None:
            return hit.says("DATE", f"XXXX-{'H' if half else 'Q'}{number}", f"a {grain}, no year known")
        return hit.dated(period, f"the {grain} that fits the tense", True)
    there = month_in(year, (number - 1) * months + 1)
    return hit.dated(Period(grain, there.first), f"a {grain} of a year") if there else None


def _nearest_part(hit: Hit, grain: str, month: int) -> Period | None:
    """Give the quarter or half meant without a year: the last one, or the next if it is the nearer and the words look ahead."""
    scene = hit.scene
    nearby = scene.same_sentence(hit.first)
    if nearby is not None and nearby.grain in ("quarter", "year", "half"):
        return Period(grain, date(nearby.first.year, month, 1))
    if scene.anchor is None:
        return None
    now = period_of(grain, scene.anchor)
    parts = 12 // MONTHS_IN[grain]
    back = (now.first.month - month) // MONTHS_IN[grain] % parts
    ahead = back and parts - back <= back and hit.forward()
    return now.shifted(parts - back if ahead else -back)


def season(hit: Hit) -> Reading | None:
    """Summer 2024, the winter of 1978, this spring, next summer, last fall, in the summer."""
    letters = SEASON_LETTERS[hit.word("s")]
    if hit.has("y"):
        year = year_of(hit, "y")
        return hit.dated(season_in(year, letters) if year else None, "a season of a year")
    anchor = hit.scene.anchor
    if hit.has("rel"):
        year = year_of_last(hit, "rel")
        return hit.dated(season_in(year, letters) if year else None, "a season of a year told", True)
    if anchor is None:
        return hit.says("DATE", f"XXXX-{letters}", "a season, no year known") if hit.has("det") else None
    month = 1 if letters == "WI" and anchor.month < 3 else {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[letters]
    year = anchor.year - (letters == "WI" and anchor.month < 3)
    shift = 0
    if hit.word("det") in ("last", "previous", "past") and month + 2 >= anchor.month:
        shift = -1
    elif hit.word("det") in ("next", "coming", "following") and month <= anchor.month:
        shift = 1
    elif hit.word("det") in ("the", "in", "by", "since") and month > anchor.month and not hit.forward():
        shift = -1
    return hit.dated(season_in(year + shift, letters), "the season that fits the words", True)


def season_behind(hit: Hit) -> Reading | None:
    """In the summer: the season without the preposition."""
    found = season(hit)
    return found._replace(first=hit.first + 1) if found else None


def fiscal_year(hit: Hit) -> Reading | None:
    """Fiscal 2025, FY25, the 2025 fiscal year: the year by name; when it begins is not told, so it has no bounds."""
    year = year_of(hit, "y") if hit.has("y") else year_of_last(hit, "rel")
    if year is not None and year < 100:
        year = full_year(year)
    period = year_in(year) if year else None
    return hit.says("DATE", period.value, "a fiscal year", period)._replace(bounds=(None, None)) if period else None


YEAR_PART_RULES: Final = (
    Rule(
        "quarter",
        f"(?:{Y} (?:APOS ES)?)? EARLY? (?P<o>ORD) DASH? QUARTER"
        f" (?:(?:OF|IN|COMMA)? (?:THE? FISCAL YEARW?)? (?P<x>YEAR)|{OF_YEAR})?",
        part_of_year,
    ),
    Rule("quarter", "(?P<q>QLETTER) (?P<o>DAYNUM) (?:(?:OF|COMMA|SLASH)? (?P<x>YEAR))?", part_of_year),
    Rule(
        "half",
        f"(?:{Y} (?:APOS ES)?)? THE? (?P<o>ORD) DASH? (?P<half>HALF)"
        f" (?:(?:OF|COMMA|IN)? (?P<x>YEAR)|(?P<ofyear>OF THE YEARW)|{OF_YEAR})",
        part_of_year,
    ),
    Rule("season", f"EARLY? (?P<s>SEAS) (?:OF|COMMA)? {Y}", season),
    Rule("season", f"EARLY? (?P<s>SEAS) {OF_YEAR}", season),
    Rule("season", f"EARLY? {DET} (?P<s>SEAS)", season),
    Rule("season", "(?P<det>IN|BY|SINCE) EARLY? THE? (?P<s>SEASON) (?!OF? YEAR|OF (?:LAST|THIS|NEXT))", season_behind),
    Rule("fiscal year", f"FISCAL (?:YEARW)? {Y}", fiscal_year),
    Rule("fiscal year", f"{Y} FISCAL YEARW", fiscal_year),
    Rule("fiscal year", "FY (?:COMMA)? (?P<y>YEAR|DAYNUM|FIGURE)", fiscal_year),
)
