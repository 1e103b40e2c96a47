"""The engine over Daft: its native runner on one machine, its Ray runner on a cluster. The only importer of daft.

Tables travel as Arrow IPC in binary columns, keys and row numbers as plain ones: whatever Daft's own types cannot say
(nested non-null fields, field metadata, large against small text) comes back exactly as it went in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from readout.engine import Function, at_least_one, cores, parcels, shuffle
from readout.engine.shuffle import How
from readout.errors import ReadoutError

if TYPE_CHECKING:
    import pyarrow as pa

Runner = Literal["native", "ray"]

# A query is given this much at a time for each core. 32 MiB of pages are some 18 s of work, so that starting its
# processes (about 2 s) costs a tenth; Daft holds about six times as much memory (measured: 1.7 GB for 256 MiB).
PARTS_PER_CORE = 32
BYTES_PER_CORE = 32 << 20

# As daft 0.7.26 and ray 2.59 read them: no telemetry, no bars, no dashboard. PYTHONSAFEPATH: Daft starts processes with
# `python -m`, and the working folder may hold pages from outside that must not become modules.
ENVIRONMENT = {
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_TQDM": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_DASHBOARD": "1",
    "PYTHONSAFEPATH": "1",
}


class DaftEngine:
    """The four verbs on Daft. `address` is a Ray cluster's (else RAY_ADDRESS, else one is started on this machine).

    A process keeps the first runner it is given: Daft cannot change it.
    Raises: R040 where Daft or Ray is not installed; R042 where the runner cannot be had.
    """

    def __init__(self, runner: Runner = "native", address: str | None = None, workers: int | None = None) -> None:
        self.name = "daft" if runner == "native" else "ray"
        self.workers = cores() if workers is None else at_least_one(workers)
        with environment():
            if runner == "ray":
                start_ray(address or os.environ.get("RAY_ADDRESS"), self.workers)
                self.workers = ray_cores()
            set_runner(runner, self.workers)

    def map(self, function: Function, parts: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.Table]:
        call = caller(function, schema)
        for chunk in chunks(parts, self.workers):
            for reply in self.replies(call, chunk):
                yield parcels.opened(reply)

    def group(
        self, function: Function, table: pa.Table | Iterable[pa.Table], by: Sequence[str], schema: pa.Schema
    ) -> Iterator[pa.Table]:
        return self.map(function, shuffle.partitions(table, by), schema)

    def join(self, left: pa.Table, right: pa.Table, on: Sequence[str], how: How) -> pa.Table:
        return shuffle.joined(left, right, on, how, matches)

    def sort(self, table: pa.Table, by: Sequence[str]) -> pa.Table:
        return shuffle.ordered(table, by, order)

    def replies(self, call: Callable[..., Any], chunk: list[bytes]) -> list[bytes]:
        """Have one query answer a chunk of parcels; give the answers in the order of the parcels."""
        import pyarrow as pa

        places = pa.array(range(len(chunk)), pa.int64())
        frame = dataframe(pa.table({"place": places, "parcel": pa.array(chunk, pa.large_binary())}))
        if self.name == "ray":  # one machine's runner shares the rows out itself
            frame = frame.into_partitions(min(len(chunk), self.workers))
        answers = collected(frame.select("place", call(frame["parcel"]).alias("reply")))
        return answers.sort_by("place").column("reply").to_pylist()  # type: ignore[no-any-return]  # bytes

    def __repr__(self) -> str:
        return f"DaftEngine({'native' if self.name == 'daft' else 'ray'!r}, workers={self.workers})"


# --- the runner ------------------------------------------------------------------------------------------------


@contextmanager
def environment() -> Iterator[None]:
    """Set ENVIRONMENT while daft or ray is started or asked; give the caller's variables back after."""
    before = {name: os.environ.get(name) for name in ENVIRONMENT}
    os.environ.update(ENVIRONMENT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def needs(module: str, install: str) -> None:
    """Raise R040 where a library is not installed."""
    if find_spec(module) is None:
        raise ReadoutError("R040", f"the engine needs {module}.", f"pip install '{install}'")


def set_runner(runner: Runner, workers: int) -> None:
    """Make Daft use the runner, once and for all in this process."""
    needs("daft", "daft==0.7.26")
    import daft
    from daft.exceptions import DaftCoreException

    with suppress(DaftCoreException):  # raised where a runner is set already; the next lines look which
        if runner == "native":
            daft.set_runner_native(workers)
        else:
            daft.set_runner_ray(noop_if_initialized=True)
    if daft.runners.get_or_create_runner().name != runner:
        what = f"this process runs Daft with another runner than {runner!r} already."
        raise ReadoutError("R042", what, "Use one of the engines daft and ray per process.")


def start_ray(address: str | None, workers: int) -> None:
    """Connect to the cluster at `address`, or start Ray on this machine with `workers` cores."""
    needs("ray", "readout-news[ray]")
    import logging

    import ray

    if ray.is_initialized():
        return
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if address:
        options |= {"address": address, "runtime_env": {"env_vars": ENVIRONMENT}}
    else:
        options |= {"num_cpus": workers, "include_dashboard": False}
    try:
        ray.init(**options)
    except (ConnectionError, RuntimeError, ValueError) as problem:
        what = f"Ray could not be {'reached at ' + address if address else 'started'} ({problem})."
        raise ReadoutError("R042", what, "See that the cluster runs, or use another --engine.") from problem


def ray_cores() -> int:
    """Count the cores of the cluster."""
    import ray

    return max(1, int(ray.cluster_resources().get("CPU", 1)))  # type: ignore[no-untyped-call]  # ray has no types here


# --- queries ---------------------------------------------------------------------------------------------------


def dataframe(table: pa.Table) -> Any:
    """Give a table to Daft."""
    import daft

    return daft.from_arrow(table)


def collected(frame: Any) -> pa.Table:
    """Run a query. Raises R041 where Daft or Ray fails at it: what a function raises comes back within its answer."""
    try:
        with environment():
            return frame.to_arrow()
    except failures() as problem:
        told = (str(problem).strip() or type(problem).__name__).splitlines()[-1]
        remedy = "Where a process was killed for its memory, run with fewer workers (--workers 1)."
        raise ReadoutError("R041", f"Daft could not run a query ({told}).", remedy) from problem


def failures() -> tuple[type[Exception], ...]:
    """Name what Daft raises, and Ray where it runs."""
    from daft.exceptions import DaftCoreException

    ray = sys.modules.get("ray")
    return (DaftCoreException, RuntimeError, OSError, *([ray.exceptions.RayError] if ray else []))


def chunks(parts: Iterable[pa.Table], cores: int) -> Iterator[list[bytes]]:
    """Cut a stream of parts into lists of packed parts, bounded in number and size."""
    chunk: list[bytes] = []
    size = 0
    for part in parts:
        chunk.append(parcels.pack(part))
        size += len(chunk[-1])
        if len(chunk) >= PARTS_PER_CORE * cores or size >= BYTES_PER_CORE * cores:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def caller(function: Function, schema: pa.Schema) -> Callable[..., Any]:
    """Give the Daft function that answers parcels, each call in a process of its own with this one's module path."""
    import daft
    import daft.pickle

    sent = daft.pickle.dumps((function, schema))
    path = [entry or os.getcwd() for entry in sys.path]

    @daft.func.batch(return_dtype=daft.DataType.binary(), use_process=True, batch_size=1)
    def replies(column: daft.Series) -> Any:
        # Travels by value and is run before `readout` can be imported, so it brings its own imports.
        import sys

        sys.path.extend(entry for entry in path if entry not in sys.path)
        from readout.daft_engine import answered

        return answered(column, sent)

    return replies


def answered(column: Any, sent: bytes) -> pa.Array:
    """Answer a column of parcels with the function in `sent`."""
    import daft.pickle
    import pyarrow as pa

    function, schema = daft.pickle.loads(sent)
    return pa.array([parcels.answer(function, parcel, schema) for parcel in column.to_pylist()], pa.large_binary())


def matches(left: pa.Table, right: pa.Table, how: How) -> pa.Table:
    """Pair rows with Daft's join."""
    keys = [name for name in left.column_names if name != "left"]
    pairs = collected(dataframe(left).join(dataframe(right), on=keys, how=how))
    return pairs.select([name for name in ("left", "right") if name in pairs.column_names])


def order(keys: pa.Table) -> pa.Array:
    """Give the row numbers in the order of the keys, by Daft's sort."""
    import pyarrow as pa

    rows = keys.append_column("row", pa.array(range(keys.num_rows), pa.int64()))
    return collected(dataframe(rows).sort(keys.column_names, nulls_first=True).select("row")).column("row")
