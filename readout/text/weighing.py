"""Weigh the words that two texts share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Apart(NamedTuple):
    """The distinct words of texts, ascending. Shapes: `words` int64 (uses,), text i from `firsts[i]` on; `firsts` int64
    (texts + 1,)."""

    words: Ints
    firsts: Ints


def laid_apart(words: NDArray[np.int32], firsts: Ints) -> Apart:
    """Give each distinct word of a text once. Shapes: `words` int32 (words,), text i from `firsts[i]` on."""
    texts = np.repeat(np.arange(len(firsts) - 1, dtype=np.int64), np.diff(firsts))
    keys = np.unique((texts << 32) | words)
    return Apart(keys & 0xFFFFFFFF, np.searchsorted(keys >> 32, np.arange(len(firsts))).astype(np.int64))


def shared_weights(laid: Apart, weights: Floats, pairs: tuple[Ints, Ints]) -> tuple[Floats, Floats]:
    """Give the weight of the words that the texts of each pair share, and that of all words of each text.

    Shapes: `weights` float64 (distinct words,); the first of the results (pairs,), the second (texts,).
    Cost: linear in the words of the pairs.
    """
    sums = np.concatenate([[0.0], np.cumsum(weights[laid.words])])
    return weigh_pairs(laid.words, laid.firsts, weights, pairs[0], pairs[1]), sums[laid.firsts[1:]] - sums[laid.firsts[:-1]]


@njit(cache=True, nogil=True)
def weigh_pairs(words, firsts, weights, left, right):  # type: ignore[no-untyped-def]
    made = np.zeros(len(left), np.float64)
    for pair in range(len(left)):
        a, a_end = firsts[left[pair]], firsts[left[pair] + 1]
        b, b_end = firsts[right[pair]], firsts[right[pair] + 1]
        while a < a_end and b < b_end:
            if words[a] == words[b]:
                made[pair] += weights[words[a]]
                a += 1
                b += 1
            elif words[a] < words[b]:
                a += 1
            else:
                b += 1
    return made
