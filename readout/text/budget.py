"""Choose which candidate pairs to align: the best of each text, and enough to hold every family together."""

from __future__ import annotations

import numpy as np
from numba import njit

from readout.text.seeds import Pairs


def budgeted(found: Pairs, texts: int, most: int) -> Pairs:
    """Keep the pairs among the `most` with most hits of either text, and a spanning forest of those with most hits.

    Families of up to `most` + 1 texts keep every pair unless chance pairs outbid them, and a wire reprinted in hundreds
    of edited copies costs no more than `most` pairs a text. The forest keeps whatever was one piece in one piece.
    Cost: one sort of the pairs.
    """
    if not len(found.left):
        return found
    left, right = found.left.astype(np.int64), found.right.astype(np.int64)
    sizes = np.diff(found.firsts)
    order = np.lexsort((right, left, -sizes))
    kept = choose(left, right, order, np.int64(texts), np.int64(most))
    return found.only(kept)


@njit(cache=True, nogil=True)
def choose(left, right, order, texts, most):  # type: ignore[no-untyped-def]
    """Go through the pairs, best first; mark those within a text's budget and those that join two parts."""
    kept, used, parent = np.zeros(len(left), np.bool_), np.zeros(texts, np.int64), np.arange(texts)
    for pair in order:
        a, b = root(parent, left[pair]), root(parent, right[pair])
        kept[pair] = a != b or used[left[pair]] < most or used[right[pair]] < most
        parent[max(a, b)] = min(a, b)
        used[left[pair]] += 1
        used[right[pair]] += left[pair] != right[pair]
    return kept


@njit(cache=True, nogil=True)
def root(parent, node):  # type: ignore[no-untyped-def]
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node
