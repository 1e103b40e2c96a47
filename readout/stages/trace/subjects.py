"""Tell whether two texts of one house are about one matter, by the names they share: then they are one voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from itertools import chain, combinations

NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")
PLAIN = re.compile(r"\b[a-z][a-z’'-]{3,}")
HALF = 0.5  # of the names of the text with fewer that the other shares, from which both are about one matter; ours


def plain_words(texts: Iterable[str]) -> frozenset[str]:
    """Give the words that some text writes without a capital."""
    return frozenset(chain.from_iterable(PLAIN.findall(text) for text in texts))


def names_in(text: str, plain: Set[str]) -> frozenset[str]:
    """Give the words that a text writes with a capital and no text without."""
    return frozenset(n for n in NAME.findall(text) if n.lower() not in plain)


def one_matter(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts share most of the names of the one that has fewer."""
    fewer = min(len(one), len(other))
    return fewer > 0 and len(one & other) >= HALF * fewer


def matters(names: Iterable[frozenset[str]]) -> int:
    """Count the matters that texts are about: those linked by shared names are one."""
    listed = list(names)
    group = list(range(len(listed)))
    for i, j in combinations(range(len(listed)), 2):
        if group[i] != group[j] and one_matter(listed[i], listed[j]):
            group = [group[i] if g == group[j] else g for g in group]
    return len(set(group))
