"""Write a growth pile as the stored tables that `trace` takes, streamed: one body block a page, sentences cut behind stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as parquet

from benchmarks.lineage.rows import read_json_lines
from readout.records import Attribution, Block, Document, Recurrence, Row, Sentence
from readout.tables import arrow_schema

PAGES = 2048  # written together
STOP = re.compile(r"\. ")
TAKEN: tuple[type[Row], ...] = (Document, Block, Recurrence, Sentence, Attribution)


def store(pile: Path, folder: Path) -> None:
    """Write the tables of a pile into a folder."""
    folder.mkdir(exist_ok=True)
    out = {
        t: parquet.ParquetWriter(folder / f"{t.__table__}.parquet", arrow_schema(t), compression="zstd") for t in TAKEN
    }
    for ids, texts in pages(pile / "documents.jsonl"):
        for row_type, table in ((Document, documents(ids, texts)), (Block, blocks(ids, texts)), (Sentence, sentences(ids, texts))):
            out[row_type].write_table(table)
    for writer in out.values():
        writer.close()


def pages(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Give the ids and texts of a pile, some pages at a time."""
    rows = read_json_lines(path)
    while some := list(islice(rows, PAGES)):
        yield [str(r["id"]) for r in some], [str(r["text"]) for r in some]


def table_of(row_type: type[Row], given: dict[str, list[Any]], rows: int) -> pa.Table:
    """Make a table of some columns, the others null."""
    schema = arrow_schema(row_type)
    return pa.table({f.name: pa.array(given.get(f.name, [None] * rows), f.type) for f in schema}, schema=schema)


def documents(ids: list[str], texts: list[str]) -> pa.Table:
    n = len(ids)
    told = {"published_basis": "none", "language": "en", "analysed_because": "given", "kind": "unknown"}
    columns = {name: [value] * n for name, value in told.items()}
    lists: dict[str, list[Any]] = {"bylines": [[]] * n, "date_candidates": [[]] * n, "analysed": [True] * n}
    named = {"doc_id": ids, "external_id": ids, "capture_sha256": ids, "text": texts}
    return table_of(Document, {**columns, **lists, **named}, n)


def blocks(ids: list[str], texts: list[str]) -> pa.Table:
    n = len(ids)
    spans = {"start": [0] * n, "end": [len(t) for t in texts]}
    return table_of(Block, {"doc_id": ids, **spans, "role": ["body"] * n, "because": [""] * n}, n)


def sentences(ids: list[str], texts: list[str]) -> pa.Table:
    """Cut texts behind full stops; the pages have no other marks."""
    cuts = [[0, *(m.end() for m in STOP.finditer(text)), len(text) + 1] for text in texts]
    starts = list(chain.from_iterable(c[:-1] for c in cuts))
    ends = [end - 1 for c in cuts for _, end in pairwise(c)]
    doc_ids = list(chain.from_iterable([doc_id] * (len(c) - 1) for doc_id, c in zip(ids, cuts, strict=True)))
    names = pc.binary_join_element_wise(pa.array(doc_ids), pa.array(starts).cast(pa.string()), ".")
    given = {"doc_id": doc_ids, "start": starts, "end": ends, "paragraph": [0] * len(starts)}
    return table_of(Sentence, {"sentence_id": names.to_pylist(), **given}, len(starts))
