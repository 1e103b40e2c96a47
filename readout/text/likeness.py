"""Describe how one aligned passage differs from another, in named numbers; no decision is taken here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.text.align import Edits
from readout.text.chains import Chains
from readout.text.pieces import (
    CLOSED_SAME,
    CLOSED_WORDS,
    FREE_SAME,
    LEFT,
    LEFT_END,
    NAMES,
    NAMES_SAME,
    NUMBERS,
    NUMBERS_SAME,
    OPEN,
    RIGHT,
    RIGHT_END,
    SAME,
    SWAPS,
)


class Likeness(NamedTuple):
    """Shares lie in 0–1 and are of the longer side; null where neither side has a word of the kind."""

    words: int  # of the shorter passage
    exact: float  # words equal and in order
    content: float | None  # words that are neither function word, name nor number: equal and in order
    synonyms: float | None  # of the same words: replaced by another form or a synonym
    function: float | None  # function words: equal and in order
    names: float | None  # names in both passages, in whatever order
    numbers: float | None  # numbers in both passages, in whatever order
    swaps: int  # words or phrases replaced by a synonym
    rarity_shift: float  # bits by which the replaced words are rarer on the right, on average


def likenesses(counts: NDArray[np.int64], shifts: NDArray[np.float64]) -> list[Likeness]:
    """Describe measured pieces. Shapes: `counts` int64 (n, columns of `pieces`), `shifts` float64 (n,)."""
    return [likeness(count, shift) for count, shift in zip(counts.tolist(), shifts.tolist(), strict=True)]


def likeness(count: Sequence[int], shift: float) -> Likeness:
    """Describe one measured piece. Swapping its texts changes nothing but the sign of `rarity_shift`."""
    left, right = count[LEFT_END] - count[LEFT], count[RIGHT_END] - count[RIGHT]
    return Likeness(
        words=min(left, right),
        exact=count[SAME] / max(left, right),
        content=share(count[FREE_SAME], count[OPEN]),
        synonyms=share(min(count[SWAPS], count[OPEN]), count[OPEN]),
        function=share(count[CLOSED_SAME], count[CLOSED_WORDS]),
        names=share(count[NAMES_SAME], count[NAMES]),
        numbers=share(count[NUMBERS_SAME], count[NUMBERS]),
        swaps=count[SWAPS],
        rarity_shift=shift,
    )


def share(count: int, of: int) -> float | None:
    return count / of if of else None


def matched(made: Edits, kind: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the word numbers, left and right, that rows of `kind` match one to one."""
    rows = made.kinds == kind
    lengths = (made.left_end - made.left)[rows]
    inside = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(made.left[rows], lengths) + inside, np.repeat(made.right[rows], lengths) + inside


def order(made: Chains) -> float | None:
    """Give, for one pair of texts, the share of matched words in pairs of chains told in the same order on both sides.

    Null for one chain.

    Method: Kendall's tau, a, over chains weighted by matched words, rescaled to 0–1.
    """
    starts = made.firsts[:-1]
    if len(starts) < 2:
        return None
    weight = np.add.reduceat(made.lengths, starts)
    i, j = np.triu_indices(len(starts), 1)
    same = (made.left[starts][i] < made.left[starts][j]) == (made.right[starts][i] < made.right[starts][j])
    weights = (weight[i] * weight[j]).astype(float)
    return float((weights * same).sum() / weights.sum())
