"""segment covers the prose blocks, numbers paragraphs, and refuses spans outside the text."""

from __future__ import annotations

import pytest

from readout.errors import SpanError
from readout.ids import sha256
from readout.records import Block, BlockRole, Document, Sentence
from readout.stages.segment import segment
from readout.tables import Table


def page(text: str, *blocks: tuple[int, int, BlockRole]) -> tuple[Table[Document], Table[Block]]:
    document = Document(
        "doc:1", "a.txt", None, sha256(text.encode()), None, None, (), None, "none", (),
        "en", True, "English", None, None,
        text=text,
    )  # fmt: skip
    rows = [Block("doc:1", start, end, role, "test") for start, end, role in blocks]
    return Table.of(Document, [document]), Table.of(Block, rows)


def cut(text: str, *blocks: tuple[int, int, BlockRole]) -> list[tuple[str, int]]:
    return [(text[s.start : s.end], s.paragraph) for s in sorted(segment(*page(text, *blocks)), key=lambda s: s.start)]


def test_sentences_of_prose_blocks_in_order_with_paragraph_numbers() -> None:
    text = "Talks open\n\nBy Ann Poe\n\nThey met. They spoke.\nThey left."
    made = cut(text, (0, 10, "title"), (12, 22, "byline"), (24, 56, "body"))
    assert made == [("Talks open", 0), ("They met.", 1), ("They spoke.", 1), ("They left.", 2)]


def test_boilerplate_gives_no_sentences() -> None:
    assert cut("Subscribe now. It is cheap.", (0, 27, "boilerplate")) == []


def test_a_block_outside_its_document_is_refused() -> None:
    with pytest.raises(SpanError, match="R012"):
        segment(*page("short", (0, 99, "body")))


def test_nothing_in_nothing_out() -> None:
    assert segment(Table.of(Document, []), Table.of(Block, [])) == Table.of(Sentence, [])
