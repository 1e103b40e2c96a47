"""Rules for times counted from the day of writing or from a date told before: yesterday, two weeks ago, the day after."""

from __future__ import annotations

from datetime import date
from typing import Final

from readout.text.periods import Period, moved, period_of
from readout.text.time_lengths import length
from readout.text.time_scene import Hit, Reading, Rule, shifted
from readout.text.time_words import PARTS, UNITS

DAYS_OFF: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
SHIFT: Final = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "upcoming": 1,
    "following": 1, "ensuing": 1, "subsequent": 1, "this": 0, "current": 0, "present": 0, "same": 0, "that": 0,
}  # fmt: skip
BLANK: Final = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX",
}  # fmt: skip
GRAINS: Final = ("day", "week", "month", "quarter", "year", "decade", "century", "weekend")


def near_day(hit: Hit) -> Reading | None:
    """Today, yesterday, tomorrow morning, tonight, the day before yesterday."""
    word, anchor = hit.word("w"), hit.scene.anchor
    days = DAYS_OFF[word] + (-1 if hit.has("before") else 1 if hit.has("after") else 0)
    part = PARTS[hit.word("part")] if hit.has("part") else "TNI" if word == "tonight" else ""
    if hit.class_after("APOS") and hit.after(1) == "s" and hit.scene.tokens.raw(hit.first)[0].isupper():
        return None  # the name of a programme
    there = moved(anchor, days) if anchor else None
    if there is None:
        return hit.says("TIME" if part else "DATE", f"XXXX-XX-XX{part}", "counted from a day of writing not known")
    period = Period("day", there)
    return hit.says(
        "TIME" if part else "DATE", period.value + part, "counted from the day of writing", period, basis="relative"
    )


def last_night(hit: Hit) -> Reading | None:
    """Last night, this morning."""
    part = PARTS[hit.word("part")]
    anchor = hit.scene.anchor
    there = moved(anchor, SHIFT.get(hit.word("det"), 0)) if anchor else None
    if there is None:
        return hit.says("TIME", f"XXXX-XX-XX{part}", "counted from a day of writing not known")
    return hit.says(
        "TIME", there.isoformat() + part, "a part of a day near that of writing", Period("day", there), basis="relative"
    )


def that_part(hit: Hit) -> Reading | None:
    """That night, the next morning, the same evening: of the day told before."""
    part = PARTS[hit.word("part")]
    told = hit.scene.reference
    there = moved(told.first, SHIFT.get(hit.word("det"), 0)) if told and told.grain == "day" else None
    if there is None:
        return hit.says("TIME", f"XXXX-XX-XX{part}", "a part of a day not told")
    return hit.says(
        "TIME", there.isoformat() + part, "a part of the day told before", Period("day", there), basis="relative"
    )


def near_unit(hit: Hit) -> Reading | None:
    """Last week, this month, next year, the current quarter, this weekend: from the day of writing."""
    unit, anchor = UNITS[hit.word("u")], hit.scene.anchor
    if unit not in GRAINS:
        return None
    shift = SHIFT[hit.word("det")]
    if unit == "day" and shift:
        return None  # the last day of the talks
    if (
        hit.class_before("IN", "FOR")
        and hit.scene.tokens.words[hit.first] == "the"
        and hit.word("det") != "current"
        and unit != "weekend"
    ):
        return hit.says("DURATION", length(1, unit), "one unit before or after the day of writing", refers=False)
    if anchor is None:
        return hit.says("DATE", BLANK.get(unit, "XXXX"), "counted from a day of writing not known")
    if unit == "weekend" and shift == 0 and hit.forward() is False and anchor.weekday() < 4:
        shift = -1
    now = period_of(unit, anchor)
    return hit.dated(now.shifted(shift), "counted from the day of writing", True)


def told_unit(hit: Hit) -> Reading | None:
    """The next day, that week, the following year, the same month: from the date told before."""
    unit, told = UNITS[hit.word("u")], hit.scene.reference
    if unit not in GRAINS:
        return None
    shift = SHIFT[hit.word("det")]
    if told is None or coarser(told.grain, unit):
        return hit.says("DATE", BLANK.get(unit, "XXXX"), "counted from a date not told")
    grain = told.grain if unit == "year" and told.grain in ("quarter", "half") else unit
    if grain != unit:
        return hit.dated(told.shifted(shift * (4 if grain == "quarter" else 2)), "the same part of another year", True)
    return hit.dated(period_of(unit, told.first).shifted(shift), "counted from the date told before", True)


