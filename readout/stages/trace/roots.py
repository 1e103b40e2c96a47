"""Order the pages of a family as a tree: who is nearest to whom, and where the root lies, by all evidence together."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from readout.stages.trace.direction import Way
from readout.stages.trace.marks import Marks

SURE = 0.85  # of the weight of all roots; below it a relation is left undetermined
MOST_ROOTS = 60  # candidates tried for a root; larger families try those with the best evidence of their own
LEAN = 0.005  # how much closer a point of evidence makes a pair
HUB = 1.2  # for each copy that then comes straight from the root
MOST_STEP = 6.0  # of the evidence of one step
STRAY, MOST_TOUCHED = 0.025, 6.0  # own changes that alignment makes up; and the most that they count
PUT_IN = 2.0  # for pieces that no other page has
LACK, MOST_LACKS = 1.0, 4.0  # for each page that shares a piece which the root would lack; and the most of it
LOSS, MOST_LOST = 0.5, 3.0  # for each page that would have lost a piece that few others have; and the most of it
AGAINST, SPOKEN_FOR = -4.0, 4.0  # evidence for the likeliest root from which it is none, and from which it is one
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
    inherited: Callable[[int, Pair], Way | None] = lambda root, pair: None  # what the changes of two pages tell
    said: Mapping[Pair, Way] = {}  # who has it from whom by a page's own words
    outward: frozenset[int] = frozenset()  # pages that credit someone who published none of these
    marks: Mapping[int, Marks] = {}  # what each page has and lacks beside the others


def family(members: Sequence[int], known: Known) -> Family:
    """Find the tree of a family."""
    tree = spanning(members, known)
    scored = {root: support(tree, root, known) for root in candidates(members, known)}
    most = max(scored.values())
    weights = {root: math.exp(s - most) for root, s in scored.items()}
    whole = sum(weights.values())
    root = max(sorted(scored), key=lambda r: scored[r])
    if known.siblings or is_hidden(members, known, scored[root] - HUB * len(tree[root])) or root in known.outward:
        ways: dict[Pair, Way] = {pair: below(pair, root, known) for pair in known.same}
        return Family(tuple(members), None, weights[root] / whole, True, {}, ways)
    shares = [(weights[r] / whole, r, rooted(tree, r)) for r in scored if weights[r] / whole >= 0.01]
    ways = {pair: settled(pair, shares, known) for pair in known.same}
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
    """Add up the evidence for a root: over the steps from page to page, since evidence between more distant pages says
    the same again; less its own changes, which at an end of the tree may as well be those of its one copy; and most
    copies are made from the origin itself."""
    parents = rooted(tree, root)
    total = HUB * len(tree[root])
    for page, above in parents.items():
        pair = (min(page, above), max(page, above))
        score = max(-MOST_STEP, min(MOST_STEP, known.score[pair]))
        total += score if page == pair[1] else -score
    return total - blemish(root, known, len(tree[root]) > 1)


def blemish(root: int, known: Known, central: bool) -> float:
    """Weigh what speaks against a page as the root: changes of its own, text put in, text it lacks."""
    mark = known.marks.get(root, Marks(0, 0))
    put_in = PUT_IN if mark.inserted else 0.0
    put_in += MOST_STEP if root in known.outward else 0.0
    strange = put_in + min(MOST_LACKS, LACK * mark.lacks) + min(MOST_LOST, LOSS * mark.lost)
    return (touched(root, known) if central else 0.0) + strange


def touched(root: int, known: Known) -> float:
    """Weigh a page's own changes: an origin has none, but alignment errs in some words."""
    return min(MOST_TOUCHED, max(0.0, known.own.get(root, 0.0) - STRAY) / STRAY)


def is_hidden(members: Sequence[int], known: Known, best: float) -> bool:
    """Tell whether all pages copy an absent text: every one has changes of its own, the least changed too, and nothing
    much speaks for any as the origin; or all evidence (`best`: for the likeliest root) speaks against each."""
    rates = sorted(known.own[m] for m in members if m in known.own)
    changed = len(rates) > 2 and rates[0] > 2 * STRAY and rates[0] > 0.5 * rates[len(rates) // 2]
    return len(members) > 2 and (best < AGAINST or (changed and best < SPOKEN_FOR))


def below(pair: Pair, root: int, known: Known) -> Way:
    """Relate two pages under an absent root: siblings, unless one says that it has its text from the other, or has its
    changes."""
    if pair in known.siblings:
        return "common_upstream"
    way = known.said.get(pair) or (known.inherited(root, pair) if root not in pair else None)
    return way if way and way != "undetermined" else "common_upstream"


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


def settled(pair: Pair, shares: Sequence[tuple[float, int, Mapping[int, int]]], known: Known) -> Way:
    """Give the relation that most roots agree on by weight, if enough do."""
    weight: dict[Way, float] = {}
    for share, root, parents in shares:
        way = under(pair, root, parents, known)
        weight[way] = weight.get(way, 0.0) + share
    best = max(sorted(weight), key=lambda w: weight[w])
    return best if weight[best] >= SURE else "undetermined"


def under(pair: Pair, root: int, parents: Mapping[int, int], known: Known) -> Way:
    """Relate two pages under a root: by what they say and by their changes before the tree."""
    way = relation(pair, parents)
    if root in pair:
        return way
    told = known.said.get(pair) or known.inherited(root, pair)
    if told is None or (told == "undetermined" and way == "common_upstream"):
        return "common_upstream" if way == "common_upstream" else "undetermined"
    return told
