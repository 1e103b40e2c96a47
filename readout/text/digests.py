"""Find stretches of text that are equal word for word, and let one stand for all."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.shingles import hash_run


def digests(hashes: NDArray[np.uint64], bounds: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Digest each stretch of words: texts with `Words.firsts` as bounds, paragraphs with `stretches`.

    Shapes: `hashes` uint64 (words,); `bounds` int64 (n + 1,), never falling; gives uint64 (n,).
    A digest has 64 bits: one false equality is expected among six thousand million stretches.
    """
    made = np.empty(len(bounds) - 1, np.uint64)
    fill(hashes, bounds, made)
    return made


def stretches(starts: NDArray[np.int32], first: int, last: int, cuts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the word bounds of one text's paragraphs.

    Shapes: `starts` int32 (words,), as in `Words`; the text has the words `[first, last)`; `cuts` int64 (n + 1,), the
    code points where paragraphs start, and the end of the last. Gives int64 (n + 1,).
    """
    return first + np.searchsorted(starts[first:last], cuts).astype(np.int64)


def representatives(made: NDArray[np.uint64], lengths: NDArray[np.int64], least: int = 1) -> NDArray[np.int64]:
    """Give for each stretch the first one equal to it; stretches under `least` words stand for themselves.

    Shapes: `made` uint64 (n,), from `digests`; `lengths` int64 (n,), in words; gives int64 (n,).
    """
    _, first, inverse = np.unique(made, return_index=True, return_inverse=True)
    numbers = np.arange(len(made), dtype=np.int64)
    return np.where(lengths < least, numbers, first[inverse])


@njit(cache=True, nogil=True)
def fill(hashes, bounds, made):  # type: ignore[no-untyped-def]
    for i in range(len(bounds) - 1):
        made[i] = hash_run(hashes, bounds[i], bounds[i + 1])
