"""Words for one deed, by family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from readout.lexicon import read
from readout.text.stem import stem


@cache
def deeds() -> Mapping[str, frozenset[str]]:
    """Give, for the stem of each word of `deeds.toml`, the families it stands in."""
    found: dict[str, set[str]] = defaultdict(set)
    for family, words in read("deeds").items():
        for word in words:
            found[stem(word)].add(family)
    return {word: frozenset(families) for word, families in found.items()}
