"""Fit how likely one that an occurrence's tellings name took part in it.

    python -m training.occurrences.parties PACK... --records FOLDER... [--write]

PACK is a story pack with `pages/` and `truth/`. A group of events that the scorer of packs pairs with an occurrence of the truth
stands for it; one it names took part where the truth lists it as actor or recipient, or where it is the state, or somebody of the
state, of a party of the truth that nobody named is. Logistic regression on standardised signs; each pile is judged by fits that
have not seen it. Printed is, for several chances, how many of those told took part, how many of the truth's parties are told, and
in how many occurrences all told did. `--write` stores the fit on all in `readout/lexicon/party_weights.toml`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.stories import acts
from evaluation.stories.pack import Pack
from readout.records import Voice
from readout.stages.fuse import rows
from readout.stages.fuse.parties import tellers
from readout.stages.fuse.taking_part import in_own_words, named_in, signs
from training.occurrences.table import groups_of, place, tables_of
from training.piles import arguments, pack_of, record_of
from training.standard import Table, store

Floats = NDArray[np.float64]
RIDGE = 50.0
LEAST = 0.25  # chance from which one is told: of ten parties more that are told below it seven are wrong
RARE = 30  # rows in which a sign must be told for a weight
SHOWN = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
ABOUT = """\
# What each sign of one that an occurrence's tellings name (`readout/stages/fuse/taking_part.py`) adds to the log odds that it took
# part: [weight, mean from which it is counted]. Logistic regression over the parties that careful readers list;
# training/occurrences/parties.py tells how.
"""


class Row(NamedTuple):
    """One that is named: its occurrence, its signs, which parties of the truth it is, whether it stands for the state of one."""

    pack: str
    act: str
    wanted: int
    signs: Mapping[str, float]
    is_one: frozenset[str]
    side: bool

    @property
    def right(self) -> bool:
        """Whether it took part."""
        return bool(self.is_one) or self.side


def main() -> None:
    """Print what is told with piles left out, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    found = [r for path in asked.packs for r in rows_of(pack_of(path, record_of(path, asked.records)))]
    often = Counter(s for r in found for s, v in r.signs.items() if v)
    names = [s for s in sorted(often) if often[s] >= RARE]
    told = [{s: r.signs.get(s, 0.0) for s in names} for r in found]
    table = Table([r.pack for r in found], told, np.array([float(r.right) for r in found]), RIDGE)
    print(f"{len(found)} named, {sum(r.right for r in found)} took part, {len({(r.pack, r.act) for r in found})} occurrences")
    chances = table.apart()
    for least in SHOWN:
        print(f"from {least:.2f}: {kept(found, chances >= least)}")
    if asked.write:
        store("party_weights", ABOUT, table.decision(LEAST))


def rows_of(pack: Pack) -> Iterator[Row]:
    """Give those whom the tellings of an occurrence name, for every occurrence of the truth that a group of events stands for."""
    groups = groups_of(tables_of(pack.record.path))
    read = [asdict(rows.occurrence(told, 0, Voice(rows.occurrence_id(told), 1, 1, (), ""))) for told, _ in groups]
    place(pack, groups, read)
    by_id = {got["occurrence_id"]: (told, got) for (told, _), got in zip(groups, read, strict=True)}
    found = acts.matches(pack)
    for want in pack.table("occurrences"):
        if found.get(want["key"], "") not in by_id:
            continue
        told, got = by_id[found[want["key"]]]
        own = in_own_words(told)
        named = named_in(own)
        wanted = {*want["actors"], *want["recipients"]}
        meant = {key: frozenset(pack.meaning.get(key, ())) for key in named}
        missing = {pack.side_of(k) for k in wanted.difference(*meant.values())}
        for key, held in signs(got["type"], own, tellers(told, got["status"]), named).items():
            side = any(pack.side_of(k) in missing for k in meant[key])
            yield Row(pack.name, want["key"], len(wanted), held, meant[key] & wanted, side)


def kept(found: Sequence[Row], keep: NDArray[np.bool_]) -> str:
    """Tell what is told, where those marked are."""
    by_act: dict[tuple[str, str], list[tuple[Row, bool]]] = defaultdict(list)
    for row, stays in zip(found, keep, strict=True):
        by_act[row.pack, row.act].append((row, bool(stays)))
    told = [r for rows_ in by_act.values() for r, stays in rows_ if stays]
    hit = sum(len(frozenset().union(*(r.is_one for r, stays in rows_ if stays))) for rows_ in by_act.values())
    wanted = sum(rows_[0][0].wanted for rows_ in by_act.values())
    clean = sum(all(r.right for r, stays in rows_ if stays) for rows_ in by_act.values())
    right = sum(r.right for r in told)
    return (
        f"{len(told)} told, {right / max(1, len(told)):.3f} of them took part; {hit / wanted:.3f} of {wanted} wanted; "
        f"all told took part in {clean / len(by_act):.3f}"
    )


if __name__ == "__main__":
    main()
