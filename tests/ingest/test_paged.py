"""lay_out: PDF and DOCX, archive exports among them."""

from __future__ import annotations

import io
from collections.abc import Iterable

import docx
import pytest

from readout.ingest.clipping_header import Block
from readout.ingest.clippings import Clipping, clippings_of
from readout.ingest.lay_out import lay_out
from readout.ingest.pdf_paragraphs import keeps_hyphen
from readout.ingest.sniff import DOCX
from readout.records import Layout

from .samples import DrawnLine, captured, flowing, pdf

BODY = (
    "The envoys of both states met on the lake for the third time this year, and left after two hours without a word "
    "to the reporters who waited at the pier.",
    "Neither side would say when they meet again. A spokesman called the mood good.",
)
FIRST = (
    "The envoys spoke of the harbour and of little else, said two people who were in the room for most of the long eve-"
)


def read_pdf(pages: list[Iterable[DrawnLine]], info: str = "") -> list[Layout]:
    layouts, dropped = lay_out(captured(pdf(pages, info), "application/pdf", "f.pdf"))
    assert not dropped
    return layouts


def parts(layout: Layout) -> list[tuple[str | None, str]]:
    return [(part.hint, layout.text[part.start : part.end]) for part in layout.parts]


def test_paragraphs_are_rejoined_and_the_parts_are_the_text() -> None:
    (layout,) = read_pdf([[(60, 60, 20, "Envoys meet"), *flowing(BODY, 110)]])
    assert layout.text == "\n\n".join(("Envoys meet", *BODY))
    assert parts(layout) == [("h1", "Envoys meet"), ("p", BODY[0]), ("p", BODY[1])]
    assert layout.title == "Envoys meet"


def test_a_paragraph_goes_on_over_the_page_and_a_hyphen_is_undone() -> None:
    lines = flowing([FIRST], 100, width=200)
    (layout,) = read_pdf([lines, flowing(["ning, which the hosts denied. They gave no reason."], 90)])
    assert layout.text == FIRST[:-1] + "ning, which the hosts denied. They gave no reason."


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [
        [(60, 40, 9, "Lake Courier"), (480, 40, 9, f"Page {n}"),
         *flowing([f"This is the text of page {n} alone."], 100), (290, 815, 9, str(n))]
        for n in range(1, 4)
    ]  # fmt: skip
    (layout,) = read_pdf(pages)
    assert layout.text.split("\n\n") == [f"This is the text of page {n} alone." for n in range(1, 4)]


def test_properties_give_author_and_dates_with_their_origin() -> None:
    info = "/Title (A statement) /Author (Ann Bee) /CreationDate (D:20210503101112Z)"
    (layout,) = read_pdf([flowing(BODY)], info)
    assert (layout.title, layout.bylines) == ("A statement", ("Ann Bee",))
    assert [(d.value, d.origin) for d in layout.date_candidates] == [("2021-05-03T10:11:12+00:00", "file")]


@pytest.mark.parametrize(
    ("first", "second", "known", "kept"),
    [
        ("eve", "ning", set(), False), ("well", "known", set(), True), ("anti", "Western", set(), True),
        ("co", "operation", {"co-operation"}, True), ("co", "operation", {"cooperation"}, False),
        ("mid", "2021", set(), True),
    ],
)  # fmt: skip
def test_a_hyphen_at_a_line_end_is_judged(first: str, second: str, known: set[str], kept: bool) -> None:
    assert keeps_hyphen(first, second, known) is kept


def test_a_scanned_pdf_is_said_to_hold_no_text() -> None:
    layouts, (row,) = lay_out(captured(pdf([[], []]), "application/pdf", "scan.pdf"))
    assert not layouts and row.reason == "no_text" and "OCR" in row.because


def stacked(lines: Iterable[str], top: float = 90) -> list[DrawnLine]:
    return [(60, top + 16 * i, 11, words) for i, words in enumerate(lines)]


def today(title: str) -> list[str]:
    return [title, "The Lake Courier", "May 3, 2021 Monday", "Copyright 2021 Lake Press All Rights Reserved",
            "Section: FOREIGN; Pg. 4", "Length: 512 words", "Byline: By Ann Bee", "Body"]  # fmt: skip


def test_an_export_in_pdf_is_cut_into_its_articles() -> None:
    def page(title: str) -> list[DrawnLine]:
        tail = stacked(["Load-Date: May 4, 2021", "End of Document"], 420)
        return [*stacked(today(title)), *flowing(BODY, 230), *tail]

    cover = stacked(["Date and Time: Tuesday, May 4, 2021", "Documents (2)", "1. Envoys meet", "2. Harbour closed"])
    first, second = read_pdf([cover, page("Envoys meet"), page("Harbour closed")])
    assert (first.external_id, second.external_id) == ("f.pdf#1", "f.pdf#2")
    assert (first.title, second.title) == ("Envoys meet", "Harbour closed")
    assert (first.outlet, first.bylines) == ("The Lake Courier", ("Ann Bee",))
    assert [d.value for d in first.date_candidates] == ["2021-05-03", "2021-05-04"]
    assert parts(first) == [
        ("title", "Envoys meet"), ("byline", "By Ann Bee"), ("date", "May 3, 2021 Monday"),
        ("p", BODY[0]), ("p", BODY[1]),
    ]  # fmt: skip


