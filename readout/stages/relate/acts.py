"""Lines on acts: what was agreed, what was done to the other side, what is demanded or refused, what lies ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from readout.ids import make_id
from readout.records import Event, Occurrence, Relation
from readout.stages.relate.pile import Pile
from readout.tables import Table
from readout.text.acts import REAL, act_of

Category = Literal["commitment", "incident", "position", "upcoming"]
COMMITTING = frozenset(("AGREE", "CONCEDE"))
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION"))
AHEAD = frozenset(("planned", "proposed", "postponed"))
LINE = 90  # characters from which a longer clause tells no more; ours
FEWEST = 4  # words of a clause that can be read by itself; ours
LEANING = frozenset(("which", "who", "that", "whom", "whose", "it", "they", "them"))
STANDS = {"REQUEST": "demand", "REJECT": "refusal"}
EVENTS = frozenset(("CONSULT", "MOBILIZE", "PROTEST", "COOPERATE", "AID", "AGREE"))  # what one puts into a diary


def acts(pile: Pile, occurrences: Table[Occurrence]) -> Iterator[Relation]:
    """Write the lines that occurrences give."""
    for o in occurrences:
        category = category_of(o)
        if category:
            made = line(pile, o, category)
            if made.parties and said_enough(made.what) and (category != "position" or speaks_for_a_side(pile, o)):
                yield made


def said_enough(words: str) -> bool:
    """Tell whether a clause can be read by itself."""
    listed = words.split()
    return len(listed) >= FEWEST and listed[0].lower() not in LEANING


def speaks_for_a_side(pile: Pile, o: Occurrence) -> bool:
    """Tell whether a stand is that of a country, a body or an official, or told by several pages."""
    if o.reports > 1:
        return True
    return any(e.country or e.type != "person" for a in o.actors if (e := pile.entities.get(a)))


def category_of(o: Occurrence) -> Category | None:
    """Say on which part of the sheet an occurrence belongs; null for none."""
    if o.type in COMMITTING and o.status in REAL - {"historical"}:
        return "commitment"
    if o.type in EVENTS and o.status in AHEAD:
        return "upcoming"
    if o.type in STANDS and o.status in REAL - {"historical"} and o.actors:
        return "position"
    if o.type in HOSTILE and o.status in REAL | {"denied"} - {"historical"}:
        return "incident"
    return "incident" if o.type == "CONSULT" and o.status == "cancelled" else None


def line(pile: Pile, o: Occurrence, category: Category) -> Relation:
    """Write one line."""
    events = sorted(pile.members.get(o.occurrence_id, ()), key=lambda e: (pile.written(e.doc_id), e.doc_id, e.start))
    named = o.actors if category == "position" else [*o.actors, *o.recipients]
    parties = pile.sides(named)
    key = make_id("rel", category, o.occurrence_id)
    evidence = tuple(dict.fromkeys(pile.clause(e) for e in events))
    return Relation(
        key, category, parties, what(pile, o, events), status_of(pile, o, category, events), o.date_start, evidence
    )


def what(pile: Pile, o: Occurrence, events: Sequence[Event]) -> str:
    """Give the clause of the event that tells most: with the status that holds, with parties, long enough."""
    if not events:
        return o.summary
    told = {e.event_id: pile.words(pile.clause(e)) for e in events}
    fitting = [e for e in events if act_of(e, None, None).status == o.status] or list(events)
    best = max(
        fitting,
        key=lambda e: (
            said_enough(told[e.event_id]),
            min(len(e.actors), 1) + min(len(e.recipients), 1),
            min(len(told[e.event_id]), 90),
            e.event_id,
        ),
    )
    return told[best.event_id]


def status_of(pile: Pile, o: Occurrence, category: Category, events: Sequence[Event]) -> str:
    """Say how things stand, and whether it is one side's word."""
    if category == "position":
        return STANDS[o.type or ""]
    if category == "commitment":
        return told_by(pile, o, events)
    return o.status


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
