"""A page whose dateline has no year is dated by the other pages of its story, in whatever order they are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from readout.api import Record
from readout.reading import Ledger
from tests.conftest import exported

Read = Callable[..., Ledger]
WIRE = (
    "Tanker Corvina loses fuel off Tarvik\n\n"
    "TARVIK, March 4 (TNA) - The tanker Corvina of Belvo Lines lost 40 tonnes of fuel off Tarvik on Monday, the port captain, "
    "Ilse Marn, said on Tuesday. Police arrested the master of the ship, Pavo Lind, on Monday.\n\n"
    "The mayor, Oda Brenn, will meet Marn on Thursday."
)
PAPER = (
    "Mayor asks Belvo Lines to pay\n\n{day}\n\n"
    "The mayor of Tarvik, Oda Brenn, asked Belvo Lines to pay for the fuel that the tanker Corvina lost. "
    "The port captain, Ilse Marn, met Brenn in the town hall, and Pavo Lind, the master of the ship, was questioned by police."
)


def pile(folder: Path, *days: str) -> Path:
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    for n, day in enumerate(days):
        (folder / f"paper{n}.txt").write_text(PAPER.format(day=day), encoding="utf-8")
    return folder


def wire(record: Path) -> tuple[str | None, str]:
    (found,) = (d for d in Record(record).documents if d["external_id"].endswith("wire.txt"))
    return found["published"], found["published_basis"]


def test_the_year_comes_from_the_story_and_days_count_from_it(read: Read, tmp_path: Path) -> None:
    read(pile(tmp_path / "p", "5 March 2031"))
    record = tmp_path / "x.readout"
    assert wire(record) == ("2031-03-04", "story")
    (found,) = (d for d in Record(record).documents if d["published_basis"] == "story")
    assert "1 dated pages" in found["date_candidates"][-1]["raw"]
    arrests = [e["date_start"] for e in Record(record).table("events").arrow().to_pylist() if e["mode"] == "arrest"]
    assert "2031-03-03" in arrests


def test_one_by_one_gives_the_same_days(read: Read, tmp_path: Path) -> None:
    folder = pile(tmp_path / "p", "5 March 2031", "7 March 2031")
    read(folder, into="all.readout", root=str(folder))
    for name in ("wire.txt", "paper1.txt", "paper0.txt"):
        read(folder / name, into="parts.readout", root=str(folder))
    assert exported(tmp_path / "all.readout") == exported(tmp_path / "parts.readout")


def test_the_year_goes_where_a_later_page_disagrees(read: Read, tmp_path: Path) -> None:
    folder = pile(tmp_path / "p", "5 March 2031", "7 March 2029")
    read(folder / "wire.txt", folder / "paper0.txt", root=str(folder))
    assert wire(tmp_path / "x.readout") == ("2031-03-04", "story")
    read(folder / "paper1.txt", root=str(folder))
    assert wire(tmp_path / "x.readout") == (None, "none")
