"""The engine: order, laziness, failures, dead workers, partitions, and which engine is chosen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

import readout.engine
from readout.engine import Engine, PlainEngine, choose, shuffle, workers
from readout.errors import ReadoutError

NUMBERS = pa.schema([("n", pa.int64())])
ROOT = str(Path(__file__).parents[1])


def number(n: int) -> pa.Table:
    return pa.table({"n": [n]})


def numbers(tables: Iterator[pa.Table]) -> list[int]:
    return [n for table in tables for n in table.column("n").to_pylist()]


def same(table: pa.Table) -> pa.Table:
    return table


def slowest_first(table: pa.Table) -> pa.Table:
    time.sleep(0.2 / (1 + table["n"][0].as_py()))
    return table


def seven_fails(table: pa.Table) -> pa.Table:
    if table["n"][0].as_py() == 7:
        raise ReadoutError("R022", "there is no seven.", "Give eight.")
    return table


class Unpicklable(Exception):
    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"{left} and {right}")


def cannot_travel(table: pa.Table) -> pa.Table:
    raise Unpicklable("left", "right")


def dies(table: pa.Table) -> pa.Table:
    os.kill(os.getpid(), signal.SIGKILL)
    return table


def prints(table: pa.Table) -> pa.Table:
    print("a word on standard output")
    os.write(1, b"and one below Python")
    return table


def process(table: pa.Table) -> pa.Table:
    return number(os.getpid())


ENGINES = [PlainEngine(), PlainEngine(workers=2)]
every_plain_engine = pytest.mark.parametrize("engine", ENGINES, ids=repr)


@pytest.fixture(scope="module")
def daft() -> Engine:
    pytest.importorskip("daft")
    return choose("daft", workers=2, bytes_in=0)


# --- map -----------------------------------------------------------------------------------------------------------


@every_plain_engine
def test_map_keeps_the_order_of_the_parts(engine: Engine) -> None:
    assert numbers(engine.map(slowest_first, map(number, range(8)), NUMBERS)) == list(range(8))


@every_plain_engine
@pytest.mark.parametrize("rows", [0, 1])
def test_map_takes_empty_parts_and_single_rows(engine: Engine, rows: int) -> None:
    (found,) = engine.map(same, [pa.table({"n": pa.array([5] * rows, pa.int64())})], NUMBERS)
    assert found.num_rows == rows
    assert list(engine.map(same, [], NUMBERS)) == []


@every_plain_engine
def test_map_takes_a_stream_without_end_a_few_parts_ahead(engine: PlainEngine) -> None:
    taken = Counter[str]()

    def endless() -> Iterator[pa.Table]:
        while True:
            taken["parts"] += 1
            yield number(taken["parts"])

    results = engine.map(same, endless(), NUMBERS)
    for asked in range(1, 30):
        next(results)
        assert taken["parts"] <= asked + workers.AHEAD * engine.workers
    results.close()  # type: ignore[attr-defined]  # a generator


def test_daft_takes_a_stream_without_end_in_chunks(daft: Engine) -> None:
    from readout.daft_engine import PARTS_PER_CORE

    taken: list[int] = []

    def endless() -> Iterator[pa.Table]:
        while True:
            taken.append(len(taken))
            yield number(taken[-1])

    results = daft.map(same, endless(), NUMBERS)
    assert [next(results)["n"][0].as_py() for _ in range(3)] == [0, 1, 2]
    assert len(taken) == 2 * PARTS_PER_CORE


@every_plain_engine
def test_a_failure_comes_back_as_it_was_at_its_turn(engine: Engine) -> None:
    results = engine.map(seven_fails, map(number, range(9)), NUMBERS)
    assert [next(results)["n"][0].as_py() for _ in range(7)] == list(range(7))
    with pytest.raises(ReadoutError) as told:
        next(results)
    assert (told.value.code, told.value.what, told.value.remedy) == ("R022", "there is no seven.", "Give eight.")


def test_a_failure_comes_back_from_daft(daft: Engine) -> None:
    with pytest.raises(ReadoutError, match="R022 there is no seven"):
        list(daft.map(seven_fails, map(number, range(9)), NUMBERS))


def test_a_failure_brings_the_traceback_of_its_worker() -> None:
    with pytest.raises(ReadoutError) as told:
        list(PlainEngine(workers=2).map(seven_fails, [number(7)], NUMBERS))
    assert any("in seven_fails" in note for note in told.value.__notes__)


def test_a_failure_that_cannot_be_pickled_comes_back_in_words() -> None:
    with pytest.raises(RuntimeError, match="Unpicklable: left and right"):
        list(PlainEngine(workers=2).map(cannot_travel, [number(1)], NUMBERS))


@every_plain_engine
@pytest.mark.parametrize(
    "part",
    [pa.table({"m": [1]}), pa.table({"n": [1], "m": [1]}), pa.table({"n": ["one"]}), pa.table({"n": [None]})],
    ids=["missing", "extra", "type", "null"],
)
def test_a_result_that_breaks_its_schema_is_refused(engine: Engine, part: pa.Table) -> None:
    with pytest.raises(ReadoutError, match="R013"):
        list(engine.map(same, [part], pa.schema([pa.field("n", pa.int64(), False)])))


# --- worker processes ----------------------------------------------------------------------------------------------


def test_two_workers_are_two_processes() -> None:
    found = set(numbers(PlainEngine(workers=2).map(process, map(number, range(40)), NUMBERS)))
    assert len(found) == 2 and os.getpid() not in found


def test_one_part_starts_one_worker() -> None:
    crew = workers.Crew(b"")
    assert crew.processes == []
    crew.dismiss()


def test_a_function_may_print() -> None:
    assert numbers(PlainEngine(workers=2).map(prints, map(number, range(4)), NUMBERS)) == [0, 1, 2, 3]


def test_a_worker_that_is_killed_is_told_with_a_remedy() -> None:
    with pytest.raises(ReadoutError, match=r"R041 .*signal 9.*memory.*--workers 1"):
        list(PlainEngine(workers=2).map(dies, map(number, range(4)), NUMBERS))


def test_a_process_of_daft_that_is_killed_is_told(daft: Engine) -> None:
    with pytest.raises(ReadoutError, match="R041"):
        list(daft.map(dies, [number(1)], NUMBERS))


def test_closing_early_ends_the_workers() -> None:
    results = PlainEngine(workers=2).map(process, map(number, range(100)), NUMBERS)
    pid = next(results)["n"][0].as_py()
    results.close()  # type: ignore[attr-defined]  # a generator
    assert not alive(pid)


# No `if __name__ == "__main__"`: a worker must not run the caller's script again.
ENDLESS = """
import itertools, pyarrow as pa
from readout.engine import PlainEngine
from tests.test_engine import NUMBERS, number, process
for found in PlainEngine(workers=2).map(process, map(number, itertools.count()), NUMBERS):
    print(found["n"][0].as_py(), flush=True)
