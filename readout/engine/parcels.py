"""Tables, and the failures of functions over tables, as bytes on their way between processes."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from readout.errors import ReadoutError

if TYPE_CHECKING:
    import pyarrow as pa

DONE, FAILED = b"\x00", b"\x01"


def pack(table: pa.Table) -> bytes:
    """Write a table as an Arrow IPC stream."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as out:
        out.write_table(table)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]  # bytes, untyped in pyarrow


def unpack(parcel: bytes | memoryview) -> pa.Table:
    """Read a table back; it shares the memory of the bytes."""
    import pyarrow as pa

    with pa.ipc.open_stream(parcel) as stream:
        return stream.read_all()


def conform(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Give the table with exactly the columns, order, types and metadata of `schema`. Raises R013 where it cannot."""
    import pyarrow as pa

    if set(table.column_names) != set(schema.names) or len(table.column_names) != len(schema.names):
        what = f"columns {', '.join(table.column_names)} came where {', '.join(schema.names)} belong."
        raise ReadoutError("R013", what)
    try:
        return table.select(schema.names).cast(schema)
    except (pa.ArrowException, ValueError) as problem:
        raise ReadoutError("R013", f"a table does not fit its schema: {problem}.") from problem


def answer(function: Callable[[pa.Table], pa.Table], parcel: bytes, schema: pa.Schema) -> bytes:
    """Call the function on a packed table; give its result, or the exception it raised, as bytes."""
    try:
        return DONE + pack(conform(function(unpack(parcel)), schema))
    except Exception as problem:  # whatever it is, it is raised again by `opened`, where the caller waits
        return FAILED + failure(problem)


def failure(problem: Exception) -> bytes:
    """Pickle an exception with its traceback; one that cannot be pickled goes as a RuntimeError of its words."""
    told = "".join(traceback.format_exception(problem))
    try:
        sent = pickle.dumps((problem, told))
        pickle.loads(sent)
    except Exception:  # an exception's own __reduce__ or __init__ may raise anything
        return pickle.dumps((RuntimeError(f"{type(problem).__name__}: {problem}"), told))
    return sent


def opened(reply: bytes) -> pa.Table:
    """Give the table of an `answer`, or raise the exception it carries, with the traceback of the worker as a note."""
    if reply[:1] == DONE:
        return unpack(memoryview(reply)[1:])
    problem, told = pickle.loads(reply[1:])
    problem.add_note(f"In a worker process:\n{told}")
    raise problem
