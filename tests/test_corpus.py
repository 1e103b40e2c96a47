"""Corpus-scope stages over stored tables give what they give over everything at once."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from readout.api import Record
from readout.reading import Ledger
from readout.records import Block, Document
from readout.stages.recur import recur
from readout.tables import Table

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
