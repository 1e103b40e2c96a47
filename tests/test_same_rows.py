"""Ten thousand pages give the same rows in process, on Daft and on Ray."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.lineage.growth import write_pile
from benchmarks.same_rows import read, rows

PAGES = 10_000


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    write_pile(folder, PAGES, None, 1)
    (folder / "copies.jsonl").unlink()
    return folder


@pytest.fixture(scope="module")
def plain(pile: Path) -> dict[str, list[str]]:
    read(pile.parent / "plain.readout", str(pile), "--engine", "plain", "--model", "none")
    return rows(pile.parent / "plain.readout")


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_ten_thousand_pages_give_the_same_rows_on_every_engine(
    pile: Path, plain: dict[str, list[str]], engine: str, tmp_path: Path
) -> None:
    if not find_spec(engine):
        pytest.skip(f"{engine} is not installed")
    read(tmp_path / "x.readout", str(pile), "--engine", engine, "--workers", "2", "--model", "none")
    found = rows(tmp_path / "x.readout")
    assert len(plain["documents"]) == PAGES and len(plain["reuses"]) > PAGES / 10
    assert [name for name in plain if found[name] != plain[name]] == []
