"""What one event tells, ready to be compared: who, when, where, in which words, going back to which origins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from readout.records import Document, Entity, Event, Involvement, Office, Participant, Status, Story
from readout.stages.fuse.belonging import owner_of
from readout.stages.fuse.capitals import OF_STATE, capitals
from readout.stages.fuse.themes import COMMON, Theme, stems
from readout.text.acts import SPOKEN
from readout.text.both_sides import Acting, acting_countries, means_both, named_in, two_sides, with_story
from readout.text.day_bases import by_text
from readout.text.event_tree import listed
from readout.text.home_side import home_of
from readout.text.leading_number import number_before
from readout.text.senses import Sense
from readout.text.stem import stem

Days = tuple[int, int]
Involved = Mapping[tuple[str, str, int], Involvement]
SLACK = {
    "stated": 0,
    "relative": 1,
}  # days by which a date of this basis may be off, time zones included
NEWS = 2  # days before that of writing on which what a page leads with may have been
# Past forms of verbs of meeting and doing that do not end in -ed.
PAST = listed(
    "met held sat spoke went came took gave made left flew won began shot fought sent paid sold built brought bought led drew "
    "broke struck stole told kept lost ran sank sunk threw thrown wrote fled swore sworn taken given gone flown drove driven "
    "withdrew withdrawn sought lent caught hurt felt rode rose fell spent stood understood undertook undertaken overthrew"
)
SUFFERED = frozenset(map(stem, listed(
    "kill killed wound wounded injure injured hurt die died destroy destroyed damage damaged hit maim maimed graze grazed "
    "crush crushed burn burned burnt"
)))  # fmt: skip
BESIDE = re.compile(r"^(?:neighbou?ring|nearby|rival|fellow)\s+", re.I)
EMBASSY = re.compile(r"\b(?:embassy|consulate|legation|high commission)\b", re.I)
POLICE = re.compile(r"\bpolice\b|\bgendarmerie\b", re.I)
FORCES = frozenset(("COP", "MIL", "REB"))  # sectors whose people go by many words; PLOVER
RECENT = {
    "cancelled": 21,
    "postponed": 60,
}  # days before a page was written in which it was called off or should have been; ours
GOVERNMENT = "the government of "  # how `resolve` names a government that only its capital stands for
FURTHER = 4  # places behind the list of participants for those whom a pronoun for several means; see `involve`
LEAD_IN = 20  # characters before a participant in which "both" or "the two" may stand
# Bodies that two sides hold together.
JOINT = re.compile(
    r"\b(?:joint|mixed|bilateral|consular|intergovernmental|liaison|border|boundary|river)\s+(?:[\w-]+\s+)?"
    r"(?:commission|committee|group|council|mechanism)\b", re.I,
)  # fmt: skip
TELLING = 5  # counts from which two reports with one number hardly tell of two events; ours
DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|his|her|their)\s+(?:[\w’'-]+\s+){0,2}$", re.I)
AGAIN = re.compile(
    r"\b(?:second|third|fourth|fifth|next|another|further|fresh|new|follow-up|last|previous|earlier)\s+"
    r"(?:[\w’'-]+\s+){0,2}$", re.I,
)  # fmt: skip
AGAIN_BEHIND = re.compile(r"\s+(?:again|once (?:more|again)|(?:for the|a) (?:second|third|fourth) time)\b", re.I)
# Types whose actors and recipients change places between reports: two who meet, agree or cooperate.
MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: its key for comparing, the key of its country, what it is. `entity`: the key is an entity's."""

    key: str
    country: str | None
    person: bool
    words: frozenset[str]
    entity: bool = False
    outlet: bool = False
    single: bool = False  # one person or thing called by what it is: the consul
    place: bool = False
    generic: bool = False  # a body or group called by what it is: the government, officers
    bare: bool = False  # a country or its government, not one of its ministries or forces
    force: str | None = None  # the sector of police, troops, rebels: officers are the police of another page
    owner: Party | None = field(default=None, compare=False)  # whose people a group is: soldiers of a state, gunmen of a militia

    @property
    def vague(self) -> bool:
        """Tell whether the words do not say who it is: the ministers, they."""
        return not self.entity and not self.country


