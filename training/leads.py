"""Fit which line of the short brief stands over it: that which most likely tells the acts without which a reader is lost.

    python -m training.leads PACK... --records FOLDER... [--write]

PACK is a story pack with `truth/must.jsonl` (`docs/packs/must.md`). Every line of an act of the short brief counts by the acts of
the editor's list that its sentence tells: the first fully, what only may be told not at all. Logistic regression on standardised
signs; each pile is judged by fits that have not seen it. Printed is over how many piles a line then stands that tells the first
act of the list, one of the first three, one that must be told. `--write` stores the fit on all in
`readout/lexicon/lead_weights.toml`. How heavy the acts are is taken from fits that have not seen the pile either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from evaluation.musts import FIRST, MUST, tells, words_of
from evaluation.stories.pack import Pack
from readout.pile import Pile
from readout.web.choosing import chosen
from readout.web.headline import around_of, signs
from training.importance import left_out
from training.piles import arguments, pack_of, record_of
from training.standard import Table, store

RIDGE = 30.0
WORTH = (0.0, 1.0, 0.8, 0.65, 0.5)  # of the first acts of a list, by rank; ours
LESS, LEAST, SOME = 0.25, 0.1, 8  # of the acts up to the eighth, and of the rest that must be told; ours
MOST = 1.5  # a line that tells more than this counts no more; ours
ABOUT = """\
# What each sign of a line of the short brief (`readout/web/headline.py`) adds to the log odds that it tells what the pile is
# about: [weight, mean from which it is counted]. Logistic regression over the lists of editors; training/leads.py tells how.
"""


class Candidate(NamedTuple):
    """A line of an act: its pile, its signs, and the ranks of the acts of an editor's list that its sentence tells."""

    pack: str
    signs: Mapping[str, float]
    ranks: Sequence[int]


def main() -> None:
    """Print what stands over piles left out, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    packs = [pack_of(path, record_of(path, asked.records)) for path in asked.packs]
    chances_of = left_out(packs)
    lines = [c for pack in packs for c in listed(pack, chances_of[pack.name])]
    truth = np.array([min(MOST, sum(map(worth, c.ranks))) / MOST for c in lines])
    table = Table([c.pack for c in lines], [c.signs for c in lines], truth, RIDGE)
    chances = table.apart()
    best = [max((i for i, c in enumerate(lines) if c.pack == pack), key=lambda i: chances[i]) for pack in {c.pack for c in lines}]
    for last in (1, 3, MUST):
        print(f"{sum(min(lines[i].ranks, default=99) <= last for i in best)} of {len(best)} tell an act up to rank {last}")
    if asked.write:
        store("lead_weights", ABOUT, table.decision(0.5))


def worth(rank: int) -> float:
    """Give how much it is worth that a line tells an act of some rank."""
    if rank <= FIRST:
        return WORTH[rank]
    return LESS if rank <= SOME else LEAST if rank <= MUST else 0.0


def listed(pack: Pack, chances: Mapping[str, float]) -> Iterator[Candidate]:
    """Give the lines of acts of the short brief of a pile whose acts have some chances."""
    pile = Pile(pack.record)
    pile.important.update(chances)
    acts = {row["key"]: row for row in pack.table("occurrences")}
    must = [(row["rank"], acts[row["key"]]) for row in pack.table("must") if row["table"] == "occurrences"]
    around = around_of(pile)
    for _, line in chosen(pile) if around else ():
        if around and line.text:
            at = line.evidence[0]
            words = frozenset(words_of(pile.words(at)))
            yield Candidate(pack.name, signs(pile, around, line), [rank for rank, act in must if tells(pack, act, at, words)])


if __name__ == "__main__":
    main()
