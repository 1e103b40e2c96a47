"""Unpack gzip, bzip2, xz, zstd, brotli and deflate chunk by chunk, in bounds, and tell where the data is cut short."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Literal, Protocol

from readout.ingest import limits
from readout.ingest.problem import ReadProblem
from readout.ingest.stream import Budget

Packing = Literal["gz", "bz2", "xz", "zst"]

MAGIC: dict[Packing, tuple[bytes, ...]] = {
    "gz": (b"\x1f\x8b\x08",),
    "bz2": (b"BZh",),
    "xz": (b"\xfd7zXZ\x00",),
    "zst": (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"),
}
"""First bytes: RFC 1952, bzip2, the xz format, RFC 8878 (a frame, and the dictionary frame of web archives)."""

STEP = 1024
"""Packed bytes fed at once. The densest of the four, bzip2 and zstd, then make at most about 45 MB in one step."""


class Unpacker(Protocol):
    """What zlib, bz2, lzma and zstandard objects share."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def unpacker(packing: Packing) -> Unpacker:
    """Make a fresh unpacker of one member or frame."""
    if packing == "gz":
        return zlib.decompressobj(wbits=31)
    if packing == "bz2":
        return bz2.BZ2Decompressor()
    if packing == "xz":
        return lzma.LZMADecompressor()
    import zstandard

    return zstandard.ZstdDecompressor().decompressobj()


def library_errors() -> tuple[type[Exception], ...]:
    """Name what the libraries raise on broken data."""
    import zstandard

    return (zlib.error, lzma.LZMAError, zstandard.ZstdError, OSError, EOFError, ValueError)


def packing_of(head: bytes) -> Packing | None:
    """Tell by the first bytes how something is packed; null where it is not."""
    return next((packing for packing, starts in MAGIC.items() if head.startswith(starts)), None)


def may_begin(data: bytes, packing: Packing) -> bool:
    """Tell whether bytes may begin a member, be there ever so few of them."""
    return any(start.startswith(data[: len(start)]) for start in MAGIC[packing])


def unpacked(chunks: Iterator[bytes], packing: Packing, budget: Budget | None = None) -> Iterator[bytes]:
    """Unpack all members of a compressed stream.

    Raises: ReadProblem `truncated` where data ends or breaks within a member, after all that came before it;
    `unsafe` where a little data unpacks to very much.
    Does not: complain about bytes after the last member, as gunzip does not.
    """
    meter = Meter(budget or Budget())
    state: Unpacker | None = None
    errors = library_errors()
    for piece in steps(chunks):
        rest = piece
        while rest:
            if state is None and meter.made and not may_begin(rest, packing):
                return
            state = state or unpacker(packing)
            try:
                made = state.decompress(rest)
            except errors as error:
                raise broken(f"its {packing} data is damaged ({error})") from error
            rest = state.unused_data if state.eof else b""
            state = None if state.eof else state
            meter.count(made, len(piece))
            piece = b""
            if made:
                yield made
    if state is not None:
        raise broken(f"its {packing} data ends too early")


def steps(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Cut chunks into steps small enough that no step unpacks to too much."""
    for chunk in chunks:
        for start in range(0, len(chunk), STEP):
            yield chunk[start : start + STEP]


class Meter:
    """Weigh what comes out against what went in."""

    def __init__(self, budget: Budget) -> None:
        self.budget, self.taken, self.made = budget, 0, 0

    def count(self, made: bytes, taken: int) -> None:
        """Count both sides. Raises ReadProblem `unsafe` for a bomb."""
        self.taken += taken
        self.made += len(made)
        if self.made > limits.RATIO_FLOOR and self.made > limits.RATIO * self.taken:
            raise bomb(self.taken, self.made)
        self.budget.spend(len(made))


def bomb(taken: int, made: int) -> ReadProblem:
    """Describe something that unpacks to suspiciously much."""
    cause = f"{taken} packed bytes unpack to more than {made // limits.MIB} MiB, as a zip bomb does"
    return ReadProblem("unsafe", cause, "if you trust it, unpack it by hand and read the folder")


def broken(cause: str) -> ReadProblem:
    """Describe data that ends or breaks too early."""
    remedy = "only pages that stand whole before this point were read, fetch or copy it again for the rest"
    return ReadProblem("truncated", cause, remedy)


def decoded_body(body: bytes, encodings: list[str]) -> bytes:
    """Undo the content encodings of an HTTP body, last applied first; an unknown one, or one that was never applied
    or was undone by the archiver, leaves the bytes as they are. Raises ReadProblem where decoded bytes are cut."""
    for encoding in reversed(encodings):
        undo = {"gzip": gunzip, "x-gzip": gunzip, "deflate": inflate, "br": unbrotli, "zstd": unzstd}.get(encoding)
        body = undo(body) if undo else body
    return body


def gunzip(body: bytes) -> bytes:
    return bounded(unpacked(iter([body]), "gz")) if packing_of(body) == "gz" else body


def unzstd(body: bytes) -> bytes:
    return bounded(unpacked(iter([body]), "zst")) if packing_of(body) == "zst" else body


def inflate(body: bytes) -> bytes:
    """Undo deflate with or without the zlib frame: servers send both."""
    for wbits in (15, -15):
        state = zlib.decompressobj(wbits)
        try:
            return bounded(state.decompress(step) for step in steps(iter([body])))
        except zlib.error:
            continue
    return body


def unbrotli(body: bytes) -> bytes:
    import brotli  # type: ignore[import-untyped]

    state = brotli.Decompressor()
    process: Callable[[bytes], bytes] = state.process
    try:
        return bounded(process(step) for step in steps(iter([body])))
    except brotli.error:
        return body


def bounded(pieces: Iterator[bytes]) -> bytes:
    """Join pieces up to the limit of one article."""
    from readout.ingest.stream import read_article

    return read_article(pieces)
