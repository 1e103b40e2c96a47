"""What the lines of the sheet are made from, indexed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from readout.records import Document, Entity, Event, Evidence, Involvement, Parse
from readout.text.both_sides import Acting, two_sides
from readout.text.stem import stem
from readout.text.telling_clause import clause

JOINT = re.compile(
    r"\b(?:commission|committee|council|forum|mechanism|summit)\b|\b(?:joint|mixed|working|contact|liaison|crisis)\b.*"
    r"\b(?:group|panel|team|staff|body|board|centre|center|desk|unit|cell)\b", re.I,
)  # fmt: skip
# Councils and commissions that sit at home.
ONE_SIDED = re.compile(
    r"\b(?:town|city|county|district|municipal|village|parish|borough|regional|provincial|local|state|works|student|"
    r"parliamentary|election|electoral|inquiry|investigation|truth|finance|budget|ethics|executive|party|strike|national|security|"
    r"police|labour)\b", re.I,
)  # fmt: skip
COURT = re.compile(r"\b(?:courts?|tribunal|judges?|magistrates?|jury)\b", re.I)
# Bodies of a country that are not the country: its nurses' union, the opposition, its dockers.
OF_SOCIETY = re.compile(
    r"\b(?:unions?|federation|confederation|workers|dockers|miners|nurses|doctors|teachers|students|farmers|fishermen|pilots|drivers|"
    r"strikers|protesters|demonstrators|opposition|party|rebels?|insurgents|separatists|club|company|corporation|citizens|"
    r"residents|families|prisoners|exiles|migrants|savers|voters|newspaper|church)\b", re.I,
)  # fmt: skip
THEM = frozenset(
    ("they", "both", "two", "each", "we", "he", "she", "it", "other", "side", "minister", "leader", "delegation")
)
SIDES = frozenset(("country", "government"))
# A clause that cannot be read by itself: it goes on from what stands before it, opens on who or what was named before, or is short.
LEANS = re.compile(r"[a-z]|(?:It|They|He|She|This|That)\b|(?:\S+\s+){0,4}\S+$")
SHORT = 240  # characters of a sentence that stands for such a clause; ours


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
    officials: frozenset[str]  # persons of whom an office is told, or who act more than once
    bodies: Mapping[str, tuple[str, ...]]  # by page: the two bodies that act on it and in the pile most often
    presses: frozenset[str]  # names of the outlets whose pages these are, and the last words of them
    leading: frozenset[str]  # the sides that act most often in the pile
    last: str | None  # the day the last page was written: the sheet is as of then
    led: Mapping[str, str] = field(default_factory=dict)  # persons who lead a body or speak for it → the body
    bench: frozenset[str] = frozenset()  # persons who judge

    def words(self, at: Evidence) -> str:
        """Give the words of a stretch on one line."""
        return " ".join(self.documents[at.doc_id].text[at.start : at.end].split())

    def clause(self, event: Event) -> Evidence:
        """Give the clause that tells an event, or its sentence, if not long, where the clause cannot be read by itself (whose
        president called him); its trigger where it was not parsed."""
        parse = self.parses.get((event.doc_id, event.sentence_id))
        derived = (
            event.coded_type != event.type
            and event.holder is not None
            and event.status not in ("cancelled", "postponed")
        )
        found = clause(parse.words, event.start, event.end, above=derived) if parse else None
        own = Evidence(event.doc_id, *(found or (event.start, event.end)))
        leans = parse is not None and LEANS.match(self.words(own)) and parse.end - parse.start <= SHORT
        return Evidence(event.doc_id, parse.start, parse.end) if parse and leans else own

    def sentence(self, event: Event) -> Evidence:
        """Give the sentence of an event; its trigger where it was not parsed."""
        parse = self.parses.get((event.doc_id, event.sentence_id))
        return (
            Evidence(event.doc_id, parse.start, parse.end) if parse else Evidence(event.doc_id, event.start, event.end)
        )

    def sides(self, entity_ids: Sequence[str]) -> tuple[str, ...]:
        """Give the countries behind some entities, or the entities themselves where no country is known."""
        return tuple(sorted({self.side(e) for e in entity_ids}))

    def side(self, entity_id: str) -> str:
        """Give the country an entity belongs to, as an entity; else the body it speaks for, else the entity."""
        entity = self.entities.get(entity_id)
        own = entity is not None and entity.type in ("group", "organisation") and bool(OF_SOCIETY.search(entity.name))
        country = entity.country if entity is not None and not own else None
        return self.side_of.get(country, entity_id) if country else self.led.get(entity_id, entity_id)

    def between(self, entity_ids: Sequence[str], events: Sequence[Event]) -> tuple[str, ...]:
        """Give the sides of an act that its sentences name; where a joint body acts, those the page tells of."""
        named = [e for e in entity_ids if not self.joint(e)]
        found = self.borne_out(self.sides(named), events)
        if len(found) > 1 or len(named) == len(entity_ids):
            return found
        pair = next((p for e in events if (p := self.two(e.doc_id))), ())
        return tuple(sorted({*found, *pair})) if pair else found or self.sides(entity_ids)

    def borne_out(self, sides: tuple[str, ...], events: Sequence[Event]) -> tuple[str, ...]:
        """Leave out countries that no sentence of an act names, unless one speaks of both sides or of them."""
        parses = [p for e in events if (p := self.parses.get((e.doc_id, e.sentence_id)))]
        named = {self.side(e) for p in parses for e in self.within(Evidence(p.doc_id, p.start, p.end))}
        told = any(w.lemma.lower() in THEM for p in parses for w in p.words)
        if told or not parses:
            return sides
        return tuple(s for s in sides if s in named or self.entities[s].type not in ("country", "government"))

    def pair(self, doc_id: str) -> tuple[str, ...]:
        """Give the two sides a page tells of most; none where it does not tell them apart."""
        return tuple(sorted({self.side_of[c] for c in two_sides(self.acting, doc_id)}))

    def joint(self, entity_id: str) -> bool:
        """Tell whether an entity is a body of several sides."""
        entity = self.entities.get(entity_id)
        known = entity is not None and entity.type in ("organisation", "group")
        return known and bool(JOINT.search(entity.name)) and not ONE_SIDED.search(entity.name)  # type: ignore[union-attr]

    def party(self, entity_id: str) -> bool:
        """Tell whether an entity can be a side: anybody but the press, which a country never is."""
        entity = self.entities.get(entity_id)
        if entity is not None and entity.type in SIDES:
            return True
        return entity is not None and entity.name.lower().removeprefix("the ") not in self.presses

    def private(self, entity_id: str) -> bool:
        """Tell whether an entity is a person of whom no office is told and who acts but once."""
        entity = self.entities.get(entity_id)
        known = entity is None or entity.type != "person" or bool(entity.country)
        return not known and entity_id not in self.officials

    def judges(self, entity_id: str) -> bool:
        """Tell whether an entity is a court or a judge: it rules, and neither demands nor promises anything of its own."""
        return entity_id in self.bench or (
            entity_id in self.entities and bool(COURT.search(self.entities[entity_id].name))
        )

    def is_place(self, entity_id: str) -> bool:
        return entity_id in self.entities and self.entities[entity_id].type == "place"

    def named_by(self, parse: Parse, numbers: Sequence[int]) -> tuple[str, ...]:
        """Give the entities that some words of a sentence name; places only where nothing else is named."""
        spans = [(parse.words[i].start, parse.words[i].end) for i in numbers]
        near = self.beginning(parse.doc_id, parse.start, parse.end)
        found = [e for s, t, e in near if any(s <= a and b <= t for a, b in spans)]
        acting = [e for e in found if self.entities[e].type != "place"]
        return tuple(dict.fromkeys(acting or found))

    def two(self, doc_id: str) -> tuple[str, ...]:
        """Give the two sides a page tells of: countries, else the bodies that act most, else the two countries of the pile."""
        countries = tuple(sorted(e for e in self.leading if self.entities[e].type in ("country", "government")))
        return self.pair(doc_id) or self.bodies.get(doc_id, ()) or (countries if len(countries) == 2 else ())

    def in_headline(self, at: Evidence) -> bool:
        """Tell whether a stretch stands in the headline of its page."""
        title = " ".join((self.documents[at.doc_id].title or "").split())
        return bool(title) and self.words(at).strip("# *") in title

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
        return [e for _, t, e in self.beginning(at.doc_id, at.start, at.end) if t <= at.end]

    def beginning(self, doc_id: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Give the mentions that begin in a stretch, in the order of the table."""
        starts, places = self.by_start.get(doc_id, ((), ()))
        found = sorted(places[bisect_left(starts, start) : bisect_left(starts, end)])
        return [self.named[doc_id][place] for place in found]

    @cached_property
    def acts_of(self) -> Mapping[str, int]:
        """In how many events each entity acts."""
        return self.taking("actor")

    @cached_property
    def borne_by(self) -> Mapping[str, int]:
        """How many events each entity is at the other end of."""
        return self.taking("recipient")

    def taking(self, role: str) -> Mapping[str, int]:
        """Count in how many events each entity has a part."""
        events = (e for told in self.members.values() for e in told)
        listed = (
            {i.entity_id for i in self.involved.get(e.event_id, ()) if i.role == role and i.entity_id} for e in events
        )
        return Counter(who for found in listed for who in found)

    @cached_property
    def by_start(self) -> Mapping[str, tuple[Sequence[int], Sequence[int]]]:
        """By document, where its mentions begin, sorted, and the place of each in `named`."""
        orders = {d: sorted(range(len(rows)), key=lambda n, rows=rows: rows[n][0]) for d, rows in self.named.items()}  # type: ignore[misc]  # bound now
        return {d: ([self.named[d][n][0] for n in order], order) for d, order in orders.items()}

    def written(self, doc_id: str) -> str:
        """Give the day a page was written; "" where it is not known, so that it sorts first."""
        return self.documents[doc_id].published or ""
