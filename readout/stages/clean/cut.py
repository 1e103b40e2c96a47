"""cut: a layout's text to lines: its parts where the format gives some, else paragraphs, else single lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from readout.records import Layout, Part
from readout.stages.clean.line import Line, line_of

ROW = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
GAP = re.compile(r"(?:\r\n|\r|\n|\v|\f|\x1c|\x1d|\x1e|\x85|\u2028|\u2029)[ \t\xa0]*(?:\r\n|\r|\n|\v|\f|\x85|\u2028|\u2029)")
NARROW, WIDE = 40, 110  # columns between which text is wrapped by hand or by mail programs
Span = tuple[int, int]


def cut(layout: Layout) -> list[Line]:
    """Cut a layout into lines that cover all its non-space text."""
    text = layout.text
    loose = (None,) if layout.media_type == "text/markdown" else (None, "p", "byline", "date")
    spans = filled(layout.parts, len(text))
    return [line for start, end, hint in spans for line in within(text, start, end, hint, hint in loose)]


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


def within(text: str, start: int, end: int, hint: str | None, loose: bool) -> Iterator[Line]:
    """Keep a part whole, or cut a loose one, which may hold several lines, into its paragraphs."""
    spans = paragraphs(text, start, end) if loose else trimmed(text, [(start, end)])
    return (line_of(*span, text, hint) for span in spans)


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut bare text at blank lines, and at line ends unless the lines were wrapped to a width."""
    at = start
    for gap in [*GAP.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        yield from trimmed(text, unwrapped(text, list(trimmed(text, spans_of_rows(text, at, stop)))))
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


def unwrapped(text: str, rows: list[Span]) -> Iterator[Span]:
    """Join lines that were wrapped: those that the next line's first word would have made too wide."""
    width = max((end - start for start, end in rows), default=0)
    joins = len(rows) > 1 and NARROW <= width <= WIDE
    block: Span | None = None
    for start, end in rows:
        if block and joins and continues(text, block, last, (start, end), width):
            block, last = (block[0], end), (start, end)
            continue
        if block:
            yield block
        block = last = (start, end)
    if block:
        yield block


def continues(text: str, block: Span, row: Span, following: Span, width: int) -> bool:
    """Tell whether a line goes on with the one above it, and not after a stop before a new paragraph's capital."""
    first_word = len(text[following[0] : following[1]].split(None, 1)[0])
    full = row[1] - row[0] + 1 + first_word > width
    begins_small = text[following[0]].islower()
    ended = text[row[0] : row[1]].rstrip("\"'”’)»").endswith((".", "!", "?"))
    return full and (begins_small or not ended or row[1] - row[0] + 1 + first_word > width + 3 or block != row)
