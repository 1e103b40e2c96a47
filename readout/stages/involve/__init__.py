"""involve: Document, Attribution, Event, Mention, Entity, Link → Involvement, Entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readout.records import Attribution, Document, Entity, Event, Involvement, Link, Mention, Participant
from readout.stage import stage
from readout.stages.involve.described import between_two
from readout.stages.involve.groups import Key, bodies_by_words, groups_of, only_bodies, unresolved
from readout.stages.involve.known import Known, involvement, resolved
from readout.stages.involve.pronouns import Speakers, spoken_for
from readout.stages.involve.speakers import body_speaking, speaker
from readout.tables import Table


@stage(version=15, scope="story")
def involve(
    documents: Table[Document], attributions: Table[Attribution], events: Table[Event], mentions: Table[Mention],
    entities: Table[Entity], links: Table[Link],
) -> tuple[Table[Involvement], Table[Entity]]:  # fmt: skip
    """Say who the speakers of attributions and the actors and recipients of events are.

    Makes: one Involvement per speaker, actor or recipient whose words hold a mention that `resolve` knows; where the mention
    is not what the words name ("China's ships"), only its country is told. Actors and recipients that are bodies or groups named by
    what they are ("the police", "protesters") become an Entity of type group, as do bodies that speak ("the transport company").
    Units: spans are code points of `Document.text`.
    Cost: linear in rows, a search per span.
    Does not: guess: words that hold no resolved mention and name no group get no row.
    Method: ours: a person named, else the mention at the head of the words, else the country of what stands beside it.
    """
    known = resolved(documents, mentions, entities, links)
    spoken = [a for a in attributions if a.doc_id in known]
    titled = (e for e in entities if e.type != "person" and e.name.lower().startswith("office of the "))
    offices = sorted(titled, key=lambda e: (e.name, e.country or "", e.entity_id))
    rows = [row for a in spoken if (row := speaker(a, known[a.doc_id], offices))]
    by_id = {e.entity_id: e for e in entities}
    rows += list(between_two(spoken, rows, by_id, known))
    rows += [row for e in events if e.doc_id in known for row in participants(e, known[e.doc_id])]
    met = dict(by_id)
    pages = {**{a.attribution_id: a.doc_id for a in spoken}, **{e.event_id: e.doc_id for e in events}}
    taking_part, unknown = [*acting(events), *speaking(spoken, known)], unresolved(documents, mentions, links, entities)
    worded = bodies_by_words(documents, mentions, links, entities)
    groups = groups_of(taking_part, rows, unknown, pages, only_bodies(entities), worded)
    met |= {e.entity_id: e for e in groups.entities}
    named_already = {(r.about, r.role, r.position) for r in rows if r.entity_id}
    open_parties = [(key, p) for key, p in taking_part if key not in named_already and key not in groups.rows]
    speakers = Speakers(spoken, [*rows, *groups.rows.values()], met)
    told = list(spoken_for(open_parties, speakers, pages, {d.doc_id: d.text for d in documents}))
    settled = {(r.about, r.role, r.position) for r in told}
    rows = [r for r in rows if (r.about, r.role, r.position) not in settled] + told
    taken = {(r.about, r.role, r.position) for r in rows if r.entity_id}
    kept = [r for r in rows if r.entity_id or (r.about, r.role, r.position) not in groups.rows]
    named = [row for key, row in groups.rows.items() if key not in taken]
    return Table.of(Involvement, [*kept, *named]), Table.of(Entity, groups.entities)


def acting(events: Iterable[Event]) -> Iterator[tuple[Key, Participant]]:
    """List all actors and recipients."""
    for e in events:
        for role, listed in (("actor", e.actors), ("recipient", e.recipients)):
            yield from (((e.event_id, role, position), p) for position, p in enumerate(listed))


def speaking(spoken: Iterable[Attribution], known: Mapping[str, Known]) -> Iterator[tuple[Key, Participant]]:
    """List the bodies that speak, by what they are."""
    for a in spoken:
        body = body_speaking(a, known[a.doc_id])
        if body:
            yield (a.attribution_id, "speaker", 0), body


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
