"""What one event tells, ready to be compared: who, when, where, in which words, going back to which origins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readout.records import Document, Entity, Event, Involvement, Participant
from readout.text.stem import stem

Days = tuple[int, int]
Involved = Mapping[tuple[str, str, int], Involvement]
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\d[\d,.]*")
SLACK = {
    "stated": 0,
    "relative": 1,
    "publication": 2,
}  # days by which a date of this basis may be off, time zones included
# Types whose actors and recipients change places between reports: two who meet, agree or cooperate.
MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))
UNREAL = frozenset(("cancelled", "negated", "refused", "failed", "postponed"))
REAL = frozenset(("happened", "ongoing", "historical", "reported"))


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: its key for comparing, the key of its country, and whether it is a person."""

    key: str
    country: str | None
    person: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event with what is compared. `days` is null where the page does not date it."""

    event: Event
    story: str
    written: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    days: Days | None
    place: frozenset[str]
    trigger: str
    theme: frozenset[str]
    sentence: str
    origins: tuple[str, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        return (*self.actors, *self.recipients)


def party(participant: Participant, found: Involvement | None, entity: Entity | None) -> Party:
    """Make a participant comparable: by entity where it is known, else by its words."""
    words = frozenset(stem(w.lower()) for w in WORD.findall(participant.text))
    country = (found.country if found else None) or participant.country
    key = (found and found.entity_id) or " ".join(sorted(words)) or participant.text.lower()
    return Party(key, country, bool(entity and entity.type == "person"), words)


def parties(
    listed: Sequence[Participant], role: str, event_id: str,
    involved: Involved, entities: Mapping[str, Entity],
) -> tuple[Party, ...]:  # fmt: skip
    """Make the participants of one role comparable, none twice."""
    made: dict[str, Party] = {}
    for position, participant in enumerate(listed):
        found = involved.get((event_id, role, position))
        one = party(participant, found, entities.get(found.entity_id) if found and found.entity_id else None)
        made.setdefault(one.key, one)
    return tuple(made.values())


def days_of(event: Event, written: int | None) -> Days | None:
    """Give the first and last day an event can lie on, as ordinals; null where it is not dated."""
    if event.date_start is None or event.date_precision == "unknown":
        return None
    slack = SLACK.get(event.date_basis or "", 0) if event.date_precision == "day" else 0
    start, end = ordinal(event.date_start), ordinal(event.date_end or event.date_start)
    return (start - slack, end + min(slack, 1)) if start and end and start <= end else None


def ordinal(day: str | None) -> int | None:
    """Number an ISO day; a month or year counts from its first day."""
    if not day:
        return None
    parts = (*map(int, day[:10].split("-")), 1, 1)[:3]
    return date(*parts).toordinal()


def iso(day: int) -> str:
    """Write a day's number as an ISO date."""
    return (date(1, 1, 1) + timedelta(days=day - 1)).isoformat()


def written_on(document: Document) -> int | None:
    """Give the day a page was written."""
    return ordinal(document.published)


def theme(words: str, parties: Iterable[Party]) -> frozenset[str]:
    """Give the stems of a stretch that say what it is about: content words and numbers, the participants left out."""
    named = {w for p in parties for w in p.words}
    found = {stem(w.lower()) for w in WORD.findall(words)} | set(NUMBER.findall(words))
    return frozenset(found - named - COMMON)


_COMMON = (
    "the and for that with from this have has had was were been being are will would could should may might must can "
    "which who whom whose what when where while after before about into over under between among against during "
    "their his her its they them she him said says say told according also more most than then there here not but "
    "one two three first second last year years month months week weeks day days today yesterday tomorrow monday "
    "tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december new other some any all both each such only own same"
)
COMMON = frozenset(stem(w) for w in _COMMON.split())
