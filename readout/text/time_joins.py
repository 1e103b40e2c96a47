"""Join what stands side by side: Monday + morning, 5 p.m. + Monday, the evening of + 4 May, the week of + 4 May."""

from __future__ import annotations

import re
from typing import Final

from readout.text.periods import period_of
from readout.text.time_scene import Reading, Scene
from readout.text.time_words import PARTS, pattern

PART: Final = pattern("PART")
OF_DAY: Final = pattern(
    "(?:THE? (?P<part>DARK) OF|THE EARLY (?P<hours>UNITS) OF|(?:THE? (?P<week>WEEKW) OF)) (?:ON|THE)?$"
)
BESIDE: Final = pattern("(?:(?:COMMA|LPAR)? (?:AT|ON|OF|COMMA)? (?:SOME)?)")
LOOK_BACK = 6  # tokens before a day that may belong to it


def joined(scene: Scene) -> list[Reading]:
    """Give the readings, those that tell one time together as one."""
    made: list[Reading] = []
    for reading in scene.readings:
        whole = part_before(part_behind(reading, scene), scene)
        while made and made[-1].last > whole.first:
            made.pop()
        pair = clock_beside(made[-1], whole, scene) if made else None
        if pair:
            made[-1] = pair
        else:
            made.append(whole)
    return made


def is_day(reading: Reading) -> bool:
    """Tell a day, or a weekday of which the week is not known, without a time."""
    known = reading.period is not None and reading.period.grain == "day"
    return reading.type == "DATE" and (known or reading.value.startswith("XXXX-WXX-"))


def part_behind(reading: Reading, scene: Scene) -> Reading:
    """Join a day with the part of day that follows it: Monday morning."""
    if not is_day(reading) or reading.last >= len(scene.codes) or not PART.match(scene.codes[reading.last]):
        return reading
    part = PARTS[scene.tokens.words[reading.last]]
    return reading._replace(last=reading.last + 1, type="TIME", value=reading.value + part)


def part_before(reading: Reading, scene: Scene) -> Reading:
    """Join a day with what stands before it: the evening of 4 May, the week of 4 May."""
    if not is_day(reading):
        return reading
    start = max(0, reading.first - LOOK_BACK)
    found = OF_DAY.search(scene.codes[start : reading.first])
    if not found:
        return reading
    first = start + found.start()
    if found["week"]:
        week = period_of("week", reading.period.first) if reading.period else None
        return reading._replace(first=first, value=week.value, period=week) if week else reading
    word = scene.tokens.words[start + found.start("part")] if found["part"] else "morning"
    if found["hours"] and scene.tokens.words[start + found.start("hours")] != "hours":
        return reading
    return reading._replace(first=first, type="TIME", value=reading.value + PARTS[word])


def clock_beside(left: Reading, right: Reading, scene: Scene) -> Reading | None:
    """Join a time of day with the day before or behind it: on Monday at 5 p.m., 5 p.m. on Monday evening."""
    clock, day = (right, left) if is_clock(right) else (left, right)
    if not is_clock(clock) or is_clock(day) or not BESIDE.fullmatch(scene.codes[left.last : right.first]):
        return None
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d|XXXX-WXX-\d)(T[A-Z]{2})?", day.value)
    if day.type not in ("DATE", "TIME") or found is None:
        return None
    hour = clock.value[clock.value.index("T") :]
    if found[2] in ("TAF", "TEV", "TNI") and "01" <= hour[1:3] < "12":
        hour = f"T{int(hour[1:3]) + 12}{hour[3:]}"
    return day._replace(
        first=left.first, last=right.last, type="TIME", value=found[1] + hour, why=f"{clock.why}, {day.why}"
    )


def is_clock(reading: Reading) -> bool:
    """Tell a time of day by the clock."""
    return reading.type == "TIME" and reading.period is None and ":" in reading.value
