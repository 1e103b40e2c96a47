"""Stream the tables of a generation page by page, as `trace` lays pages out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from readout.records import Block, Document
from readout.stages.trace.pile import Rows
from readout.tables import builder

MEMORY_LIMIT = "256MB"  # DuckDB spills to the temporary folder above it
BATCH = 4096  # rows read at a time
QUOTED = "SELECT doc_id, content FROM read_parquet(?) WHERE kind = 'direct' ORDER BY doc_id"


class Stored:
    """The tables of a generation, in the order of their pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pieces(self, pages: int) -> Iterator[tuple[list[Document], Rows]]:
        """Give the pages in order, some at a time, with what laying them out asks for."""
        blocks = Ahead(self.rows("blocks", ["doc_id", "start", "end", "role", "because"]))
        sentences = Ahead(self.rows("sentences", ["doc_id", "start"]))
        furniture = Ahead(self.rows("recurrences", ["doc_id", "start", "end"]))
        quoted = Ahead(self.quotations())
        for documents in self.documents(pages):
            ids = [d.doc_id for d in documents]
            rows = Rows(
                {d: [Block(*row) for row in blocks.of(d)] for d in ids},
                {d: [start for _, start in sentences.of(d)] for d in ids},
                {d: [span for _, content in quoted.of(d) for span in content] for d in ids},
                {row for d in ids for row in furniture.of(d)},
            )
            yield documents, rows

    def documents(self, pages: int) -> Iterator[list[Document]]:
        """Give the documents, some at a time."""
        import pyarrow.parquet as parquet

        build, held = builder(Document), []
        with parquet.ParquetFile(self.folder / "documents.parquet", pre_buffer=False) as file:  # it would hold the file
            for batch in file.iter_batches(512):
                held += [build(values) for values in batch.to_pylist()]
                while len(held) >= pages:
                    yield held[:pages]
                    held = held[pages:]
        if held:
            yield held

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Give some columns of a table, row by row."""
        import pyarrow.parquet as parquet

        with parquet.ParquetFile(self.folder / f"{table}.parquet", pre_buffer=False) as file:
            for batch in file.iter_batches(BATCH, columns=list(columns)):
                found = batch.select(list(columns))
                yield from zip(*(column.to_pylist() for column in found.columns), strict=True)

    def quotations(self) -> Iterator[tuple[Any, ...]]:
        """Give the spans of what is said in direct speech, in the order of pages."""
        import duckdb

        with duckdb.connect() as connection:
            connection.execute(f"SET memory_limit='{MEMORY_LIMIT}'")
            found = connection.execute(QUOTED, [str(self.folder / "attributions.parquet")])
            while rows := found.fetchmany(BATCH):
                for doc_id, content in rows:
                    yield doc_id, [(start, end) for start, end in content]


def size_of_texts(documents: Any) -> int:
    """Give the bytes of all texts, by the metadata of the table of documents."""
    groups = [documents.row_group(k) for k in range(documents.num_row_groups)]
    columns = [group.column(k) for group in groups for k in range(group.num_columns)]
    return sum(c.total_uncompressed_size for c in columns if c.path_in_schema == "text")


class Ahead:
    """Rows sorted by their first value, taken page by page in the same order."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, doc_id: str) -> list[tuple[Any, ...]]:
        """Give the rows of a page; those of pages before it are gone."""
        found: list[tuple[Any, ...]] = []
        while self._next is not None and self._next[0] <= doc_id:
            if self._next[0] == doc_id:
                found.append(self._next)
            self._next = next(self._rows, None)
        return found
