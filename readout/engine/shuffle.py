"""What group, join and sort need on any engine: hash partitions, row pairs, a total order. All over Arrow tables."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from zlib import crc32

from readout.errors import ReadoutError

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

How = Literal["inner", "left", "anti", "semi"]
Matches = Callable[["pa.Table", "pa.Table", How], "pa.Table"]
Order = Callable[["pa.Table"], "pa.Array"]

# Tables up to HELD_BYTES are grouped in memory; larger streams go through files, so that memory stays flat.
# 16 parts of at most 4 MiB keep some dozen cores busy; 256 parts of a 100 GiB stream are 400 MiB each.
HELD_BYTES = 64 << 20
FEW, MANY = 16, 256


# --- hash partitions -------------------------------------------------------------------------------------------


def partitions(
    table: pa.Table | Iterable[pa.Table], by: Sequence[str], *, held_bytes: int = HELD_BYTES
) -> Iterator[pa.Table]:
    """Cut rows into tables such that all rows of one key stand in one of them, in the order they came.

    Makes: only tables that hold rows; which key goes where depends on the key alone, null being a key too.
    Cost: linear; at most `held_bytes` and one partition in memory, the rest in temporary files.
    Does not: take keys of nested types.
    """
    import pyarrow as pa

    parts = slices(table, held_bytes) if isinstance(table, pa.Table) else iter(table)
    first, whole = held(parts, held_bytes)
    if whole:
        if first:
            yield from (piece for _, piece in split(pa.concat_tables(first), by, FEW))
        return
    with tempfile.TemporaryDirectory(prefix="readout-") as folder:
        spill(first, parts, by, (Path(folder), held_bytes))
        for file in sorted(Path(folder).iterdir()):
            yield read_stream(file)
            file.unlink()


def slices(table: pa.Table, size: int) -> Iterator[pa.Table]:
    """Cut a table into slices of about `size` bytes, without copying."""
    rows = max(1, table.num_rows * size // max(1, table.nbytes))
    return (table.slice(start, rows) for start in range(0, max(1, table.num_rows), rows))


def held(parts: Iterator[pa.Table], limit: int) -> tuple[list[pa.Table], bool]:
    """Take parts until they are larger than `limit`; tell whether that was all."""
    taken: list[pa.Table] = []
    size = 0
    for part in parts:
        taken.append(part)
        size += part.nbytes
        if size > limit:
            return taken, False
    return taken, True


def spill(first: list[pa.Table], parts: Iterator[pa.Table], by: Sequence[str], room: tuple[Path, int]) -> None:
    """Write each partition of the stream to its file in `room`, some memory's worth at a time."""
    import pyarrow as pa

    folder, limit = room
    with ExitStack() as stack:
        files: dict[int, Any] = {}
        while first:
            for number, piece in split(pa.concat_tables(first), by, MANY):
                if number not in files:
                    path = str(folder / f"{number:03d}.arrows")
                    files[number] = stack.enter_context(pa.ipc.new_stream(path, piece.schema))
                files[number].write_table(piece)
            first, _ = held(parts, limit)


def read_stream(file: Path) -> pa.Table:
    """Read a table from a file of Arrow IPC."""
    import pyarrow as pa

    with pa.OSFile(str(file)) as source, pa.ipc.open_stream(source) as stream:
        return stream.read_all()


def split(table: pa.Table, by: Sequence[str], count: int) -> Iterator[tuple[int, pa.Table]]:
    """Give the partitions of a table that hold rows, with their numbers below `count`."""
    import numpy as np

    numbers = hashes(table, by) % np.uint64(count)
    order = np.argsort(numbers, kind="stable")
    rows = table.take(order)
    starts = np.flatnonzero(np.diff(numbers[order], prepend=count))
    for start, end in pairwise([*starts.tolist(), len(order)]):
        yield int(numbers[order[start]]), rows.slice(start, end - start)


def hashes(table: pa.Table, by: Sequence[str]) -> np.ndarray:
    """Give a number per row that depends on its key alone, in any process and on any machine."""
    import numpy as np

    mixed = np.zeros(table.num_rows, np.uint64)
    for name in by:
        mixed = mixed * np.uint64(1_000_003) + column_hashes(table.column(name))
    return mixed


def column_hashes(column: pa.ChunkedArray) -> np.ndarray:
    """Hash a column through its distinct values."""
    import numpy as np

    coded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    values = [crc32(repr(value).encode("utf-8", "surrogatepass")) for value in coded.dictionary.to_pylist()]
    hashed: np.ndarray = np.array(values, np.uint64)[coded.indices.to_numpy(zero_copy_only=False)]
    return hashed


# --- join ------------------------------------------------------------------------------------------------------


