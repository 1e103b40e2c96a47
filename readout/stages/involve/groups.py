"""Make entities of bodies and groups that are named by what they are: the police, protesters, the transport company."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readout.ids import make_id
from readout.records import Document, Entity, Involvement, Link, Mention, Participant
from readout.tables import Table
from readout.text.collectives import LEADING, fullest, is_body, people_called
from readout.text.event_actors import FLYING
from readout.text.event_tree import listed
from readout.text.people_nouns import are_people

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups found among participants: their entities, and who takes part as one of them."""

    entities: tuple[Entity, ...]
    rows: Mapping[Key, Involvement]


def unresolved(
    documents: Table[Document], mentions: Table[Mention], links: Table[Link], entities: Table[Entity]
) -> Mapping[str, frozenset[str]]:
    """Give the names of each page that nothing is known of, in lower case; not those that name a person elsewhere."""
    persons = {name.lower() for e in entities if e.type == "person" for name in (e.name, e.name.split()[-1], *e.aliases)}
    known = {end for k in links if k.verdict == "same" for end in (k.left, k.right)}
    texts = {d.doc_id: d.text for d in documents}
    found: dict[str, set[str]] = defaultdict(set)
    for m in mentions:
        if m.form in ("name", "metonym") and m.mention_id not in known:
            found[m.doc_id].add(texts[m.doc_id][m.start : m.end].lower())
    return {doc_id: frozenset(n for n in names - persons if n not in FLYING_MANY) for doc_id, names in found.items()}


# What flies when it is thrown or shot, in capitals only because it begins a sentence.
FLYING_MANY: Final = frozenset(f"{noun}s" for noun in FLYING)


def groups_of(
    taking_part: Iterable[tuple[Key, Participant]], rows: Sequence[Involvement], names_of: Mapping[str, frozenset[str]],
    pages: Mapping[str, str], body_of: Callable[[str, str], Entity | None], worded: Mapping[tuple[str, str], Entity],
    texts: Mapping[str, str],
) -> Groups:  # fmt: skip
    """Find the bodies and groups that participants name by what they are, or by a name nothing else is known of.

    `pages` gives the document of an event or attribution, `body_of` the only body that a noun can mean on a page,
    `worded` the one body that words mean on a page (see `bodies_by_words`).
    """
    told = {(str(r.about), str(r.role), r.position): r for r in rows}
    several = len({r.country for r in rows if r.country}) > 1
    found: dict[Key, tuple[Participant, str, str | None]] = {}
    meant: dict[Key, Involvement] = {}
    for key, p in taking_part:
        row = told.get(key)
        unknown = p.text.lower() in names_of.get(pages[key[0]], ()) and p.text[:1].isupper()
        name = None if row and row.entity_id else p.text if unknown else group_named(p, several)
        doc_id = pages[key[0]]
        told_there = (worded.get((doc_id, LEADING.sub("", words.lower()))) for words in (p.text, name or ""))
        body = (next((e for e in told_there if e), None) or body_of(doc_id, name.lower())) if name else None
        if body and not seated_elsewhere(texts[doc_id], p, body):
            why = f"the only {name} that the pages name, meant at [{p.start}, {p.end})"
            meant[key] = Involvement(key[0], key[1], key[2], body.entity_id, body.name, body.country, why)  # type: ignore[arg-type]  # as below
        elif name:
            found[key] = (p, name, (row.country if row else None) or p.country)
    names = {name for _, name, _ in found.values()}
    full = {name: fullest(name, names) for name in names}
    made: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for p, name, country in found.values():
        made[lowered(full[name]), country] |= {p.text, name, f"the {name}"}
    entities = tuple(group_row(name, country, texts) for (name, country), texts in sorted(made.items(), key=str))
    ids = {(e.name, e.country): e for e in entities}
    involved = {
        key: Involvement(
            key[0], key[1], key[2], ids[lowered(full[name]), country].entity_id, lowered(full[name]), country,  # type: ignore[arg-type]  # role is one of the three
            f"a group, named by what it is at [{p.start}, {p.end})",
        )
        for key, (p, name, country) in found.items()
    }  # fmt: skip
    return Groups(entities, meant | involved)


SEATED: Final = re.compile(r" in (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")


def seated_elsewhere(text: str, p: Participant, body: Entity) -> bool:
    """A body that the page sets in one town is not the one of another: a court in X, the court in Y."""
    here = SEATED.match(text, p.end)
    seats = {name.partition(" in ")[2] for name in (body.name, *body.aliases) if " in " in name}
    return here is not None and bool(seats) and here[1] not in seats


