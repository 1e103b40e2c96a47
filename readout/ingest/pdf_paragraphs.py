"""pdf_paragraphs: lines of pages to paragraphs and headings, line breaks and hyphens at line ends undone."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from readout.ingest.clipping_header import LABEL, WORDS, Block, is_date
from readout.ingest.clippings import END_MARK
from readout.ingest.pdf_lines import Line, with_columns, without_running

LOOSE = 1.4
"""Line pitch, in usual pitches of the page, above which a gap parts paragraphs. Ours; blank lines give about 2."""
INDENT = 0.8
"""Indent, in font sizes, that opens a paragraph."""
FULL = 0.65
"""Share of the column a line must fill for its paragraph to go on; ragged lines fill more than 0.8."""
BIGGER = 1.15
"""Font size of a heading in sizes of the body."""
BULLET = re.compile(r"[•◦▪‣●*–-]\s+\S")
LAST_WORD = re.compile(r"\w+$")
HYPHENS = ("-", "\u00ad", "\u2010")
LONGEST_WORD = 60  # characters looked back at; no word is longer
MARKED_HYPHEN = re.compile("[\ufffe\x02]")
HYPHENATED = frozenset(("well", "self", "half", "vice"))
"""First halves that English seldom joins without a hyphen."""
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\ufffe\uffff]")


def blocks_of(pages: list[list[Line]], height: float) -> list[Block]:
    """Join lines into blocks; a paragraph may run over the end of a page."""
    pages = without_running([with_columns(page) for page in pages], height)
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    body = median(line.size for line in lines)
    words = {w.lower() for line in lines for w in re.findall(r"\w+(?:-\w+)*", line.text)}
    tops = {page[0] for page in pages if page}
    return [block for group in grouped(pages) if (block := block_of(group, body, words, group[0] in tops)).text]


def block_of(group: list[Line], body: float, words: set[str], on_top: bool) -> Block:
    """Make the block of a group of lines; one that opens a page, or a heading, may open an article."""
    hint = hint_of(group, body)
    return Block(joined(group, words), hint, on_top or hint in ("h1", "h2"))


def grouped(pages: list[list[Line]]) -> list[list[Line]]:
    """Part all lines into paragraphs."""
    groups: list[list[Line]] = []
    for page in pages:
        pitch = usual_pitch(page)
        for i, line in enumerate(page):
            above = groups[-1][-1] if groups else None
            gap = i > 0 and above is not None and line.top - above.top > LOOSE * pitch
            if above is None or gap or parts(above, line):
                groups.append([line])
            else:
                groups[-1].append(line)
    return groups


def usual_pitch(page: list[Line]) -> float:
    """Give the pitch of lines within a paragraph: one of the smallest, since gaps can only widen it."""
    steps = (below.top - above.top for above, below in pairwise(page) if below.top - above.top > 0.8 * below.size)
    pitches = sorted(steps)
    return pitches[len(pitches) // 10] if pitches else 12.0


def parts(above: Line, line: Line) -> bool:
    """Tell whether a line opens a paragraph, by size, indent, a short line above, or by what it says."""
    resized = abs(above.size - line.size) > 0.1 * max(above.size, line.size, 1)
    indented = INDENT * line.size < line.left - above.left < 5 * line.size
    says = any(alone(words) for words in (above.text, line.text)) or bool(BULLET.match(line.text))
    return resized or indented or above.filled < FULL or says


def alone(words: str) -> bool:
    """Tell lines that stand by themselves in archive exports."""
    block = Block(words, None)
    label = LABEL.fullmatch(words)
    known = label is not None and len(label.group(1)) < 20 and label.group(1)[0].isupper() and words.count(" ") < 12
    return known or bool(END_MARK.fullmatch(words) or WORDS.fullmatch(words)) or is_date(block)


def joined(group: list[Line], words: set[str]) -> str:
    """Join the lines of a paragraph, undoing hyphens at line ends, also those that PDFium has marked already."""
    text = ""
    for line in group:
        head, *halves = MARKED_HYPHEN.split(line.text)
        text = glued(text, head, words) if text else head
        for half in halves:
            text = glued(text + "-", half, words)
    return UNSEEN.sub("", text).strip()


def glued(text: str, line: str, words: set[str]) -> str:
    """Put a line behind a text: with a space, or as the second half of a word."""
    first = LAST_WORD.search(text[-LONGEST_WORD - 1 : -1]) if text.endswith(HYPHENS) else None
    second = re.match(r"\w+", line)
    if first is None or second is None:
        return f"{text} {line}"
    hyphen = "-" if keeps_hyphen(first.group().lower(), second.group(), words) else ""
    return text[:-1] + hyphen + line


def keeps_hyphen(first: str, second: str, words: set[str]) -> bool:
    """Tell a hyphen of the word from one of the line: by a name or number behind it, else by how the document writes
    the word elsewhere, else by its first half."""
    if not second[0].islower():
        return True
    if first + second in words:
        return False
    return f"{first}-{second}" in words or first in HYPHENATED


def hint_of(group: list[Line], body: float) -> str:
    """Tell headings by size, list items by their bullet."""
    if group[0].size > 1.5 * body:
        return "h1"
    if group[0].size > BIGGER * body:
        return "h2"
    return "li" if BULLET.match(group[0].text) else "p"
