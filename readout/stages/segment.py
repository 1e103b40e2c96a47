"""segment: Document, Block → Sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.errors import SpanError
from readout.ids import make_id
from readout.lexicon import abbreviations
from readout.records import Block, Document, Sentence
from readout.stage import stage
from readout.tables import Table
from readout.text.sentences import Abbreviations, Span, paragraphs, sentences

# Roles whose words are sentences; a byline, dateline, credit or menu line is one thing and stays a block.
PROSE = frozenset(("title", "kicker", "deck", "heading", "body", "caption", "note"))


@stage(version=2)
def segment(documents: Table[Document], blocks: Table[Block]) -> Table[Sentence]:
    """Cut the prose of each document into paragraphs and sentences, quotations and abbreviations understood.

    Makes: one Sentence per sentence, in text order; with the blocks of other roles they cover all non-space text.
    Units: offsets are code points of `Document.text`.
    Cost: linear in characters.
    Raises: SpanError if a block lies outside its document.
    Does not: judge whether a sentence is boilerplate; see `clean`.
    Method: ours; abbreviations in `lexicon/abbreviations.toml`.
    """
    of_document = blocks.by("doc_id")
    known = abbreviations()
    return Table.of(Sentence, (s for d in documents for s in cut(d, of_document.get(d.doc_id, ()), known)))


def cut(document: Document, blocks: Iterable[Block], known: Abbreviations) -> Iterator[Sentence]:
    """Cut one document, numbering its paragraphs."""
    for number, (start, end) in enumerate(prose(document, blocks)):
        for first, last in sentences(document.text, start, end, known):
            yield Sentence(make_id("sen", document.doc_id, first, last), document.doc_id, first, last, number)


def prose(document: Document, blocks: Iterable[Block]) -> Iterator[Span]:
    """Give the paragraphs of the blocks that hold prose, in text order."""
    for block in sorted(blocks, key=lambda b: b.start):
        if not 0 <= block.start <= block.end <= len(document.text):
            raise SpanError.outside(block.start, block.end, document.doc_id, len(document.text))
        if block.role in PROSE:
            for start, end in paragraphs(document.text[block.start : block.end]):
                yield block.start + start, block.start + end
