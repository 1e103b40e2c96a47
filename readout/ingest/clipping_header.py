"""clipping_header: the lines above an article in an archive export, by their form, and what they say.

General knowledge of three layouts: headline, outlet, date, labels (LexisNexis today); outlet, date, headline, labels
(LexisNexis before); headline, byline, length, date, outlet, code, language (Factiva). ProQuest labels each field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from readout.ingest.dates import read_date


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell, with its HTML tag; `opens`: an article may begin here."""

    text: str
    hint: str | None
    opens: bool = False


WORDS = re.compile(r"(?:length\s*:\s*)?[\d,.]+\s+words", re.I)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,200}", re.I)
CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?", re.I)
CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
LANGUAGE = re.compile(r"english|german|french|spanish|russian|arabic|chinese|italian|portuguese|dutch", re.I)
BY = re.compile(r"(?:by|BY|By)\s+[A-Z][\w.'’-]*(?:[\s,;]+(?:[A-Z][\w.'’-]*|and|in|of|for|de|van|von|der|al))*")
BODY = re.compile(r"body|full text\s*:?|text\s*:", re.I)
LABEL = re.compile(r"([A-Za-z][A-Za-z -]{2,30}?)\s*:\s*(.*)", re.S)
PROSE_END = re.compile(r"[.!?][\"'”’)]?$")
FIELDS = {
    "length": "length", "byline": "byline", "author": "byline", "authors": "byline", "section": "section",
    "pages": "section", "dateline": "dateline", "highlight": "deck", "abstract": "deck", "title": "title",
    "headline": "title", "publication title": "outlet", "publication": "outlet", "source": "outlet",
    "publication info": "outlet", "publication date": "date", "date": "date", "language": "language",
    "load-date": "load", "load date": "load",
}  # fmt: skip
MEASURES = ("length", "section", "publication title", "publication info")
HEADER_LENGTH = 15
"""Blocks at most before the body; the longest headers, of ProQuest, have about a dozen. Ours."""
SHORT = 120
"""Characters a header line has at most; headlines above that are rare. Ours."""


def matches(pattern: re.Pattern[str], block: Block) -> bool:
    """Tell whether a whole block is of a pattern."""
    return pattern.fullmatch(block.text.strip()) is not None


def is_label(block: Block, labels: Iterable[str]) -> bool:
    """Tell whether a block is one of these labels with its value."""
    label, colon, _ = block.text.partition(":")
    return bool(colon) and label.strip().lower() in labels


def is_date(block: Block) -> bool:
    """Tell a line that is a date, bare or labelled as one."""
    return len(block.text) < SHORT and read_date(bare_date(block)) is not None


def bare_date(block: Block) -> str:
    """Give the words of a date line without its label and without what stands after the weekday."""
    found = LABEL.fullmatch(block.text.strip())
    words = found.group(2) if found and FIELDS.get(found.group(1).lower()) == "date" else block.text
    words = " ".join(words.split())
    return words if read_date(words) else re.sub(r"(day)\s+.*", r"\1", words, flags=re.I)


def is_measure(block: Block) -> bool:
    """Tell the marks that a header has beside its date: a length, or a field of its own."""
    return matches(WORDS, block) or is_label(block, MEASURES)


def is_header(block: Block) -> bool:
    """Tell a line of a header by its form."""
    by_form = any(matches(pattern, block) for pattern in (WORDS, COPYRIGHT, CLOCK, CODE, LANGUAGE, BODY, BY))
    return by_form or is_label(block, FIELDS) or is_date(block)


def is_prose(block: Block) -> bool:
    """Tell a paragraph of an article from a line of a header."""
    return len(block.text) >= SHORT or PROSE_END.search(block.text.strip()) is not None


def body_start(segment: list[Block]) -> int:
    """Find where the body begins: under its own label, else after the last line of header form before the prose."""
    head = segment[:HEADER_LENGTH]
    labelled = next((i + 1 for i, block in enumerate(head) if matches(BODY, block)), None)
    if labelled is not None:
        return labelled
    last, dated, measured = -1, False, False
    for i, block in enumerate(head):
        if is_header(block):
            last, dated, measured = i, dated or is_date(block), measured or is_measure(block)
        elif dated and measured and (is_prose(block) or i - last > 1):
            break
    return last + 1


def first(blocks: list[Block], test: Callable[[Block], bool]) -> str | None:
    """Give the text of the first block that passes."""
    return next((block.text.strip() for block in blocks if test(block)), None)


def field(blocks: list[Block], name: str) -> str | None:
    """Give the value of a labelled field."""
    for block in blocks:
        found = LABEL.fullmatch(block.text.strip())
        if found and FIELDS.get(found.group(1).strip().lower()) == name and found.group(2).strip():
            return found.group(2).strip()
    return None


def title_and_outlet(header: list[Block]) -> tuple[str | None, str | None]:
    """Tell headline and outlet by where they stand to the date; labels go before places."""
    at = next(i for i, block in enumerate(header) if is_date(block))
    above = [block.text.strip() for block in header[:at] if not is_header(block)]
    below = [block.text.strip() for block in header[at + 1 :] if not is_header(block)]
    if any(matches(WORDS, block) for block in header[:at]):  # Factiva: all but the outlet stands above the date
        title, outlet = max(above, key=len, default=None), next(iter(below), None)
    elif len(above) == 1 and below:  # LexisNexis before: the outlet alone stands above the date
        title, outlet = below[0], above[0]
    else:
        title, outlet = next(iter(above), None), above[-1] if len(above) > 1 else None
    named = field(header, "outlet")
    return field(header, "title") or title, named.partition(";")[0].strip() if named else outlet


def byline_of(header: list[Block]) -> str | None:
    """Give the byline as printed, labelled or as a line that begins with By."""
    return field(header, "byline") or first(header, lambda block: matches(BY, block))
