"""sheet: rows of CSV and TSV; the columns are named as the fields of a JSON Lines row."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from readout.ingest import limits
from readout.ingest.captured import Captured
from readout.ingest.decode import utf8_or_cp1252
from readout.ingest.item import row_item
from readout.ingest.problem import Place, ReadProblem, drop_at
from readout.ingest.row import SHAPE, to_bytes
from readout.ingest.stream import TOO_LARGE, as_file
from readout.records import Dropped

DELIMITERS = ",;\t|"


def rows_of_sheet(place: Place, chunks: Iterator[bytes]) -> Iterator[Captured | Dropped]:
    """Give each row under the header as a JSON row, numbered from 1; a field may be as long as an article."""
    csv.field_size_limit(limits.ARTICLE)
    texts = text_lines(chunks)
    number = 0
    try:
        first = next((line for line in texts if line.strip()), "")
        reader = csv.reader(chain([first], texts), delimiter=delimiter_of(first, place.name))
        names = header(next_row(reader) or [])
        while (cells := next_row(reader)) is not None:
            number += bool(cells)
            if cells:
                yield sheet_row(place, number, names, cells)
    except ReadProblem as problem:
        yield drop_at(place.row(number + 1) if number else place, problem)


def text_lines(chunks: Iterator[bytes]) -> Iterator[str]:
    """Decode line by line, ends kept, since a quoted field may hold some."""
    file = as_file(chunks)
    mark = b"\xef\xbb\xbf"
    while line := file.readline(limits.ARTICLE + 1):
        if len(line) > limits.ARTICLE:
            raise TOO_LARGE
        yield from io.StringIO(utf8_or_cp1252(line.removeprefix(mark)), newline="")
        mark = b""


def delimiter_of(header_line: str, name: str) -> str:
    """Choose the delimiter that stands most often outside quotes in the header; a comma where none does."""
    bare = re.sub(r'"[^"]*"', "", header_line)
    counts = [bare.count(delimiter) for delimiter in DELIMITERS]
    if not any(counts):
        return "\t" if name.lower().endswith((".tsv", ".tab")) else ","
    return DELIMITERS[counts.index(max(counts))]


def header(cells: list[str]) -> list[str]:
    """Read the column names. Raises ReadProblem where no column holds the article or one name stands twice."""
    names = [cell.strip().lower() for cell in cells]
    twice = [name for name, count in Counter(names).items() if count > 1 and name]
    if twice:
        raise ReadProblem("malformed", f"the column {twice[0]!r} stands twice", "keep one of them")
    if not {"text", "html"} & set(names):
        cause = f"no column is called text or html (the columns are {', '.join(names)[:200]})"
        raise ReadProblem("malformed", cause, f"name the columns as the fields of a row, {SHAPE}")
    return names


def next_row(reader: Iterator[list[str]]) -> list[str] | None:
    """Read one row; null at the end."""
    try:
        return next(reader, None)
    except csv.Error as error:
        cause = f"it is not CSV ({error})"
        raise ReadProblem("malformed", cause, "look for a quotation mark that is never closed") from error


def sheet_row(place: Place, number: int, names: list[str], cells: list[str]) -> Captured | Dropped:
    """Make the JSON row of one row of cells; empty cells are null, missing ones too."""
    if len(cells) > len(names):
        cause = f"the row has {len(cells)} cells under {len(names)} columns"
        return drop_at(place.row(number), ReadProblem("malformed", cause, "put fields that hold a delimiter in quotes"))
    return row_item(place, number, to_bytes(dict(zip(names, cells, strict=False))))