def joined(left: pa.Table, right: pa.Table, on: Sequence[str], how: How, matches: Matches) -> pa.Table:
    """Join two tables by the row pairs that `matches` finds; rows in the order of the left table, then of the right.

    A null key matches nothing. Only keys and row numbers go through the engine, so nested columns stay as they are.
    Raises: R013 where a column besides the keys stands in both.
    """
    import pyarrow as pa

    if how in ("anti", "semi"):
        pairs = matches(row_keys(left, left, on, "left"), row_keys(right, left, on, "right"), how)
        return left.take(pairs.sort_by("left").column("left"))
    both = sorted((set(left.column_names) & set(right.column_names)) - set(on))
    if both:
        raise ReadoutError("R013", f"both tables have the column(s) {', '.join(both)}.", "Rename them before the join.")
    pairs = matches(row_keys(left, left, on, "left"), row_keys(right, left, on, "right"), how)
    pairs = pairs.sort_by([("left", "ascending"), ("right", "ascending")])
    mine = left.take(pairs.column("left"))
    other = right.drop_columns(list(on)).take(pairs.column("right"))
    fields = [f.with_nullable(True) if how == "left" else f for f in other.schema]
    return pa.table([*mine.columns, *other.columns], schema=pa.schema([*mine.schema, *fields]))


def row_keys(table: pa.Table, like: pa.Table, on: Sequence[str], name: str) -> pa.Table:
    """Give the key columns as k0, k1 … in the types they have in `like`, and the row numbers under `name`."""
    import pyarrow as pa

    keys = {f"k{i}": table.column(key).cast(like.schema.field(key).type) for i, key in enumerate(on)}
    return pa.table({**keys, name: pa.array(range(table.num_rows), pa.int64())})


def matches_here(left: pa.Table, right: pa.Table, how: How) -> pa.Table:
    """Pair rows with Arrow's own hash join."""
    kinds = {"inner": "inner", "left": "left outer", "anti": "left anti", "semi": "left semi"}
    keys = [name for name in left.column_names if name != "left"]
    return left.join(right, keys=keys, join_type=kinds[how])


# --- sort ------------------------------------------------------------------------------------------------------


def ordered(table: pa.Table, by: Sequence[str], order: Order) -> pa.Table:
    """Sort by `by`, nulls first; ties fall to the remaining columns, so that equal rows alone have no order.

    Text by code point, floats by value with -0.0 before 0.0 and NaN last, nested values by how they print.
    """
    return table.take(order(order_keys(table, by))) if table.num_rows > 1 else table


def order_keys(table: pa.Table, by: Sequence[str]) -> pa.Table:
    """Give the columns to sort by as k0, k1 …: no more than it takes to tell all rows apart."""
    import pyarrow as pa

    plain = [f.name for f in table.schema if f.name not in by and not pa.types.is_nested(f.type)]
    nested = [f.name for f in table.schema if f.name not in by and pa.types.is_nested(f.type)]
    keys: dict[str, pa.ChunkedArray] = {}
    for names in (list(by), plain, nested):
        keys |= {f"k{len(keys) + i}": orderable(table.column(name)) for i, name in enumerate(names)}
        if keys and pa.table(keys).group_by(list(keys)).aggregate([]).num_rows == table.num_rows:
            break
    return pa.table(keys)


def order_here(keys: pa.Table) -> pa.Array:
    """Give the row numbers in the order of the keys."""
    import pyarrow as pa
    import pyarrow.compute as pc

    columns: dict[str, pa.ChunkedArray] = {}
    for name, column in zip(keys.column_names, keys.columns, strict=True):
        if column.null_count:  # pyarrow puts nulls last, and each of its versions says otherwise in another way
            columns[f"{name} given"] = column.is_valid()
        columns[name] = column
    return pc.sort_indices(pa.table(columns), [(name, "ascending") for name in columns])


def orderable(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Give a column of text, numbers or times that sorts as the column should, on every engine."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        return orderable(column.cast(kind.value_type))
    if pa.types.is_floating(kind):
        return float_order(column)
    if pa.types.is_null(kind):
        return column.cast(pa.int8())
    if pa.types.is_nested(kind):
        return printed(column, repr)
    if any(is_kind(kind) for is_kind in (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_fixed_size_binary)):
        return printed(column, bytes.hex)
    return column


def printed(column: pa.ChunkedArray, write: Callable[[Any], str]) -> pa.ChunkedArray:
    """Give the values of a column as text."""
    import pyarrow as pa

    return pa.chunked_array([[None if v is None else write(v) for v in column.to_pylist()]], pa.large_string())


def float_order(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Give whole numbers that sort as IEEE 754's totalOrder sorts the floats."""
    import numpy as np
    import pyarrow as pa

    values = column.cast(pa.float64()).combine_chunks()
    bits = values.fill_null(0.0).to_numpy(zero_copy_only=False).view(np.int64)
    signed = bits ^ ((bits >> 63) & np.int64(2**63 - 1))
    return pa.chunked_array([pa.array(signed, mask=values.is_null().to_numpy(zero_copy_only=False))])
