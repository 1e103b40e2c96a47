"""attribute: Document, Sentence → Attribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.errors import SpanError
from readout.ids import make_id
from readout.lexicon import speech
from readout.records import Attribution, Document, Sentence
from readout.stage import stage
from readout.tables import Table
from readout.text.attributions import attributions
from readout.text.cues import SpeechWords
from readout.text.unit_reading import Said
from readout.text.units import Span


@stage(version=1)
def attribute(documents: Table[Document], sentences: Table[Sentence]) -> Table[Attribution]:
    """Find who said the quoted words of each document, in which words, and by what words the page says so.

    Makes: one Attribution for each act of saying that is quoted in full or in part, and one of kind `term` for each
    name or word set apart by marks; every stretch in quotation marks lies in the content of one.
    Units: spans are code points of `Document.text`; content keeps its quotation marks.
    Cost: linear in characters.
    Raises: SpanError if a sentence lies outside its document.
    Does not: find speech without quotation marks; resolve a speaker to an entity; read pages that are not analysed.
    Method: ours: a grammar of quotation marks; cues and sources by the words around (`lexicon/speech_verbs.toml`).
    """
    of_document = sentences.by("doc_id")
    known = speech()
    found = (a for d in documents if d.analysed for a in read(d, of_document.get(d.doc_id, ()), known))
    return Table.of(Attribution, found)


def read(document: Document, sentences: Iterable[Sentence], known: SpeechWords) -> Iterator[Attribution]:
    """Read one document."""
    for said in attributions(document.text, by_paragraph(document, sentences), known):
        yield written(document.doc_id, said)


def by_paragraph(document: Document, sentences: Iterable[Sentence]) -> list[list[Span]]:
    """Group sentence spans by paragraph, in text order."""
    grouped: dict[int, list[Span]] = {}
    for s in sorted(sentences, key=lambda s: s.start):
        if not 0 <= s.start < s.end <= len(document.text):
            raise SpanError.outside(s.start, s.end, document.doc_id, len(document.text))
        grouped.setdefault(s.paragraph, []).append((s.start, s.end))
    return list(grouped.values())


def written(doc_id: str, said: Said) -> Attribution:
    """Write one attribution as a row."""
    return Attribution(
        attribution_id=make_id("att", doc_id, *(edge for span in said.content for edge in span)),
        doc_id=doc_id,
        kind=said.kind,
        content=said.content,
        cue=(said.cue,) if said.cue else (),
        source=(said.source,) if said.source else (),
        speaker_name=said.name,
        because=f"{said.because} (act: {said.act})" if said.act else said.because,
    )
