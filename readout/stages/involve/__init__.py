"""involve: Document, Sentence, Parse, Attribution, Event, Mention, Entity, Office, Link → Involvement, Entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from readout.lexicon import reporting
from readout.lexicon.names import name_words
from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Involvement,
    Link,
    Mention,
    Office,
    Parse,
    Participant,
    Sentence,
)
from readout.stage import stage
from readout.stages.involve.antecedents import meanings
from readout.stages.involve.described import between_two
from readout.stages.involve.groups import Groups, Key, bodies_by_words, groups_of, only_bodies, unresolved
from readout.stages.involve.known import Known, involvement, resolved
from readout.stages.involve.pages import Pages, pages_of
from readout.stages.involve.pronouns import Speakers, spoken_for
from readout.stages.involve.so_called import titles_of, with_nouns
from readout.stages.involve.speaker_choice import likelier
from readout.stages.involve.speaker_pages import page_signs
from readout.stages.involve.speakers import body_speaking, speaker
from readout.stages.involve.unlike import possible
from readout.stages.involve.unnamed import WHY, unnamed
from readout.tables import Table


@stage(version=30, scope="story")
def involve(
    documents: Table[Document], sentences: Table[Sentence], parses: Table[Parse], attributions: Table[Attribution],
    events: Table[Event], mentions: Table[Mention], entities: Table[Entity], offices: Table[Office], links: Table[Link],
) -> tuple[Table[Involvement], Table[Entity]]:  # fmt: skip
    """Say who the speakers of attributions and the actors and recipients of events are.

    Makes: one Involvement per speaker, actor or recipient whose words hold a mention that `resolve` knows; where the mention
    is not what the words name ("China's ships"), only its country is told. Actors and recipients that are bodies or groups named by
    what they are ("the police", "protesters") become an Entity of type group, as do bodies that speak ("the transport company").
    Who speaks and is only described ("a hospital official") becomes an Entity of the page's own, the row is marked `unnamed`.
    Pronouns and bare nouns (they, both, the company, his side) get whom the page has told of before; where that is several, those
    beside the first have positions behind the list of participants. Where somebody else on the page is far likelier than whom the
    rules name to have spoken quoted words, by signs whose weights are learned, he speaks them, and the row says why.
    Units: spans are code points of `Document.text`.
    Cost: linear in rows, a search per span.
    Does not: guess: words that hold no resolved mention and name no group get no row.
    Method: ours: a person named, else the mention at the head of the words, else the country of what stands beside it.
    """
    ruled = by_rules(documents, sentences, parses, attributions, events, mentions, entities, offices, links)
    met = {e.entity_id: e for e in (*entities, *ruled.made)}
    told = {r.about: r for r in ruled.rows.values() if r.role == "speaker"}
    likely = {key_of(r): r for r in likelier(page_signs(ruled.pages, [*offices], ruled.spoken, told, met, reporting(), gender))}
    rows = [*possible({**ruled.rows, **likely}, ruled.spoken, ruled.pages.known).values()]
    used = {r.entity_id for r in rows}
    return Table.of(Involvement, rows), Table.of(Entity, [e for e in ruled.made if e.because != WHY or e.entity_id in used])


def gender(given: str) -> str | None:
    """What a given name tells of gender."""
    return name_words().gender_of(given)


class Ruled(NamedTuple):
    """Who takes part, by rules alone: the rows, the entities they make, and what they were read from."""

    rows: Mapping[Key, Involvement]
    made: Sequence[Entity]
    spoken: Sequence[Attribution]
    pages: Pages


def by_rules(
    documents: Table[Document], sentences: Table[Sentence], parses: Table[Parse], attributions: Table[Attribution],
    events: Table[Event], mentions: Table[Mention], entities: Table[Entity], offices: Table[Office], links: Table[Link],
) -> Ruled:  # fmt: skip
    """Say who speaks, acts and is acted upon by rules, before it is asked whether somebody else is likelier to have spoken."""
    known = resolved(documents, mentions, entities, links)
    spoken = [a for a in attributions if a.doc_id in known]
    by_id = {e.entity_id: e for e in entities}
    rows = [*speaking_rows(spoken, known, by_id)]
    rows += [row for e in events if e.doc_id in known for row in participants(e, known[e.doc_id])]
    pages = pages_of(documents, sentences, parses, spoken, known, offices, by_id)
    page_of = {**{a.attribution_id: a.doc_id for a in spoken}, **{e.event_id: e.doc_id for e in events}}
    grouped = partial(
        groups_of, names_of=unresolved(documents, mentions, links, entities), pages=page_of,
        body_of=partial(body_near, only_bodies(entities), pages), texts={d.doc_id: d.text for d in documents},
        worded=bodies_by_words(documents, mentions, links, entities),
    )  # fmt: skip
    taking_part = [*acting(events), *speaking(spoken, known)]
    speakers = speakers_of(spoken, rows, grouped(taking_part, rows), by_id)
    meant = meanings(events, {key_of(r): r for r in rows}, pages, speakers)
    rows = [r for r in rows if key_of(r) not in meant.rows] + list(meant.rows.values())
    taking_part = list((dict(taking_part) | meant.words).items())
    groups = grouped([(key, p) for key, p in taking_part if key not in meant.rows], rows)
    rows = [*rows, *pronouns(taking_part, rows, groups, speakers_of(spoken, rows, groups, by_id), page_of, pages)]
    settled = {key_of(r) for r in rows if r.entity_id}
    kept = {key_of(r): r for r in rows if r.entity_id or key_of(r) not in {*settled, *groups.rows}}
    found = {**kept, **{key: row for key, row in groups.rows.items() if key not in settled}}
    outlets = {d.doc_id: publishers(d) for d in documents}
    held = titles_of(offices)
    own, somebody = unnamed(
        spoken, [*found.values()], known, reporting().texts, outlets,
        lambda doc_id: with_nouns(held, pages.labels[doc_id].nouns if doc_id in pages.labels else {}),
    )  # fmt: skip
    found |= {key_of(r): r for r in own}
    return Ruled(found, [*groups.entities, *somebody], spoken, pages)


def publishers(document: Document) -> frozenset[str]:
    """The names of who publishes a page and of whom it credits."""
    return frozenset(name.lower() for name in (document.outlet, document.credited_source) if name)


def body_near(bodies: Mapping[str, Entity], pages: Pages, doc_id: str, noun: str) -> Entity | None:
    """The only body that a noun can mean, where a page, or one that names the same people, names it."""
    body = bodies.get(noun)
    return body if body and (doc_id not in pages.around or body.entity_id in pages.around[doc_id].types) else None


def speaking_rows(
    spoken: Sequence[Attribution], known: Mapping[str, Known], entities: Mapping[str, Entity]
) -> Iterator[Involvement]:  # fmt: skip
    """Say who the speakers are by the words that name them."""
    titled = (e for e in entities.values() if e.type != "person" and e.name.lower().startswith(("office of the ", "ministry of ")))
    offices = sorted(titled, key=lambda e: (e.name, e.country or "", e.entity_id))
    rows = [row for a in spoken if (row := speaker(a, known[a.doc_id], offices))]
    yield from (*rows, *between_two(spoken, rows, entities, known))


def speakers_of(
    spoken: Sequence[Attribution], rows: Sequence[Involvement], groups: Groups, entities: Mapping[str, Entity]
) -> Speakers:  # fmt: skip
    """Index the sayings whose speaker is known."""
    met = {**entities, **{e.entity_id: e for e in groups.entities}}
    return Speakers(spoken, [*rows, *groups.rows.values()], met)


def pronouns(
    taking_part: Sequence[tuple[Key, Participant]], rows: Sequence[Involvement], groups: Groups, speakers: Speakers,
    page_of: Mapping[str, str], pages: Pages,
) -> Iterator[Involvement]:  # fmt: skip
    """Say for whom pronouns stand that mean who speaks."""
    named = {key_of(r) for r in rows if r.entity_id}
    left = [(key, p) for key, p in taking_part if key not in named and key not in groups.rows]
    return spoken_for(left, speakers, page_of, pages.texts)


def key_of(row: Involvement) -> Key:
    """Give about whom and in which place a row tells."""
    return (row.about, row.role, row.position)


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
