"""Write a record out: tables as JSON Lines, or everything as one DuckDB file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any

from readout.errors import ReadoutError
from readout.store.database import connect
from readout.store.views import order_by, view_names


def export_rows(rows: Iterable[Mapping[str, Any]], out: IO[str]) -> int:
    """Write rows as JSON Lines; give their number."""
    count = 0
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def export_duckdb(record: Path, target: Path) -> None:
    """Write every view as a table of one DuckDB file. Raises R016 where the file is there already."""
    if target.exists():
        raise ReadoutError("R016", f"{target} is there already.", "Name another file, or remove it.")
    target.touch()
    target.unlink()  # a file that cannot be written is told before the work is done
    with connect(record, locked=False) as connection:
        connection.execute(f"ATTACH '{str(target).replace(chr(39), chr(39) * 2)}' AS target")
        for name in view_names():
            connection.execute(f'CREATE TABLE target."{name}" AS SELECT * FROM "{name}" ORDER BY {order_by(name)}')
        connection.execute("DETACH target")
