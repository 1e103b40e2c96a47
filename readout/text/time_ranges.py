"""Join the two ends of a range into one interval: from 3 to 5 May, between 2011 and 2013, Monday to Friday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.periods import Precision
from readout.text.times import Time

# What stands between the ends; "and" only behind "between"
LINK: Final = re.compile(r"\s*(?:-|–|—|to|through|until|till|up to|and)\s*(?:the\s+)?", re.IGNORECASE)
BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
FROM: Final = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
COARSE: Final[tuple[Precision, ...]] = ("day", "month", "year", "unknown")


def joined_ranges(text: str, times: Sequence[Time]) -> list[Time]:
    """Give the times with the two ends of each range as one, whose dates are the range and whose value is `first/last`.

    For dating events; `read_times` keeps the ends apart, as TimeML does. Two dates in a row that run backwards stay apart.
    """
    made: list[Time] = []
    for time in times:
        whole = range_of(text, made[-1], time) if made else None
        if whole:
            made[-1] = whole
        else:
            made.append(time)
    return made


def range_of(text: str, left: Time, right: Time) -> Time | None:
    """Join two times where the words between say so and both are dated."""
    between = text[left.end : right.start]
    if not LINK.fullmatch(between) or None in (left.date_start, left.date_end, right.date_start, right.date_end):
        return None
    if between.strip().lower().startswith("and") and not BETWEEN.search(text[: left.start][-20:]):
        return None
    if (left.date_start or "") > (right.date_start or ""):
        return None
    led = FROM.search(text[: left.start][-20:])
    start = left.start - len(led[0]) if led else left.start
    precision = max(left.precision, right.precision, key=COARSE.index)
    return replace(
        right, start=start, type="DATE", value=f"{left.value}/{right.value}", date_start=left.date_start,
        precision=precision, because=f"a range: {left.because}; {right.because}",
    )  # fmt: skip
