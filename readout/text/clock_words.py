"""Find times of day told in words around the hour: twenty past five, ten to nine, between twenty past five and six."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from readout.text.number_words import VALUES

_HOUR: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_STEP: Final = r"(?:(?:a )?quarter|half|five|ten|twenty(?:-five)?)"
AROUND: Final = re.compile(
    rf"\b(?P<step>{_STEP}) (?P<way>past|to) (?P<hour>{_HOUR})\b(?![ -](?:hundred|thousand|million|[a-z]+s\b))", re.I
)
BETWEEN: Final = re.compile(r"\b(?:between|from)\s+$", re.I)
UNTIL: Final = re.compile(rf" (?:and|to|until) (?:{_STEP} (?:past|to) )?{_HOUR}\b(?! [a-z]+s\b)", re.I)
QUARTER: Final = 15


def clock_words(text: str) -> Iterator[tuple[int, int]]:
    """Give where a text tells times of day so; "five to six" men is no time, "ten to nine" is."""
    for m in AROUND.finditer(text):
        step = m["step"].lower()
        minutes = QUARTER if "quarter" in step else VALUES.get(step, VALUES["twenty"])
        if m["way"].lower() == "past" or ("half" not in step and minutes > VALUES[m["hour"].lower()]):
            behind = UNTIL.match(text, m.end()) if BETWEEN.search(text[: m.start()]) else None
            yield m.start(), behind.end() if behind else m.end()
