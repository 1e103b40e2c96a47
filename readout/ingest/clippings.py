"""clippings: the articles in one export of a newspaper archive, by the cues that such archives print.

General knowledge of the exports of LexisNexis, Factiva, ProQuest and their like: an article opens with its headline,
outlet, date and length in some order, and closes with a load date, an end mark or the number of its document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from readout.ingest.dates import read_date
from readout.records import DateCandidate


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell, with its HTML tag; `opens`: an article may begin here."""

    text: str
    hint: str | None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Clipping:
    """One article of an export, its header read into fields and kept out of the blocks where it is only a label."""

    title: str | None
    outlet: str | None
    bylines: tuple[str, ...]
    dates: tuple[DateCandidate, ...]
    language: str | None
    blocks: tuple[Block, ...]


END_MARK = re.compile(r"end of document|document\s+[A-Z][A-Z0-9]{5,}\d{8}[a-z0-9]+", re.I)
OPEN_MARK = re.compile(r"(?:document\s+)?\d{1,5}\s+of\s+\d{1,5}(?:\s+documents?)?", re.I)
LOAD_DATE = re.compile(r"load[- ]date\s*:.*", re.I)
RULE = re.compile(r"[_=*-]{10,}|—{5,}")
WORDS = re.compile(r"(?:length\s*:\s*)?[\d,.]+\s+words", re.I)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,200}", re.I)
CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?", re.I)
CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
LANGUAGE = re.compile(r"english|german|french|spanish|russian|arabic|chinese|italian|portuguese|dutch", re.I)
BY = re.compile(r"by\s+[^\W\d_].{1,120}", re.I)
BODY = re.compile(r"body|full text\s*:?|text\s*:", re.I)
LABEL = re.compile(r"([A-Za-z][A-Za-z -]{2,30}?)\s*:\s*(.*)", re.S)
FIELDS = {
    "length": "length", "byline": "byline", "author": "byline", "authors": "byline", "section": "section",
    "pages": "section", "dateline": "dateline", "highlight": "deck", "abstract": "deck", "title": "title",
    "headline": "title", "publication title": "outlet", "publication": "outlet", "source": "outlet",
    "publication info": "outlet", "publication date": "date", "date": "date", "language": "language",
    "load-date": "load", "load date": "load",
}  # fmt: skip
TAIL = frozenset(
    ("classification", "details", "language", "publication-type", "publication type", "subject", "industry",
     "geographic", "geographic region", "organization", "organisation", "company", "person", "people", "load-date",
     "load date", "journal code", "document type", "proquest document id", "document url", "last updated", "database", "issn",
     "search terms", "publication year", "country of publication", "publication subject", "copyright")
)  # fmt: skip
"""Labels that stand below an article, in the block of its index terms."""
HEADER_LENGTH = 15
"""Blocks at most before the body; the longest headers, of ProQuest, have about a dozen. Ours."""
NEAR = 8
"""Blocks within which date and length of one header stand. Ours."""
SHORT = 120
"""Characters a header line has at most; headlines above that are rare. Ours."""


def clippings_of(blocks: list[Block]) -> list[Clipping]:
    """Give the articles of an export; none where the blocks are no export.

    The first kind of cue that parts the blocks into articles, each with a header, decides.
    """
    for cut in (after(END_MARK), before(OPEN_MARK), after(LOAD_DATE), before(RULE)):
        found = [clip for segment in cut(blocks) if (clip := clipping(segment))]
        if len(found) > 1 or (found and any(is_label(block, ("load-date",)) for block in blocks)):
            return found
    return []


def after(mark: re.Pattern[str]) -> Callable[[list[Block]], list[list[Block]]]:
    """Part blocks after each mark."""
    return lambda blocks: parted(
        blocks, [i + 1 for i, b in enumerate(blocks) if mark.fullmatch(b.text.strip())]
    )


def before(mark: re.Pattern[str]) -> Callable[[list[Block]], list[list[Block]]]:
    """Part blocks before each mark."""
    return lambda blocks: parted(blocks, [i for i, b in enumerate(blocks) if mark.fullmatch(b.text.strip())])


def parted(blocks: list[Block], cuts: list[int]) -> list[list[Block]]:
    """Part a list at the positions given; nothing where there is none."""
    if not cuts:
        return []
    return [
        blocks[start:end] for start, end in zip([0, *cuts], [*cuts, len(blocks)], strict=True) if end > start
    ]


def clipping(segment: list[Block]) -> Clipping | None:
    """Read one article; null where the segment has no header with a date and a length, or no body: a cover page."""
    segment = without_cover([block for block in segment if not is_mark(block)])
    split = body_start(segment)
    header, rest = segment[:split], segment[split:]
    body = rest[: tail_start(rest)]
    date = first(header, is_date)
    if date is None or not body or first(header, is_measure) is None:
        return None
    title = field(header, "title") or first_plain(header)
    return Clipping(
        title=title, outlet=outlet_of(header, title, date), bylines=bylines_of(header), dates=dates_of(segment, date),
        language=field(segment, "language") or first(header, lambda b: matches(LANGUAGE, b)),
        blocks=tuple(shown(header, title, date) + body),
    )  # fmt: skip


