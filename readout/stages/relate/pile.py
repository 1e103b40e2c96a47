"""What the lines of the sheet are made from, indexed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.ids import make_id
from readout.records import Document, Entity, Event, Evidence, Involvement, Kind, Link, Mention, Parse
from readout.tables import Table
from readout.text.both_sides import Acting, acting_countries, two_sides
from readout.text.stem import stem
from readout.text.telling_clause import clause

JOINT = re.compile(r"\b(?:commission|committee|working group|council|forum|mechanism|summit)\b", re.I)
SIDES = frozenset(("country", "government"))


@dataclass(frozen=True)
class Pile:
    """Documents, entities, events and who is in them, by the ids that the lines ask for."""

    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    named: Mapping[str, Sequence[tuple[int, int, str]]]  # by document: span and entity of each resolved mention
    members: Mapping[str, Sequence[Event]]  # by occurrence
    involved: Mapping[str, Sequence[Involvement]]  # by attribution or event
    side_of: Mapping[str, str]  # country code → the entity that stands for it
    parses: Mapping[tuple[str, str], Parse]  # by document and sentence
    acting: Acting
    kinds: Mapping[str, str]  # what each page is after tracing
    last: str | None  # the day the last page was written: the sheet is as of then

    def words(self, at: Evidence) -> str:
        """Give the words of a stretch on one line."""
        return " ".join(self.documents[at.doc_id].text[at.start : at.end].split())

    def clause(self, event: Event) -> Evidence:
        """Give the clause that tells an event; its trigger where its sentence was not parsed."""
        parse = self.parses.get((event.doc_id, event.sentence_id))
        derived = event.coded_type != event.type and event.holder is not None
        found = clause(parse.words, event.start, event.end, above=derived) if parse else None
        return Evidence(event.doc_id, *(found or (event.start, event.end)))

    def sides(self, entity_ids: Sequence[str]) -> tuple[str, ...]:
        """Give the countries behind some entities, or the entities themselves where no country is known."""
        return tuple(sorted({self.side(e) for e in entity_ids}))

    def side(self, entity_id: str) -> str:
        """Give the country an entity belongs to, as an entity; else the entity."""
        country = self.entities[entity_id].country if entity_id in self.entities else None
        return self.side_of.get(country, entity_id) if country else entity_id

    def between(self, entity_ids: Sequence[str], events: Sequence[Event]) -> tuple[str, ...]:
        """Give the sides of an act; where a joint body acts, those the page tells of."""
        named = [e for e in entity_ids if not self.joint(e)]
        found = self.sides(named)
        if len(found) > 1 or len(named) == len(entity_ids):
            return found
        pair = next((p for e in events if (p := self.pair(e.doc_id))), ())
        return tuple(sorted({*found, *pair})) if pair else found or self.sides(entity_ids)

    def pair(self, doc_id: str) -> tuple[str, ...]:
        """Give the two sides a page tells of most; none where it does not tell them apart."""
        return tuple(sorted({self.side_of[c] for c in two_sides(self.acting, doc_id)}))

    def joint(self, entity_id: str) -> bool:
        """Tell whether an entity is a body of several sides."""
        entity = self.entities.get(entity_id)
        return entity is not None and entity.type in ("organisation", "group") and bool(JOINT.search(entity.name))

    def trigger(self, event: Event) -> str:
        """Give the stems of an event's own words."""
        text = self.documents[event.doc_id].text[event.start : event.end]
        return " ".join(stem(w) for w in text.lower().split())

    def reworded(self, doc_id: str) -> bool:
        """Tell whether a page was rewritten or translated by a machine: its words are nobody's."""
        return self.kinds.get(doc_id) in ("spun", "translated")

    def headline(self, event: Event) -> bool:
        """Tell whether an event stands in the headline of its page."""
        document = self.documents[event.doc_id]
        return bool(document.title) and self.words(self.clause(event)).strip("# *") in " ".join(
            str(document.title).split()
        )

    def passed(self, day: str | None) -> bool:
        """Tell whether a day lies before the last page; false where either is not known."""
        return day is not None and self.last is not None and len(day) >= len(self.last) and day < self.last

    def within(self, at: Evidence) -> list[str]:
        """Give the entities named in a stretch."""
        return [e for s, t, e in self.named.get(at.doc_id, ()) if at.start <= s and t <= at.end]

    def written(self, doc_id: str) -> str:
        """Give the day a page was written; "" where it is not known, so that it sorts first."""
        return self.documents[doc_id].published or ""


def pile_of(
    documents: Table[Document], mentions: Table[Mention], entities: Table[Entity], links: Table[Link],
    events: Table[Event], involvements: Table[Involvement], parses: Table[Parse], kinds: Table[Kind],
) -> Pile:  # fmt: skip
    """Index the tables."""
    known = {e.entity_id: e for e in entities}
    means = {k.right: k.left for k in links if k.verdict == "same" and k.left in known}
    named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for m in mentions:
        if m.mention_id in means:
            named[m.doc_id].append((m.start, m.end, means[m.mention_id]))
    by_id = {e.event_id: e for e in events}
    members: dict[str, list[Event]] = defaultdict(list)
    for k in links:
        if k.verdict == "same" and k.left in by_id:
            members[k.right].append(by_id[k.left])
    for told in members.values():
        told.sort(key=lambda e: (e.doc_id, e.start, e.event_id))
    sides: dict[str, str] = {}
    for e in sorted(entities, key=lambda e: (e.type != "country", e.entity_id)):
        if e.country and e.type in SIDES:
            sides.setdefault(e.country, e.entity_id)
    holding = {(e.doc_id, e.sentence_id) for e in events}
    read = {
        (p.doc_id, name): p
        for p in parses
        for name in [make_id("sen", p.doc_id, p.start, p.end)]
        if (p.doc_id, name) in holding
    }
    acting = acting_countries(events, involvements, sides.keys())
    last = max((d.published for d in documents if d.published), default=None)
    kind_of = {k.doc_id: k.kind for k in kinds}
    told_of = involvements.by("about")
    return Pile({d.doc_id: d for d in documents}, known, named, members, told_of, sides, read, acting, kind_of, last)  # type: ignore[arg-type]  # the column holds strings
