"""Say what a measure beside an act is: the magnitude of a quake, a speed, a turnout, a rise in pay."""

from __future__ import annotations

import re
from typing import Final

MAGNITUDE: Final = re.compile(
    r"\b(?:magnitude(?:[ -]of)?|measur\w+(?: the (?:\w+ )?(?:quake|earthquake|tremor)| it)? (?:at )?|"
    r"registered(?: at)?|"
    r"Richter[^.;]{0,20})[ -]?(?:of |about |at )?$",
    re.I,
)
MAGNITUDE_BEHIND: Final = re.compile(r"^[ -]?magnitude\b|^ on the (?:open-ended )?Richter", re.I)
AFTERSHOCK: Final = re.compile(r"\b(?:aftershocks?|second|another|tremors?|followed)\b", re.I)
PERCENTS: Final = (
    ("turnout", re.compile(r"\b(?:turnout|took part in the (?:vote|election|referendum)|went to the polls|"
        r"cast (?:their )?ballots)\b", re.I)),
    ("pay rise", re.compile(r"\b(?:pay (?:rise|increase|raise|deal|hike)|wage (?:rise|increase)|more (?:pay|money)|"
        r"salar\w+|wages)\b", re.I)),
    ("tariff", re.compile(r"\b(?:tariffs?|duty|duties|levy|surcharge)\b", re.I)),
    ("fall in shares", re.compile(r"\b(?:shares?|stock)\b[^.;]{0,40}\b(?:fell|lost|down|dropped|slid|"
        r"sank|tumbled|plunged)\b", re.I)),
)  # fmt: skip


def is_magnitude(sentence: str, start: int, end: int, number: float) -> bool:
    """Tell whether a number is the magnitude of the main quake of a sentence."""
    told = MAGNITUDE.search(sentence[:start]) or MAGNITUDE_BEHIND.match(sentence[end:])
    return bool(told) and 2 <= number < 10 and not AFTERSHOCK.search(sentence)


def percent_of(sentence: str) -> str | None:
    """Name what a share of a hundred is of, by the words of its sentence; null where they do not tell or tell two things."""
    found = [name for name, pattern in PERCENTS if pattern.search(sentence)]
    return found[0] if len(found) == 1 else None