def coarser(grain: str, unit: str) -> bool:
    """Tell that a period is too wide to count units from: a year holds no one next day."""
    order = ("day", "weekend", "week", "fortnight", "month", "quarter", "season", "half", "year", "decade", "century", "millennium")
    return order.index(grain) > order.index(unit)


def ago(hit: Hit) -> Reading | None:
    """Two weeks ago, a year ago, years ago, an hour ago."""
    unit, count = UNITS[hit.word("u")], 0.5 if hit.has("part") else 1.0 if hit.has("one") else hit.number("n")
    if hit.has("half") and count:
        count += 0.5
    anchor = hit.scene.anchor
    if unit in ("second", "minute", "hour"):
        return hit.says("TIME" if count else "DATE", "PAST_REF", "shortly before the time of writing", basis="relative")
    if count is None or count >= 10_000:
        return hit.says("DATE", "PAST_REF", "an unnumbered time ago", basis="relative")
    told = hit.scene.part_of_year(hit.first)
    if unit == "year" and told is not None:
        step = 4 if told.grain == "quarter" else 2
        return compared(hit.dated(told.shifted(-int(count * step)), "the same part of an earlier year", True))
    if anchor is None:
        return hit.says("DATE", BLANK.get(unit, "XXXX"), "counted from a day of writing not known")
    return _away(hit, anchor, -count, unit, "counted back from the day of writing")


def compared(reading: Reading | None) -> Reading | None:
    """Keep a period named for comparison from being what later words count from."""
    return reading._replace(refers=False) if reading else None


def same_part(hit: Hit) -> Reading | None:
    """The same quarter last year, the same period of this year: the part of the year told before."""
    told, anchor = hit.scene.part_of_year(hit.first), hit.scene.anchor
    if told is None or anchor is None:
        return hit.says("DATE", "XXXX-QX" if hit.has("q") else "XXXX", "a part of a year not told")
    shift = SHIFT[hit.word("det")] + anchor.year - told.first.year
    return compared(
        hit.dated(told.shifted(shift * (4 if told.grain == "quarter" else 2)), "the same part of another year", True)
    )


def hence(hit: Hit) -> Reading | None:
    """Two weeks from now, in three days' time."""
    unit, count, anchor = UNITS[hit.word("u")], 1.0 if hit.has("one") else hit.number("n"), hit.scene.anchor
    if count is None or anchor is None or unit in ("second", "minute", "hour"):
        return hit.says("DATE", "FUTURE_REF", "a time to come", basis="relative")
    return _away(hit, anchor, count, unit, "counted on from the day of writing")


def _away(hit: Hit, start: date, count: float, unit: str, why: str) -> Reading | None:
    if count != int(count):
        start_count, finer = {
            "year": (round(count * 12), "month"),
            "decade": (round(count * 10), "year"),
            "century": (round(count * 100), "year"),
        }.get(unit, (round(count), unit))
        return hit.dated(shifted(start, start_count, finer), why, True)
    period = shifted(start, int(count), unit)
    return hit.dated(period, why, True) or hit.says(
        "DATE", "PAST_REF" if count < 0 else "FUTURE_REF", "beyond the calendar", basis="relative"
    )


def later(hit: Hit) -> Reading | None:
    """A year later, four months previously, two days earlier: from the date told before; behind nouns a length."""
    unit, count = UNITS[hit.word("u")], 1.0 if hit.has("one") else hit.number("n")
    sign, told = 1 if hit.word("way") in LATER_WORDS else -1, hit.scene.reference
    if hit.word("way") in ("before", "after") and not ends_clause(hit):
        return None
    if unit in ("second", "minute", "hour"):
        return hit.says("TIME", "XXXX-XX-XXTXX:XX", "counted from a time told", refers=False) if count else None
    if count is None or told is None or (coarser(told.grain, unit) and unit != "year"):
        return untold(hit, unit)
    made = counted_from(hit, told, sign * count, unit)
    ahead = hit.scene.anchor is not None and made and made.period and made.period.first > hit.scene.anchor
    return untold(hit, unit) if ahead and hit.forward() is False else made


