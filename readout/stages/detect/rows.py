"""Write what was found as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from readout.ids import make_id
from readout.records import Document, Event, Participant, Sentence
from readout.text.event_actors import COUNTING, ActorWords
from readout.text.event_calamities import CALAMITY
from readout.text.event_coding import quad_of
from readout.text.event_contexts import contexts_of
from readout.text.event_found import EventWords
from readout.text.event_judgement import Said
from readout.text.event_telling import Telling
from readout.text.event_tree import Tree
from readout.text.senses import written


@dataclass(frozen=True, slots=True)
class Told:
    """Where an event is told: the page, the sentence, inside whose words."""

    document: Document
    sentence: Sentence
    attributed_to: str | None
    contexts: frozenset[str] = frozenset()  # what the sentence speaks of
    said: Said | None = None  # what the event network says of it


def participant(tree: Tree, head: int, known: ActorWords) -> Participant:
    """Write one party: the naming part of its noun phrase, the country it names, its sector."""
    start, end = tree.phrase(head)
    words = tree.text[start:end]
    return Participant(None, words, start, end, known.country(words), sector(tree, head, known))


def sector(tree: Tree, head: int, known: ActorWords) -> str | None:
    """The sector a noun tells: soldiers MIL, the minister GOV; null for names."""
    lemma = tree.lemma(head)
    if lemma in COUNTING:
        inner = [known.sectors.get(tree.lemma(c)) for c in tree.of(head, "nmod")]
        return next((s for s in inner if s), None)
    found = known.sectors.get(lemma)
    if found is None:
        near = [known.sectors.get(tree.lemma(c)) for c in tree.of(head, "compound", "appos", "nmod:desc")]
        found = next((s for s in near if s), None)
    if found is None and known.country(tree.text[slice(*tree.phrase(head))]) and tree.words[head].upos == "PROPN":
        return "GOV"
    return found


def event_row(tree: Tree, telling: Telling, told: Told, known: EventWords) -> Event:
    """Write one event."""
    found, when, reading = telling.found, telling.when, telling.found.reading
    word, doc = tree.words[found.trigger], told.document
    act, status = chances(told.said, found.trigger, reading.status)
    senses = told.said.senses if told.said else ()
    return Event(
        event_id=make_id("evt", doc.doc_id, word.start, word.end, found.frame.type),
        doc_id=doc.doc_id,
        start=word.start,
        end=word.end,
        sentence_id=told.sentence.sentence_id,
        type=None if found.frame.type == CALAMITY else found.frame.type,
        coded_type=found.coded,
        mode=found.frame.mode,
        quad=quad_of(found.coded),
        actors=tuple(participant(tree, h, known.actors) for h in found.parties.actors),
        recipients=tuple(participant(tree, h, known.actors) for h in found.parties.recipients),
        date_start=when.start,
        date_end=when.end,
        date_precision=cast('Literal["day", "month", "year", "unknown"]', when.precision),
        date_basis=when.basis,
        place=tree.text[slice(*telling.place)] if telling.place else None,
        status=reading.status,
        negated=reading.negated,
        attributes=telling.attributes,
        contexts=contexts_of(told.contexts, reading.status),
        attributed_to=told.attributed_to,
        because=because(tree, telling),
        holder=None if reading.holder is None else tree.lemma(reading.holder),
        found_by="network" if found.by_network else "rules",
        act_chance=act,
        status_chance=status,
        sense=written(senses[found.trigger]) if found.trigger < len(senses) else None,
    )


def chances(said: Said | None, trigger: int, status: str) -> tuple[float | None, float | None]:
    """How likely the network takes a word for an act, and that act for one of this status; null where it did not read it."""
    if said is None or trigger >= len(said.none):
        return None, None
    judged = said.words.get(trigger)
    return round(1 - said.none[trigger], 3), round(judged.statuses.get(status, 0.0), 3) if judged else 0.0


def because(tree: Tree, telling: Telling) -> str:
    """Say why this type, these parties, this status and this date."""
    found, when = telling.found, telling.when
    kind = found.frame.mode if found.frame.type == CALAMITY else found.frame.type
    parts = [f"'{tree.lows[found.trigger]}' as {kind}", found.parties.because]
    parts.append(f"{found.reading.status}: {found.reading.because}")
    if when.time is not None:
        parts.append(f"dated by '{tree.text[when.time.start : when.time.end]}': {when.time.because}")
    return "; ".join(parts)