@dataclass(frozen=True, slots=True)
class Telling:
    """One event with what is compared. `days` is null where the page does not date it."""

    event: Event
    kind: str
    status: Status
    story: str
    written: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    days: Days | None
    place: frozenset[str]
    trigger: str
    theme: Theme
    families: frozenset[str]
    sentence: str
    origins: tuple[str, ...]
    form: str | None = None
    words_of_trigger: str = ""
    numbers: frozenset[float] = frozenset()
    size: float | None = None  # how many are acted on, where it is told
    definite: bool = False  # it is spoken of as known: the talks, their release
    implied: tuple[Party, ...] = ()  # the sides behind a joint body; not compared
    again: bool = False  # another one than that before: the second round, new talks
    reworded: bool = False  # it stands on a page that a machine rewrote or translated: its words are nobody's
    ran: bool = False  # a verb in the past says that it began, lasted or ended
    admitted: bool = False  # those who did it say so themselves
    answered: tuple[Party, ...] = ()  # whose demand, charge or offer is refused; not compared
    acting_for: tuple[Party, ...] = ()  # the states whose embassies act; not compared
    standing_for: tuple[Party, ...] = ()  # the states whose embassies are acted on; not compared
    depth: int = 0  # how many sentences of the page stand before its own
    offered: bool = False  # somebody offers it, and nothing says that the offer was taken up
    sense: Sense | None = None  # where its word and its sentence stand among those of other acts
    verbal: bool = False  # a verb tells it, not a noun
    there: frozenset[str] = frozenset()  # keys of recipients that are told as where it was: in a town, near a bank

    def trigger_like(self, other: Telling) -> bool:
        """Tell whether two events go by one word or by words for one deed; treaties and their signing always do."""
        return (
            self.trigger == other.trigger or bool(self.families & other.families) or self.kind == other.kind == "AGREE"
        )

    @property
    def past(self) -> bool:
        """Tell whether a verb in the past tells the event."""
        word = self.words_of_trigger.lower()
        return word.endswith("ed") or word in PAST

    @property
    def present(self) -> bool:
        """Tell whether a verb in the third person of the present tells the event: she flies, not her talks."""
        return self.verbal and self.words_of_trigger.lower().endswith("s")

    @property
    def firm(self) -> bool:
        """Tell whether a report of fact says so itself: by a day that has come, how long it took, or a verb in the past; who asked
        or promised for a day ahead has asked."""
        stated = by_text(self.event.date_basis) and self.days is not None
        if self.kind in SPOKEN or self.past or self.ran or (stated and (self.written is None or self.days[0] <= self.written)):  # type: ignore[index]  # stated says that days are known
            return True
        return any(a.name == "duration_minutes" for a in self.event.attributes)

    @property
    def done(self) -> bool:
        """Tell whether what is told as fact is one: a visit called by its noun alone may be one only planned."""
        return self.kind != "CONSULT" or self.firm

    @property
    def suffered(self) -> bool:
        """Tell whether an event says only what became of people or things in an attack, not who did it."""
        return self.kind == "ASSAULT" and not self.actors and not SUFFERED.isdisjoint(self.trigger.split())

    @property
    def undated(self) -> bool:
        """Tell whether nothing but the day of its page dates the event, as where an act is only mentioned: the men held at …"""
        return not self.actors and self.days is not None and not by_text(self.event.date_basis)

    @property
    def parties(self) -> tuple[Party, ...]:
        return (*self.actors, *self.recipients)


