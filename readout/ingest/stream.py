"""Bytes as they come: chunks, a look at the head, a file that can be read once, one article in bounds."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from readout.ingest import limits
from readout.ingest.problem import ReadProblem, from_os_error

TOO_LARGE = ReadProblem(
    "too_large",
    f"it is larger than {limits.ARTICLE // limits.MIB} MiB, the limit for one article",
    "cut it into articles, or write them as JSON Lines with one article a line",
)


class Budget:
    """How much one outermost file has unpacked to, over all levels; stops archives that only grow."""

    def __init__(self, packed: int = 0) -> None:
        self.packed, self.unpacked = packed, 0

    def spend(self, length: int) -> None:
        """Count unpacked bytes. Raises ReadProblem where the whole grows beyond all use."""
        self.unpacked += length
        if self.unpacked > limits.TOTAL and self.unpacked > limits.TOTAL_RATIO * max(1, self.packed):
            cause = f"its archive unpacks to more than {limits.TOTAL // limits.GIB} GiB, as a zip bomb does"
            raise ReadProblem("unsafe", cause, "unpack what you trust by hand and read the folder")


class ChunkFile(io.RawIOBase):
    """Chunks as a file that is read once, forward; `tell` is all that FastWARC asks beyond that."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self.chunks, self.rest, self.position = chunks, memoryview(b""), 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the buffer is always a memoryview
        while not self.rest:
            chunk = next(self.chunks, None)
            if chunk is None:
                return 0
            self.rest = memoryview(chunk)
        length = min(len(buffer), len(self.rest))
        buffer[:length] = self.rest[:length]
        self.rest = self.rest[length:]
        self.position += length
        return length


def chunks_of(file: BinaryIO) -> Iterator[bytes]:
    """Read a file in chunks. Raises ReadProblem where the system refuses."""
    try:
        while chunk := file.read(limits.CHUNK):
            yield chunk
    except OSError as error:
        raise from_os_error(error) from error


def counted(chunks: Iterable[bytes], budget: Budget) -> Iterator[bytes]:
    """Pass chunks on, counting them as the packed size of what comes through a pipe."""
    for chunk in chunks:
        budget.packed += len(chunk)
        yield chunk


def look(chunks: Iterator[bytes], size: int = limits.HEAD) -> tuple[bytes, Iterator[bytes]]:
    """Give the first bytes, and all chunks again; a problem met on the way comes at its place in the chunks."""
    held: list[bytes] = []
    length = 0
    try:
        while length < size and (chunk := next(chunks, b"")):
            held.append(chunk)
            length += len(chunk)
    except ReadProblem as problem:
        return b"".join(held)[:size], chain(held, failing(problem))
    return b"".join(held)[:size], chain(held, chunks)


def failing(problem: ReadProblem) -> Iterator[bytes]:
    """Give no chunk, but the problem."""
    raise problem
    yield b""  # makes this a generator


def as_file(chunks: Iterator[bytes]) -> io.BufferedReader:
    """Make a buffered file of chunks."""
    return io.BufferedReader(ChunkFile(chunks), limits.CHUNK)


def read_article(chunks: Iterator[bytes]) -> bytes:
    """Join the chunks of one article. Raises ReadProblem where it is too large, cut short or unreadable."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > limits.ARTICLE:
            raise TOO_LARGE
    return bytes(held)


def as_utf8(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Turn UTF-16 or UTF-32 into UTF-8, so that lines can be found; what cannot be read becomes U+FFFD."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", True).encode("utf-8", "replace")


def lines(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Number the lines from 1, without their ends; null for a line over the limit, which is passed over."""
    file = as_file(chunks)
    number = 0
    while line := file.readline(limits.ARTICLE + 1):
        number += 1
        if len(line) > limits.ARTICLE:
            pass_over_line(file, line)
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def pass_over_line(file: io.BufferedReader, line: bytes) -> None:
    """Read on to the end of a line without holding it."""
    while line and not line.endswith(b"\n"):
        line = file.readline(limits.CHUNK)