def untold(hit: Hit, unit: str) -> Reading:
    """Give a time whose date is not told, or would lie ahead of words that tell of the past."""
    return hit.says("DATE", BLANK.get(unit, "XXXX"), "counted from a date not told", basis="relative", refers=False)


def counted_from(hit: Hit, told: Period, count: float, unit: str) -> Reading | None:
    """Count units from a period; from a quarter, half or month whole years lead to the same part of another year."""
    if unit == "year" and told.grain in ("quarter", "half", "month") and count == int(count):
        step = {"quarter": 4, "half": 2, "month": 12}[told.grain]
        return compared(hit.dated(told.shifted(int(count) * step), "the same part of another year", True))
    if told.bounds is None:
        return hit.dated(told.shifted(int(count)), "counted from the date told before", True)
    return _away(hit, told.first, count, unit, "counted from the date told before")


LATER_WORDS: Final = frozenset({"later", "after", "afterward", "afterwards", "thereafter", "hence"})


def ends_clause(hit: Hit) -> bool:
    """Tell that nothing the count hangs on follows: the day after, and not the day after the vote."""
    return hit.last >= len(hit.scene.codes) or hit.class_after(
        "COMMA", "DOT", "STOP", "SEMI", "RPAR", "LONGDASH", "BREAK", "AND", "COLON"
    )


def day_after(hit: Hit) -> Reading | None:
    """The day after, the week before: of the date told before, where nothing else follows that it hangs on."""
    unit, told = UNITS[hit.word("u")], hit.scene.reference
    sign = 1 if hit.word("way") in LATER_WORDS else -1
    if unit not in GRAINS:
        return None
    if not ends_clause(hit) or told is None or coarser(told.grain, unit):
        return hit.says("DATE", BLANK.get(unit, "XXXX"), "counted from something not dated here", refers=False)
    return hit.dated(period_of(unit, told.first).shifted(sign), "counted from the date told before", True)


def year_ago(hit: Hit) -> Reading | None:
    """Year-ago, year-earlier: the same period a year before the one told in the sentence."""
    told, anchor = hit.scene.reference, hit.scene.anchor
    unit = UNITS[hit.word("u")]
    if unit == "year" and told is not None and told.grain in ("quarter", "half", "month"):
        step = {"quarter": 4, "half": 2, "month": 12}[told.grain]
        return compared(hit.dated(told.shifted(-step), "the same part of the year before", True))
    if anchor is None or unit not in GRAINS:
        return None
    return hit.dated(period_of(unit, anchor).shifted(-1), "a unit before the day of writing", True)


def the_unit(hit: Hit) -> Reading | None:
    """The year, the quarter, the end of the month, earlier in the week: the one of writing or told in the sentence."""
    unit = UNITS[hit.word("u")]
    if unit not in GRAINS:
        return None
    if hit.scene.tokens.raw(hit.at("u"))[0].isupper() and hit.raw_after()[:1].isupper():
        return None  # part of a name
    told = hit.scene.told.get("quarter") if unit == "quarter" else hit.scene.same_sentence(hit.first)
    if told is not None and told.grain == unit and not hit.forward():
        return hit.dated(told, "the one told before", True)
    anchor = hit.scene.anchor
    if anchor is None:
        return hit.says("DATE", BLANK.get(unit, "XXXX"), "not told which")
    if (unit == "quarter" and not hit.forward()) or (unit == "weekend" and not hit.forward() and anchor.weekday() < 5):
        return hit.dated(period_of(unit, anchor).shifted(-1), "the last one that is over", True)
    return hit.dated(period_of(unit, anchor), "the one of the day of writing", True)


def present(hit: Hit) -> Reading | None:
    """Now, currently, these days."""
    if hit.word("these") not in ("", "days"):
        return None
    return hit.says("DATE", "PRESENT_REF", "the time of writing", basis="relative", refers=False)


def past(hit: Hit) -> Reading:
    """Recently, in the past, long ago."""
    return hit.says("DATE", "PAST_REF", "some time past", basis="relative", refers=False)


def future(hit: Hit) -> Reading:
    """In the future, in the near future."""
    return hit.says("DATE", "FUTURE_REF", "some time to come", basis="relative", refers=False)


