"""Fit how likely a careful reader writes a finding down: `python -m training.findings PACK... [--write]`.

PACK is a story pack with `pages/` and `truth/`. A row that the rules hold worth telling is right where a value of it is one that a
finding of the truth tables gives, on a page of it. For each pack the fit on all others is tried on it (rows kept that a reader
lists, rows kept on nothing, at several chances); `--write` stores the fit on all in `readout/lexicon/finding_weights.toml`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import readout
from evaluation.stories.contents import meets
from evaluation.stories.pack import Pack
from readout.api import Record
from readout.corpus import Stored
from readout.pipeline import Settings, declaration
from readout.reading import Plan, read_into
from readout.stages import weigh as stage
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.worth import Row, by_rule, family, signs
from readout.text import log_odds
from training import logistic

SHRINK = 40.0  # weight of the penalty on large weights
THRESHOLD = 0.4  # chance from which a row is kept: packs left out lose 2 findings of 172 and 36 rows of 184 on nothing
Floats = NDArray[np.float64]


class Case(NamedTuple):
    """A row of a pack: its signs, and whether a careful reader lists a value of it."""

    pack: str
    signs: Mapping[str, float]
    listed: bool


def main() -> None:
    """Read the packs, try the fit on each pack left out, store the fit on all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    asked = parser.parse_args()
    cases = [case for pack in asked.packs for case in cases_of(pack)]
    show(cases)
    weights, bias = fit(cases)
    lines = [
        "# What each sign of a row (`readout/stages/weigh/worth.py`) adds to the log odds that a careful reader writes it down.",
        "# Fitted by `python -m training.findings` to the packs that are read.",
        f"bias = {bias:.3f}",
        f"threshold = {THRESHOLD}",
        "",
        "[signs]",
        *(f'"{name}" = {weight:.3f}' for name, weight in zip(sorted(cases[0].signs), weights, strict=True)),
    ]
    if asked.write:
        target = Path(readout.__file__).parent / "lexicon" / "finding_weights.toml"
        target.write_text("\n".join(lines) + "\n", "utf-8")


def cases_of(folder: Path) -> list[Case]:
    """List the rows of a pack with what its truth says of them."""
    with tempfile.TemporaryDirectory() as place:
        record = Path(place) / f"{folder.name}.readout"
        read_into(Plan((str(folder / "pages"),), record, settings=Settings(trace=True)))
        return of_record(Pack(folder.name, folder / "truth", Record(record)), record)


def of_record(pack: Pack, record: Path) -> list[Case]:
    """List the rows of a pack that has been read."""
    tables = Stored(sorted((record / "tables").glob("0*"))[-1])
    seen: dict[tuple[str, str], Mapping[str, float]] = {}

    def keep(rows: Sequence[Row], acts: Acts) -> list[Row]:
        telling = [r for r in rows if r.property != "speaker" and by_rule(r, acts)]
        held = Counter(family(r) for r in telling)
        seen.update({(r.about, r.property): signs(r, held, acts) for r in telling})
        return telling

    with patch.object(stage, "worth_a_row", keep):
        found, _ = stage.weigh(*(tables[t] for t in declaration(stage.weigh).takes))
    wanted = [w for w in pack.table("findings") if "speaker" not in w["property"]]
    rows: list[dict[str, Any]] = [asdict(f) for f in found]
    return [Case(pack.name, seen[f["about"], f["property"]], any(meets(pack, w, f) for w in wanted)) for f in rows]


def fit(cases: Sequence[Case]) -> tuple[Floats, float]:
    """Fit the weights of the signs."""
    table = np.array([[c.signs[m] for m in sorted(c.signs)] for c in cases])
    middle, spread = table.mean(0), table.std(0) + 1e-9
    scaled = np.hstack([(table - middle) / spread, np.ones((len(cases), 1))])
    found = logistic.fit(scaled, np.array([float(c.listed) for c in cases]), np.array([SHRINK] * table.shape[1] + [1e-9]))
    own = found[:-1] / spread
    return own, float(found[-1] - (own * middle).sum())


def show(cases: Sequence[Case]) -> None:
    """Print how rows of each pack are told apart by the fit on all others."""
    chances = np.zeros(len(cases))
    for pack in sorted({c.pack for c in cases}):
        weights, bias = fit([c for c in cases if c.pack != pack])
        for i, c in enumerate(cases):
            if c.pack == pack:
                odds = bias + sum(w * c.signs[m] for m, w in zip(sorted(c.signs), weights, strict=True))
                chances[i] = log_odds.chance(odds)
    listed = np.array([c.listed for c in cases])
    print(f"{len(cases)} rows, {listed.sum()} that a reader lists")
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        taken = chances >= least
        print(f"  from {least:.2f}: {(taken & listed).sum()} listed, {(taken & ~listed).sum()} on nothing")


if __name__ == "__main__":
    main()
