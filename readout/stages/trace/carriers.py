"""Say how common the runs of a passage are in the pile: stock text stands on many pages that share nothing else."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.passages import Passage
from readout.text.shingles import Shingles
from readout.text.words import Words


class Carriers(NamedTuple):
    """Running sums over all words: of the families that carry the run sampled there, and of the runs sampled.

    Shapes: `held` float64, `runs` int64, both (words + 1,); `firsts` int64 (texts + 1,); `families` int64 (texts,).
    """

    held: NDArray[np.float64]
    runs: NDArray[np.int64]
    firsts: NDArray[np.int64]
    families: NDArray[np.int64]

    def of(self, p: Passage) -> float:
        """Give how many families beyond those of the two pages carry the runs of a passage, on average."""
        own = 1 if self.families[p.left] == self.families[p.right] else 2
        base = int(self.firsts[p.left])
        low, high = base + p.bounds[0], base + p.bounds[1]
        runs = int(self.runs[high] - self.runs[low])
        return max(0.0, float(self.held[high] - self.held[low]) / runs - own) if runs else 0.0


def carriers(cut: Words, made: Shingles, families: NDArray[np.int64]) -> Carriers:
    """Count for each sampled run the families of texts that carry it. Shapes: `families` int64 (texts,)."""
    of_run = families[made.texts.astype(np.int64)]
    order = np.lexsort((of_run, made.hashes))
    hashes, texts, of_run = made.hashes[order], made.texts[order], of_run[order]
    new_hash = np.r_[True, hashes[1:] != hashes[:-1]][: len(hashes)]
    new_family = new_hash | np.r_[True, of_run[1:] != of_run[:-1]][: len(hashes)]
    group = np.cumsum(new_hash) - 1
    held = np.bincount(group, weights=new_family) if len(group) else np.zeros(0)
    at = made.at[order].astype(np.int64) + cut.firsts[texts.astype(np.int64)]
    sums, runs = np.zeros(len(cut.hashes) + 1), np.zeros(len(cut.hashes) + 1, np.int64)
    sums[at + 1], runs[at + 1] = held[group], 1
    return Carriers(np.cumsum(sums), np.cumsum(runs), cut.firsts, families)