@dataclass(frozen=True, slots=True)
class People:
    """Who is known: entities, what their offices are called, which are outlets, and which entity stands for a country."""

    entities: Mapping[str, Entity]
    offices: Mapping[str, frozenset[str]]
    outlets: frozenset[str]
    countries: Mapping[str, str]
    called: Mapping[str, str]  # the country by each of its names and adjectives, in small letters
    acting: Acting
    texts: Mapping[str, str]
    capitals: Mapping[str, str]  # the country of places that act like governments
    by_name: Mapping[str, str]  # the entity by each name that only one goes by, in small letters

    def party(self, participant: Participant, found: Involvement | None) -> Party:
        """Make a participant comparable: by entity where it is known, by its country where that is told, else by its words."""
        words = stems(participant.text) - COMMON
        country = (found.country if found else None) or participant.country
        known = found.entity_id if found else None
        entity = self.entities.get(known) if known else None
        if entity and known:
            outlet = entity.name.lower() in self.outlets
            person, bare = entity.type == "person", entity.type in ("country", "government")
            if bare and country and entity.name.startswith(GOVERNMENT) and country in self.countries:
                known = self.countries[country]  # a capital that acts is its country
            offices = self.offices.get(known, frozenset())
            generic = not person and entity.name[:1].islower()
            force = participant.sector if participant.sector in FORCES and not person else None
            return Party(
                known,
                country,
                person,
                words | offices,
                True,
                outlet,
                False,
                entity.type == "place",
                generic,
                bare,
                force,
                owner_of(entity, self.country, self.named),
            )
        called = BESIDE.sub("", participant.text)
        if entity is None and country is None and called[:1].isupper() and (same := self.named(called)):
            return same
        if country in self.countries:
            return Party(self.countries[str(country)], country, False, words, True, bare=True)
        force = participant.sector if participant.sector in FORCES else None
        single = bool(words) and not participant.text.lower().endswith("s")
        return Party(
            " ".join(sorted(words)) or participant.text.lower(), country, False, words, single=single, force=force
        )

    def body(self, entity_id: str | None) -> Party | None:
        """Make an entity that is no person comparable; null for a person."""
        entity = self.entities.get(entity_id or "")
        if entity is None or entity_id is None or entity.type == "person":
            return None
        force = "COP" if POLICE.search(entity.name) else None
        bare = entity.type in ("country", "government")
        generic = entity.name[:1].islower()
        return Party(entity_id, entity.country, False, stems(entity.name) - COMMON, True, place=entity.type == "place",
                     generic=generic, bare=bare, force=force)  # fmt: skip

    def side(self, party: Party) -> Party:
        """Give the country that a person or body speaks for, the party itself where it speaks for none."""
        return self.country(party.country or "") or party

    def country(self, code: str) -> Party | None:
        """Give the country of a code; null where the pages name none."""
        return Party(self.countries[code], code, False, frozenset(), True, bare=True) if code in self.countries else None

    def named(self, words: str) -> Party | None:
        """Make who goes by some words comparable: a country by its names, else the one entity of that name."""
        low = BESIDE.sub("", words.lower().removeprefix("the "))
        if country := self.country(self.called.get(low, "")):
            return country
        entity = self.entities.get(self.by_name.get(low, ""))
        if entity is None or entity.type != "person":
            return self.body(entity.entity_id) if entity else None
        return Party(entity.entity_id, entity.country, True, stems(entity.name), True)

    def parties(self, event: Event, role: str, involved: Involved) -> tuple[Party, ...]:
        """Make the participants of one role comparable, none twice."""
        made: dict[str, Party] = {}
        listed, across = (event.actors, event.recipients) if role == "actor" else (event.recipients, event.actors)
        other = "recipient" if role == "actor" else "actor"
        beside = (involved.get((event.event_id, other, n)) for n in range(len(across)))
        countries = {c for c in (*(p.country for p in across), *(i.country for i in beside if i)) if c}
        for position, participant in enumerate(listed):
            found = involved.get((event.event_id, role, position))
            for one in self.several(participant, found, event, across) or (self.party(participant, found),):
                own = self.home(participant, event, countries, involved) if one.vague else self.state(one, event)
                made.setdefault((own or one).key, own or one)
        for one in self.further(event, role, len(listed), involved):
            made.setdefault(one.key, one)
        return tuple(made.values())

    def further(self, event: Event, role: str, places: int, involved: Involved) -> Iterator[Party]:
        """Give those whom a pronoun for several means beside the first: their rows have places behind the list."""
        for position in range(places, places + FURTHER):
            if found := involved.get((event.event_id, role, position)):
                yield self.party(Participant(None, found.name or "", 0, 0, found.country, None), found)

    def state(self, one: Party, event: Event) -> Party | None:
        """Give the country whose government a capital stands for in an act of state; null for other parties."""
        code = self.capitals.get(one.key) if event.type in OF_STATE else None
        if code is None or code not in self.countries:
            return None
        return Party(self.countries[code], code, False, one.words, True, bare=True)

    def home(self, participant: Participant, event: Event, across: Set[str], involved: Involved) -> Party | None:
        """Give the country that "his government" and "the government" mean; null for other words."""
        speaker = involved.get((event.attributed_to or "", "speaker", 0))
        code = home_of(participant.text, speaker.country if speaker else None, self.acting, event.doc_id, across)
        if code is None or code not in self.countries:
            return None
        return Party(self.countries[code], code, False, stems(participant.text) - COMMON, True, bare=True)

    def several(
        self, participant: Participant, found: Involvement | None, event: Event, across: Sequence[Participant]
    ) -> tuple[Party, ...]:
        """Give the countries that words for several mean: the presidents of two countries, both sides; none for other words."""
        entity = self.entities.get(found.entity_id or "") if found else None
        if entity and entity.type == "person":
            return ()
        codes = named_in(participant.text, self.called)
        before = self.texts[event.doc_id][max(0, participant.start - LEAD_IN) : participant.start]
        if means_both(f"{before.rsplit('.', 1)[-1].rsplit(',', 1)[-1]}{participant.text}"):
            codes = two_sides(self.acting, event.doc_id, {p.country for p in across})
        if len(codes) < 2:
            return ()
        words = stems(participant.text) - COMMON
        return tuple(Party(self.countries[c], c, False, words, True, bare=True) for c in codes if c in self.countries)

    def spot(self, place: str | None) -> frozenset[str]:
        """Give the words of a place that tell it from another; none for a country, in which the others may lie."""
        return frozenset() if not place or place.lower() in self.called else stems(place)

    def represented(self, parties: Sequence[Party]) -> tuple[Party, ...]:
        """Give the states whose embassies, consulates or legations are among some parties: they stand for them."""
        houses = (p for p in parties if p.entity and p.key in self.entities and EMBASSY.search(self.entities[p.key].name))
        return tuple({s.key: s for s in map(self.side, houses) if s.bare}.values())

    def implied(self, event: Event, parties: Sequence[Party]) -> tuple[Party, ...]:
        """Give the two sides behind a joint body that acts and names them not."""
        if not any(p.entity and JOINT.search(self.entities[p.key].name) for p in parties if p.key in self.entities):
            return ()
        codes = two_sides(self.acting, event.doc_id)
        return tuple(
            Party(self.countries[c], c, False, frozenset(), True, bare=True) for c in codes if c in self.countries
        )


