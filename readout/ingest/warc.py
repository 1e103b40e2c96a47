"""warc: pages of a web archive, record by record, with offset and time of capture; truncated archives are salvaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from readout.ingest import limits
from readout.ingest.captured import Captured
from readout.ingest.http_message import Response, read_response
from readout.ingest.item import capture_of
from readout.ingest.problem import Place, ReadProblem, drop_at
from readout.ingest.sniff import DOCX, MEDIA_TYPES, sniff
from readout.ingest.stream import TOO_LARGE, ChunkFile
from readout.ingest.unpack import broken
from readout.records import Dropped

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PAGES = {
    "text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain",
    "text/markdown": "text/markdown", "application/pdf": "application/pdf", DOCX: DOCX,
}  # fmt: skip
"""Media types that hold articles, as the server names them, and what they are read as."""
UNNAMED = ("", "application/octet-stream", "application/unknown", "unk")


def pages_of_warc(place: Place, chunks: Iterator[bytes]) -> Iterator[Captured | Dropped]:
    """Give each response and resource record as a page, or as dropped; request, metadata and warcinfo are no items."""
    from fastwarc.warc import ArchiveIterator

    last = -1
    try:
        for record in ArchiveIterator(cast(BinaryIO, ChunkFile(chunks)), parse_http=False, quirks_mode=True):
            number = record.stream_pos
            same = number == last
            last = number
            yield from record_items(place, record, ambiguous=same)
    except (OSError, ValueError) as error:
        cause = f"the archive breaks after byte {max(last, 0)} ({error})"
        yield drop_at(place.member(f"{max(last, 0)}+"), broken(cause))
    except ReadProblem as problem:
        yield drop_at(place.member(f"{max(last, 0)}+"), problem)


def record_items(place: Place, record: WarcRecord, ambiguous: bool) -> Iterator[Captured | Dropped]:
    """Read one record. `ambiguous` says that its offset is that of the record before: one gzip member holds both."""
    kind = (record.headers.get("WARC-Type") or "").lower()
    block = record.reader.read(limits.ARTICLE + 1)
    where = record_place(place, record, ambiguous)
    try:
        check_whole(record, kind, block)
        if kind == "revisit":
            raise ReadProblem(
                "revisit", "the page is the same as at an earlier visit", "read the archive of that visit"
            )
        if kind in ("response", "resource"):
            yield page(where, record, kind, block)
    except ReadProblem as problem:
        yield drop_at(where, problem)


def record_place(place: Place, record: WarcRecord, ambiguous: bool) -> Place:
    """Name a record: its offset for people, time and address for the record."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    time = "".join(re.findall(r"\d", record.headers.get("WARC-Date") or ""))[:14].ljust(14, "0")
    suffix = f":{record.record_id}" if ambiguous else ""
    return Place(
        f"{place.location}!{record.stream_pos}{suffix}",
        f"{place.external_id}!{time}/{url}",
        url,
        place.depth + 1,
    )


def check_whole(record: WarcRecord, kind: str, block: bytes) -> None:
    """Raise ReadProblem where a record is not all there, or too large."""
    length = (record.headers.get("Content-Length") or "").strip()
    if len(block) > limits.ARTICLE:
        raise TOO_LARGE
    if not kind or not length.isdigit() or len(block) < int(length):
        raise broken(
            f"the record has {len(block)} of {length or 'an unknown number of'} bytes: the archive is cut short"
        )


def page(place: Place, record: WarcRecord, kind: str, block: bytes) -> Captured:
    """Make the page of a record. Raises ReadProblem for what is no page."""
    response = read_response(block) if kind == "response" and block.startswith(b"HTTP/") else bare(record, block)
    if response.status not in (200, None):
        cause = f"the server answered {response.status}, not 200"
        raise ReadProblem("not_a_page", cause, "nothing to do, unless the page exists elsewhere")
    media_type = media_type_of(response, place.name)
    capture = capture_of(place, response.body, media_type, record.stream_pos, record.headers.get("WARC-Date"))
    return Captured(capture, response.body, place.name or None, response.charset, response.headers.get("last-modified"))


def bare(record: WarcRecord, block: bytes) -> Response:
    """Take a record without HTTP head, as crawlers write for files and dumps."""
    return Response(None, {"content-type": record.headers.get("Content-Type") or ""}, block)


def media_type_of(response: Response, url: str) -> str:
    """Tell what a body is read as. Raises ReadProblem for what holds no article."""
    named = response.media_type
    if not response.body.strip(b"\0 \t\r\n"):
        raise ReadProblem("empty", "the page has no body", "fetch it again")
    if named in PAGES:
        return PAGES[named]
    found = sniff(response.body[: limits.HEAD], url.partition("?")[0]) if named in UNNAMED else None
    if found in MEDIA_TYPES:
        return MEDIA_TYPES[found]
    raise ReadProblem(
        "unsupported", f"its media type is {named or 'not given'}", "only pages, text, PDF and DOCX are read"
    )
