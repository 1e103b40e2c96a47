"""Say how rare English words are, in bits: a machine rewriter goes from common words to rare ones."""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files

UNSEEN = 0.5  # uses counted for a word that was not seen: half of one, the usual add-half estimate


def rarity(word: str) -> float:
    """Give -log2 of a folded word's share of running text; 5 for "the", about 20 for a word never seen."""
    counts, total = word_counts()
    return math.log2(total / counts.get(word, UNSEEN))


@lru_cache(maxsize=1)
def word_counts() -> tuple[dict[str, int], int]:
    """Read the counts of `lexicon/share_alike/word_counts.txt` and their sum."""
    lines = (files("readout.lexicon") / "share_alike" / "word_counts.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    counts = {word: int(count) for word, count in rows}
    return counts, sum(counts.values())