DET = "(?P<det>LAST|NEXT|THIS|CURRENT|COMING)"
TOLD = "(?P<det>THAT|THE? SAME)"
COUNT = "(?:(?P<one>ART)|ART? (?P<n>NUM|FEW|VAGUE))"
EARLY = "(?:(?:EARLY|EARLIER|LATER) (?:IN|ON|DASH)?|THE? END OF)?"
U = "(?P<u>ANYUNIT)"

RELATIVE_RULES: Final = (
    Rule("near day", f"{EARLY} (?P<w>TODAY) (?:(?P<part>PART))?", near_day),
    Rule("near day", "THE? DAYW (?:(?P<before>BEFORE)|(?P<after>AFTER)) (?P<w>TODAY)", near_day),
    Rule("part of a near day", f"{EARLY} (?P<det>LAST|THIS) (?P<part>PART|OVERNIGHT)", last_night),
    Rule("part of a told day", "(?:THE)? (?P<det>THAT|SAME|NEXT|FOLLOWING|PREVIOUS) (?P<part>PART)", that_part),
    Rule("near unit", f"{EARLY} {DET} (?P<u>UNIT|QUARTER|WEEKEND)", near_unit),
    Rule("told unit", "THE? (?P<det>NEXT) (?P<u>DAYW)", told_unit),
    Rule("near unit", "THE (?P<det>LAST|NEXT|CURRENT|COMING) (?P<u>UNIT|QUARTER|WEEKEND)", near_unit),
    Rule("told unit", "(?P<det>THAT) (?P<u>UNIT|QUARTER|WEEKEND)", told_unit),
    Rule("told unit", "THE? (?P<det>SAME|FOLLOWING|PREVIOUS) (?P<u>UNIT|QUARTER|WEEKEND)", told_unit),
    Rule("same part", "THE? SAME (?:(?P<q>QUARTER)|PERIODW) (?:OF|IN)? (?P<det>LAST|THIS|NEXT) YEARW", same_part),
    Rule("ago", f"(?:SOME|MORE)* {COUNT} OF? (?:MORE)? {U} (?P<half>AND ART HALF)? AGO", ago),
    Rule("ago", "(?P<part>HALF) ART (?P<u>UNIT) AGO", ago),
    Rule("ago", "(?P<u>UNITS) AGO", ago),
    Rule("hence", "(?:IN|WITHIN) SOME? (?:(?P<one>ART)|(?P<n>NUM|FEW)) OF? (?P<u>ANYUNIT) APOS ES? TIMEW", hence),
    Rule("hence", f"SOME? {COUNT} OF? {U} FROM (?:NOW|TODAY)", hence),
    Rule("later", f"SOME? {COUNT} OF? (?:MORE)? {U} (?P<way>EARLIER|LATER|BEFORE|AFTER)", later),
    Rule("later", "(?P<u>UNITS) (?P<way>EARLIER|LATER)", later),
    Rule("day after", "THE (?P<u>DAYW|WEEKW|YEARW|UNIT1|WEEKEND) (?P<way>AFTER|BEFORE)", day_after),
    Rule("year ago", "(?:THE|ART)? (?P<u>UNIT|QUARTER) DASH (?:AGO|EARLIER) (?:PERIODW|QUARTER)?", year_ago),
    Rule("the unit", f"{EARLY} THE (?P<u>DAYW|WEEKW|YEARW|QUARTER|WEEKEND|UNIT1)", the_unit),
    Rule("end of a unit", "(?:THE)? (?:END|EARLY) (?:OF|IN|DASH) (?:THE|THIS|THAT) (?P<u>UNIT|QUARTER)", the_unit),
    Rule("end of a unit", "(?P<u>YEARW|UNIT1|WEEKW) (?:DASH|APOS ES) END", the_unit),
    Rule("present", "(?:NOW|AT (?:THE|THIS) (?:MOMENT|CURRENT)|AT CURRENT|THESE (?P<these>UNITS))", present),
    Rule(
        "past",
        "(?:RECENTLY|LONG AGO|THE (?:RECENT|NEAR)? PAST (?!DASH? (?:NUM|FEW|VAGUE|UNIT|ANYUNITS|QUARTER|SEAS|MON)))",
        past,
    ),
    Rule("past", "THE OTHER DAYW", past),
    Rule("recent units", "RECENT ANYUNITS", past),
    Rule("future", "(?:IN|ART|FOR)? (?:THE|ART)? NEAR FUTURE|THE FUTURE", future),
)
