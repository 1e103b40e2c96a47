"""Say what a number in a sentence tells of a meeting, a march, an attack or a disaster, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readout.text.event_tree import listed
from readout.text.quantities import Quantity

MINUTES = {"second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0}
MEETING = re.compile(
    r"\b(?:talks?|met|meet|meets|meeting|negotiat\w+|conversations?|conferred|together|at the table|session|summit|"
    r"consultations?|discussions?|round|chats?|sat (?:down|across)|spent)\b", re.I,
)  # fmt: skip
MARCH = re.compile(
    r"\b(?:march\w*|protest\w*|demonstrat\w+|rall(?:y|ies)|procession|crowd|turnout|sit-in|vigil)\b", re.I
)
DRILL = re.compile(r"\b(?:exercises?|drills?|manoeuvres?|maneuvers?)\b", re.I)
CROWD = re.compile(
    r"\b(?:crowd|turnout|march\w*|protest\w*|demonstrat\w+|rall(?:y|ied|ies)|(?:took|taken|taking) part|attend\w*)\b",
    re.I,
)  # fmt: skip
# The words that say what became of the people counted, nearest first.
FATES = (
    (
        "deaths",
        re.compile(r"\b(?:killed|dead|died|deaths?|death toll|toll|bodies|drowned|perished|lives|victims)\b", re.I),
    ),
    ("injuries", re.compile(r"\b(?:injured|wounded|hurt|injuries|treated)\b", re.I)),
    ("missing", re.compile(r"\b(?:missing|unaccounted)\b", re.I)),
    ("arrests", re.compile(r"\b(?:arrest\w*|detain\w*|in custody|seized|held|apprehended|behind bars)\b", re.I)),
    ("displaced", re.compile(r"\b(?:evacuated|displaced|homeless|left their homes|fled)\b", re.I)),
    ("released", re.compile(r"\b(?:released|freed|let go|set free|sent home)\b", re.I)),
)
# Before or behind a length of time these make it a date or a term, not how long something took.
TERM_BEFORE = re.compile(
    r"(?:\b(?:in|within|inside|every|next|last|past|coming|by|aged?|than)\s+(?:the\s+)?(?:next|last|past|course of\s+)?)$", re.I
)  # fmt: skip
TERM_BEHIND = re.compile(
    r"^\s*(?:ago|earlier|later|longer|more|less|shorter|than|before|after|from|away|old|early|late|in advance|of age|"
    r"upstream|-old)\b",
    re.I,
)  # fmt: skip
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
CLOCK = re.compile(r"^\s*(?:in the (?:morning|afternoon|evening)|o'clock|a\.?m\b|p\.?m\b|at night)", re.I)
INHABITANTS = re.compile(r"\b(?:town|city|village|population|country|island|port) of\s*$", re.I)
FAR = 60  # characters between a number and the word that says what it counts; ours
PEOPLE = listed(
    "person people man woman child protester demonstrator marcher participant student officer soldier civilian resident worker "
    "supporter fisherman sailor passenger villager victim patient prisoner detainee rescuer survivor body house"
)


class Told(NamedTuple):
    """What a quantity tells: the property, and types of acts it can belong to."""

    property: str
    kinds: tuple[str, ...]
    quantity: Quantity


def told_numbers(sentence: str, offset: int, quantities: Sequence[Quantity], year: int | None = None) -> Iterator[Told]:
    """Give what the quantities of a sentence tell; `offset` is where it begins in the text that their spans point into.

    What the sentence dates to a year before `year`, that of writing, is background and tells nothing of today.
    """
    if year is not None and any(int(m.group()) < year for m in YEAR.finditer(sentence)):
        return
    for q in quantities:
        start, end = q.start - offset, q.end - offset
        if CLOCK.match(sentence[end:]) or INHABITANTS.search(sentence[:start]):
            continue
        if q.kind == "duration" and q.unit in MINUTES:
            kinds = lasting(sentence, start, end)
            if kinds:
                yield Told("duration", kinds, q)
        elif q.kind == "count":
            yield from counted(sentence, start, end, q)


def lasting(sentence: str, start: int, end: int) -> tuple[str, ...]:
    """Say what a length of time can be the length of."""
    if TERM_BEFORE.search(sentence[:start]) or TERM_BEHIND.search(sentence[end:]):
        return ()
    if re.search(r"\bdays?\b", sentence[start:end]):
        return ("MOBILIZE", "COOPERATE") if DRILL.search(sentence) else ()
    for pattern, kinds in ((MEETING, ("CONSULT",)), (MARCH, ("PROTEST",)), (DRILL, ("MOBILIZE", "COOPERATE"))):
        if any(abs(m.start() - end) <= FAR or abs(start - m.end()) <= FAR for m in pattern.finditer(sentence)):
            return kinds
    return ()


def counted(sentence: str, start: int, end: int, q: Quantity) -> Iterator[Told]:
    """Say what a count counts: people and what became of them, or a crowd."""
    if (q.unit is not None and q.unit not in PEOPLE) or (q.value or q.low or 0) < 2:
        return
    near = [
        (min(abs(m.start() - end), abs(start - m.end())), name)
        for name, pattern in FATES
        for m in pattern.finditer(sentence)
    ]
    near = [item for item in near if item[0] <= FAR]
    if near:
        yield Told(min(near)[1], FATE_KINDS[min(near)[1]], q)
    elif CROWD.search(sentence) and (q.value or q.low or 0) >= 20:
        yield Told("participants", ("PROTEST",), q)


FATE_KINDS = {
    "deaths": ("ASSAULT", "CALAMITY"), "injuries": ("ASSAULT", "PROTEST", "CALAMITY"), "missing": ("ASSAULT", "CALAMITY"),
    "displaced": ("ASSAULT", "CALAMITY"),
    "arrests": ("COERCE",), "released": ("CONCEDE", "RETREAT"),
}  # fmt: skip


_RANK = r"(?:first|largest|biggest|worst|deadliest|highest|longest|heaviest|last|strongest|bloodiest|most \w+)"
SINCE = re.compile(rf"\b{_RANK}\b[^.;]{{0,90}}?\bsince\b[^.;]{{0,40}}?\b((?:1[89]|20)\d\d)\b", re.I)
_YEARS = r"(?:(?:nearly|almost|about|more than|over)\s+)?[\w-]+\s+(?:years?|decades?)"
IN_YEARS = re.compile(rf"\b{_RANK}\b[^.;]{{0,60}}?\b(?:in|for)\s+({_YEARS})\b", re.I)


def since(sentence: str) -> tuple[int, int] | None:
    """Find "the first … since 2011", "the largest in 14 years": gives where the year or the number of years stands."""
    found = SINCE.search(sentence) or IN_YEARS.search(sentence)
    return found.span(1) if found else None
