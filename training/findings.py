"""Fit how likely a careful reader writes a finding down: `python -m training.findings PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. A row is right where it has the values of a finding of the truth tables on their
pages, with its judgement, and on nothing where no finding has a value of it. The fit is tried on packs that it has not seen, a
sixth at a time (findings right, rows on nothing, from several chances); `--write` stores the fit on all in
`readout/lexicon/finding_weights.toml`. The weights of values (`training/values.py`) come first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import readout
from evaluation.stories.contents import found_in, meets, same
from evaluation.stories.pack import Pack
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.worth import Row, background, judged, signs
from readout.text import log_odds
from training import logistic
from training.piles import arguments, folds, pack_of, record_of, tables_of

SHRINK = 40.0  # weight of the penalty on large weights
THRESHOLD = 0.12  # chance from which a row is kept; decision 0033
Floats = NDArray[np.float64]


class Case(NamedTuple):
    """A row of a pack: its signs, the findings of the truth that it gets right, whether it has a value of any."""

    pack: str
    signs: Mapping[str, float]
    right: frozenset[int]
    met: bool


def main() -> None:
    """Try the fit on packs left out, store the fit on all."""
    asked = arguments(__doc__).parse_args()
    read = [(pack, record_of(pack, asked.records)) for pack in asked.packs]
    cases = [case for pack, record in read for case in of_record(pack_of(pack, record), record)]
    show(cases)
    weights, bias = fit(cases)
    lines = [
        "# What each sign of a row (`readout/stages/weigh/worth.py`) adds to the log odds that a careful reader writes it down.",
        "# Fitted by `python -m training.findings` to piles with truth.",
        f"bias = {bias:.3f}",
        f"threshold = {THRESHOLD}",
        "",
        "[signs]",
        *(f'"{name}" = {weight:.3f}' for name, weight in zip(sorted(cases[0].signs), weights, strict=True)),
    ]
    if asked.write:
        target = Path(readout.__file__).parent / "lexicon" / "finding_weights.toml"
        target.write_text("\n".join(lines) + "\n", "utf-8")


def of_record(pack: Pack, record: Path) -> list[Case]:
    """List the rows of a pack that has been read."""
    tables = tables_of(record)
    seen: dict[tuple[str, str], Mapping[str, float]] = {}

    def keep(rows: Sequence[Row], acts: Acts) -> list[Row]:
        kept = judged(rows, acts)
        held = background(kept, acts)
        seen.update({(r.about, r.property): signs(r, held, acts) for r in kept})
        return kept

    with patch.object(stage, "worth_a_row", keep):
        found, _ = stage.weigh(*(tables[t] for t in declaration(stage.weigh).takes))
    wanted = [w for w in pack.table("findings") if "speaker" not in w["property"]]
    rows: list[dict[str, Any]] = [asdict(f) for f in found]
    return [case(pack, wanted, f, seen[f["about"], f["property"]]) for f in rows]


def case(pack: Pack, wanted: Sequence[dict[str, Any]], row: dict[str, Any], held: Mapping[str, float]) -> Case:
    """Compare a row with the truth."""
    met = {n: times for n, w in enumerate(wanted) if (times := meets(pack, w, row))}
    right = (
        n for n, times in met.items() if found_in(wanted[n], times) and same(row["agreement"], wanted[n]["agreement"])
    )
    return Case(pack.name, held, frozenset(right), bool(met))


def fit(cases: Sequence[Case]) -> tuple[Floats, float]:
    """Fit the weights of the signs."""
    table = np.array([[c.signs[m] for m in sorted(c.signs)] for c in cases])
    middle, spread = table.mean(0), table.std(0) + 1e-9
    scaled = np.hstack([(table - middle) / spread, np.ones((len(cases), 1))])
    found = logistic.fit(
        scaled, np.array([float(bool(c.right)) for c in cases]), np.array([SHRINK] * table.shape[1] + [1e-9])
    )
    own = found[:-1] / spread
    return own, float(found[-1] - (own * middle).sum())


def show(cases: Sequence[Case]) -> None:
    """Print how rows are told apart by fits that have not seen their pack."""
    fold, chances = folds([c.pack for c in cases]), np.zeros(len(cases))
    for part in sorted(set(fold.values())):
        weights, bias = fit([c for c in cases if fold[c.pack] != part])
        for i, c in enumerate(cases):
            if fold[c.pack] == part:
                odds = bias + sum(w * c.signs[m] for m, w in zip(sorted(c.signs), weights, strict=True))
                chances[i] = log_odds.chance(odds)
    print(f"{len(cases)} rows; findings that any of them gets right: {right(cases)}")
    for least in (0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4):
        kept = [c for c, likely in zip(cases, chances, strict=True) if likely >= least]
        print(f"  from {least:.2f}: {right(kept)} right, {sum(not c.met for c in kept)} on nothing, {len(kept)} rows")


def right(cases: Sequence[Case]) -> int:
    """Count the findings that rows get right."""
    return len({(c.pack, n) for c in cases for n in c.right})


if __name__ == "__main__":
    main()
