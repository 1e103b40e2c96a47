"""Write the report: one self-contained page, readable without a server and without scripts.

Everything a page of the pile says is hostile until escaped: the template escapes every value, and no address is a live
link unless it is plain http(s).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout import __version__

if TYPE_CHECKING:
    from readout.api import Record

NO_SPEAKER = "Speaker not told"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block: plain, or quoted words with the anchor of their attribution."""

    text: str
    anchor: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as the report shows it."""

    role: str
    because: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the report shows it."""

    row: dict[str, Any]
    anchor: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with what the pile quotes."""

    name: str
    quotes: tuple[dict[str, Any], ...]


def write_report(record: Record, path: Path) -> None:
    """Render the record into one HTML file."""
    path.write_text(render(record), encoding="utf-8")


def render(record: Record) -> str:
    """Render the record as HTML."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("readout", "web")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(anchor=anchor, http=http)
    template = environment.get_template("report.html.jinja")
    quotes = list(record.quotes)
    voices = next(iter(record.sql("SELECT * FROM voices WHERE about = 'record'")), None)
    return template.render(
        voices=voices, version=__version__, pages=pages(record, quotes), speakers=speakers(quotes), ledger=list(record.ledger),
        dropped=list(record.dropped), manifest=record.manifest, name=record.path.name,
    )  # fmt: skip


def anchor(row_id: str) -> str:
    """Make a fragment identifier of an id."""
    return row_id.replace(":", "-")


def http(url: str | None) -> bool:
    """Tell whether an address may be a link."""
    return bool(url) and str(url).startswith(("https://", "http://"))


def pages(record: Record, quotes: Sequence[dict[str, Any]]) -> list[Page]:
    """Give every document with its blocks and the quotations marked in them."""
    blocks = grouped(record.blocks)
    marked = grouped(q for q in quotes)
    ordered = sorted(record.documents, key=lambda d: (d["published"] or "9999", d["external_id"]))
    return [page(d, blocks.get(d["doc_id"], []), marked.get(d["doc_id"], [])) for d in ordered]


def grouped(rows: Any) -> dict[str, list[dict[str, Any]]]:
    """Group rows by document."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["doc_id"], []).append(row)
    return groups


def page(document: dict[str, Any], blocks: list[dict[str, Any]], quotes: list[dict[str, Any]]) -> Page:
    """Cut a document into paragraphs of plain and quoted pieces."""
    spans = sorted(((s, e, q) for q in quotes for s, e in q["content"]), key=lambda span: (span[0], -span[1]))
    seen: set[str] = set()
    paragraphs = tuple(
        Paragraph(b["role"], b["because"], tuple(pieces(document["text"], b["start"], b["end"], spans, seen)))
        for b in blocks
    )
    return Page(document, anchor(document["doc_id"]), paragraphs)


def pieces(text: str, start: int, end: int, spans: Sequence[tuple[int, int, Any]], seen: set[str]) -> Iterator[Piece]:
    """Walk a block; the first piece of an attribution carries its anchor, a span inside another is left to the outer."""
    at = start
    for s, e, quote in spans:
        s, e = max(s, at), min(e, end)
        if s >= e:
            continue
        if s > at:
            yield Piece(text[at:s])
        first = quote["attribution_id"] not in seen
        seen.add(quote["attribution_id"])
        note = f"{quote['kind']}; {quote['speaker_name'] or NO_SPEAKER}; {quote['because']}"
        yield Piece(text[s:e], anchor(quote["attribution_id"]) if first else "", note)
        at = e
    if at < end:
        yield Piece(text[at:end])


def speakers(quotes: Sequence[dict[str, Any]]) -> list[Speaker]:
    """Group quotations by the name of their speaker, the most quoted first, the unnamed last."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for quote in quotes:
        if quote["kind"] != "term":
            groups.setdefault(quote["speaker_name"] or "", []).append(quote)
    ordered = sorted(groups.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))
    return [Speaker(name or NO_SPEAKER, tuple(found)) for name, found in ordered]
