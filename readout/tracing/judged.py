"""Judge the passages of all pairs, batch by batch; then, with pages of one family as one, those that were no copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from readout.stages.trace.blocks import Kin, Pair
from readout.stages.trace.carriers import summed
from readout.stages.trace.judge import APART, KIN, Bar, Stock, Verdict, verdicts
from readout.stages.trace.links import components
from readout.stages.trace.passages import Passage
from readout.stages.trace.pile import Pile
from readout.tracing.batches import Batch, Batches, flat, whole
from readout.tracing.carried import Answers, answered
from readout.tracing.doubts import Doubts
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
    """Judge all passages, those of pairs that are no copies twice, and those of some of these a third time."""
    copied: list[Pair] = []
    for number, batch in enumerate(batches):
        stock = summed(alone.of(number, len(batch.at)), batch.at, batch.firsts, batch.texts).among
        found = judge(batches.laid.take(batch.texts), batch, of_pairs(batch, ()), stock)
        put(batches.folder / f"first-{number}", flattened(found))
        copied += copies(found)
    equal = enumerate(batches.laid.first_equal.tolist())
    families, kin = components(batches.laid.count, [*equal, *sorted(copied)]), Kin(copied)
    again, doubts = answered(batches, families, "families"), Doubts(batches)
    for number, batch in enumerate(batches):
        (first,) = taken(batches.folder / f"first-{number}")
        stock = summed(again.of(number, len(batch.at)), batch.at, batch.firsts, families[batch.texts]).among
        pairs = of_pairs(batch, copies(first))
        pile = batches.laid.take(batch.texts) if pairs else None
        found = judge(pile, batch, pairs, stock, kin) if pile else {}
        put(batches.folder / f"verdicts-{number}", first | flattened(found))
        if pile:
            held = set(copies(found))
            doubts.add(number, pile, [rows for pair, rows in pairs.items() if in_whole(batch, pair) not in held])
            copied += held
    copied += judged_apart(batches, doubts, families)
    return Judged(batches.folder, batches.count, sorted(pair for pair in copied if pair[0] != pair[1]))


def judged_apart(batches: Batches, doubts: Doubts, families: Ints) -> Iterator[Pair]:
    """Judge the pairs that would be copies if no page had them as one text; give those that are."""
    common = doubts.answered(families)
    for number, asked in doubts.pairs.items():
        batch = batches.batch(number)
        pairs = {pair: rows for pair, rows in of_pairs(batch, ()).items() if pair in asked}
        stock = common.of(number, batch.firsts, families[batch.texts]).among
        found = judge(batches.laid.take(batch.texts), batch, pairs, stock, APART)
        path = batches.folder / f"verdicts-{number}"
        (held,) = taken(path)
        path.unlink()
        put(path, held | flattened(found))
        yield from copies(found)


def flattened(found: OfPairs) -> OfPairs:
    """Give verdicts with flat passages; see `flat`."""
    return {pair: [v._replace(passage=flat(v.passage)) for v in rows] for pair, rows in found.items()}


def copies(found: OfPairs) -> list[Pair]:
    """Give the pairs of which any passage is copied."""
    return sorted(pair for pair, rows in found.items() if any(v.kind != "shared_quote" for v in rows))


def of_pairs(batch: Batch, known: Iterable[Pair]) -> dict[Pair, list[Passage]]:
    """Group the passages of a batch by pairs, counted as in the batch; those `known`, counted as in the pile, are left out."""
    pairs: dict[Pair, list[Passage]] = defaultdict(list)
    left_out = set(known)
    for p in batch.passages:
        if in_whole(batch, (p.left, p.right)) not in left_out:
            pairs[p.left, p.right].append(p)
    return pairs


def in_whole(batch: Batch, pair: Pair) -> Pair:
    """Give the numbers that the pages of a pair have in the pile."""
    return int(batch.texts[pair[0]]), int(batch.texts[pair[1]])


def judge(
    pile: Pile, batch: Batch, pairs: dict[Pair, list[Passage]], stock: Stock, bar: Kin | Bar | None = None
) -> OfPairs:
    """Judge pairs of a batch; give their verdicts, pages counted as in the pile. `bar`: that of all, or which pages are kin."""
    made: OfPairs = {}
    for pair, rows in pairs.items():
        whole_pair = in_whole(batch, pair)
        one = (KIN if bar.are(whole_pair) else None) if isinstance(bar, Kin) else bar
        made[whole_pair] = [in_pile(v, v.passage, whole_pair) for v in verdicts(pile, rows, stock, bar=one)]
    return made


def in_pile(v: Verdict, p: Passage, pair: Pair) -> Verdict:
    """Give a verdict on a passage with its pages counted otherwise."""
    return v._replace(passage=p._replace(left=pair[0], right=pair[1]))
