"""involve: Document, Attribution, Event, Mention, Entity, Link → Involvement, Entity."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.ids import make_id
from readout.records import Attribution, Document, Entity, Event, Involvement, Link, Mention, Participant
from readout.stage import stage
from readout.tables import Table
from readout.text.collectives import collective, fullest, is_body

# Which mention speaks for a span, best first: a name before the description it stands beside.
RANK = {"name": 0, "metonym": 1, "title": 2, "descriptor": 2, "adjective": 3, "pronoun": 4}
# What ends the part of an English noun phrase that holds its head: a preposition, a comma, a relative word.
TAIL = re.compile(r"[,;:(–—]|\b(?:of|in|from|for|at|on|with|to|by|who|which|that|whose|led|and|or)\b")
Span = tuple[int, int]
Pair = tuple[Mention, Entity]


@dataclass(frozen=True, slots=True)
class Known:
    """The text of a document and its mentions whose entity is known, in text order."""

    text: str
    starts: tuple[int, ...]
    mentions: tuple[Pair, ...]

    def inside(self, span: Span) -> list[Pair]:
        """Give the mentions that lie within a span."""
        first = bisect_left(self.starts, span[0])
        last = bisect_left(self.starts, span[1])
        return [pair for pair in self.mentions[first:last] if pair[0].end <= span[1]]

    def head(self, span: Span) -> int:
        """Give where the head of a noun phrase ends: before its first preposition, comma or relative word."""
        words = self.text[span[0] : span[1]]
        tail = TAIL.search(words, 1)
        return span[0] + len(words[: tail.start()].rstrip() if tail else words)


@stage(version=3, scope="story")
def involve(
    documents: Table[Document], attributions: Table[Attribution], events: Table[Event], mentions: Table[Mention],
    entities: Table[Entity], links: Table[Link],
) -> tuple[Table[Involvement], Table[Entity]]:  # fmt: skip
    """Say who the speakers of attributions and the actors and recipients of events are.

    Makes: one Involvement per speaker, actor or recipient whose words hold a mention that `resolve` knows; where the mention
    is not what the words name ("China's ships"), only its country is told. Actors and recipients that are bodies or groups named by
    what they are ("the police", "protesters") become an Entity of type group.
    Units: spans are code points of `Document.text`.
    Cost: linear in rows, a search per span.
    Does not: guess: words that hold no resolved mention and name no group get no row.
    Method: ours: a person named, else the mention at the head of the words, else the country of what stands beside it.
    """
    known = resolved(documents, mentions, entities, links)
    rows = [row for a in attributions if a.doc_id in known for row in speakers(a, known[a.doc_id])]
    rows += [row for e in events if e.doc_id in known for row in participants(e, known[e.doc_id])]
    groups = groups_of(events, rows, unresolved(documents, mentions, links))
    taken = {(r.about, r.role, r.position) for r in rows if r.entity_id}
    kept = [r for r in rows if r.entity_id or (r.about, r.role, r.position) not in groups.rows]
    named = [row for key, row in groups.rows.items() if key not in taken]
    return Table.of(Involvement, [*kept, *named]), Table.of(Entity, groups.entities)


Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups found among participants: their entities, and who takes part as one of them."""

    entities: tuple[Entity, ...]
    rows: Mapping[Key, Involvement]


def unresolved(
    documents: Table[Document], mentions: Table[Mention], links: Table[Link]
) -> Mapping[str, frozenset[str]]:
    """Give the names of each page that nothing is known of, in lower case."""
    known = {end for k in links if k.verdict == "same" for end in (k.left, k.right)}
    texts = {d.doc_id: d.text for d in documents}
    found: dict[str, set[str]] = defaultdict(set)
    for m in mentions:
        if m.form in ("name", "metonym") and m.mention_id not in known:
            found[m.doc_id].add(texts[m.doc_id][m.start : m.end].lower())
    return {doc_id: frozenset(names) for doc_id, names in found.items()}


