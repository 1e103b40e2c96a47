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
NEW = "`readout read PAGES -o NAME.readout` makes a new one."


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
    """Read the manifest of a record.

    Raises: R010 where there is none, R014 where its format is another one, R017 where it is damaged.
    """
    try:
        manifest: Mapping[str, Any] = json.loads((record / POINTER).read_text("utf-8"))
        form = manifest["readout"]["format"]
        whole = form != FORMAT or (names_of(manifest) and {"version", "generation", "method"} <= manifest["readout"].keys())
    except OSError as problem:
        raise no_record(record, problem) from problem
    except (ValueError, KeyError, TypeError, RecursionError):
        whole = False
    if not whole:
        remedy = f"Put a good copy of it there, or read the pages into a new record; {NEW}"
        raise ReadoutError("R017", f"{record / POINTER} is damaged.", remedy)
    if form != FORMAT:
        raise ReadoutError("R014", f"{record} has format {form}, this Readout reads {FORMAT}.", "Read the pages again.")
    return manifest


def names_of(manifest: Mapping[str, Any]) -> list[str]:
    """List the tables a manifest names."""
    return [resource["name"] for resource in manifest["resources"]]


def damaged(record: Path, what: str) -> ReadoutError:
    """Say that a file of a record is broken."""
    remedy = f"`readout check {record}` names every broken file; put a good copy there, or read the pages again."
    return ReadoutError("R017", what, remedy)


def no_record(record: Path, problem: OSError) -> ReadoutError:
    """Say why a folder cannot be opened as a record."""
    if not record.exists():
        return ReadoutError("R010", f"there is no record {record}.", f"Check the path; {NEW}")
    if not record.is_dir():
        return ReadoutError("R010", f"{record} is a file, a record is a folder.", f"Check the path; {NEW}")
    if not isinstance(problem, FileNotFoundError):
        return ReadoutError("R010", f"{record / POINTER} cannot be read: {problem.strerror}.", "Ask for the right to.")
    return ReadoutError("R010", f"{record} is no record: it holds no {POINTER}.", f"Name another folder; {NEW}")


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
