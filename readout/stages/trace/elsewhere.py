"""Say whether any other page has what two pages share as one text: runs that each stand on other pages are no stock text
where every one of them stands on others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.carriers import Runs, places_within
from readout.stages.trace.passages import Passage
from readout.text.distinct import ascending
from readout.text.words import Words

SHARE = 0.25  # of the runs of what two pages share, from which another page is said to have it
EVERYBODY = 64  # families that carry a run, beyond which it is taken that the same 64 carry all such runs
Ints = NDArray[np.int64]


class Elsewhere(NamedTuple):
    """Who carries the runs within some passages.

    Shapes: `at` int64 (places,), words of the pile, ascending; `families` int64 (uses,): the place i is carried by those of
    `firsts[i]` to `firsts[i + 1]`, by -1 where they are too many; `texts` int64 (texts + 1,), first words; `family` int64
    (texts,).
    """

    at: Ints
    firsts: Ints
    families: Ints
    texts: Ints
    family: Ints

    def among(self, rows: Sequence[Passage]) -> float:
        """Count the other families that carry a quarter or more of the runs on the left sides of the passages of a pair,
        each for the share it carries."""
        base = int(self.texts[rows[0].left])
        bounds = [np.searchsorted(self.at, (base + p.bounds[0], base + p.bounds[1])) for p in rows]
        runs = sum(int(high - low) for low, high in bounds)
        held = [self.families[self.firsts[low] : self.firsts[high]] for low, high in bounds]
        carriers, counts = np.unique(np.concatenate(held), return_counts=True)
        apart = (carriers != self.family[rows[0].left]) & (carriers != self.family[rows[0].right])
        shares = counts / max(1, runs) * np.where(carriers < 0, EVERYBODY, 1)
        return float(shares[apart & (counts >= SHARE * runs)].sum())


def elsewhere(cut: Words, asked: Sequence[Passage], runs: Runs, family: Ints) -> Elsewhere:
    """Look up who carries the runs within passages."""
    at, _ = places_within(cut, asked)
    numbers = runs.runs[np.searchsorted(runs.at, at)]
    known = ascending(numbers)
    wanted = np.isin(runs.carried, known)
    firsts, families = carried_by(numbers, known, runs.carried[wanted], family[runs.texts[wanted]])
    return Elsewhere(at, firsts, families, cut.firsts, family)


def carried_by(numbers: Ints, known: Ints, carried: Ints, families: Ints) -> tuple[Ints, Ints]:
    """Give the families that carry the run at each place, and the first of each place.

    Shapes: `numbers` int64 (places,), the run there, one of `known`, ascending; `carried`, `families` int64 (uses,).
    """
    size = int(families.max(initial=0)) + 1
    uses = ascending(np.searchsorted(known, carried) * size + families)
    bounds = np.searchsorted(uses, np.arange(len(known) + 1) * size)
    rows = np.searchsorted(known, numbers)
    counts = np.diff(bounds)[rows]
    many = counts > EVERYBODY
    sizes = np.where(many, 1, counts)
    firsts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    inside = np.arange(firsts[-1]) - np.repeat(firsts[:-1], sizes)
    found = uses[np.repeat(bounds[:-1][rows], sizes) + inside] % size
    found[np.repeat(many, sizes)] = -1
    return firsts, found