def groups_of(events: Table[Event], rows: Sequence[Involvement], names_of: Mapping[str, frozenset[str]]) -> Groups:
    """Find the bodies and groups that participants name by what they are, or by a name nothing else is known of."""
    told = {(str(r.about), str(r.role), r.position): r for r in rows}
    found: dict[Key, tuple[Participant, str, str | None]] = {}
    for e in events:
        for role, listed in (("actor", e.actors), ("recipient", e.recipients)):
            for position, p in enumerate(listed):
                row = told.get((e.event_id, role, position))
                unknown = p.text.lower() in names_of.get(e.doc_id, ()) and p.text[:1].isupper()
                name = None if row and row.entity_id else p.text if unknown else group_named(p)
                if name:
                    found[e.event_id, role, position] = (p, name, (row.country if row else None) or p.country)
    names = {name for _, name, _ in found.values()}
    full = {name: fullest(name, names) for name in names}
    made: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for p, name, country in found.values():
        made[lowered(full[name]), country] |= {p.text, name, f"the {name}"}
    entities = tuple(group_row(name, country, texts) for (name, country), texts in sorted(made.items(), key=str))
    ids = {(e.name, e.country): e for e in entities}
    involved = {
        key: Involvement(
            key[0], key[1], key[2], ids[lowered(full[name]), country].entity_id, lowered(full[name]), country,  # type: ignore[arg-type]  # role is actor or recipient
            f"a group, named by what it is at [{p.start}, {p.end})",
        )
        for key, (p, name, country) in found.items()
    }  # fmt: skip
    return Groups(entities, involved)


def group_named(p: Participant) -> str | None:
    """Give the group a participant names; null for things: trawlers, talers."""
    name = collective(p.text)
    return name if name and (p.sector or is_body(name)) else None


def plain_word(name: str) -> bool:
    """Tell whether a single word in capitals is an ordinary noun at the beginning of a sentence: Police."""
    return " " not in name and collective(name) is not None


def lowered(name: str) -> str:
    """Write a name in lower case unless it is in capitals itself: police, Transport Federation."""
    if plain_word(name):
        return name.lower()
    return name if name[:1].isupper() else name[:1].lower() + name[1:]


def group_row(name: str, country: str | None, texts: set[str]) -> Entity:
    """Write one group."""
    aliases = tuple(sorted(texts - {name}))
    return Entity(make_id("ent", name, "group", country), "group", name, country, aliases, "named by what it is")


def resolved(
    documents: Table[Document], mentions: Table[Mention], entities: Table[Entity], links: Table[Link]
) -> Mapping[str, Known]:
    """Give each document's mentions with their entities."""
    by_id = {e.entity_id: e for e in entities}
    meant: dict[str, Entity] = {}
    for link in links:
        if link.verdict == "same":
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if one in by_id and other not in by_id:
                    meant[other] = by_id[one]
    of_document: dict[str, list[Pair]] = defaultdict(list)
    for m in mentions:
        if m.mention_id in meant:
            of_document[m.doc_id].append((m, meant[m.mention_id]))
    made = {}
    for d in documents:
        pairs = sorted(of_document[d.doc_id], key=lambda pair: (pair[0].start, pair[0].end))
        made[d.doc_id] = Known(d.text, tuple(m.start for m, _ in pairs), tuple(pairs))
    return made


def speakers(attribution: Attribution, known: Known) -> Iterator[Involvement]:
    """Give the speaker of an attribution, from its source words."""
    for span in attribution.source:
        found = involvement(attribution.attribution_id, "speaker", 0, span, known)
        if found:
            yield found
            return


def participants(event: Event, known: Known) -> Iterator[Involvement]:
    """Give the actors and recipients of an event."""
    for role, listed in (("actor", event.actors), ("recipient", event.recipients)):
        yield from parts(event.event_id, role, listed, known)


def parts(about: str, role: str, listed: Sequence[Participant], known: Known) -> Iterator[Involvement]:
    """Give the participants of one role, each by its own words."""
    for position, participant in enumerate(listed):
        found = involvement(about, role, position, (participant.start, participant.end), known)
        if found:
            yield found


def involvement(about: str, role: str, position: int, span: Span, known: Known) -> Involvement | None:
    """Write who a span names; null where it holds no resolved mention."""
    pairs = known.inside(span)
    best = named(pairs, known.head(span))
    if best:
        mention, entity = best
        why = f"{mention.form} at [{mention.start}, {mention.end}), {mention.mention_id}"
        return Involvement(about, role, position, entity.entity_id, entity.name, entity.country, why)  # type: ignore[arg-type]  # role is one of the three
    for mention, entity in pairs:
        if entity.country:
            why = f"only its country is told, at [{mention.start}, {mention.end}), {mention.mention_id}"
            return Involvement(about, role, position, None, None, entity.country, why)  # type: ignore[arg-type]  # as above
    return None


def named(pairs: Sequence[Pair], head: int) -> Pair | None:
    """Choose the mention that a span names: a person before its head or with no other head, else what ends at the head."""
    ranked = sorted(pairs, key=lambda pair: (RANK[pair[0].form], pair[0].start))
    people = [p for p in ranked if p[1].type == "person" and p[0].form != "pronoun"]
    at_head = [p for p in ranked if p[0].end >= head - 1 and p[0].start < head]
    if people and (not at_head or people[0] in at_head or at_head[0][0].form != "name"):
        return people[0]
    return at_head[0] if at_head else None
