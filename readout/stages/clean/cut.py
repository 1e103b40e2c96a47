"""cut: a layout's text to lines: its parts where the format gives some, else paragraphs, else single lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from readout.records import Layout, Part
from readout.stages.clean.line import BULLET, SHELL, Line, ends_sentence, line_of
from readout.text.page_dates import find_day

ROW = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
GAP = re.compile(
    r"(?:\r\n|\r|\n|\v|\f|\x1c|\x1d|\x1e|\x85|\u2028|\u2029)[ \t\xa0]*(?:\r\n|\r|\n|\v|\f|\x85|\u2028|\u2029)"
)
NARROW, WIDE = 40, 110  # columns between which text is wrapped by hand or by mail programs
FULL_ROWS, RAGGED = 3, 15  # a wrapped text has at least so many lines that end within so many columns of its width
MOST_ROWS, LONGEST_ROW = 6, 16  # lines, and words of one, of a head that is one paragraph of Markdown; ours
Span = tuple[int, int]


def cut(layout: Layout) -> list[Line]:
    """Cut a layout into lines that cover all its non-space text. A paragraph of Markdown is bare text, as in plain text."""
    text = layout.text
    markdown = layout.media_type == "text/markdown"
    loose = (None,) if markdown else (None, "p", "byline", "date")
    width = 0 if layout.parts else wrap_width(text)
    spans = filled(layout.parts, len(text))
    lines = [
        line
        for start, end, hint in spans
        for line in within(
            text, start, end, hint, width if hint in loose or (markdown and is_head(text[start:end], hint)) else None
        )
    ]
    return [replace(line, hint=None) if markdown and line.hint == "p" else line for line in lines]


def is_head(words: str, hint: str | None) -> bool:
    """Tell a paragraph of Markdown that is several lines of a page's head, one under the other: outlet, writer, day, credit.
    Each is short and begins as a line does, none ends a sentence but in emphasis of its own."""
    rows = [row.strip() for row in words.splitlines() if row.strip()]
    if hint != "p" or not 1 < len(rows) <= MOST_ROWS:
        return False
    bare = [row.strip("*_ ") for row in rows]
    short = all(row and len(row.split()) <= LONGEST_ROW and (row[0].isupper() or row[0] in "(\"“‘'[") for row in bare)
    stopped = any(ends_sentence(row) and not SHELL.fullmatch(row) for row in rows)
    return short and not stopped and any(find_day(row) or row.casefold().startswith("by ") for row in bare)


def wrap_width(text: str) -> int:
    """Tell the width a text was wrapped to; 0 where some line is too long for that or few lines are full."""
    widths = [end - start for start, end in spans_of_rows(text, 0, len(text))]
    width = max(widths, default=0)
    full = [text[start:end] for start, end in spans_of_rows(text, 0, len(text)) if end - start >= width - RAGGED]
    stopped = sum(1 for row in full if ends_sentence(row))
    return width if NARROW <= width <= WIDE and len(full) >= FULL_ROWS and 2 * stopped <= len(full) else 0


def filled(parts: Sequence[Part], length: int) -> Iterator[tuple[int, int, str | None]]:
    """Give the parts and, without a hint, the text between them."""
    at = 0
    for part in sorted(parts, key=lambda p: (p.start, p.end)):
        start, end = max(at, part.start), min(part.end, length)
        if start > at:
            yield at, start, None
        if end > start:
            yield start, end, part.hint
            at = end
    if at < length:
        yield at, length, None


def within(text: str, start: int, end: int, hint: str | None, width: int | None) -> Iterator[Line]:
    """Keep a part whole, or cut one that may hold several lines into its paragraphs (`width` given)."""
    whole = width is None or len(text[start:end].splitlines()) < 2
    spans = trimmed(text, [(start, end)]) if whole else paragraphs(text, start, end, width or 0)
    return (line_of(*span, text, hint) for span in spans)


def paragraphs(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Cut bare text at blank lines, and at line ends unless the lines were wrapped to a width."""
    at = start
    for gap in [*GAP.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        yield from trimmed(text, unwrapped(text, list(trimmed(text, spans_of_rows(text, at, stop))), width))
        at = gap.end() if gap else end


def spans_of_rows(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the spans of the lines of a stretch."""
    return (found.span() for found in ROW.finditer(text, start, end))


def trimmed(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Take white space off the ends of spans; leave out empty ones."""
    for start, end in spans:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if first < last:
            yield first, last


def unwrapped(text: str, rows: list[Span], width: int) -> Iterator[Span]:
    """Join lines that were wrapped: those that the next line's first word would have made too wide."""
    block: Span | None = None
    last = (0, 0)
    for start, end in rows:
        if block and width and continues(text, last, (start, end), width):
            block, last = (block[0], end), (start, end)
            continue
        if block:
            yield block
        block = last = (start, end)
    if block:
        yield block


def continues(text: str, row: Span, following: Span, width: int) -> bool:
    """Tell whether a line goes on with the one above it: there was no room left for its first word."""
    first_word = len(text[following[0] : following[1]].split(None, 1)[0])
    return row[1] - row[0] + 1 + first_word > width and not BULLET.match(text[following[0] : following[1]])
