"""html: a saved page to the text of its article, with what its marks say of each block. Nothing is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from readout.ingest.captured import Captured
from readout.ingest.dates import not_after
from readout.ingest.html_choice import EXTRACTORS, chosen, key
from readout.ingest.html_meta import Meta, after_headline, host_of, read_meta, title_tag
from readout.ingest.html_tree import Piece, parse, pieces_of
from readout.records import DateCandidate, Layout, Part
from readout.text.page_dates import find_day, read_day

GAP = "\n\n"
HEAD = 40  # pieces at the top of a page among which its clock stands


def lay_out_html(captured: Captured, source: str, extractor: str) -> Layout | None:
    """Lay out the article of a page: headline and what stands around it, every paragraph, list item, table, quotation,
    caption and note in reading order, a blank line between them. Null where the page shows no text.

    Raises: KeyError for an extractor that does not exist; nothing for what stands in the page.
    Cost: linear; nesting beyond 256 elements is flattened first.
    """
    extract = EXTRACTORS[extractor]
    tree = parse(source)
    if tree is None:
        return None
    capture = captured.capture
    meta = read_meta(tree, captured.url, captured.http_date, capture.captured_at)
    pieces = pieces_of(tree)
    kept = chosen(pieces, extract(tree), meta.title)
    if not kept:
        return None
    text, parts = joined([(hint, piece.text) for hint, piece in kept])
    headline = next((piece.text for hint, piece in kept if hint == "h1"), None)
    outlet = as_printed(outlet_of(tree, headline, meta), pieces)
    clocks = not_after(page_clocks(pieces, {id(piece) for _, piece in kept}), capture.captured_at)
    return Layout(
        capture.external_id, capture.location, capture.capture_sha256, capture.captured_at, capture.media_type,
        meta.url, outlet, title_of(headline, meta), meta.bylines, (*meta.dates, *clocks), meta.language, text, parts,
    )  # fmt: skip


def joined(blocks: Sequence[tuple[str, str]]) -> tuple[str, tuple[Part, ...]]:
    """Join the blocks and say where each stands."""
    parts, position = [], 0
    for hint, text in blocks:
        parts.append(Part(position, position + len(text), hint))
        position += len(text) + len(GAP)
    return GAP.join(text for _, text in blocks), tuple(parts)


def title_of(headline: str | None, meta: Meta) -> str | None:
    """Take the headline as printed where it is the title of the head too or the head has none."""
    shown = " ".join(headline.split("\n")) if headline else None
    if shown and (not meta.title or key(shown) in key(meta.title) or key(meta.title) in key(shown)):
        return shown
    return meta.title or shown


def outlet_of(tree: HtmlElement, headline: str | None, meta: Meta) -> str | None:
    """Take the outlet the head names, else what follows the printed headline in the title element, else the host."""
    return meta.outlet or after_headline(title_tag(tree), headline) or host_of(meta.url)


RIGHTS = re.compile(r"©|\bcopyright\b|\ball rights reserved\b", re.I)
BEFORE_NAME = re.compile(r"^(?:\W|\d|copyright\b|by\b|\(c\))+", re.I)
OF_THE_SITE = frozenset(("online", "website", "web", "digital", "home", "homepage"))


def as_printed(outlet: str | None, pieces: Sequence[Piece]) -> str | None:
    """Write an outlet's name that its title shouts as its notice of rights does; words for the site itself fall away
    where the notice leaves them out."""
    if outlet is None or not outlet.isupper() or " " not in outlet:
        return outlet
    wanted = outlet.casefold().split()
    for piece in reversed(pieces):
        found = BEFORE_NAME.sub("", piece.text).split()[: len(wanted)] if RIGHTS.search(piece.text) else []
        shared = [w.strip(".,") for w, other in zip(found, wanted, strict=False) if w.casefold().strip(".,") == other]
        rest = wanted[len(shared) :]
        if len(shared) >= 2 and not " ".join(shared).isupper() and OF_THE_SITE.issuperset(rest):
            return " ".join(shared)
    return outlet


def page_clocks(pieces: Sequence[Piece], kept: set[int]) -> tuple[DateCandidate, ...]:
    """Read dates that stand alone on top of the page, outside the article: the day it was looked at."""
    top = [piece.text for piece in pieces[:HEAD] if id(piece) not in kept and len(piece.text) <= 60]
    days = ((find_day(text), text) for text in top if read_day(text))
    return tuple(dict.fromkeys(DateCandidate(day.iso, "page_date", text) for day, text in days if day))
