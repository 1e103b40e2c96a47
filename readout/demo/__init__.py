"""The demo world: one invented diplomatic week as pages, with the truth about them beside it."""

from importlib.resources import files
from pathlib import Path


def pages_path() -> Path:
    """Give the folder of the demo pages: the input of `readout demo`."""
    return Path(str(files(__name__) / "pages"))


def truth_path() -> Path:
    """Give the folder of the truth tables, one JSON Lines file each; `README.md` beside it explains them."""
    return Path(str(files(__name__) / "truth"))
