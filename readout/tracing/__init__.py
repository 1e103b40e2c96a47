"""Trace a pile larger than memory: the rows of the stage `trace`, by way of files and in bounded batches.

Nothing is decided here that the stage does not decide. What it asks of the whole pile at once (equal texts, the runs that
two texts share, who carries them, rare words, families) goes through files cut by hash or by page; all else runs the
functions of the stage over small piles: some pairs, or some whole families.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readout.records import Kind, Lineage, Reuse, Row, Voice
from readout.stages.trace.links import components
from readout.tracing.batches import Batches
from readout.tracing.carried import answered
from readout.tracing.families import written
from readout.tracing.judged import judged
from readout.tracing.laid import Laid, lay_out
from readout.tracing.likenesses import related, renderings
from readout.tracing.sorting import Sorter
from readout.tracing.sources import Stored

if TYPE_CHECKING:
    import pyarrow as pa

MADE: tuple[type[Row], ...] = (Reuse, Lineage, Kind, Voice)  # voices last: later stages make some too


def traced(tables: Path, work: Path | None = None) -> Iterator[tuple[type[Row], Iterator[pa.RecordBatch]]]:
    """Trace the pile whose tables stand in a folder; give each table made, its rows in the order of their key.

    Cost: that of the stage, and about 100 bytes a word of files in `work`, gone at the end. Memory: a few bytes a page, the
    distinct words, and one batch of pages; a family is never cut, so it needs room for the largest.
    """
    with tempfile.TemporaryDirectory(prefix="readout-trace-", dir=work) as folder:
        sorter = Sorter(Path(folder), MADE)
        trace_into(sorter, Stored(tables), Path(folder))
        for row_type in MADE:
            yield row_type, sorter.rows(row_type)


def trace_into(sorter: Sorter, stored: Stored, folder: Path) -> None:
    """Trace a pile into a sorter of rows."""
    laid = lay_out(stored, folder)
    batches = Batches(laid, folder)
    batches.find()
    alone = answered(batches, laid.first_equal, "alone")
    found = judged(batches, alone)
    family = components(laid.count, [*found.copied, *equal_pairs(laid)])
    near = related(laid)
    rendered = renderings(laid, found, family, near)
    whole = components(laid.count, [*((int(f), d) for d, f in enumerate(family.tolist())), *rendered])
    written(sorter, laid, found, (rendered, near), whole)


def equal_pairs(laid: Laid) -> Iterator[tuple[int, int]]:
    """Give each page of equal words with the first of them."""
    return ((first, d) for d, first in enumerate(laid.first_equal.tolist()) if first != d)
