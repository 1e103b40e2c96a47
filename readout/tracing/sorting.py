"""Sort rows that do not fit into memory: written as they come, given in the order of their key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout.records import Row
from readout.tables import Table, arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY_LIMIT = "512MB"  # DuckDB spills to the folder of the rows above it
BATCH = 4096  # rows given at a time


class Sorter:
    """Rows of some types, each in a file of its own."""

    def __init__(self, folder: Path, types: Sequence[type[Row]]) -> None:
        import pyarrow.parquet as parquet

        self.folder = folder
        self._out = {t: parquet.ParquetWriter(self.path(t), arrow_schema(t), compression="zstd") for t in types}

    def path(self, row_type: type[Row]) -> Path:
        """Give the file of a type."""
        return self.folder / f"{row_type.__table__}.parquet"

    def add(self, row_type: type[Row], rows: Iterable[Any]) -> None:
        """Put rows."""
        table = Table.of(row_type, rows)
        if len(table):
            self._out[row_type].write_table(table.to_arrow())

    def rows(self, row_type: type[Row]) -> Iterator[pa.RecordBatch]:
        """Give all rows of a type, sorted; nothing is added afterwards."""
        import duckdb

        self._out[row_type].close()
        key = ", ".join(f'"{name}"' for name in row_type.__key__)
        with duckdb.connect() as connection:
            connection.execute(f"SET memory_limit='{MEMORY_LIMIT}'")
            connection.execute(f"SET temp_directory='{self.folder / 'sorting'}'")
            connection.execute("SET threads=1")
            view = connection.read_parquet(str(self.path(row_type)))
            yield from view.order(key).to_arrow_reader(BATCH)
