"""Fit how likely a reader writes down how an act stood: `python -m training.stations PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. The rows are those of statuses (planned and held, called off, denied) that the
rules hold worth telling; right and on nothing as in `training/findings.py`, whose weights they do not touch. The fit is tried on
packs that it has not seen; `--write` stores the fit on all in `readout/lexicon/status_weights.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readout.stages.weigh.acts import Acts
from readout.stages.weigh.worth import Row, background, family, status_signs
from training.findings import of_record, show, table_of
from training.piles import arguments, pack_of, record_of
from training.standard import store

THRESHOLD = 0.15  # chance from which a row of statuses is kept; decision 0051
ABOUT = """# What each sign of a row of statuses (`readout/stages/weigh/worth.py`, `stations.py`) adds to the log odds that a
# careful reader writes it down. Fitted by `python -m training.stations` to piles with truth.
"""


def main() -> None:
    """Try the fit on packs left out, store the fit on all."""
    asked = arguments(__doc__).parse_args()
    read = [(pack, record_of(pack, asked.records)) for pack in asked.packs]
    cases = [case for pack, record in read for case in of_record(pack_of(pack, record), record, signs_of_statuses)]
    show(cases)
    if asked.write:
        store("status_weights", ABOUT, table_of(cases).decision(THRESHOLD))


def signs_of_statuses(rows: Sequence[Row], acts: Acts) -> Iterator[tuple[Row, Mapping[str, float]]]:
    """Give the rows of statuses with their signs."""
    held = background(rows, acts)
    yield from ((r, status_signs(r, held, acts)) for r in rows if family(r) == "status")


if __name__ == "__main__":
    main()
