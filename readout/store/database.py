"""DuckDB over the tables of one generation, with the views of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

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
        name = row_type.__table__
        connection.register(f"stored_{name}", dataset.dataset(table_path(record, generation, name)))
    for name in view_names():
        connection.execute(f'CREATE VIEW "{name}" AS {view_sql(name, lambda t: f"stored_{t}")}')
    for lock in LOCKS if locked else ():
        connection.execute(lock)
    return connection


def batches(connection: duckdb.DuckDBPyConnection, query: str, rows: int = BATCH_ROWS) -> Iterator[pa.RecordBatch]:
    """Run a query and give its result batch by batch, so that no result need fit in memory."""
    yield from connection.sql(query).to_arrow_reader(rows)
