"""Where things lie in a record directory, and the one pointer file that says which generation is current."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from readout.errors import ReadoutError

FORMAT = 1
POINTER = "record.json"


def generation_path(record: Path, generation: int) -> Path:
    """Give the folder of one generation's tables."""
    return record / "tables" / f"{generation:06d}"


def table_path(record: Path, generation: int, table: str) -> Path:
    """Give the Parquet file of one table in one generation."""
    return generation_path(record, generation) / f"{table}.parquet"


def search_path(record: Path, generation: int) -> Path:
    """Give the full-text index of one generation."""
    return generation_path(record, generation) / "search.sqlite"


def capture_path(record: Path, digest: str) -> Path:
    """Give the file that keeps the bytes of a capture."""
    return record / "captures" / digest[:2] / digest


def read_pointer(record: Path) -> Mapping[str, Any]:
    """Read the manifest of a record. Raises R010 where there is none, R014 where its format is another one."""
    try:
        manifest: Mapping[str, Any] = json.loads((record / POINTER).read_text("utf-8"))
        form = manifest["readout"]["format"]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        remedy = "Make one with `readout read PATHS -o NAME.readout`."
        raise ReadoutError("R010", f"{record} is not a record ({type(problem).__name__}).", remedy) from problem
    if form != FORMAT:
        raise ReadoutError("R014", f"{record} has format {form}, this Readout reads {FORMAT}.", "Read the pages again.")
    return manifest


def write_whole(path: Path, text: str) -> None:
    """Replace a file in one step: a reader sees the old text or the new one, also after a crash."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    with fresh.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    os.replace(fresh, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames inside a folder survive a power cut, where the system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
