"""Rules for dates that name a day, month, quarter, season, year, decade or century."""

from __future__ import annotations

from datetime import date
from typing import Final

from readout.text.periods import Period, day_in, month_in, moved, period_of, year_in
from readout.text.time_scene import Basis, Hit, Reading, Rule, day_for, month_for
from readout.text.time_tense import undone
from readout.text.time_words import AFTER_WEEKDAY, BEFORE_WEEKDAY, FIGURES, MONTHS, weekday_number
from readout.text.time_years import DET, EARLY, OF_YEAR, WD, M, Y, full_year, year_of, year_of_last

YEARS: Final = range(1500, 2100)  # bare figures outside are rarely years in news; ours


def iso(hit: Hit) -> Reading | None:
    """2025-05-04, 2025-05-04T17:30."""
    raw = hit.scene.tokens.words[hit.first].upper()
    day = day_in(*(int(part) for part in raw[:10].split("-")))
    if day is None or len(raw) == 10:
        return hit.dated(day, "written in figures")
    return hit.says("TIME", raw, "written in figures", day)


def figures(hit: Hit) -> Reading | None:
    """5/14/2025, 14.5.2025: with strokes only where one order is possible, else the year alone."""
    raw = hit.scene.tokens.words[hit.first]
    stroke = "/" in raw
    left, middle, right = (int(part) for part in raw.replace(".", "/").split("/"))
    year = right if right > 99 else full_year(right)
    if stroke and left != middle and max(left, middle) <= 12:
        return hit.dated(year_in(year), "day and month could be either way round") if right > 99 else None
    day, month = (middle, left) if stroke and middle > 12 else (left, middle)
    return hit.dated(day_in(year, month, day), "written in figures") if month <= 12 else None


def day_month(hit: Hit) -> Reading | None:
    """4 May 2025, May 4, the 4th of May, Sunday, May 4."""
    month, day = MONTHS[hit.word("m")], hit.whole("d")
    if day is None or not 1 <= day <= 31:
        return None
    if hit.has("y"):
        year = year_of(hit, "y")
        return hit.dated(day_in(year, month, day) if year else None, "day, month and year")
    if year_of_last(hit, "rel") is not None:
        return hit.dated(day_in(year_of_last(hit, "rel") or 0, month, day), "day and month of a year told", True)
    period = day_for(hit, month, day)
    if period is None:
        written = day_in(2000, month, day)
        return hit.says("DATE", f"XXXX{written.value[4:]}", "day and month, no year known") if written else None
    return hit.dated(period, "day and month, the nearest year", True)


def counted_people(hit: Hit) -> Reading | None:
    """In May 20 people …: the figure counts what follows; May 4 moves on."""
    counts = counted(hit.raw_after()) or hit.class_after("PERCENT", "AMPM")
    if hit.class_before("IN") and not hit.has("y") and counts:
        return None
    return day_month(hit)


def day_range(hit: Hit) -> list[Reading] | None:
    """May 3-5, 3 to 5 May 2025, between 3 and 5 May."""
    month, first, second = MONTHS[hit.word("m")], hit.whole("d"), hit.whole("e")
    if first is None or second is None or not 1 <= first <= 31 or not 1 <= second <= 31:
        return None
    year = year_of(hit, "y") if hit.has("y") else None
    days = [day_in(year, month, d) if year else day_for(hit, month, d) for d in (first, second)]
    if days[0] is None or days[1] is None:
        return None
    behind = hit.at("m") > hit.at("d")
    spans = (
        (hit.at("d") if behind else hit.first, hit.at("d") + 1 if behind else hit.end("d")),
        (hit.at("e"), hit.last),
    )
    basis: Basis = "stated" if year else "relative"
    return [
        Reading(a, b, "DATE", p.value, "one end of a range of days", p, basis)
        for (a, b), p in zip(spans, days, strict=True)
        if p
    ]


def month_year(hit: Hit) -> Reading | None:
    """May 2025, May of 2025."""
    year = year_of(hit, "y")
    return hit.dated(month_in(year, MONTHS[hit.word("m")]) if year else None, "month and year")


def bare_month(hit: Hit) -> Reading | None:
    """November; May, March, April, June, August only where the words around speak of time."""
    number = MONTHS[hit.word("m")]
    if hit.has("rel"):
        year = year_of_last(hit, "rel")
        return hit.dated(month_in(year, number) if year else None, "month of a year told", True)
    raw, licensed = hit.scene.tokens.raw(hit.at("m")), hit.class_before("ANYPREP", "EARLY", "AND", "OR", "DASH")
    shy = raw in ("May", "March") or hit.has("abbr") or not raw[0].isupper() or said(hit.raw_after())
    if not licensed and shy:
        return None
    if not licensed and hit.raw_after()[:1].isupper() and hit.scene.tokens.names[hit.last - 1] != "DOT":
        return None  # a given name
    period = month_for(hit, hit.word("m"))
    if period is None:
        return hit.says("DATE", f"XXXX-{number:02d}", "month, no year known")
    return hit.dated(period, "month, the nearest that fits the tense", True)


