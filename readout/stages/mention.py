"""mention: Document, Block, Sentence → Mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from readout.errors import SpanError
from readout.ids import make_id
from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.records import Block, Document, Mention, Sentence
from readout.stage import stage
from readout.tables import Table
from readout.text.names_atlas import Page
from readout.text.names_pages import Prose, read_page
from readout.text.names_tokens import ParsedWord


class Parser(Protocol):
    """Gives the words of each sentence, tagged."""

    def parse(self, texts: Sequence[str]) -> Sequence[Sequence[ParsedWord]]: ...


@stage(version=1)
def mention(
    documents: Table[Document], blocks: Table[Block], sentences: Table[Sentence], *, parser: Parser | None = None
) -> Table[Mention]:
    """Find the words that name someone or something: names, titles and descriptions, adjectives, seats, he and she.

    Makes: one Mention per name, per description of an office or body that means one in particular, per adjective of a
    country, per personal pronoun he or she; names of ships and the like are none. `entity_id` is left to `resolve`.
    Units: spans are code points of `Document.text`; titles of address stand outside the span of the name.
    Cost: linear in characters, the parser aside.
    Raises: SpanError if a sentence or dateline lies outside its document.
    Does not: need a parser: without one it goes by capitals and lists; read pages that are not analysed.
    Method: ours: runs of capitals parted from titles, clues around each, one vote a page; `lexicon/names`, `lexicon/places`.
    """
    of_document, datelines = sentences.by("doc_id"), blocks.by("doc_id")
    found = (
        m
        for d in documents
        if d.analysed
        for m in mentions(read(d, of_document.get(d.doc_id, ()), datelines.get(d.doc_id, ()), parser))
    )
    return Table.of(Mention, found)


def mentions(page: Page) -> Iterator[Mention]:
    """Write the names of a page as rows."""
    for n in page.named:
        yield Mention(make_id("men", page.doc_id, n.start, n.end), page.doc_id, n.start, n.end, n.form)


def read(document: Document, sentences: Sequence[Sentence], blocks: Sequence[Block], parser: Parser | None) -> Page:
    """Read one document: its sentences, and the datelines above them."""
    prose: list[Prose] = [(s.start, s.end, s.paragraph) for s in sentences]
    prose += [(b.start, b.end, -1) for b in blocks if b.role == "dateline"]
    for start, end, _ in prose:
        if not 0 <= start < end <= len(document.text):
            raise SpanError.outside(start, end, document.doc_id, len(document.text))
    prose.sort()
    parses = parser.parse([document.text[a:b] for a, b, _ in prose]) if parser else None
    return read_page(document.doc_id, document.text, prose, places(), name_words(), parses)