"""


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_no_worker_outlives_its_parent(kill: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    here = {**os.environ, "PYTHONPATH": ROOT}
    run = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=here)
    assert run.stdout is not None
    with run.stdout:
        pids = {int(run.stdout.readline()) for _ in range(60)}
        run.send_signal(kill)
        run.stdout.read()
    run.wait(10)
    assert pids and not any(alive(pid, patience=5) for pid in pids)


def test_modules_in_the_working_folder_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyarrow.py").write_text("raise SystemExit('a page was run')")
    monkeypatch.setattr(sys, "path", [p for p in sys.path if p])
    monkeypatch.chdir(tmp_path)
    assert numbers(PlainEngine(workers=2).map(same, [number(1)], NUMBERS)) == [1]


def alive(pid: int, patience: float = 0) -> bool:
    """Tell whether a process still runs after `patience` seconds."""
    for _ in range(int(patience / 0.05) + 1):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


# --- group -----------------------------------------------------------------------------------------------------------


def keyed(rows: int, keys: int) -> pa.Table:
    names = [None if i % keys == 0 else f"key {i % keys}" for i in range(rows)]
    return pa.table({"k": names, "n": range(rows)}, schema=pa.schema([("k", pa.string()), ("n", pa.int64())]))


@pytest.mark.parametrize("held_bytes", [1 << 30, 2000], ids=["in memory", "through files"])
def test_all_rows_of_a_key_reach_one_partition_in_order(held_bytes: int) -> None:
    table = keyed(20_000, 3_000)
    parts = list(shuffle.partitions(table_parts(table), ["k"], held_bytes=held_bytes))
    homes = Counter(key for part in parts for key in set(part["k"].to_pylist()))
    assert set(homes.values()) == {1} and len(homes) == 3_000
    assert len(parts) > 10
    assert sorted(n for part in parts for n in part["n"].to_pylist()) == list(range(20_000))
    assert all(part["n"].to_pylist() == sorted(part["n"].to_pylist()) for part in parts)


def table_parts(table: pa.Table) -> Iterator[pa.Table]:
    return (table.slice(start, 700) for start in range(0, table.num_rows, 700))


def test_a_table_larger_than_what_is_held_goes_through_files() -> None:
    table = keyed(20_000, 3_000)
    parts = list(shuffle.partitions(table, ["k"], held_bytes=2000))
    assert len(parts) > shuffle.FEW
    assert sorted(n for part in parts for n in part["n"].to_pylist()) == list(range(20_000))


def test_partitions_depend_on_the_key_alone() -> None:
    table = keyed(500, 40)
    there = {key: i for i, part in enumerate(shuffle.partitions(table, ["k"])) for key in part["k"].to_pylist()}
    turned = table.take(list(range(499, -1, -1)))
    again = {key: i for i, part in enumerate(shuffle.partitions(turned, ["k"])) for key in part["k"].to_pylist()}
    assert there == again


@every_plain_engine
def test_group_of_nothing_calls_nothing(engine: Engine) -> None:
    assert list(engine.group(cannot_travel, keyed(0, 1), ["k"], NUMBERS)) == []
    assert list(engine.group(cannot_travel, [], ["k"], NUMBERS)) == []


@every_plain_engine
def test_group_gives_every_row_once(engine: Engine) -> None:
    table = keyed(100, 9)
    assert sorted(numbers(engine.group(same, table, ["k"], table.schema))) == list(range(100))


# --- join and sort ---------------------------------------------------------------------------------------------------


def test_a_join_refuses_columns_of_one_name() -> None:
    with pytest.raises(ReadoutError, match=r"R013 .*column\(s\) n"):
        PlainEngine().join(keyed(3, 2), keyed(3, 2), ["k"], "inner")


def test_join_and_sort_of_nothing_give_nothing() -> None:
    nothing = keyed(0, 1)
    assert PlainEngine().sort(nothing, ["k"]).equals(nothing)
    assert PlainEngine().join(nothing, nothing.select(["k"]), ["k"], "left").equals(nothing)


# --- which engine ----------------------------------------------------------------------------------------------------


def test_auto_is_plain_for_small_piles_and_daft_for_large_ones(daft: Engine) -> None:
    assert choose("auto", workers=None, bytes_in=1000).name == "plain"
    assert choose("auto", workers=None, bytes_in=readout.engine.DAFT_FROM).name == daft.name


def test_auto_is_plain_where_daft_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.engine.find_spec", lambda name: None)
    assert choose("auto", workers=None, bytes_in=readout.engine.DAFT_FROM).name == "plain"


@pytest.mark.parametrize("name", ["daft", "ray"])
def test_an_engine_that_is_not_installed_is_told_with_a_remedy(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.daft_engine.find_spec", lambda module: None)
    with pytest.raises(ReadoutError, match=r"R040 .*pip install"):
        choose(name, workers=None, bytes_in=0)


@pytest.mark.parametrize(("name", "count"), [("spark", None), ("plain", 0), ("daft", -1)])
def test_an_engine_that_cannot_be_is_refused(name: str, count: int | None) -> None:
    with pytest.raises(ReadoutError, match="R003"):
        choose(name, workers=count, bytes_in=0)


def test_a_small_pile_is_read_in_this_process() -> None:
    assert repr(choose("plain", workers=None, bytes_in=1000)) == "PlainEngine(workers=1)"
    assert repr(choose("plain", workers=3, bytes_in=1000)) == "PlainEngine(workers=3)"


def test_telemetry_is_off_and_the_environment_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    telemetry = pytest.importorskip("daft.scarf_telemetry")
    from readout.daft_engine import ENVIRONMENT, environment

    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DAFT_PROGRESS_BAR", "1")
    before = dict(os.environ)
    with environment():
        assert telemetry.opted_out()
    assert dict(os.environ) == before
    assert not telemetry.opted_out()
