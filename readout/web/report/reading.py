"""The pages as read: roles kept, cited stretches and quotations marked, hostile text escaped by the template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from readout.pile import Pile
from readout.records import Block, Document, Evidence
from readout.web.pages import anchor, place

WHOLE_TEXTS = 700_000  # characters of all pages beyond which only the paragraphs that are cited are shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block: plain, or cited, with the anchors of the spans that begin there."""

    text: str
    cited: bool = False
    anchors: tuple[str, ...] = ()
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as the report shows it; `gap` where uncited paragraphs before it are left out."""

    role: str
    because: str
    pieces: tuple[Piece, ...]
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the report shows it."""

    row: Document
    anchor: str
    paragraphs: tuple[Paragraph, ...]
    left_out: int


def pages(pile: Pile, cited: Iterable[Evidence]) -> list[Page]:
    """Give every page by day with what is cited marked; of a large pile only the cited paragraphs."""
    marks: dict[str, set[Evidence]] = defaultdict(set)
    for span in cited:
        marks[span.doc_id].add(span)
    spoken: dict[str, set[Evidence]] = defaultdict(set)
    for a in pile.attributions.values():
        if a.kind in ("direct", "mixed"):
            spoken[a.doc_id].update(Evidence(a.doc_id, s, e) for s, e in a.content)
    whole = sum(len(d.text) for d in pile.documents.values()) <= WHOLE_TEXTS
    ordered = sorted(pile.documents.values(), key=lambda d: (d.published or "9999", d.external_id))
    return [page(d, pile.blocks_of.get(d.doc_id, ()), cuts(marks[d.doc_id], spoken[d.doc_id]), whole) for d in ordered]


def cuts(marks: Iterable[Evidence], quotes: Iterable[Evidence]) -> Mapping[Evidence, bool]:
    """Give the spans to mark; true for a quotation. A span cited is marked as such."""
    return {**dict.fromkeys(quotes, True), **dict.fromkeys(marks, False)}


def page(d: Document, blocks: Sequence[Block], marked: Mapping[Evidence, bool], whole: bool) -> Page:
    """Cut a document into paragraphs of plain and marked pieces."""
    spans = sorted(marked, key=lambda s: (s.start, -s.end))
    made: list[Paragraph] = []
    left_out, skipped, behind = 0, False, 0
    for b in blocks:
        inside = [s for s in spans if s.start < b.end and b.start < s.end]
        if whole or b.role == "title" or not all(marked[s] for s in inside):
            made.append(Paragraph(b.role, b.because, tuple(pieces(d, b, behind, inside, marked)), skipped))
            skipped = False
        else:
            left_out, skipped = left_out + 1, True
        behind = b.end
    return Page(d, anchor(d.doc_id), tuple(made), left_out)


def pieces(
    d: Document, block: Block, behind: int, spans: Sequence[Evidence], marked: Mapping[Evidence, bool]
) -> list[Piece]:
    """Walk a block from boundary to boundary; the first piece of a cited span carries its anchor, also where the span
    begins in the white space between the block and the end of the one `behind` it. A stretch shown alike is one piece."""
    bounds = {block.start, block.end, *(p for s in spans for p in (s.start, s.end) if block.start < p < block.end)}
    made: list[Piece] = []
    for start, end in pairwise(sorted(bounds)):
        over = [s for s in spans if s.start <= start and end <= s.end]
        first = behind if start == block.start else start
        begun = dict.fromkeys(place(s) for s in over if not marked[s] and first <= s.start <= start)
        new = Piece(d.text[start:end], any(not marked[s] for s in over), tuple(begun), any(marked[s] for s in over))
        if made and not begun and (made[-1].cited, made[-1].quote) == (new.cited, new.quote):
            made[-1] = replace(made[-1], text=made[-1].text + new.text)
        else:
            made.append(new)
    return made
