"""Piles with truth that judges are fitted to: folders with `pages/` and `truth/`, and the records read of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.stories.pack import Pack
from readout.api import Record
from readout.corpus import Stored
from readout.pipeline import Settings
from readout.reading import Plan, read_into

FOLDS = 6  # into which piles are parted to try a fit on piles it has not seen


def arguments(about: str | None) -> argparse.ArgumentParser:
    """Give the arguments that all fits take."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="+", type=Path, help="folders with pages/ and truth/")
    parser.add_argument(
        "--records",
        nargs="+",
        type=Path,
        required=True,
        help="folders of NAME.readout; what is missing is read into the first",
    )
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    return parser


def record_of(folder: Path, records: Sequence[Path]) -> Path:
    """Give the record of a pile, read now where there is none."""
    name = f"{folder.name}.readout"
    found = next((r / name for r in records if (r / name).exists()), records[0] / name)
    if not found.exists():
        records[0].mkdir(parents=True, exist_ok=True)
        read_into(Plan((str(folder / "pages"),), found, settings=Settings(trace=True)))
    return found


def pack_of(folder: Path, record: Path) -> Pack:
    """Give a pile with its truth and what was read."""
    return Pack(folder.name, folder / "truth", Record(record))


def tables_of(record: Path) -> Stored:
    """Give the stored tables of a record."""
    return Stored(sorted((record / "tables").glob("0*"))[-1])


def folds(names: Sequence[str]) -> dict[str, int]:
    """Part piles, by name, into folds."""
    return {name: n % FOLDS for n, name in enumerate(sorted(set(names)))}


def area(truth: NDArray[np.float64], odds: NDArray[np.float64]) -> float:
    """Give the area under the curve: how often what is true (1, not 0) has higher odds than what is not."""
    order = np.argsort(np.argsort(odds)) + 1.0
    found = truth.sum()
    return float((order[truth > 0].sum() - found * (found + 1) / 2) / (found * (len(truth) - found)))


def show_pairs(name: str, chances: NDArray[np.float64], one: NDArray[np.bool_], bars: Sequence[float]) -> None:
    """Print how many pairs are of one thing, and how well several bars tell them."""
    print(f"{name}: {len(one)} pairs, {one.sum()} of one thing")
    for least in bars:
        taken = chances >= least
        both = (taken & one).sum()
        print(f"  from {least:.2f}: precision {both / max(1, taken.sum()):.2f}, recall {both / one.sum():.2f}")
