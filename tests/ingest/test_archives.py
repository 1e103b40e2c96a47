"""find: compressed files, zips, web archives."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import docx
import pytest
import zstandard

from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.records import Dropped

from .samples import warc_record, zipped

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstandard.ZstdCompressor().compress,
}  # fmt: skip


def read(folder: Path) -> list[Captured | Dropped]:
    return list(find([str(folder)]))


def kept(folder: Path) -> list[Captured]:
    return [item for item in read(folder) if isinstance(item, Captured)]


@pytest.mark.parametrize("packing", PACKERS)
def test_a_compressed_article_keeps_the_compressed_path_and_its_own_bytes(tmp_path: Path, packing: str) -> None:
    (tmp_path / f"a.txt.{packing}").write_bytes(PACKERS[packing](b"words " * 1000))
    (item,) = kept(tmp_path)
    assert (item.capture.external_id, item.content) == (f"a.txt.{packing}", b"words " * 1000)


@pytest.mark.parametrize("packing", PACKERS)
def test_several_members_of_a_compressed_file_are_one_stream(tmp_path: Path, packing: str) -> None:
    pack = PACKERS[packing]
    (tmp_path / f"r.jsonl.{packing}").write_bytes(
        b"".join(pack(b'{"id": "%d", "text": "t"}\n' % i) for i in range(300))
    )
    assert [item.capture.external_id for item in kept(tmp_path)] == [str(i) for i in range(300)]


@pytest.mark.parametrize("packing", PACKERS)
def test_of_truncated_data_all_rows_before_the_cut_are_read(tmp_path: Path, packing: str) -> None:
    import random

    rows = b"".join(b'{"text": "%s"}\n' % random.Random(i).randbytes(40).hex().encode() for i in range(2000))
    packed = PACKERS[packing](rows[: len(rows) // 2]) + PACKERS[packing](rows[len(rows) // 2 :])
    (tmp_path / f"r.jsonl.{packing}").write_bytes(packed[: len(packed) * 3 // 4])
    *rest, last = read(tmp_path)
    assert isinstance(last, Dropped) and last.reason == "truncated" and f"r.jsonl.{packing}#" in last.because
    assert len(rest) >= 999 and all(isinstance(item, Captured) for item in rest)


def test_zip_members_are_read_in_the_order_of_names_archives_inside_too(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": b"deep", "r.jsonl.gz": gzip.compress(b'{"text": "row"}')})
    (tmp_path / "z.zip").write_bytes(zipped({"b.txt": b"b", "a/a.txt": b"a", "__MACOSX/._b": b"x", "n.zip": inner}))
    assert [item.capture.location for item in read(tmp_path) if isinstance(item, Captured)] == [
        "z.zip!a/a.txt", "z.zip!b.txt", "z.zip!n.zip!deep.txt", "z.zip!n.zip!r.jsonl.gz#1",
    ]  # fmt: skip


def test_a_docx_is_handed_on_whole(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "s.docx"))
    (item,) = kept(tmp_path)
    assert item.capture.media_type.endswith("wordprocessingml.document")
    assert item.content == (tmp_path / "s.docx").read_bytes()


RECORDS = [warc_record(f"https://n.example/{i}", b"<p>%d</p>" % i * 100) for i in range(4)]
ARCHIVES = {
    "p.warc": b"".join(RECORDS),
    "p.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "p.warc.zst": b"".join(map(zstandard.ZstdCompressor().compress, RECORDS)),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_pages_of_a_web_archive_have_time_address_and_offset(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ARCHIVES[name])
    items = kept(tmp_path)
    assert [item.content for item in items] == [b"<p>%d</p>" % i * 100 for i in range(4)]
    first, second = items[0].capture, items[1].capture
    assert first.external_id == f"{name}!20210503101112/https://n.example/0"
    assert (first.offset, first.captured_at, items[0].url) == (0, "2021-05-03T10:11:12Z", "https://n.example/0")
    assert second.location == f"{name}!{second.offset}"
    assert ARCHIVES[name][second.offset or 0 :][:4] == ARCHIVES[name][:4]


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_truncated_web_archive_gives_all_before_the_cut_and_one_dropped_row(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ARCHIVES[name][:-40])
    *items, last = read(tmp_path)
    assert len(items) == 3 and all(isinstance(item, Captured) for item in items)
    assert isinstance(last, Dropped) and last.reason == "truncated" and name in last.because


def test_a_web_archive_in_one_gzip_member_keeps_its_pages_apart(tmp_path: Path) -> None:
    (tmp_path / "p.warc.gz").write_bytes(gzip.compress(b"".join(RECORDS)))
    locations = [item.capture.location for item in kept(tmp_path)]
    assert len(set(locations)) == 4


def test_garbage_between_records_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "p.warc").write_bytes(RECORDS[0] + b"garbage\r\n\r\n" * 30 + RECORDS[1])
    assert len(kept(tmp_path)) == 2


def test_a_web_archive_collection_gives_its_archives_only(tmp_path: Path) -> None:
    members = {
        "archive/d.warc.gz": ARCHIVES["p.warc.gz"],
        "datapackage.json": b"{}",
        "pages/pages.jsonl": b'{"text": "x"}',
    }
    (tmp_path / "c.wacz").write_bytes(zipped(members))
    ids = [item.capture.external_id for item in kept(tmp_path)]
    assert len(ids) == 4 and ids[0] == "c.wacz!archive/d.warc.gz!20210503101112/https://n.example/0"


def chunked(body: bytes) -> bytes:
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(body[i : i + 7]), body[i : i + 7]) for i in range(0, len(body), 7))
        + b"0\r\n\r\n"
    )


def deflated(body: bytes) -> bytes:
    return zlib.compress(body)[2:-4]


@pytest.mark.parametrize(
    ("header", "encode"),
    [
        ("Content-Encoding: gzip", gzip.compress),
        ("Content-Encoding: br", brotli.compress),
        ("Content-Encoding: zstd", zstandard.ZstdCompressor().compress),
        ("Content-Encoding: deflate", zlib.compress),
        ("Content-Encoding: deflate", deflated),
        ("Transfer-Encoding: chunked", chunked),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", lambda body: chunked(gzip.compress(body))),
        ("Content-Encoding: gzip", bytes),
        ("Transfer-Encoding: chunked", bytes),
    ],
)
def test_bodies_are_given_as_the_browser_saw_them(
    tmp_path: Path, header: str, encode: Callable[[bytes], bytes]
) -> None:
    body = "<p>Zoë said so. </p>".encode() * 50
    record = warc_record(
        "https://n.example/", encode(body), headers=f"Content-Type: text/html; charset=UTF-8\r\n{header}"
    )
    (tmp_path / "p.warc").write_bytes(record)
    (item,) = kept(tmp_path)
    assert (item.content, item.encoding) == (body, "UTF-8")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (warc_record("https://n.example/", b"", "revisit"), "revisit"),
        (warc_record("https://n.example/", b"<p>x</p>", status="404 Not Found"), "not_a_page"),
        (warc_record("https://n.example/", b"<p>x</p>", status="301 Moved"), "not_a_page"),
        (warc_record("https://n.example/i.png", b"\x89PNG", headers="Content-Type: image/png"), "unsupported"),
        (warc_record("https://n.example/", b""), "empty"),
    ],
)
def test_what_is_no_page_is_dropped_with_its_reason(tmp_path: Path, record: bytes, reason: str) -> None:
    (tmp_path / "p.warc").write_bytes(record)
    (item,) = read(tmp_path)
    assert isinstance(item, Dropped) and item.reason == reason and "p.warc!0" in item.because


@pytest.mark.parametrize("kind", ["request", "metadata", "warcinfo"])
def test_records_about_the_crawl_are_no_items(tmp_path: Path, kind: str) -> None:
    (tmp_path / "p.warc").write_bytes(warc_record("https://n.example/", b"x", kind))
    assert read(tmp_path) == []


def test_a_resource_record_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "p.warc").write_bytes(
        warc_record("https://n.example/", b"<p>x</p>", "resource", content_type="text/html")
    )
    assert [item.content for item in kept(tmp_path)] == [b"<p>x</p>"]
