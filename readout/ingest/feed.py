"""feed: entries of an RSS or Atom file, each as one JSON row. Nothing is fetched."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from readout.ingest.captured import Captured
from readout.ingest.item import JSON, capture_of
from readout.ingest.problem import Place, ReadProblem, drop_at
from readout.ingest.row import clean, read_row, to_bytes
from readout.ingest.stream import read_article
from readout.records import Dropped

PARSE_ERRORS = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)
"""What feedparser and the XML parser below it raise on broken feeds."""
TAG = re.compile(r"<[^>]*>")


def rows_of_feed(place: Place, chunks: Iterator[bytes]) -> Iterator[Captured | Dropped]:
    """Give each entry in file order; the feed's title is the outlet, the entry's id or link its name."""
    feed = parse(read_article(chunks))
    if not feed.entries:
        cause = "it is a feed without entries, or broken before the first one"
        raise ReadProblem("malformed", cause, "open it in a browser to see where it breaks, or fetch it again")
    outlet = plain(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield entry_item(place, number, entry_fields(entry, outlet, place))


def parse(content: bytes) -> Any:
    """Parse a feed; entry HTML is kept as it stands, since nothing here runs it."""
    import feedparser

    try:
        return feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except PARSE_ERRORS as error:
        cause = f"the feed cannot be parsed ({type(error).__name__}: {error})"
        raise ReadProblem("malformed", cause, "check that it is RSS or Atom") from error


def entry_fields(entry: Mapping[str, Any], outlet: str | None, place: Place) -> dict[str, Any]:
    """Name what an entry holds as the fields of a row; full content goes before a summary."""
    body = next(iter(entry.get("content") or [entry.get("summary_detail") or {}]))
    kind = "text" if body.get("type") == "text/plain" and "</" not in body.get("value", "") else "html"
    authors = [a.get("name") for a in entry.get("authors") or [] if a.get("name")]
    title = plain(entry.get("title"))
    updated = entry["updated"] if "updated" in entry else None  # noqa: SIM401  `get` warns, and gives `published`
    return {
        "id": entry.get("id") or entry.get("link"), kind: body.get("value") or title, "title": title,
        "url": entry.get("link"), "outlet": outlet, "published": entry.get("published"), "updated": updated,
        "language": body.get("language"), "bylines": authors, "feed": place.name,
    }  # fmt: skip


def plain(markup: str | None) -> str | None:
    """Take a title out of the HTML that feeds put it in."""
    return html.unescape(TAG.sub("", markup)).strip() or None if markup else None


def entry_item(place: Place, number: int, fields: dict[str, Any]) -> Captured | Dropped:
    """Name an entry `feed!id`."""
    content = to_bytes(fields)
    try:
        row = read_row(content)
    except ReadProblem as problem:
        return drop_at(place.row(number), problem)
    external_id = place.row(number).external_id if row.id is None else f"{place.external_id}!{clean(row.id)}"
    return Captured(capture_of(place.row(number, external_id), content, JSON), content, row.url)
