"""fuse: Document, Sentence, Parse, Event, Involvement, Entity, Office, Story, Reuse, Lineage → Occurrence, Report, Link, Voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from readout.lexicon.deeds import deeds
from readout.records import (
    Document,
    Entity,
    Event,
    Involvement,
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
from readout.stages.fuse.answers import answered
from readout.stages.fuse.cluster import Reused, clusters
from readout.stages.fuse.compare import Score
from readout.stages.fuse.retold import Sentences, Stretch
from readout.stages.fuse.telling import (
    AGAIN,
    DEFINITE,
    Involved,
    Party,
    People,
    Telling,
    days_of,
    form_of,
    numbers_of,
    people,
    planned_days,
    size_of,
    written_on,
)
from readout.stages.fuse.themes import WORD, Wordings, stems
from readout.stages.fuse.worth import worth
from readout.tables import Table
from readout.text.acts import SPOKEN, Act, act_of, own_days
from readout.text.origins import Origins, origins_of
from readout.text.stem import stem

# What leaves no occurrence: nobody says that it was, is, or will be.
NOTHING = frozenset(("question", "hypothetical"))
NOT_YET = re.compile(r"\b(?:will|to|be|shall|would|may|might|can|could|should|must|if|being)\s+(?:\w+\s+)?$", re.I)
OURSELVES = frozenset(("we", "i"))
NEVER = re.compile(r"\bnever\b|\b(?:no|none|nobody|neither)\b.*\b(?:has|have|had)\b", re.I)
FAR = 120  # characters before a word in which its clause denies it
BEFORE, BEHIND = 12, 26  # characters around a trigger in which the form of a meeting is told


@stage(version=9, scope="story")
def fuse(
    documents: Table[Document], sentences: Table[Sentence], parses: Table[Parse], events: Table[Event],
    involvements: Table[Involvement], entities: Table[Entity], offices: Table[Office], stories: Table[Story],
    reuses: Table[Reuse], lineages: Table[Lineage],
) -> tuple[Table[Occurrence], Table[Report], Table[Link], Table[Voice]]:  # fmt: skip
    """Join the events of a story that report one thing that happened, was planned or was called off.

    Makes: one Occurrence per group that tells of parties one can name, one Report per page that reports it, a Link from
    each event with the reason, and a Voice: the number of distinct origins behind it.
    Cost: quadratic in the events of one type within a story.
    Does not: join events of two stories; join what was called off with what was done; take a copy for a voice.
    Method: ours: participants, day, place, words and reused text are weighed; strongest pairs first, under constraints.
    """
    origins = origins_of(lineages, reuses)
    known = people(entities, offices, documents, events, involvements)
    texts = {d.doc_id: d.text for d in documents}
    told = tellings(documents, Wordings(texts, sentences, parses), events, involvements, known, stories, origins)
    by_story: dict[str, list[Telling]] = defaultdict(list)
    for t in answered(told):
        by_story[t.story].append(t)
    reused = Reused(reuses)
    roots = {one.lineage_id: one.origin for one in lineages}
    said = sentences_of(documents, sentences, stories)
    made = [m for story, mine in sorted(by_story.items()) for m in fused(mine, reused, origins, roots, said[story])]
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
    mine: list[Telling], reused: Reused, origins: Origins, roots: Mapping[str, str | None], said: Sentences
) -> Iterator[Made]:  # fmt: skip
    """Fuse the events of one story."""
    groups, used = clusters(mine, reused)
    named: dict[tuple[str, str], Score] = {
        (mine[i].event.event_id, mine[j].event.event_id): found for (i, j), found in used.items()
    }
    for members in groups:
        told = [mine[i] for i in members]
        if not worth(told):
            continue
        inside = {t.event.event_id for t in told}
        within = {pair: found for pair, found in named.items() if pair[0] in inside and pair[1] in inside}
        reported = list(rows.reports(told, origins, roots))
        copies = sum(r.is_copy for r in reported)
        voice = rows.voice(told, origins, list(said.like(told)))
        yield rows.occurrence(told, copies, voice), reported, list(rows.links(told, within)), voice


def tellings(
    documents: Table[Document], wordings: Wordings, events: Table[Event], involvements: Table[Involvement],
    known: People, stories: Table[Story], origins: Origins,
) -> list[Telling]:  # fmt: skip
    """Make every event ready to be compared, in order of page and place."""
    texts = {d.doc_id: d for d in documents}
    story_of = {doc_id: s.story_id for s in stories for doc_id in s.doc_ids}
    involved: Involved = {(str(i.about), str(i.role), i.position): i for i in involvements}
    ordered = sorted(events, key=lambda e: (e.doc_id, e.start, e.event_id))
    return [
        telling(e, texts[e.doc_id], wordings, story_of.get(e.doc_id, e.doc_id), involved, known, origins)
        for e in ordered
        if e.status not in NOTHING and not never(e, texts[e.doc_id].text)
    ]


def never(event: Event, text: str) -> bool:
    """Tell whether an event says of an act that it never was, by nobody: the two have never met, no minister has been here."""
    before = text[max(0, event.start - FAR) : event.start]
    return event.status == "negated" and bool(NEVER.search(re.split(r"[.!?\n]", before)[-1]))


def telling(
    event: Event, document: Document, wordings: Wordings, story: str, involved: Involved, known: People, origins: Origins,
) -> Telling:  # fmt: skip
    """Make one event ready to be compared."""
    actors = known.parties(event, "actor", involved)
    recipients = known.parties(event, "recipient", involved)
    written, text = written_on(document), document.text
    sentence = wordings.sentence(event)
    trigger = " ".join(stem(w.lower()) for w in WORD.findall(text[event.start : event.end]))
    days = days_of(event, written)
    act = act_of(event, written, days[0] if days else None)
    if act.kind == "CONSULT" and trigger == stem("call") and text[event.end : event.end + 4] == " on ":
        act = Act("REQUEST", act.status)  # who calls on a minister mostly wants something of him
    before = text[sentence[0] : event.start]
    near = text[max(sentence[0], event.start - BEFORE) : min(sentence[1], event.end + BEHIND)]
    if threatened(event, (*actors, *recipients), involved):
        act = Act("THREATEN", "happened")
    if act.kind in SPOKEN and act.status == "planned" and said_already(text[event.start : event.end], before):
        act = Act(act.kind, "happened")  # who agreed for a day ahead has agreed
    days = planned_days(event, days, written)
    named = frozenset(w for p in (*actors, *recipients) for w in p.words)
    theme = wordings.theme(event, named, act.kind == event.type)
    return Telling(
        event, act.kind, act.status, story, written, actors, recipients, own_days(act, days, written),
        stems(event.place or ""), trigger, theme, families(trigger), text[slice(*sentence)],
        origins.of((event.doc_id, event.start, event.end)), form_of(near), text[event.start : event.end], numbers_of(event),
        size_of(event.recipients), bool(DEFINITE.search(before)),
        known.implied(event, (*actors, *recipients)), bool(AGAIN.search(before)),
    )  # fmt: skip


def said_already(trigger: str, before: str) -> bool:
    """Tell whether a word of saying stands in the past: they agreed, not they will be agreed."""
    return trigger.lower().endswith("ed") and not NOT_YET.search(before)


def threatened(event: Event, parties: Sequence[Party], involved: Involved) -> bool:
    """Tell whether a side says what it would do to another if: it has threatened, whatever comes of it."""
    if event.status != "conditional" or event.coded_type != "THREATEN" or not event.attributed_to:
        return False
    speaker = involved.get((event.attributed_to, "speaker", 0))
    acting = {p.text.lower() for p in event.actors} & OURSELVES
    return bool(acting) or (
        speaker is not None
        and any(p.key == speaker.entity_id or (p.country and p.country == speaker.country) for p in parties[:1])
    )


def families(trigger: str) -> frozenset[str]:
    """Give the families of deeds the words of a trigger stand in."""
    known = deeds()
    return frozenset(f for w in trigger.split() for f in known.get(w, ()))
