"""pdf: the text of a PDF, paragraph by paragraph, or of each article of an export; nothing in it is run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readout.ingest.assemble import Properties, layouts_of
from readout.ingest.captured import Captured
from readout.ingest.pdf_lines import Line, merged
from readout.ingest.pdf_paragraphs import blocks_of
from readout.ingest.problem import ReadProblem
from readout.records import Layout

NO_TEXT = ReadProblem(
    "no_text", "its pages are images without text", "run text recognition (OCR) over it and read the result"
)
ENCRYPTED = ReadProblem("encrypted", "it is protected by a password", "save it without one")


def lay_out_pdf(captured: Captured) -> list[Layout]:
    """Read a PDF.

    Raises: ReadProblem `encrypted`, `malformed` for a broken file, `no_text` for scanned pages.
    Does not: reorder columns; lines come in the order in which the file draws them.
    """
    pages, height, properties = read_pages(captured.content)
    if not any(pages):
        raise NO_TEXT
    return layouts_of(captured, blocks_of(pages, height), properties)


def read_pages(content: bytes) -> tuple[list[list[Line]], float, Properties]:
    """Read the lines of all pages, the height of the tallest, and what the file says of itself."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as document:
            pages = [page_lines(document, number) for number in range(len(document))]
            height = max((document.get_page_size(number)[1] for number in range(len(document))), default=0.0)
            return pages, height, properties_of(document.get_metadata_dict())
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ENCRYPTED from error
        cause = "the PDF cannot be read, its data is damaged or ends too early"
        raise ReadProblem("malformed", cause, "open it in a viewer and save it anew, or fetch it again") from error


def properties_of(fields: dict[str, str]) -> Properties:
    """Take title, author and dates; a title that only names the file it was printed from is none."""
    title = fields.get("Title", "").strip()
    printed = title.lower().startswith(("microsoft word", "untitled")) or title.lower().endswith(
        (".doc", ".docx", ".indd")
    )
    dates = tuple(dict.fromkeys(d for d in (fields.get("CreationDate"), fields.get("ModDate")) if d))
    return Properties(None if printed else title or None, fields.get("Author", "").strip() or None, dates)


def page_lines(document: Any, number: int) -> list[Line]:
    """Read the lines of one page in the order they are drawn."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        return merged(list(lines_of(text_page, page.get_height())))
    finally:
        text_page.close()
        page.close()


def lines_of(text_page: Any, height: float) -> Iterator[Line]:
    """Cut a page's characters into lines with their boxes."""
    from pypdfium2 import raw

    text, start = text_page.get_text_range(), 0
    for words in text.splitlines(keepends=True):
        bare = words.rstrip()
        lead = len(bare) - len(bare.lstrip())
        if bare.strip():
            ends = (start + lead, start + len(bare) - 1)
            first, last = (raw.FPDFText_GetCharIndexFromTextIndex(text_page, i) for i in ends)
            yield line_at(text_page, bare.strip(), max(first, 0), max(last, first, 0), height)
        start += len(words)


def line_at(text_page: Any, words: str, first: int, last: int, height: float) -> Line:
    """Measure a line by its first and last character; heights count down from the top of the page."""
    from pypdfium2 import raw

    left, bottom, _, _ = text_page.get_charbox(first, loose=True)
    _, _, right, top = text_page.get_charbox(last, loose=True)
    size = raw.FPDFText_GetFontSize(text_page, first)
    return Line(words, left, right, height - max(top, bottom), height - min(top, bottom), size)
