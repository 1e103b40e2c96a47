"""Lay the pages of a stored pile out as columns of words in files, and take small piles back from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readout.records import Document
from readout.stages.trace.betrayals import Suspicion, suspicions
from readout.stages.trace.candidates import RUN
from readout.stages.trace.origins import Outlets
from readout.stages.trace.pile import Columns, Known, Pile, Spelt, known_of, laid_out
from readout.text.digests import digests, representatives
from readout.text.shingles import shingles
from readout.text.skeleton import names
from readout.text.words import Words
from readout.tracing.sources import Stored, size_of_texts
from readout.tracing.spill import Buckets, Column, Ints, Shelf

PIECE = 4096  # pages laid out together
RANGE_WORDS = 1 << 22  # words a range of hashes is made for
MOST_RANGES = 1 << 10
SHINGLE: Any = [("hash", "u8"), ("around", "u8"), ("text", "u4"), ("at", "u4")]
REST: Any = [("starts", "i4"), ("ends", "i4"), ("sentences", "i4"), ("flags", "u1"), ("marks", "u1")]
QUOTED, ANNOUNCED, TITLE = 1, 2, 4  # bits of `marks`


class Laid:
    """A pile in files: the words of all pages, the pages themselves, and what is known of the pile as a whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hashes = Column(folder / "hashes", np.uint64)
        self.rest = Column(folder / "rest", REST)
        self.rows = Column(folder / "rows", np.int32)
        self.documents = Pages(folder / "documents")
        self.suspected: dict[int, Suspicion] = {}
        self.firsts: Ints = np.zeros(1, np.int64)
        self.first_equal: Ints = np.zeros(0, np.int64)
        self.order: Ints = np.zeros(0, np.int64)  # of pages by their first equal
        self.known: Known
        self.outlets = Outlets(frozenset(), {})
        self.runs = Runs(folder, "runs")

    def equals(self, text: int) -> list[int]:
        """Give the pages of the same words as a text which is the first of them, itself included."""
        first = self.first_equal[self.order]
        low, high = np.searchsorted(first, (text, text + 1)).tolist()
        pages: list[int] = self.order[low:high].tolist()
        return pages

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self.documents)

    def take(self, texts: Sequence[int] | Ints, *, with_documents: bool = True) -> Pile:
        """Give some pages, in ascending order, as a pile of their own; what is known of words is that of the whole."""
        numbers = np.asarray(texts, np.int64)
        starts, ends = self.firsts[numbers], self.firsts[numbers + 1]
        firsts = np.concatenate([[0], np.cumsum(ends - starts)]).astype(np.int64)
        bounds = list(stretches(starts, ends))
        columns = [c.read(iter(bounds), int(firsts[-1])) for c in (self.hashes, self.rest, self.rows)]
        hashes, rest, rows = columns
        parts = {name: np.ascontiguousarray(rest[name]) for name in rest.dtype.names or ()}
        cut = Words(hashes, parts["starts"], parts["ends"], parts["flags"], firsts)
        named = names(cut, self.known.closed[rows], self.known.lower[rows])
        quoted, announced, titles = (parts["marks"] & bit > 0 for bit in (QUOTED, ANNOUNCED, TITLE))
        documents = tuple(self.documents[d] for d in numbers.tolist()) if with_documents else NoDocuments(len(numbers))
        return Pile(documents, cut, quoted, parts["sentences"], announced, titles, rows, named, self.known)  # type: ignore[arg-type]  # a sequence of nothing where nobody looks

    def pieces(self) -> Iterator[tuple[int, Pile]]:
        """Give the pages in order, some at a time, without their texts: the number of the first, and the pile."""
        for low in range(0, self.count, PIECE):
            yield low, self.take(np.arange(low, min(low + PIECE, self.count)), with_documents=False)


class Pages(Shelf):
    """The documents of a pile, kept as plain values: those are put and taken several times faster."""

    NAMES = tuple(f.name for f in fields(Document))

    def add(self, held: Document) -> None:
        super().add(tuple(getattr(held, name) for name in self.NAMES))

    def __getitem__(self, number: int) -> Document:
        return Document(*super().__getitem__(number))


