"""find holds one article, however large the file."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.ingest.limits import MIB
from readout.ingest.stream import ChunkFile


def rows(count: int) -> Iterator[bytes]:
    for number in range(count):
        yield b'{"id":"%d","text":"%s"}\n' % (number, b"words of it " * 1000)


def test_a_large_file_of_rows_streams_through() -> None:
    pipe = io.BufferedReader(ChunkFile(rows(2000)))
    tracemalloc.start()
    count = sum(isinstance(item, Captured) for item in find(["-"], stdin=pipe))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000 and peak < 4 * MIB


@pytest.mark.slow
def test_two_hundred_megabytes_of_rows_take_no_more_memory_than_two(tmp_path: Path) -> None:
    with (tmp_path / "r.jsonl").open("wb") as file:
        file.writelines(rows(17_000))
    tracemalloc.start()
    count = sum(isinstance(item, Captured) for item in find([str(tmp_path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 17_000 and peak < 4 * MIB


@pytest.mark.slow
def test_a_single_line_of_two_hundred_megabytes_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words " * 35_000_000)
    tracemalloc.start()
    (item,) = find([str(tmp_path)])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(item, Captured) and item.capture.length == 210_000_000 and peak < 3 * 210_000_000
