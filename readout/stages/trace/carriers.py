"""Say how common the runs of a passage are in the pile: stock text stands on many pages that share nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.candidates import Column, sampled
from readout.stages.trace.passages import Passage
from readout.text.align import EQUAL
from readout.text.distinct import ascending
from readout.text.shingles import RUN, Shingles
from readout.text.words import Words

Ints = NDArray[np.int64]
PARTS = 1 << 24  # of a bit


class Runs(NamedTuple):
    """The sampled runs within passages, and all texts that carry them.

    Shapes: `at` int64 (places,), words of the pile, ascending, and `runs` int64 (places,), the number of the run there;
    `carried`, `texts` int64 (uses,): each run with each text that carries it.
    """

    at: Ints
    runs: Ints
    carried: Ints
    texts: Ints


class Carriers(NamedTuple):
    """Running sums, over the sampled runs within passages: of the families that carry them, and of the bits (log2) of those
    beside one family, and beside two. The bits are in whole parts of one, so that no sum depends on what stands before it.

    Shapes: `held`, `beside_one`, `beside_two` int64 (places + 1,); `at` int64 (places,), words of the pile; `firsts` int64
    (texts + 1,); `families` int64 (texts,).
    """

    held: Ints
    beside_one: Ints
    beside_two: Ints
    at: Ints
    firsts: Ints
    families: Ints

    def among(self, rows: Sequence[Passage]) -> float:
        """Give the mean of `of` over the passages of a pair."""
        return float(np.average([self.of(p) for p in rows], weights=[max(1, p.solid) for p in rows]))

    def of(self, p: Passage) -> float:
        """Give how many families beside those of the two pages carry the runs of a passage: the mean of all on its left side,
        or the geometric mean of those that both sides share, where that is less. A phrase that stands everywhere makes no
        stock text of a passage whose other runs stand nowhere else."""
        one = self.families[p.left] == self.families[p.right]
        base = int(self.firsts[p.left])
        low, high = np.searchsorted(self.at, (base + p.bounds[0], base + p.bounds[1])).tolist()
        if high == low:
            return 0.0
        mean: float = max(0.0, int(self.held[high] - self.held[low]) / (high - low) - (1 if one else 2))
        return min(mean, self.between(p, base, self.beside_one if one else self.beside_two))

    def between(self, p: Passage, base: int, sums: Ints) -> float:
        """Give the geometric mean over the runs that both sides share; infinity where they share none."""
        e = p.edits
        same = (e.kinds == EQUAL) & (e.left_end - e.left >= RUN)
        low, high = np.searchsorted(self.at, base + np.stack([e.left[same], e.left_end[same] - RUN + 1]))
        runs = int((high - low).sum())
        return math.pow(2.0, int((sums[high] - sums[low]).sum()) / PARTS / runs) - 1.0 if runs else math.inf


def runs_within(cut: Words, found: Sequence[Passage]) -> Runs:
    """Find the sampled runs within the left sides of passages, and who else carries them. Cost: two passes over all words,
    of which only what stands in passages is kept."""
    at, hashes = places_within(cut, found)
    known = ascending(hashes)
    uses = [uses_of(made, known, len(cut.firsts)) for made in sampled(Column(cut.hashes, cut.firsts), RUN)]
    carried = np.concatenate(uses)
    numbers = np.searchsorted(known, hashes).astype(np.int64)
    return Runs(at, numbers, carried // len(cut.firsts), carried % len(cut.firsts))


def places_within(cut: Words, found: Sequence[Passage]) -> tuple[Ints, NDArray[np.uint64]]:
    """Give where sampled runs begin within the left sides of passages, in words of the pile, ascending, and the runs."""
    inside = np.zeros(len(cut.hashes), bool)
    for p in found:
        base = int(cut.firsts[p.left])
        inside[base + p.bounds[0] : base + p.bounds[1]] = True
    held = [
        (at[inside[at]], made.hashes[inside[at]])
        for made in sampled(Column(cut.hashes, cut.firsts), RUN)
        for at in [whereabouts(cut, made)]
    ]
    return np.concatenate([at for at, _ in held]), np.concatenate([runs for _, runs in held])


def uses_of(made: Shingles, known: NDArray[np.uint64], texts: int) -> Ints:
    """Give each use of a known run by a text once: number of the run times `texts`, plus the text."""
    numbers = np.searchsorted(known, made.hashes)
    kept = np.flatnonzero(known[np.minimum(numbers, len(known) - 1)] == made.hashes) if len(known) else np.zeros(0, np.int64)
    return ascending(numbers[kept].astype(np.int64) * texts + made.texts[kept].astype(np.int64))


def whereabouts(cut: Words, made: Shingles) -> Ints:
    """Give the words of the pile at which runs begin."""
    return made.at.astype(np.int64) + cut.firsts[made.texts.astype(np.int64)]


def carriers(runs: Runs, firsts: Ints, families: Ints) -> Carriers:
    """Count for each run the families of texts that carry it. Shapes: `families` int64 (texts,)."""
    pairs = ascending(runs.carried * (len(families) + 1) + families[runs.texts])
    counts = np.bincount(pairs // (len(families) + 1), minlength=1)
    return summed(counts[runs.runs], runs.at, firsts, families)


def summed(held: Ints, at: Ints, firsts: Ints, families: Ints) -> Carriers:
    """Sum up how many families carry each run. Shapes: `held` int64 (places,)."""
    sums = [running(row) for row in (held, bits(held), bits(held - 1))]
    return Carriers(sums[0], sums[1], sums[2], at, firsts, families)


def bits(counts: Ints) -> Ints:
    """Give log2 of counts, of one at least, in parts of a bit."""
    made: Ints = np.rint(np.log2(np.maximum(1, counts)) * PARTS).astype(np.int64)
    return made


def running(values: Ints) -> Ints:
    """Give running sums, from nought."""
    sums: Ints = np.concatenate([[0], np.cumsum(values, dtype=np.int64)])
    return sums
