"""Read the number a noun phrase begins with: the 43 men, around forty people."""

from __future__ import annotations

import re

LEADING_NUMBER = re.compile(
    r"(?:the |about |around |some |at least |nearly |almost |more than |over )*(\d[\d,]*|[a-z]+)\b"
)
SMALL = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
    "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0, "fifteen": 15.0, "sixteen": 16.0,
    "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0,
    "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "dozen": 12.0, "hundred": 100.0, "thousand": 1000.0,
}  # fmt: skip


def number_before(words: str) -> float | None:
    """Read the number a noun phrase begins with."""
    first = LEADING_NUMBER.match(words.lower())
    if first is None:
        return None
    told = first.group(1)
    return float(told.replace(",", "")) if told[0].isdigit() else SMALL.get(told)
