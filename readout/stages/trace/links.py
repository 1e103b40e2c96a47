"""Link texts: the judged passages of every pair, spread over pages with equal text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.blocks import Pair, blocks, by_block
from readout.stages.trace.judge import Kind, Verdict
from readout.stages.trace.pile import Pile

EVERY_PAIR = 50  # pages of a family up to which every pair is listed; above it a spanning forest


class Part(NamedTuple):
    """A stretch that two documents share: bounds in words of each, how it was reused and why."""

    bounds: tuple[int, int, int, int]
    kind: Kind
    similarity: float
    because: str

    @property
    def size(self) -> int:
        """Words of the shorter side."""
        return min(self.bounds[1] - self.bounds[0], self.bounds[3] - self.bounds[2])


Links = dict[Pair, list[Part]]


def links(pile: Pile, judged: Iterable[Verdict], first_equal: NDArray[np.int64]) -> Links:
    """Give the shared parts of every pair of documents, left number below right, those within one document included."""
    made: Links = defaultdict(list)
    for v in judged:
        made[v.passage.left, v.passage.right].append(part_of(v))
    copies = equal_groups(pile, first_equal)
    sizes = crowds((pair for pair, parts in made.items() if is_copy(parts)), copies)
    for pair, parts in sorted(made.items()):
        if sizes.get(pair, max(len(copies.get(text, ())) for text in pair)) <= EVERY_PAIR:
            spread(made, pair, parts, copies)
    largest: dict[int, int] = {}
    for pair, size in sizes.items():
        largest |= {text: max(size, largest.get(text, 0)) for text in pair}
    for first, group in copies.items():
        every = max(len(group), largest.get(first, 0)) <= EVERY_PAIR
        for pair in combinations(group, 2) if every else ((first, other) for other in group[1:]):
            made[pair] = [whole(pile, pair)]
    return dict(made)


def part_of(v: Verdict) -> Part:
    """Give what a judged passage is as a part."""
    return Part(v.passage.bounds, v.kind, round(v.passage.like.exact, 4), v.because)


def crowds(copied: Iterable[Pair], copies: Mapping[int, Sequence[int]]) -> dict[Pair, int]:
    """Count the pages that share text with either page of each pair of copies, in the family that the pair holds together,
    the larger number of the two; pages that merge two wires join two families and make no larger one of them."""
    pairs = sorted(pair for pair in copied if pair[0] != pair[1])
    found: dict[Pair, int] = {}
    for members, inside in by_block(blocks(pairs), pairs):
        size = {m: len(copies.get(m, (m,))) for m in members}
        beside = size.copy()
        for left, right in inside:
            beside[left] += size[right]
            beside[right] += size[left]
        found |= {(left, right): max(beside[left], beside[right]) for left, right in inside}
    return found


def equal_groups(pile: Pile, first_equal: NDArray[np.int64]) -> dict[int, list[int]]:
    """Group documents with equal body words, those without any left out."""
    groups: dict[int, list[int]] = defaultdict(list)
    lengths = np.diff(pile.cut.firsts)
    for text, first in enumerate(first_equal.tolist()):
        if lengths[text]:
            groups[first].append(text)
    return {first: group for first, group in groups.items() if len(group) > 1}


def spread(made: Links, pair: Pair, parts: list[Part], copies: dict[int, list[int]]) -> None:
    """Give the pages equal to either end of a pair the same parts."""
    lefts, rights = (copies.get(text, [text]) for text in pair)
    for left in lefts:
        for right in [left] if pair[0] == pair[1] else rights:
            if (left, right) != pair:
                made[min(left, right), max(left, right)] = parts if left <= right else [turned(p) for p in parts]


def turned(part: Part) -> Part:
    """Swap the sides of a part."""
    a, b, c, d = part.bounds
    return part._replace(bounds=(c, d, a, b))


def whole(pile: Pile, pair: Pair) -> Part:
    """Give the part that two pages of equal words share: all."""
    words = int(pile.cut.firsts[pair[0] + 1] - pile.cut.firsts[pair[0]])
    because = f"all {words} words of both pages are the same, in the same order"
    return Part((0, words, 0, words), "verbatim", 1.0, because)


def components(count: int, pairs: Iterable[Pair]) -> NDArray[np.int64]:
    """Number the connected groups; each document gets the least number in its group."""
    parent = list(range(count))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for left, right in pairs:
        a, b = root(left), root(right)
        parent[max(a, b)] = min(a, b)
    return np.array([root(x) for x in range(count)], np.int64)


def is_copy(parts: Sequence[Part]) -> bool:
    """Tell whether any of the parts is copied rather than quoted."""
    return any(p.kind != "shared_quote" for p in parts)
