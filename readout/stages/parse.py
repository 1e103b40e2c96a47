"""parse: Document, Block, Sentence → Parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.errors import SpanError
from readout.ports import Parser
from readout.records import Block, Document, Parse, Sentence, Word
from readout.stage import stage
from readout.tables import Table

Span = tuple[int, int]


@stage(version=1)
def parse(
    documents: Table[Document], blocks: Table[Block], sentences: Table[Sentence], *, parser: Parser | None = None
) -> Table[Parse]:
    """Read the words, tags, lemmas, dependencies and names of each sentence and dateline of the analysed documents.

    Makes: one Parse per sentence and per dateline; none where no parser is given.
    Units: spans are code points of `Document.text`; heads count words of the sentence.
    Cost: one pass of the network per distinct sentence of a worker; copies share it.
    Raises: SpanError if a sentence or dateline lies outside its document.
    Does not: read pages in languages that are not covered.
    Method: the parser's (`readout.models.english`).
    """
    if parser is None:
        return Table.of(Parse, ())
    of_document, layout = sentences.by("doc_id"), blocks.by("doc_id")
    read = [d for d in documents if d.analysed]
    made = (parsed(d, spans(d, of_document.get(d.doc_id, ()), layout.get(d.doc_id, ())), parser) for d in read)
    return Table.of(Parse, (row for rows in made for row in rows))


def spans(document: Document, sentences: Iterable[Sentence], blocks: Iterable[Block]) -> list[Span]:
    """List what is parsed of a document: its sentences and datelines."""
    found = sorted(
        [*((s.start, s.end) for s in sentences), *((b.start, b.end) for b in blocks if b.role == "dateline")]
    )
    for start, end in found:
        if not 0 <= start < end <= len(document.text):
            raise SpanError.outside(start, end, document.doc_id, len(document.text))
    return found


def parsed(document: Document, found: list[Span], parser: Parser) -> Iterator[Parse]:
    """Parse the stretches of one document."""
    texts = [document.text[start:end] for start, end in found]
    for (start, end), words in zip(found, parser.parse(texts), strict=True):
        placed = (Word(start + w.start, start + w.end, w.upos, w.lemma, w.head, w.deprel, w.ner) for w in words)
        yield Parse(document.doc_id, start, end, tuple(placed))
