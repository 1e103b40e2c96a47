"""Messages of the command line: each names the file, the cause and what would be right, and none is a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from readout.cli import exit_code, group, of_broken_tables
from readout.errors import ReadoutError
from readout.reading import Plan, read_into

PAGES = {
    "a.md": "# Ferry strike ends\n\nSkerry Post\n\nThe union in Skerry called its strike off on Tuesday, 4 May 2032.\n",
    "b.txt": "Harbour opens\n\nSkerry Post\n3 May 2032\n\nThe harbour of Skerry opened again on Monday, the mayor said.\n",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("messages")
    (folder / "pages").mkdir()
    for name, text in PAGES.items():
        (folder / "pages" / name).write_text(text, "utf-8")
    read_into(Plan((str(folder / "pages"),), folder / "x.readout", engine="plain", workers=1))
    return folder / "x.readout"


def told(*words: object) -> tuple[int, str]:
    """Run a command; give its exit code and what it says on stderr. Any error but one for users goes through."""
    run = CliRunner().invoke(group, [str(w) for w in words], standalone_mode=False)
    problem = run.exception
    if isinstance(problem, ReadoutError):
        return exit_code(problem), str(problem)
    if isinstance(problem, click.ClickException | SystemExit) or problem is None:
        return run.exit_code, run.stderr
    if of_broken_tables(problem):
        return 1, "R017"
    raise problem


@pytest.mark.parametrize("command", [("report",), ("brief",), ("export",), ("export-duckdb",)])
def test_where_nothing_can_be_written_the_cause_is_told(record: Path, tmp_path: Path, command: tuple[str]) -> None:
    def ask(path: Path) -> tuple[int, str]:
        if command == ("export-duckdb",):
            return told("export", record, "--duckdb", path)
        table = ("documents",) if command == ("export",) else ()
        return told(*command, record, *table, "-o", path)

    (tmp_path / "file").write_text("")
    code, words = ask(tmp_path / "none" / "out.html")
    assert code == 2 and "R016" in words and "there is no folder" in words and "Make it first" in words
    code, words = ask(tmp_path / "file" / "out.html")
    assert code == 2 and "is a file, no folder" in words
    code, words = ask(tmp_path)
    assert code == 2 and ("it is a folder" in words or "is there already" in words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("diff", "REC", "a.md"), "two pages"), (("why", "REC"), "id of a row or page"), (("show", "REC"), "id of a row"),
        (("forget", "REC"), "id of a page"), (("sql", "REC"), "a SELECT"), (("search", "REC"), "the words to look for"),
        (("search", "REC", ""), "the words to look for"), (("ask", "REC", " "), "a question"),
        (("override", "rename", "REC", "ent:12"), "an id and what it should be"),
        (("ls", "REC", "events", "--since", "yesterday"), "no day"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(record: Path, words: tuple[str, ...], said: str) -> None:
    code, found = told(*(record if w == "REC" else w for w in words))
    assert code == 2 and "R003" in found and said in found


def test_what_is_no_record_is_told_from_what_is_not_there(record: Path, tmp_path: Path) -> None:
    code, words = told("ls", tmp_path / "none.readout")
    assert code == 2 and "R010" in words and "there is no record" in words
    (tmp_path / "folder").mkdir()
    code, words = told("ls", tmp_path / "folder", "documents")
    assert code == 2 and "is no record: it holds no record.json" in words
    assert told("ls", tmp_path / "folder") == (code, words)
    code, words = told("read", record.parent / "pages", "-o", tmp_path / "folder")
    assert code == 2 and "is there already and is no record" in words and "-o NAME.readout" in words
    code, words = told("read", record.parent / "pages", "-o", tmp_path / "x.html")
    assert code == 2 and "x.readout" in words and not (tmp_path / "x.html").exists()
    code, words = told("read", record.parent / "pages", "-o", "/proc/x.readout")
    assert code == 1 and "R015" in words and "name a record in a folder you may write to" in words
    (tmp_path / "empty").mkdir()
    code, words = told("read", tmp_path / "empty", "-o", tmp_path / "y.readout")
    assert code == 3 and "holds no file" in words


@pytest.mark.parametrize("damage", ["cut", "missing", "pointer", "list"])
@pytest.mark.parametrize(
    "words", [("ls",), ("brief",), ("report", "-o", "OUT"), ("show", "a.md"), ("search", "harbour")]
)
def test_a_damaged_record_is_named_and_the_check_recommended(
    record: Path, tmp_path: Path, damage: str, words: tuple[str, ...]
) -> None:
    broken = tmp_path / "broken.readout"
    shutil.copytree(record, broken)
    manifest = json.loads((broken / "record.json").read_text())
    table = broken / next(r["path"] for r in manifest["resources"] if r["name"] == "documents")
    if damage == "cut":
        table.write_bytes(table.read_bytes()[:300])
    elif damage == "missing":
        table.unlink()
    else:
        (broken / "record.json").write_text('{"readout": {"form' if damage == "pointer" else "[]")
    if words == ("ls",) and damage in ("cut", "missing"):
        words = ("ls", "documents")
    first, *rest = (tmp_path / "out.html" if w == "OUT" else w for w in words)
    code, said = told(first, broken, *rest)
    assert code == 1 and "R017" in said
    assert "record.json is damaged" in said if damage in ("pointer", "list") else "readout check" in said


def test_a_cut_search_index_is_no_traceback(record: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.readout"
    shutil.copytree(record, broken)
    (index,) = broken.glob("tables/*1/search.sqlite")
    index.write_bytes(index.read_bytes()[:5000])
    assert told("search", broken, "harbour") == (1, "R017")


def test_filters_that_nothing_meets_name_what_there_is(record: Path) -> None:
    _, words = told("ls", record, "events", "--type", "FOO")
    assert "no row of events has --type 'FOO'; there are " in words
    _, words = told("ls", record, "events", "--status", "happend")
    assert "happened" in words
    _, words = told("ls", record, "events", "--since", "2044")
    assert "the last day told is 2032-05-" in words
    _, words = told("ls", record, "quotes", "--by", "Nobody")
    assert "readout ls people" in words


def test_a_page_is_known_by_outlet_or_title(record: Path) -> None:
    assert told("why", record, "ferry strike ends")[0] == 0
    code, words = told("why", record, "Skerry Post")
    assert code == 2 and "2 pages are by Skerry Post" in words and "a.md, b.txt" in words
    code, words = told("diff", record, "a.md", "a.md")
    assert code == 0 and "are one page" in words


def test_why_tells_how_voices_were_counted(record: Path) -> None:
    from readout.api import Record

    (row, *_) = Record(record).occurrences
    run = CliRunner().invoke(group, ["why", str(record), row["occurrence_id"]])
    assert "occurrences: 1 voice" in run.output and "told by" in run.output
