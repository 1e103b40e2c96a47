"""Fit which differences and developing figures the short brief tells.

    python -m training.differences PACK... --records FOLDER... [--write]

PACK is a story pack with `truth/must.jsonl` (`docs/packs/must.md`). A difference is listed where it holds two values of a
finding of the truth on their pages (`evaluation/stories/contents.py`), whatever is judged of them, and told where an editor has
that finding on his page. Logistic regression on standardised signs; each pile is judged by fits that have not seen it.
`--write` stores both fits on all in `readout/lexicon/difference_weights.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import readout
from evaluation.stories.contents import found_in, meets
from evaluation.stories.pack import Pack
from readout.pile import Pile
from readout.web.differences import ROOM, differs, signs
from readout.web.importance import importance
from training.piles import arguments, pack_of, record_of
from training.standard import Table, card

Floats = NDArray[np.float64]
RIDGE = 100.0
LISTED = 0.7  # chance from which a difference is told; ours: nine in ten of those told are listed by the reader
ABOUT = """\
# What each sign of a difference (`readout/web/differences.py`) adds to the log odds that a careful reader lists it, and that an
# editor has it on his page: [weight, mean from which it is counted]. Logistic regression; training/differences.py tells how.
"""


class Difference(NamedTuple):
    """One finding that sets values side by side: its signs, whether the truth lists it, which of the editor's findings it holds."""

    pack: str
    signs: Mapping[str, float]
    listed: bool
    told: frozenset[int]


def main() -> None:
    """Print what is told with piles left out, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    packs = [pack_of(path, record_of(path, asked.records)) for path in asked.packs]
    rows = [d for pack in packs for d in differing(pack)]
    wanted = {pack.name: wanted_of(pack) for pack in packs}
    names, held = [d.pack for d in rows], [d.signs for d in rows]
    listed = Table(names, held, np.array([float(d.listed) for d in rows]), RIDGE)
    told = Table(names, held, np.array([float(bool(d.told)) for d in rows]), RIDGE)
    print(f"{len(rows)} differences, {sum(d.listed for d in rows)} listed, {sum(bool(d.told) for d in rows)} of an editor's")
    sure, heavy = listed.apart(), told.apart()
    for bar in (0.0, 0.5, LISTED, 0.7):
        kept = [rows[i] for name in wanted for i in first(rows, name, np.where(sure >= bar, heavy, -1.0))]
        found = len({(d.pack, n) for d in kept for n in d.told})
        lines = f"{len(kept)} lines, {sum(d.listed for d in kept)} listed"
        print(f"from {bar:.1f}: {found} of {sum(map(len, wanted.values()))} told; {lines}")
    if asked.write:
        parts = (f"[{name}]\n{card(table.decision(bar))}" for name, table, bar in (("listed", listed, LISTED), ("told", told, 0.5)))
        (Path(readout.__file__).parent / "lexicon" / "difference_weights.toml").write_text(ABOUT + "\n".join(parts), "utf-8")


def first(rows: list[Difference], pack: str, order: Floats) -> list[int]:
    """Give the differences of a pile that stand first, as many as the brief has room for."""
    mine = [i for i, d in enumerate(rows) if d.pack == pack and order[i] >= 0]
    return sorted(mine, key=lambda i: -order[i])[:ROOM]


def wanted_of(pack: Pack) -> frozenset[int]:
    """Give the numbers of the findings that an editor has on his page."""
    return frozenset(row["line"] for row in pack.table("must") if row["table"] == "findings")


def differing(pack: Pack) -> Iterator[Difference]:
    """Give the findings of a pile that set values side by side, with what the truth says of them."""
    pile, wanted, truth = Pile(pack.record), wanted_of(pack), pack.table("findings")
    weight, rows = importance(pile), {row["finding_id"]: row for row in pack.rows("findings")}
    for f in (f for f in pile.findings if differs(pile, f)):
        held = frozenset(
            n for n, want in enumerate(truth, 1) if "speaker" not in want["property"] and f.property != "speaker"
            and found_in(want, meets(pack, want, rows[f.finding_id]))
        )  # fmt: skip
        yield Difference(pack.name, signs(pile, f, weight), bool(held), held & wanted)


if __name__ == "__main__":
    main()
