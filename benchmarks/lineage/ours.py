"""Our candidate search as the peers' hook: a list of texts in, pairs of positions out.

python -m benchmarks.lineage.peers PILE --ours benchmarks.lineage.ours:search
"""

from __future__ import annotations

import numpy as np

from readout.text.chains import chains
from readout.text.seeds import Pairs
from readout.text.sharing import sharing
from readout.text.shingles import shingles
from readout.text.words import words_of_texts

RUN = 3  # words: the features of the peers
CAP, LEAST_HITS = 24, 4
LEAST_SHARE = 0.04  # of the sampled runs of the shorter text
LEAST_CHAIN = 14.0  # words of exact run, less the cost of gaps


def search(texts: list[str]) -> list[tuple[int, int]]:
    """Find the pairs of texts with a chain of shared runs of three words."""
    cut = words_of_texts(texts)
    made = shingles(cut.hashes, cut.firsts, RUN)
    found = enough(sharing(made, CAP, LEAST_HITS), np.bincount(made.texts, minlength=len(texts)))
    kept = np.unique(chains(cut.hashes, cut.firsts, found, least=LEAST_CHAIN).pairs)
    return list(zip(found.left[kept].tolist(), found.right[kept].tolist(), strict=True))


def enough(found: Pairs, runs: np.ndarray) -> Pairs:
    """Keep the pairs that share enough of the runs of the shorter text, and leave out a text with itself."""
    sizes = np.diff(found.firsts)
    kept = (sizes >= LEAST_SHARE * np.minimum(runs[found.left], runs[found.right])) & (found.left != found.right)
    return found.only(kept)
