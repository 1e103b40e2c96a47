"""One writer at a time: an advisory lock that the system frees when the process ends, however it ends."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readout.errors import ReadoutError


@contextmanager
def writing(record: Path) -> Iterator[None]:
    """Hold the record's write lock. Raises R011 where another process holds it."""
    folder = record / "work"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise ReadoutError("R011", f"{record} is being written by another run.", "Wait for it to end.") from held
        yield