def said(word: str) -> bool:
    """Tell a verb of a person: April said, June walked."""
    return word in ("said", "says", "told", "was", "is", "has", "had") or word.endswith("ed")


def near_month(hit: Hit) -> Reading | None:
    """Last November, next May, this June: the nearest such month before or after that of writing."""
    number, det, anchor = MONTHS[hit.word("m")], hit.word("det"), hit.scene.anchor
    if anchor is None:
        return hit.says("DATE", f"XXXX-{number:02d}", "month, no year known")
    now = period_of("month", anchor)
    if det == "this":
        return hit.dated(month_in(anchor.year, number), "month of this year", True)
    back, ahead = (now.first.month - number) % 12 or 12, (number - now.first.month) % 12 or 12
    return hit.dated(
        now.shifted(ahead if det in ("next", "coming", "following") else -back), "the nearest such month", True
    )


def bare_year(hit: Hit) -> Reading | None:
    """In 1998, the 2024 elections; not 2000 soldiers, $1998 or number 1998."""
    year = hit.whole("y")
    if year is None or year not in YEARS or hit.before() in FIGURES["names"]:
        return None
    if hit.class_before("SIGN", "MARK", "FIGURE", "SLASH") or hit.class_after("PERCENT", "SLASH", "SCALE", "DEGREE"):
        return None
    if hit.has("words") and not hit.class_before("IN", "SINCE", "BY", "OF", "FROM", "EARLY"):
        return None
    if counted(hit.raw_after()) and not hit.class_before("IN", "THE", "OF", "SINCE", "FROM"):
        return None
    return (
        None
        if year % 100 == 0 and hit.raw_after().islower() and not hit.class_before(*BEFORE_YEAR)
        else hit.dated(year_in(year), "a year")
    )


BEFORE_YEAR = ("IN", "SINCE", "BY", "BEFORE", "AFTER", "FROM", "EARLY", "THE", "OF", "LPAR", "COMMA", "FISCAL", "ART")


def counted(word: str) -> bool:
    """Tell a plural that figures before it may count."""
    return word in FIGURES["plural"] or (word.islower() and word.endswith("s") and word not in FIGURES["not_plural"])


def short_year(hit: Hit) -> Reading | None:
    """'98 behind an apostrophe."""
    value = hit.whole("y")
    if (
        value is None
        or value > 99
        or len(hit.scene.tokens.raw(hit.at("y"))) != 2
        or not hit.scene.tokens.glued(hit.at("y"))
    ):
        return None
    return hit.dated(year_in(full_year(value)), "a year of two figures")


def year_range(hit: Hit) -> list[Reading] | None:
    """2011-13, 2011-2013, 2024/25."""
    first, second = hit.whole("y"), hit.whole("z")
    if first is None or second is None or first not in YEARS or not hit.scene.tokens.glued(hit.at("z")):
        return None
    last = second if second > 99 else first // 100 * 100 + second
    if not first < last < first + 100:
        return None
    made = [(hit.first, hit.at("y") + 1, year_in(first)), (hit.at("z"), hit.last, year_in(last))]
    return [Reading(a, b, "DATE", p.value, "one end of a range of years", p) for a, b, p in made if p]


def decade(hit: Hit) -> Reading | None:
    """The 1990s, the '90s, the nineties, the mid-1990s."""
    value = hit.whole("d")
    if value is None:
        if not (hit.has("the") or hit.class_before("IN", "EARLY", "OF", "SINCE", "HIS", "DASH")):
            return None
        value = (2, 3, 4, 5, 6, 7, 8, 9)[NINETIES.index(hit.word("d"))] * 10
        if hit.class_before("HIS"):
            return None  # in his fifties
    if value < 100:
        value += 1900 if value >= 30 else 2000
    first = year_in(value)
    return hit.dated(period_of("decade", first.first), "a decade") if first else None


NINETIES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def century(hit: Hit) -> Reading | None:
    """The 19th century: value 18."""
    number = hit.whole("o")
    if hit.word("u") != "century" or number is None or not 1 < number <= 22:
        return None
    first = year_in((number - 1) * 100)
    return hit.dated(period_of("century", first.first), "a century") if first else None


