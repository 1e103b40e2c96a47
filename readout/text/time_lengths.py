"""Rules for durations and for what comes back: five and a half hours, 18-month-old, every other week, weekly."""

from __future__ import annotations

from typing import Final

from readout.text.periods import months_later, moved
from readout.text.time_scene import Bounds, Hit, Reading, Rule
from readout.text.time_words import MONTHS, OFTEN, PARTS, SEASON_LETTERS, UNITS, weekday_number

LETTERS: Final = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "E", "century": "C", "millennium": "L", "fortnight": "W", "weekend": "D",
}  # fmt: skip
CLOCK: Final = ("second", "minute", "hour")
IN_YEARS: Final = {"decade": 10, "century": 100, "millennium": 1000}
# What a part of a unit is in the next smaller one: half a year is six months, half an hour thirty minutes.
SMALLER: Final = {"minute": ("second", 60), "hour": ("minute", 60), "day": ("hour", 24), "year": ("month", 12)}


def length(count: float | None, unit: str) -> str:
    """Write a duration as TIMEX3 has it: PT5H30M, P2D, PXY where the count is not told."""
    if count is None:
        return f"P{'T' if unit in CLOCK else ''}X{LETTERS[unit]}"
    return written({unit: count})


def written(parts: dict[str, float]) -> str:
    """Write a duration of several units, parts of a unit carried into the smaller one."""
    whole: dict[str, int] = {}
    for unit, count in parts.items():
        unit, count = ("year", count * IN_YEARS[unit]) if unit in IN_YEARS else (unit, count)
        unit, count = {"fortnight": ("week", 2 * count), "weekend": ("day", 2 * count)}.get(unit, (unit, count))
        rest = count - int(count)
        if rest and unit in SMALLER:
            smaller, size = SMALLER[unit]
            whole[smaller] = whole.get(smaller, 0) + round(rest * size)
            count -= rest
        elif rest:
            return f"P{'T' if unit in CLOCK else ''}{count:g}{LETTERS[unit]}"
        if count:
            whole[unit] = whole.get(unit, 0) + int(count)
    dates = "".join(f"{whole[u]}{LETTERS[u]}" for u in ("year", "quarter", "month", "week", "day") if u in whole)
    clock = "".join(f"{whole[u]}{LETTERS[u]}" for u in ("hour", "minute", "second") if u in whole)
    return f"P{dates}{'T' if clock else ''}{clock}" if whole else "P0D"


def unit_of(hit: Hit, group: str) -> str:
    """Give the unit a group names."""
    return UNITS[hit.word(group)]


def counted(hit: Hit) -> Reading | None:
    """Five and a half hours, two decades, 18-month-old, the last three weeks."""
    count, unit = hit.number("n"), unit_of(hit, "u")
    if count is None and hit.word("n") == "second":
        return None
    if count is None or count >= 1e12:
        return None
    if hit.has("o") and hit.number("o") is not None:
        return hit.says("DURATION", length(None, unit), "between two lengths")
    if unit == "day" and hit.class_before("MON"):
        return None
    bounds = reach(hit, count, unit) if hit.has("det") else None
    return hit.says("DURATION", length(count, unit), "a number of units", refers=False)._replace(bounds=bounds)


def reach(hit: Hit, count: float, unit: str) -> Bounds:
    """Give the days that "the last three weeks" or "the next two months" cover, counted from the day of writing."""
    anchor = hit.scene.anchor
    if anchor is None or count != int(count) or unit in CLOCK:
        return None
    sign = 1 if hit.word("det") in ("next", "coming", "following") else -1
    if hit.word("det") not in ("next", "coming", "last", "past"):
        return None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if months:
        there = months_later(anchor, sign * int(count) * months)
    else:
        there = moved(anchor, sign * int(count) * days) if days else None
    return None if there is None else ((anchor, there) if sign > 0 else (there, anchor))


