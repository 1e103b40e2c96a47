"""Join the current generation with what a run has read: which documents stay, which are superseded or repeated.

Rules, all of them over rows only, so that reading in one go and in several gives the same record:
one external_id has one document, the one read last (within a run, the one at the last location); the others are
superseded. Equal bytes under one external_id at several locations are one document, the first location's; the others are repeated.
A location that held something unreadable and now reads well loses its old entry in `dropped`.
Everything is SQL over Parquet, so that memory stays flat however large the record is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readout.ids import make_id
from readout.records import TABLES, Dropped, Row
from readout.store.database import BATCH_ROWS
from readout.store.layout import table_path
from readout.store.staging import Staging
from readout.tables import arrow_schema

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

MEMORY_LIMIT = "1GB"  # DuckDB spills to the record's work folder above it

CURRENT = """
CREATE TEMP TABLE all_captures AS
    SELECT * EXCLUDE (part), true AS fresh FROM staged_captures
    UNION ALL BY NAME
    SELECT *, false AS fresh FROM old_captures o
    WHERE NOT EXISTS (FROM staged_captures s WHERE s.location = o.location AND s.capture_sha256 = o.capture_sha256);
CREATE TEMP TABLE places AS
    SELECT unnest(doc_ids) AS doc_id, location, capture_sha256, fresh FROM all_captures;
CREATE TEMP TABLE candidates AS
    SELECT doc_id, external_id, capture_sha256, min(part) AS part FROM (
        SELECT doc_id, external_id, capture_sha256, '' AS part FROM old_documents
        UNION ALL SELECT doc_id, external_id, capture_sha256, part FROM staged_documents)
    GROUP BY ALL;
CREATE TEMP TABLE ranked AS
    SELECT c.*, p.first_location, p.last_location,
           row_number() OVER (PARTITION BY external_id ORDER BY fresh DESC, last_location DESC, c.doc_id DESC) AS rank
    FROM candidates c JOIN (
        SELECT doc_id, bool_or(fresh) AS fresh, min(location) AS first_location,
               max(location) FILTER (WHERE fresh) AS last_fresh, coalesce(last_fresh, max(location)) AS last_location
        FROM places GROUP BY doc_id) p ON p.doc_id = c.doc_id
    WHERE NOT EXISTS (FROM old_dropped f WHERE f.reason = 'forgotten' AND f.doc_id = c.doc_id);
CREATE TEMP TABLE chosen AS SELECT doc_id, part FROM ranked WHERE rank = 1;
"""

SUPERSEDED = """
    SELECT l.external_id, p.location, l.capture_sha256, l.doc_id, w.last_location AS kept_location
    FROM ranked l JOIN ranked w ON w.external_id = l.external_id AND w.rank = 1
                  JOIN places p ON p.doc_id = l.doc_id
    WHERE l.rank > 1"""

REPEATED = """
    SELECT r.external_id, p.location, p.capture_sha256, r.doc_id, r.first_location AS kept_location
    FROM ranked r JOIN places p ON p.doc_id = r.doc_id
    WHERE r.rank = 1 AND p.location != r.first_location"""

KEPT_DROPS = """
    SELECT * FROM old_dropped o
    WHERE reason NOT IN ('repeated')
      AND NOT (reason = 'superseded' AND doc_id IN (SELECT doc_id FROM chosen))
      AND (reason IN ('superseded', 'forgotten') OR location NOT IN (
               SELECT location FROM all_captures WHERE fresh UNION SELECT location FROM staged_dropped))
    UNION ALL BY NAME SELECT * EXCLUDE (part) FROM staged_dropped"""


def old_and_staged(record: Path, generation: int, staging: Staging) -> duckdb.DuckDBPyConnection:
    """Open a connection that names the rows of the current generation `old_*` and those of the run's parts `staged_*`."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET memory_limit='{MEMORY_LIMIT}'")
    connection.execute(f"SET temp_directory={quoted(str(record / 'work' / 'spill'))}")
    for row_type in TABLES:
        declare(connection, row_type, str(table_path(record, generation, row_type.__table__)), staging)
    return connection


def quoted(words: str) -> str:
    """Write words as an SQL string."""
    return "'" + words.replace("'", "''") + "'"


def declare(connection: duckdb.DuckDBPyConnection, row_type: type[Row], old: str, staging: Staging) -> None:
    """Name the old and the staged rows of a table; a staged row knows its part."""
    name, files = row_type.__table__, staging.files(row_type.__table__)
    connection.read_parquet(old).create_view(f"old_{name}")
    if files:
        staged = connection.read_parquet(files, filename="part_file")
        staged.project("* EXCLUDE (part_file), parse_dirname(part_file) AS part").create_view(f"staged_{name}")
        return
    connection.register(f"empty_{name}", arrow_schema(row_type).empty_table())
    connection.execute(f"CREATE VIEW staged_{name} AS SELECT *, '' AS part FROM empty_{name}")


class Merge:
    """One merge of a record's current generation with a run's parts; `rows(table)` streams the joined rows by key."""

    def __init__(self, record: Path, generation: int, staging: Staging) -> None:
        self.connection = old_and_staged(record, generation, staging)
        self.connection.execute(CURRENT)
        self.connection.register("drops", self.drops())

    def drops(self) -> pa.Table:
        """Make the rows of `dropped`: what the run kept out, what stays from before, and what versions give."""
        from readout.tables import Table

        kept = self.connection.sql(KEPT_DROPS).to_arrow_table().to_pylist()
        rows = [Dropped(**values) for values in kept]
        rows += [superseded(*values) for values in self.connection.sql(SUPERSEDED).fetchall()]
        rows += [repeated(*values) for values in self.connection.sql(REPEATED).fetchall()]
        return Table.of(Dropped, {r.dropped_id: r for r in rows}.values()).to_arrow()

    def rows(self, row_type: type[Row]) -> Iterator[pa.RecordBatch]:
        """Stream a table's rows in the order of its key."""
        yield from self.connection.sql(self.query(row_type)).to_arrow_reader(BATCH_ROWS)

    def query(self, row_type: type[Row]) -> str:
        """Give the SELECT of a table: documents that stay, each from one part only."""
        name, key = row_type.__table__, ", ".join(f'"{k}"' for k in row_type.__key__)
        if name == "dropped":
            return f"SELECT * FROM drops ORDER BY {key}"
        if name == "captures":
            return f"SELECT * EXCLUDE (fresh) FROM all_captures ORDER BY {key}"
        if "doc_id" not in row_type.__dataclass_fields__:
            return f"SELECT * FROM old_{name} ORDER BY {key}"
        return f"""SELECT t.* EXCLUDE (part) FROM (
                       SELECT *, '' AS part FROM old_{name} UNION ALL BY NAME SELECT * FROM staged_{name}) t
                   SEMI JOIN chosen c ON c.doc_id = t.doc_id AND c.part = t.part ORDER BY {key}"""

    def close(self) -> None:
        self.connection.close()


def superseded(external_id: str, location: str, digest: str, doc_id: str, kept: str) -> Dropped:
    """Say that a newer version of the same page took its place."""
    because = f"{location}: another version of {external_id} was read from {kept}; the record keeps the one read last."
    return Dropped(make_id("dro", location, digest, "superseded"), external_id, location, digest, doc_id, "superseded", because)


def repeated(external_id: str, location: str, digest: str, doc_id: str, kept: str) -> Dropped:
    """Say that the same bytes stand under the same name at another location."""
    because = f"{location}: the same bytes under the same id stand at {kept} already; nothing to do."
    return Dropped(make_id("dro", location, digest, "repeated"), external_id, location, digest, doc_id, "repeated", because)
