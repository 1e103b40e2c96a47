"""Corpus-scope stages over stored tables give what they give over everything at once."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from readout import corpus
from readout.api import Record
from readout.pipeline import Settings
from readout.reading import Ledger
from readout.records import Block, Document
from readout.stages.recur import recur
from readout.store.schema import table_names
from readout.tables import Table
from readout.tracing import traced

WORDS = ["harbour", "council", "treaty", "night", "rain", "engine", "letter", "school", "bridge", "market", "winter"]
FURNITURE = "You are reading our free edition, subscribe to our newsletter today"


def page(chance: random.Random, number: int) -> dict[str, str]:
    """An invented page of one of three outlets, some with a line that recurs at the foot."""
    body = ["The " + " ".join(chance.choices(WORDS, k=12)) + f" met on day {number}." for _ in range(6)]
    foot = [FURNITURE] if number % 3 else []
    return {"id": f"p{number}", "text": "\n\n".join(body + foot), "outlet": f"Outlet {number % 2}"}


def test_recurrences_page_by_page_equal_those_of_the_whole_pile(tmp_path: Path, read: Callable[..., Ledger]) -> None:
    chance = random.Random(11)
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps(page(chance, n)) + "\n" for n in range(24)), "utf-8")
    read(rows)
    record = Record(tmp_path / "x.readout")
    documents = Table.from_arrow(Document, record.documents.arrow())
    blocks = Table.from_arrow(Block, record.sql("SELECT * FROM stored_blocks").arrow())
    expected = recur(documents, blocks)
    assert [r["doc_id"] for r in record.recurrences] == list(expected.column("doc_id"))
    assert [r["start"] for r in record.recurrences] == list(expected.column("start"))
    assert len(expected) > 0


def test_a_pile_too_large_to_be_traced_in_memory_makes_the_same_record(
    pile: Path, tmp_path: Path, read: Callable[..., Ledger], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(pile, into="memory.readout", settings=Settings(model="none"))
    monkeypatch.setattr(corpus, "STREAM_FROM", 0)
    called: list[Path] = []
    monkeypatch.setattr(corpus, "traced", lambda folder, work: called.append(folder) or traced(folder, work))
    read(pile, into="files.readout", settings=Settings(model="none"))
    one, other = (Record(tmp_path / name) for name in ("memory.readout", "files.readout"))
    for table in (t for t in table_names() if t not in ("runs", "captures")):
        assert list(one.table(table)) == list(other.table(table)), table
    assert len(called) == 1 and len(list(other.table("reuses"))) > 0
    assert not list((tmp_path / "files.readout").rglob("readout-trace-*"))
