"""What several tests share: small pages, a record of them, and its exported rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from readout.api import Record
from readout.reading import Ledger, Plan, read_into
from readout.store.schema import table_names

# The same examples each time, so that a suite that passed passes again; no time limit, since first calls may compile.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")

STORY = """Talks in Marn end without accord

By Ilse Toren

MARN, May 6 — Foreign Minister Ada Brenn met her counterpart for three hours on Tuesday.

"We are closer than last week," Brenn said. "There is work left."

The ministry called the talks "useful" in a statement.
"""

Rows = dict[str, list[str]]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder of three small pages."""
    folder = tmp_path / "pile"
    (folder / "east").mkdir(parents=True)
    (folder / "a.txt").write_text(STORY, "utf-8")
    (folder / "b.txt").write_text(STORY.replace("three hours", "almost three hours"), "utf-8")
    (folder / "east" / "rows.jsonl").write_text(
        "".join(
            json.dumps({"id": f"row-{n}", "text": f"{STORY}\nItem {n}.", "outlet": "East Wire"}) + "\n"
            for n in range(3)
        ),
        "utf-8",
    )
    return folder


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Ledger]:
    """Read paths into `tmp_path/x.readout`."""

    def run(*paths: Path | str, **chosen: object) -> Ledger:
        record = tmp_path / str(chosen.pop("into", "x.readout"))
        return read_into(Plan(tuple(map(str, paths)), record, **chosen))  # type: ignore[arg-type]  # a test's choice

    return run


def exported(record: Path) -> Rows:
    """Every row of every table but `runs`, as JSON lines in key order, capture times left out."""
    opened = Record(record)
    tables = [name for name in table_names() if name != "runs"]
    return {name: [line(row) for row in opened.table(name)] for name in tables}


def line(row: dict[str, object]) -> str:
    return json.dumps({k: v for k, v in row.items() if k != "captured_at"}, ensure_ascii=False)
