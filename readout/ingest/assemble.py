"""assemble: blocks of a paged document to layouts, one for each article in it."""

from __future__ import annotations

from dataclasses import dataclass

from readout.ingest.captured import Captured
from readout.ingest.clipping_header import Block
from readout.ingest.clippings import Clipping, clippings_of
from readout.ingest.dates import read_date
from readout.records import DateCandidate, Layout, Part

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself outside its text."""

    title: str | None = None
    author: str | None = None
    dates: tuple[str, ...] = ()


def layouts_of(captured: Captured, blocks: list[Block], properties: Properties) -> list[Layout]:
    """Give one layout, or one for each article of an export, numbered from 1; none where there is no text."""
    blocks = [block for block in blocks if block.text.strip()]
    found = clippings_of(blocks)
    if not found:
        return [layout_of(captured, whole(blocks, properties), "")] if blocks else []
    numbers = [f"#{n}" for n in range(1, len(found) + 1)] if len(found) > 1 else [""]
    return [layout_of(captured, clipping, number) for number, clipping in zip(numbers, found, strict=True)]


def whole(blocks: list[Block], properties: Properties) -> Clipping:
    """Take a file that is one article; its first big heading goes before the title in its properties."""
    heading = next((block.text for block in blocks[:5] if block.hint in ("h1", "title")), None)
    authors = (properties.author,) if properties.author else ()
    dates = tuple(DateCandidate(read_date(raw), "file", raw) for raw in properties.dates if raw)
    return Clipping(heading or properties.title, None, authors, dates, None, tuple(blocks))


def layout_of(captured: Captured, clipping: Clipping, number: str) -> Layout:
    """Join the blocks of one article with a blank line between them."""
    capture, parts, position = captured.capture, [], 0
    for block in clipping.blocks:
        parts.append(Part(position, position + len(block.text), block.hint))
        position += len(block.text) + len(GAP)
    return Layout(
        capture.external_id + number, capture.location + number, capture.capture_sha256, capture.captured_at,
        capture.media_type, captured.url, clipping.outlet, clipping.title, clipping.bylines, clipping.dates,
        clipping.language, GAP.join(block.text for block in clipping.blocks), tuple(parts),
    )  # fmt: skip
