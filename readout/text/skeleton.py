"""Keep of a text what a machine rewriter cannot swap for synonyms: function words, names, numbers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.text.words import CAPITAL, DIGIT, OPENS_SENTENCE, Words


class Skeleton(NamedTuple):
    """The kept words of some texts, in order.

    Shapes: `hashes` uint64 (kept,); `places` int64 (kept,), each one's number within its text's words; `firsts` int64
    (texts + 1,), as in `Words`.
    """

    hashes: NDArray[np.uint64]
    places: NDArray[np.int64]
    firsts: NDArray[np.int64]


def skeleton(made: Words, closed: NDArray[np.uint64], known: NDArray[np.uint64]) -> Skeleton:
    """Keep function words, numbers, and capitalised words, at the start of a sentence only if not in `known`.

    Quoted words get no favour: a shared quotation is found by its own shingles, and careless rewriters spin inside
    quotation marks too.

    Shapes: `closed`, `known` uint64, ascending: hashes of function words and of words that are seen in lower case.
    """
    kept = among(made.hashes, closed) | (made.flags & DIGIT > 0) | names(made, closed, known)
    rows = np.flatnonzero(kept)
    texts = np.searchsorted(made.firsts, rows, side="right") - 1
    firsts = np.searchsorted(rows, made.firsts).astype(np.int64)
    return Skeleton(made.hashes[rows], rows - made.firsts[texts], firsts)


def names(made: Words, closed: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Mark words that are capitalised though nothing but their being a name asks for it."""
    capital, opens = made.flags & CAPITAL > 0, made.flags & OPENS_SENTENCE > 0
    return capital & ~among(made.hashes, closed) & (~opens | ~among(made.hashes, known))


def among(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Mark the values that occur in `known`, which ascends."""
    if not len(known):
        return np.zeros(len(values), bool)
    return known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values


def anchors(
    left: NDArray[np.int64], right: NDArray[np.int64], runs: tuple[NDArray[np.int64], ...]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Turn runs of equal skeleton words into runs of one text word each, as `align` takes them.

    Shapes: `left`, `right` int64, the `places` of the two texts; `runs` left, right and length int64 (runs,), counted
    in skeleton words. Gives left, right and length int64, counted in words.
    """
    lengths = runs[2]
    inside = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    at_left, at_right = (places[np.repeat(side, lengths) + inside] for places, side in zip((left, right), runs[:2], strict=True))
    return at_left, at_right, np.ones(len(at_left), np.int64)
