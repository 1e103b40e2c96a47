"""Ask who carries the runs of pairs that would be copies if no page had them as one text: range by range of their hashes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from readout.stages.trace.blocks import Pair
from readout.stages.trace.carriers import places_within
from readout.stages.trace.elsewhere import Elsewhere, carried_by
from readout.stages.trace.judge import doubtful
from readout.stages.trace.passages import Passage
from readout.stages.trace.pile import Pile
from readout.text.distinct import ascending
from readout.tracing.batches import ASKED, Batches
from readout.tracing.carried import uses
from readout.tracing.laid import range_of
from readout.tracing.spill import Buckets, Ints, put, taken

CARRIER: Any = [("place", "u4"), ("family", "i4")]


class Doubts:
    """The pairs in doubt, by batches, and where runs begin within their passages."""

    def __init__(self, batches: Batches) -> None:
        self.batches = batches
        self.pairs: dict[int, set[Pair]] = {}
        self.asked = Buckets(batches.folder, "doubted", ASKED)

    def add(self, number: int, pile: Pile, rows: Iterable[Sequence[Passage]]) -> None:
        """Take in the pairs of a batch that are in doubt, pages counted as in the batch."""
        found = doubtful(pile, rows)
        if not found:
            return
        self.pairs[number] = set(found)
        at, runs = places_within(pile.cut, [p for held in found.values() for p in held])
        put(self.batches.folder / f"doubted-at-{number}", at)
        made = np.empty(len(at), ASKED)
        made["hash"], made["batch"], made["place"] = runs, number, np.arange(len(at))
        self.asked.add(range_of(runs, self.batches.laid.runs.parts), made)

    def answered(self, families: Ints) -> Carried:
        """Look up which families of pages carry the runs."""
        held, laid = Buckets(self.batches.folder, "carriers", CARRIER), self.batches.laid
        for part in range(laid.runs.parts if self.pairs else 0):
            asked = self.asked.read(part)
            everything = ascending(self.batches.asked.read(part)["hash"])
            carried = uses(self.batches, everything, part)
            numbers = np.searchsorted(everything, asked["hash"]).astype(np.int64)
            known = ascending(numbers)
            wanted = carried[np.isin(carried // laid.count, known)]
            firsts, found = carried_by(numbers, known, wanted // laid.count, families[wanted % laid.count])
            rows = np.empty(len(found), CARRIER)
            rows["place"], rows["family"] = np.repeat(asked["place"], np.diff(firsts)), found
            held.add(np.repeat(asked["batch"].astype(np.int64), np.diff(firsts)), rows)
        return Carried(self.batches, held)


class Carried:
    """For each batch, the families that carry the runs in doubt."""

    def __init__(self, batches: Batches, held: Buckets) -> None:
        self.batches, self.held = batches, held

    def of(self, number: int, texts: Ints, family: Ints) -> Elsewhere:
        """Give those of a batch, given where its pages begin and their families."""
        (at,) = taken(self.batches.folder / f"doubted-at-{number}")
        rows = self.held.read(number)
        rows = rows[np.argsort(rows["place"], kind="stable")]
        firsts = np.searchsorted(rows["place"], np.arange(len(at) + 1)).astype(np.int64)
        return Elsewhere(at, firsts, rows["family"].astype(np.int64), texts, family)
