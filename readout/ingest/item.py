"""item: one article's bytes, named and digested."""

from __future__ import annotations

from readout.ids import sha256
from readout.ingest.captured import Captured
from readout.ingest.problem import Place, ReadProblem, drop_at
from readout.ingest.row import read_row
from readout.records import Capture, Dropped

JSON = "application/json"


def capture_of(
    place: Place, content: bytes, media_type: str, offset: int | None = None, captured_at: str | None = None
) -> Capture:
    """Describe bytes."""
    return Capture(
        location=place.location, external_id=place.external_id, capture_sha256=sha256(content), media_type=media_type,
        length=len(content), offset=offset, captured_at=captured_at, doc_ids=(),
    )  # fmt: skip


def row_item(place: Place, number: int, content: bytes) -> Captured | Dropped:
    """Name one JSON row of a file by its own id, or say what is wrong with it and where."""
    try:
        row = read_row(content)
    except ReadProblem as problem:
        return drop_at(place.row(number), problem, sha256(content))
    return Captured(capture_of(place.row(number, row.id), content, JSON), content)
