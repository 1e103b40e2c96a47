"""pdf_lines: lines of a PDF page, and which of them are running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median

from readout.ingest.clippings import END_MARK, LOAD_DATE, OPEN_MARK

MARGIN = 0.1
"""Share of the page's height, above and below, in which running heads and feet stand; text seldom starts higher."""
SHARE = 0.5
"""Share of pages that must carry a line, figures aside, for it to be a running one."""
PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its box in points from the left and the top of the page; `filled` is its share of its column."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    filled: float = 1.0


def merged(lines: list[Line]) -> list[Line]:
    """Join pieces that stand side by side on one line."""
    joined: list[Line] = []
    for line in lines:
        if joined and abs(joined[-1].bottom - line.bottom) < 0.3 * max(line.size, 1) and line.left >= joined[-1].right:
            above = joined.pop()
            line = replace(above, text=f"{above.text} {line.text}", right=line.right)
        joined.append(line)
    return joined


def with_columns(lines: list[Line]) -> list[Line]:
    """Measure each line against the longest of those that begin at about the same left edge on its page."""
    return [replace(line, filled=(line.right - line.left) / max(width_beside(line, lines), 1.0)) for line in lines]


def width_beside(line: Line, lines: list[Line]) -> float:
    """Give the widest reach, from this line's left edge, of lines in its column."""
    return max(other.right - line.left for other in lines if abs(other.left - line.left) < 3 * max(line.size, 1.0))


def without_running(pages: list[list[Line]], height: float) -> list[list[Line]]:
    """Leave out what stands in the margins of half of the pages, figures aside, and page numbers there."""
    if len(pages) < 2:
        return pages
    counts = Counter(shape for page in pages for shape in {shape_of(line) for line in page if outer(line, height)})
    needed = max(2, SHARE * len(pages))
    body = median(line.size for page in pages for line in page)
    return [
        [line for line in page if not outer(line, height) or not running(line, counts, needed, body)] for page in pages
    ]


def outer(line: Line, height: float) -> bool:
    """Tell a line in the top or bottom margin that is no mark of an archive export."""
    in_margin = line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height
    return in_margin and not any(mark.fullmatch(line.text) for mark in (END_MARK, OPEN_MARK, LOAD_DATE))


def running(line: Line, counts: Counter[tuple[str, int]], needed: float, body: float) -> bool:
    """Tell a running head or foot, or a page number; neither is bigger than the text."""
    return line.size <= 1.05 * body and (
        counts[shape_of(line)] >= needed or PAGE_NUMBER.fullmatch(line.text) is not None
    )


def shape_of(line: Line) -> tuple[str, int]:
    """Give the words with each number as #, and the height at which they stand, to four points."""
    return re.sub(r"\d+", "#", line.text), round(line.top / 4)
