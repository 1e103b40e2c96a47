"""The state of relations: channels, commitments, incidents, positions, dates ahead."""

from __future__ import annotations

from readout.pile import Pile
from readout.records import Relation
from readout.web.lines import Line
from readout.web.phrases import counted, day_in_words, listed

CATEGORIES = {"channel": "Channel", "commitment": "Commitment", "incident": "Incident", "position": "Position",
              "upcoming": "Ahead"}  # fmt: skip


def relation_lines(pile: Pile) -> list[Line]:
    """Write every line of the sheet, by category, then by date."""
    order = list(CATEGORIES)
    rows = sorted(pile.relations, key=lambda r: (order.index(r.category), r.date or "9999", r.relation_id))
    return [relation_line(pile, r) for r in rows]


def relation_line(pile: Pile, relation: Relation) -> Line:
    """Write one line: category and parties, what, its state and date, and who says so."""
    who = listed([pile.name(p) for p in relation.parties], 5)
    pages = {e.doc_id for e in relation.evidence}
    voices = {o for d in pages for o in (pile.voices[d].origins[:1] if d in pile.voices else (d,))}
    state = [s for s in (relation.status, day_in_words(relation.date) if relation.date else None) if s]
    note = "; ".join([*state, f"{counted(len(voices), 'voice')}, {counted(len(pages), 'page')}"])
    lead = f"{CATEGORIES[relation.category]}: {who}" if who else CATEGORIES[relation.category]
    return Line(relation.relation_id, lead, relation.what, note, relation.evidence[:4])
