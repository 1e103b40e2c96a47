"""find: everything readable under the paths given, one article's bytes at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from readout.errors import ReadoutError
from readout.ingest import limits
from readout.ingest.captured import Captured
from readout.ingest.feed import rows_of_feed
from readout.ingest.folder import File, files_under
from readout.ingest.item import capture_of
from readout.ingest.jsonl import rows_of_array, rows_of_lines
from readout.ingest.mhtml import page_of_mhtml
from readout.ingest.problem import Place, ReadProblem, drop_at, from_os_error
from readout.ingest.sheet import rows_of_sheet
from readout.ingest.sniff import MEDIA_TYPES, sniff, wide_encoding
from readout.ingest.stream import Budget, as_utf8, chunks_of, counted, look, read_article
from readout.ingest.unpack import packing_of, unpacked
from readout.ingest.warc import pages_of_warc
from readout.ingest.zipped import members_of_zip
from readout.records import Dropped

STDIN = "-"
ROWS = {"lines": rows_of_lines, "array": rows_of_array, "table": rows_of_sheet}


def find(
    paths: Sequence[str], *, root: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Captured | Dropped]:
    """Find all articles under files, folders, globs and `-`, archives and compressed files included.

    Makes: one Captured per article with its bytes, or one Dropped with file, cause and remedy, in an order that does
    not depend on the order of the paths. A file reached twice is read once.
    Cost: holds one article and buffers.
    Raises: R003 where a path does not lie under `root`, or `-` is given without a standard input.
    Does not: fetch, run or write anything.
    """
    if STDIN in paths and stdin is None:
        raise ReadoutError("R003", "`-` was given, but there is no standard input to read.", "Pipe something in.")
    if STDIN in paths and stdin is not None:
        yield from read_pipe(Place("stdin", "stdin", "stdin"), stdin)
    for item in files_under([path for path in paths if path != STDIN], root):
        if isinstance(item, Dropped):
            yield item
        else:
            yield from read_file(item)


def read_file(file: File) -> Iterator[Captured | Dropped]:
    """Read one file, closing it afterwards."""
    try:
        with open(file.path, "rb") as opened:
            if file.stream:
                yield from read_pipe(file.place, opened)
                return
            size = opened.seek(0, 2)
            opened.seek(0)
            yield from read_inside(file.place, chunks_of(opened), Budget(size), opened)
    except OSError as error:
        yield drop_at(file.place, from_os_error(error))


def read_pipe(place: Place, pipe: BinaryIO) -> Iterator[Captured | Dropped]:
    """Read what comes through a pipe."""
    budget = Budget()
    yield from read_inside(place, counted(chunks_of(pipe), budget), budget)


def read_inside(
    place: Place, chunks: Iterator[bytes], budget: Budget, file: BinaryIO | None = None
) -> Iterator[Captured | Dropped]:
    """Read a file or a member of an archive, whatever it is; a problem with it becomes its dropped row."""
    try:
        if place.depth > limits.DEPTH:
            cause = f"it lies {place.depth} archives deep, the limit is {limits.DEPTH}"
            raise ReadProblem("unsafe", cause, "unpack the outer archives and read the folder")
        yield from by_kind(place, chunks, budget, file)
    except ReadProblem as problem:
        yield drop_at(place, problem)


def by_kind(
    place: Place, chunks: Iterator[bytes], budget: Budget, file: BinaryIO | None
) -> Iterator[Captured | Dropped]:
    """Look at the head and hand the chunks to the reader of their format."""
    head, chunks = look(chunks)
    if not head:
        chunks = chain(chunks)  # a problem met before the first byte goes before "empty"
        next(chunks, None)
    kind = sniff(head, place.name)
    if kind in ROWS:
        wide = wide_encoding(head)
        yield from ROWS[kind](place, as_utf8(chunks, wide) if wide else chunks)
    elif kind == "warc":
        yield from pages_of_warc(place, chunks)
    elif kind == "feed":
        yield from rows_of_feed(place, chunks)
    elif kind == "mhtml":
        yield page_of_mhtml(place, chunks)
    elif kind == "zip":
        yield from members_of_zip(place, chunks, file, budget, read_inside)
    elif kind in MEDIA_TYPES:
        yield article(place, read_article(chunks), MEDIA_TYPES[kind])
    else:
        yield from read_packed(place, head, chunks, budget)


def read_packed(place: Place, head: bytes, chunks: Iterator[bytes], budget: Budget) -> Iterator[Captured | Dropped]:
    """Read what a compressed file holds, under the name of the compressed file."""
    packing = packing_of(head)
    if packing:
        yield from read_inside(place.inside(), unpacked(chunks, packing, budget), budget)


def article(place: Place, content: bytes, media_type: str) -> Captured:
    """Take a file that is one article."""
    return Captured(capture_of(place, content, media_type), content)