def vague(hit: Hit) -> Reading | None:
    """A few days, several weeks, hundreds of years, years, the coming weeks."""
    unit = unit_of(hit, "u")
    if hit.before() == "as" or (hit.before(), hit.before(2)) == ("many", "as"):
        return None  # as many weeks
    if hit.word("n") == "couple":
        return hit.says("DURATION", length(2, unit), "a couple of units", refers=False)
    if unit == "minute" and not hit.has("n") and not hit.class_before("FOR", "IN", "TO"):
        return None
    return hit.says("DURATION", length(None, unit), "units without a number", refers=False)


def single(hit: Hit) -> Reading | None:
    """An hour, a week, the whole year; "$5 a day" is how often."""
    unit = unit_of(hit, "u")
    if hit.class_before("ORD") or (unit == "quarter" and hit.class_after("OF")):
        return None
    if hit.word("art") and hit.class_before("NUM", "TIMES", "ANYUNITS", "VAGUE", "PERCENT", "SCALES"):
        return hit.says("SET", length(1, unit), "so many in each unit", refers=False)
    return hit.says("DURATION", length(1, unit), "one unit", refers=False)


def halves(hit: Hit) -> Reading | None:
    """Half an hour, half a century, an hour and a half, three quarters of an hour."""
    unit = unit_of(hit, "u")
    count = {"half": 0.5, "quarter": 0.25}.get(hit.word("part"), 0.5)
    if hit.word("part") in ("quarters", "quarter") and hit.has("n"):
        count = 0.25 * (hit.number("n") or 1)
    return hit.says("DURATION", length(count + hit.has("one"), unit), "a part of a unit", refers=False)


def compound(hit: Hit) -> Reading | None:
    """An hour and forty minutes; two years, three months and a day."""
    parts: dict[str, float] = {}
    for n, u in (("n", "u"), ("o", "v"), ("p", "w")):
        if not hit.has(u):
            continue
        count = hit.number(n) if hit.number(n) is not None else 1.0
        unit = unit_of(hit, u)
        if parts and not _finer(unit, parts):
            return None
        parts[unit] = count or 0.0
    return hit.says("DURATION", written(parts), "lengths added up", refers=False)


def _finer(unit: str, parts: dict[str, float]) -> bool:
    order = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
    return unit in order and all(u in order and order.index(u) < order.index(unit) for u in parts)


def every(hit: Hit) -> Reading | None:
    """Every day, each Sunday, every two weeks, every other year, twice a week, per month."""
    if hit.has("w"):
        return hit.says(
            "SET",
            f"XXXX-WXX-{weekday_number(hit.word('w')) + 1}{PARTS.get(hit.word('part'), '')}",
            "a weekday each week",
            refers=False,
        )
    if hit.has("s"):
        return hit.says("SET", f"XXXX-{SEASON_LETTERS[hit.word('s')]}", "a season each year", refers=False)
    if hit.has("part"):
        return hit.says("SET", f"XXXX-XX-XX{PARTS[hit.word('part')]}", "a part of each day", refers=False)
    count = 2.0 if hit.has("other") else hit.number("n") or 1.0
    return hit.says("SET", length(count, unit_of(hit, "u")), "what comes back", refers=False)


def month_each(hit: Hit) -> Reading | None:
    """Every May."""
    return hit.says("SET", f"XXXX-{MONTHS[hit.word('m')]:02d}", "a month each year", refers=False)


def often(hit: Hit) -> Reading | None:
    """Daily, weekly, annually; not part of a name."""
    named = hit.scene.tokens.raw(hit.first)[0].isupper() and not (
        hit.scene.tokens.opens(hit.first) and hit.raw_after().islower()
    )
    if named:
        return None
    return hit.says("SET", OFTEN[hit.word("w")], "what comes back", refers=False)


def weekdays(hit: Hit) -> Reading | None:
    """On Sundays, Saturday nights."""
    return hit.says(
        "SET",
        f"XXXX-WXX-{weekday_number(hit.word('w')) + 1}{PARTS.get(hit.word('part'), '')}",
        "a weekday each week",
        refers=False,
    )


