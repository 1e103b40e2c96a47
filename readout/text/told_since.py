"""Find since when there was nothing like it: the first since 2011, the largest in 14 years, last seen in 1998."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from readout.text.acts import CALAMITY
from readout.text.quantities import Quantity
from readout.text.ranges import INFINITE, Range

_RANK = (
    r"(?:first|largest|biggest|worst|deadliest|highest|lowest|longest|heaviest|strongest|bloodiest|most \w+|"
    r"worse|larger|bigger|"
    r"deadlier|greatest|gravest|closest|fewest)"
)
_NEVER = r"(?:no|not|never|nobody|none|nothing|hasn't|haven't|hadn't)"
_YEAR = r"(?:the year )?((?:1[789]|20)\d\d)\b"
_GAP = r"[^.;:]{0,100}?"
SINCE: Final = (
    re.compile(rf"\b(?:{_RANK}|{_NEVER}|only \w+)\b{_GAP}\bsince\b[^.;:]{{0,40}}?\b{_YEAR}", re.I),
    re.compile(
        rf"\blast (?!(?:year|month|week|night|spring|summer|autumn|winter|time|minute|{_YEAR})\b){_GAP}\bin {_YEAR}",
        re.I,
    ),
    re.compile(rf"\bthe last time\b{_GAP}\bin {_YEAR}", re.I),
)
BEFORE_YEARS: Final = re.compile(rf"\b(?:{_RANK}|{_NEVER})\b{_GAP}\b(?:in|for|since)\s+$", re.I)
# What has no equal tells which type of act it is said of.
NOUNS: Final = (
    (("CONSULT",), re.compile(r"\b(?:visit\w*|trips?|meetings?|met|talks|summits?|set foot|to come|came|contacts?|"
        r"encounters?|travel\w*|received)\b", re.I)),
    (("PROTEST",), re.compile(r"\b(?:demonstrations?|march(?:es)?|protests?|rall(?:y|ies)|strikes?|crowds?|"
        r"turnout|unrest)\b", re.I)),
    (
        (CALAMITY, "ASSAULT"),
        re.compile(
            r"\b(?:floods?|flooding|(?:earth)?quakes?|storms?|fires?|disasters?|attacks?|bombings?|shootings?|"
            r"crash(?:es)?|"
            r"accidents?|violence|death toll|landslides?|cyclones?|eruptions?|outbreaks?|clashes|deadliest|"
            r"under water)\b", re.I,
        ),
    ),
)  # fmt: skip


ELECTION: Final = re.compile(
    r"\b(?:polls|votes?|voters?|elections?|ballots?|referendum)\b", re.I
)  # of a turnout, not of an act


class Since(NamedTuple):
    """Where the year or number of years stands, the years it can mean, the number of years, and the types it can be said of."""

    start: int
    end: int
    years: Range | None
    passed: float | None
    kinds: tuple[str, ...]
    head: str | None = None  # what had no equal: a summit, a visit, a meeting


# What has no equal, by the words of the claim; a first summit and a first meeting are two claims.
HEADS: Final = (
    ("summit", r"summits?|congress|convention"),
    ("visit", r"visit\w*|trips?|set foot|travel\w*|journeys?|tours?"),
    (
        "meeting",
        r"meet\w*|met|talks?|contacts?|encounters?|negotiat\w+|spoken|spoke|face to face|sessions?|"
        "conversations?|sat down|audiences?",
    ),
    ("strike", r"strikes?|struck|walkouts?|stoppages?|downed tools"),
    ("fighting", r"fought|fight\w*|wars?|clash\w*|shots?|attacks?|bombings?|shootings?|battles?|raids?"),
    ("vote", r"elections?|polls?|vot(?:es?|ed|ing|ers?)|turnout|referendums?"),
    (
        "disaster",
        r"floods?|flooding|(?:earth)?quakes?|fires?|accidents?|crash\w*|storms?|eruptions?|outbreaks?|"
        r"disasters?|hurt|injured|killed|died|dead|lives|toll|collisions?|derail\w*|landslides?|spills?",
    ),
    ("closure", r"clos\w+|shut\w*|locked?|lockout"),
    ("inspection", r"inspect\w+|audits?|checks?"),
    ("protest", r"protests?|demonstrations?|march(?:es)?|rall(?:y|ies)"),
    ("win", r"wins?|won|victor\w+|titles?|medals?|goals?"),
    ("ban", r"bans?|banned|prohibit\w*|embargo\w*|sanctions?|boycotts?|blockades?"),
    ("cut", r"cuts?|cutbacks?|reductions?|shortfalls?"),
    ("rise", r"rises?|increases?|hikes?"),
    ("expulsion", r"expulsions?|expel\w*|deport\w+"),
    ("arrest", r"arrests?|arrested|detentions?|detained"),
    ("use", r"us(?:e|ed)"),
    ("agreement", r"agreements?|deals?|treat(?:y|ies)|pacts?|accords?|truces?|ceasefires?"),
    ("dismissal", r"dismiss\w+|sack\w*|resign\w*|impeach\w*"),
    ("launch", r"launch\w*|missions?"),
    ("deployment", r"deploy\w*|mobili[sz]\w+"),
    ("crossing", r"crossings?|crossed"),
    ("trial", r"trials?|convict\w+|sentence[sd]?|verdicts?|executions?|executed"),
)
HEAD: Final = tuple((name, re.compile(rf"\b(?:{words})\b", re.I)) for name, words in HEADS)


def head_of(words: str) -> str | None:
    """Name what had no equal by the first word of a claim that tells."""
    found = [(m.start(), name) for name, pattern in HEAD for m in [pattern.search(words)] if m]
    return min(found)[1] if found else None


BARE: Final = re.compile(r"^\W*(?:It|This|That) (?:is|was|would be|will be|had been|has been)\b")
OF_DEED: Final = re.compile(r"^\w+ (?:to|time)\b", re.I)  # the first to come, the first time: what comes behind tells of what
PRONOUN: Final = re.compile(r"^\W*(?:It|This|That|They|He|She)\b")


def one_head(words: str) -> str | None:
    """Name what words tell that can have no equal; null where they tell several things."""
    found = {name for name, pattern in HEAD if pattern.search(words)}
    return next(iter(found)) if len(found) == 1 else None


def head_before(sentence: str, earlier: str) -> str | None:
    """Name what had no equal by the sentence before one that only says that it was the first; null where that tells several."""
    return one_head(earlier) if BARE.match(sentence) and not PRONOUN.match(earlier) else None


def since(sentence: str, quantities: Sequence[Quantity] = (), year: int | None = None) -> Since | None:
    """Find the year, or the number of years before `year`; quantities are those of the sentence, spans in it."""
    for pattern in SINCE:
        found = pattern.search(sentence)
        if found:
            told = float(found.group(found.lastindex or 1))
            return Since(*found.span(found.lastindex or 1), Range(told, told), None, kinds_of(found.group(), sentence),
                         head_of(found.group()) or head_of(sentence[found.end() :])
                         or (None if OF_DEED.match(found.group()) else one_head(sentence[: found.start()])))  # fmt: skip
    for q in quantities:
        if q.kind == "duration" and q.unit in ("year", "decade") and BEFORE_YEARS.search(sentence[: q.start]):
            lead = BEFORE_YEARS.search(sentence[: q.start])
            words = lead.group() if lead else ""
            return Since(q.start, q.end, ago(q, year), number_of(q), kinds_of(words, sentence), head_of(words))
    return None


def number_of(q: Quantity) -> float | None:
    """Give how many years a length is."""
    number = q.value if q.value is not None else q.low
    return None if number is None else number * (10 if q.unit == "decade" else 1)


def ago(q: Quantity, year: int | None) -> Range | None:
    """Give the years a length of years counts back to."""
    number = number_of(q)
    if year is None or number is None:
        return None
    slack = number / 2 if q.unit == "decade" or q.modifier in ("about", "vague") else 1
    if q.modifier in ("more_than", "at_least"):
        return Range(-INFINITE, year - number)
    return Range(year - number - (0 if q.modifier in ("almost", "less_than") else 1), year - number + slack)


def kinds_of(words: str, sentence: str) -> tuple[str, ...]:
    """Say which types of act have no equal by the nouns in the claim, else in the sentence."""
    if ELECTION.search(sentence):
        return ()
    for stretch in (words, sentence):
        for kinds, pattern in NOUNS:
            if pattern.search(stretch):
                return kinds
    return ()
