"""find: what is read, under which names, in which order."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from readout.errors import ReadoutError
from readout.ids import sha256
from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.records import Dropped

from .samples import zipped


def names(paths: Sequence[Path | str], root: str | None = None) -> list[str]:
    found = find([str(path) for path in paths], root=root)
    return [item.capture.external_id if isinstance(item, Captured) else f"dropped {item.external_id}" for item in found]


def plant(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_a_folder_is_read_in_the_order_of_locations_hidden_files_and_records_left_out(tmp_path: Path) -> None:
    plant(tmp_path, b_txt="b", a__z_txt="z", a_txt="a", x_readout__record_json="{}")
    (tmp_path / ".hidden").write_text("h")
    assert names([tmp_path]) == ["a.txt", "a/z.txt", "b.txt"]


def test_a_single_file_goes_by_its_own_name_and_a_root_overrides(tmp_path: Path) -> None:
    plant(tmp_path, a__z_txt="z")
    assert names([tmp_path / "a" / "z.txt"]) == ["z.txt"]
    assert names([tmp_path / "a" / "z.txt"], root=str(tmp_path)) == ["a/z.txt"]


def test_a_path_outside_the_root_is_refused(tmp_path: Path) -> None:
    plant(tmp_path, a__z_txt="z", b__y_txt="y")
    with pytest.raises(ReadoutError, match="R003"):
        names([tmp_path / "a"], root=str(tmp_path / "b"))


def test_the_order_of_arguments_does_not_matter_and_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    plant(tmp_path, a__z_txt="z", b__y_txt="y")
    os.symlink(tmp_path / "a" / "z.txt", tmp_path / "a" / "zz.txt")
    paths = [tmp_path / "b", tmp_path / "a", tmp_path / "a" / "z.txt"]
    assert names(paths) == names(paths[::-1]) == ["z.txt", "y.txt"]


def test_a_ring_of_links_is_walked_once(tmp_path: Path) -> None:
    plant(tmp_path, a__z_txt="z")
    os.symlink(tmp_path, tmp_path / "a" / "up")
    assert names([tmp_path]) == ["a/z.txt"]


def test_a_pattern_names_files_relative_to_its_fixed_part(tmp_path: Path) -> None:
    plant(tmp_path, a__z_txt="z", b__y_txt="y", b__x_md="x")
    assert names([f"{tmp_path}/*/*.txt"]) == ["a/z.txt", "b/y.txt"]
    assert names([f"{tmp_path}/**/*.md"]) == ["b/x.md"]
    assert names([f"{tmp_path}/*.pdf"]) == ["dropped *.pdf"]


def test_names_are_composed_unicode(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.txt").write_text("x")
    assert names([tmp_path]) == ["caf\u00e9.txt"]


def test_standard_input_is_sniffed_like_a_file() -> None:
    rows = b'{"id": "one", "text": "a"}\n{"text": "b"}\n'
    found = list(find(["-"], stdin=io.BytesIO(rows)))
    assert [item.capture.external_id for item in found if isinstance(item, Captured)] == ["one", "stdin#2"]
    packed = list(find(["-"], stdin=io.BytesIO(zipped({"a.txt": b"words"}))))
    assert [item.capture.location for item in packed if isinstance(item, Captured)] == ["stdin!a.txt"]


def test_the_digest_is_that_of_the_bytes_handed_on(tmp_path: Path) -> None:
    plant(tmp_path, a_txt="words", r_jsonl='{"text": "a"}\n', z_csv="id,text\n1,one\n")
    for item in find([str(tmp_path)]):
        assert isinstance(item, Captured)
        assert item.capture.capture_sha256 == sha256(item.content)
        assert item.capture.length == len(item.content)


def test_json_lines_rows_go_by_their_id_and_are_kept_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(b'\xef\xbb\xbf{"id": 7,  "text": "a"}\r\n\n{"text":"b"}')
    first, second = find([str(tmp_path)])
    assert isinstance(first, Captured) and isinstance(second, Captured)
    assert (first.capture.external_id, first.content) == ("7", b'{"id": 7,  "text": "a"}')
    assert (second.capture.external_id, second.capture.location) == ("r.jsonl#3", "r.jsonl#3")


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_array_is_read_item_by_item(tmp_path: Path, indent: int | None) -> None:
    rows = [{"id": "a", "text": 'one "quoted" ] } \\ ,'}, {"id": "b", "text": "two", "title": "[{"}]
    (tmp_path / "r.json").write_text(json.dumps(rows, indent=indent))
    found = [item for item in find([str(tmp_path)]) if isinstance(item, Captured)]
    assert [json.loads(item.content) for item in found] == rows
    assert [item.capture.external_id for item in found] == ["a", "b"]


def test_one_pretty_printed_object_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps({"text": "one", "title": "T"}, indent=2))
    assert names([tmp_path]) == ["r.json#1"]


def test_a_table_may_hold_a_field_of_a_million_characters(tmp_path: Path) -> None:
    long = 'x" y, ' * 200_000
    (tmp_path / "t.csv").write_text('id,text,title\n1,"' + long.replace('"', '""') + '",T\n2,short,\n', "utf-8")
    first, second = (item for item in find([str(tmp_path)]) if isinstance(item, Captured))
    assert json.loads(first.content) == {"id": "1", "text": long, "title": "T"}
    assert second.content == b'{"id":"2","text":"short"}'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_of_a_table_is_found(tmp_path: Path, delimiter: str) -> None:
    (tmp_path / "t.csv").write_text(
        delimiter.join(("ID", "Title", "Text")) + "\n" + delimiter.join(("a", "b", '"c\nd"')) + "\n"
    )
    (item,) = find([str(tmp_path)])
    assert isinstance(item, Captured) and json.loads(item.content) == {"id": "a", "title": "b", "text": "c\nd"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_may_have_any_line_ends_and_blank_lines(tmp_path: Path, end: str) -> None:
    lines = ["", "id,text", '1,"a', 'b"', "", "2,c"]
    (tmp_path / "t.csv").write_bytes(end.join(lines).encode("utf-8-sig"))
    found = [json.loads(item.content) for item in find([str(tmp_path)]) if isinstance(item, Captured)]
    assert found == [{"id": "1", "text": f"a{end}b"}, {"id": "2", "text": "c"}]


def test_each_feed_entry_is_a_row_with_its_html_and_the_feed_as_outlet(tmp_path: Path) -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The &amp; Courier</title>'
        "<item><title>A &lt;b&gt;title&lt;/b&gt;</title><link>https://c.example/1</link>"
        "<description>&lt;p&gt;Words &lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description>"
        "<pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate></item>"
        '<item><guid isPermaLink="false">g2</guid><title>B</title><description>plain</description></item>'
        "</channel></rss>"
    )
    (tmp_path / "f.xml").write_text(feed)
    found = [item for item in find([str(tmp_path)]) if isinstance(item, Captured)]
    assert [item.capture.external_id for item in found] == ["f.xml!https://c.example/1", "f.xml!g2"]
    first = json.loads(found[0].content)
    assert (first["outlet"], first["title"]) == ("The & Courier", "A title")
    assert "<script>" in first["html"] and first["published"] == "Mon, 03 May 2021 10:00:00 GMT"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"Plain words.", "text/plain"),
        ("a", b"Plain words.", "text/plain"),
        ("a.md", b"# Head", "text/markdown"),
        ("a.txt", b"<!DOCTYPE html><html><p>x</p></html>", "text/html"),
        ("a.htm", b"just words", "text/html"),
        ("a.html", b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", "text/html"),
        ("a.txt", b"%PDF-1.4\n", "application/pdf"),
        ("a.xml", b'<?xml version="1.0"?><!DOCTYPE html><html></html>', "text/html"),
        ("a.txt", b"{braces} are no JSON", "text/plain"),
        ("a.txt", b"[Editor's note] brackets neither", "text/plain"),
        ("a.txt", "Mönche".encode("latin-1"), "text/plain"),
    ],
)
def test_content_goes_before_the_suffix(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(content)
    (item,) = find([str(tmp_path)])
    assert isinstance(item, Captured) and item.capture.media_type == media_type


@pytest.mark.parametrize("name", ["a.css", "a.js", "a.svg"])
def test_what_a_saved_page_brings_along_is_no_article(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("p { color: red }")
    (item,) = find([str(tmp_path)])
    assert isinstance(item, Dropped) and item.reason == "unsupported"


def test_a_page_saved_as_one_file_gives_its_html_with_address_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://n.example/a\r\nSubject: A\r\n"
        b"Date: Mon, 3 May 2021 10:11:12 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<p>Zo=C3=AB sai=\r\nd so.</p>\r\n--B\r\nContent-Type: image/png\r\n\r\nxx\r\n--B--\r\n"
    )
    (item,) = find([str(tmp_path)])
    assert isinstance(item, Captured)
    assert item.content.strip() == "<p>Zoë said so.</p>".encode()
    assert (item.url, item.encoding) == ("https://n.example/a", "utf-8")
    assert (item.capture.captured_at or "").startswith("2021-05-03T10:11:12")


def test_a_page_that_quotes_a_feed_is_no_feed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!-- <rdf:RDF xmlns='x'></rdf:RDF> --><html><body><p>words</p></body></html>")
    (item,) = find([str(tmp_path)])
    assert isinstance(item, Captured) and item.capture.media_type == "text/html"


def test_standard_input_that_is_not_there_is_a_wrong_use() -> None:
    with pytest.raises(ReadoutError, match="R003"):
        list(find(["-"]))
