"""The command line: results on stdout, warnings on stderr, exit codes, JSON Lines that keep their schema."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from readout.store.schema import json_schemas, table_names

Run = "subprocess.CompletedProcess[str]"


def readout(*words: object, cwd: Path | None = None, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "readout", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, input=stdin)


def lines(run: subprocess.CompletedProcess[str], schema: str) -> list[dict]:
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    for row in rows:
        jsonschema.validate(row, json_schemas()[schema])
    return rows


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "pages").mkdir()
    story = 'MARN — "We are closer," said Ada Brenn. "There is <b>work</b> left."\n\nTalks went on; select 1.\n'
    (folder / "pages" / "a.txt").write_text(story, "utf-8")
    (folder / "pages" / "b.txt").write_text(story.replace("closer", "nearer"), "utf-8")
    (folder / "pages" / "empty.txt").write_text("", "utf-8")
    run = readout("read", folder / "pages", "-o", folder / "x.readout")
    assert run.returncode == 0, run.stderr
    assert "found 3 = read 2 + unchanged 0 + dropped 1" in run.stdout
    assert "empty.txt" in run.stderr
    return folder / "x.readout"


def test_read_as_json_and_strict(record: Path) -> None:
    run = readout("read", record.parent / "pages", "-o", record, "--json", "--strict")
    assert run.returncode == 1
    (row,) = lines(run, "read")
    assert (row["found"], row["read"], row["unchanged"], row["dropped"]) == (3, 0, 2, {"empty": 1})


def test_nothing_readable_is_exit_3(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    run = readout("read", tmp_path / "empty.txt", "-o", tmp_path / "x.readout")
    assert run.returncode == 3 and "R002" in run.stderr


def test_standard_input_is_read(tmp_path: Path) -> None:
    run = readout("read", "-", "-o", tmp_path / "x.readout", stdin='{"id": "one", "text": "A page from a pipe."}\n')
    assert run.returncode == 0, run.stderr
    assert "read 1" in run.stdout


def test_every_table_is_listed_and_exported_by_its_schema(record: Path) -> None:
    listed = lines(readout("ls", record, "--json"), "ls")
    assert [row["table"] for row in listed] == list(table_names())
    for name in table_names():
        run = readout("export", record, name)
        assert run.returncode == 0
        rows = lines(run, {"reports": "eventreport"}.get(name, name))
        if not rows:
            assert "is empty" in run.stderr


def test_quotes_by_name_and_words(record: Path) -> None:
    rows = lines(readout("ls", record, "quotes", "--by", "brenn", "--about", "nearer", "--json"), "quotes")
    assert len(rows) == 1 and rows[0]["speaker_name"] == "Ada Brenn"


def test_the_record_in_this_folder_is_meant_when_none_is_named(record: Path) -> None:
    run = readout("search", "closer", "--json", cwd=record.parent)
    (row,) = lines(run, "search")
    assert row["external_id"] == "a.txt"


def test_show_gives_the_words_in_place(record: Path) -> None:
    rows = lines(readout("ls", record, "quotes", "--json"), "quotes")
    shown = readout("show", record, rows[0]["attribution_id"])
    assert "⟦" in shown.stdout
    assert "[body]" in readout("show", record, "a.txt").stdout
    assert readout("show", record, "doc:ffffffffffffffff").returncode == 2


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_csv('/etc/passwd')", "select * from read_text('/etc/passwd')", "copy (select 1) to '/tmp/no.csv'",
        "attach '/tmp/no.db'", "install httpfs", "load httpfs", "set memory_limit='1GB'", "create table t(a int)",
        "drop view documents", "select 1; select 2", "select * from '/etc/passwd'", "pragma database_list", "export database '/tmp/no'",
        "select * from glob('/*')", "reset lock_configuration", "call pragma_version()", "insert into documents select * from documents",
    ],
)  # fmt: skip
def test_sql_is_locked_in(record: Path, query: str) -> None:
    run = readout("sql", record, query)
    assert run.returncode == 2 and ("R020" in run.stderr or "R021" in run.stderr), run.stdout
    assert not Path("/tmp/no.csv").exists() and not Path("/tmp/no.db").exists() and not Path("/tmp/no").exists()


def test_sql_answers(record: Path) -> None:
    run = readout("sql", record, "select count(*) as n from documents;", "--json")
    assert json.loads(run.stdout) == {"n": 2}


def test_brief_and_report_escape_what_pages_say(record: Path) -> None:
    rows = lines(readout("brief", record, "--json"), "brief")
    assert {row["section"] for row in rows} >= {"said", "pages"}
    page = record.parent / "report.html"
    assert readout("report", record, "-o", page).returncode == 0
    html = page.read_text("utf-8") + readout("brief", record, "-f", "html").stdout
    assert "<b>work</b>" not in html and "&lt;b&gt;work&lt;/b&gt;" in html
    assert "<script" not in html and "src=" not in html
    assert "<b>" not in readout("brief", record).stdout


def test_check_and_doctor(record: Path) -> None:
    run = readout("check", record)
    assert run.returncode == 0 and "0 faults" in run.stdout
    told = readout("doctor", "--json")
    assert lines(told, "doctor") and told.returncode == 0


def test_check_finds_a_broken_file(record: Path, tmp_path: Path) -> None:
    import shutil

    broken = tmp_path / "broken.readout"
    shutil.copytree(record, broken)
    table = broken / next(
        r["path"] for r in json.loads((broken / "record.json").read_text())["resources"] if r["name"] == "sentences"
    )
    table.write_bytes(table.read_bytes()[:-5] + b"xxxxx")
    run = readout("check", broken, "--json")
    assert run.returncode == 1
    assert lines(run, "check")[0]["check"] == "files"


def test_export_one_duckdb_file(record: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    target = tmp_path / "whole.duckdb"
    assert readout("export", record, "--duckdb", target).returncode == 0
    with duckdb.connect(str(target), read_only=True) as connection:
        assert connection.sql("select count(*) from documents").fetchall() == [(2,)]


def test_a_stranger_is_told_what_to_do(tmp_path: Path) -> None:
    run = readout("ls", cwd=tmp_path)
    assert run.returncode == 2 and "READOUT_RECORD" in run.stderr
    run = readout("ls", tmp_path / "no.readout", "documents")
    assert run.returncode == 2 and "R010" in run.stderr
    run = readout("read", tmp_path / "missing", "-o", tmp_path / "x.readout")
    assert run.returncode in (2, 3) and "missing" in run.stderr


def test_help_is_light(record: Path) -> None:
    heavy = "numpy pyarrow duckdb daft trafilatura resiliparse lxml jinja2 fastwarc py3langid feedparser docx pypdfium2"
    script = (
        "import sys; sys.argv = ['readout', '--help']\n"
        "from readout.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print(sorted(set(sys.modules) & set({heavy.split()!r})), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.stderr.strip() == "[]" and "Commands:" in run.stdout


def test_parse_writes_conllu_of_any_text() -> None:
    run = readout(
        "parse",
        "-",
        "--conllu",
        "--model",
        "fast",
        stdin="Ada Brenn left Marn on Monday. She didn't stay.\n\nTalks went on.\n",
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.count("# newpar") == 2 and run.stdout.count("# text = ") == 3
    words = [line.split("\t") for line in run.stdout.splitlines() if line and line[0] != "#"]
    assert all(len(columns) == 10 for columns in words)
    assert [c[1] for c in words[:3]] == ["Ada", "Brenn", "left"]


def test_people_are_listed_and_events_filtered(record: Path) -> None:
    people = lines(readout("ls", record, "people", "--json"), "people")
    assert [p["name"] for p in people] == ["Ada Brenn"]
    assert readout("ls", record, "events", "--type", "consult").returncode == 0
    refused = readout("ls", record, "quotes", "--status", "happened")
    assert refused.returncode == 2 and "R003" in refused.stderr


def test_search_finds_what_was_said_and_show_gives_every_wording(record: Path) -> None:
    found = lines(readout("search", record, "closer", "--quotes", "--json"), "quotes")
    assert [(q["speaker_name"], q["kind"]) for q in found] == [("Ada Brenn", "direct")]
    (first, *_) = [json.loads(line) for line in readout("ls", record, "utterances", "--json").stdout.splitlines()]
    shown = readout("show", record, first["utterance_id"]).stdout
    assert "the best wording" in shown
    assert "⟦" in shown
