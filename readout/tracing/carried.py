"""Count who carries the runs within passages, range by range of their hashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.carriers import uses_of
from readout.text.distinct import ascending
from readout.tracing.batches import Batches, shingles_of
from readout.tracing.spill import Buckets, Ints

ANSWER: Any = [("place", "u4"), ("count", "u4")]


class Answers:
    """For each batch, how many families carry the run at each place."""

    def __init__(self, held: Buckets) -> None:
        self.held = held

    def of(self, batch: int, places: int) -> Ints:
        """Give the counts of a batch."""
        rows = self.held.read(batch)
        made = np.zeros(places, np.int64)
        made[rows["place"]] = rows["count"]
        return made


def answered(batches: Batches, families: Sequence[int] | Ints, name: str) -> Answers:
    """Count for each place of each batch the families of pages that carry the run there. `families`: that of each page."""
    laid, held = batches.laid, Buckets(batches.folder, name, ANSWER)
    of_page = np.asarray(families, np.int64)
    for part in range(laid.runs.parts):
        asked = batches.asked.read(part)
        known = ascending(asked["hash"])
        carried = uses(batches, known, part)
        pairs = ascending(carried // max(1, laid.count) * (laid.count + 1) + of_page[carried % max(1, laid.count)])
        counts = np.bincount(pairs // (laid.count + 1), minlength=len(known))
        rows = np.empty(len(asked), ANSWER)
        rows["place"], rows["count"] = asked["place"], counts[np.searchsorted(known, asked["hash"])]
        held.add(asked["batch"].astype(np.int64), rows)
    return Answers(held)


def uses(batches: Batches, known: NDArray[np.uint64], part: int) -> Ints:
    """Give each use of a known run of one range by a page once; found once, then read."""
    path = batches.folder / f"carried-{part}.npy"
    if not path.exists():
        runs = shingles_of(batches.laid.runs.held.read(part))
        batches.laid.runs.held.drop(part)
        np.save(path, uses_of(runs, known, batches.laid.count))
    found: Ints = np.load(path)
    return found
