"""Read the time expressions of English text: which, where, what TIMEX3 value, which days, and why.

Method: ours. Words get classes, rules are patterns of classes, the longest match from the left wins; what is relative is
counted from the day of writing or from the last date told. Values as TimeML 1.2.1 has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from readout.text.lexemes import Tokens, tokenize
from readout.text.periods import Period, Precision
from readout.text.time_clock import CLOCK_RULES
from readout.text.time_dates import DATE_RULES
from readout.text.time_lengths import LENGTH_RULES
from readout.text.time_relative import RELATIVE_RULES
from readout.text.time_scene import Hit, Reading, Rule, Scene, TimeType
from readout.text.time_words import PARTS, pattern, time_classes

RULES: Final = (*DATE_RULES, *RELATIVE_RULES, *LENGTH_RULES, *CLOCK_RULES)
PART: Final = pattern("PART")
BESIDE: Final = pattern("(?:(?:COMMA|LPAR)? (?:AT|ON|COMMA)? (?:SOME)?)")
COMPILED: Final = tuple((number, rule, pattern(rule.written)) for number, rule in enumerate(RULES))


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression: span in code points, TIMEX3 type and value, first and last day as ISO dates where known."""

    start: int
    end: int
    type: TimeType
    value: str
    date_start: str | None
    date_end: str | None
    precision: Precision
    basis: Literal["stated", "relative"]
    because: str


def read_times(
    text: str,
    anchor: date | None = None,
    *,
    reference: date | None = None,
    tense: Callable[[int], bool | None] | None = None,
    tokens: Tokens | None = None,
) -> list[Time]:
    """Read the time expressions of a text, in text order, none inside another.

    `anchor` is the day of writing, `reference` the day that "a year later" counts from until a date is told; `tense` may say
    of a place in the text that it looks to the future (True) or the past (False). Without an anchor, relative words get
    values with X for what is unknown, and no dates. Cost: linear in characters.
    """
    cut = tokens if tokens is not None else tokenize(text)
    first = Period("day", reference) if reference else None
    scene = Scene(cut, time_classes(cut), anchor, first, tense=tense)
    done = 0
    for begin, rule, match in candidates(scene.codes):
        if begin < done:
            continue
        for reading in read(rule, Hit(match, scene)):
            if reading.first >= done:
                scene.note(reading._replace(why=f"{rule.name}: {reading.why}"))
                done = reading.last
    return [time_of(reading, cut) for reading in with_clock(scene)]


def candidates(codes: str) -> Iterator[tuple[int, Rule, object]]:
    """Give the matches of all rules, from the left, longest first, then in the order of the rules."""
    found = [
        (m.start(), -m.end(), number, m) for number, rule, compiled in COMPILED for m in compiled.finditer(codes)
    ]
    found.sort(key=lambda f: f[:3])
    return ((begin, RULES[number], m) for begin, _, number, m in found)


def read(rule: Rule, hit: Hit) -> list[Reading]:
    """Apply a rule to its match."""
    made = rule.read(hit)
    if made is None:
        return []
    return [made] if isinstance(made, Reading) else list(made)


def with_clock(scene: Scene) -> list[Reading]:
    """Give the readings, a part or time of day joined with the day beside it: Monday morning, 4 May at 5 p.m."""
    made: list[Reading] = []
    for reading in scene.readings:
        day = part_behind(reading, scene)
        pair = clock_beside(made[-1], day, scene) if made else None
        if pair:
            made[-1] = pair
        else:
            made.append(day)
    return made


def part_behind(reading: Reading, scene: Scene) -> Reading:
    """Join a day with the part of day that follows it."""
    if not is_day(reading) or reading.last >= len(scene.codes) or not PART.match(scene.codes[reading.last]):
        return reading
    part = PARTS[scene.tokens.words[reading.last]]
    return reading._replace(last=reading.last + 1, type="TIME", value=reading.value + part)


def is_day(reading: Reading) -> bool:
    """Tell a day, or a weekday of which the week is not known, without a time."""
    return reading.type == "DATE" and ((reading.period is not None and reading.period.grain == "day") or reading.value.startswith("XXXX-WXX-"))


def clock_beside(left: Reading, right: Reading, scene: Scene) -> Reading | None:
    """Join a time of day with the day before or behind it: on Monday at 5 p.m., 5 p.m. on Monday."""
    day, clock = (left, right) if is_day(left) else (right, left)
    if not is_day(day) or not clock.why.startswith(("clock", "past the hour")) or not BESIDE.fullmatch(scene.codes[left.last : right.first]):
        return None
    value = day.value + clock.value[clock.value.index("T") :]
    return day._replace(first=left.first, last=right.last, type="TIME", value=value, why=f"{clock.why}, {day.why}")


def time_of(reading: Reading, tokens: Tokens) -> Time:
    """Give a reading as a row: spans in code points, dates as ISO 8601."""
    period = reading.period
    bounds = reading.bounds if reading.bounds is not None else period.bounds if period else None
    first, last = bounds or (None, None)
    return Time(
        tokens.starts[reading.first], tokens.ends[reading.last - 1], reading.type, reading.value,
        first.isoformat() if first else None, last.isoformat() if last else None,
        period.precision if period and first else "day" if first else "unknown",
        reading.basis, reading.why,
    )  # fmt: skip
