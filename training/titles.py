"""Fit who stands in the title of a brief: whom a pile is about.

    python -m training.titles PACK... --records FOLDER... [--write]

PACK is a story pack with `truth/must.jsonl` (`docs/packs/must.md`). Right is who takes part, himself or as somebody of his state,
in the acts of the editor's list with at least a third of the weight of who does most; the first acts weigh most. Logistic
regression on standardised signs; each pile is judged by fits that have not seen it. Printed is how many of the names that would
stand in titles are right, from several chances on. `--write` stores the fit on all in `readout/lexicon/title_weights.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from evaluation.stories.pack import Pack, folded, names_of
from readout.pile import Pile
from readout.web.title import PARTIES, candidates
from training.importance import left_out
from training.piles import arguments, pack_of, record_of
from training.standard import Table, store

RIDGE = 10.0
THRESHOLD = 0.5  # chance from which a second or third name stands in the title
BARS = (0.3, 0.4, 0.5, 0.6, 0.7)
LEAST = 0.35  # of the weight of who takes part most; ours
AFTER = 2.0  # by which the weight of an act falls more slowly with its rank; ours
ABOUT = """\
# What each sign of somebody whom pages name (`readout/web/title.py`) adds to the log odds that the pile is about him:
# [weight, mean from which it is counted]. Logistic regression over the lists of editors; training/titles.py tells how.
"""


class Candidate(NamedTuple):
    """Somebody who may stand in the title of a pile: his signs, and whether he is right."""

    pack: str
    signs: Mapping[str, float]
    right: bool


def main() -> None:
    """Print how many names are right with piles left out, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    packs = [pack_of(path, record_of(path, asked.records)) for path in asked.packs]
    chances_of = left_out(packs)
    rows = [c for pack in packs for c in listed(pack, chances_of[pack.name])]
    table = Table([c.pack for c in rows], [c.signs for c in rows], np.array([float(c.right) for c in rows]), RIDGE)
    chances = table.apart()
    first, more = list[bool](), list[tuple[float, bool]]()
    for pack in sorted({c.pack for c in rows}):
        order = sorted((i for i, c in enumerate(rows) if c.pack == pack), key=lambda i: -chances[i])[:PARTIES]
        first.append(rows[order[0]].right)
        more += [(chances[i], rows[i].right) for i in order[1:]]
    print(f"first names: {sum(first)} of {len(first)} right")
    for bar in BARS:
        kept = [right for chance, right in more if chance >= bar]
        print(f"further names from {bar}: {sum(kept)} of {len(kept)} right")
    if asked.write:
        store("title_weights", ABOUT, table.decision(THRESHOLD))


def listed(pack: Pack, chances: Mapping[str, float]) -> Iterator[Candidate]:
    """Give everybody who may stand in the title of a pile, with whether he is right."""
    right, pile = about(pack), Pile(pack.record)
    pile.important.update(chances)
    for name, signs in candidates(pile).items():
        yield Candidate(pack.name, signs, folded(name).removeprefix("the ") in right)


def about(pack: Pack) -> set[str]:
    """Give the names of those whom a pile is about by the editor's list."""
    acts, weight = {row["key"]: row for row in pack.table("occurrences")}, defaultdict[str, float](float)
    for row in pack.table("must"):
        if row["table"] == "occurrences":
            keys = {*acts[row["key"]]["actors"], *acts[row["key"]]["recipients"]}
            for key in keys | {pack.side_of(k) for k in keys}:
                weight[key] += 1 / (row["rank"] + AFTER)
    least = LEAST * max(weight.values(), default=0.0)
    heavy = (pack.truth_entities[key] for key, w in weight.items() if w >= least and key in pack.truth_entities)
    return {name for row in heavy for name in names_of(row)}


if __name__ == "__main__":
    main()