class NoDocuments:
    """Stands where a pile's documents would, and knows how many they are."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count


class Runs:
    """Sampled runs in files, by range of their hashes."""

    def __init__(self, folder: Path, name: str) -> None:
        self.held = Buckets(folder, name, SHINGLE)
        self.parts = 1

    def add(self, hashes: NDArray[np.uint64], firsts: Ints, run: int, low: int) -> None:
        """Sample the runs of some texts, the first of which is number `low`."""
        made = shingles(hashes, firsts, run)
        rows = np.empty(len(made.hashes), SHINGLE)
        rows["hash"], rows["around"], rows["at"] = made.hashes, made.around, made.at
        rows["text"] = made.texts + np.uint32(low)
        self.held.add(range_of(made.hashes, self.parts), rows)


def range_of(hashes: NDArray[np.uint64], parts: int) -> Ints:
    """Give the range of each hash among `parts`."""
    found: Ints = ((hashes >> np.uint64(48)) * np.uint64(parts) >> np.uint64(16)).astype(np.int64)
    return found


def stretches(starts: Ints, ends: Ints) -> Iterator[tuple[int, int]]:
    """Join stretches that follow on each other."""
    if not len(starts):
        return
    new = np.flatnonzero(starts[1:] != ends[:-1]) + 1
    yield from zip(starts[[0, *new]].tolist(), ends[[*(new - 1), len(ends) - 1]].tolist(), strict=True)


def lay_out(stored: Stored, folder: Path) -> Laid:
    """Lay a stored pile out in files."""
    laid = Laid(folder)
    laid.runs.parts = ranges(stored)
    sizes: list[Ints] = []
    held: list[NDArray[np.uint64]] = []
    vocabulary = Vocabulary()
    ranks: list[NDArray[np.int32]] = []
    outlets = set[str](), dict[str, set[str]]()
    for documents, rows in stored.pieces(PIECE):
        low = laid.count
        columns, firsts, words = laid_out(documents, rows)
        put_columns(laid, columns)
        cut = Words(*columns[:4], firsts)
        laid.suspected |= {low + d: s for d, s in suspicions(documents, cut, rows.blocks).items()}
        laid.runs.add(columns.hashes, firsts, RUN, low)
        held.append(digests(columns.hashes, firsts))
        sizes.append(np.diff(firsts))
        ranks.append(vocabulary.numbered(words))
        put_documents(laid, documents, outlets)
    laid.documents.close()
    lengths = np.concatenate([np.zeros(0, np.int64), *sizes])
    laid.firsts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    laid.first_equal = representatives(np.concatenate([np.zeros(0, np.uint64), *held]), lengths)
    laid.order = np.argsort(laid.first_equal, kind="stable")
    laid.known, order = vocabulary.known()
    renumber(laid, [order[rank] for rank in ranks])
    laid.outlets = Outlets(frozenset(outlets[0]), outlets[1])
    return laid


def ranges(stored: Stored) -> int:
    """Give into how many ranges of hashes runs are cut, by the size of the texts."""
    import pyarrow.parquet as parquet

    size = size_of_texts(parquet.read_metadata(stored.folder / "documents.parquet"))
    return min(MOST_RANGES, 1 + size // (6 * RANGE_WORDS))


def put_columns(laid: Laid, columns: Columns) -> None:
    """Put the words of a piece behind those before."""
    rest = np.empty(len(columns.hashes), REST)
    for name in ("starts", "ends", "sentences", "flags"):
        rest[name] = getattr(columns, name)
    marks = np.zeros(len(rest), np.uint8)
    for bit, mask in ((QUOTED, columns.quoted), (ANNOUNCED, columns.announced), (TITLE, columns.titles)):
        marks |= mask.astype(np.uint8) * np.uint8(bit)
    rest["marks"] = marks
    laid.hashes.append(columns.hashes)
    laid.rest.append(rest)
    laid.rows.append(columns.rows)


def put_documents(laid: Laid, documents: Sequence[Document], outlets: tuple[set[str], dict[str, set[str]]]) -> None:
    """Put the pages of a piece on the shelf, and note who writes for which outlet."""
    for d in documents:
        laid.documents.add(d)
        if d.outlet:
            outlets[0].add(d.outlet)
            for writer in d.bylines:
                outlets[1].setdefault(writer, set()).add(d.outlet)


def renumber(laid: Laid, ranks: Sequence[NDArray[np.int32]]) -> None:
    """Number the words of each piece among those of the pile."""
    for number, rank in enumerate(ranks):
        texts = number * PIECE, min((number + 1) * PIECE, laid.count)
        start, end = int(laid.firsts[texts[0]]), int(laid.firsts[texts[1]])
        laid.rows.write(start, rank[laid.rows.read(iter([(start, end)]), end - start)])


class Vocabulary:
    """The distinct words of all pieces, numbered as they come."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._spellings: list[str] = []
        self._lower: list[NDArray[np.int32]] = []

    def numbered(self, words: Spelt) -> NDArray[np.int32]:
        """Give the number of each word of a piece, new ones included."""
        numbers, spellings = self._numbers, self._spellings
        made = np.empty(len(words.spellings), np.int32)
        for k, value in enumerate(words.hashes.tolist()):
            number = numbers.setdefault(value, len(spellings))
            if number == len(spellings):
                spellings.append(words.spellings[k])
            made[k] = number
        self._lower.append(np.unique(made[words.lower]))
        return made

    def known(self) -> tuple[Known, NDArray[np.int32]]:
        """Give what is known of the words in order of their hashes, and the place of each number in that order."""
        values = np.fromiter(self._numbers, np.uint64, len(self._numbers))
        order = np.argsort(values)
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        lower = np.zeros(len(order), bool)
        for numbers in self._lower:
            lower[place[numbers]] = True
        return known_of(values[order], [self._spellings[n] for n in order.tolist()], lower), place
