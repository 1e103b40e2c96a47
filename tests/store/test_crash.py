"""A run that is killed, or finds the disk full, leaves the record whole."""

from __future__ import annotations

import errno
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from readout.api import Record
from readout.checking import check_record
from readout.errors import ReadoutError
from readout.reading import Ledger
from readout.store import generation
from tests.conftest import STORY, exported

Read = Callable[..., Ledger]


def start(pile: Path, record: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "readout", "read", str(pile), "-o", str(record), "-q"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_at_random(pile: Path, record: Path, times: int, seed: int) -> None:
    """Kill runs at random moments over the length of a whole run; after each the record must open and prove itself."""
    chance = random.Random(seed)
    began = time.monotonic()
    start(pile, record.with_name("timing.readout")).wait()
    whole = time.monotonic() - began
    for round_ in range(times):
        (pile / f"more-{round_}.txt").write_text(STORY + f"\nRound {round_}.\n", "utf-8")
        run = start(pile, record)
        time.sleep(chance.uniform(0.2, 1.1) * whole)
        run.send_signal(signal.SIGKILL)
        run.wait()
        if record.exists():  # a record appears whole or not at all
            assert list(check_record(record)) == []
            assert Record(record).documents.columns


def test_a_killed_run_leaves_the_record_whole(pile: Path, tmp_path: Path) -> None:
    kill_at_random(pile, tmp_path / "x.readout", 3, seed=1)


@pytest.mark.slow
def test_twenty_killed_runs_leave_the_record_whole_and_the_next_ends_it(pile: Path, tmp_path: Path) -> None:
    kill_at_random(pile, tmp_path / "x.readout", 20, seed=2)
    assert start(pile, tmp_path / "x.readout").wait() == 0
    assert start(pile, tmp_path / "once.readout").wait() == 0
    assert list(check_record(tmp_path / "x.readout")) == []
    assert exported(tmp_path / "x.readout") == exported(tmp_path / "once.readout")


def test_a_full_disk_is_named_and_the_old_record_stays(pile: Path, read: Read, tmp_path: Path, monkeypatch) -> None:
    read(pile)
    before = exported(tmp_path / "x.readout")
    (pile / "c.txt").write_text(STORY + "more", "utf-8")

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(generation, "write_table", full)
    with pytest.raises(ReadoutError, match=r"R015 .*x\.readout could not be written.*No space left.*make room"):
        read(pile)
    monkeypatch.undo()
    assert exported(tmp_path / "x.readout") == before
    assert list(check_record(tmp_path / "x.readout")) == []
    assert read(pile).read == 1


def test_a_limit_of_file_size_is_met_like_a_full_disk(pile: Path, tmp_path: Path) -> None:
    record = tmp_path / "x.readout"
    assert start(pile, record).wait() == 0
    before = exported(record)
    chance = random.Random(3)
    words = " ".join(str(chance.random()) for _ in range(60_000))
    (pile / "large.txt").write_text(words, "utf-8")
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000));"
        f"sys.argv = ['readout', 'read', {str(pile)!r}, '-o', {str(record)!r}, '--no-keep'];"
        "from readout.cli import main; main()"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.returncode == 1, run.stderr
    assert "R015" in run.stderr and "old generation is whole" in run.stderr
    assert exported(record) == before
    assert list(check_record(record)) == []


def test_two_writers_do_not_meet(pile: Path, read: Read, tmp_path: Path) -> None:
    from readout.store.lock import writing

    read(pile)
    with writing(tmp_path / "x.readout"), pytest.raises(ReadoutError, match="R011"):
        read(pile)


def test_a_record_can_be_moved(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile)
    moved = tmp_path / "elsewhere" / "y.readout"
    shutil.move(tmp_path / "x.readout", moved)
    assert list(check_record(moved)) == []
    for name in ("record.json", "views.sql"):
        assert str(tmp_path) not in (moved / name).read_text("utf-8")
    duckdb = pytest.importorskip("duckdb")
    query = "import duckdb; print(duckdb.connect('catalogue.duckdb', read_only=True).sql('from documents').fetchall().__len__())"
    shown = subprocess.run([sys.executable, "-c", query], cwd=moved, capture_output=True, text=True)
    assert shown.stdout.strip() == "5", shown.stderr + duckdb.__version__
