"""lay_out: the bytes of one capture to the text of its article or articles, with what the format says of them."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from readout.ingest import limits
from readout.ingest.captured import Captured
from readout.ingest.dates import not_after, read_date
from readout.ingest.decode import decode, refuse_binary
from readout.ingest.front_matter import front_matter
from readout.ingest.markdown import parts_of_markdown
from readout.ingest.problem import Place, ReadProblem, drop_at
from readout.ingest.row import Row, clean, read_row
from readout.ingest.sniff import DOCX
from readout.records import DateCandidate, Dropped, Layout, Part

NO_TEXT = ReadProblem(
    "no_text", "no article text was found in it", "look at it in a browser: it may be a menu or a script"
)
TOO_DEEP = "simplify the page, or save its text"
PAGE_ERRORS = (
    RecursionError,
    MemoryError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    AssertionError,
)
"""What the HTML libraries raise on broken pages; anything else is an error of ours and must be seen."""
WHOLE_PAGE = re.compile(r"<(?:!doctype|html|body)\b", re.I)


def lay_out(captured: Captured, *, extractor: str = "trafilatura") -> tuple[list[Layout], list[Dropped]]:
    """Decode a capture and give its article, or its articles where the file is an export of many.

    Makes: one Layout per article, or one Dropped with file, cause and remedy.
    Does not: change the text of plain text, Markdown and JSON rows in any character, or judge what a stretch is for.
    """
    capture = captured.capture
    place = Place(capture.location, capture.external_id, capture.location)
    try:
        layouts = by_media_type(captured, extractor)
        if not layouts:
            raise NO_TEXT
        return [bounded_in_time(of_bearable_length(layout)) for layout in layouts], []
    except ReadProblem as problem:
        return [], [drop_at(place, problem, capture.capture_sha256)]


def of_bearable_length(layout: Layout) -> Layout:
    """Give the layout back. Raises ReadProblem where its text is too long to be one article."""
    if len(layout.text) > limits.TEXT:
        what = f"its text has {len(layout.text):,} characters, more than the {limits.TEXT:,} of any article"
        raise ReadProblem("too_large", what, "split it into its articles, one file or JSON Lines row each")
    return layout


def by_media_type(captured: Captured, extractor: str) -> list[Layout]:
    """Hand the bytes to the reader of their format."""
    media_type = captured.capture.media_type
    if media_type in ("application/pdf", DOCX):
        return documents(captured, media_type)
    if media_type == "application/json":
        return row_layout(captured, extractor)
    found = decode(captured.content, captured.encoding, markup=media_type == "text/html")
    if not found.text.strip("\0\ufeff \t\r\n\f\v"):
        raise ReadProblem("empty", "it holds no text", "leave it out, or fetch it again")
    return [replace(layout, note=found.note) for layout in decoded(captured, found.text, extractor)]


def decoded(captured: Captured, text: str, extractor: str) -> list[Layout]:
    """Lay out what was text or markup before it was bytes."""
    media_type = captured.capture.media_type
    if media_type == "text/html":
        return page_layout(captured, text, extractor)
    return [markdown_layout(captured, text) if media_type == "text/markdown" else text_layout(captured, text)]


def documents(captured: Captured, media_type: str) -> list[Layout]:
    """Read PDF and DOCX; their libraries are loaded only here."""
    from readout.ingest.pdf import lay_out_pdf
    from readout.ingest.word import lay_out_word

    return lay_out_pdf(captured) if media_type == "application/pdf" else lay_out_word(captured)


def text_layout(captured: Captured, text: str, parts: tuple[Part, ...] = ()) -> Layout:
    """Take text as it is."""
    capture = captured.capture
    dates = (DateCandidate(read_date(captured.http_date), "http", captured.http_date),) if captured.http_date else ()
    return Layout(
        capture.external_id, capture.location, capture.capture_sha256, capture.captured_at, capture.media_type,
        captured.url, None, None, (), dates, None, clean(text) or "", parts,
    )  # fmt: skip


def markdown_layout(captured: Captured, text: str) -> Layout:
    """Take Markdown as it is, with what the fields above it say."""
    above = front_matter(text)
    if above is None:
        return text_layout(captured, text, parts_of_markdown(text))
    parts = [p for p in parts_of_markdown(text) if p.start >= above.part.end]
    layout = text_layout(captured, text, (above.part, *parts))
    return replace(
        layout, url=above.url or layout.url, outlet=above.outlet, title=above.title, bylines=above.bylines,
        date_candidates=(*above.dates, *layout.date_candidates), declared_language=above.language,
    )  # fmt: skip


def page_layout(captured: Captured, source: str, extractor: str) -> list[Layout]:
    """Read a page. Raises ReadProblem where the page breaks its reader."""
    from readout.ingest.html import lay_out_html

    try:
        layout = lay_out_html(captured, source, extractor)
    except PAGE_ERRORS as error:
        cause = f"the page cannot be read ({type(error).__name__}: {str(error)[:200]})"
        raise ReadProblem("failed", cause, TOO_DEEP) from error
    return [layout] if layout and layout.text.strip() else []


def row_layout(captured: Captured, extractor: str) -> list[Layout]:
    """Read a row: its text as it stands, or its html as a page; what the row gives goes before what the page says."""
    row = read_row(captured.content)
    if row.text is not None:
        refuse_binary(row.text)
        return [with_fields(text_layout(captured, row.text), row)]
    return [with_fields(layout, row) for layout in page_layout(captured, page_of(row), extractor)]


def page_of(row: Row) -> str:
    """Give the page of a row; a fragment gets the headline that the feed shows above it."""
    source = row.html or ""
    if row.feed is None or WHOLE_PAGE.search(source[:2000]):
        return source
    title = html.escape(row.title or "")
    heading = f"<h1>{title}</h1>" if title else ""
    return f"<html><head><title>{title}</title></head><body><article>{heading}{source}</article></body></html>"


def with_fields(layout: Layout, row: Row) -> Layout:
    """Lay the fields of a row over a layout."""
    return replace(
        layout, media_type="application/json", url=row.url or layout.url, outlet=row.outlet or layout.outlet,
        title=row.title or layout.title, bylines=row.bylines or layout.bylines,
        date_candidates=(*given_dates(row), *layout.date_candidates),
        declared_language=row.language or layout.declared_language,
    )  # fmt: skip


def given_dates(row: Row) -> tuple[DateCandidate, ...]:
    """List the dates of a row; unread ones keep their words."""
    raws = [raw for raw in (row.published, row.updated) if raw and raw.strip()]
    return tuple(DateCandidate(read_date(raw), "feed" if row.feed else "given", raw) for raw in raws)


def bounded_in_time(layout: Layout) -> Layout:
    """Leave out date candidates later than the capture."""
    return replace(layout, date_candidates=not_after(layout.date_candidates, layout.captured_at))
