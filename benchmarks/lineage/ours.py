"""Our candidate search as the peers' hook: a list of texts in, pairs of positions out.

python -m benchmarks.lineage.peers PILE --ours benchmarks.lineage.ours:search
"""

from __future__ import annotations

import numpy as np

from readout.text.chains import chains
from readout.text.seeds import hits, pairs
from readout.text.shingles import shingles
from readout.text.words import words_of_texts

RUN = 3  # words: the features of the peers
CAP, LEAST_HITS = 32, 3
LEAST_CHAIN = 14.0  # words of exact run, less the cost of gaps


def search(texts: list[str]) -> list[tuple[int, int]]:
    """Find the pairs of texts with a chain of shared runs of three words."""
    cut = words_of_texts(texts)
    found = pairs(hits(shingles(cut.hashes, cut.firsts, RUN), CAP), LEAST_HITS)
    made = chains(cut.hashes, cut.firsts, found, least=LEAST_CHAIN)
    kept = np.unique(made.pairs)
    return list(zip(found.left[kept].tolist(), found.right[kept].tolist(), strict=True))
