"""Judge the passages of all pairs, batch by batch; then, with pages of one family as one, those that were no copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from readout.stages.trace.blocks import Kin, Pair
from readout.stages.trace.carriers import summed
from readout.stages.trace.judge import Verdict, verdicts
from readout.stages.trace.links import components
from readout.stages.trace.passages import Passage
from readout.tracing.batches import Batch, Batches, flat, whole
from readout.tracing.carried import Answers, answered
from readout.tracing.spill import Ints, put, taken

OfPairs = dict[Pair, list[Verdict]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged, batch by batch in files; pages count as in the pile."""

    folder: Path
    batches: int
    copied: list[Pair]  # ascending

    def __iter__(self) -> Iterator[OfPairs]:
        for number in range(self.batches):
            for found in taken(self.folder / f"verdicts-{number}"):
                yield {pair: [v._replace(passage=whole(v.passage)) for v in rows] for pair, rows in found.items()}


def judged(batches: Batches, alone: Answers) -> Judged:
    """Judge all passages, those of pairs that are no copies twice."""
    copied: list[Pair] = []
    for number, batch in enumerate(batches):
        found = judge(batches, batch, alone.of(number, len(batch.at)), np.arange(batches.laid.count), None)
        put(batches.folder / f"first-{number}", flattened(found))
        copied += sorted(pair for pair, rows in found.items() if is_copied(rows))
    families = components(batches.laid.count, copied)
    again = answered(batches, families, "families")
    known, kin = set(copied), Kin(copied)
    for number, batch in enumerate(batches):
        (first,) = taken(batches.folder / f"first-{number}")
        held = again.of(number, len(batch.at))
        found = first | flattened(judge(batches, batch, held, families, (known, kin)))
        put(batches.folder / f"verdicts-{number}", found)
        copied += [pair for pair, rows in found.items() if pair not in known and is_copied(rows)]
    return Judged(batches.folder, batches.count, sorted(pair for pair in copied if pair[0] != pair[1]))


def flattened(found: OfPairs) -> OfPairs:
    """Give verdicts with flat passages; see `flat`."""
    return {pair: [v._replace(passage=flat(v.passage)) for v in rows] for pair, rows in found.items()}


def is_copied(rows: list[Verdict]) -> bool:
    """Tell whether any of the passages of a pair is copied."""
    return any(v.kind != "shared_quote" for v in rows)


def judge(
    batches: Batches, batch: Batch, held: Ints, families: Ints, first: tuple[set[Pair], Kin] | None
) -> OfPairs:
    """Judge the pairs of a batch that are not among those copied at first; give their verdicts, pages counted as in the
    pile. `first`: the pairs that were, and which pages they make kin."""
    known, kin = first or (set(), Kin(()))
    pairs: dict[Pair, list[Passage]] = defaultdict(list)
    texts = batch.texts.tolist()
    for p in batch.passages:
        if (texts[p.left], texts[p.right]) not in known:
            pairs[p.left, p.right].append(p)
    if not pairs:
        return {}
    pile = batches.laid.take(batch.texts)
    common = summed(held, batch.at, batch.firsts, families[batch.texts])
    made: OfPairs = {}
    for (a, b), rows in pairs.items():
        pair = texts[a], texts[b]
        made[pair] = [in_pile(v, v.passage, pair) for v in verdicts(pile, rows, common.of, kin=kin.are(pair))]
    return made


def in_pile(v: Verdict, p: Passage, pair: Pair) -> Verdict:
    """Give a verdict on a passage with its pages counted otherwise."""
    return v._replace(passage=p._replace(left=pair[0], right=pair[1]))
