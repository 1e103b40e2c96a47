"""DuckDB over the tables of one generation, with the views of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readout.errors import ReadoutError
from readout.records import TABLES
from readout.store.layout import read_pointer, table_path
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
    import pyarrow.dataset as dataset

    generation = read_pointer(record)["readout"]["generation"]
    connection = duckdb.connect()
    for row_type in TABLES:
        path = table_path(record, generation, row_type.__table__)
        if not path.is_file():
            what = f"{record} was written by another version of Readout: it has no table {row_type.__table__}."
            raise ReadoutError("R014", what, "Read its pages again with --rebuild.")
        connection.register(f"stored_{row_type.__table__}", dataset.dataset(path))
    try:
        for name in view_names():
            connection.execute(f'CREATE VIEW "{name}" AS {view_sql(name, lambda t: f"stored_{t}")}')
    except duckdb.Error as problem:
        what = f"{record} was written by another version of Readout, whose tables differ."
        raise ReadoutError("R014", what, "Read its pages again with --rebuild.") from problem
    for lock in LOCKS if locked else ():
        connection.execute(lock)
    return connection


def batches(connection: duckdb.DuckDBPyConnection, query: str, rows: int = BATCH_ROWS) -> Iterator[pa.RecordBatch]:
    """Run a query and give its result batch by batch, so that no result need fit in memory."""
    yield from connection.sql(query).to_arrow_reader(rows)
