"""Say how rare English words are, in bits: a machine rewriter goes from common words to rare ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from readout.text.stem import stem

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


@lru_cache(maxsize=1)
def stem_counts() -> Mapping[str, int]:
    """Add up the counts of the words of each stem."""
    counts = Counter[str]()
    for word, count in word_counts()[0].items():
        counts[stem(word)] += count
    return counts


@lru_cache(maxsize=1 << 16)
def stem_rarity(stemmed: str) -> float:
    """Give -log2 of the share of running text that the words of a stem hold; about 20 for one never seen, as names are."""
    return math.log2(word_counts()[1] / stem_counts().get(stemmed, UNSEEN))
