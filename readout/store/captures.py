"""Keep the bytes of captures under their own digest."""

from __future__ import annotations

import os
from pathlib import Path

from readout.ids import sha256
from readout.store.layout import capture_path


def keep(record: Path, digest: str, content: bytes) -> None:
    """Store bytes once; a file that is there already is not written again."""
    path = capture_path(record, digest)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{digest}.{os.getpid()}.new")
    fresh.write_bytes(content)
    os.replace(fresh, path)


def forget(record: Path, digest: str) -> None:
    """Remove the bytes of a capture; nothing happens where none are kept."""
    capture_path(record, digest).unlink(missing_ok=True)


def fault(record: Path, digest: str) -> str | None:
    """Say what is wrong with the kept bytes of a capture, or None."""
    path = capture_path(record, digest)
    if not path.exists():
        return f"captures/{digest[:2]}/{digest} is missing."
    found = sha256(path.read_bytes())
    return None if found == digest else f"captures/{digest[:2]}/{digest} holds other bytes (SHA-256 {found})."
