"""jsonl: rows of JSON Lines, of a JSON array and of objects one after another, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.ingest import limits
from readout.ingest.captured import Captured
from readout.ingest.item import row_item
from readout.ingest.problem import Place, ReadProblem, drop_at
from readout.ingest.stream import TOO_LARGE, lines
from readout.records import Dropped

OUTSIDE = re.compile(rb'["{}\[\],]')
INSIDE = re.compile(rb'\\.|"', re.S)
BOM = b"\xef\xbb\xbf"


def rows_of_lines(place: Place, chunks: Iterator[bytes]) -> Iterator[Captured | Dropped]:
    """Give each line that is not blank as a row, numbered as an editor numbers lines."""
    number = 0
    try:
        for number, line in lines(chunks):
            if line is None:
                yield drop_at(place.row(number), TOO_LARGE)
            elif line.removeprefix(BOM).strip():
                yield row_item(place, number, line.removeprefix(BOM))
    except ReadProblem as problem:
        yield drop_at(place.row(number + 1), problem)


def rows_of_array(place: Place, chunks: Iterator[bytes]) -> Iterator[Captured | Dropped]:
    """Give each item of an array, or each of several objects, as a row, numbered from 1."""
    number = 0
    try:
        for number, item in enumerate(items(chunks), 1):
            yield row_item(place, number, item)
    except ReadProblem as problem:
        yield drop_at(place.row(number + 1), problem)


class Scan:
    """Where a reader of JSON stands: the bytes held, how deep in brackets, and whether inside a string."""

    def __init__(self) -> None:
        self.held, self.position, self.depth, self.quoted = bytearray(), 0, 0, False

    def cut(self, end: int) -> bytes:
        """Take the item that ends here and forget it, with its separator."""
        item = bytes(self.held[:end]).strip()
        del self.held[: self.position]
        self.position = 0
        return item

    def next_mark(self) -> int | None:
        """Step to the next character that matters; null where more bytes are needed."""
        found = (INSIDE if self.quoted else OUTSIDE).search(self.held, self.position)
        if found:
            self.position = found.end()
            return found.group()[0]
        half_escape = self.quoted and self.held.endswith(b"\\")
        self.position = max(self.position, len(self.held) - half_escape)
        return None


def items(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Cut a JSON array into its items, or a run of objects into objects, without parsing them.

    Cost: linear; holds one item. Raises: ReadProblem `too_large` for an item over the limit, `malformed` where the
    file ends within one.
    """
    scan, base = Scan(), None
    for chunk in chunks:
        scan.held += chunk if base is not None else chunk.removeprefix(BOM)
        if base is None and scan.held.strip():
            base = 1 if scan.held.lstrip().startswith(b"[") else 0
        yield from (item for item in finished(scan, base or 0) if item)
        if len(scan.held) > limits.ARTICLE:
            raise TOO_LARGE
    if scan.held.strip():
        cause = "the file ends within this item" if scan.depth else "it is not JSON"
        raise ReadProblem("malformed", cause, "complete the file, or write JSON Lines, one object a line")


def finished(scan: Scan, base: int) -> Iterator[bytes]:
    """Give the items that end within the bytes held."""
    while (mark := scan.next_mark()) is not None:
        if scan.quoted or mark == QUOTE:
            scan.quoted = scan.quoted != (mark == QUOTE)
        elif mark in OPEN:
            scan.depth += 1
            if base and scan.depth == base:
                scan.cut(0)
        elif mark in CLOSE:
            scan.depth -= 1
            if scan.depth == base - 1 or (not base and scan.depth <= 0):
                yield scan.cut(scan.position - bool(base))
        elif scan.depth == base == 1:
            yield scan.cut(scan.position - 1)


QUOTE, OPEN, CLOSE = ord('"'), b"{[", b"}]"
