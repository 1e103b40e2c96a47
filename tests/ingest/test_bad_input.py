"""Bad input: the message names file, cause and remedy, and everything beside it is read."""

from __future__ import annotations

import gzip
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard

from readout.ingest import limits, stream
from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.ingest.lay_out import lay_out
from readout.records import Dropped, Layout

from .samples import pdf, warc_record, zipped

Spoil = Callable[[Path], None]


def read_beside_good(folder: Path) -> list[Dropped]:
    """Read the folder with a good file before and one after; give what was dropped."""
    (folder / "0.txt").write_text("A good article.")
    (folder / "zz.txt").write_text("Another good article.")
    layouts, dropped = everything(folder)
    assert {"0.txt", "zz.txt"} <= {layout.external_id for layout in layouts}
    return dropped


def everything(folder: Path) -> tuple[list[Layout], list[Dropped]]:
    layouts: list[Layout] = []
    dropped: list[Dropped] = []
    for item in find([str(folder)]):
        read, lost = lay_out(item) if isinstance(item, Captured) else ([], [item])
        layouts += read
        dropped += lost
    return layouts, dropped


def nested(depth: int) -> bytes:
    content = b"words"
    for _ in range(depth):
        content = zipped({"n.zip": content})
    return content


def encrypted_zip() -> bytes:
    content = bytearray(zipped({"a.txt": b"secret"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def link_in_zip() -> bytes:
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


ROWS = '{"id":"a","text":"good"}\n%s\n{"id":"b","text":"good too"}\n'
ZEROS = b"0" * 80_000_000

CASES: list[tuple[str, bytes, str, str]] = [
    ("empty.txt", b"", "empty", "holds no text"),
    ("blank.txt", b"\xef\xbb\xbf \r\n\0\0\n", "empty", "holds no text"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary", "PNG image"),
    ("noise.txt", bytes(range(256)) * 40, "binary", "binary data"),
    ("nul.txt", b"a\0b" * 500, "binary", "binary data"),
    ("nul2.txt", b"word " * 20_000 + b"\0" * 2000, "binary", "control characters"),
    ("zeros.txt", b"\0" * 100_000, "binary", "binary data"),
    ("spaces.txt", b" " * 100_000, "empty", "holds no text"),
    ("a.tar", b"a.txt".ljust(257, b"\0") + b"ustar".ljust(300, b"\0"), "unsupported", "tar archive"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "unsupported", "save it as DOCX"),
    ("cut.txt.gz", gzip.compress(os.urandom(3000).hex().encode())[:-300], "truncated", "ends too early"),
    ("bad.txt.gz", b"\x1f\x8b\x08" + b"\xff" * 400, "truncated", "damaged"),
    ("cut.zip", zipped({"a.txt": b"words"})[:-30], "truncated", "directory"),
    ("cut.warc", warc_record("https://n.example/", b"<p>words</p>" * 9)[:-40], "truncated", "cut short"),
    ("bomb.gz", gzip.compress(ZEROS), "unsafe", "zip bomb"),
    ("bomb.zst", zstandard.ZstdCompressor().compress(ZEROS), "unsafe", "zip bomb"),
    ("bomb.zip", zipped({"z.txt": ZEROS}), "unsafe", "zip bomb"),
    ("deep.zip", nested(6), "unsafe", "archives deep"),
    ("up.zip", zipped({"../../up.txt": b"words"}), "unsafe", "out of the archive"),
    ("abs.zip", zipped({"/etc/words": b"words"}), "unsafe", "out of the archive"),
    ("drive.zip", zipped({"C:\\words.txt": b"words"}), "unsafe", "out of the archive"),
    ("link.zip", link_in_zip(), "unsafe", "symbolic link"),
    ("locked.zip", encrypted_zip(), "encrypted", "password"),
    ("sheet.xlsx", zipped({"xl/workbook.xml": b"<x/>"}), "unsupported", "Excel"),
    ("word.docx", zipped({"word/document.xml": b"<x/>"}), "malformed", "DOCX cannot be read"),
    ("locked.pdf", pdf([[]], encrypted=True), "encrypted", "password"),
    ("page.pdf", b"%PDF-1.7 nothing", "malformed", "PDF cannot be read"),
    ("r.jsonl", (ROWS % "not json").encode(), "malformed", "r.jsonl#2: it is not JSON"),
    ("r.jsonl", (ROWS % "[1]").encode(), "malformed", "no object"),
    ("r.jsonl", (ROWS % '{"id":"x"}').encode(), "malformed", "neither text nor html"),
    ("r.jsonl", (ROWS % '{"id":"x","id":"y","text":"t"}').encode(), "malformed", "'id' stands twice"),
    ("r.jsonl", (ROWS % '{"id":"x","text":5}').encode(), "malformed", "text is not a string"),
    ("r.jsonl", (ROWS % '{"id":[1],"text":"t"}').encode(), "malformed", "id is neither"),
    ("r.jsonl", (ROWS % '{"id":"x","text":"  "}').encode(), "empty", "text is empty"),
    ("r.jsonl", (ROWS % ('{"text":' + "[" * 5_000_000)).encode(), "malformed", "RecursionError"),
    ("r.jsonl", (ROWS % ("{" + '"a":' + "1" * 5000 + "}")).encode(), "malformed", "cannot be parsed"),
    ("r.jsonl", (ROWS % '{"text":"caf\xe9"}').encode("latin-1"), "malformed", "not UTF-8"),
    ("r.json", b'[{"text":"good"},{"text":"cut', "malformed", "the file ends within"),
    ("t.csv", b"id,body\n1,words\n", "malformed", "no column is called text"),
    ("t.csv", b"id,text\n1,a,b,c\n", "malformed", "4 cells under 2 columns"),
    ("f.xml", b"<?xml version='1.0'?><rss><channel></channel></rss>", "malformed", "without entries"),
    ("d.xml", b"<?xml version='1.0'?><data><x/></data>", "unsupported", "XML"),
    ("script.html", b"<html><body><script>x()</script></body></html>", "no_text", "no article text"),
]


@pytest.mark.parametrize(("name", "content", "reason", "words"), CASES, ids=[f"{c[0]}-{c[3]}" for c in CASES])
def test_a_bad_file_is_dropped_with_file_cause_and_remedy(
    tmp_path: Path, name: str, content: bytes, reason: str, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (row,) = read_beside_good(tmp_path)
    assert row.reason == reason
    assert name in row.because and words in row.because
    cause, _, remedy = row.because.rpartition("; ")
    assert cause and remedy.endswith(".")
    assert str(tmp_path) not in row.because


def test_rows_beside_a_bad_row_are_read(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(ROWS % "not json")
    layouts, dropped = everything(tmp_path)
    assert [layout.external_id for layout in layouts] == ["a", "b"] and len(dropped) == 1


def test_an_archive_that_only_grows_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOTAL", 50_000)
    (tmp_path / "z.zip").write_bytes(zipped({f"{n}.txt": b"words " * 5000 for n in range(4)}))
    layouts, dropped = everything(tmp_path)
    assert [layout.external_id for layout in layouts] == ["z.zip!0.txt"]
    assert [(row.location, row.reason) for row in dropped] == [(f"z.zip!{n}.txt", "unsafe") for n in (1, 2, 3)]


def test_members_beside_a_bomb_are_read(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(zipped({"a.txt": b"good", "m.txt": ZEROS, "z.txt": b"good"}))
    layouts, dropped = everything(tmp_path)
    assert [layout.external_id for layout in layouts] == ["z.zip!a.txt", "z.zip!z.txt"] and len(dropped) == 1


def test_a_few_nul_characters_stay_in_the_text(tmp_path: Path) -> None:
    text = "A minister spoke\0 today. " + "Others did not. " * 8
    (tmp_path / "a.txt").write_text(text)
    layouts, dropped = everything(tmp_path)
    assert [layout.text for layout in layouts] == [text] and not dropped


def test_an_article_over_the_limit_is_dropped_and_the_next_line_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ARTICLE", 1000)
    (tmp_path / "r.jsonl").write_text('{"text":"%s"}\n{"id":"b","text":"good"}\n' % ("x" * 5000))
    (tmp_path / "s.txt").write_text("y" * 5000)
    layouts, dropped = everything(tmp_path)
    assert [layout.external_id for layout in layouts] == ["b"]
    assert [(row.location, row.reason) for row in dropped] == [("r.jsonl#1", "too_large"), ("s.txt", "too_large")]
    assert dropped[0].because.endswith(stream.TOO_LARGE.remedy + ".")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("inside", ["secret.txt", "secret/a.txt"])
def test_what_may_not_be_read_is_said(tmp_path: Path, inside: str) -> None:
    path = tmp_path / inside
    path.parent.mkdir(exist_ok=True)
    path.write_text("words")
    locked = tmp_path / inside.split("/")[0]
    mode = locked.stat().st_mode
    locked.chmod(0)
    (row,) = read_beside_good(tmp_path)
    locked.chmod(mode)
    assert row.reason == "unreadable" and "permission" in row.because


def test_a_refusal_of_the_system_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").mkdir()
    real = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)  # type: ignore[return-value]

    monkeypatch.setattr(os, "scandir", refuse)
    (row,) = read_beside_good(tmp_path)
    assert (row.reason, row.location) == ("unreadable", "secret") and "read permission" in row.because


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "outside.txt").write_text("words")
    os.symlink(tmp_path / "outside.txt", tmp_path / "pile" / "link.txt")
    os.symlink(tmp_path / "nowhere", tmp_path / "pile" / "lost.txt")
    assert [(r.location, r.reason) for r in read_beside_good(tmp_path / "pile")] == [
        ("link.txt", "unsafe"), ("lost.txt", "unreadable"),
    ]  # fmt: skip


def test_a_missing_path_is_said(tmp_path: Path) -> None:
    (row,) = (item for item in find([str(tmp_path / "nope.txt")]) if isinstance(item, Dropped))
    assert (row.external_id, row.reason) == ("nope.txt", "unreadable") and "check the path" in row.because


def test_a_device_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (row,) = read_beside_good(tmp_path)
    assert row.reason == "unsupported"


def test_two_rows_with_one_id_are_both_handed_on(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"id":"a","text":"one"}\n{"id":"a","text":"two"}\n')
    layouts, _ = everything(tmp_path)
    assert [(layout.external_id, layout.text) for layout in layouts] == [("a", "one"), ("a", "two")]


@pytest.mark.parametrize("depth", [2_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_a_deeply_nested_page_does_no_harm(tmp_path: Path, depth: int) -> None:
    page = b"<html><body>" + b"<div>" * depth + b"<p>words</p>" + b"</div>" * depth + b"</body></html>"
    (tmp_path / "deep.html").write_bytes(page)
    for row in read_beside_good(tmp_path):
        assert row.location == "deep.html" and "deep.html: " in row.because


def test_a_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    content = zipped({"a.txt": b"good", "m.txt": b"words" * 100, "z.txt": b"good"})
    at = content.index(b"m.txt") + 8
    (tmp_path / "z.zip").write_bytes(content[:at] + b"\xff\xff\xff" + content[at + 3 :])
    layouts, dropped = everything(tmp_path)
    assert [layout.external_id for layout in layouts] == ["z.zip!a.txt", "z.zip!z.txt"]
    assert [row.reason for row in dropped] == ["truncated"]
