"""Tell whether two texts of one house are about one matter, by the names they share: then they are one voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")
PLAIN = re.compile(r"\b[a-z][a-z’'-]{3,}")
HALF = 0.5  # of the names of the text with fewer that the other shares, from which both are about one matter; ours


def names_in(texts: Sequence[str]) -> list[frozenset[str]]:
    """Give for each text the words it always writes with a capital: those that no text writes without one."""
    plain = {w for text in texts for w in PLAIN.findall(text)}
    return [frozenset(n for n in NAME.findall(text) if n.lower() not in plain) for text in texts]


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