def without_cover(segment: list[Block]) -> list[Block]:
    """Leave out what stands before the headline: a list of hits, a search form.

    The headline is the nearest heading or top of a page above the first date that has a length or section beside it.
    """
    dates = [i for i, block in enumerate(segment) if is_date(block)]
    near = (i for i in dates if any(is_measure(block) for block in segment[max(0, i - NEAR) : i + NEAR]))
    anchor = next(near, 0)
    opening = [
        i
        for i in range(max(0, anchor - HEADER_LENGTH), anchor + 1)
        if segment[i : i + 1] and segment[i].opens
    ]
    return segment[opening[-1] :] if opening else segment


def is_mark(block: Block) -> bool:
    """Tell a line that only parts articles."""
    return any(matches(mark, block) for mark in (END_MARK, OPEN_MARK, RULE))


def matches(pattern: re.Pattern[str], block: Block) -> bool:
    """Tell whether a whole block is of a pattern."""
    return pattern.fullmatch(block.text.strip()) is not None


def is_label(block: Block, labels: Iterable[str]) -> bool:
    """Tell whether a block is one of these labels, alone or with its value."""
    return (
        block.text.partition(":")[0].strip().lower() in labels and len(block.text.partition(":")[0]) < SHORT
    )


def is_date(block: Block) -> bool:
    """Tell a line that is a date, bare or labelled as one."""
    return len(block.text) < SHORT and read_date(bare_date(block)) is not None


def bare_date(block: Block) -> str:
    """Give the words of a date line without its label and without what stands after the weekday."""
    found = LABEL.fullmatch(block.text.strip())
    words = found.group(2) if found and FIELDS.get(found.group(1).lower()) == "date" else block.text
    return (
        re.sub(r"(day)\s+.*", r"\1", " ".join(words.split()), flags=re.I)
        if read_date(words) is None
        else words
    )


def is_measure(block: Block) -> bool:
    """Tell the marks that a header has beside its date: a length, or a field of its own."""
    return matches(WORDS, block) or is_label(
        block, ("length", "section", "publication title", "publication info")
    )


def is_header(block: Block) -> bool:
    """Tell a line of a header by its form."""
    patterns = (WORDS, COPYRIGHT, CLOCK, CODE, LANGUAGE, BODY)
    known = is_label(block, FIELDS) or any(matches(p, block) for p in patterns)
    return known or is_date(block) or (len(block.text) < SHORT and matches(BY, block))


def body_start(segment: list[Block]) -> int:
    """Find where the body begins: under its own label, else after the last line of header form near the top."""
    head = segment[:HEADER_LENGTH]
    labelled = next((i + 1 for i, block in enumerate(head) if matches(BODY, block)), None)
    if labelled is not None:
        return labelled
    last = -1
    for i, block in enumerate(head):
        if len(block.text) > 3 * SHORT:
            break
        last = i if is_header(block) and not is_label(block, TAIL - {"language"}) else last
    return last + 1


def tail_start(body: list[Block]) -> int:
    """Find where the index terms below the body begin."""
    return next(
        (i for i, block in enumerate(body) if is_label(block, TAIL) and len(block.text) < 2000), len(body)
    )


def first(blocks: list[Block], test: Callable[[Block], bool]) -> str | None:
    """Give the text of the first block that passes."""
    return next((block.text.strip() for block in blocks if test(block)), None)


def first_plain(header: list[Block]) -> str | None:
    """Give the first line that is no field: the headline."""
    return first(header, lambda block: not is_header(block))


def field(blocks: list[Block], name: str) -> str | None:
    """Give the value of a labelled field."""
    for block in blocks:
        found = LABEL.fullmatch(block.text.strip())
        if found and FIELDS.get(found.group(1).strip().lower()) == name and found.group(2).strip():
            return found.group(2).strip()
    return None


def outlet_of(header: list[Block], title: str | None, date: str) -> str | None:
    """Give the outlet: labelled, else the plain line above the date, else the one below it."""
    named = field(header, "outlet")
    if named:
        return named.partition(";")[0].strip()
    at = next(i for i, block in enumerate(header) if block.text.strip() == date)
    plain = [
        block.text.strip() for block in header[:at] if not is_header(block) and block.text.strip() != title
    ]
    below = first(header[at + 1 :], lambda block: not is_header(block))
    return plain[-1] if plain else below


def bylines_of(header: list[Block]) -> tuple[str, ...]:
    """Give who wrote it, labelled or as a line that begins with By."""
    name = field(header, "byline") or first(header, lambda block: matches(BY, block))
    return (re.sub(r"^by\s+", "", name, flags=re.I),) if name else ()


def dates_of(segment: list[Block], date: str) -> tuple[DateCandidate, ...]:
    """Give the date of the header, then the day it was loaded."""
    load = field(segment, "load")
    found = [DateCandidate(read_date(bare_date(Block(date, None))), "meta", date)]
    return tuple(found + ([DateCandidate(read_date(load), "file", load)] if load else []))


def shown(header: list[Block], title: str | None, date: str) -> list[Block]:
    """Give what of the header belongs to the article as printed: headline, deck, byline, date."""
    deck, byline = field(header, "deck"), field(header, "byline") or first(header, lambda b: matches(BY, b))
    found = ((title, "title"), (deck, "deck"), (byline, "byline"), (date, "date"))
    return [Block(text, hint) for text, hint in found if text]
