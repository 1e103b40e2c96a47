"""What ingest hands on: the bytes of one article-bearing thing with where they were found."""

from __future__ import annotations

from dataclasses import dataclass

from readout.ids import make_id
from readout.records import Capture, Dropped, DropReason


@dataclass(frozen=True, slots=True)
class Captured:
    """A capture with its bytes and what the transport said of them.

    Media types: text/plain, text/markdown, text/html, application/pdf, the DOCX type, and application/json for one
    row `{id, text | html, title?, url?, outlet?, published?, language?}` (JSON Lines, CSV and feed entries alike).
    """

    capture: Capture
    content: bytes
    url: str | None = None
    encoding: str | None = None
    http_date: str | None = None


def drop(
    location: str, external_id: str, reason: DropReason, because: str, capture_sha256: str | None = None
) -> Dropped:
    """Make the row that says what was kept out and why; `because` names file, cause and remedy."""
    dropped_id = make_id("dro", location, capture_sha256, reason)
    return Dropped(dropped_id, external_id, location, capture_sha256, None, reason, because)