def weekday(hit: Hit) -> Reading | None:
    """Sunday, on Sunday, next Sunday, last Sunday, this coming Sunday, Sunday of last week."""
    word, raw = hit.word("w"), hit.scene.tokens.raw(hit.at("w"))
    after = hit.raw_after()
    if hit.has("abbr") and not hit.class_before("ON", "BY", "SINCE", "LAST", "NEXT", "THIS"):
        return None
    if (after[:1].isupper() and after.lower() in AFTER_WEEKDAY and raw[0].isupper()) or hit.before() in BEFORE_WEEKDAY:
        return None
    number = weekday_number(word)
    other = range_start(hit)
    if other:
        return hit.dated(_day_from(other, (number - other.weekday()) % 7), "the other end of a range", True)
    if hit.scene.anchor is None:
        return hit.says("DATE", f"XXXX-WXX-{number + 1}", "a weekday, the day of writing is not known")
    anchor = hit.scene.anchor
    back, ahead = (anchor.weekday() - number) % 7, (number - anchor.weekday()) % 7
    if hit.has("rel"):
        week = {"last": -7, "next": 7, "this": 0}.get(hit.word("rel"), 0)
        return hit.dated(_day_from(anchor, number - anchor.weekday() + week), "a weekday of a week told", True)
    det = hit.word("det")
    if det in ("next", "coming", "following"):
        return hit.dated(_day_from(anchor, ahead or 7), "the next such weekday", True)
    if det in ("last", "past", "previous") or hit.has("past"):
        return hit.dated(_day_from(anchor, -(back or 7)), "the last such weekday", True)
    forward = hit.forward()
    if forward and not hit.has("coming") and hit.just_past(back):
        return hit.dated(_day_from(anchor, -back), "the weekday past that something was set for", True)
    if not forward and hit.class_before("FOR") and not hit.class_after("APOS") and hit.before() == "for":
        return hit.dated(_day_from(anchor, ahead), "the weekday ahead, for which something is set", True)
    if (forward is None and (det == "this" or hit.class_before("BY"))) or forward or hit.has("coming"):
        if back <= ahead and undone(hit.scene.tokens, hit.first, hit.scene.tokens.words.index(word, hit.first)):
            return hit.dated(_day_from(anchor, -back), "the nearest such weekday, of what had been set for it", True)
        return hit.dated(_day_from(anchor, ahead), "the weekday ahead, by the tense", True)
    why = "the nearest such weekday past" + (", by the tense" if forward is False else "")
    return hit.dated(_day_from(anchor, -back), why, True)


def range_start(hit: Hit) -> date | None:
    """Give the day just before "to" or a dash: Monday to Friday."""
    told = hit.scene.readings[-1] if hit.scene.readings else None
    joined = told is not None and told.last == hit.first - 1 and hit.class_before("TO", "DASH", "LONGDASH", "BY")
    return told.period.first if told and joined and told.period and told.period.grain == "day" else None


def _day_from(anchor: date, days: int) -> Period | None:
    there = moved(anchor, days)
    return Period("day", there) if there else None


DATE_RULES: Final = (
    Rule("iso date", "ISO", iso),
    Rule("date in figures", "SLASHED|DOTTED", figures),
    Rule("day and month", f"{WD} THE? (?P<d>DAYS) OF? {M} (?:(?:COMMA|OF)? {Y}|{OF_YEAR})?", day_month),
    Rule("day and month", f"{WD} THE? (?P<d>DAYS) OF? (?P<m>LOWMONTH) COMMA? {Y}", day_month),
    Rule(
        "month and day",
        f"{WD} {M} THE? (?P<d>DAYS) (?!DASH? ANYUNIT|COLON) (?:(?:COMMA|OF)? {Y}|{OF_YEAR})?",
        counted_people,
    ),
    Rule(
        "range of days",
        f"{WD} THE? (?P<d>DAYS) (?:DASH|TO|AND|LONGDASH|OR|BY) THE? (?P<e>DAYS) OF? {M} (?:COMMA? {Y})?",
        day_range,
    ),
    Rule(
        "range of days",
        f"{M} THE? (?P<d>DAYS) (?:DASH|TO|AND|LONGDASH|OR) THE? (?P<e>DAYS) (?!DASH? ANYUNIT|COLON) (?:COMMA? {Y})?",
        day_range,
    ),
    Rule("month and year", f"{EARLY} {M} (?:COMMA|OF)? {Y}", month_year),
    Rule("month and year", "(?P<m>LOWMONTH) OF? (?P<y>YEAR4)", month_year),
    Rule("month", f"{EARLY} (?P<m>MONTH|(?P<amb>AMBMONTH)|(?P<abbr>MONABBR) DOT?) {OF_YEAR}?", bare_month),
    Rule("month", f"{EARLY} (?:THE|THIS)? {DET} {M}", near_month),
    Rule("range of years", "(?P<y>YEAR4) (?:DASH|SLASH) (?P<z>YEAR4|DAYNUM|FIGURE)", year_range),
    Rule("year", f"{EARLY} (?:THE? YEARW)? (?P<y>YEAR4|(?P<words>YEARWORDS))", bare_year),
    Rule("short year", "EARLY? DASH? APOS (?P<y>DAYNUM|FIGURE)", short_year),
    Rule("decade", "(?P<the>THE)? EARLY? DASH? APOS? (?P<d>DECADE|NINETIES)", decade),
    Rule("century", "THE? EARLY? (?P<o>ORD) DASH? (?P<u>UNIT1)", century),
    Rule("weekday", f"EARLY? (?:THE|THIS)? {DET} (?P<w>WEEKDAY)", weekday),
    Rule("weekday", "THIS (?:(?P<past>PAST)|(?P<coming>COMING)) (?P<w>WEEKDAY)", weekday),
    Rule("weekday", f"{EARLY} (?P<w>WEEKDAY|(?P<abbr>WDABBR)) (?:COMMA? OF? (?P<rel>LAST|NEXT|THIS) WEEKW)?", weekday),
)
