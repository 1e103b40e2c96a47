"""Write what was found as rows."""

from __future__ import annotations

from dataclasses import dataclass

from readout.ids import make_id
from readout.records import Document, Event, Participant, Sentence
from readout.text.event_actors import COUNTING, ActorWords
from readout.text.event_coding import quad_of
from readout.text.event_reading import EventWords, Found
from readout.text.event_tree import Tree


@dataclass(frozen=True, slots=True)
class Told:
    """Where an event is told: the page, the sentence, whether that is news of the day, inside whose words."""

    document: Document
    sentence: Sentence
    lead: bool
    attributed_to: str | None


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


def event_row(tree: Tree, found: Found, told: Told, known: EventWords) -> Event:
    """Write one event."""
    word = tree.words[found.trigger]
    doc = told.document
    dated = doc.published[:10] if doc.published and told.lead and found.reading.status == "happened" else None
    reading = found.reading
    return Event(
        event_id=make_id("evt", doc.doc_id, word.start, word.end, found.frame.type),
        doc_id=doc.doc_id,
        start=word.start,
        end=word.end,
        sentence_id=told.sentence.sentence_id,
        type=found.frame.type,
        coded_type=found.coded,
        mode=found.frame.mode,
        quad=quad_of(found.coded),
        actors=tuple(participant(tree, h, known.actors) for h in found.parties.actors),
        recipients=tuple(participant(tree, h, known.actors) for h in found.parties.recipients),
        date_start=dated,
        date_end=dated,
        date_precision="day" if dated else "unknown",
        date_basis="publication" if dated else None,
        place=None,
        status=reading.status,
        negated=reading.negated,
        attributes=(),
        contexts=(),
        attributed_to=told.attributed_to,
        because=f"'{tree.lows[found.trigger]}' as {found.frame.type}; {found.parties.because}; "
        f"{reading.status}: {reading.because}",
    )