def people(
    entities: Iterable[Entity], offices: Iterable[Office], documents: Iterable[Document], events: Iterable[Event],
    involvements: Iterable[Involvement], stories: Iterable[Story],
) -> People:  # fmt: skip
    """Index who is known."""
    known = {e.entity_id: e for e in entities}
    roles: dict[str, set[str]] = {}
    offices, documents = list(offices), list(documents)
    for o in offices:
        roles.setdefault(o.entity_id, set()).update(stems(o.role))
    countries: dict[str, str] = {}
    called: dict[str, str] = {}
    for e in sorted(known.values(), key=lambda e: (e.type != "country", e.entity_id)):
        if e.country and e.type in ("country", "government"):
            countries.setdefault(e.country, e.entity_id)
            for name in (e.name, *e.aliases):
                called.setdefault(name.lower(), e.country)
    outlets = frozenset(d.outlet.lower() for d in documents if d.outlet)
    held = {k: frozenset(v) for k, v in roles.items()}
    acting = with_story(acting_countries(events, involvements, countries.keys()), [s.doc_ids for s in stories])
    texts, seats = {d.doc_id: d.text for d in documents}, capitals(known.values(), events, involvements, stories)
    return People(known, held, outlets, countries, called, acting, texts, seats, names_of(known))


def names_of(entities: Mapping[str, Entity]) -> Mapping[str, str]:
    """Index entities by the names that only one of them goes by."""
    going_by: dict[str, set[str]] = {}
    for e in entities.values():
        for name in (e.name, *e.aliases):
            going_by.setdefault(name.lower(), set()).add(e.entity_id)
    return {name: min(ids) for name, ids in going_by.items() if len(ids) == 1}


def numbers_of(event: Event) -> frozenset[float]:
    """Give the counts of an event that are large enough to tell it from another."""
    return frozenset(a.number for a in event.attributes if a.number and a.number >= TELLING and a.name != "order")


def size_of(recipients: Sequence[Participant]) -> float | None:
    """Give how many are acted on, where the words begin with a number; null where several are named."""
    numbers = [n for p in recipients if (n := number_before(p.text))]
    return numbers[0] if len(numbers) == 1 else None


def days_of(event: Event, written: int | None, lead: bool) -> Days | None:
    """Give the first and last day an event can lie on, as ordinals; null where nothing dates it. What is told as fact in the `lead`
    of its page is news of about the day of writing; the day that a page tells of around an act is too weak to part acts by."""
    if not by_text(event.date_basis):
        news = lead and written is not None and event.status in ("happened", "ongoing")
        return (written - NEWS, written + 1) if news and written is not None else None
    if event.date_start is None or event.date_precision == "unknown":
        return None
    slack = SLACK.get(event.date_basis or "", 0) if event.date_precision == "day" else 0
    start, end = ordinal(event.date_start), ordinal(event.date_end or event.date_start)
    return (start - slack, end + min(slack, 1)) if start and end and start <= end else None


def planned_days(event: Event, days: Days | None, written: int | None) -> Days | None:
    """Give the days of what was called off: null where they may be those of the calling off or of the plan that it replaced."""
    near = RECENT.get(event.status)
    if days is None or near is None or (written is not None and days[1] < written - near):
        return days
    return days if event.status == "cancelled" and written is not None and days[0] > written else None


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
