"""Join passages of one pair between which no sentence stands alone: a clause that moved parts no passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from readout.stages.trace.blocks import Pair
from readout.stages.trace.judge import VERBATIM, Verdict, changes
from readout.stages.trace.passages import Passage
from readout.stages.trace.pile import Pile
from readout.text.pieces import BREAK

FAR = 40  # words between two passages, on either side, that a clause moved within its sentence may take
REWORDED = 80  # words between them, about a paragraph, that may be the same text reworded too freely to match


def joined(pile: Pile, judged: Iterable[Verdict]) -> Iterator[Verdict]:
    """Join the copied passages of each pair of texts that are one passage; all others as they are."""
    copied: dict[Pair, list[Verdict]] = defaultdict(list)
    for v in judged:
        if v.kind == "shared_quote" or v.passage.left == v.passage.right:
            yield v
        else:
            copied[v.passage.left, v.passage.right].append(v)
    for rows in copied.values():
        yield from of_pair(pile, rows)


def of_pair(pile: Pile, rows: Sequence[Verdict]) -> Iterator[Verdict]:
    """Join the passages of one pair, in the order of the left text."""
    held: Verdict | None = None
    for v in sorted(rows, key=lambda v: v.passage.bounds):
        if held is None:
            held = v
        elif belongs(pile, held.passage, v.passage):
            held = both(held, v)
        else:
            yield held
            held = v
    if held is not None:
        yield held


def belongs(pile: Pile, one: Passage, other: Passage) -> bool:
    """Tell whether two passages are one: no whole sentence stands between them on either side, and where they come in another
    order they part a sentence; or, in the same order, as much stands between them on one side as on the other."""
    if within(other, one) or within(one, other):
        return True
    gaps = [between(one.bounds[k : k + 2], other.bounds[k : k + 2]) for k in (0, 2)]
    sizes = [end - start for start, end in gaps]
    steps = [sentences_on(pile, t, *gap) for t, gap in zip((one.left, one.right), gaps, strict=True)]
    in_order = other.bounds[2] >= one.bounds[3]
    if max(sizes) <= FAR and max(steps) <= 1 and (in_order or min(steps) == 0):
        return True
    return in_order and max(sizes) <= REWORDED and max(sizes) - 2 * min(sizes) < BREAK


def between(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, int]:
    """Give what lies between two stretches; empty where they touch or overlap."""
    first, last = sorted((one, other))
    return first[1], max(first[1], last[0])


def sentences_on(pile: Pile, text: int, start: int, end: int) -> int:
    """Count the sentences from the word before `start` to the word at `end`; from two on a whole one lies between."""
    low, high = (int(pile.cut.firsts[text + k]) for k in (0, 1))
    last = min(low + end, high - 1)
    return int(pile.sentences[last] - pile.sentences[low + start - 1])


def both(one: Verdict, other: Verdict) -> Verdict:
    """Write two passages as one that reaches over both."""
    p, q = one.passage, other.passage
    larger, smaller = (one, other) if p.same >= q.same else (other, one)
    if within(smaller.passage, larger.passage):
        return larger
    a, b, c, d = p.bounds
    bounds = min(a, q.bounds[0]), max(b, q.bounds[1]), min(c, q.bounds[2]), max(d, q.bounds[3])
    longer, shorter = sorted((bounds[1] - bounds[0], bounds[3] - bounds[2]), reverse=True)
    same, swaps = min(shorter, p.same + q.same), p.like.swaps + q.like.swaps
    like = larger.passage.like._replace(words=shorter, exact=same / longer, swaps=swaps)
    made = larger.passage._replace(bounds=bounds, same=same, like=like)
    kinds = {one.kind, other.kind} - {"verbatim"}
    kind = min(kinds, default="verbatim" if same >= VERBATIM * longer else "edited", key=lambda k: k != "spun")
    return Verdict(made, kind, larger.because.removesuffix(changes(larger.passage)) + changes(made))


def within(one: Passage, other: Passage) -> bool:
    """Tell whether a passage lies within another on both sides."""
    return all(other.bounds[k] <= one.bounds[k] and one.bounds[k + 1] <= other.bounds[k + 1] for k in (0, 2))
