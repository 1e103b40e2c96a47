"""The engine: map, group, join and sort over Arrow tables, the same rows out however and wherever they run.

`PlainEngine` runs in this process, or in a few worker processes; `daft_engine` brings Daft and Ray.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from readout.engine import parcels, shuffle, workers
from readout.engine.shuffle import How
from readout.errors import ReadoutError

if TYPE_CHECKING:
    import pyarrow as pa

Function = Callable[["pa.Table"], "pa.Table"]

# Below it, starting workers (about 3 s with their models) costs more than they save at five pages a second and core.
WORKERS_FROM = 1 << 20
# A pile that a laptop reads in a minute or two gains nothing from Daft; see docs/engine.md.
DAFT_FROM = 512 << 20


class Engine(Protocol):
    """Four verbs. What comes out depends on the rows that go in, never on the engine or its number of workers."""

    @property
    def name(self) -> str:
        """What `--engine` calls it."""
        ...

    def map(self, function: Function, parts: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.Table]:
        """Call the function on each part; give one table of `schema` per part, in the order of the parts.

        Parts are taken as results are asked for, a bounded number ahead, so a stream without end is fine.
        Raises: what the function raised, at its part's turn; R013 where a result does not fit `schema`.
        """
        ...

    def group(
        self, function: Function, table: pa.Table | Iterable[pa.Table], by: Sequence[str], schema: pa.Schema
    ) -> Iterator[pa.Table]:
        """Call the function on partitions by hash: all rows of a key in one call, which may hold many keys."""
        ...

    def join(self, left: pa.Table, right: pa.Table, on: Sequence[str], how: How) -> pa.Table:
        """Join on equal keys, null equal to nothing; rows in the order of the left table, then of the right."""
        ...

    def sort(self, table: pa.Table, by: Sequence[str]) -> pa.Table:
        """Sort by `by` and then by the remaining columns, nulls first: one order, whatever order came in."""
        ...


class PlainEngine:
    """The four verbs with Arrow alone; `workers` above 1 are processes, and functions must be picklable then."""

    name = "plain"

    def __init__(self, workers: int = 1) -> None:
        self.workers = at_least_one(workers)

    def map(self, function: Function, parts: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.Table]:
        if self.workers == 1:
            return (parcels.conform(function(part), schema) for part in parts)
        return workers.map_in_processes(function, parts, schema, self.workers)

    def group(
        self, function: Function, table: pa.Table | Iterable[pa.Table], by: Sequence[str], schema: pa.Schema
    ) -> Iterator[pa.Table]:
        return self.map(function, shuffle.partitions(table, by), schema)

    def join(self, left: pa.Table, right: pa.Table, on: Sequence[str], how: How) -> pa.Table:
        return shuffle.joined(left, right, on, how, shuffle.matches_here)

    def sort(self, table: pa.Table, by: Sequence[str]) -> pa.Table:
        return shuffle.ordered(table, by, shuffle.order_here)

    def __repr__(self) -> str:
        return f"PlainEngine(workers={self.workers})"


def choose(name: str, *, workers: int | None, bytes_in: int) -> Engine:
    """Give the engine called `name`: auto, plain, daft or ray.

    auto is plain for small piles and where Daft is missing, else Daft. `workers` None: as many as there are cores,
    and one for a small pile.
    Raises: R003 for another name or a number of workers below 1; R040 where Daft or Ray is not installed.
    """
    if name == "auto":
        name = "daft" if bytes_in >= DAFT_FROM and find_spec("daft") else "plain"
    if name == "plain":
        return PlainEngine(workers if workers is not None else cores() if bytes_in >= WORKERS_FROM else 1)
    if name in ("daft", "ray"):
        from readout.daft_engine import DaftEngine

        return DaftEngine("native" if name == "daft" else "ray", workers=workers)
    raise ReadoutError("R003", f"there is no engine {name!r}.", "The engines are auto, plain, daft and ray.")


def at_least_one(workers: int) -> int:
    """Refuse a number of workers below 1."""
    if workers < 1:
        raise ReadoutError("R003", f"{workers} workers cannot work.", "Give 1 or more, or leave --workers out.")
    return workers


def cores() -> int:
    """Count the cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
