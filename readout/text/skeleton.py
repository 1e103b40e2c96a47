"""Keep of a text what a machine rewriter cannot swap for synonyms: function words, names, numbers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.chains import Chains
from readout.text.words import CAPITAL, OPENS_SENTENCE, Words


class Skeleton(NamedTuple):
    """The kept words of some texts, in order.

    Shapes: `hashes` uint64 (kept,); `places` int32 (kept,), each one's number within its text's words; `firsts` int64
    (texts + 1,), as in `Words`.
    """

    hashes: NDArray[np.uint64]
    places: NDArray[np.int32]
    firsts: NDArray[np.int64]


def skeleton(made: Words, kept: NDArray[np.bool_]) -> Skeleton:
    """Keep the marked words: function words, numbers and names, which a machine does not swap.

    Quoted words get no favour: a shared quotation is found by its own shingles, and careless rewriters spin inside
    quotation marks too.
    """
    count = int(np.count_nonzero(kept))
    places, firsts = np.empty(count, np.int32), np.zeros(len(made.firsts), np.int64)
    place(made.firsts, kept, places, firsts)
    return Skeleton(made.hashes[kept], places, firsts)


@njit(cache=True, nogil=True)
def place(firsts, kept, places, kept_firsts):  # type: ignore[no-untyped-def]
    """Number the kept words within their texts."""
    n = 0
    for text in range(len(firsts) - 1):
        for word in range(firsts[text], firsts[text + 1]):
            if kept[word]:
                places[n] = word - firsts[text]
                n += 1
        kept_firsts[text + 1] = n


def names(made: Words, closed: NDArray[np.bool_], lower: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark words that are capitalised though nothing but their being a name asks for it: no function words (`closed`),
    and at the start of a sentence none that is seen in lower case (`lower`). Shapes: bool (words,)."""
    capital, opens = made.flags & CAPITAL > 0, made.flags & OPENS_SENTENCE > 0
    return capital & ~closed & (~opens | ~lower)


def among(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Mark the values that occur in `known`, which ascends."""
    if not len(known):
        return np.zeros(len(values), bool)
    found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def anchors(bones: Skeleton, texts: tuple[NDArray[np.uint32], NDArray[np.uint32]], made: Chains) -> Chains:
    """Turn chains of skeleton words into chains of text words, one run per word, as `align` takes them.

    Shapes: `texts` uint32 (pairs,), the left and right texts of the pairs that the chains are numbered by.
    """
    pairs = np.repeat(made.pairs, np.diff(made.firsts))  # of each run
    inside = np.arange(int(made.lengths.sum())) - np.repeat(np.cumsum(made.lengths) - made.lengths, made.lengths)
    left, right = (
        bones.places[np.repeat(bones.firsts[side[pairs].astype(np.int64)] + starts, made.lengths) + inside].astype(
            np.int64
        )
        for side, starts in zip(texts, (made.left, made.right), strict=True)
    )
    firsts = np.concatenate([[0], np.cumsum(made.lengths)]).astype(np.int64)[made.firsts]
    return Chains(left, right, np.ones(len(left), np.int64), firsts, made.pairs, made.scores)
