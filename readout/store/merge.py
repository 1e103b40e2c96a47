"""Join the current generation with what a run has read: which documents stay, which are superseded or repeated.

Rules, all of them over rows only, so that reading in one go and in several gives the same record:
one external_id has one document, the one read last (within a run, the one at the last location); the others are
superseded. Equal bytes under one external_id at several locations are one document, the first location's; the others are repeated.
A location that held something unreadable and now reads well loses its old entry in `dropped`.
Everything is SQL over Parquet, so that memory stays flat however large the record is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from readout.ids import make_id, sha256
from readout.records import TABLES, Dropped, Row, Run
from readout.store.database import BATCH_ROWS
from readout.store.layout import table_path
from readout.store.staging import Staging
from readout.tables import Table, arrow_schema

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

R = TypeVar("R", bound=Row)
MEMORY_LIMIT = "384MB"  # DuckDB spills to the record's work folder above it

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

OUTCOME = """
    SELECT count(DISTINCT p.doc_id) FILTER (WHERE r.rank = 1 AND NOT r.old),
           count(*) FILTER (WHERE r.rank = 1) - count(DISTINCT p.doc_id) FILTER (WHERE r.rank = 1 AND NOT r.old),
           count(*) FILTER (WHERE r.rank > 1)
    FROM places p JOIN (SELECT *, doc_id IN (SELECT doc_id FROM old_documents) AS old FROM ranked) r ON r.doc_id = p.doc_id
    WHERE p.fresh"""

KEPT_DROPS = """
    SELECT * FROM old_dropped o
    WHERE reason NOT IN ('repeated')
      AND NOT (reason = 'superseded' AND doc_id IN (SELECT doc_id FROM chosen))
      AND (reason IN ('superseded', 'forgotten') OR location NOT IN (
               SELECT location FROM all_captures WHERE fresh UNION SELECT location FROM staged_dropped))
    UNION ALL BY NAME SELECT * EXCLUDE (part) FROM staged_dropped"""


def old_and_staged(record: Path, generation: int, staging: Staging, nothing: bool) -> duckdb.DuckDBPyConnection:
    """Open a connection that names the rows of the current generation `old_*` and those of the run's parts `staged_*`.

    With `nothing`, the old side is empty but for what a person asked to forget: the record is made anew.
    """
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET memory_limit='{MEMORY_LIMIT}'")
    connection.execute(f"SET temp_directory={quoted(str(record / 'work' / 'spill'))}")
    for row_type in TABLES:
        name, old = row_type.__table__, str(table_path(record, generation, row_type.__table__))
        kept = "reason = 'forgotten'" if name == "dropped" else "false"
        connection.read_parquet(old).filter(kept if nothing else "true").create_view(f"old_{name}")
        declare_staged(connection, row_type, staging)
    return connection


def quoted(words: str) -> str:
    """Write words as an SQL string."""
    return "'" + words.replace("'", "''") + "'"


def declare_staged(connection: duckdb.DuckDBPyConnection, row_type: type[Row], staging: Staging) -> None:
    """Name the staged rows of a table; each knows its part."""
    name, files = row_type.__table__, staging.files(row_type.__table__)
    if files:
        staged = connection.read_parquet(files, filename=True)
        staged.project("* EXCLUDE (filename), parse_dirname(filename) AS part").create_view(f"staged_{name}")
        return
    connection.register(f"empty_{name}", arrow_schema(row_type).empty_table())
    connection.execute(f"CREATE VIEW staged_{name} AS SELECT *, '' AS part FROM empty_{name}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Numbers of fresh documents: read into the record, repeated at a second location, superseded within the run."""

    read: int
    repeated: int
    superseded: int


