"""Bad input at the level of a whole run: the message names file, cause and remedy, the pages beside it are read,
the ledger adds up, the record proves itself, and nothing in a page is run or fetched."""

from __future__ import annotations

import gzip
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from readout.api import Record
from readout.checking import check_record
from readout.ingest import limits
from readout.reading import Ledger
from tests.conftest import STORY
from tests.ingest.samples import warc_record, zipped

MIB = 1 << 20
NOBODY = 65534
GOOD = ("0-before.txt", "zz-after.txt")

Read = Callable[..., Ledger]


@dataclass(frozen=True)
class Outcome:
    """What came of a run: texts and messages by the name of the page."""

    texts: dict[str, str]
    reasons: dict[str, str]
    messages: dict[str, str]


@pytest.fixture
def read_beside_good(tmp_path: Path, read: Read) -> Callable[[], Outcome]:
    """Read `tmp_path/pile` with a good page before and one after what stands there, and prove ledger and record."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for number, name in enumerate(GOOD):
        (pile / name).write_text(f"{STORY}\nGood page {number}.\n", "utf-8")

    def run() -> Outcome:
        return proved(read(pile, workers=1), tmp_path / "x.readout")

    return run


def proved(ledger: Ledger, record: Path) -> Outcome:
    """Check what holds for every run into a new record, whatever was in the pile."""
    opened = Record(record)
    documents, dropped = list(opened.documents), list(opened.dropped)
    assert ledger.adds_up and ledger.unchanged == 0
    assert ledger.read == len(documents)
    assert ledger.dropped == Counter(row["reason"] for row in dropped)
    assert list(check_record(record)) == []
    texts = {row["external_id"]: row["text"] for row in documents}
    assert {*GOOD} <= texts.keys()
    for row in dropped:
        told(row["because"], row["location"])
    return Outcome(
        {name: text for name, text in texts.items() if name not in GOOD},
        {row["location"]: row["reason"] for row in dropped},
        {row["location"]: row["because"] for row in dropped},
    )


def told(message: str, location: str) -> None:
    """A message is `FILE: cause; remedy.`, without a path of this machine."""
    file, _, rest = message.partition(": ")
    cause, _, remedy = rest.rpartition("; ")
    assert file == location and cause and remedy.endswith("."), message
    assert "/tmp/" not in message and str(Path.home()) not in message


# --- one test for each kind ------------------------------------------------------------------------------------


def test_an_empty_file(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    (tmp_path / "pile" / "empty.txt").write_bytes(b"")
    (tmp_path / "pile" / "blank.html").write_bytes(b" \n\t\n")
    found = read_beside_good()
    assert found.reasons == {"empty.txt": "empty", "blank.html": "empty"}
    assert "it holds no text; leave it out, or fetch it again" in found.messages["empty.txt"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20, "PNG image"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "program"),
        (bytes(range(256)) * 200, "binary data"),
    ],
)
def test_a_binary_renamed_txt(
    tmp_path: Path, read_beside_good: Callable[[], Outcome], content: bytes, what: str
) -> None:
    (tmp_path / "pile" / "photo.txt").write_bytes(content)
    found = read_beside_good()
    assert found.reasons == {"photo.txt": "binary"}
    assert what in found.messages["photo.txt"] and "leave it out" in found.messages["photo.txt"]


def test_a_line_over_the_limit(
    tmp_path: Path, read_beside_good: Callable[[], Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ARTICLE", 8 * MIB)
    (tmp_path / "pile" / "line.txt").write_bytes(b"words without an end " * MIB)
    (tmp_path / "pile" / "rows.jsonl").write_bytes(
        b'{"id": "long", "text": "' + b"words without an end " * MIB + b'"}\n{"id": "short", "text": "A short row."}\n'
    )
    found = read_beside_good()
    assert found.reasons == {"line.txt": "too_large", "rows.jsonl#1": "too_large"}
    assert "cut it into articles" in found.messages["line.txt"]
    assert found.texts == {"short": "A short row."}


def test_a_line_of_200_megabytes_in_bounded_memory(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for name in GOOD:
        (pile / name).write_text(STORY + name, "utf-8")
    with (pile / "line.txt").open("wb") as file:
        for _ in range(200):
            file.write(b"words without an end".ljust(1000) * 1000)
    run = readout("read", pile, "-o", tmp_path / "x.readout", "--json")
    assert run.returncode == 0, run.stderr
    ledger = json.loads(run.stdout)
    assert (ledger["found"], ledger["read"], ledger["dropped"]) == (3, 2, {"too_large": 1})
    assert "line.txt" in run.stderr and "200,000,000 characters" in run.stderr and "split it" in run.stderr
    assert list(check_record(tmp_path / "x.readout")) == []
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < 2048 * MIB


def test_nul_bytes(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    few = STORY.replace("closer", "clo\0ser")
    (tmp_path / "pile" / "few.txt").write_text(few, "utf-8")
    (tmp_path / "pile" / "many.txt").write_bytes(b"word\0" * 5000)
    (tmp_path / "pile" / "few.html").write_bytes(
        b"<html><body><p>The talks went\0 on for a day.</p></body></html>" + b" " * 200
    )
    found = read_beside_good()
    assert found.texts["few.txt"] == few
    assert "talks went" in found.texts["few.html"]
    assert found.reasons == {"many.txt": "binary"}


def test_invalid_utf_8_and_mixed_encodings(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    words = "“Déjà vu,” said the minister of Świd — twice. "
    (tmp_path / "pile" / "stray.txt").write_bytes((words * 9).encode() + b"\xff\xfe\x80 caf\xe9\n")
    (tmp_path / "pile" / "mixed.txt").write_bytes((words * 9).encode() + "“Déjà vu”, again. ".encode("cp1252"))
    (tmp_path / "pile" / "wide.txt").write_bytes((words * 9).encode("utf-16"))
    (tmp_path / "pile" / "western.txt").write_bytes(("A caf\xe9 in Marn, he said. " * 9).encode("cp1252"))
    (tmp_path / "pile" / "row.jsonl").write_bytes(
        b'{"id": "a", "text": "A good row."}\n{"id": "b", "text": "caf\xe9"}\n'
    )
    found = read_beside_good()
    assert found.texts["stray.txt"].startswith(words * 9) and found.texts["stray.txt"].endswith("café\n")
    assert found.texts["mixed.txt"] == words * 9 + "“Déjà vu”, again. "
    assert found.texts["wide.txt"] == words * 9
    assert found.texts["western.txt"] == "A café in Marn, he said. " * 9
    assert found.texts["a"] == "A good row."
    assert found.reasons == {"row.jsonl#2": "malformed"} and "convert the file" in found.messages["row.jsonl#2"]


def test_a_truncated_gzip_and_a_truncated_archive(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    page = b"<html><body><h1>Talks</h1>" + b"<p>The talks in Marn went on for another day, officials said.</p>" * 5
    whole = [warc_record(f"https://n.example/{n}", page) for n in range(3)]
    (tmp_path / "pile" / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(4000).hex().encode())[:-900])
    (tmp_path / "pile" / "cut.warc").write_bytes(b"".join(whole)[:-200])
    (tmp_path / "pile" / "cut.warc.gz").write_bytes(b"".join(gzip.compress(record) for record in whole)[:-60])
    found = read_beside_good()
    assert len(found.texts) == 4, "the two whole pages of each archive are salvaged"
    assert set(found.reasons.values()) == {"truncated"} and len(found.reasons) == 3
    assert "fetch or copy it again" in found.messages["cut.txt.gz"]
    assert {location.split("!")[0] for location in found.reasons} == {"cut.txt.gz", "cut.warc", "cut.warc.gz"}


def test_a_zip_bomb_and_names_that_lead_out_of_a_zip(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    members = {
        "a.txt": b"A good page.",
        "../../up.txt": b"out",
        "/abs.txt": b"out",
        "m.txt": b"0" * 80 * MIB,
        "z.txt": b"Good too.",
    }
    (tmp_path / "pile" / "all.zip").write_bytes(zipped(members))
    (tmp_path / "pile" / "bomb.txt.gz").write_bytes(gzip.compress(b"0" * 80 * MIB))
    before = sorted(p.name for p in tmp_path.parent.iterdir())
    found = read_beside_good()
    assert found.texts == {"all.zip!a.txt": "A good page.", "all.zip!z.txt": "Good too."}
    assert found.reasons == dict.fromkeys(
        ("all.zip!../../up.txt", "all.zip!/abs.txt", "all.zip!m.txt", "bomb.txt.gz"), "unsafe"
    )
    assert "zip bomb" in found.messages["bomb.txt.gz"] and "out of the archive" in found.messages["all.zip!/abs.txt"]
    assert sorted(p.name for p in tmp_path.parent.iterdir()) == before
    assert not list(tmp_path.rglob("up.txt")) and not Path("/abs.txt").exists()


@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
def test_pages_of_100_000_nested_tags(tmp_path: Path, extractor: str) -> None:
    """In a process of its own: a library that runs out of stack takes the whole process down."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for name in GOOD:
        (pile / name).write_text(STORY + name, "utf-8")
    inner = "<p>The talks in Marn went on for another day, officials said.</p>"
    for tag in ("div", "b", "table"):
        page = f"<html><body>{f'<{tag}>' * 100_000}{inner}{f'</{tag}>' * 100_000}</body></html>"
        (pile / f"{tag}.html").write_text(page)
    run = readout("read", pile, "-o", tmp_path / "x.readout", "--extractor", extractor)
    assert run.returncode == 0 and "found 5 = read " in run.stdout, run.stderr
    texts = {row["external_id"]: row["text"] for row in Record(tmp_path / "x.readout").documents}
    assert {*GOOD} <= texts.keys()
    for name in ("div.html", "b.html", "table.html"):
        assert "went on for another day" in texts.get(name, "") or f"dropped: {name}: " in run.stderr
    assert list(check_record(tmp_path / "x.readout")) == []


