"""Cut alignments into passages and measure each; keep, of overlapping ones, the one that explains most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.candidates import Aligned
from readout.stages.trace.pile import Pile
from readout.text import pieces as piece
from readout.text.align import Edits
from readout.text.likeness import Likeness, likeness
from readout.text.pieces import SOLID, Pieces, keep_best, pieces
from readout.text.synonyms import phrases

# A pair with less than this in all its passages together cannot be judged a copy nor a quotation, so it is left out here.
SAYS_NOTHING = 8, 5  # free words; words in one solid run
__all__ = ["SOLID", "Passage", "passages"]


class Passage(NamedTuple):
    """A stretch that two texts share, bounds in words of each text, with what was measured on it."""

    left: int
    right: int
    bounds: tuple[int, int, int, int]  # left first, left last, right first, right last; ends exclusive
    edits: Edits
    like: Likeness
    same: int  # words equal on both sides
    solid: int  # of them in runs of SOLID or more
    free: int  # of those, outside quotation marks on both sides
    opening: bool  # both texts announce it, in a line that ends in a colon
    whole: float  # share of the sentences it touches that it covers, on the side where that is less
    facts: tuple[int, int]  # distinct names and numbers on both sides; those that are not, of the side that has more

    @property
    def explained(self) -> int:
        """Words that match, equal or by meaning."""
        return self.same + self.like.swaps


def passages(pile: Pile, found: Iterable[Aligned], *, known: bool = False) -> list[Passage]:
    """Measure every piece of the alignments and keep the best of those that overlap, pair by pair; of pairs not `known` to
    share text only those with enough to be judged."""
    words, table = pile.marked(), phrases()
    made = [(one, pieces(words, one.edits, (one.left, one.right), table)) for one in found]
    counts = np.concatenate([p.counts for _, p in made])
    left = np.concatenate([one.left[p.counts[:, piece.CHAIN]] for one, p in made])
    right = np.concatenate([one.right[p.counts[:, piece.CHAIN]] for one, p in made])
    base = np.cumsum([0, *(len(p.counts) for _, p in made)])
    rows: list[Passage] = []
    pairs = left * len(pile.documents) + right
    for at in chosen(counts, pairs, None if known else SAYS_NOTHING).tolist():
        part = int(np.searchsorted(base, at, side="right")) - 1
        rows.append(passage(made[part][1], at - int(base[part]), (int(left[at]), int(right[at]))))
    return rows


def chosen(counts: NDArray[np.int64], pairs: NDArray[np.int64], least: tuple[int, int] | None) -> NDArray[np.int64]:
    """Keep pieces in order of what they explain, leaving out those that mostly lie within a better one, and pairs that have
    less than `least` of both free and solid words. Gives rows in order of pair and place."""
    bounds = [counts[:, k] for k in (piece.RIGHT_END, piece.RIGHT, piece.LEFT_END, piece.LEFT)]
    explained = counts[:, piece.SAME] + counts[:, piece.SWAPS]
    kept = keep_best(np.lexsort((*bounds, -explained, pairs)), pairs, counts)
    if least:
        kept &= says_something(counts, pairs, kept, least)
    order = np.lexsort((*bounds, pairs)).astype(np.int64)
    rows: NDArray[np.int64] = order[kept[order]]
    return rows


def says_something(
    counts: NDArray[np.int64], pairs: NDArray[np.int64], kept: NDArray[np.bool_], least: tuple[int, int]
) -> NDArray[np.bool_]:
    """Mark the pieces of pairs that share enough to be judged."""
    _, pair = np.unique(pairs, return_inverse=True)
    free = np.bincount(pair, weights=(counts[:, piece.FREE] + counts[:, piece.SWAPS]) * kept)
    solid = np.zeros(len(free), np.int64)
    np.maximum.at(solid, pair, counts[:, piece.SOLID_WORDS] * kept)
    return (free[pair] >= least[0]) | (solid[pair] >= least[1])


def passage(made: Pieces, row: int, texts: tuple[int, int]) -> Passage:
    """Give one measured piece as a passage."""
    count = made.counts[row].tolist()
    whole, shift = made.measures[row].tolist()
    low, high = count[piece.FIRST], count[piece.LAST]
    kinds, left, left_end, right, right_end = (column[low:high] for column in made.edits[:5])
    edits = Edits(kinds, left, left_end, right, right_end, np.array([0, high - low]))
    return Passage(
        *texts, tuple(count[piece.LEFT : piece.RIGHT_END + 1]), edits, likeness(count, shift),
        count[piece.SAME], count[piece.SOLID_WORDS], count[piece.FREE], bool(count[piece.OPENING]), whole,
        (count[piece.FACTS_SAME], count[piece.FACTS] - count[piece.FACTS_SAME]),
    )  # fmt: skip
