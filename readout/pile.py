"""Everything a record holds, as typed rows with their indexes: what the brief, the report and the exports are made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from readout.ids import make_id
from readout.records import (
    Attribution,
    Block,
    Document,
    Entity,
    Event,
    Evidence,
    Finding,
    Lineage,
    Link,
    Mention,
    Occurrence,
    Office,
    Parse,
    Relation,
    Report,
    Reuse,
    Row,
    Sentence,
    Story,
    Utterance,
    Voice,
    Word,
)  # fmt: skip
from readout.store.layout import search_path
from readout.tables import Table
from readout.text.names_votes import ADJECTIVE_ENDS
from readout.text.pronoun_lead import leads, may_mean

if TYPE_CHECKING:
    from readout.api import Record

R = TypeVar("R", bound=Row)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
# Whose words are shown first: a page that took no text over, before one that did, before one whose words were changed.
KIND_RANK = {"original": 0, "unknown": 1, "republication": 1, "edited": 2, "mixed": 3, "translated": 4, "spun": 5}
ALTERED_KINDS = frozenset(("translated", "spun"))
HEADING = re.compile(r"^#{1,6} ")
WORD = re.compile(r"\w+")
PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them", "his", "its", "their"))


HOUR = re.compile(r"(?:morning|noon|afternoon|evening|night|today|yesterday)\b", re.I)  # on Monday evening President Weld …


class Told(NamedTuple):
    """One event of an occurrence with the sentence it stands in."""

    event: Event
    sentence: Evidence


class Pile:
    """A record's rows by id, each table read when it is first asked for."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.clearest: dict[Occurrence, Told | None] = {}  # what `web/tellings` chose to tell an occurrence by
        self.important: dict[str, float] = {}  # what `web/importance` found: how likely an editor tells each occurrence
        self.retold: dict[tuple[Evidence, Evidence], float] = {}  # what `web/retold` found: how alike two sentences tell

    def rows(self, row_type: type[R]) -> Table[R]:
        """Give a table as the views show it, typed."""
        return Table.from_arrow(row_type, self.record.table(row_type.__table__).arrow())

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return {d.doc_id: d for d in self.rows(Document)}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        return {e.entity_id: e for e in self.rows(Entity)}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        return {e.event_id: e for e in self.rows(Event)}

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        return {a.attribution_id: a for a in self.rows(Attribution)}

    @cached_property
    def attributions_in(self) -> Mapping[str, Sequence[Attribution]]:
        """What is said on each page."""
        return grouped((a.doc_id, a) for a in self.attributions.values())

    @cached_property
    def occurrences(self) -> Mapping[str, Occurrence]:
        return {o.occurrence_id: o for o in self.rows(Occurrence)}

    @cached_property
    def occurrence_of_line(self) -> Mapping[str, Occurrence]:
        """The occurrence that a line of the sheet tells, by the id of the line."""
        kinds = ("commitment", "incident", "upcoming")
        return {make_id("rel", kind, o.occurrence_id): o for o in self.occurrences.values() for kind in kinds}

    @cached_property
    def utterances(self) -> Table[Utterance]:
        return self.rows(Utterance)

    @cached_property
    def relations(self) -> Table[Relation]:
        return self.rows(Relation)

    @cached_property
    def relation_by_id(self) -> Mapping[str, Relation]:
        return {r.relation_id: r for r in self.relations}

    @cached_property
    def lineages(self) -> Mapping[str, Lineage]:
        return {one.lineage_id: one for one in self.rows(Lineage)}

    @cached_property
    def reuses(self) -> Table[Reuse]:
        return self.rows(Reuse)

    @cached_property
    def reuses_of(self) -> Mapping[str, Sequence[Reuse]]:
        return grouped((d, r) for r in self.reuses for d in sorted({r.left_doc, r.right_doc}))

    @cached_property
    def links(self) -> Table[Link]:
        return self.rows(Link)

    @cached_property
    def stories(self) -> Table[Story]:
        return self.rows(Story)

    @cached_property
    def voices(self) -> Mapping[str, Voice]:
        return {v.about: v for v in self.rows(Voice)}

    @cached_property
    def findings(self) -> Table[Finding]:
        return self.rows(Finding)

    @cached_property
    def findings_about(self) -> Mapping[str, Sequence[Finding]]:
        return grouped((f.about, f) for f in self.findings)

    @cached_property
    def reports_of(self) -> Mapping[str, Sequence[Report]]:
        return grouped((r.occurrence_id, r) for r in self.rows(Report))

    @cached_property
    def origin_at(self) -> Mapping[tuple[str, int], str]:
        """The origin of each sentence that tells of an occurrence, where it is known, by page and first place."""
        listed = (r for reports in self.reports_of.values() for r in reports if r.origin_id)
        told = ((r, self.events[e].start) for r in listed for e in r.events if e in self.events)
        return {(r.doc_id, s.start): str(r.origin_id) for r, at in told if (s := self.sentence(r.doc_id, at))}

    @cached_property
    def offices_of(self) -> Mapping[str, Sequence[Office]]:
        return grouped((o.entity_id, o) for o in self.rows(Office))

    @cached_property
    def blocks_of(self) -> Mapping[str, Sequence[Block]]:
        return grouped((b.doc_id, b) for b in self.rows(Block))

    @cached_property
    def sentences_of(self) -> Mapping[str, Sequence[Sentence]]:
        return grouped((s.doc_id, s) for s in self.rows(Sentence))

    @cached_property
    def sentence_starts(self) -> Mapping[str, Sequence[int]]:
        return {doc_id: [s.start for s in listed] for doc_id, listed in self.sentences_of.items()}

    @cached_property
    def country_names(self) -> Mapping[str, str]:
        """Names of countries by their code, as the pile names them."""
        return {e.country: e.name for e in self.entities.values() if e.type == "country" and e.country}

    @cached_property
    def called(self) -> frozenset[str]:
        """The names that stand on the pages as names, not as adjectives, and those of countries by code."""
        names = (m for found in self.named.values() for m in found if m.form in ("name", "metonym"))
        written = {self.documents[m.doc_id].text[m.start : m.end] for m in names}
        listed = {name for code, name in self.country_names.items() if code != name}
        return frozenset(written | listed)

    @cached_property
    def mentions_by_entity(self) -> Mapping[tuple[str, str], Sequence[Mention]]:
        groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for m in self.rows(Mention):
            if m.entity_id:
                groups[m.entity_id, m.doc_id].append(m)
        return groups

    @cached_property
    def pronouns(self) -> Mapping[tuple[str, int], str]:
        """Whom the pronouns of the pages mean, by page and place: as mentions, else as those who take part in an event. Groups
        without a name (survivors, troops) are none: of what several mean the nearest plural is as often wrong."""
        found = (m for m in self.rows(Mention) if m.form == "pronoun" and m.entity_id)
        taking = ((e.doc_id, p) for e in self.events.values() for p in (*e.actors, *e.recipients))
        meant = {(doc_id, p.start): p.entity_id for doc_id, p in taking if p.entity_id and p.text.lower() in PRONOUNS}
        told = {**meant, **{(m.doc_id, m.start): str(m.entity_id) for m in found}}
        told = {place: who for place, who in told.items() if not self.name(who)[:1].islower()}
        return {place: who for place, who in told.items() if self.may_stand_for(place, who, told)}

    def may_stand_for(self, place: tuple[str, int], who: str, told: Mapping[tuple[str, int], str]) -> bool:
        """Tell whether a pronoun can mean somebody: by its kind; and "it" only whom its own sentence names before, or who leads the
        one before in the paragraph: a ship or a paper told of there may be meant otherwise."""
        doc_id, at = place
        text, known = self.documents[doc_id].text, self.entities.get(who)
        word = WORD.match(text, at)
        if known is None or word is None or not may_mean(word[0].lower(), known.type):
            return known is None
        own = self.sentence(doc_id, at)
        if word[0].lower() != "it" or own is None:
            return True
        names = [(m.start, m.end) for m in self.named.get(doc_id, ()) if m.entity_id == who]
        if any(own.start <= start < at for start, _ in names):
            return True
        starts = self.sentence_starts.get(doc_id, ())
        number = bisect_right(starts, own.start) - 2
        before = self.sentence(doc_id, starts[number]) if number >= 0 else None
        if before is None or "\n\n" in text[before.start : own.start]:
            return False
        return leads(text, (before.start, before.end), names) or told.get((doc_id, before.start)) == who

    @cached_property
    def named(self) -> Mapping[str, Sequence[Mention]]:
        """Where the entities of each page are named, other than by a pronoun."""
        return grouped((m.doc_id, m) for m in self.rows(Mention) if m.entity_id and m.form != "pronoun")

    @cached_property
    def events_in(self) -> Mapping[tuple[str, str], Sequence[Event]]:
        """The events of each sentence that are part of an occurrence, by page and sentence."""
        return grouped(((e.doc_id, e.sentence_id), e) for e in self.events.values() if e.occurrence_id)

    @cached_property
    def events_of(self) -> Mapping[str, Sequence[Event]]:
        """The events of each page that are part of an occurrence."""
        return grouped((e.doc_id, e) for e in self.events.values() if e.occurrence_id)

    @cached_property
    def pronouns_of(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Whom the pronouns of each page mean, by place."""
        return grouped((doc_id, (at, who)) for (doc_id, at), who in self.pronouns.items())

    @cached_property
    def joining(self) -> Mapping[str, float | None]:
        """How strongly each event was joined to its occurrence, 0 to 1; null where it is the only report."""
        return {link.left: link.score for link in self.links if link.left in self.events and link.verdict == "same"}

    def score(self, event: Event) -> float | None:
        """Give how strongly an event was joined to its occurrence."""
        return self.joining.get(event.event_id)

    @cached_property
    def unjoined(self) -> Mapping[tuple[str | None, str], Sequence[Event]]:
        """The events that are part of no occurrence, by type and who takes part."""
        loose = (e for e in self.events.values() if not e.occurrence_id)
        return grouped(((e.type, p.entity_id), e) for e in loose for p in (*e.actors, *e.recipients) if p.entity_id)

    @cached_property
    def ended_of(self) -> Mapping[str, Sequence[Event]]:
        """The events of an occurrence that lie ahead no more, done or off, by who takes part."""
        ahead = ("planned", "proposed", "conditional", "postponed", "threatened", "hypothetical", "question")
        ended = (e for e in self.events.values() if e.occurrence_id and e.status not in ahead)
        return grouped((p.entity_id, e) for e in ended for p in (*e.actors, *e.recipients) if p.entity_id)

    @cached_property
    def parsed(self) -> Mapping[tuple[str, int], Sequence[Word]]:
        """The words, with their syntax, of each sentence that tells of an occurrence, by page and first place."""
        told = "SELECT s.doc_id, s.start FROM sentences s JOIN events e USING (sentence_id) WHERE e.occurrence_id IS NOT NULL"
        found = self.record.sql(f"SELECT p.* FROM parses p SEMI JOIN ({told}) t ON p.doc_id = t.doc_id AND p.start = t.start")
        return {(p.doc_id, p.start): p.words for p in Table.from_arrow(Parse, found.arrow())}

    @property
    def search_index(self) -> Path:
        """The full-text index of the generation shown."""
        return search_path(self.record.path, self.record.manifest["readout"]["generation"])

    def mentions_of(self, entity_id: str, doc_id: str) -> Sequence[Mention]:
        """Give the mentions of an entity on a page."""
        return self.mentions_by_entity.get((entity_id, doc_id), ())

    def words(self, span: Evidence) -> str:
        """Give the words of a span on one line, without the mark of a Markdown heading before them."""
        return HEADING.sub("", " ".join(self.documents[span.doc_id].text[span.start : span.end].split()))

    def sentence(self, doc_id: str, at: int) -> Evidence | None:
        """Give the span of the sentence a place lies in; null between sentences."""
        number = bisect_right(self.sentence_starts.get(doc_id, ()), at) - 1
        if number < 0:
            return None
        found = self.sentences_of[doc_id][number]
        return Evidence(doc_id, found.start, found.end) if at < found.end else None

    def role(self, doc_id: str, at: int) -> str:
        """Give the role of the block a place lies in."""
        return next((b.role for b in self.blocks_of.get(doc_id, ()) if b.start <= at < b.end), "body")

    def name(self, entity_id: str) -> str:
        """Give the name of an entity; the id itself where the record does not hold it."""
        found = self.entities.get(entity_id)
        return found.name if found else entity_id

    def office(self, entity_id: str) -> str | None:
        """Give the office most pages state of someone, in words; null where none does; no spun page says."""
        stated = [o for o in self.offices_of.get(entity_id, ()) if o.status != "former" and not HOUR.match(o.role)]
        first_hand = [o for o in stated if self.documents[o.doc_id].kind not in ALTERED_KINDS]
        first_hand = first_hand or [o for o in stated if self.documents[o.doc_id].kind != "spun"]
        told = Counter(self.office_words(o) for o in first_hand if o.organisation or of_state(o) or " " in o.role)
        return min(told, key=lambda words: (-told[words], -len(words), words)) if told else None

    def office_words(self, office: Office) -> str:
        """Write an office: its role, and of what; of a country where the role itself names the body."""
        country = self.country_names.get(office.country or "") if of_state(office) else None
        body = office.organisation
        of = country if country and (not body or set(body.lower().split()) & set(office.role.lower().split())) else body
        of = of or country
        prefix = f"{office.status} " if office.status != "current" else ""
        if of and of == country and of.endswith(ADJECTIVE_ENDS) and of not in self.called:
            return f"{of} {prefix}{office.role}"  # of a country of which no page has more than the adjective: the Xish president
        return (
            f"{prefix}{office.role} of {of}" if of and of.lower() not in office.role.lower() else prefix + office.role
        )

    def page(self, doc_id: str) -> str:
        """Name a page for people: its outlet, else its external id."""
        found = self.documents[doc_id]
        return found.outlet or found.external_id

    def origin(self, origin_id: str) -> str:
        """Name an origin for people: its name, and its day where several go by that name."""
        name = self.origin_name(origin_id)
        if self.origin_names[name] < 2:
            return name
        found = self.lineages.get(origin_id)
        page = self.documents.get((found.origin or found.members[0]) if found else origin_id)
        return f"{name}, {short_day(page.published)}" if page and page.published else name

    @cached_property
    def origin_names(self) -> Counter[str]:
        """Count the origins that go by each name."""
        return Counter(self.origin_name(one) for one in self.lineages)

    def origin_name(self, origin_id: str) -> str:
        """Give the name pages give an origin, else that of the page it is."""
        found = self.lineages.get(origin_id)
        if found is None:
            return self.page(origin_id) if origin_id in self.documents else origin_id
        if found.origin_name:
            return found.origin_name
        return self.page(found.origin) if found.origin else f"an upstream of {self.page(found.members[0])}"

    def told(self, occurrence_id: str) -> list[Told]:
        """Give the events of an occurrence with their sentences, page by page."""
        found = []
        for report in self.reports_of.get(occurrence_id, ()):
            for event in sorted((self.events[e] for e in report.events if e in self.events), key=lambda e: e.start):
                sentence = self.sentence(event.doc_id, event.start)
                found.append(Told(event, sentence or Evidence(event.doc_id, event.start, event.end)))
        return found


# Offices that any body has, or a town or province: of which one, a country does not tell.
OF_ANY_BODY = frozenset((
    "chair", "chairman", "chairwoman", "chairperson", "head", "leader", "director", "manager", "secretary", "spokesman",
    "spokeswoman", "spokesperson", "chief", "member", "official", "representative", "organiser", "coordinator", "founder", "owner",
    "mayor", "governor", "superintendent", "commissioner", "prosecutor", "judge", "bishop", "correspondent", "editor", "scientist",
    "physician", "doctor", "economist", "analyst", "professor", "expert",
))  # fmt: skip


def of_state(office: Office) -> bool:
    """Tell whether a country alone says of what somebody holds an office: its president, not its chairman."""
    return bool(office.country) and office.role.lower().split()[-1] not in OF_ANY_BODY


def short_day(day: str) -> str:
    """Write an ISO day as 6 May; a month or year stays as it is."""
    return date.fromisoformat(day[:10]).strftime("%d %B").lstrip("0") if len(day) >= 10 else day


def grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, list[V]]:
    """Group rows under a key, in row order."""
    groups: dict[K, list[V]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return groups
