"""resolve: Document, Block, Sentence, Parse, Mention → Entity, Office, Link."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from readout.ids import make_id
from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.records import Block, Document, Entity, Link, Mention, Office, Parse, Sentence
from readout.stage import stage
from readout.tables import Table
from readout.text.names_atlas import Atlas, Page, atlas
from readout.text.names_bodies import Bodies, Thing
from readout.text.names_coref import Resolver
from readout.text.names_homes import tell_homes
from readout.text.names_offices import infer_countries, offices, tell_countries
from readout.text.names_owners import tell_owners
from readout.text.names_pages import pages_of
from readout.text.names_people import Registry, people, registry
from readout.text.names_person import Person
from readout.text.names_things import things

# How strongly each way of naming speaks; ours, for sorting and review, not a probability.
SCORES = {"name": 0.9, "metonym": 0.8, "adjective": 0.9, "title": 0.7, "descriptor": 0.7, "pronoun": 0.6}


@dataclass(frozen=True)
class Found:
    """Everyone and everything found in a pile."""

    pages: Sequence[Page]
    known: Atlas
    registry: Registry
    things: Sequence[Thing]

    @property
    def all(self) -> list[Person | Thing]:
        """Give persons and things alike."""
        return [*self.registry.people, *self.things]


@stage(version=22, scope="story")
def resolve(
    documents: Table[Document], blocks: Table[Block], sentences: Table[Sentence], parses: Table[Parse],
    mentions: Table[Mention],
) -> tuple[Table[Entity], Table[Office], Table[Link]]:  # fmt: skip
    """Say who is who across pages: which mentions are one person, body, place, country or government.

    Makes: one Entity per person, country, government, organisation and place; one Office per statement that someone
    holds or held one; a Link `same` from each mention to its entity with the reason, and a Link `different` between
    persons who share a surname. A country no list knows is given by its name in place of a code.
    Units: spans are code points of `Document.text`.
    Cost: linear in characters, and in persons times those who share a word of a name.
    Raises: SpanError if a sentence or dateline lies outside its document.
    Does not: merge by surname alone; guess where the page does not tell: such mentions get no link.
    Method: ours: full names first, surnames with support, spellings by office and sound, roles, then pronouns by learned signs.
    """
    grouped = sentences.by("doc_id"), blocks.by("doc_id"), parses.by("doc_id")
    pages = list(pages_of(documents, *grouped, places(), name_words()))
    found = find(pages)
    mentioned = frozenset(mentions.column("mention_id"))
    links = [*mention_links(found, mentioned), *unlike(found.registry)]
    return Table.of(Entity, entities(found)), Table.of(Office, office_rows(found)), Table.of(Link, links)


def find(pages: Sequence[Page]) -> Found:
    """Find everyone and everything, persons first; then whom descriptions and pronouns mean."""
    known = atlas(pages, places())
    named = people(pages, known, name_words())
    tell_owners(pages, named, known)
    infer_countries(pages, named, known)
    links = list(Resolver(pages, named, known).links())
    for place, person, why in links:
        person.uses[place] = why
    tell_countries(pages, links, known)
    tell_homes(pages, named, Bodies(known, name_words()))
    meant = registry(named.people)
    return Found(pages, known, meant, things(pages, known, name_words(), meant))


def entity_id(one: Person | Thing) -> str:
    """Name an entity by its name and type, one without name and country also by the page that speaks of it."""
    scope = None if isinstance(one, Person) else one.scope
    return make_id("ent", one.name, kind(one), *([scope] if scope else ()))


def kind(one: Person | Thing) -> str:
    """Give the type of an entity."""
    return "person" if isinstance(one, Person) else one.type


def entities(found: Found) -> Iterator[Entity]:
    """Write every entity as a row."""
    for one in found.all:
        aliases = tuple(sorted({*one.names, *titled(one, found.pages), *shorter(one)} - {one.name}))
        yield Entity(entity_id(one), kind(one), one.name, one.country, aliases, because(one))  # type: ignore[arg-type]


# Titles that are said with a name as if they were part of it.
STYLES: Final = re.compile(r"(?:King|Queen|Prince|Princess|Sir|Dame|Lord|Lady|Pope|Sultan|Emir|Chief|Father|Sister|Duke|Duchess) $")
LONGEST: Final = 9  # letters and the blank of the longest of them


def titled(one: Person | Thing, pages: Sequence[Page]) -> Iterator[str]:
    """Give the names of a person as pages write them with a title that is no office: King Orvald III; Dame Ada."""
    for p, at in one.uses if isinstance(one, Person) else ():
        n, text = pages[p].named[at], pages[p].text
        style = STYLES.search(text, max(0, n.start - LONGEST), n.start) if n.form == "name" else None
        if style:
            yield f"{style[0]}{n.text}" + (f" {n.suffix}" if n.suffix and n.suffix.isupper() else "")


def shorter(one: Person | Thing) -> Iterator[str]:
    """Give the shorter name by which a ministry is known: the Foreign Ministry of Xland, of its Ministry of Foreign Affairs."""
    found = MINISTRY_OF.fullmatch(one.name) if not isinstance(one, Person) and one.country else None
    if found:
        yield f"{found['field'].removesuffix(' Affairs')} Ministry of {found['state']}"


MINISTRY_OF: Final = re.compile(r"Ministry of (?:the )?(?P<field>[A-Z][a-z]+(?: Affairs)?) of (?P<state>.+)")


def because(one: Person | Thing) -> str:
    """Say why the names of an entity are one."""
    reasons = sorted(set(one.uses.values()), key=lambda why: (-list(one.uses.values()).count(why), why))
    merged = one.merged if isinstance(one, Person) else []
    return "; ".join([*merged, *reasons[:3]])


def mention_links(found: Found, mentioned: frozenset[str]) -> Iterator[Link]:
    """Link each mention to the entity it means."""
    for one in found.all:
        for (page, at), why in one.uses.items():
            n, doc_id = found.pages[page].named[at], found.pages[page].doc_id
            mention_id = make_id("men", doc_id, n.start, n.end)
            if mention_id in mentioned:
                left, right = sorted((entity_id(one), mention_id))
                yield Link(left, right, "same", SCORES[n.form], why, "resolve")


def unlike(persons: Registry) -> Iterator[Link]:
    """Say of persons who share a surname that they are not one."""
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in persons.people:
        if " " in person.name:
            by_surname[person.surname].append(person)
    for namesakes in by_surname.values():
        for a, b in combinations(namesakes, 2):
            left, right = sorted((entity_id(a), entity_id(b)))
            why = f"one surname, two persons: {a.name} and {b.name}"
            yield Link(left, right, "different", 1.0, why, "resolve")


def office_rows(found: Found) -> Iterator[Office]:
    """Write every office stated as a row, once for each stretch of words."""
    seen: set[tuple[str, str, int, int, str]] = set()
    bodies = Bodies(found.known, name_words())
    for h in offices(found.pages, found.registry, found.known, bodies):
        key = (entity_id(h.person), h.doc_id, h.start, h.end, h.role)
        if key not in seen:
            seen.add(key)
            yield Office(key[0], h.role, h.organisation, h.country, h.status, h.doc_id, h.start, h.end)