class Merge:
    """One merge of a record's current generation with a run's parts; `rows(table)` streams the joined rows by key."""

    def __init__(self, record: Path, generation: int, staging: Staging, *, nothing: bool = False) -> None:
        self.connection = old_and_staged(record, generation, staging, nothing)
        self.connection.execute(CURRENT)
        self.connection.register("drops", self.drops())
        self.replaced: set[str] = set()

    def drops(self) -> pa.Table:
        """Make the rows of `dropped`: what the run kept out, what stays from before, and what versions give."""
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
        if name in self.replaced:
            return f"SELECT * FROM replaced_{name} ORDER BY {key}"
        if name == "dropped":
            return f"SELECT * FROM drops ORDER BY {key}"
        if name == "captures":
            return f"SELECT * EXCLUDE (fresh) FROM all_captures ORDER BY {key}"
        if "doc_id" not in row_type.__dataclass_fields__:
            return f"SELECT * FROM old_{name} ORDER BY {key}"
        return f"""SELECT t.* EXCLUDE (part) FROM (
                       SELECT *, '' AS part FROM old_{name} UNION ALL BY NAME SELECT * FROM staged_{name}) t
                   SEMI JOIN chosen c ON c.doc_id = t.doc_id AND c.part = t.part ORDER BY {key}"""

    def of(self, row_type: type[R], doc_ids: Sequence[str]) -> Table[R]:
        """Give the rows of some documents."""
        return self.select(row_type, f"doc_id IN ({', '.join(map(quoted, doc_ids))})" if doc_ids else "false")

    def select(self, row_type: type[R], where: str) -> Table[R]:
        """Give the rows for which an SQL condition holds."""
        return Table.from_arrow(row_type, self.connection.from_query(self.query(row_type)).filter(where).to_arrow_table())

    def replace(self, row_type: type[Row], doc_ids: Sequence[str], rows: Table[Any]) -> None:
        """Put other rows of some documents in the place of theirs."""
        name, listed = row_type.__table__, ", ".join(map(quoted, doc_ids))
        self.connection.register(f"fresh_{name}", rows.to_arrow())
        self.connection.execute(
            f"""CREATE TEMP VIEW replaced_{name} AS SELECT * FROM ({self.query(row_type)}) WHERE doc_id NOT IN ({listed})
                UNION ALL BY NAME SELECT * FROM fresh_{name}"""
        )
        self.replaced.add(name)

    def outcome(self) -> Outcome:
        """Tell what became of the documents the run read."""
        ((read, repeated, superseded),) = self.connection.sql(OUTCOME).fetchall()
        return Outcome(read, repeated, superseded)

    def inputs_sha256(self) -> str:
        """Digest the digests of all captures."""
        digests = self.connection.sql("SELECT DISTINCT capture_sha256 FROM all_captures ORDER BY 1").fetchall()
        return sha256("\n".join(d for (d,) in digests).encode())

    def documents(self) -> int:
        """Count the documents that stay."""
        return int(self.connection.sql("SELECT count(*) FROM chosen").fetchall()[0][0])

    def runs(self, rows: list[Run]) -> Iterator[pa.RecordBatch]:
        """Give the stamps of earlier runs and of this one."""
        import pyarrow as pa

        old = self.connection.sql("SELECT * FROM old_runs").to_arrow_table().cast(arrow_schema(Run))
        yield from pa.concat_tables([old, Table.of(Run, rows).to_arrow()]).to_batches()

    def close(self) -> None:
        self.connection.close()


def superseded(external_id: str, location: str, digest: str, doc_id: str, kept: str) -> Dropped:
    """Say that a newer version of the same page took its place."""
    because = f"{location}: another version of {external_id} was read from {kept}; the record keeps the one read last."
    return Dropped(
        make_id("dro", location, digest, "superseded"), external_id, location, digest, doc_id, "superseded", because
    )


def repeated(external_id: str, location: str, digest: str, doc_id: str, kept: str) -> Dropped:
    """Say that the same bytes stand under the same name at another location."""
    because = f"{location}: the same bytes under the same id stand at {kept} already; nothing to do."
    return Dropped(
        make_id("dro", location, digest, "repeated"), external_id, location, digest, doc_id, "repeated", because
    )
