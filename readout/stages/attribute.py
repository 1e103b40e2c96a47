"""attribute: Document, Sentence, Parse → Attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeGuard

from readout.errors import SpanError
from readout.ids import make_id
from readout.lexicon import reporting, speech
from readout.lexicon.names import name_words
from readout.records import Attribution, Document, Parse, Sentence
from readout.stage import stage
from readout.tables import Table
from readout.text.clause_trees import Tree
from readout.text.first_published import written_day
from readout.text.joined_sayings import Words, all_attributions
from readout.text.times import read_times
from readout.text.unit_reading import Said
from readout.text.units import Span


@stage(version=32)
def attribute(documents: Table[Document], sentences: Table[Sentence], parses: Table[Parse]) -> Table[Attribution]:
    """Find who said what in each document, with and without quotation marks, and by what words the page says so.

    Makes: one Attribution for each act of saying, also where the words are not quoted (`indirect`), and one of kind
        `term` for each name or word set apart by marks; every stretch in quotation marks lies in the content of
        just one that is not `indirect`.
        What may, will or did not get said is none; nor is what people thought or want, while the view that somebody in
        particular holds now ("she believes that") is told as theirs. `named` holds the words before that say who "it",
        "the company" or "its spokesman" is.
    Units: spans are code points of `Document.text`; content keeps its quotation marks.
    Cost: linear in characters.
    Raises: SpanError if a sentence lies outside its document.
    Does not: resolve a speaker to an entity (see `involve`); read pages that are not analysed. Sentences without a parse
        are read by marks and cues alone: only quoted words are found in them.
    Method: ours: a grammar of quotation marks, predicates of saying over Universal Dependencies
        (`lexicon/speech_verbs.toml`, `lexicon/reporting.toml`).
    """
    of_document, parsed = sentences.by("doc_id"), parses.by("doc_id")
    known = Words(speech(), reporting(), name_words().gender_of)
    analysed = (d for d in documents if d.analysed)
    found = (a for d in analysed for a in read(d, of_document.get(d.doc_id, ()), parsed.get(d.doc_id, ()), known))
    return Table.of(Attribution, found)


def read(
    document: Document, sentences: Iterable[Sentence], parses: Iterable[Parse], known: Words
) -> Iterator[Attribution]:
    """Read one document."""
    trees = {p.start: Tree(document.text, p.words) for p in parses if p.words}
    for said in all_attributions(document.text, by_paragraph(document, sentences), trees, known):
        yield written(document, said)


def by_paragraph(document: Document, sentences: Iterable[Sentence]) -> list[list[Span]]:
    """Group sentence spans by paragraph, in text order."""
    grouped: dict[int, list[Span]] = {}
    for s in sorted(sentences, key=lambda s: s.start):
        if not 0 <= s.start < s.end <= len(document.text):
            raise SpanError.outside(s.start, s.end, document.doc_id, len(document.text))
        grouped.setdefault(s.paragraph, []).append((s.start, s.end))
    return list(grouped.values())


def written(document: Document, said: Said) -> Attribution:
    """Write one attribution as a row."""
    when = said.occasion
    return Attribution(
        attribution_id=make_id("att", document.doc_id, *(edge for span in said.content for edge in span)),
        doc_id=document.doc_id,
        kind=said.kind,
        content=said.content,
        cue=listed(said.cue),
        source=listed(said.source),
        speaker_name=said.name,
        named=said.named,
        act=said.act,
        addressee=listed(when.addressee),
        score=said.score if said.source else None,
        medium=words(document, when.medium),
        venue=words(document, when.venue),
        date=day(document, when.time),
        because=said.because,
    )


def listed(span: Span | None) -> tuple[Span, ...]:
    """Give a span as a list of spans."""
    return (span,) if span else ()


def words(document: Document, span: Span | None) -> str | None:
    """Give the words of a span, white space folded."""
    return " ".join(document.text[slice(*span)].split()) if span else None


def day(document: Document, span: Span | None) -> str | None:
    """Give the day that words of time beside the cue name, counted back from the day of publication; else null."""
    if span is None:
        return None
    written = written_day(document.published, document.credited_because)
    anchor = date.fromisoformat(written[:10]) if full_date(written) else None
    found = read_times(document.text[slice(*span)], anchor, tense=lambda _: False)
    days = {t.date_start for t in found if t.precision == "day" and t.date_start == t.date_end}
    return days.pop() if len(found) == 1 and len(days) == 1 else None


def full_date(published: str | None) -> TypeGuard[str]:
    """A publication date that tells the day."""
    return published is not None and DAY.match(published) is not None


DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
