"""Index a pile for the lines of the sheet: who is named where, who acts, which sides the pile is mostly about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from readout.ids import make_id
from readout.records import Document, Entity, Event, Involvement, Kind, Link, Mention, Office, Parse
from readout.stages.relate.pile import COURT, SIDES, Pile
from readout.tables import Table
from readout.text.both_sides import acting_countries

SHORT = 3  # letters of a word that is too short to mean a body; ours
LEADING_ROLE = re.compile(
    r"\b(?:president|chair\w*|head|leader|director|chief|boss|secretary|spokes\w+|commander|minister|manager|negotiator|founder|"
    r"governor|mayor|commissioner|general)\b", re.I,
)  # fmt: skip
LEADING = 4  # sides that a pile is mostly about; ours


def pile_of(
    documents: Table[Document], mentions: Table[Mention], entities: Table[Entity], links: Table[Link],
    events: Table[Event], involvements: Table[Involvement], parses: Table[Parse], kinds: Table[Kind],
    offices: Table[Office],
) -> Pile:  # fmt: skip
    """Index the tables."""
    known = {e.entity_id: e for e in entities}
    means = {k.right: k.left for k in links if k.verdict == "same" and k.left in known}
    named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    texts = {d.doc_id: d.text for d in documents}
    by_word, by_name = bodies_by_word(known), by_own_name(known)
    for m in mentions:
        words = texts[m.doc_id][m.start : m.end] if m.doc_id in texts else ""
        meant = means.get(m.mention_id) or by_name.get(plain(words)) or by_word.get(last_word(words))
        if meant:
            named[m.doc_id].append((m.start, m.end, meant))
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
    often, there = acting_bodies(known, events, involvements)
    persons = {e for e, n in often.items() if n > 1} | {o.entity_id for o in offices}
    pile = Pile(
        {d.doc_id: d for d in documents}, known, named, members, involvements.by("about"), sides, read, acting,  # type: ignore[arg-type]  # the column holds strings
        kind_of, frozenset(persons), two_of_page(often, there), presses(documents), frozenset(), last, led_by(known, offices),
        judging(offices),
    )  # fmt: skip
    acts: Counter[str] = Counter()
    for who, n in often.items():
        acts[pile.side(who)] += n
    return replace(pile, leading=frozenset(sorted(acts, key=lambda e: (-acts[e], e))[:LEADING]))


def judging(offices: Table[Office]) -> frozenset[str]:
    """Give the persons who are told of as judges only; one who mediates or chairs an inquiry besides is another thing there."""
    roles: dict[str, set[bool]] = defaultdict(set)
    for o in offices:
        roles[o.entity_id].add(bool(COURT.search(o.role)))
    return frozenset(who for who, told in roles.items() if told == {True})


def led_by(known: Mapping[str, Entity], offices: Table[Office]) -> dict[str, str]:
    """Give the one body that each person without a country is said to lead or to speak for."""
    names: dict[str, set[str]] = defaultdict(set)
    for e in known.values():
        for name in (e.name, *e.aliases) if e.type in ("organisation", "government") else ():
            names[plain(name)].add(e.entity_id)
    found: dict[str, set[str]] = defaultdict(set)
    for o in offices:
        person, bodies = known.get(o.entity_id), names.get(plain(o.organisation or ""), set())
        if person and person.type == "person" and not person.country and o.status != "former" and LEADING_ROLE.search(o.role):
            found[o.entity_id] |= bodies
    return {who: next(iter(bodies)) for who, bodies in found.items() if len(bodies) == 1} | namesakes(known)


def namesakes(known: Mapping[str, Entity]) -> dict[str, str]:
    """Give for each body without a country that goes by the very name of another the first of them."""
    first: dict[str, str] = {}
    for e in sorted(known.values(), key=lambda e: (e.type != "organisation", e.entity_id)):
        if e.type in ("organisation", "group") and " " in e.name:
            first.setdefault(plain(e.name), e.entity_id)
    return {e.entity_id: kept for e in known.values() if e.type in ("organisation", "group") and not e.country
            and (kept := first.get(plain(e.name), e.entity_id)) != e.entity_id}  # fmt: skip


def presses(documents: Table[Document]) -> frozenset[str]:
    """Give the names of the outlets that wrote the pages, and what they are called for short: the Gazette."""
    names = [d.outlet.lower().removeprefix("the ") for d in documents if d.outlet]
    return frozenset((*names, *(n.split()[-1] for n in names if n)))


def acting_bodies(
    known: Mapping[str, Entity], events: Table[Event], involvements: Table[Involvement]
) -> tuple[Counter[str], dict[str, set[str]]]:
    """Count how often each entity acts or is acted on in the pile, and list the bodies among them on each page."""
    page = {e.event_id: e.doc_id for e in events}
    often: Counter[str] = Counter()
    there: dict[str, set[str]] = defaultdict(set)
    for i in involvements:
        who = i.entity_id if i.about in page else None
        if who is not None and who in known and known[who].type != "place":
            often[who] += 1
            if known[who].type != "person":
                there[page[i.about]].add(who)
    return often, there


def two_of_page(often: Mapping[str, int], there: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Give, for each page, the two bodies on it that act most often in the pile; none where a third acts as often."""
    ranked = {d: sorted(who, key=lambda e: (-often[e], e)) for d, who in there.items()}
    return {d: tuple(sorted(r[:2])) for d, r in ranked.items()
            if len(r) == 2 or (len(r) > 2 and often[r[1]] > often[r[2]])}  # fmt: skip


def bodies_by_word(known: Mapping[str, Entity]) -> dict[str, str]:
    """Give, for each word that the names of bodies end on or hold, the only body it can mean: the agency, the federation."""
    found: dict[str, set[str]] = defaultdict(set)
    for e in known.values():
        if e.type in ("organisation", "government"):
            for word in e.name.lower().split():
                if len(word) > SHORT:
                    found[word].add(e.entity_id)
    return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}


def by_own_name(known: Mapping[str, Entity]) -> dict[str, str]:
    """Give the only entity that goes by each name, its article left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for e in known.values():
        found[plain(e.name)].add(e.entity_id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1 and " " in name}


def plain(words: str) -> str:
    """Fold a name: case, white space and the article."""
    return " ".join(words.lower().replace("’", "'").split()).removeprefix("the ")


def last_word(words: str) -> str:
    """Give the last word of a description that begins with "the"; "" for anything else."""
    listed = words.lower().split()
    return listed[-1] if len(listed) == 2 and listed[0] == "the" else ""
