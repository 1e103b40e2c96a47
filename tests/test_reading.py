"""Reading into records: the same rows whatever the way, nothing twice, nothing lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from readout.api import Record
from readout.checking import check_record
from readout.errors import ReadoutError
from readout.forgetting import forget_document
from readout.reading import Ledger
from readout.store import generation
from readout.store.layout import capture_path
from tests.conftest import STORY, exported

Read = Callable[..., Ledger]


def test_a_pile_becomes_a_record_that_proves_itself(pile: Path, read: Read, tmp_path: Path) -> None:
    ledger = read(pile)
    assert (ledger.found, ledger.read, ledger.dropped.total()) == (5, 5, 0)
    record = tmp_path / "x.readout"
    assert list(check_record(record)) == []
    texts = {d["external_id"]: d["text"] for d in Record(record).documents}
    assert texts["a.txt"] == STORY
    assert set(texts) == {"a.txt", "b.txt", "row-0", "row-1", "row-2"}


def test_reading_the_same_again_does_no_work(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile)
    ledger = read(pile)
    assert (ledger.read, ledger.unchanged) == (0, 5)
    assert generation.current(tmp_path / "x.readout") == 1


def test_one_by_one_gives_the_rows_of_all_at_once(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile, into="all.readout", root=str(pile))
    for part in (pile / "east", pile / "b.txt", pile / "a.txt"):
        read(part, into="parts.readout", root=str(pile))
    assert exported(tmp_path / "all.readout") == exported(tmp_path / "parts.readout")


def test_the_order_of_paths_does_not_matter(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile / "a.txt", pile / "east", pile / "b.txt", into="one.readout", root=str(pile))
    read(pile / "b.txt", pile / "a.txt", pile / "east", into="two.readout", root=str(pile))
    assert exported(tmp_path / "one.readout") == exported(tmp_path / "two.readout")


def test_two_workers_give_the_rows_of_one(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile, into="one.readout", workers=1)
    read(pile, into="two.readout", workers=2)
    assert exported(tmp_path / "one.readout") == exported(tmp_path / "two.readout")


def test_daft_gives_the_rows_of_the_plain_engine(pile: Path, read: Read, tmp_path: Path) -> None:
    pytest.importorskip("daft")
    read(pile, into="plain.readout", engine="plain")
    read(pile, into="daft.readout", engine="daft")
    assert exported(tmp_path / "plain.readout") == exported(tmp_path / "daft.readout")


@pytest.mark.slow
def test_ray_gives_the_rows_of_the_plain_engine(pile: Path, read: Read, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    read(pile, into="plain.readout", engine="plain")
    words = ["read", str(pile), "-o", str(tmp_path / "ray.readout"), "--engine", "ray", "--workers", "2"]
    subprocess.run([sys.executable, "-m", "readout", *words], check=True)  # a process keeps its first Daft runner
    assert exported(tmp_path / "plain.readout") == exported(tmp_path / "ray.readout")


def test_new_bytes_under_an_id_supersede_the_old(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile)
    (pile / "a.txt").write_text(STORY + "\nUpdated.\n", "utf-8")
    ledger = read(pile)
    assert (ledger.read, ledger.unchanged) == (1, 4)
    record = Record(tmp_path / "x.readout")
    assert [d["text"] for d in record.documents if d["external_id"] == "a.txt"] == [STORY + "\nUpdated.\n"]
    assert [(d["external_id"], d["reason"]) for d in record.dropped] == [("a.txt", "superseded")]
    assert list(check_record(record.path)) == []


def test_a_page_that_goes_back_to_what_it_was_wins_again(pile: Path, read: Read, tmp_path: Path) -> None:
    for text in (STORY, STORY + "\nUpdated.\n", STORY):
        (pile / "a.txt").write_text(text, "utf-8")
        read(pile)
    record = Record(tmp_path / "x.readout")
    assert [d["text"] for d in record.documents if d["external_id"] == "a.txt"] == [STORY]
    assert [d["reason"] for d in record.dropped] == ["superseded"]
    assert read(pile).unchanged == 5


def test_two_documents_with_one_id_leave_the_last_and_say_so(pile: Path, read: Read, tmp_path: Path) -> None:
    (pile / "z.jsonl").write_text('{"id": "row-1", "text": "Another text under the same id."}\n', "utf-8")
    ledger = read(pile)
    assert (ledger.found, ledger.read, dict(ledger.dropped)) == (6, 5, {"superseded": 1})
    record = Record(tmp_path / "x.readout")
    (dropped,) = record.dropped
    assert (
        "row-1" in dropped["because"]
        and "z.jsonl#1" in dropped["because"]
        and "east/rows.jsonl#2" in dropped["because"]
    )
    assert read(pile).unchanged == 6
    assert exported(record.path) == exported(record.path)


def test_the_same_row_twice_is_one_document(pile: Path, read: Read, tmp_path: Path) -> None:
    shutil.copy(pile / "east" / "rows.jsonl", pile / "again.jsonl")
    ledger = read(pile)
    assert (ledger.found, ledger.read, dict(ledger.dropped)) == (8, 5, {"repeated": 3})
    assert list(check_record(tmp_path / "x.readout")) == []


def test_what_is_forgotten_stays_away(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile)
    record = tmp_path / "x.readout"
    digest = next(d["capture_sha256"] for d in Record(record).documents if d["external_id"] == "a.txt")
    assert capture_path(record, digest).exists()
    forget_document(record, "a.txt")
    assert not capture_path(record, digest).exists()
    assert "a.txt" not in {d["external_id"] for d in Record(record).documents}
    for table in ("blocks", "sentences", "attributions"):
        assert not [
            r for r in Record(record).table(table) if r["doc_id"] not in {d["doc_id"] for d in Record(record).documents}
        ]
    assert list(check_record(record)) == []
    assert read(pile).unchanged == 5
    assert "a.txt" not in {d["external_id"] for d in Record(record).documents}
    assert [p.name for p in (record / "tables").iterdir()] == ["000002"]


def test_forgetting_a_stranger_says_so(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile)
    with pytest.raises(ReadoutError, match="R023"):
        forget_document(tmp_path / "x.readout", "nobody.txt")


def test_rows_made_in_two_ways_are_not_mixed(pile: Path, read: Read) -> None:
    from readout.pipeline import Settings

    read(pile)
    with pytest.raises(ReadoutError, match="R014"):
        read(pile, settings=Settings("resiliparse"))
    assert read(pile, settings=Settings("resiliparse"), rebuild=True).read == 5
    assert read(pile, settings=Settings("resiliparse")).unchanged == 5


def test_a_run_goes_on_where_a_killed_one_stopped(pile: Path, read: Read, tmp_path: Path, monkeypatch) -> None:
    import readout.reading

    read(pile, into="whole.readout")
    monkeypatch.setattr(readout.reading, "commit", lambda *a: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        read(pile)
    assert len(Record(tmp_path / "x.readout").documents) == 0
    monkeypatch.undo()
    analysed: list[int] = []
    analyse = readout.pipeline.analysed_bundle
    monkeypatch.setattr(
        readout.pipeline, "analysed_bundle", lambda batch, settings: analysed.append(1) or analyse(batch, settings)
    )
    ledger = read(pile)
    assert (ledger.found, ledger.read, analysed) == (5, 5, [])
    assert exported(tmp_path / "x.readout") == exported(tmp_path / "whole.readout")


def test_a_file_that_was_unreadable_and_is_mended_loses_its_entry(pile: Path, read: Read, tmp_path: Path) -> None:
    (pile / "c.txt").write_text("", "utf-8")
    assert dict(read(pile).dropped) == {"empty": 1}
    (pile / "c.txt").write_text(STORY + "mended", "utf-8")
    assert read(pile).read == 1
    assert list(Record(tmp_path / "x.readout").dropped) == []


def test_other_queries_run_while_rows_are_read(pile: Path, read: Read, tmp_path: Path) -> None:
    read(pile)
    record = Record(tmp_path / "x.readout")
    assert [record.text(d["doc_id"]) == d["text"] and len(record.documents) for d in record.documents] == [5] * 5
