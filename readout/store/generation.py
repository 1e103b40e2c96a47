"""Write a new generation beside the old one and switch to it in one step."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import readout
from readout.records import TABLES, Row
from readout.store.layout import FORMAT, POINTER, generation_path, read_pointer, sync_folder, write_whole
from readout.store.schema import resource
from readout.store.views import views_script
from readout.tables import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

Batches = Iterable["pa.RecordBatch"]


def create(record: Path) -> None:
    """Make an empty record; it appears whole or not at all."""
    record.parent.mkdir(parents=True, exist_ok=True)
    fresh = record.with_name(f".{record.name}.{os.getpid()}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for folder in ("tables", "work", "captures"):
        (fresh / folder).mkdir(parents=True)
    write_generation(fresh, 0, {}, {}, lambda folder: None)
    os.replace(fresh, record)


def write_generation(
    record: Path, number: int, tables: Mapping[str, Batches], method: Mapping[str, Any], finish: Callable[[Path], None]
) -> None:
    """Write every table of a generation, then switch to it. `finish` adds what is derived from the tables (the index).

    Tables are written in the order of the mapping, so that one may be made from those before it.
    A crash at any point leaves the generation before whole: the switch is one rename of the pointer file.
    """
    fresh = record / "tables" / f".{number:06d}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    order = {name: place for place, name in enumerate(tables)}
    written = {
        t: write_table(fresh / f"{t.__table__}.parquet", t, tables.get(t.__table__, ()), number)
        for t in sorted(TABLES, key=lambda t: order.get(t.__table__, -1))
    }
    resources = [written[t] for t in TABLES]
    finish(fresh)
    shutil.rmtree(generation_path(record, number), ignore_errors=True)
    os.replace(fresh, generation_path(record, number))
    sync_folder(record / "tables")
    switch(record, number, resources, method)


def write_table(path: Path, row_type: type[Row], rows: Batches, number: int) -> dict[str, Any]:
    """Write one Parquet file from batches, with the contract's schema; give its resource."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    schema, count = arrow_schema(row_type), 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as out:
        for batch in rows:
            table = pa.Table.from_batches([batch]).select(schema.names).cast(schema)
            out.write_table(table)
            count += table.num_rows
    return resource(row_type, f"tables/{number:06d}/{path.name}", count, file_sha256(path))


def file_sha256(path: Path) -> str:
    """Digest a file without holding it."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def switch(record: Path, number: int, resources: list[dict[str, Any]], method: Mapping[str, Any]) -> None:
    """Point the record at a generation, then refresh the catalogue and remove all but two generations."""
    manifest = {
        "profile": "data-package",
        "name": "readout-record",
        "description": "One sourced record of what happened, read from overlapping news coverage.",
        "readout": {"format": FORMAT, "version": readout.__version__, "generation": number, "method": method},
        "resources": resources,
    }
    write_whole(record / POINTER, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    write_catalogue(record, number)
    prune(record, number)


def write_catalogue(record: Path, number: int) -> None:
    """Write views.sql and catalogue.duckdb, both with paths relative to the record: open them from inside it."""
    import duckdb

    script = views_script(lambda t: f"read_parquet('tables/{number:06d}/{t}.parquet')")
    fresh = record / f".catalogue.{os.getpid()}.new"
    fresh.unlink(missing_ok=True)
    with duckdb.connect(str(fresh)) as connection:
        connection.execute(f"SET file_search_path='{str(record.resolve()).replace(chr(39), chr(39) * 2)}'")
        connection.execute(script)
    os.replace(fresh, record / "catalogue.duckdb")
    write_whole(record / "views.sql", script)


def prune(record: Path, number: int) -> None:
    """Keep the current generation and the one before."""
    for path in (record / "tables").iterdir():
        if path not in (generation_path(record, number), generation_path(record, number - 1)):
            shutil.rmtree(path)


def current(record: Path) -> int:
    """Give the number of the current generation."""
    return int(read_pointer(record)["readout"]["generation"])
