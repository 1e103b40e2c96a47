"""Readout reads overlapping news coverage and writes one sourced record of what happened."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["ReadoutError", "Record", "View", "open", "read"]

if TYPE_CHECKING:
    from readout.api import Record, View, open, read
    from readout.errors import ReadoutError


def __getattr__(name: str) -> Any:
    """Load the public names on first use, so that `import readout` and `readout --help` stay quick."""
    if name == "ReadoutError":
        from readout.errors import ReadoutError

        return ReadoutError
    if name in __all__:
        from readout import api

        return getattr(api, name)
    raise AttributeError(f"module 'readout' has no attribute {name!r}")
