"""Tell, of two pages with one root, whether one has taken over what the other changed: inherited changes, as in stemmas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.blocks import Pair
from readout.stages.trace.direction import Way
from readout.stages.trace.judge import Verdict
from readout.stages.trace.passages import Passage
from readout.stages.trace.pile import Pile
from readout.text.align import EQUAL
from readout.text.likeness import matched

FEWEST, ENOUGH = 4, 6  # changed words that both have, from which they are no chance, and from which they tell descent
PART = 0.3  # of one page's changes that the other has, from which they may be taken over: machines with one dictionary
MOST = 0.75  # also meet in some; from here they are
GAP = 0.15  # by which the share must be larger one way: a copy has all its model's changes and some of its own
Bools = NDArray[np.bool_]


class Inheritance:
    """The words each two texts share, as masks, made when asked for."""

    def __init__(self, pile: Pile, copied: Mapping[Pair, Sequence[Verdict]], first_equal: NDArray[np.int64]) -> None:
        self._pile = pile
        self._copied = copied
        self._first = first_equal
        self._masks: dict[Pair, tuple[Bools, Bools]] = {}

    def relation(self, root: int, pair: Pair) -> Way | None:
        """Relate two pages that have their text from a root; null where their changes do not tell."""
        top, left, right = (int(self._first[d]) for d in (root, *pair))
        if len({top, left, right}) < 3 or (min(left, right), max(left, right)) not in self._copied:
            return None
        own = {text: ~self.masks(text, top)[0] for text in (left, right)}
        of_left, of_right = (int((self.masks(*two)[1] & own[two[0]]).sum()) for two in ((left, right), (right, left)))
        return related(self.in_both(left, right, own), of_left, of_right)

    def in_both(self, left: int, right: int, own: Mapping[int, Bools]) -> int:
        """Count the words that two pages share and neither has from the root: where a page prints a passage twice, once
        reworded, only one of the two is a change."""
        one, other = sorted((left, right))
        pairs = (equals(v.passage) for v in self._copied[one, other])
        return sum(int((own[one][a] & own[other][b]).sum()) for a, b in pairs)

    def masks(self, one: int, other: int) -> tuple[Bools, Bools]:
        """Mark the words of one text that equal the other's, and those in passages they share."""
        if (one, other) not in self._masks:
            words = int(self._pile.cut.firsts[one + 1] - self._pile.cut.firsts[one])
            equal, cover = np.zeros(words, bool), np.zeros(words, bool)
            for v in self._copied.get((min(one, other), max(one, other)), ()):
                side = 0 if v.passage.left == one else 1
                equal[equals(v.passage)[side]] = True
                cover[v.passage.bounds[2 * side] : v.passage.bounds[2 * side + 1]] = True
            self._masks[one, other] = equal, cover
        return self._masks[one, other]


def equals(p: Passage) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the equal words of a passage, left and right."""
    return matched(p.edits, EQUAL)


def related(shared: int, of_left: int, of_right: int) -> Way | None:
    """Relate two pages by the changes both have, of the changes of each. The one whose changes are all in the other
    stands between it and the root; none in common: both were made from the root."""
    left, right = (shared / max(1, n) for n in (of_left, of_right))
    if shared >= FEWEST and max(left, right) >= PART:
        if abs(left - right) < GAP or max(left, right) < MOST or shared < ENOUGH:
            return "undetermined"
        return "right_from_left" if left > right else "left_from_right"
    return "common_upstream" if min(of_left, of_right) >= FEWEST else None
