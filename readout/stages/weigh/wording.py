"""Write values in the words of a report: lengths as hours and minutes, large numbers with commas, nouns counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.stages.weigh.values import Said
from readout.text.told_people import plural

AS_WORDED = frozenset(("year", "day", "clock", "twelve-hour clock"))  # units that the words of the value tell
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e\+\d+)?")
LONG = (("year", 365 * 1440), ("year", 525600), ("month", 43200), ("week", 7 * 1440 * 2))  # lengths told in long units
LARGE = 1000  # from here on numbers are written with commas


def in_words(said: Said) -> str:
    """Write one value with the unit it is told in."""
    value, unit = said.value, said.unit
    if said.range is None or unit in AS_WORDED or not NUMBER.search(value):
        return value
    if unit == "minute":
        return NUMBER.sub(lambda m: as_hours(float(m.group())), value)
    value = NUMBER.sub(lambda m: with_commas(float(m.group()), m.group()), value)
    if unit == "percent":
        return f"{value} percent"
    if not unit or unit == "person" or unit in value or plural(unit) in value:
        return value
    one, per, other = unit.partition(" per ")
    return f"{value} {plural(one)}{per}{other}"


def as_hours(minutes: float) -> str:
    """Write a number of minutes as days, hours and minutes."""
    whole = round(minutes)
    for name, size in LONG:
        if whole >= size and whole % size == 0:
            return f"{whole // size} {name}{'s' * (whole != size)}"
    if whole >= 2 * 1440 and whole % 1440 == 0:
        return f"{whole // 1440} days"
    hours, rest = divmod(whole, 60)
    parts = [f"{hours} hour{'s' * (hours != 1)}"] * bool(hours) + [f"{rest} minute{'s' * (rest != 1)}"] * bool(
        rest or not hours
    )
    return " ".join(parts)


def with_commas(number: float, as_it_is: str) -> str:
    """Write a large number with commas, any other as it stands."""
    return f"{number:,.0f}" if number >= LARGE and number == round(number) else as_it_is


def told(group: Sequence[Said]) -> str:
    """Write the value of a group."""
    return in_words(group[0])


def listed(groups: Sequence[Sequence[Said]]) -> str:
    """List the values of groups, from small to large."""
    ordered = sorted(groups, key=lambda g: (g[0].range.low if g[0].range else 0.0, g[0].value))
    return ", ".join(dict.fromkeys(told(g) for g in ordered))
