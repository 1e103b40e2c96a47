"""Cut alignments into passages and measure each; keep, of overlapping ones, the one that explains most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.candidates import Aligned
from readout.stages.trace.pile import Pile
from readout.text.align import ALIKE, EQUAL, Edits
from readout.text.likeness import Likeness, Side, likeness, matched

SOLID = 3  # equal words in a row that count as shared: alignment finds single function words anywhere
BREAK = 12  # words on one side alone that part two passages: a short sentence


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

    @property
    def explained(self) -> int:
        """Words that match, equal or by meaning."""
        return self.same + self.like.swaps


def passages(pile: Pile, found: Iterable[Aligned]) -> list[Passage]:
    """Measure every piece of the alignments and keep the best of those that overlap, pair by pair."""
    by_pair: dict[tuple[int, int], list[Aligned]] = defaultdict(list)
    for one in found:
        by_pair[one.left, one.right].append(one)
    made: list[Passage] = []
    sides: dict[int, Side] = {}
    for (left, right), rows in sorted(by_pair.items(), key=lambda item: item[0]):
        for text in (left, right):
            if text not in sides:
                sides[text] = pile.side(text)
        pieces = [p for row in rows for e in cut(pile, row) for p in [measured(pile, row, e, sides)]]
        made += best(pieces)
        for text in [t for t in sides if t < left]:
            if len(sides) > 4096:
                del sides[text]
    return made


def cut(pile: Pile, row: Aligned) -> Iterator[Edits]:
    """Cut an alignment where one side goes on alone for a sentence or so, and where both announce what follows."""
    e = announcements_apart(pile, row)
    gone, new = e.left_end - e.left, e.right_end - e.right
    matches = (e.kinds == EQUAL) | (e.kinds == ALIKE)
    alone = ~matches & parts(gone, new)
    edges = sorted({0, len(e.kinds), *np.flatnonzero(alone).tolist(), *begins(pile, row, e)})
    for low, high in pairwise(edges):
        if matches[low:high].any():
            yield rows(e, low, high)


def begins(pile: Pile, row: Aligned, e: Edits) -> list[int]:
    """Give the rows of equal words that both pages announce."""
    left, right = pile.cut.firsts[row.left] + e.left, pile.cut.firsts[row.right] + e.right
    equal = np.flatnonzero(e.kinds == EQUAL)
    marked = pile.announced[left[equal]] & pile.announced[right[equal]]
    found: list[int] = equal[marked].tolist()
    return found


def announcements_apart(pile: Pile, row: Aligned) -> Edits:
    """Begin a new row at each equal word that both pages announce."""
    e = row.edits
    base = pile.cut.firsts[row.left], pile.cut.firsts[row.right]
    made: list[tuple[int, int, int, int, int]] = []
    for kind, a, b, c, d in zip(*(column.tolist() for column in e[:5]), strict=True):
        if kind == EQUAL:
            both = pile.announced[base[0] + a + 1 : base[0] + b] & pile.announced[base[1] + c + 1 : base[1] + d]
            cuts = [0, *(np.flatnonzero(both) + 1).tolist(), b - a]
            made += [(kind, a + low, a + high, c + low, c + high) for low, high in pairwise(cuts)]
        else:
            made.append((kind, a, b, c, d))
    columns = np.array(made, np.int64).reshape(-1, 5).T
    return Edits(*columns, np.array([0, len(made)]))


def announced(pile: Pile, row: Aligned, e: Edits) -> bool:
    """Tell whether both pages announce the first words of a piece."""
    left, right = pile.cut.firsts[row.left] + e.left[0], pile.cut.firsts[row.right] + e.right[0]
    return bool(pile.announced[left] and pile.announced[right])


def parts(gone: NDArray[np.int64], new: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Mark the changes in which one side has BREAK words more than twice what the other has."""
    return np.maximum(gone, new) - 2 * np.minimum(gone, new) >= BREAK


def rows(e: Edits, low: int, high: int) -> Edits:
    """Give some rows as an alignment, unmatched rows at its ends left out."""
    kept = np.flatnonzero((e.kinds[low:high] == EQUAL) | (e.kinds[low:high] == ALIKE))
    low, high = (low + int(kept[0]), low + int(kept[-1]) + 1) if len(kept) else (low, low)
    columns = (column[low:high] for column in e[:5])
    return Edits(*columns, np.array([0, high - low]))


def measured(pile: Pile, row: Aligned, e: Edits, sides: dict[int, Side]) -> Passage:
    """Measure one piece."""
    bounds = int(e.left[0]), int(e.left_end[-1]), int(e.right[0]), int(e.right_end[-1])
    lengths = (e.left_end - e.left)[e.kinds == EQUAL]
    solid = rows_of(e, (e.kinds == EQUAL) & (e.left_end - e.left >= SOLID))
    a, b = matched(solid, EQUAL)
    quoted = pile.quoted[pile.cut.firsts[row.left] + a] | pile.quoted[pile.cut.firsts[row.right] + b]
    return Passage(
        row.left, row.right, bounds, e, likeness(e, sides[row.left], sides[row.right]),
        int(lengths.sum()), len(a), int((~quoted).sum()), announced(pile, row, e),
        min(coverage(pile, row.left, *bounds[:2]), coverage(pile, row.right, *bounds[2:])),
    )  # fmt: skip


def coverage(pile: Pile, text: int, first: int, last: int) -> float:
    """Give the share of the sentences around the words `[first, last)` that these words make up."""
    base, end = int(pile.cut.firsts[text]), int(pile.cut.firsts[text + 1])
    numbers = pile.sentences[base:end]
    low, high = np.searchsorted(numbers, (numbers[first], numbers[last - 1] + 1))
    return (last - first) / max(1, int(high - low))


def rows_of(e: Edits, mask: NDArray[np.bool_]) -> Edits:
    columns = (column[mask] for column in e[:5])
    return Edits(*columns, np.array([0, int(mask.sum())]))


def best(pieces: list[Passage]) -> list[Passage]:
    """Keep pieces in order of what they explain, leaving out those that mostly lie within a better one."""
    kept: list[Passage] = []
    for piece in sorted(pieces, key=lambda p: (-p.explained, p.bounds)):
        if not any(crosses(piece, other) for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.bounds)


def crosses(one: Passage, other: Passage) -> bool:
    """Tell whether a piece shares a third of its words or more with another, on either side."""
    return any(
        3 * (min(one.bounds[i + 1], other.bounds[i + 1]) - max(one.bounds[i], other.bounds[i]))
        >= one.bounds[i + 1] - one.bounds[i]
        for i in (0, 2)
    )
