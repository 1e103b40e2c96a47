"""Order the pages of a family as a tree: who is nearest to whom, and where the root lies, by all evidence together."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readout.stages.trace.direction import Way

SURE = 0.75  # of the weight of all roots; below it a relation is left undetermined
MOST_ROOTS = 60  # candidates tried for a root; larger families try those with the best evidence of their own
LEAN = 0.005  # how much closer a point of evidence makes a pair
TIE = 0.02  # two pages this near to each other in closeness are equally close: a title or a misprint
Pair = tuple[int, int]


class Family(NamedTuple):
    """Pages that descend from one text: the root (null where it is not in the pile or cannot be told), how likely,
    each page's nearest page on the way to the root, and the relation of every pair."""

    members: tuple[int, ...]
    root: int | None
    chance: float
    hidden: bool
    parents: dict[int, int]
    ways: dict[Pair, Way]


class Known(NamedTuple):
    """What is known of a family: equal words of each pair, evidence that right comes from left, and own changes of
    each page: the share of its words that no other page has where at least two could."""

    same: Mapping[Pair, float]
    score: Mapping[Pair, float]
    own: Mapping[int, float]
    siblings: frozenset[Pair] = frozenset()  # pairs known to render one absent text


def family(members: Sequence[int], known: Known) -> Family:
    """Find the tree of a family."""
    tree = spanning(members, known)
    scored = {root: support(tree, root, known) for root in candidates(members, known)}
    most = max(scored.values())
    weights = {root: math.exp(s - most) for root, s in scored.items()}
    whole = sum(weights.values())
    root = max(sorted(scored), key=lambda r: scored[r])
    if known.siblings or is_hidden(members, known):
        ways: dict[Pair, Way] = {pair: below(pair, tree, root, known) for pair in known.same}
        return Family(tuple(members), None, weights[root] / whole, True, {}, ways)
    shares = [(weights[r] / whole, rooted(tree, r)) for r in scored if weights[r] / whole >= 0.01]
    ways = {pair: settled(pair, shares) for pair in known.same}
    chance = weights[root] / whole
    return Family(tuple(members), root if chance >= 0.6 else None, chance, False, rooted(tree, root), ways)


def candidates(members: Sequence[int], known: Known) -> list[int]:
    """Choose the pages that may be the root."""
    standing = dict.fromkeys(members, 0.0)
    for (left, right), score in known.score.items():
        standing[left] += score
        standing[right] -= score
    return sorted(members, key=lambda m: (-standing[m], m))[:MOST_ROOTS]


def spanning(members: Sequence[int], known: Known) -> dict[int, list[int]]:
    """Join all pages by the pairs with the most equal words: a page and what it was made from differ least. Of pairs
    about equally close, those with evidence for a direction go first, then those of the page that is close to most."""
    close: dict[int, dict[int, float]] = {m: {} for m in members}
    for (left, right), words in known.same.items():
        lean = words * (1 + LEAN * min(6.0, abs(known.score[left, right])))
        close[left][right] = close[right][left] = lean
    central = sorted(members, key=lambda m: (-sum(close[m].values()), m))
    near: dict[int, list[int]] = {m: [] for m in members}
    best = {m: (close[central[0]].get(m, 0.0), central[0]) for m in members if m != central[0]}
    while best:
        page = max(best, key=lambda m: (best[m][0], -central.index(m)))
        to = best.pop(page)[1]
        near[to].append(page)
        near[page].append(to)
        for other, words in close[page].items():
            if other in best and words > best[other][0] * (1 + TIE):
                best[other] = (words, page)
    return near


def rooted(tree: Mapping[int, list[int]], root: int) -> dict[int, int]:
    """Give each page's parent when the tree hangs from `root`."""
    parents: dict[int, int] = {}
    open_ends = [root]
    while open_ends:
        node = open_ends.pop()
        for child in tree[node]:
            if child != parents.get(node):
                parents[child] = node
                open_ends.append(child)
    return parents


def support(tree: Mapping[int, list[int]], root: int, known: Known) -> float:
    """Add up the evidence for a root: over all pairs that then descend one from the other, less its own changes."""
    parents = rooted(tree, root)
    total = 0.0
    for pair, score in known.score.items():
        way = relation(pair, parents)
        total += score if way == "right_from_left" else -score if way == "left_from_right" else 0.0
    return total + untouched(root, known)


def untouched(root: int, known: Known) -> float:
    """Weigh a page's own changes against those of the family: an origin has none."""
    others = [rate for m, rate in known.own.items() if m != root]
    mean = sum(others) / len(others) if others else 0.0
    return 1.5 * max(-1.0, 1 - known.own[root] / mean) if root in known.own and mean > 0.005 else 0.0


def is_hidden(members: Sequence[int], known: Known) -> bool:
    """Tell whether every page has changes of its own, the least changed too: then all copy an absent text."""
    rates = sorted(known.own[m] for m in members if m in known.own)
    return len(rates) > 2 and rates[0] > 0.01 and rates[0] > 0.5 * rates[len(rates) // 2]


def below(pair: Pair, tree: Mapping[int, list[int]], root: int, known: Known) -> Way:
    """Relate two pages under an absent root: siblings, unless one descends from another that is not the likeliest root."""
    if pair in known.siblings:
        return "common_upstream"
    way = relation(pair, rooted(tree, root))
    strong = abs(known.score.get(pair, 0.0)) >= 3.0
    return way if (known.siblings or root not in pair) and strong else "common_upstream"


def relation(pair: Pair, parents: Mapping[int, int]) -> Way:
    """Relate two pages of a rooted tree."""
    left, right = pair
    if descends(right, left, parents):
        return "right_from_left"
    return "left_from_right" if descends(left, right, parents) else "common_upstream"


def descends(page: int, other: int, parents: Mapping[int, int]) -> bool:
    """Tell whether `other` lies between a page and the root."""
    while page in parents:
        page = parents[page]
        if page == other:
            return True
    return False


def settled(pair: Pair, shares: Sequence[tuple[float, Mapping[int, int]]]) -> Way:
    """Give the relation that most roots agree on by weight, if enough do."""
    weight: dict[Way, float] = {}
    for share, parents in shares:
        way = relation(pair, parents)
        weight[way] = weight.get(way, 0.0) + share
    best = max(sorted(weight), key=lambda w: weight[w])
    return best if weight[best] >= SURE else "undetermined"
