"""Join the exact runs that two texts share into chains: stretches told in the same order with small gaps between."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.seeds import Pairs

GAP = 60  # words between two runs of one chain, on either side: about a paragraph of news
LEAST = 8.0  # words of exact run, less the cost of gaps, that make a chain; stock phrases are shorter
GAP_COST = 1 / 24  # per skipped word on either side: at 30 % edits runs of 6 lie 20 apart, which still gains 4 words
MOST_CHAINS = 200  # of one pair, best first: a form with thousands of lines alike would make a chain of every two lines
LOOK_BACK = 64  # runs tried as predecessor; in news two copies rarely have more than a dozen within GAP words


class Chains(NamedTuple):
    """Chains of pairs of texts, pair by pair, best first; a chain's runs in order on both sides, without overlap.

    Shapes: `left`, `right`, `lengths` int64 (runs,), in words of the text; chain i has the runs `firsts[i]` to
    `firsts[i + 1]` and belongs to the pair numbered `pairs[i]`; `firsts` int64 (chains + 1,); `pairs` int64 and
    `scores` float64 (chains,).
    """

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    lengths: NDArray[np.int64]
    firsts: NDArray[np.int64]
    pairs: NDArray[np.int64]
    scores: NDArray[np.float64]


def chains(
    hashes: NDArray[np.uint64],
    firsts: NDArray[np.int64],
    found: Pairs,
    *,
    gap: int = GAP,
    least: float = LEAST,
) -> Chains:
    """Find the chains of candidate pairs; where both texts are one, a run may not overlap its own copy.

    Swapping the texts of a pair swaps the sides and changes nothing else.

    Shapes: `hashes` uint64 (words,); `firsts` int64 (texts + 1,), as in `Words`.
    Cost: linear in words and hits, times LOOK_BACK.
    Method: chaining with bounded look-back and greedy extraction, after minimap2 (Li 2018, section 2.1); ours in costs.
    """
    places = found.firsts, found.left_at, found.right_at
    made = chain_pairs(hashes, firsts, (found.left, found.right), places, gap, float(least))
    runs, run_firsts, pairs, scores = made
    left, right, lengths = (runs[:, column].copy() for column in range(3))
    return Chains(left, right, lengths, run_firsts, pairs, scores)


@njit(cache=True, nogil=True)
def chain_pairs(hashes, firsts, texts, places, gap, least):  # type: ignore[no-untyped-def]
    """Chain pair by pair; give runs (left, right, length), first run, pair and score of each chain."""
    (lefts, rights), (hit_firsts, at_left, at_right) = texts, places
    room = len(at_left)
    runs, run_firsts = np.empty((room, 3), np.int64), np.zeros(room + 1, np.int64)
    pairs, scores = np.empty(room, np.int64), np.empty(room)
    n = 0
    for pair in range(len(lefts)):
        a, b = np.int64(lefts[pair]), np.int64(rights[pair])
        left, right = hashes[firsts[a] : firsts[a + 1]], hashes[firsts[b] : firsts[b + 1]]
        low, high = hit_firsts[pair], hit_firsts[pair + 1]
        shared = exact_runs(left, right, at_left[low:high], at_right[low:high], a == b)
        turned = out_of_order(left, right)
        in_order(shared, turned)
        best, back = link(shared, gap)
        order, chain_firsts, chain_scores = extract(shared, best, back, least)
        at = run_firsts[n]
        for chain in range(len(chain_scores)):
            trimmed(shared, order[chain_firsts[chain] : chain_firsts[chain + 1]], runs, at + chain_firsts[chain])
            pairs[n], scores[n] = pair, chain_scores[chain]
            n += 1
            run_firsts[n] = at + chain_firsts[chain + 1]
        if turned:
            swap_sides(runs, at, run_firsts[n])
    return runs[: run_firsts[n]].copy(), run_firsts[: n + 1].copy(), pairs[:n].copy(), scores[:n].copy()


@njit(cache=True, nogil=True)
def out_of_order(left, right):  # type: ignore[no-untyped-def]
    """Say whether `right` comes before `left` in the order of word lists, so that both orders give one answer."""
    for i in range(min(len(left), len(right))):
        if left[i] != right[i]:
            return left[i] > right[i]
    return len(left) > len(right)


@njit(cache=True, nogil=True)
def exact_runs(left, right, at_left, at_right, same):  # type: ignore[no-untyped-def]
    """Stretch each hit over all equal words around it; give each run once as (left, right, length)."""
    made = np.empty((len(at_left), 3), np.int64)
    reached = np.zeros(len(left) + len(right), np.int64)  # by diagonal: left end of the last run
    n = 0
    for hit in range(len(at_left)):
        i, j = np.int64(at_left[hit]), np.int64(at_right[hit])
        diagonal = j - i + len(left)
        if i < reached[diagonal]:
            continue
        low = 0
        while low < i and low < j and left[i - low - 1] == right[j - low - 1]:
            low += 1
        high = 0
        while i + high < len(left) and j + high < len(right) and left[i + high] == right[j + high]:
            high += 1
        reached[diagonal] = i + high
        length = low + high if not same or low + high < j - i else j - i
        if length > 0:
            made[n, 0], made[n, 1], made[n, 2] = i - low, j - low, length
            n += 1
    return made[:n]


@njit(cache=True, nogil=True)
def swap_sides(runs, low, high):  # type: ignore[no-untyped-def]
    for k in range(low, high):
        runs[k, 0], runs[k, 1] = runs[k, 1], runs[k, 0]


@njit(cache=True, nogil=True)
def in_order(runs, turned):  # type: ignore[no-untyped-def]
    """Sort runs in place by (left, right), by (right, left) and with sides swapped if `turned`.

    Method: Shell 1959; a few come nearly sorted, and are sorted by insertion alone.
    """
    if turned:
        swap_sides(runs, 0, len(runs))
    gap = 1
    while gap < len(runs) // 9:
        gap = 3 * gap + 1
    while gap > 0:
        for k in range(gap, len(runs)):
            left, right, length = runs[k, 0], runs[k, 1], runs[k, 2]
            at = k
            while at >= gap and (runs[at - gap, 0] > left or (runs[at - gap, 0] == left and runs[at - gap, 1] > right)):
                runs[at, 0], runs[at, 1], runs[at, 2] = runs[at - gap, 0], runs[at - gap, 1], runs[at - gap, 2]
                at -= gap
            runs[at, 0], runs[at, 1], runs[at, 2] = left, right, length
        gap //= 3


@njit(cache=True, nogil=True)
def link(runs, gap):  # type: ignore[no-untyped-def]
    """Score the best chain that ends in each run, in words; give scores and predecessors (-1 for none)."""
    best = np.empty(len(runs), np.float64)
    back = np.empty(len(runs), np.int64)
    for j in range(len(runs)):
        best[j], back[j] = runs[j, 2], -1
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
def extract(runs, best, back, least):  # type: ignore[no-untyped-def]
    """Take chains off, best end first; a run serves once, and what lies within a better chain's box is left out."""
    open_ends = best.copy()
    used = np.zeros(len(runs), np.bool_)
    order, firsts, scores = np.empty(len(runs), np.int64), np.zeros(len(runs) + 1, np.int64), np.empty(len(runs))
    made = np.int64(0)  # typed, so that `inside_one` compiles once
    while len(runs) and made < MOST_CHAINS:
        end = np.argmax(open_ends)
        if open_ends[end] < least:
            break
        n, at = firsts[made], end
        while at >= 0 and not used[at]:
            used[at], open_ends[at] = True, -np.inf
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
    return order, firsts[: made + 1], scores[:made]


