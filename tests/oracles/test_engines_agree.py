"""Each engine's four verbs give what a slow, obvious version gives, on random small tables.

Run as a script with an engine's name, it checks that engine alone: a process keeps one Daft runner, so Ray has its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cmp_to_key, partial
from importlib.util import find_spec
from math import copysign, isnan
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readout.engine import Engine, PlainEngine, choose
from readout.records import TABLES
from readout.tables import arrow_schema

Rows = list[dict[str, Any]]
Law = Callable[[Engine], Callable[..., None]]

SPAN = pa.struct([pa.field("start", pa.int64(), False), pa.field("what", pa.string())])
SCHEMA = pa.schema(
    [
        pa.field("k", pa.string()),
        pa.field("n", pa.int64(), False, {"about": "kept"}),
        pa.field("f", pa.float64()),
        pa.field("yes", pa.bool_()),
        pa.field("raw", pa.binary()),
        pa.field("day", pa.date32()),
        pa.field("spans", pa.list_(pa.field("element", SPAN, False))),
    ]
)
COUNTS = pa.schema([("k", pa.string()), ("rows", pa.int64()), ("sum", pa.int64())])


# --- random tables -----------------------------------------------------------------------------------------------


def values(kind: pa.DataType) -> st.SearchStrategy[Any]:
    """Draw values of an Arrow type, from few enough that keys meet."""
    if pa.types.is_list(kind):
        return st.lists(cells(kind.value_field), max_size=2)
    if pa.types.is_struct(kind):
        return st.fixed_dictionaries({field.name: cells(field) for field in kind})
    drawn: dict[pa.DataType, st.SearchStrategy[Any]] = {
        pa.string(): st.sampled_from(["", "a", "b", "é", "z", "ŋ", "😀"]),
        pa.int64(): st.integers(-3, 3),
        pa.float64(): st.sampled_from([0.0, -0.0, 1.5, -1.5, float("inf"), -float("inf"), float("nan")]),
        pa.bool_(): st.booleans(),
        pa.binary(): st.sampled_from([b"", b"\x00", b"\x00\xff", b"a"]),
        pa.date32(): st.dates(),
    }
    return drawn[kind]


def cells(field: pa.Field) -> st.SearchStrategy[Any]:
    """Draw values of a field, null where it may be."""
    return st.none() | values(field.type) if field.nullable else values(field.type)


def tables(schema: pa.Schema, max_size: int = 12) -> st.SearchStrategy[pa.Table]:
    """Draw tables of a schema."""
    row = st.fixed_dictionaries({field.name: cells(field) for field in schema})
    return st.lists(row, max_size=max_size).map(partial(pa.Table.from_pylist, schema=schema))


def every_column() -> pa.Schema:
    """Give one schema with the columns of every table of the record."""
    return pa.schema([f.with_name(f"{t.__table__}.{f.name}") for t in TABLES for f in arrow_schema(t)])


def same(table: pa.Table) -> pa.Table:
    return table


def counted(table: pa.Table) -> pa.Table:
    """Count the rows of each key in one call, and add up their n."""
    sums: Counter[str | None] = Counter()
    for row in table.to_pylist():
        sums[row["k"]] += row["n"]
    rows = Counter(table.column("k").to_pylist())
    return pa.Table.from_pylist([{"k": k, "rows": rows[k], "sum": sums[k]} for k in rows], schema=COUNTS)


# --- the slow versions ---------------------------------------------------------------------------------------------


def slow_join(left: Rows, right: Rows, on: list[str], how: str) -> Rows:
    def meets(a: dict[str, Any], b: dict[str, Any]) -> bool:
        return all(a[name] is not None and a[name] == b[name] for name in on)

    pairs = {i: [b for b in right if meets(a, b)] for i, a in enumerate(left)}
    if how in ("semi", "anti"):
        return [a for i, a in enumerate(left) if bool(pairs[i]) == (how == "semi")]
    nothing = [{"seen": None, "spans_there": None}] if how == "left" else []
    return [a | b for i, a in enumerate(left) for b in pairs[i] or nothing]


def slow_order(a: Any, b: Any) -> int:
    """Compare two cells: null, then by value, -0.0 before 0.0, NaN last, nested ones by how they print."""
    left, right = rank(a), rank(b)
    return (left > right) - (left < right)


def rank(value: Any) -> Any:
    if value is None:
        return (0,)
    if isinstance(value, float):
        return (2,) if isnan(value) else (1, value, copysign(1, value))
    return (1, repr(value) if isinstance(value, list) else value)


def slow_sort(rows: Rows, names: list[str]) -> Rows:
    def compare(a: dict[str, Any], b: dict[str, Any]) -> int:
        return next((order for name in names if (order := slow_order(a[name], b[name]))), 0)

    return sorted(rows, key=cmp_to_key(compare))


def shown(table: pa.Table | Rows) -> str:
    """Write rows so that NaN equals NaN and -0.0 differs from 0.0."""
    return repr(table.to_pylist() if isinstance(table, pa.Table) else table)


# --- the laws ------------------------------------------------------------------------------------------------------


def maps(engine: Engine) -> Callable[..., None]:
    @given(st.lists(tables(SCHEMA, 3), max_size=9))
    def law(parts: list[pa.Table]) -> None:
        found = list(engine.map(same, iter(parts), SCHEMA))
        assert [shown(t) for t in found] == [shown(t) for t in parts]
        assert all(t.schema.equals(SCHEMA, check_metadata=True) for t in found)

    return law


def keeps_every_column_of_the_record(engine: Engine) -> Callable[..., None]:
    @given(tables(every_column(), 2))
    def law(table: pa.Table) -> None:
        (found,) = engine.map(same, [table], table.schema)
        assert found.schema.equals(table.schema, check_metadata=True)
        assert shown(found) == shown(table)

    return law


def groups(engine: Engine) -> Callable[..., None]:
    @given(st.lists(tables(SCHEMA), max_size=4))
    def law(parts: list[pa.Table]) -> None:
        found = [row for t in engine.group(counted, iter(parts), ["k"], COUNTS) for row in t.to_pylist()]
        whole = counted(pa.concat_tables(parts)).to_pylist() if parts else []
        assert slow_sort(found, ["k"]) == slow_sort(whole, ["k"])

    return law


def joins(engine: Engine) -> Callable[..., None]:
    there = pa.schema([SCHEMA.field("k"), SCHEMA.field("n"), ("seen", pa.bool_()), ("spans_there", pa.list_(SPAN))])

    @given(tables(SCHEMA), tables(there), st.sampled_from(["inner", "left", "anti", "semi"]), st.booleans())
    def law(left: pa.Table, right: pa.Table, how: Any, both: bool) -> None:
        on = ["k", "n"] if both else ["k"]
        right = right if both else right.drop_columns(["n"])
        expected = slow_join(left.to_pylist(), right.to_pylist(), on, how)
        assert shown(engine.join(left, right, on, how)) == shown(expected)

    return law


def sorts(engine: Engine) -> Callable[..., None]:
    @given(tables(SCHEMA), st.sampled_from([["k"], ["f", "k"], ["day"], ["spans"], ["raw"], []]), st.randoms())
    def law(table: pa.Table, by: list[str], chance: Any) -> None:
        rest = [name for name in SCHEMA.names if name not in by]
        shuffled = table.to_pylist()
        chance.shuffle(shuffled)
        found = engine.sort(pa.Table.from_pylist(shuffled, schema=SCHEMA), by)
        assert shown(found) == shown(slow_sort(table.to_pylist(), [*by, *rest]))
        assert found.schema.equals(SCHEMA, check_metadata=True)

    return law


# A map of Daft starts its processes anew, which takes a second or two: few examples for the laws that map.
LAWS: dict[str, tuple[Law, int]] = {
    "map": (maps, 3),
    "columns": (keeps_every_column_of_the_record, 2),
    "group": (groups, 3),
    "join": (joins, 40),
    "sort": (sorts, 40),
}


def check(engine: Engine, law: str, times: int = 1) -> None:
    """Try a law on an engine."""
    make, examples = LAWS[law]
    settings(max_examples=examples * times, deadline=None, database=None, suppress_health_check=list(HealthCheck))(
        make(engine)
    )()


@pytest.fixture(scope="module")
def daft() -> Iterator[Engine]:
    pytest.importorskip("daft")
    yield choose("daft", workers=2, bytes_in=0)


@pytest.mark.parametrize("law", LAWS)
def test_the_plain_engine_agrees_with_the_slow_version(law: str) -> None:
    check(PlainEngine(), law, times=3)


@pytest.mark.parametrize("law", ["map", "columns", "group"])
def test_two_worker_processes_agree_with_the_slow_version(law: str) -> None:
    check(PlainEngine(workers=2), law)


@pytest.mark.parametrize("law", LAWS)
def test_daft_agrees_with_the_slow_version(law: str, daft: Engine) -> None:
    check(daft, law)


@pytest.mark.slow
@pytest.mark.skipif(not find_spec("ray"), reason="ray is not installed: pip install 'readout-news[ray]'")
def test_daft_on_ray_agrees_with_the_slow_version() -> None:
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    here.pop("RAY_ADDRESS", None)
    told = subprocess.run([sys.executable, __file__, "ray"], capture_output=True, text=True, timeout=600, env=here)
    assert told.returncode == 0, told.stderr[-4000:]
    assert told.stdout.split() == list(LAWS)


def main(name: str) -> None:
    """Try every law on an engine of this machine, naming those that held."""
    engine = choose(name, workers=2, bytes_in=0)
    for law in LAWS:
        check(engine, law)
        print(law, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
