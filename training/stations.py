"""Fit how likely a reader writes down how an act stood: `python -m training.stations PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. The rows are those of statuses (planned and held, called off, denied) that the
rules hold worth telling; right and on nothing as in `training/findings.py`, whose weights they do not touch. The fit is tried on
packs that it has not seen; `--write` stores the fit on all in `readout/lexicon/status_weights.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

import readout
from evaluation.stories.pack import Pack
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.worth import Row, background, family, judged, status_signs
from training.findings import Case, case, fit, show
from training.piles import arguments, pack_of, record_of, tables_of

THRESHOLD = 0.15  # chance from which a row of statuses is kept; decision 0051


def main() -> None:
    """Try the fit on packs left out, store the fit on all."""
    asked = arguments(__doc__).parse_args()
    read = [(pack, record_of(pack, asked.records)) for pack in asked.packs]
    cases = [case for pack, record in read for case in of_record(pack_of(pack, record), record)]
    show(cases)
    weights, bias = fit(cases)
    lines = [
        "# What each sign of a row of statuses (`readout/stages/weigh/worth.py`, `stations.py`) adds to the log odds that a",
        "# careful reader writes it down. Fitted by `python -m training.stations` to piles with truth.",
        f"bias = {bias:.3f}",
        f"threshold = {THRESHOLD}",
        "",
        "[signs]",
        *(f'"{name}" = {weight:.3f}' for name, weight in zip(sorted(cases[0].signs), weights, strict=True)),
    ]
    if asked.write:
        target = Path(readout.__file__).parent / "lexicon" / "status_weights.toml"
        target.write_text("\n".join(lines) + "\n", "utf-8")


def of_record(pack: Pack, record: Path) -> list[Case]:
    """List the rows of statuses of a pack that has been read."""
    tables = tables_of(record)
    seen: dict[tuple[str, str], Mapping[str, float]] = {}

    def keep(rows: Sequence[Row], acts: Acts) -> list[Row]:
        every = judged(rows, acts)
        held = background(every, acts)
        kept = [r for r in every if family(r) == "status"]
        seen.update({(r.about, r.property): status_signs(r, held, acts) for r in kept})
        return kept

    with patch.object(stage, "worth_a_row", keep):
        found, _ = stage.weigh(*(tables[t] for t in declaration(stage.weigh).takes))
    wanted = [w for w in pack.table("findings") if "speaker" not in w["property"]]
    return [case(pack, wanted, asdict(f), seen[f.about, f.property]) for f in found]


if __name__ == "__main__":
    main()
