"""fuse: Document, Sentence, Parse, Attribution, Event, Involvement, Entity, Office, Story, Reuse, Lineage, Kind
→ Occurrence, Report, Link, Voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Involvement,
    Kind,
    Lineage,
    Link,
    Occurrence,
    Office,
    Parse,
    Report,
    Reuse,
    Sentence,
    Story,
    Voice,
)
from readout.stage import stage
from readout.stages.fuse import rows
from readout.stages.fuse.answers import answered, offers_refused
from readout.stages.fuse.cluster import Reused, clusters
from readout.stages.fuse.odds import chance
from readout.stages.fuse.retold import Sentences, Stretch
from readout.stages.fuse.same import Score
from readout.stages.fuse.telling import Telling, people
from readout.stages.fuse.tellings import tellings
from readout.stages.fuse.themes import Wordings
from readout.stages.fuse.voices import voice as count_voices
from readout.stages.fuse.worth import Copies, befell, is_act, only_charged, only_denied, only_spoken
from readout.tables import Table
from readout.text.acts import SPOKEN
from readout.text.origins import origins_of


@stage(version=53, scope="story")
def fuse(
    documents: Table[Document], sentences: Table[Sentence], parses: Table[Parse], attributions: Table[Attribution],
    events: Table[Event], involvements: Table[Involvement], entities: Table[Entity], offices: Table[Office], stories: Table[Story],
    reuses: Table[Reuse], lineages: Table[Lineage], kinds: Table[Kind],
) -> tuple[Table[Occurrence], Table[Report], Table[Link], Table[Voice]]:  # fmt: skip
    """Join the events of a story that report one thing that happened, was planned or was called off.

    Makes: one Occurrence per group whose signs say that it is worth a row, one Report per page that reports it, a Link from
    each event with the reason, and a Voice: the number of distinct origins behind it.
    Cost: quadratic in the events of one type within a story.
    Does not: join events of two stories; join what was called off with what was done; take a copy for a voice.
    Method: how likely two events are reports of one act is a logistic regression on named signs, weights in
    `lexicon/same_act_weights.toml`; groups by the mean of the log odds of their pairs, the surest first, under laws.
    Which groups are worth a row: a logistic regression on named signs, weights in `lexicon/occurrence_weights.toml`.
    """
    origins = origins_of(lineages, reuses)
    known = people(entities, offices, documents, events, involvements, stories)
    texts = {d.doc_id: d.text for d in documents}
    told = tellings(documents, Wordings(texts, sentences, parses), events, involvements, known, stories, origins, attributions)
    copies = Copies({k.doc_id: k.kind for k in kinds}, origins)
    reused = Reused(reuses)
    roots = {one.lineage_id: one.origin for one in lineages}
    said = sentences_of(documents, sentences, stories)
    made = [m for story, mine in by_story(told, copies) for m in fused(mine, reused, copies, roots, said[story])]
    return (
        Table.of(Occurrence, (m[0] for m in made)), Table.of(Report, (r for m in made for r in m[1])),
        Table.of(Link, (r for m in made for r in m[2])), Table.of(Voice, (m[3] for m in made)),
    )  # fmt: skip


Made = tuple[Occurrence, list[Report], list[Link], Voice]


def sentences_of(
    documents: Table[Document], sentences: Table[Sentence], stories: Table[Story]
) -> Mapping[str, Sentences]:  # fmt: skip
    """Index the sentences of each story by their words."""
    texts = {d.doc_id: d.text for d in documents}
    story_of = {doc_id: s.story_id for s in stories for doc_id in s.doc_ids}
    held: dict[str, list[tuple[Stretch, str]]] = defaultdict(list)
    for s in sentences:
        held[story_of.get(s.doc_id, s.doc_id)].append(((s.doc_id, s.start, s.end), texts[s.doc_id][s.start : s.end]))
    return defaultdict(lambda: Sentences(()), {story: Sentences(said) for story, said in held.items()})


def fused(
    mine: list[Telling], reused: Reused, copies: Copies, roots: Mapping[str, str | None], said: Sentences
) -> Iterator[Made]:  # fmt: skip
    """Fuse the events of one story."""
    groups, named = grouped(mine, reused, copies)
    pages = len({t.event.doc_id for t in mine})
    found = [(told, chance(told, pages)) for told in groups]
    judged = [(told, how) for told, how in found if how.enough or befell(told)]
    worthy = [told for told, _ in judged]
    for told, how in judged:
        if (only_denied(told, worthy) and told[0].kind in SPOKEN) or only_charged(told, worthy):
            continue
        inside = {t.event.event_id for t in told}
        within = {pair: score for pair, score in named.items() if pair[0] in inside and pair[1] in inside}
        reported = list(rows.reports(told, copies.origins, roots))
        voice = count_voices(rows.occurrence_id(told), told, copies.origins, said.like(told, mine), within)
        copied = sum(r.is_copy for r in reported)
        yield rows.occurrence(told, copied, voice), reported, list(rows.links(told, within, how.because)), voice


def by_story(told: Iterable[Telling], copies: Copies) -> list[tuple[str, list[Telling]]]:
    """Give the events of each story, those a machine reworded marked, refusals with what they answer."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for t in answered([replace(t, reworded=True) if copies.reworded(t) else t for t in told]):
        found[t.story].append(t)
    return sorted(found.items())


Named = dict[tuple[str, str], Score]


def grouped(mine: list[Telling], reused: Reused, copies: Copies) -> tuple[list[list[Telling]], Named]:
    """Give the groups of a story's events that can be occurrences, and the pairs of events that were found alike."""
    groups, used = clusters(mine, reused)
    named = {(mine[i].event.event_id, mine[j].event.event_id): found for (i, j), found in used.items()}
    told_of = offers_refused([[mine[i] for i in members] for members in groups])
    return [told for told in told_of if is_act(told) and not only_spoken(told) and not copies.alone(told)], named
