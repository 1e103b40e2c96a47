"""Say how common the runs of a passage are in the pile: stock text stands on many pages that share nothing else."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.passages import Passage
from readout.text.shingles import Shingles
from readout.text.words import Words


class Carriers(NamedTuple):
    """Running sums over all words: of the pages that carry the run sampled there, and of the runs sampled.

    Shapes: `pages` float64, `runs` int64, both (words + 1,); `firsts` int64 (texts + 1,).
    """

    pages: NDArray[np.float64]
    runs: NDArray[np.int64]
    firsts: NDArray[np.int64]

    def __call__(self, p: Passage) -> float:
        """Give how many pages beyond the two carry the runs of a passage, on average."""
        base = int(self.firsts[p.left])
        low, high = base + p.bounds[0], base + p.bounds[1]
        runs = int(self.runs[high] - self.runs[low])
        return max(0.0, float(self.pages[high] - self.pages[low]) / runs - 2) if runs else 0.0


def carriers(cut: Words, made: Shingles) -> Carriers:
    """Count for each sampled run the texts that carry it."""
    order = np.lexsort((made.texts, made.hashes))
    hashes, texts = made.hashes[order], made.texts[order]
    new_hash = np.r_[True, hashes[1:] != hashes[:-1]][: len(hashes)]
    new_text = new_hash | np.r_[True, texts[1:] != texts[:-1]][: len(hashes)]
    group = np.cumsum(new_hash) - 1
    pages = np.bincount(group, weights=new_text) if len(group) else np.zeros(0)
    at = made.at[order].astype(np.int64) + cut.firsts[texts.astype(np.int64)]
    sums, runs = np.zeros(len(cut.hashes) + 1), np.zeros(len(cut.hashes) + 1, np.int64)
    sums[at + 1], runs[at + 1] = pages[group], 1
    return Carriers(np.cumsum(sums), np.cumsum(runs), cut.firsts)