def bodies_by_words(
    documents: Table[Document], mentions: Table[Mention], links: Table[Link], entities: Table[Entity]
) -> Mapping[tuple[str, str], Entity]:
    """Give the one body that the same words are linked to on a page, by page and words without a leading article."""
    bodies = {e.entity_id: e for e in entities if e.type in ("organisation", "government")}
    texts, by_id = {d.doc_id: d.text for d in documents}, {m.mention_id: m for m in mentions}
    found: dict[tuple[str, str], dict[str, Entity]] = defaultdict(dict)
    for k in links:
        one, m = bodies.get(k.left) or bodies.get(k.right), by_id.get(k.left) or by_id.get(k.right)
        if k.verdict == "same" and one and m:
            words = LEADING.sub("", texts[m.doc_id][m.start : m.end].lower())
            found[m.doc_id, words][one.entity_id] = one
    return {key: next(iter(of.values())) for key, of in found.items() if len(of) == 1}


# Nouns for bodies that are not of a state: where pages name but one, the noun alone means it on all of them.
PRIVATE: Final = listed(
    "union federation company firm operator airline carrier club university hospital charity church syndicate broadcaster"
)


OF_STATE: Final = listed("government ministry police army navy parliament cabinet congress")


# Bodies of which each state has one: in a story of two states the noun alone names none.
OF_ONE_STATE: Final = listed("government ministry parliament office cabinet congress")


def only_bodies(entities: Iterable[Entity]) -> Mapping[str, Entity]:
    """Give the one body of a story that each noun or description can mean: the union; where pages speak of one country at most
    also the ministry, the government."""
    entities = tuple(entities)
    bodies = [e for e in entities if e.type in ("organisation", "government")]
    lands = {e.country for e in entities if e.country} | {e.name for e in entities if e.type == "country"}
    nouns = PRIVATE | OF_STATE if len(lands) < 2 else PRIVATE
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    called = {name.lower() for e in entities for name in (e.name, *e.aliases)}
    for e in bodies:
        words = set(e.name.lower().replace("the government of", "government").split())
        if any(name.endswith(f"{e.name.lower()} party") for name in called) or e.name.lower().endswith(" party"):
            words -= {"union"}  # a party by that name, and no union
        told = {LEADING.sub("", name.lower()) for name in (e.name, *e.aliases)} if len(lands) < 2 else set()
        told |= {n for name in e.aliases if (n := LEADING.sub("", name.lower())).split()[-1] not in OF_STATE | OF_ONE_STATE}
        seated = {LEADING.sub("", name.lower()).partition(" in ")[0] for name in (e.name, *e.aliases) if " in " in name}
        told |= {name for name in seated if len(lands) < 2 or name.split()[-1] not in OF_STATE | OF_ONE_STATE}
        for word in nouns.intersection(words) | {name for name in told if " " in name or name == "prosecutors"}:
            found[word][e.entity_id] = e
    return {word: next(iter(of.values())) for word, of in found.items() if len(of) == 1}


def group_named(p: Participant, several: bool = False) -> str | None:
    """Give the group a participant names; null for things (trawlers, talers), and with `several` countries in the story for bodies
    that each of them has one of."""
    name = belonging(p.text) or people_called(p.text)
    if name and several and name.lower() in OF_ONE_STATE:
        return None  # whose it is nothing tells, and two of them are not one
    known = name and (p.sector or is_body(name) or " of " in name or are_people(name.split()[-1]))
    return name if known else None


OF_PROPER: Final = re.compile(r"^(?:[\w-]+ )?(?P<head>[\w-]+) of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*$")


def belonging(words: str) -> str | None:
    """Give the name of people whom only the name they belong to tells from others: residents of Marl; null for other words."""
    plain = LEADING.sub("", " ".join(words.split()))
    found = OF_PROPER.match(plain)
    return plain if found and are_people(found["head"]) and found["head"] not in NO_GROUP else None


NO_GROUP: Final = listed("ministers presidents leaders heads kings governors")


def plain_word(name: str) -> bool:
    """Tell whether a single word in capitals is an ordinary noun at the beginning of a sentence: Police."""
    return " " not in name and people_called(name) is not None


def lowered(name: str) -> str:
    """Write a name in lower case unless it is in capitals itself: police, Transport Federation."""
    if plain_word(name):
        return name.lower()
    return name if name[:1].isupper() else name[:1].lower() + name[1:]


def group_row(name: str, country: str | None, texts: set[str]) -> Entity:
    """Write one group."""
    aliases = tuple(sorted(texts - {name}))
    return Entity(make_id("ent", name, "group", country), "group", name, country, aliases, "named by what it is")
