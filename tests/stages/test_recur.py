"""recur: what stands at the edge of several different pages of an outlet is its furniture; text never is."""

from __future__ import annotations

import random

from readout.records import Block, Document, Recurrence
from readout.stages.recur import recur
from readout.tables import Table

FOOT = "The Marn Herald is an independent newspaper and lives from your subscription"
BACKGROUND = "The two countries fought a war over the river in 1998, and the bridge was destroyed."


def page(
    number: int, blocks: list[tuple[str, str]], outlet: str | None = "The Marn Herald"
) -> tuple[Document, list[Block]]:
    doc_id, at, rows = f"doc:{number:016x}", 0, []
    for role, words in blocks:
        rows.append(Block(doc_id, at, at + len(words), role, "given"))  # type: ignore[arg-type]  # roles of the test
        at += len(words) + 2
    text = "\n\n".join(words for _, words in blocks)
    document = Document(
        doc_id, f"{number}.txt", None, "0" * 64, outlet, None, (), None, "none", (), "en", True, "given", None, None, text=text
    )  # fmt: skip
    return document, rows


def found(pages: list[tuple[Document, list[Block]]]) -> list[tuple[str, str]]:
    rows = run(pages)
    texts = {document.doc_id: document.text for document, _ in pages}
    return [(row.doc_id[-1], texts[row.doc_id][row.start : row.end]) for row in rows]


def run(pages: list[tuple[Document, list[Block]]]) -> Table[Recurrence]:
    documents = Table.of(Document, [document for document, _ in pages])
    return recur(documents, Table.of(Block, [block for _, blocks in pages for block in blocks]))


def story(n: int) -> list[tuple[str, str]]:
    return [
        ("title", f"Story {n}"),
        *(("body", f"Paragraph {k} of story {n} tells what was done on that day.") for k in range(4)),
    ]


def test_a_line_at_the_foot_of_three_pages_is_furniture() -> None:
    pages = [page(n, [*story(n), ("body", FOOT)]) for n in range(3)]
    assert found(pages) == [(str(n), FOOT) for n in range(3)]
    assert all(row.pages == 3 and "3 different pages" in row.because for row in run(pages))


def test_two_pages_are_too_few() -> None:
    assert found([page(n, [*story(n), ("body", FOOT)]) for n in range(2)]) == []


def test_copies_of_one_page_count_once() -> None:
    assert found([page(n, [*story(1), ("body", FOOT)]) for n in range(5)]) == []


def test_states_of_one_page_count_once() -> None:
    pages = [page(n, [*story(1), ("body", f"Update number {n} of the evening."), ("body", FOOT)]) for n in range(5)]
    assert found(pages) == []


def test_background_between_paragraphs_stays_body() -> None:
    pages = [page(n, [*story(n)[:3], ("body", BACKGROUND), *story(n)[3:]]) for n in range(4)]
    assert found(pages) == []


def test_background_at_the_end_stays_body() -> None:
    assert found([page(n, [*story(n), ("body", BACKGROUND)]) for n in range(4)]) == []


def test_a_line_under_a_paragraph_of_its_own_is_not_reached() -> None:
    pages = [
        page(n, [*story(n), ("body", FOOT), ("body", f"Last words of story {n} come after it.")]) for n in range(3)
    ]
    assert found(pages) == []


def test_pages_of_different_outlets_do_not_add_up() -> None:
    assert found([page(n, [*story(n), ("body", FOOT)], f"Outlet {n}") for n in range(4)]) == []
    assert found([page(n, [*story(n), ("body", FOOT)], None) for n in range(4)]) == []


def test_quoted_speech_is_never_furniture() -> None:
    said = "“We will follow our course,” she said"
    assert found([page(n, [*story(n), ("body", said)]) for n in range(4)]) == []


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [page(n, [*story(n % 4), ("body", FOOT)]) for n in range(8)]
    shuffled = pages[:]
    random.Random(1).shuffle(shuffled)
    assert run(pages) == run(shuffled)
