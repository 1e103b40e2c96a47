"""mention: Document, Block, Sentence, Parse → Mention."""

from __future__ import annotations

from collections.abc import Iterator

from readout.ids import make_id
from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.records import Block, Document, Mention, Parse, Sentence
from readout.stage import stage
from readout.tables import Table
from readout.text.names_atlas import Page
from readout.text.names_pages import pages_of


@stage(version=19)
def mention(
    documents: Table[Document], blocks: Table[Block], sentences: Table[Sentence], parses: Table[Parse]
) -> Table[Mention]:
    """Find the words that name someone or something: names, titles and descriptions, adjectives, seats, he and she.

    Makes: one Mention per name, per description of an office or body that means one in particular, per adjective of a
    country, per personal pronoun he or she; names of ships and the like are none. `entity_id` is left to `resolve`.
    Units: spans are code points of `Document.text`; titles of address stand outside the span of the name.
    Cost: linear in characters.
    Raises: SpanError if a sentence or dateline lies outside its document.
    Does not: need a parse of every sentence: without one it goes by capitals and lists; read pages not analysed.
    Method: ours: runs of capitals parted from titles, clues around each, one vote a page; `lexicon/names`,
        `lexicon/places`.
    """
    grouped = sentences.by("doc_id"), blocks.by("doc_id"), parses.by("doc_id")
    pages = pages_of(documents, *grouped, places(), name_words())
    return Table.of(Mention, (m for page in pages for m in mentions(page)))


def mentions(page: Page) -> Iterator[Mention]:
    """Write the names of a page as rows."""
    for n in page.named:
        yield Mention(make_id("men", page.doc_id, n.start, n.end), page.doc_id, n.start, n.end, n.form)
