"""What a reported number can mean: the range it covers, given its hedge and how roundly it is said."""

from __future__ import annotations

import re
from typing import NamedTuple

INFINITE = float("inf")
ABOUT = 0.1  # share by which "about", "some", "around" may be off at most; ours, a usual reading
FINE = 0.015  # the same at least, however exactly the number is written: about 640,000 is neither 590,000 nor 700,000; ours
DOZEN = 12  # numbers up to a few dozen may be written out of dozens
DOZENS = 60  # the largest of these
VAGUE = 100  # times as many as the word names that "dozens" or "thousands" may be: a floor, hardly a top; ours
SHORT_OF = 0.12  # share that "almost" and "nearly" may lack at most
SHORT_LEAST = 0.03  # the same at least, however exactly the number is written; ours
HALF = 2  # "fewer than" is said of no number below this part of the one it names; ours
WHOLE = 0.5  # what is counted in ones lies on this side of a half: 125 is no rounding of 120 and of 130 at once
ROUND_FROM = 100  # unhedged counts below are read as exact


class Range(NamedTuple):
    """Lowest and highest number a value can mean."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Tell whether one number can lie in both."""
        return self.low <= other.high and other.low <= self.high


def count_range(number: float, modifier: str | None, high: float | None = None) -> Range:
    """Give the range of a count. Round unhedged counts from 100 on cover half their last non-zero place, 5 % at most; a hedge
    widens a number by how roughly it is written: "about 700" by half a hundred, "about 640" by ten."""
    top = high if high is not None else number
    half = rounding(number)
    if modifier == "vague":  # dozens, tens of thousands: the next word up would be said of ten times as many
        return Range(number, VAGUE * top)
    if modifier == "about":
        slack = max(half, min(ABOUT * number, max(step(number) / 2, FINE * number)))
        return Range(number - slack, top + slack)
    if modifier in ("almost",):
        return Range(number - min(SHORT_OF * number, max(step(number), SHORT_LEAST * number)), number)
    if modifier in ("more_than", "at_least"):
        return Range(number, INFINITE)
    if modifier in ("less_than", "at_most", "up_to"):
        return Range(number / HALF if modifier == "less_than" else 0.0, number)
    return Range(number - half, top + half)


def step(number: float) -> float:
    """Give how roughly a number is written: its last non-zero place, five of them where it ends in a five (250, 1.5 million), and
    a dozen or so of dozens."""
    if number <= 0:
        return 0.0
    if number % DOZEN == 0 and number <= DOZENS:
        return float(DOZEN)
    digits = f"{number:.15g}"
    if "e" in digits:
        return number
    whole, _, part = digits.partition(".")
    place = 10.0 ** -len(part) if part else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    ends_in_five = digits.rstrip("0").endswith("5") and len(digits.replace(".", "").strip("0")) > 1
    return 5 * place if ends_in_five else place


def rounding(number: float) -> float:
    """Give how far a round number may be from what was counted."""
    if number < ROUND_FROM or number != int(number):
        return 0.0
    digits = str(int(number))
    place = 10 ** (len(digits) - len(digits.rstrip("0")))
    return min(place / 2, 0.05 * number) - WHOLE if place > 1 else 0.0


def minutes_range(minutes: float, modifier: str | None, words: str) -> Range:
    """Give the range of a duration in minutes: hours said in whole numbers may be off by a half, half hours by a quarter."""
    grain = grain_of(words.lower())
    if modifier in ("about", "vague"):
        slack = max(loose(grain, minutes), ABOUT * minutes)
        return Range(minutes - slack, minutes + slack)
    if modifier == "almost" or (modifier == "less_than" and CLOSE_BELOW.search(words)):
        return Range(minutes - max(grain, 30) / 2, minutes)
    if modifier == "less_than":
        return Range(minutes / 2, minutes - LEAST)
    if modifier in ("at_most", "up_to"):
        return Range(0.0, minutes)
    if modifier in ("more_than", "at_least"):
        return Range(minutes + LEAST, minutes + grain) if modifier == "more_than" else Range(minutes, INFINITE)
    slack = loose(grain, minutes)
    return Range(minutes - slack, minutes + slack)


LEAST = 1.0  # minutes by which "less than" and "more than" differ from what they name; ours


def loose(grain: float, minutes: float) -> float:
    """Give how far a duration may be off for its unit alone: short of half the unit, so that four hours are not almost five, yet
    never more than a third of it all."""
    return min(max(0.0, grain / 2 - WHOLE), minutes / 3)


CLOSE_BELOW = re.compile(
    r"\b(?:just|barely|scarcely|hardly|slightly|a little|not quite|shy)\b", re.I
)  # just under six hours


def grain_of(words: str) -> float:
    """Give the finest unit a duration is said in, in minutes."""
    for pattern, grain in GRAINS:
        if re.search(pattern, words):
            return grain
    return 60.0


GRAINS = (
    (r"\bday.*half|half.*\bdays?\b", 720.0), (r"\bweek.*half", 5040.0),
    (r"second", 0.5), (r"\d+[ -]?min|minute", 5.0), (r"\bquarter", 15.0), (r"half|½|\.5", 30.0), (r"hour|\bhrs?\b", 60.0),
    (r"\bday", 1440.0), (r"week", 10080.0), (r"month", 43200.0), (r"year|decade|centur", 525600.0),
)  # fmt: skip
