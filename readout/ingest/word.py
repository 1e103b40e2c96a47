"""word: the text of a DOCX in reading order, headings, lists and tables told apart, or of each article of an export."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from readout.ingest import limits
from readout.ingest.assemble import Properties, layouts_of
from readout.ingest.captured import Captured
from readout.ingest.clipping_header import Block
from readout.ingest.problem import ReadProblem
from readout.ingest.unpack import bomb
from readout.records import Layout

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
NO_TEXT = ReadProblem("no_text", "the document holds no text", "leave it out, or look whether its text is an image")


def lay_out_word(captured: Captured) -> list[Layout]:
    """Read a DOCX. Raises: ReadProblem `malformed` for a broken file, `unsafe` for a bomb, `no_text` without text."""
    refuse_bomb(captured.content)
    document = opened(captured.content)
    try:
        layouts = layouts_of(captured, list(blocks_of(document)), properties_of(document))
    except word_errors() as error:
        raise malformed(error) from error
    if not layouts:
        raise NO_TEXT
    return layouts


def word_errors() -> tuple[type[Exception], ...]:
    """Name what python-docx and the libraries below it raise on broken files."""
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    here = (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError)
    return (*here, KeyError, ValueError, AttributeError, IndexError, TypeError)


def opened(content: bytes) -> Document:
    """Open a DOCX."""
    import docx

    try:
        return docx.Document(io.BytesIO(content))
    except word_errors() as error:
        raise malformed(error) from error


def malformed(error: Exception) -> ReadProblem:
    """Describe a DOCX that cannot be read."""
    cause = f"the DOCX cannot be read ({type(error).__name__}: {str(error)[:200]})"
    return ReadProblem("malformed", cause, "open it in a word processor and save it anew")


def refuse_bomb(content: bytes) -> None:
    """Raise ReadProblem where the parts of the file unpack to suspiciously much."""
    try:
        size = sum(info.file_size for info in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise malformed(error) from error
    if size > limits.ARTICLE or (size > limits.RATIO_FLOOR and size > limits.RATIO * len(content)):
        raise bomb(len(content), size)


def blocks_of(document: Document) -> Iterator[Block]:
    """Give paragraphs and table cells in reading order."""
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from cells_of(item)
        else:
            yield paragraph_block(item)


def cells_of(table: Table) -> Iterator[Block]:
    """Give the cells of a table row by row; merged cells once."""
    seen: set[Any] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield Block(UNSEEN.sub("", cell.text).strip(), "td")


def paragraph_block(paragraph: Paragraph) -> Block:
    """Give a paragraph with the tag its style stands for."""
    hint = hint_of(paragraph)
    return Block(UNSEEN.sub("", paragraph.text).strip(), hint, hint in ("h1", "h2"))


def hint_of(paragraph: Paragraph) -> str:
    """Tell headings and lists by style, lists also by their numbering."""
    style = (paragraph.style.name or "" if paragraph.style is not None else "").lower()
    level = re.fullmatch(r"heading (\d)", style)
    if style == "title" or level:
        return f"h{level.group(1)}" if level else "h1"
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    if numbered or style.startswith("list"):
        return "li"
    return {
        "caption": "figcaption",
        "quote": "blockquote",
        "intense quote": "blockquote",
        "subtitle": "deck",
    }.get(style, "p")


def properties_of(document: Document) -> Properties:
    """Take title, author and dates from the core properties."""
    core = document.core_properties
    dates = [moment.isoformat() for moment in (core.created, core.modified) if moment is not None]
    return Properties(core.title.strip() or None, core.author.strip() or None, tuple(dict.fromkeys(dates)))
