"""Lengths of time told in parts, as quantities: half an hour, an hour and forty minutes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from readout.text.lexemes import Tokens
from readout.text.quantity_words import AROUND
from readout.text.times import Time

RULES: Final = ("part of a unit", "lengths added up", "one unit")
PARTS: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
UNITS: Final = ("year", "month", "week", "day", "hour", "minute", "second")
IN_NEXT: Final = {"year": 12, "week": 7, "day": 24, "hour": 60, "minute": 60}
NEXT: Final = {"year": "month", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}


def lengths(cut: Tokens, times: Sequence[Time]) -> Iterator[tuple[int, int, float, str, str]]:
    """Give first and last token, value, kind and unit of each length told in parts or as one unit."""
    for time in times:
        rule = time.because.partition(":")[0]
        if time.type != "DURATION" or rule not in RULES:
            continue
        first, last = bisect_left(cut.starts, time.start), bisect_left(cut.starts, time.end)
        told = measured(time.value)
        before = cut.words[first - 1] if first else ""
        if told and (rule != "one unit" or told[1] in ("hour", "minute") or before in AROUND["before_length"]):
            yield first, last, *told[:1], "duration", told[1]


def measured(value: str) -> tuple[float, str] | None:
    """Give number and unit of a TIMEX3 duration: in its larger unit where that is a matter of quarters, else the smaller."""
    found = PARTS.fullmatch(value)
    parts = [(int(n), u) for n, u in zip(found.groups(), UNITS, strict=True) if n] if found else []
    if not parts or len(parts) > 2 or (len(parts) == 2 and NEXT.get(parts[0][1]) != parts[1][1]):
        return None
    if len(parts) == 1:
        return float(parts[0][0]), parts[0][1]
    (large, unit), (small, finer) = parts
    share = small / IN_NEXT[unit]
    return (large + share, unit) if share in (0.25, 0.5, 0.75) else (float(large * IN_NEXT[unit] + small), finer)