def blocks(*texts: str) -> list[Block]:
    return [Block(text, "p") for text in texts]


def bodies(clip: Clipping) -> list[str]:
    return [block.text for block in clip.blocks if block.hint == "p"]


OLD = (
    "The Lake Courier (Port)", "May 3, 2021 Monday", "Envoys meet", "BYLINE: Ann Bee", "SECTION: FOREIGN; Pg. 4",
    "LENGTH: 512 words", "DATELINE: PORT", *BODY, "SUBJECT: LAKES (90%); HARBOURS (80%)", "LOAD-DATE: May 4, 2021",
)  # fmt: skip
FACTIVA = (
    "Envoys meet", "By Ann Bee", "512 words", "3 May 2021", "10:11", "The Lake Courier (Port)", "LAKEC", "English",
    "(c) 2021 Lake Press", *BODY,
)  # fmt: skip
PROQUEST = (
    "Envoys meet", "Author: Ann Bee", "Publication info: The Lake Courier (Port); Port. 3 May 2021",
    "Publication date: May 3, 2021", "Full text:", *BODY, "Subject: Lakes",
    "Publication title: The Lake Courier (Port)", "Document type: News",
)  # fmt: skip


@pytest.mark.parametrize(
    "export",
    [
        blocks("1 of 2 DOCUMENTS", *OLD, "2 of 2 DOCUMENTS", *OLD),
        blocks(*FACTIVA, "Document LAKEC00020210503eh5300001", *FACTIVA, "Document LAKEC00020210503eh5300002"),
        blocks("Document 1 of 2", *PROQUEST, "Document 2 of 2", *PROQUEST),
        blocks("____________________", *PROQUEST, "____________________", *PROQUEST),
        blocks(*today("Envoys meet")[:1], "The Lake Courier (Port)", *today("")[2:], *BODY, "Load-Date: May 4, 2021")
        * 2,
    ],
    ids=["old", "factiva", "proquest", "rules", "load dates"],
)
def test_each_kind_of_export_is_cut_and_its_header_read(export: list[Block]) -> None:
    clips = clippings_of(export)
    assert len(clips) == 2
    for clip in clips:
        assert (clip.title, clip.outlet, clip.bylines) == ("Envoys meet", "The Lake Courier (Port)", ("Ann Bee",))
        assert clip.dates[0].value == "2021-05-03"
        assert bodies(clip) == list(BODY)


@pytest.mark.parametrize(
    "plain",
    [
        blocks("A statement", "May 3, 2021", *BODY),
        blocks("1 of 2", *BODY, "2 of 2", *BODY),
        blocks(*BODY, "__________", *BODY),
        blocks(),
    ],
)
def test_a_plain_document_is_not_taken_for_an_export(plain: list[Block]) -> None:
    assert clippings_of(plain) == []


def test_a_subheading_in_the_body_does_not_end_the_article() -> None:
    clips = clippings_of(
        blocks(*FACTIVA, "People", "Subject: the lake", *BODY, "Document LAKEC00020210503eh5300001") * 2
    )
    assert [bodies(clip) for clip in clips] == [[*BODY, "People", "Subject: the lake", *BODY]] * 2


def word(build: docx.document.Document) -> list[Layout]:
    out = io.BytesIO()
    build.save(out)
    layouts, dropped = lay_out(captured(out.getvalue(), DOCX, "f.docx"))
    assert not dropped
    return layouts


def test_docx_headings_lists_and_tables_stand_in_order() -> None:
    document = docx.Document()
    document.add_heading("Joint statement", 0)
    document.add_paragraph(BODY[0])
    document.add_paragraph("first point", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    document.add_heading("Outlook", 1)
    document.core_properties.author = "Ann Bee"
    (layout,) = word(document)
    assert parts(layout) == [
        ("h1", "Joint statement"), ("p", BODY[0]), ("li", "first point"), ("td", "left"), ("td", "right"),
        ("h1", "Outlook"),
    ]  # fmt: skip
    assert (layout.title, layout.bylines) == ("Joint statement", ("Ann Bee",))
    assert layout.date_candidates[0].origin == "file"


def test_an_export_in_docx_is_cut_into_its_articles() -> None:
    document = docx.Document()
    document.add_paragraph("Documents (2)")
    for title in ("Envoys meet", "Harbour closed"):
        document.add_heading(title, 1)
        for words in (
            *today(title)[1:],
            *BODY,
            "Classification",
            "Language: ENGLISH",
            "Load-Date: May 4, 2021",
            "End of Document",
        ):
            document.add_paragraph(words)
    first, second = word(document)
    assert (first.title, second.title, first.declared_language) == (
        "Envoys meet",
        "Harbour closed",
        "ENGLISH",
    )
    assert [text for hint, text in parts(second) if hint == "p"] == list(BODY)
