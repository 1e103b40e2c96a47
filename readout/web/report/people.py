"""Who is who: every name in use, every office with the words that state it, who met whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from readout.pile import Pile
from readout.records import Entity, Evidence
from readout.web.pages import anchor
from readout.web.phrases import listed
from readout.web.report.evidence import place_of

SHOWN, MEETING = 60, frozenset(("CONSULT",))
DONE = frozenset(("happened", "ongoing"))


@dataclass(frozen=True, slots=True)
class Held:
    """An office in words, on how many pages, and where first."""

    words: str
    status: str
    pages: int
    place: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person, body or country as the report shows it."""

    row: Entity
    anchor: str
    offices: tuple[Held, ...]
    pages: int
    met: tuple[tuple[str, str], ...]  # name, anchor of the occurrence
    sayings: int


def people(pile: Pile) -> list[Somebody]:
    """Give the persons and bodies, those on most pages first."""
    pages: Counter[str] = Counter()
    for (entity_id, _), _found in pile.mentions_by_entity.items():
        pages[entity_id] += 1
    sayings = Counter(a.speaker for a in pile.attributions.values() if a.speaker)
    wanted = [
        e
        for e in pile.entities.values()
        if e.type in ("person", "organisation", "government", "group") and pages[e.entity_id]
    ]
    wanted.sort(key=lambda e: (e.type != "person", -pages[e.entity_id], e.name))
    met = meetings(pile)
    return [
        Somebody(
            e,
            anchor(e.entity_id),
            tuple(offices(pile, e)),
            pages[e.entity_id],
            tuple(met.get(e.entity_id, ())[:8]),
            sayings[e.entity_id],
        )
        for e in wanted[:SHOWN]
    ]


def offices(pile: Pile, entity: Entity) -> list[Held]:
    """Give each office once, those most pages state first."""
    groups: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for o in pile.offices_of.get(entity.entity_id, ()):
        groups[pile.office_words(o), o.status].append(Evidence(o.doc_id, o.start, o.end))
    found = [
        Held(words, status, len({e.doc_id for e in spans}), place_of(pile, spans))
        for (words, status), spans in groups.items()
    ]
    return sorted(found, key=lambda h: (-h.pages, h.words))


def meetings(pile: Pile) -> dict[str, list[tuple[str, str]]]:
    """Give for each entity whom it is reported to have met, and in which occurrence."""
    met: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for o in sorted(pile.occurrences.values(), key=lambda o: (-o.voices_low, o.occurrence_id)):
        present = [e for e in (*o.actors, *o.recipients) if e in pile.entities and pile.entities[e].type == "person"]
        for one in present if o.type in MEETING and o.status in DONE and len(present) > 1 else ():
            others: Sequence[str] = [pile.name(e) for e in present if e != one]
            met[one].append((listed(others, 3), anchor(o.occurrence_id)))
    return met
