"""Rules for times of day: 5 p.m. EST Monday, 17:30 GMT, half past five, Sunday morning."""

from __future__ import annotations

import re
from typing import Final

from readout.text.time_scene import Hit, Reading, Rule
from readout.text.time_words import PARTS

MINUTES: Final = {"half": 30, "quarter": 15}


def clock(hit: Hit) -> Reading | None:
    """17:30, 5:30 p.m., 5.30pm, 5 p.m. GMT, 1700 GMT, five o'clock."""
    found = _hour_minute(hit)
    if found is None:
        return None
    hour, minute = found
    if hit.has("ap"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if hit.word("ap")[0] == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    day = _day(hit)
    zone = "Z" if hit.word("z") in ("gmt", "utc") else ""
    return hit.says("TIME", f"{day}T{hour:02d}:{minute:02d}{zone}", "a time of day", basis="relative", refers=False)


def _hour_minute(hit: Hit) -> tuple[int, int] | None:
    """Read hour and minute of the figures."""
    raw = hit.word("c")
    if re.fullmatch(r"\d{1,2}[:.]\d{2}(:\d{2})?", raw):
        hour, minute = re.split("[:.]", raw)[:2]
        return int(hour), int(minute)
    if hit.has("z") and re.fullmatch(r"\d{4}", raw) and not hit.has("ap"):
        return int(raw[:2]), int(raw[2:])
    value = hit.whole("c")
    return (value, 0) if value is not None and value <= 24 else None


def _day(hit: Hit) -> str:
    """Give the day a bare time of day falls on: one told in the sentence, else that of writing, as far as known."""
    told = hit.scene.same_sentence(hit.first)
    if told is not None and told.grain == "day":
        return told.value
    return hit.scene.anchor.isoformat() if hit.scene.anchor else "XXXX-XX-XX"


def past_hour(hit: Hit) -> Reading | None:
    """Half past five, quarter to six, ten past four."""
    minutes = MINUTES.get(hit.word("n")) or hit.whole("n")
    hour = hit.whole("h")
    if minutes is None or hour is None or not 1 <= hour <= 12 or not 0 < minutes < 60:
        return None
    back = hit.word("way") in ("to", "before")
    hour, minutes = ((hour - 1) % 24, 60 - minutes) if back else (hour, minutes)
    return hit.says(
        "TIME",
        f"{_day(hit)}T{hour:02d}:{minutes:02d}",
        "a time of day, of which half is not told",
        basis="relative",
        refers=False,
    )


def part(hit: Hit) -> Reading | None:
    """In the morning, at night, before dawn: of a day not told; with a capital it is a name."""
    if hit.scene.tokens.raw(hit.at("part"))[0].isupper():
        return None
    value = f"XXXX-XX-XX{PARTS[hit.word('part')]}"
    return hit.says("TIME", value, "a part of a day", refers=False)._replace(first=hit.last - 1 - hit.has("the"))


def early_hours(hit: Hit) -> Reading | None:
    """The early hours: the morning of a day not told."""
    if hit.word("u") != "hours":
        return None
    return hit.says("TIME", "XXXX-XX-XXTMO", "a part of a day", refers=False)


CLOCK_RULES: Final = (
    Rule("clock", "(?P<c>CLOCK|DAYNUM|FIGURE) (?P<ap>AMPM) LPAR? (?P<z>ZONE)?", clock),
    Rule("clock", "(?P<c>CLOCK|YEAR4|FIGURE) (?P<z>ZONE)", clock),
    Rule("clock", "(?P<c>CLOCK) (?!DASH? ANYUNIT|ORDINAL)", clock),
    Rule("clock", "(?P<c>NUM) OCLOCK", clock),
    Rule("past the hour", "(?P<n>HALF|NUM|QUARTER) (?P<way>PAST|TO|AFTER) (?P<h>NUM) (?:OCLOCK|AMPM)", past_hour),
    Rule("past the hour", "(?P<n>HALF|QUARTER) PAST (?P<h>NUM)", past_hour),
    Rule("part of a day", "(?:IN|AT|BY|BEFORE|AFTER|SINCE|FROM|TO) (?P<the>THE)? (?P<part>DARK)", part),
    Rule("part of a day", "THE EARLY (?P<u>UNITS)", early_hours),
    Rule("part of a day", "(?P<part>OVERNIGHT)", part),
)
