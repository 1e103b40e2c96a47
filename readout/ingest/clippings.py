"""clippings: the articles in one export of a newspaper archive, by the cues that such archives print.

General knowledge of the exports of LexisNexis, Factiva, ProQuest and their like: an article opens with its headline,
outlet, date and length in some order, and closes with a load date, an end mark or the number of its document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from readout.ingest.clipping_header import (
    HEADER_LENGTH,
    LANGUAGE,
    Block,
    bare_date,
    body_start,
    byline_of,
    field,
    first,
    is_date,
    is_label,
    is_measure,
    is_prose,
    matches,
    title_and_outlet,
)  # fmt: skip
from readout.ingest.dates import read_date
from readout.records import DateCandidate


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
TAIL = frozenset(
    ("language", "publication-type", "publication type", "subject", "industry", "geographic", "geographic region",
     "organization", "organisation", "company", "person", "people", "load-date", "load date", "journal code",
     "document type", "proquest document id", "document url", "last updated", "database", "issn", "search terms",
     "publication year", "country of publication", "publication subject", "copyright", "graphic")
)  # fmt: skip
"""Labels of the index terms below an article."""
TAIL_HEAD = re.compile("classification|details", re.I)
INDEX_TERM = re.compile(r"\(\d{1,3}%\)")
NEAR = 8
"""Blocks within which date and length of one header stand. Ours."""


def clippings_of(blocks: list[Block]) -> list[Clipping]:
    """Give the articles of an export; none where the blocks are no export.

    The first kind of cue that parts the blocks into articles, each with a header, decides. One article alone must
    show a load date or an end mark, else it is a plain document.
    """
    for cut in (after(END_MARK), before(OPEN_MARK), after(LOAD_DATE), before(RULE)):
        found = [clip for segment in cut(blocks) if (clip := clipping(segment))]
        sure = any(matches(LOAD_DATE, block) or matches(END_MARK, block) for block in blocks)
        if len(found) > 1 or (found and sure):
            return found
    return []


def after(mark: re.Pattern[str]) -> Callable[[list[Block]], list[list[Block]]]:
    """Part blocks after each mark."""
    return lambda blocks: parted(blocks, [i + 1 for i, b in enumerate(blocks) if matches(mark, b)])


def before(mark: re.Pattern[str]) -> Callable[[list[Block]], list[list[Block]]]:
    """Part blocks before each mark."""
    return lambda blocks: parted(blocks, [i for i, b in enumerate(blocks) if matches(mark, b)])


def parted(blocks: list[Block], cuts: list[int]) -> list[list[Block]]:
    """Part a list at the positions given; nothing where there is none."""
    if not cuts:
        return []
    return [blocks[start:end] for start, end in zip([0, *cuts], [*cuts, len(blocks)], strict=True) if end > start]


def clipping(segment: list[Block]) -> Clipping | None:
    """Read one article; null where the segment has no header with a date and a length, or no body: a cover page."""
    segment = without_cover([block for block in segment if not is_mark(block)])
    split = body_start(segment)
    header, rest = segment[:split], segment[split:]
    body = rest[: tail_start(rest)]
    date = first(header, is_date)
    if date is None or not body or first(header, is_measure) is None:
        return None
    title, outlet = title_and_outlet(header)
    byline = byline_of(header)
    shown = ((title, "title"), (field(header, "deck"), "deck"), (byline, "byline"), (date, "date"))
    return Clipping(
        title=title,
        outlet=outlet,
        bylines=(re.sub(r"^by\s+", "", byline, flags=re.I),) if byline else (),
        dates=dates_of(segment, date),
        language=field(segment, "language") or first(header, lambda block: matches(LANGUAGE, block)),
        blocks=(*(Block(text, hint) for text, hint in shown if text), *body),
    )


def without_cover(segment: list[Block]) -> list[Block]:
    """Leave out what stands before the headline: a list of hits, a search form.

    The headline is the nearest heading or top of a page above the first date that has a length or section beside it.
    """
    dates = [i for i, block in enumerate(segment) if is_date(block)]
    near = (i for i in dates if any(is_measure(block) for block in segment[max(0, i - NEAR) : i + NEAR]))
    anchor = next(near, 0)
    opening = [i for i in range(max(0, anchor - HEADER_LENGTH), anchor + 1) if segment[i : i + 1] and segment[i].opens]
    return segment[opening[-1] :] if opening else segment


def is_mark(block: Block) -> bool:
    """Tell a line that only parts articles."""
    return any(matches(mark, block) for mark in (END_MARK, OPEN_MARK, RULE))


def tail_start(body: list[Block]) -> int:
    """Find where the index terms below the body begin: at the first label after which no prose stands."""
    start = len(body)
    for i in range(len(body) - 1, -1, -1):
        if is_label(body[i], TAIL) or matches(TAIL_HEAD, body[i]):
            start = i
        elif is_prose(body[i]) and not INDEX_TERM.search(body[i].text):
            break
    return start


def dates_of(segment: list[Block], date: str) -> tuple[DateCandidate, ...]:
    """Give the date of the header, then the day it was loaded."""
    load = field(segment, "load")
    found = DateCandidate(read_date(bare_date(Block(date, None))), "meta", date)
    return (found, DateCandidate(read_date(load), "file", load)) if load else (found,)