def weekends(hit: Hit) -> Reading:
    """At weekends."""
    return hit.says("SET", "XXXX-WXX-WE", "each weekend", refers=False)


N = "(?P<n>NUM)"
DET = "(?:THE|THESE|THOSE|HIS)? (?P<det>LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING|LATEST)"
OR_MORE = "(?:(?:TO|OR|DASH|AND) (?P<o>NUM))?"
UNITS_ = "(?P<u>ANYUNIT)"

LENGTH_RULES: Final = (
    Rule("duration", f"(?:{DET})? SOME? {N} {OR_MORE} (?:MORE|DASH|LONG)* {UNITS_} (?:DASH? OLD)?", counted),
    Rule("duration", f"(?:{DET}) (?:MORE)? {N} (?:MORE)? {UNITS_}", counted),
    Rule(
        "vague duration",
        f"(?:{DET})? (?:ART)? (?P<n>FEW|VAGUE) OF? (?:MORE|DASH|LONG|THESE|PAST|LAST|RECENT)* {UNITS_}",
        vague,
    ),
    Rule("coming units", f"{DET} {UNITS_.replace('ANYUNIT', 'ANYUNITS')}", vague),
    Rule("bare units", "(?P<u>UNITS)", vague),
    Rule("one unit", "(?P<art>ART) (?:MORE|LONG)* (?P<u>UNIT|QUARTER|WEEKEND)", single),
    Rule("one unit", "(?:ALL|MORE|THE MORE) (?:MORE|LONG)? (?P<u>UNIT|WEEKEND)", single),
    Rule("the past unit", "(?:THE)? PAST (?P<u>UNIT|QUARTER|WEEKEND)", single),
    Rule("part of a unit", "(?P<part>HALF) DASH? ART? DASH? (?P<u>UNIT)", halves),
    Rule("part of a unit", "ART DASH? (?P<part>HALF) DASH? (?P<u>UNIT)", halves),
    Rule("part of a unit", "ART? (?P<part>QUARTER) (?:DASH|OF ART)? (?P<u>UNIT)", halves),
    Rule("part of a unit", "(?P<n>NUM) DASH? (?P<part>QUARTERS) OF ART (?P<u>UNIT)", halves),
    Rule("part of a unit", "(?P<one>ART|NUM) (?P<u>UNIT) AND ART (?P<part>HALF|QUARTER)", halves),
    Rule(
        "lengths added up",
        "(?:ART|(?P<n>NUM)) DASH? (?P<u>ANYUNIT) (?:COMMA|AND)* (?:ART|(?P<o>NUM)) (?P<v>ANYUNIT)"
        " (?:(?:COMMA|AND)* (?:ART|(?P<p>NUM)) (?P<w>ANYUNIT))?",
        compound,
    ),
    Rule(
        "each",
        "EVERY (?:(?P<n>NUM)|(?P<other>OTHER|SECOND)|ORDINAL|FEW|MORE)?"
        " (?:(?P<u>ANYUNIT)|(?P<w>WEEKDAY) (?P<part>PART)?|(?P<s>SEAS))",
        every,
    ),
    Rule("each", "EVERY (?P<part>PART)", every),
    Rule("each", "EVERY (?P<m>MON)", month_each),
    Rule("each", "TIMES (?:ART|PER|EVERY) (?P<n>NUM)? (?P<u>ANYUNIT)", every),
    Rule("each", "(?:PER|SLASH) (?P<u>UNIT|QUARTER)", every),
    Rule("how often", "(?P<w>OFTEN)", often),
    Rule("each weekday", "(?P<w>WEEKDAYS)", weekdays),
    Rule("each weekend", "WEEKENDS", weekends),
    Rule("each weekday", "(?P<w>WEEKDAY) (?P<part>PARTS)", weekdays),
)
