"""Fit how likely an editor has an act on a page that tells a story to somebody who has read nothing of it.

    python -m training.importance PACK... --records FOLDER... [--write]

PACK is a story pack with `truth/must.jsonl` (`docs/packs/must.md`). The occurrence whose events stand most often in what a
reader took down for an act stands for it: ranks 1 to 12 count as yes, the first four twice. Logistic regression on standardised
signs; each pile is judged by fits that have not seen it. Printed is how many of the acts that must be told stand among the
first so many of each pile, beside the order by voices. `--write` stores the fit on all in
`readout/lexicon/importance_weights.toml`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.musts import FIRST, MUST
from evaluation.stories.pack import Pack, Row
from readout.pile import Pile
from readout.web.importance import by_story, signs
from readout.web.tellings import weights
from training.piles import arguments, pack_of, record_of
from training.standard import Table, store

Floats = NDArray[np.float64]
RIDGE = 100.0
ROOMS = (8, 12, 16, 20, 28)
HEAVY = 2.0  # how much more the acts count without which a reader is lost; ours
ABOUT = """\
# What each sign of an act (`readout/web/importance.py`) adds to the log odds that an editor has it on a page that tells the
# story: [weight, mean from which it is counted]. Logistic regression over the lists of editors; training/importance.py tells
# how, docs/packs/must.md what they were asked.
"""


class Act(NamedTuple):
    """One occurrence of a pile: its signs, its weight by voices, the best rank of an act of an editor's list that it stands for."""

    pack: str
    occurrence: str
    signs: Mapping[str, float]
    heavy: float
    rank: int | None


def main() -> None:
    """Print what stands first with piles left out, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    acts = [a for path in asked.packs for a in listed(pack_of(path, record_of(path, asked.records)))]
    table = table_of(acts)
    print(f"{len(acts)} acts, {sum(a.rank is not None and a.rank <= MUST for a in acts)} that must be told")
    for name, order in (("by voices", np.array([a.heavy for a in acts])), ("left out", table.apart())):
        shares = ((room, among(acts, order, room, MUST), among(acts, order, room, FIRST)) for room in ROOMS)
        print(f"{name:10}", *(f"first {room}: {must:.2f} ({first:.2f})" for room, must, first in shares))
    if asked.write:
        store("importance_weights", ABOUT, table.decision(0.5))


def table_of(acts: Sequence[Act]) -> Table:
    """Give the acts as a table to fit."""
    yes = np.array([float(a.rank is not None and a.rank <= MUST) for a in acts])
    counts = np.array([HEAVY if a.rank is not None and a.rank <= FIRST else 1.0 for a in acts])
    return Table([a.pack for a in acts], [a.signs for a in acts], yes, RIDGE, counts)


def left_out(packs: Iterable[Pack]) -> Mapping[str, Mapping[str, float]]:
    """Give the chance of each occurrence of each pile by fits that have not seen it: to these, judges resting on it are fitted."""
    acts = [a for pack in packs for a in listed(pack)]
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for act, chance in zip(acts, table_of(acts).apart(), strict=True):
        found[act.pack][act.occurrence] = float(chance)
    return found


def listed(pack: Pack) -> Iterator[Act]:
    """Give the occurrences of a pile with what an editor says of them."""
    pile = Pile(pack.record)
    heavy = weights(pile)
    ranks: dict[str, int] = {}
    acts = {row["key"]: row for row in pack.table("occurrences")}
    for row in pack.table("must"):
        if row["table"] == "occurrences" and (mine := standing_for(pack, acts[row["key"]])):
            ranks[mine] = min(row["rank"], ranks.get(mine, row["rank"]))
    for around, occurrences in by_story(pile):
        for o in occurrences:
            yield Act(pack.name, o.occurrence_id, signs(pile, o, around), heavy[o.occurrence_id], ranks.get(o.occurrence_id))


def standing_for(pack: Pack, act: Row) -> str | None:
    """Give the occurrence whose events stand most often in what was taken down for an act."""
    spans = [(m["external_id"], s, t) for m in act.get("mentions") or () for s, t in pack.places(m["external_id"], m["words"])[:1]]
    found = Counter(e["occurrence_id"] for page, s, t in spans for e in pack.events.get(page, ())
                    if e["occurrence_id"] and s < e["end"] and e["start"] < t)  # fmt: skip
    return min(found, key=lambda o: (-found[o], o), default=None)


def among(acts: Sequence[Act], order: Floats, room: int, last: int) -> float:
    """Give the share of acts up to a rank that stand among the first so many of their pile."""
    right = wanted = 0
    for pack in {a.pack for a in acts}:
        mine = [i for i, a in enumerate(acts) if a.pack == pack]
        kept = sorted(mine, key=lambda i: -order[i])[:room]
        musts = [i for i in mine if (rank := acts[i].rank) is not None and rank <= last]
        right, wanted = right + len({*kept} & {*musts}), wanted + len(musts)
    return right / max(1, wanted)


if __name__ == "__main__":
    main()
