"""Join the exact runs that two texts share into chains: stretches told in the same order with small gaps between."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

GAP = 60  # words between two runs of one chain, on either side: about a paragraph of news
LEAST = 8.0  # words of exact run, less the cost of gaps, that make a chain; stock phrases are shorter
GAP_COST = 1 / 24  # per skipped word on either side: at 30 % edits runs of 6 lie 20 apart, which still gains 4 words
LOOK_BACK = 64  # runs tried as predecessor; in news two copies rarely have more than a dozen within GAP words


class Chains(NamedTuple):
    """Chains of one pair of texts, best first; runs of a chain in order on both sides and without overlap.

    Shapes: `left`, `right`, `lengths` int64 (runs,), in words; chain i has the runs `firsts[i]` to `firsts[i + 1]`;
    `firsts` int64 (chains + 1,); `scores` float64 (chains,).
    """

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    lengths: NDArray[np.int64]
    firsts: NDArray[np.int64]
    scores: NDArray[np.float64]


def chains(
    left: NDArray[np.uint64],
    right: NDArray[np.uint64],
    hits: tuple[NDArray[np.uint32], NDArray[np.uint32]],
    *,
    gap: int = GAP,
    least: float = LEAST,
    same: bool = False,
) -> Chains:
    """Find the chains of a pair of texts from the places where they share a shingle.

    Swapping the texts swaps the sides and changes nothing else. With `same` both sides are one text, and a run may
    not overlap its own copy.

    Shapes: `left`, `right` uint64 (words,); `hits` two of (hits,), word numbers left and right.
    Cost: linear in words and hits, times LOOK_BACK.
    Method: chaining with bounded look-back and greedy extraction, after minimap2 (Li 2018, section 2.1); ours in costs.
    """
    turned = not same and out_of_order(left, right)
    a, b = (right, left) if turned else (left, right)
    at_a, at_b = (np.asarray(side, np.int64) for side in (hits[::-1] if turned else hits))
    along = np.lexsort((at_a, at_b - at_a))  # by diagonal, then along it
    runs = exact_runs(a, b, at_a[along], at_b[along], same)
    runs = runs[np.lexsort((runs[:, 1], runs[:, 0]))]
    best, back = link(runs, float(gap))
    order, firsts, scores = extract(runs, best, back, np.argsort(-best, kind="stable"), float(least))
    kept = runs[order]
    trim(kept, firsts)
    sides = (kept[:, 1], kept[:, 0]) if turned else (kept[:, 0], kept[:, 1])
    return Chains(*(side.copy() for side in sides), kept[:, 2].copy(), firsts, scores)


@njit(cache=True, nogil=True)
def out_of_order(left, right):  # type: ignore[no-untyped-def]
    """Say whether `right` comes before `left` in the order of word lists, so that both orders give one answer."""
    for i in range(min(len(left), len(right))):
        if left[i] != right[i]:
            return left[i] > right[i]
    return len(left) > len(right)


@njit(cache=True, nogil=True)
def exact_runs(left, right, at_left, at_right, same):  # type: ignore[no-untyped-def]
    """Stretch each hit over all equal words around it; give each run once as (left, right, length).

    Hits come diagonal by diagonal, and runs go out so.
    """
    made = np.empty((len(at_left), 3), np.int64)
    n = 0
    for hit in range(len(at_left)):
        i, j = at_left[hit], at_right[hit]
        if n and made[n - 1, 1] - made[n - 1, 0] == j - i and i < made[n - 1, 0] + made[n - 1, 2]:
            continue
        low = 0
        while low < i and low < j and left[i - low - 1] == right[j - low - 1]:
            low += 1
        high = 0
        while i + high < len(left) and j + high < len(right) and left[i + high] == right[j + high]:
            high += 1
        length = min(low + high, j - i) if same else low + high
        if length > 0:
            made[n, 0], made[n, 1], made[n, 2] = i - low, j - low, length
            n += 1
    return made[:n]


@njit(cache=True, nogil=True)
def link(runs, gap):  # type: ignore[no-untyped-def]
    """Score the best chain that ends in each run, in words; give scores and predecessors (-1 for none)."""
    best = np.empty(len(runs), np.float64)
    back = np.full(len(runs), -1, np.int64)
    for j in range(len(runs)):
        best[j] = runs[j, 2]
        for i in range(j - 1, max(-1, j - 1 - LOOK_BACK), -1):
            score = best[i] + gain(runs, i, j, gap)
            if score > best[j]:
                best[j], back[j] = score, i
    return best, back


@njit(cache=True, nogil=True)
def gain(runs, before, after, gap):  # type: ignore[no-untyped-def]
    """Give the words that run `after` adds behind `before`, less the cost of the gap; minus infinity if it cannot."""
    length = runs[after, 2]
    skip_left = runs[after, 0] - runs[before, 0] - runs[before, 2]
    skip_right = runs[after, 1] - runs[before, 1] - runs[before, 2]
    overlap = max(0, max(-skip_left, -skip_right))
    if runs[after, 0] <= runs[before, 0] or runs[after, 1] <= runs[before, 1] or overlap >= length:
        return -np.inf
    if skip_left + overlap > gap or skip_right + overlap > gap:
        return -np.inf
    return length - overlap - GAP_COST * (skip_left + skip_right + 2 * overlap)


@njit(cache=True, nogil=True)
def extract(runs, best, back, ends, least):  # type: ignore[no-untyped-def]
    """Take chains off, best end first; a run serves once, and what lies within a better chain's box is left out."""
    used = np.zeros(len(runs), np.bool_)
    order, firsts, scores = np.empty(len(runs), np.int64), np.zeros(len(runs) + 1, np.int64), np.empty(len(runs))
    made = np.int64(0)  # typed, so that `inside_one` compiles once
    for end in ends:
        if used[end] or best[end] < least:
            continue
        n, at = firsts[made], end
        while at >= 0 and not used[at]:
            used[at] = True
            order[n] = at
            n, at = n + 1, back[at]
        score = best[end] - (best[at] if at >= 0 else 0.0)
        if score < least or inside_one(runs, order, firsts, made, n):
            continue
        for k in range((n - firsts[made]) // 2):
            low, high = firsts[made] + k, n - 1 - k
            order[low], order[high] = order[high], order[low]
        scores[made] = score
        made += 1
        firsts[made] = n
    return order[: firsts[made]], firsts[: made + 1], scores[:made]


@njit(cache=True, nogil=True)
def inside_one(runs, order, firsts, made, n):  # type: ignore[no-untyped-def]
    """Say whether one of the `made` chains covers more than half of the chain traced back to row n, on both sides."""
    first, last = runs[order[n - 1]], runs[order[firsts[made]]]
    for chain in range(made):
        start, stop = runs[order[firsts[chain]]], runs[order[firsts[chain + 1] - 1]]
        covered = 0
        for side in range(2):
            shared = min(last[side] + last[2], stop[side] + stop[2]) - max(first[side], start[side])
            covered += 2 * shared > last[side] + last[2] - first[side]
        if covered == 2:
            return True
    return False


@njit(cache=True, nogil=True)
def trim(runs, firsts):  # type: ignore[no-untyped-def]
    """Cut off, in place, the head of each run that overlaps the run before it in its chain."""
    for chain in range(len(firsts) - 1):
        for i in range(firsts[chain] + 1, firsts[chain + 1]):
            over_left = runs[i - 1, 0] + runs[i - 1, 2] - runs[i, 0]
            over = max(0, max(over_left, runs[i - 1, 1] + runs[i - 1, 2] - runs[i, 1]))
            runs[i, 0] += over
            runs[i, 1] += over
            runs[i, 2] -= over
