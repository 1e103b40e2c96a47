"""Read whom a person speaks for when no country is told: the federation's general secretary, the head of the Water Authority."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from readout.records import Document, Entity, Office

BODIES = frozenset(("organisation", "group"))
REACH = 240  # characters before an office in which "its" finds the body; ours
WORD = re.compile(r"[^\W\d_][\w’'-]*")
OWNED = re.compile(r"(?:^|\b)(?:the\s+)?([^\W\d_][\w’' -]*?)[’']s?\s+(?:[\w-]+\s+){0,3}$", re.I)
ITS = re.compile(r"\b(?:its|their)\s+(?:[\w-]+\s+){0,2}$", re.I)
BEHIND = re.compile(r"^\s*(?:of|for|at|with)\s+(?:the\s+)?([^\W\d_][\w’' -]*)", re.I)
PARTED = re.compile(r"\n\s*\n")
LAST = 3  # words of a name before a mark of possession; ours


def serving(entities: Iterable[Entity], offices: Iterable[Office], documents: Iterable[Document]) -> Mapping[str, frozenset[str]]:
    """Give for each person without a country the bodies for which a page says that they hold an office."""
    known = {e.entity_id: e for e in entities}
    pages = list(documents)
    texts = {d.doc_id: d.text for d in pages}
    outlets = {d.outlet.lower() for d in pages if d.outlet}
    bodies = [e for e in known.values() if e.type in BODIES and e.name.lower() not in outlets]
    found: dict[str, set[str]] = defaultdict(set)
    for o in offices:
        holder = known.get(o.entity_id)
        if holder is None or holder.type != "person" or o.status == "former":
            continue
        for body in of_office(o, holder, bodies, texts[o.doc_id]):
            found[holder.entity_id].add(body)
    return {person: frozenset(served) for person, served in found.items()}


def of_office(office: Office, holder: Entity, bodies: Iterable[Entity], text: str) -> Iterator[str]:
    """Give the body in which an office is held, as the words of the office or those around it tell; none where two fit."""
    full = {noun_of(b.name) for b in bodies if b.name in text}
    here = [b for b in bodies if b.name in text or (noun_of(b.name) not in full and any(a in text for a in b.aliases))]
    words = text[office.start : office.end]
    role = office.role.lower().split()[-1]
    at = words.lower().find(role)
    before = words[:at] if at >= 0 else ""
    behind = text[office.start + max(at, 0) + len(role) : office.end + REACH]
    if office.organisation:
        yield from called(office.organisation, here)
    elif owned := OWNED.search(before):
        yield from called(" ".join(owned[1].split()[-LAST:]), here)
    elif ITS.search(before):
        yield from last_named(PARTED.split(text[max(0, office.start - REACH) : office.start], 1)[-1], here)
    elif named := BEHIND.match(behind):
        yield from called(re.split(r"[,.;:!?“”\"\n]", named[1])[0], here)


def called(words: str, bodies: Iterable[Entity]) -> Iterator[str]:
    """Give the one body that some words name: by its name, else by the noun its name is built on."""
    low = words.lower().removeprefix("the ").strip()
    exact = {b.entity_id for b in bodies if any(low.startswith(n.lower().removeprefix("the ")) for n in (b.name, *b.aliases))}
    plain = exact or {b.entity_id for b in bodies if b.name[:1].isupper() and noun_of(b.name) == noun_of(low)}
    if len(plain) == 1:
        yield from plain


def last_named(text: str, bodies: Iterable[Entity]) -> Iterator[str]:
    """Give the body named last in a stretch, by its name or by the noun its name is built on; none where that noun is another's."""
    named = [b for b in bodies if b.name[:1].isupper() and b.type == "organisation"]
    places = [(max(text.rfind(b.name), text.lower().rfind(f"the {noun_of(b.name)}")), b.entity_id) for b in named]
    best = max(places, default=(-1, ""))
    if best[0] >= 0 and sum(at == best[0] for at, _ in places) == 1:
        yield best[1]


def noun_of(name: str) -> str:
    """Give the noun a name is built on: Federation of Harbour Workers, National Ports Corporation."""
    words = WORD.findall(re.split(r"\b(?:of|for|in|at)\b", name)[0])
    return words[-1].lower() if words else ""
