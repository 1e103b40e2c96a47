"""Fit how likely a careful reader writes a finding down: `python -m training.findings PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. A row is right where it has the values of a finding of the truth tables on their
pages, with its judgement, and on nothing where no finding has a value of it. The fit is tried on packs that it has not seen
(findings right, rows on nothing, from several chances); `--write` stores the fit on all in `readout/lexicon/finding_weights.toml`.
The weights of values (`training/values.py`) come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np

from evaluation.stories.contents import found_in, meets, same
from evaluation.stories.pack import Pack
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.worth import Row, background, judged, signs
from training.piles import arguments, pack_of, record_of, tables_of
from training.standard import Table, store

SHRINK = 40.0  # weight of the penalty on large weights
THRESHOLD = 0.12  # chance from which a row is kept; decision 0033


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
    if asked.write:
        store("finding_weights", ABOUT, table_of(cases).decision(THRESHOLD))


ABOUT = """# What each sign of a row (`readout/stages/weigh/worth.py`) adds to the log odds that a careful reader writes it down.
# Fitted by `python -m training.findings` to piles with truth.
"""


SignsOf = Callable[[Sequence[Row], Acts], Iterator[tuple[Row, Mapping[str, float]]]]


def signs_of_rows(rows: Sequence[Row], acts: Acts) -> Iterator[tuple[Row, Mapping[str, float]]]:
    """Give every row with its signs."""
    held = background(rows, acts)
    yield from ((r, signs(r, held, acts)) for r in rows)


def of_record(pack: Pack, record: Path, signs_of: SignsOf = signs_of_rows) -> list[Case]:
    """List the rows of a pack that has been read which have signs."""
    tables = tables_of(record)
    seen: dict[tuple[str, str], Mapping[str, float]] = {}

    def keep(rows: Sequence[Row], acts: Acts) -> list[Row]:
        kept = judged(rows, acts)
        seen.update({(r.about, r.property): held for r, held in signs_of(kept, acts)})
        return [r for r in kept if (r.about, r.property) in seen]

    with patch.object(stage, "worth_a_row", keep):
        found, _ = stage.weigh(*(tables[t] for t in declaration(stage.weigh).takes))
    wanted = [w for w in pack.table("findings") if "speaker" not in w["property"]]
    return [case(pack, wanted, asdict(f), seen[f.about, f.property]) for f in found]


def case(pack: Pack, wanted: Sequence[dict[str, Any]], row: dict[str, Any], held: Mapping[str, float]) -> Case:
    """Compare a row with the truth."""
    met = {n: times for n, w in enumerate(wanted) if (times := meets(pack, w, row))}
    right = (
        n for n, times in met.items() if found_in(wanted[n], times) and same(row["agreement"], wanted[n]["agreement"])
    )
    return Case(pack.name, held, frozenset(right), bool(met))


def table_of(cases: Sequence[Case]) -> Table:
    """Lay out cases to be fitted."""
    truth = np.array([float(bool(c.right)) for c in cases])
    return Table([c.pack for c in cases], [c.signs for c in cases], truth, SHRINK)


def show(cases: Sequence[Case]) -> None:
    """Print how rows are told apart by fits that have not seen their pack."""
    chances = table_of(cases).apart()
    print(f"{len(cases)} rows; findings that any of them gets right: {right(cases)}")
    for least in (0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4):
        kept = [c for c, likely in zip(cases, chances, strict=True) if likely >= least]
        print(f"  from {least:.2f}: {right(kept)} right, {sum(not c.met for c in kept)} on nothing, {len(kept)} rows")


def right(cases: Sequence[Case]) -> int:
    """Count the findings that rows get right."""
    return len({(c.pack, n) for c in cases for n in c.right})


if __name__ == "__main__":
    main()