def test_two_documents_with_one_id(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    rows = [{"id": "one", "text": "The first text."}, {"id": "one", "text": "The second text."}]
    (tmp_path / "pile" / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    found = read_beside_good()
    assert found.texts == {"one": "The second text."}
    assert found.reasons == {"rows.jsonl#1": "superseded"}
    assert "another version of one was read from rows.jsonl#2" in found.messages["rows.jsonl#1"]


def test_what_is_no_file(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    pile = tmp_path / "pile"
    os.mkfifo(pile / "pipe.txt")
    (pile / "lost.txt").symlink_to(pile / "nowhere")
    (tmp_path / "outside.txt").write_text("secret")
    (pile / "out.txt").symlink_to(tmp_path / "outside.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(pile / "socket.txt"))
        found = read_beside_good()
    assert found.texts == {}
    assert found.reasons == {
        "pipe.txt": "unsupported", "lost.txt": "unreadable", "out.txt": "unsafe", "socket.txt": "unsupported",
    }  # fmt: skip


def test_a_link_to_itself(tmp_path: Path, read_beside_good: Callable[[], Outcome]) -> None:
    (tmp_path / "pile" / "round.txt").symlink_to(tmp_path / "pile" / "round.txt")
    found = read_beside_good()
    assert found.reasons == {"round.txt": "unreadable"} and "remove the link" in found.messages["round.txt"]


AS_NOBODY = f"""
import os, sys
from readout.cli import main

def run(*words):
    sys.argv = ["readout", "read", *words]
    try:
        main()
    except SystemExit as ended:
        return ended.code

folder = sys.argv[1]
run(folder + "/first.txt", "-o", folder + "/first.readout")  # loads what nobody may not load from root's folders
os.setgroups([])
os.setgid({NOBODY})
os.setuid({NOBODY})
sys.exit(run(folder + "/pile", "-o", folder + "/x.readout", "--workers", "1"))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can read as another user; others meet it in tests/ingest")
def test_a_folder_and_a_file_without_permission() -> None:
    """Read by a process that became nobody, since root may read everything."""
    folder = Path("/tmp") / f"readout-nobody-{os.getpid()}"  # pytest's own folders are closed to others
    try:
        (folder / "pile" / "closed").mkdir(parents=True)
        for name in (*GOOD, "secret.txt", "closed/inside.txt"):
            (folder / "pile" / name).write_text(STORY + name, "utf-8")
        (folder / "pile" / "secret.txt").chmod(0)
        (folder / "pile" / "closed").chmod(0)
        os.chown(folder, NOBODY, NOBODY)
        (folder / "first.txt").write_text(STORY, "utf-8")
        run = subprocess.run([sys.executable, "-c", AS_NOBODY, folder], capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        assert "found 4 = read 2 + unchanged 0 + dropped 2" in run.stdout and "dropped unreadable: 2" in run.stdout
        for name in ("secret.txt", "closed"):
            assert f"dropped: {name}: no permission to read it; give this user read permission" in run.stderr
        assert list(check_record(folder / "x.readout")) == []
    finally:
        shutil.rmtree(folder)


def test_an_output_that_may_not_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "file").write_text("in the way")
    run = readout("read", tmp_path / "a.txt", "-o", tmp_path / "file" / "x.readout")
    assert run.returncode in (1, 2) and "Traceback" not in run.stderr
    (line,) = run.stderr.splitlines()
    assert line.startswith("readout: R0") and "x.readout" in line


# --- nothing is run or fetched ---------------------------------------------------------------------------------


@pytest.fixture
def ear() -> Iterator[tuple[int, list[bytes]]]:
    """A listening port, and what was heard on it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                heard.append(b"a connection")
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield server.getsockname()[1], heard
        server.shutdown(socket.SHUT_RDWR)


WORDS = "The talks in Marn went on for another day, officials of both sides said on Tuesday evening."


def tempting_page(port: int, mark: Path) -> str:
    """A page that asks for everything a page can ask for."""
    site = f"http://127.0.0.1:{port}"
    return f"""<!DOCTYPE html SYSTEM "{site}/dtd">
<html manifest="{site}/m"><head><base href="{site}/"><title>Talks</title>
<link rel="stylesheet" href="{site}/s.css"><link rel="canonical" href="{site}/c"><link rel="amphtml" href="{site}/amp">
<meta http-equiv="refresh" content="0; url={site}/r"><meta property="og:image" content="{site}/og.png">
<script src="{site}/x.js"></script><script>require("fs").writeFileSync("{mark}", "run")</script></head>
<body onload="fetch('{site}/')"><h1>Talks</h1><p>{WORDS}</p>
<p>{WORDS}</p><img src="{site}/i.png" srcset="{site}/2x.png 2x">
<iframe src="{site}/f"></iframe>
<object data="{site}/o"></object><video src="{site}/v"></video><embed src="{site}/e">
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>
<!--#exec cmd="touch {mark}"--><?php file_put_contents("{mark}", "run"); ?></body></html>"""


def entity(port: int, path: Path, name: str) -> str:
    """A document type that reaches for a file and for the network."""
    reaches = f'<!ENTITY f SYSTEM "file://{path}"><!ENTITY n SYSTEM "http://127.0.0.1:{port}/e">'
    return f'<?xml version="1.0"?><!DOCTYPE {name} SYSTEM "http://127.0.0.1:{port}/d" [{reaches}]>'


def tempting_docx(port: int, secret: Path) -> bytes:
    """A DOCX whose parts hold entities of outside."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = f"<w:p><w:r><w:t>{WORDS} &f; &n;</w:t></w:r></w:p>"
    office = "http://schemas.openxmlformats.org"
    target = f'Type="{office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'.encode(),
            "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships">'
            f'<Relationship Id="r1" {target}/></Relationships>'.encode(),
            "word/document.xml": (
                entity(port, secret, "w:document") + f"<w:document {space}><w:body>{text}</w:body></w:document>"
            ).encode(),
        }
    )


@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
def test_nothing_in_a_page_is_run_or_fetched(tmp_path: Path, ear: tuple[int, list[bytes]], extractor: str) -> None:
    port, heard = ear
    pile, mark, secret = tmp_path / "pile", tmp_path / "mark", tmp_path / "secret.txt"
    pile.mkdir()
    secret.write_text("the words of a secret file")
    page = tempting_page(port, mark)
    told = f"<link>http://127.0.0.1:{port}/l</link><description>{WORDS} &f; &n;</description>"
    feed = f"<rss><channel><title>W</title><item><title>Talks</title>{told}</item></channel></rss>"
    row = {"id": "row", "url": f"http://127.0.0.1:{port}/row", "html": page}
    (pile / "page.html").write_text(page, "utf-8")
    (pile / "page.xhtml").write_text(entity(port, secret, "html") + f"<html><body><p>{WORDS} &f; &n;</p></body></html>")
    (pile / "feed.xml").write_text(entity(port, secret, "rss") + feed)
    (pile / "rows.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (pile / "page.warc").write_bytes(warc_record(f"http://127.0.0.1:{port}/warc", page.encode()))
    (pile / "statement.docx").write_bytes(tempting_docx(port, secret))
    run = readout("read", pile, "-o", tmp_path / "x.readout", "--extractor", extractor, "--json")
    assert run.returncode == 0, run.stderr
    record = Record(tmp_path / "x.readout")
    texts = [row["text"] for row in record.documents]
    assert len(texts) >= 4 and all("went on for another day" in text for text in texts)
    assert readout("report", record.path, "-o", tmp_path / "report.html").returncode == 0
    assert not any("secret" in text for text in texts)
    assert heard == [] and not mark.exists()
    assert list(check_record(record.path)) == []


def readout(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does."""
    return subprocess.run([sys.executable, "-m", "readout", *map(str, words)], capture_output=True, text=True)
