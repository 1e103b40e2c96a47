"""Fit how likely two events are reports of one act: `python -m training.occurrences.pairs PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. An event is a report of the act of the truth whose clause holds its trigger and
whose type it has; of several the shortest clause. Learned from are the pairs of such events that `fuse` compares. The fit is tried
on packs that it has not seen, a sixth at a time: precision and recall of pairs at several chances, and the groups that
`fuse` makes with it (B-cubed over events, groups and acts) at several bars; `--write` stores the fit on all in
`readout/lexicon/same_act_weights.toml`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import readout
from evaluation.stories.acts import fits_type
from evaluation.stories.pack import Pack
from readout.stages.fuse.cluster import Pair, candidates, group_of, join
from readout.stages.fuse.same import COPIED, STRIKE, UNLAWFUL, against_law, apart, copies, goes_on
from readout.stages.fuse.same_signs import signs
from readout.stages.fuse.telling import Telling
from training import logistic
from training.occurrences.table import stories_of
from training.piles import arguments, folds, pack_of, record_of, show_pairs, tables_of

SHRINK = 50.0  # weight of the penalty on large weights
BARS = (-2.0, -1.5, -1.0, -0.5, 0.0)
Floats = NDArray[np.float64]


class Compared(NamedTuple):
    """A pair: its signs, null where it is copied; whether both must stay apart; whether it breaks a law; whether both tell of one
    strike that goes on."""

    signs: Mapping[str, float] | None
    apart: bool
    unlawful: bool
    goes_on: bool

    def held(self, odds: float) -> float:
        """Give the log odds after the laws from those before."""
        if self.goes_on:
            return max(STRIKE, odds)
        return UNLAWFUL if self.unlawful else odds


class Heap(NamedTuple):
    """The events of a story with the acts they report (null where it is not known), and the pairs compared."""

    pack: str
    told: Sequence[Telling]
    acts: Sequence[str | None]
    pairs: Mapping[Pair, Compared]


def main() -> None:
    """Try the fit on packs left out, store the fit on all."""
    asked = arguments(__doc__).parse_args()
    heaps = [h for pack in asked.packs for h in heaps_of(pack_of(pack, record_of(pack, asked.records)))]
    show(heaps)
    weights, means, bias = fit(heaps)
    names = names_of(heaps)
    lines = [
        "# What each sign of a pair of events (`readout/stages/fuse/same_signs.py`) adds to the log odds that both are reports of",
        "# one act: [weight, mean from which it is counted]. Fitted by `python -m training.occurrences.pairs`.",
        f"bias = {bias:.3f}", "threshold = 0.5", "", "[signs]",
        *(f"{n} = [{w:.3f}, {m:.3f}]" for n, w, m in zip(names, weights, means, strict=True)),
    ]  # fmt: skip
    if asked.write:
        (Path(readout.__file__).parent / "lexicon" / "same_act_weights.toml").write_text("\n".join(lines) + "\n", "utf-8")


def heaps_of(pack: Pack) -> Iterator[Heap]:
    """Give the events of each story of a pile, and the pairs of them that are compared."""
    stories, reused = stories_of(tables_of(pack.record.path))
    for told in stories:
        pairs = dict[Pair, Compared]()
        for i, j in candidates(told):
            copied = reused.same(told[i], told[j])
            held = None if copies(told[i], told[j], copied) else signs(told[i], told[j], copied)
            pairs[i, j] = Compared(
                held, apart(told[i], told[j]), held is not None and against_law(told[i], told[j]),
                held is not None and goes_on(told[i], told[j]),
            )  # fmt: skip
        yield Heap(pack.name, told, acts_of(pack, told), pairs)


def acts_of(pack: Pack, told: Sequence[Telling]) -> list[str | None]:
    """Give the act of the truth that each event reports; null where no clause of its type holds it."""
    clauses: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    acts = {w["key"]: w for w in pack.table("occurrences")}
    for key, act in acts.items():
        for m in act.get("mentions") or ():
            clauses[m["external_id"]] += [(s, t, key) for s, t in pack.places(m["external_id"], m["words"])[:1]]
    found = list[str | None]()
    for one in told:
        e = one.event
        here = [(t - s, s, key) for s, t, key in clauses[pack.page_of[e.doc_id]] if s < e.end and e.start < t]
        mine = [h for h in here if fits_type(acts[h[2]], {"type": e.type, "coded_type": e.coded_type})]
        found.append(min(mine)[2] if mine else None)
    return found


def known(heaps: Sequence[Heap]) -> list[tuple[str, Mapping[str, float], bool]]:
    """Give the pairs of which it is known whether they are of one act: pack, signs, answer."""
    return [
        (h.pack, held, h.acts[i] == h.acts[j])
        for h in heaps for (i, j), (held, *_) in h.pairs.items()
        if held is not None and h.acts[i] is not None and h.acts[j] is not None
    ]  # fmt: skip


def names_of(heaps: Sequence[Heap]) -> list[str]:
    """Give the names of the signs."""
    return sorted(known(heaps)[0][1])


def fit(heaps: Sequence[Heap]) -> tuple[Floats, Floats, float]:
    """Fit the weights of the signs; give them, the means of the signs, the log odds of a pair at the means."""
    cases, names = known(heaps), names_of(heaps)
    table = np.array([[held[n] for n in names] for _, held, _ in cases])
    means, spread = table.mean(0), table.std(0) + 1e-9
    scaled = np.hstack([(table - means) / spread, np.ones((len(cases), 1))])
    found = logistic.fit(scaled, np.array([float(one) for *_, one in cases]), np.array([SHRINK] * len(names) + [1e-9]))
    return found[:-1] / spread, means, float(found[-1])


def show(heaps: Sequence[Heap]) -> None:
    """Print how pairs and groups come out with fits that have not seen their pack."""
    fold, names = folds([h.pack for h in heaps]), names_of(heaps)
    chances, answers = list[float](), list[bool]()
    scores: dict[float, list[tuple[float, float, int, int, int]]] = defaultdict(list)
    for part in sorted(set(fold.values())):
        weights, means, bias = fit([h for h in heaps if fold[h.pack] != part])

        def odds(held: Mapping[str, float] | None) -> float:
            if held is None:
                return COPIED
            return float(bias + (np.array([held[n] for n in names]) - means) @ weights)  # noqa: B023

        for h in heaps:
            if fold[h.pack] != part:
                continue
            mine = [(held, one) for _, held, one in known([h])]
            chances += [1 / (1 + np.exp(-odds(held))) for held, _ in mine]
            answers += [one for _, one in mine]
            told = {pair: p.held(odds(p.signs)) for pair, p in h.pairs.items() if not p.apart}
            for bar in BARS:
                scores[bar].append(b_cubed(h, told, bar))
    show_pairs("pairs", np.array(chances), np.array(answers), (0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.8, 0.9))
    for bar, rows in scores.items():
        count = sum(r[4] for r in rows)
        precision, recall = (sum(r[k] for r in rows) / count for k in (0, 1))
        print(f"  bar {bar:+.1f}: B-cubed {2 * precision * recall / (precision + recall):.3f} (precision {precision:.3f}, recall"
              f" {recall:.3f}); {sum(r[2] for r in rows)} groups of {sum(r[3] for r in rows)} acts")  # fmt: skip


def b_cubed(heap: Heap, odds_of: Mapping[Pair, float], bar: float) -> tuple[float, float, int, int, int]:
    """Group a story; sums of B-cubed precision and recall over the events known, groups and acts of these, their number."""
    groups, at = {i: group_of(i, t) for i, t in enumerate(heap.told)}, list(range(len(heap.told)))
    for (i, j), pair in heap.pairs.items():
        if pair.apart:
            groups[i].against.add(j)
            groups[j].against.add(i)
    join(groups, at, odds_of, bar)
    mine = [(act, at[i]) for i, act in enumerate(heap.acts) if act is not None]
    acts, made, both = Counter(a for a, _ in mine), Counter(g for _, g in mine), Counter(mine)
    precision = sum(both[one] / made[one[1]] for one in mine)
    recall = sum(both[one] / acts[one[0]] for one in mine)
    return precision, recall, len(made), len(acts), len(mine)


if __name__ == "__main__":
    main()
