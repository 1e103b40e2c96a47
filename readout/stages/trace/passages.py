"""Cut alignments into passages and measure each; keep, of overlapping ones, the one that explains most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
    opening: bool  # both texts announce it: the words before it end in a colon on both sides

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
    """Cut an alignment where one side goes on alone for a sentence or so."""
    e = row.edits
    gone, new = e.left_end - e.left, e.right_end - e.right
    alone = (e.kinds != EQUAL) & (e.kinds != ALIKE) & parts(gone, new)
    edges = [-1, *np.flatnonzero(alone).tolist(), len(e.kinds)]
    for low, high in zip(edges, edges[1:], strict=False):
        if high - low > 1:
            yield rows(e, low + 1, high)


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
        int(lengths.sum()), len(a), int((~quoted).sum()), announced(pile, row, bounds),
    )  # fmt: skip


def rows_of(e: Edits, mask: NDArray[np.bool_]) -> Edits:
    columns = (column[mask] for column in e[:5])
    return Edits(*columns, np.array([0, int(mask.sum())]))


def announced(pile: Pile, row: Aligned, bounds: tuple[int, int, int, int]) -> bool:
    """Tell whether both texts announce the passage, each in a sentence of its own that ends in a colon."""
    return all(
        pile.documents[t].text[: pile.span(t, first, first + 1)[0]].rstrip(" \n\t\"“'‘0123456789.)(*-#>_").endswith(":")
        for t, first in ((row.left, bounds[0]), (row.right, bounds[2]))
    )


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
