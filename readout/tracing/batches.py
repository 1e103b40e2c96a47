"""Find which texts share runs, range by range of their hashes, and align them in batches of pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.candidates import (
    BONE_HITS,
    BONE_RUN,
    CAP,
    LEAST_HITS,
    MOST,
    Aligned,
    chained_bones,
    chained_words,
    lone,
    within,
)
from readout.stages.trace.carriers import places_within
from readout.stages.trace.passages import Passage, passages
from readout.stages.trace.pile import Pile
from readout.text.align import Edits
from readout.text.budget import choose
from readout.text.seeds import Hits, Pairs, hits, pairs
from readout.text.shingles import Shingles
from readout.tracing.laid import Laid, Runs, range_of
from readout.tracing.spill import Buckets, Ints, put, taken

TEXTS = 1 << 12  # left pages of one file of hits
MOST_PAIRS = 1 << 13  # in one batch
HIT: Any = [("left", "u4"), ("right", "u4"), ("left_at", "u4"), ("right_at", "u4")]
ASKED: Any = [("hash", "u8"), ("batch", "u4"), ("place", "u4")]


class Batch(NamedTuple):
    """The passages of some pairs, with the numbers of their pages and where sampled runs begin within them.

    Shapes: `texts` int64, ascending: pages of the pile; the passages count by places in it. `firsts` int64 (texts + 1,);
    `at` int64 (places,).
    """

    texts: Ints
    firsts: Ints
    passages: list[Passage]
    at: Ints


class Batches:
    """Passages of all pairs, batch by batch in files, in the order of pairs."""

    def __init__(self, laid: Laid, folder: Path) -> None:
        self.laid, self.folder = laid, folder
        self.asked = Buckets(folder, "asked", ASKED)
        self.count = 0

    def find(self) -> None:
        """Find and align all that may share passages, and write it down."""
        found = [self.seeds("words", self.laid.runs, LEAST_HITS), self.seeds("bones", bones(self.laid), BONE_HITS)]
        for low in range(0, self.laid.count, TEXTS):
            held = [kept(self.folder / f"{name}-pairs-{low // TEXTS}", marks) for name, marks in found]
            for start, end in cuts(held, low, min(low + TEXTS, self.laid.count)):
                self.align([of_left(one, start, end) for one in held], start, end)

    def seeds(self, name: str, runs: Runs, least: int) -> tuple[str, Iterator[NDArray[np.bool_]]]:
        """Pair the texts that share runs, in files by their left texts; give for each file the pairs that are aligned."""
        held = Buckets(self.folder, f"{name}-hits", HIT)
        for part in range(runs.parts):
            one = hits(lone(shingles_of(runs.held.read(part)), self.laid.first_equal), CAP)
            if runs is not self.laid.runs:  # those are asked for again
                runs.held.drop(part)
            rows = np.empty(len(one.left), HIT)
            for field in one._fields:
                rows[field] = getattr(one, field)
            held.add((rows["left"] // TEXTS).astype(np.int64), rows)
        sizes: list[tuple[Ints, Ints, Ints]] = []
        for number in range(-(-self.laid.count // TEXTS)):
            found = pairs(hits_of(held.read(number)), least)
            held.drop(number)
            put(self.folder / f"{name}-pairs-{number}", found)
            sizes.append((found.left.astype(np.int64), found.right.astype(np.int64), np.diff(found.firsts)))
        return name, budgets(sizes, self.laid.count)

    def align(self, held: Sequence[Pairs], start: int, end: int) -> None:
        """Align the pairs whose left page is one of `[start, end)`, and parts of these pages with each other."""
        lefts = np.arange(start, end)
        texts = np.unique(np.concatenate([lefts, *(side for p in held for side in (p.left, p.right))])).astype(np.int64)
        pile = self.laid.take(texts, with_documents=False)
        place = Placed(texts)
        mine = (texts >= start) & (texts < end) & (self.laid.first_equal[texts] == texts)
        made: list[Aligned] = [chained_words(pile, place.pairs(held[0]))]
        made.append(chained_bones(pile, pile.skeleton(), place.pairs(held[1])))
        made.append(within(pile, np.where(mine, np.arange(len(texts)), -1)))
        self.write(texts, pile, passages(pile, made))

    def write(self, texts: Ints, pile: Pile, found: list[Passage]) -> None:
        """Write the passages of one batch, and ask who carries the runs in them."""
        at, runs = places_within(pile.cut, found)
        put(self.folder / f"batch-{self.count}", Batch(texts, pile.cut.firsts, [flat(p) for p in found], at))
        rows = np.empty(len(at), ASKED)
        rows["hash"], rows["batch"], rows["place"] = runs, self.count, np.arange(len(at))
        self.asked.add(range_of(runs, self.laid.runs.parts), rows)
        self.count += 1

    def __iter__(self) -> Iterator[Batch]:
        return map(self.batch, range(self.count))

    def batch(self, number: int) -> Batch:
        """Read one batch."""
        (batch,) = taken(self.folder / f"batch-{number}")
        made: Batch = batch._replace(passages=[whole(p) for p in batch.passages])
        return made


def flat(p: Passage) -> Passage:
    """Give a passage with its edits as one run of bytes, which is put and taken several times faster."""
    return p._replace(edits=np.stack(p.edits[:5]).astype(np.int32).tobytes())  # type: ignore[arg-type]  # until `whole`


def whole(p: Passage) -> Passage:
    """Give a passage with its edits as they are, undoing `flat`."""
    rows = np.frombuffer(p.edits, np.int32).reshape(5, -1).astype(np.int64)  # type: ignore[call-overload]  # bytes of `flat`
    kinds, left, left_end, right, right_end = rows
    return p._replace(edits=Edits(kinds, left, left_end, right, right_end, np.array([0, rows.shape[1]])))


class Placed:
    """Numbers pages by their places in a batch."""

    def __init__(self, texts: Ints) -> None:
        self.texts = texts

    def of(self, numbers: NDArray[Any]) -> NDArray[np.uint32]:
        """Give the places of pages."""
        return np.searchsorted(self.texts, numbers.astype(np.int64)).astype(np.uint32)

    def pairs(self, found: Pairs) -> Pairs:
        """Give pairs by places."""
        return found._replace(left=self.of(found.left), right=self.of(found.right))


def bones(laid: Laid) -> Runs:
    """Sample the runs of words that a rewriter leaves."""
    made = Runs(laid.folder, "bone-runs")
    made.parts = laid.runs.parts
    for low, pile in laid.pieces():
        held = pile.skeleton()
        made.add(held.hashes, held.firsts, BONE_RUN, low)
    return made


def shingles_of(rows: NDArray[Any]) -> Shingles:
    """Give stored runs as columns."""
    return Shingles(*(np.ascontiguousarray(rows[name]) for name in ("hash", "around", "text", "at")))


def hits_of(rows: NDArray[Any]) -> Hits:
    """Give stored hits as columns."""
    return Hits(*(np.ascontiguousarray(rows[name]) for name in Hits._fields))


def budgets(sizes: Sequence[tuple[Ints, Ints, Ints]], texts: int) -> Iterator[NDArray[np.bool_]]:
    """Choose, of all pairs together, those that are aligned; see `budgeted`. Gives one column of marks a file."""
    left, right, hit = (np.concatenate([np.zeros(0, np.int64), *(one[k] for one in sizes)]) for k in range(3))
    order = np.lexsort((right, left, -hit))
    kept = choose(left, right, order, np.int64(texts), np.int64(MOST))
    at = 0
    for one in sizes:
        yield kept[at : at + len(one[0])]
        at += len(one[0])


def kept(path: Path, marks: Iterator[NDArray[np.bool_]]) -> Pairs:
    """Read the pairs of a file that are aligned; the file goes."""
    found: Pairs
    (found,) = taken(path)
    path.unlink()
    return found.only(next(marks))


def of_left(found: Pairs, start: int, end: int) -> Pairs:
    """Keep the pairs whose left page is one of `[start, end)`."""
    return found.only((found.left >= start) & (found.left < end))


def cuts(held: Sequence[Pairs], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Cut the pages `[low, high)` so that those of one cut are not in too many pairs."""
    counts = sum(np.bincount(p.left.astype(np.int64) - low, minlength=high - low) for p in held)
    number = np.cumsum(np.asarray(counts) + 1) // MOST_PAIRS
    edges = [low, *(low + np.flatnonzero(np.diff(number)) + 1).tolist(), high]
    yield from pairwise(edges)
