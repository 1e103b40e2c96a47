"""Read the time expressions of English text: which, where, what TIMEX3 value, which days, and why.

Method: ours. Words get classes, rules are patterns of classes, the longest match from the left wins; what is relative is
counted from the day of writing or from the last date told. Values as TimeML 1.2.1 has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final, Literal

from readout.text.lexemes import CLASS_NAME, Tokens, tokenize
from readout.text.periods import Period, Precision
from readout.text.time_clock import CLOCK_RULES
from readout.text.time_dates import DATE_RULES
from readout.text.time_holidays import HOLIDAY_RULES
from readout.text.time_joins import joined
from readout.text.time_lengths import LENGTH_RULES
from readout.text.time_relative import RELATIVE_RULES
from readout.text.time_scene import Hit, Reading, Rule, Scene, TimeType
from readout.text.time_words import ALPHABET, pattern, time_classes
from readout.text.time_year_parts import YEAR_PART_RULES

RULES: Final = (*HOLIDAY_RULES, *DATE_RULES, *YEAR_PART_RULES, *RELATIVE_RULES, *LENGTH_RULES, *CLOCK_RULES)
GRAMMAR: Final = "".join(
    sorted({c for rule in RULES for name in CLASS_NAME.findall(rule.written) for c in ALPHABET.members(name)})
)
STRETCH: Final = re.compile(
    f"[{GRAMMAR}]*[{ALPHABET.members('CORE')}][{GRAMMAR}]*|{ALPHABET.code('APOS')}[{ALPHABET.members('SHORT')}]"
)
GAP: Final = ALPHABET.code("WORD")
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
    for rule, match, shift in candidates(scene.codes):
        if match.start() + shift < done:
            continue
        for reading in read(rule, Hit(match, scene, shift)):
            if reading.first >= done:
                scene.note(reading._replace(why=f"{rule.name}: {reading.why}"))
                done = reading.last
    return [time_of(reading, cut) for reading in joined(scene)]


def candidates(codes: str) -> Iterator[tuple[Rule, re.Match[str], int]]:
    """Give the matches of all rules, from the left, longest first, then in the order of the rules; with each the shift
    from places in the matched string to tokens. Only stretches of grammar words that hold one of time are looked at."""
    stretches = [m.span() for m in STRETCH.finditer(codes)]
    kept = GAP.join([codes[first:last] for first, last in stretches])
    starts = list(accumulate((last - first + 1 for first, last in stretches), initial=0))
    found = [(m.start(), -m.end(), number, m) for number, _, compiled in COMPILED for m in compiled.finditer(kept)]
    found.sort(key=lambda f: f[:3])
    for begin, _, number, m in found:
        at = bisect_right(starts, begin) - 1
        yield RULES[number], m, stretches[at][0] - starts[at]


def read(rule: Rule, hit: Hit) -> list[Reading]:
    """Apply a rule to its match."""
    made = rule.read(hit)
    if made is None:
        return []
    return [made] if isinstance(made, Reading) else list(made)


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
