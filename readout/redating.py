"""Date the pages that tell a day without its year by the other pages of their story, and read again what counts from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from readout.pipeline import Settings, Tables, declarations, run
from readout.records import (
    Attribution,
    Block,
    DateCandidate,
    Document,
    Event,
    Mention,
    Parse,
    Sentence,
)
from readout.stages.attribute import attribute
from readout.stages.detect import detect
from readout.store.merge import Merge
from readout.tables import Table
from readout.text.yearless import Dated, Year, Yearless, is_day_line, names_in, weights_of, year_of_story, yearless

MOST_PAGES = 20_000  # the names of all pages are held: a larger pile keeps such pages undated
HEAD = frozenset(("dateline", "page_date", "byline"))
ABOVE = frozenset(("title", "deck", "kicker"))  # lines of a head that can be little but a day
BASIS: Final = "story"


def redate(merge: Merge, settings: Settings) -> None:
    """Give undated pages of a merge the year of their story, and take it back where it no longer holds. The outcome rests on the
    pages alone, not on the order in which they were read."""
    if not 1 < merge.documents() <= MOST_PAGES:
        return
    undated = merge.select(Document, f"published IS NULL OR published_basis = '{BASIS}'")
    heads = {d.doc_id: yearless(head_lines(d, blocks)) for d, blocks in with_blocks(merge, undated)}
    told = {doc_id: day for doc_id, day in heads.items() if day}
    if not told:
        return
    pages = [page_of(d) for d in merge.select(Document, "true")]
    found = years(told, pages, {d.doc_id: d.external_id for d in undated})
    changed = [new for d in undated for new in [redated(d, told.get(d.doc_id), found.get(d.doc_id))] if new != d]
    if changed:
        read_again(merge, Table.of(Document, changed), settings)


def with_blocks(merge: Merge, documents: Table[Document]) -> Iterator[tuple[Document, Sequence[Block]]]:
    """Give documents with their blocks."""
    held = merge.of(Block, documents.column("doc_id")).by("doc_id")
    for d in documents:
        yield d, held.get(d.doc_id, ())


def head_lines(document: Document, blocks: Sequence[Block]) -> list[str]:
    """Give the lines of a page in which its day may stand."""
    lines = ((b.role, document.text[b.start : b.end]) for b in sorted(blocks, key=lambda b: b.start))
    return [line for role, line in lines if role in HEAD or (role in ABOVE and is_day_line(line))]


def page_of(document: Document) -> Dated:
    """Give what a page tells of its story and its year; one dated by its story tells none."""
    own = document.published if document.published_basis != BASIS else None
    return Dated(document.doc_id, day_of(own), names_in(document.text))


def day_of(published: str | None) -> date | None:
    """Give a full day; null for a year or month alone."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def years(told: Mapping[str, Yearless], pages: Sequence[Dated], names: Mapping[str, str]) -> dict[str, Year]:
    """Find the year of each page that tells a day without one."""
    weights, by_id = weights_of(pages), {page.key: page for page in pages}
    found = {doc_id: year_of_story(day, by_id[doc_id], pages, weights) for doc_id, day in told.items()}
    return {doc_id: year for doc_id, year in found.items() if year}


def redated(document: Document, told: Yearless | None, year: Year | None) -> Document:
    """Give a document with the day found, or without one that no longer holds."""
    kept = tuple(c for c in document.date_candidates if c.origin != BASIS)
    if year is None or told is None:
        return replace(document, published=None, published_basis="none", date_candidates=kept)
    because = f"{told.words} The year is that of {len(year.pages)} dated pages of its story, which agree."
    made = DateCandidate(year.day.isoformat(), BASIS, because)
    return replace(document, published=year.day.isoformat(), published_basis=BASIS, date_candidates=(*kept, made))


def read_again(merge: Merge, documents: Table[Document], settings: Settings) -> None:
    """Take pages again through the stages that count days from the day of writing."""
    ids = documents.column("doc_id")
    held: Tables = {t: merge.of(t, ids) for t in (Block, Sentence, Parse, Mention)}
    skipped = [stage for stage, _ in declarations("document") if stage not in (attribute, detect)]
    made = run({**held, Document: documents}, ("document",), settings, but=skipped)
    for row_type in (Document, Attribution, Event):
        merge.replace(row_type, ids, made[row_type])
