"""The state of relations: channels, commitments, incidents, positions, dates ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from readout.pile import ALTERED_KINDS, Pile
from readout.records import Evidence, Relation
from readout.web.lines import Line
from readout.web.phrases import counted, day_in_words, days_in_words, listed, named
from readout.web.standing import lacking, meant
from readout.web.tellings import DAY, days_named

WORD = re.compile(r"\w+")
HEADLESS = re.compile(r"[a-z]+ed (?!by\b|in\b|on\b|at\b)")  # a clause that has lost who acts: sealed the office
CATEGORIES = {"channel": "Channel", "commitment": "Commitment", "incident": "Incident", "position": "Position",
              "upcoming": "Ahead"}  # fmt: skip


LONG = dict.fromkeys(CATEGORIES, 40)  # lines of a category in the report
SHORT = {
    "channel": 5,
    "commitment": 4,
    "incident": 3,
    "position": 4,
    "upcoming": 4,
}  # lines of a category in the short brief


def relation_lines(pile: Pile) -> list[Line]:
    """Write every line of the sheet, by category, then by date."""
    order = list(CATEGORIES)
    rows = sorted(pile.relations, key=lambda r: (order.index(r.category), r.date or "9999", r.relation_id))
    return [relation_line(pile, r) for r in rows]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sheet: its title and lines; without lines where no page tells of any."""

    title: str
    lines: tuple[Line, ...]


PARTS = {"channel": "Channels", "commitment": "Commitments", "incident": "Incidents", "position": "Positions",
         "upcoming": "Days ahead"}  # fmt: skip


def parts_of_sheet(pile: Pile) -> list[Part]:
    """Give the whole sheet part by part, days ahead in their order; nothing where no part has a line."""
    rows = main_relations(pile, LONG)
    rows += sorted((r for r in pile.relations if r.category == "upcoming" and not r.parties), key=lambda r: r.relation_id)
    by_part = {c: [r for r in rows if r.category == c] for c in PARTS}
    by_part["upcoming"].sort(key=lambda r: (r.date or "9999", r.relation_id))
    parts = [Part(PARTS[c], tuple(bare(relation_line(pile, r)) for r in listed)) for c, listed in by_part.items()]
    return parts if any(p.lines for p in parts) else []


def bare(line: Line) -> Line:
    """Leave the name of the part out of a line's lead."""
    return replace(line, lead=line.lead.partition(": ")[2])


def main_relations(pile: Pile, most: Mapping[str, int]) -> list[Relation]:
    """Give the lines of each category that weigh most: both parties known, most voices; what was long ago is left out."""
    kept: list[Relation] = []
    for category in CATEGORIES:
        rows = [r for r in pile.relations if r.category == category and r.status != "historical" and r.parties]
        rows.sort(key=lambda r: (len(r.parties) < 2, -len(origins(pile, r)), -len(r.evidence), r.relation_id))
        distinct = {key(r): r for r in reversed(rows)}
        fit = [r for r in rows if distinct[key(r)] is r and not altered_only(pile, r) and stands(pile, r)]
        kept += fit[: most[category]]
    return kept


def stands(pile: Pile, relation: Relation) -> bool:
    """Tell whether the words of a line can be read alone, say who acts, and are not those of a page that a machine reworded; and
    whether whose position it is has a name."""
    who = named(pile, relation.parties)
    if relation.category == "channel" and len(who) < len(relation.parties) and len(who) == 1:
        return False
    if relation.category == "position" and len(named(pile, relation.parties)) < len(relation.parties):
        return False
    shown = shown_in(pile, relation)
    if HEADLESS.match(relation.what):
        return False
    return shown is None or not (lacking(pile, shown) or pile.documents[shown.doc_id].kind in ALTERED_KINDS)


def said_by(pile: Pile, shown: Evidence, relation: Relation) -> list[str]:
    """Say whose word the words of a line are, where they stand in what somebody said and do not name him."""
    for a in pile.attributions_in.get(shown.doc_id, ()):
        inside = any(s <= shown.start and shown.end <= t + 1 for s, t in a.content)
        if inside and a.speaker_name and not {*WORD.findall(a.speaker_name)} & {*WORD.findall(relation.what)}:
            return [f"so {a.speaker_name}"]
    return []


def shown_in(pile: Pile, relation: Relation) -> Evidence | None:
    """Give the words of a page that a line shows: as long as the line; null where it is put together."""
    for e in relation.evidence:
        words = pile.words(e)
        if words and (words.startswith(relation.what[:20]) or relation.what.rpartition(": ")[2].startswith(words[:20])):
            return e
    return None


def day_of(pile: Pile, relation: Relation, shown: Evidence | None) -> str | None:
    """Write the day of a line: a stretch of days as one; none where the words shown name another day only."""
    if not relation.date:
        return None
    o = pile.occurrence_of_line.get(relation.relation_id)
    first, last = (o.date_start, o.date_end) if o and o.date_start == relation.date else (relation.date, relation.date)
    named = days_named(pile, shown) if shown else []
    if len(relation.date) >= DAY and named and not any(s <= (last or relation.date) and relation.date <= t for s, t in named):
        return None
    return days_in_words(first, last) or day_in_words(relation.date)


def key(relation: Relation) -> tuple[str, frozenset[str]]:
    """Fold a line so that the same thing in other marks meets."""
    return " ".join(sorted(relation.parties)), frozenset(WORD.findall(relation.what.lower()))


def altered_only(pile: Pile, relation: Relation) -> bool:
    """Tell whether only reworded or translated pages carry a line."""
    return all(pile.documents[e.doc_id].kind in ALTERED_KINDS for e in relation.evidence)


def origins(pile: Pile, relation: Relation) -> set[str]:
    """Give one origin for each page a line rests on."""
    return {pile.voices[e.doc_id].origins[0] if pile.voices.get(e.doc_id) and pile.voices[e.doc_id].origins else e.doc_id
            for e in relation.evidence}  # fmt: skip


def relation_line(pile: Pile, relation: Relation) -> Line:
    """Write one line: category and parties, what, its state and date, and who says so."""
    who = listed(named(pile, relation.parties), 5)
    pages = {e.doc_id for e in relation.evidence}
    voices = origins(pile, relation)
    shown = shown_in(pile, relation)
    state = [s for s in (relation.status, day_of(pile, relation, shown)) if s]
    whom = [*said_by(pile, shown, relation), *meant(pile, shown)] if shown else []
    note = "; ".join([*state, f"{counted(len(voices), 'voice')}, {counted(len(pages), 'page')}", *whom])
    lead = f"{CATEGORIES[relation.category]}: {who}" if who else CATEGORIES[relation.category]
    return Line(relation.relation_id, lead, relation.what, note, relation.evidence[:4])
