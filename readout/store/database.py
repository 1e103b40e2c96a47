"""DuckDB over the tables of one generation, with the views of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readout.errors import ReadoutError
from readout.records import TABLES
from readout.store import overrides
from readout.store.layout import damaged, names_of, read_pointer, table_path
from readout.store.views import view_names, view_sql

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

BATCH_ROWS = 4096
LOCKS = (
    "SET python_enable_replacements=false",
    "SET enable_external_access=false",
    "SET lock_configuration=true",
)


def connect(record: Path, *, locked: bool = True) -> duckdb.DuckDBPyConnection:
    """Open the current generation in memory, its views in place.

    Tables come in as Arrow data sets, so that a locked connection needs no file, network or extension access at all.
    """
    import duckdb
    import pyarrow as pa
    import pyarrow.dataset as dataset

    manifest = read_pointer(record)
    connection = duckdb.connect()
    for row_type in TABLES:
        path = table_path(record, manifest["readout"]["generation"], row_type.__table__)
        if row_type.__table__ not in names_of(manifest):
            what = f"{record} was written by another version of Readout: it has no table {row_type.__table__}."
            raise ReadoutError("R014", what, "Read its pages again with --rebuild.")
        if not path.is_file():
            raise damaged(record, f"{path} is missing.")
        try:
            connection.register(f"stored_{row_type.__table__}", dataset.dataset(path))
        except (pa.ArrowException, OSError) as problem:
            raise damaged(record, f"{path} is damaged.") from problem
    try:
        found = corrections(connection, record)
        if found:
            connection.register("stored_overrides", overrides.table(found))
        for name in view_names():
            select = view_sql(name, lambda t: f"stored_{t}", "stored_overrides" if found else None)
            connection.execute(f'CREATE VIEW "{name}" AS {select}')
    except duckdb.Error as problem:
        what = f"{record} was written by another version of Readout, whose tables differ."
        raise ReadoutError("R014", what, "Read its pages again with --rebuild.") from problem
    for lock in LOCKS if locked else ():
        connection.execute(lock)
    return connection


def corrections(connection: duckdb.DuckDBPyConnection, record: Path) -> list[overrides.Override]:
    """Give the corrections of people in force, over the stored tables of a connection."""
    listed = overrides.read_overrides(record)
    if not listed:
        return []
    wanted = sorted({i for o in listed for i in (o.target, o.anchor) if i})
    query = """SELECT entity_id FROM stored_entities UNION ALL SELECT occurrence_id FROM stored_occurrences
               UNION ALL SELECT utterance_id FROM stored_utterances UNION ALL SELECT mention_id FROM stored_mentions
               UNION ALL SELECT attribution_id FROM stored_attributions UNION ALL SELECT event_id FROM stored_events"""
    known = connection.execute(f"SELECT * FROM ({query}) k(id) WHERE list_contains(?, id)", [wanted]).fetchall()
    told = connection.execute("""SELECT "left", "right" FROM stored_links WHERE verdict = 'same'
                                 AND starts_with("right", 'occ:') AND list_contains(?, "left")""", [wanted]).fetchall()  # fmt: skip
    return overrides.in_force(listed, dict(told), frozenset(i for (i,) in known))


def batches(connection: duckdb.DuckDBPyConnection, query: str, rows: int = BATCH_ROWS) -> Iterator[pa.RecordBatch]:
    """Run a query and give its result batch by batch, so that no result need fit in memory."""
    yield from connection.sql(query).to_arrow_reader(rows)
