"""From scores to a tree and to names: the best single-rooted tree, the best well-formed tag sequence."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

# More than any sum of real scores: makes a tree use as few arcs from the root as it can, which is one.
_ONE_ROOT = 1e6


def tree(scores: Array) -> list[int]:
    """Heads of the best tree; scores [W, 1 + W] with column 0 the root; -1 is the root in the answer.

    The best head of each word is the answer when those heads are a tree already, as they mostly are; else the
    maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967), which mostly has one word under the root; else the
    one that must have, which takes longer to find.
    """
    count = len(scores)
    scores = scores.astype(np.float64)
    scores[np.arange(count), np.arange(1, count + 1)] = -np.inf
    heads = scores.argmax(1).tolist()
    if heads.count(0) != 1 or _cycle([0, *heads]):
        square = np.full((count + 1, count + 1), -np.inf)
        square[1:] = scores
        heads = _arborescence(square)[1:]
        if heads.count(0) != 1:
            square[1:, 0] -= _ONE_ROOT
            heads = _arborescence(square)[1:]
    return [h - 1 for h in heads]


def _cycle(heads: Sequence[int]) -> list[int]:
    """Some cycle among the heads (heads[0] is the root's own), or nothing."""
    state = [0] * len(heads)
    state[0] = -1
    for start in range(1, len(heads)):
        at = start
        while state[at] == 0:
            state[at] = start
            at = heads[at]
        if state[at] == start:
            return _around(heads, at)
    return []


def _around(heads: Sequence[int], start: int) -> list[int]:
    found, at = [start], heads[start]
    while at != start:
        found.append(at)
        at = heads[at]
    return found


def _arborescence(scores: Array) -> list[int]:
    """Heads of the maximum arborescence under node 0; scores [dependent, head]."""
    heads = [0, *scores[1:].argmax(1).tolist()]
    cycle = sorted(_cycle(heads))
    if not cycle:
        return heads
    inside, kept_in = np.array(cycle), set(cycle)
    outside = np.array([n for n in range(len(scores)) if n not in kept_in])
    inner, outer = scores[inside], scores[outside]
    into = inner[:, outside] - inner[np.arange(len(inside)), [heads[n] for n in cycle]][:, None]
    out_of = outer[:, inside]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = outer[:, outside]
    smaller[-1, :-1], smaller[:-1, -1] = into.max(0), out_of.max(1)
    smaller[0] = -np.inf
    return _expanded(heads, _arborescence(smaller), (inside, outside), (into.argmax(0), out_of.argmax(1)))


def _expanded(heads: list[int], smaller: list[int], nodes: tuple[Array, Array], best: tuple[Array, Array]) -> list[int]:
    """Heads in the full graph from those where the cycle was one node, the last."""
    inside, outside = nodes
    entered_at, left_from = best
    one = len(outside)
    for small in range(1, one):
        head = smaller[small]
        heads[outside[small]] = int(inside[left_from[small]] if head == one else outside[head])
    heads[inside[entered_at[smaller[one]]]] = int(outside[smaller[one]])
    return heads


def name_tags(scores: Array, tags: Sequence[str]) -> list[str]:
    """The best tag sequence in which every I- tag follows a B- or I- tag of its type; scores [W, tags]."""
    greedy = [tags[n] for n in scores.argmax(1).tolist()]
    if all(_may_follow(a, b) for a, b in pairwise(["O", *greedy]) if b != "O"):
        return greedy
    allowed = np.array([[0.0 if _may_follow(a, b) else -np.inf for b in tags] for a in tags])
    first = np.array([0.0 if _may_follow("O", b) else -np.inf for b in tags])
    return [tags[n] for n in _viterbi(scores.astype(np.float64), first, allowed)]


def _may_follow(before: str, tag: str) -> bool:
    return tag[0] != "I" or (before != "O" and before[2:] == tag[2:])


def _viterbi(scores: Array, first: Array, allowed: Array) -> list[int]:
    best = first + scores[0]
    back = []
    for row in scores[1:]:
        paths = best[:, None] + allowed
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    found = [int(best.argmax())]
    for pointers in reversed(back):
        found.append(int(pointers[found[-1]]))
    return found[::-1]
