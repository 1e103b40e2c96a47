"""Lines on acts: what was agreed, what was done to the other side, what lies ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from readout.ids import make_id
from readout.records import Event, Evidence, Occurrence, Relation
from readout.stages.relate.pile import Pile
from readout.tables import Table

Category = Literal["commitment", "incident", "upcoming"]
COMMITTING = frozenset(("AGREE", "CONCEDE"))
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
DONE = frozenset(("happened", "ongoing", "historical", "reported"))
AHEAD = frozenset(("planned", "proposed", "postponed"))


def acts(pile: Pile, occurrences: Table[Occurrence]) -> Iterator[Relation]:
    """Write the lines that occurrences give."""
    for o in occurrences:
        category = category_of(o)
        if category:
            yield line(pile, o, category)


def category_of(o: Occurrence) -> Category | None:
    """Say on which part of the sheet an occurrence belongs; null for none."""
    if o.type in COMMITTING and o.status in DONE:
        return "commitment"
    if o.status in AHEAD and o.type not in HOSTILE:
        return "upcoming"
    if o.coded_type in COMMITTING and o.status in AHEAD:
        return "commitment"
    return "incident" if o.type in HOSTILE and o.status in DONE else None


def line(pile: Pile, o: Occurrence, category: Category) -> Relation:
    """Write one line."""
    events = sorted(pile.members.get(o.occurrence_id, ()), key=lambda e: (pile.written(e.doc_id), e.doc_id, e.start))
    parties = pile.sides([*o.actors, *o.recipients])
    status = o.status if category != "commitment" else told_by(pile, o, events)
    key = make_id("rel", category, o.occurrence_id)
    evidence = tuple(dict.fromkeys(Evidence(e.doc_id, e.start, e.end) for e in events))
    return Relation(key, category, parties, o.summary, status, o.date_start, evidence)


def told_by(pile: Pile, o: Occurrence, events: Sequence[Event]) -> str:
    """Say whether the reports are one side's word."""
    sides = {
        i.entity_id for e in events if e.attributed_to for i in pile.involved.get(e.attributed_to, ()) if i.entity_id
    }
    tellers = pile.sides(sorted(sides))
    if len(tellers) == 1 and all(e.attributed_to for e in events):
        name = pile.entities[tellers[0]].name if tellers[0] in pile.entities else tellers[0]
        return f"{o.status}; by the word of {name} alone"
    return o.status