@njit(cache=True, nogil=True)
def inside_one(runs, order, firsts, made, n):  # type: ignore[no-untyped-def]
    """Say whether one of the `made` chains covers more than half of the chain traced back to row n, on both sides."""
    first, last = order[n - 1], order[firsts[made]]
    for chain in range(made):
        start, stop = order[firsts[chain]], order[firsts[chain + 1] - 1]
        covered = 0
        for side in range(2):
            low, high = runs[first, side], runs[last, side] + runs[last, 2]
            shared = min(high, runs[stop, side] + runs[stop, 2]) - max(low, runs[start, side])
            covered += 2 * shared > high - low
        if covered == 2:
            return True
    return False


@njit(cache=True, nogil=True)
def trimmed(shared, order, runs, at):  # type: ignore[no-untyped-def]
    """Write one chain's runs from row `at` on, cutting off the head of each that overlaps the run before it."""
    for k in range(len(order)):
        left, right, length = shared[order[k], 0], shared[order[k], 1], shared[order[k], 2]
        over = 0
        for side, start in enumerate((left, right)):
            if k:
                over = max(over, runs[at + k - 1, side] + runs[at + k - 1, 2] - start)
        runs[at + k, 0], runs[at + k, 1], runs[at + k, 2] = left + over, right + over, length - over
