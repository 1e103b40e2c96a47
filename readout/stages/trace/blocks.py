"""Cut the graph of copies where one page alone holds it together: a page that merges two texts joins two families."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


def blocks(edges: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Give the biconnected components, each as its sorted nodes, in order; two pages that copy share at least one.

    Cost: linear. Method: Hopcroft and Tarjan 1973, without recursion.
    """
    near: dict[int, list[int]] = {}
    for a, b in sorted(set(edges)):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    depth: dict[int, int] = {}
    found: list[tuple[int, ...]] = []
    for start in sorted(near):
        if start not in depth:
            found += from_root(start, near, depth)
    return sorted(found)


def from_root(start: int, near: Mapping[int, list[int]], depth: dict[int, int]) -> list[tuple[int, ...]]:
    """Walk one connected part, depth first, and cut off a block whenever a branch reaches no higher than its foot."""
    low = {start: 0}
    depth[start] = 0
    stack, path = [start], [(start, -1, iter(near[start]))]
    found: list[tuple[int, ...]] = []
    while path:
        node, above, rest = path[-1]
        step = next(rest, None)
        if step is None:
            path.pop()
            if path:
                foot = path[-1][0]
                low[foot] = min(low[foot], low[node])
                if low[node] >= depth[foot]:
                    at = stack.index(node)
                    found.append(tuple(sorted([*stack[at:], foot])))
                    del stack[at:]
        elif step not in depth:
            depth[step] = low[step] = depth[node] + 1
            stack.append(step)
            path.append((step, node, iter(near[step])))
        elif step != above:
            low[node] = min(low[node], depth[step])
    return found


def by_block(groups: Sequence[tuple[int, ...]], pairs: Sequence[Pair]) -> list[tuple[tuple[int, ...], list[Pair]]]:
    """Give each block with its pairs: two pages share at most one block."""
    blocks_of: dict[int, set[int]] = defaultdict(set)
    for number, members in enumerate(groups):
        for m in members:
            blocks_of[m].add(number)
    held: dict[int, list[Pair]] = defaultdict(list)
    for left, right in pairs:
        (number,) = blocks_of[left] & blocks_of[right]
        held[number].append((left, right))
    return [(members, held[number]) for number, members in enumerate(groups)]


class Kin:
    """Tells which pages are of one family: in one block, so that no single page alone holds them together."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.blocks: dict[int, set[int]] = defaultdict(set)
        for number, members in enumerate(blocks(pair for pair in pairs if pair[0] != pair[1])):
            for m in members:
                self.blocks[m].add(number)

    def are(self, pair: Pair) -> bool:
        """Tell whether two pages are of one family."""
        return not self.blocks.get(pair[0], set()).isdisjoint(self.blocks.get(pair[1], ()))
