"""Describe how one aligned passage differs from another, in named numbers; no decision is taken here."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.text.align import ALIKE, EQUAL, REPLACE, Edits
from readout.text.chains import Chains
from readout.text.synonyms import phrases_alike

LONGEST_PHRASE = 3  # words; the lexicon holds no longer ones
Bools = NDArray[np.bool_]


class Side(NamedTuple):
    """One text's words, as `likeness` looks at them.

    Shapes: all (words,) — `hashes` uint64; `closed`, `names`, `numbers` bool; `rarities` float64, in
    bits; `stems` a list of strings.
    """

    hashes: NDArray[np.uint64]
    closed: Bools
    names: Bools
    numbers: Bools
    rarities: NDArray[np.float64]
    stems: list[str]


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


def likeness(made: Edits, left: Side, right: Side) -> Likeness:
    """Describe the passages that `made` aligns, the rows of one chain.

    Swapping them changes nothing but the sign of `rarity_shift`.
    """
    spans = (int(made.left[0]), int(made.left_end[-1])), (int(made.right[0]), int(made.right_end[-1]))
    a, b = (part(side, *span) for side, span in zip((left, right), spans, strict=True))
    same, alike = matched(made, EQUAL), matched(made, ALIKE)
    shifts = [*(right.rarities[alike[1]] - left.rarities[alike[0]]).tolist(), *phrase_shifts(made, left, right)]
    free = open_words(left)[same[0]] & open_words(right)[same[1]]
    most_open = max(int(open_words(a).sum()), int(open_words(b).sum()))
    return Likeness(
        words=min(len(a.hashes), len(b.hashes)),
        exact=len(same[0]) / max(len(a.hashes), len(b.hashes)),
        content=share(int(free.sum()), most_open),
        synonyms=share(min(len(shifts), most_open), most_open),
        function=share(int(left.closed[same[0]].sum()), max(int(a.closed.sum()), int(b.closed.sum()))),
        names=in_both(a.hashes[a.names], b.hashes[b.names]),
        numbers=in_both(a.hashes[a.numbers], b.hashes[b.numbers]),
        swaps=len(shifts),
        rarity_shift=float(np.mean(shifts)) if shifts else 0.0,
    )


def part(side: Side, start: int, end: int) -> Side:
    here = slice(start, end)
    marks = side.closed[here], side.names[here], side.numbers[here]
    return Side(side.hashes[here], *marks, side.rarities[here], side.stems[here])


def open_words(side: Side) -> Bools:
    return ~(side.closed | side.names | side.numbers)


def share(count: int, of: int) -> float | None:
    return count / of if of else None


def matched(made: Edits, kind: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the word numbers, left and right, that rows of `kind` match one to one."""
    rows = made.kinds == kind
    lengths = (made.left_end - made.left)[rows]
    inside = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(made.left[rows], lengths) + inside, np.repeat(made.right[rows], lengths) + inside


def in_both(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> float | None:
    """Give the share of distinct values on both sides, of the side that has more; null if neither has any."""
    one, other = np.unique(left), np.unique(right)
    return share(len(np.intersect1d(one, other, assume_unique=True)), max(len(one), len(other)))


def phrase_shifts(made: Edits, left: Side, right: Side) -> list[float]:
    """Give, for each replacement of a phrase by a synonymous one, how much rarer its rarest word became."""
    shifts = []
    for a, b, c, d in zip(*(column[made.kinds == REPLACE].tolist() for column in made[1:5]), strict=True):
        if max(b - a, d - c) <= LONGEST_PHRASE and phrases_alike(left.stems[a:b], right.stems[c:d]):
            shifts.append(float(right.rarities[c:d].max() - left.rarities[a:b].max()))
    return shifts


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
