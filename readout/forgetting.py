"""Remove a page and all that rests on it, for good."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readout.engine import choose
from readout.errors import ReadoutError
from readout.ids import make_id
from readout.pipeline import Settings
from readout.records import TABLES, Dropped, Row
from readout.store import captures, generation
from readout.store.layout import generation_path, read_pointer, table_path
from readout.store.lock import writing
from readout.tables import Table, arrow_schema

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


def forget_document(record: Path, wanted: str) -> list[str]:
    """Forget the page with this doc_id or external id, in all its versions: rows, captured bytes, older generations.

    A row in `dropped` remembers name and digest only, so that reading the folder again does not bring it back.
    Raises R023 where the record does not know the page.
    """
    read_pointer(record)
    with writing(record):
        number = generation.current(record)
        connection = opened(record, number)
        gone = named(connection, wanted)
        if not gone:
            raise ReadoutError("R023", f"{record} has no page {wanted!r}.", "`readout ls documents` shows ids.")
        rewrite(record, number, connection, gone)
        for digest in unused(connection, gone):
            captures.forget(record, digest)
        connection.close()
        shutil.rmtree(generation_path(record, number), ignore_errors=True)
        for leftover in (record / "work").glob("parts-*"):
            shutil.rmtree(leftover)
        return gone


def opened(record: Path, number: int) -> duckdb.DuckDBPyConnection:
    """Open the stored tables of a generation."""
    import duckdb

    connection = duckdb.connect()
    for row_type in TABLES:
        name = row_type.__table__
        connection.read_parquet(str(table_path(record, number, name))).create_view(name)
    connection.execute("CREATE TABLE places AS SELECT *, unnest(doc_ids) AS doc_id FROM captures")
    return connection


def named(connection: duckdb.DuckDBPyConnection, wanted: str) -> list[str]:
    """Give the ids of every version of a page, current and superseded."""
    query = """WITH pages AS (SELECT doc_id, external_id FROM documents
                              UNION SELECT doc_id, external_id FROM dropped WHERE doc_id IS NOT NULL AND reason != 'forgotten')
               SELECT DISTINCT doc_id FROM pages
               WHERE external_id IN (SELECT external_id FROM pages WHERE doc_id = $1 OR external_id = $1) ORDER BY 1"""
    return [doc_id for (doc_id,) in connection.execute(query, [wanted]).fetchall()]


def unused(connection: duckdb.DuckDBPyConnection, gone: list[str]) -> list[str]:
    """Give the digests of bytes that only forgotten pages used."""
    query = """SELECT DISTINCT capture_sha256 FROM places WHERE list_contains($1, doc_id)
               EXCEPT SELECT capture_sha256 FROM places WHERE NOT list_contains($1, doc_id)"""
    return [digest for (digest,) in connection.execute(query, [gone]).fetchall()]


def rewrite(record: Path, number: int, connection: duckdb.DuckDBPyConnection, gone: list[str]) -> None:
    """Write the next generation without the forgotten documents."""
    from readout import corpus, reading

    fresh = record / "tables" / f".{number + 1:06d}"
    drops = tombstones(connection, gone)
    method = read_pointer(record)["readout"]["method"]
    settings = Settings(**method.get("settings", {}))
    traced = corpus.rows(fresh, choose("plain", workers=1, bytes_in=0), settings)
    tables = {t.__table__: without(connection, t, gone) for t in TABLES if t.__table__ not in traced}
    tables["captures"] = captures_left(connection, gone)
    tables["dropped"] = iter(drops_left(connection, gone, drops).to_batches())
    tables |= traced
    generation.write_generation(record, number + 1, tables, method, reading.index)


def without(connection: duckdb.DuckDBPyConnection, row_type: type[Row], gone: list[str]) -> Iterator[pa.RecordBatch]:
    """Stream a table without the rows of forgotten documents."""
    name, key = row_type.__table__, ", ".join(f'"{k}"' for k in row_type.__key__)
    test = f"WHERE doc_id NOT IN ({listed(gone)})" if "doc_id" in row_type.__dataclass_fields__ else ""
    yield from connection.sql(f"SELECT * FROM {name} {test} ORDER BY {key}").to_arrow_reader(4096)


def captures_left(connection: duckdb.DuckDBPyConnection, gone: list[str]) -> Iterator[pa.RecordBatch]:
    """Stream the captures, forgotten documents taken out of them; a capture left with none goes."""
    query = f"""SELECT * REPLACE (list_filter(doc_ids, lambda d: d NOT IN ({listed(gone)})) AS doc_ids) FROM captures
                WHERE len(doc_ids) = 0 OR NOT list_has_all([{listed(gone)}], doc_ids) ORDER BY location, capture_sha256"""
    yield from connection.sql(query).to_arrow_reader(4096)


def drops_left(connection: duckdb.DuckDBPyConnection, gone: list[str], drops: list[Dropped]) -> pa.Table:
    """Give `dropped` without what it said of the forgotten documents, with the tombstones."""
    query = f"SELECT * FROM dropped WHERE doc_id IS NULL OR doc_id NOT IN ({listed(gone)})"
    kept = [
        Dropped(**values) for values in connection.sql(query).to_arrow_table().cast(arrow_schema(Dropped)).to_pylist()
    ]
    return Table.of(Dropped, [*kept, *drops]).to_arrow()


def tombstones(connection: duckdb.DuckDBPyConnection, gone: list[str]) -> list[Dropped]:
    """Make the rows that remember what was forgotten."""
    query = f"SELECT external_id, location, capture_sha256, doc_id FROM places WHERE doc_id IN ({listed(gone)})"
    because = "forgotten on request; it is not read again."
    return [
        Dropped(
            make_id("dro", location, digest, "forgotten"), external_id, location, digest, doc_id, "forgotten", because
        )
        for external_id, location, digest, doc_id in connection.sql(query).fetchall()
    ]


def listed(doc_ids: list[str]) -> str:
    """Write ids as an SQL list; ids hold no quotes, being a prefix and hex digits."""
    return ", ".join(f"'{d}'" for d in doc_ids)
