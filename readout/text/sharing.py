"""Pair the texts that share runs, text by text: what `pairs` makes of `hits`, some times faster, where all runs are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.room import ascend, grown
from readout.text.seeds import LEAST, Groups, Pairs, bounds, grouped_uses
from readout.text.shingles import Shingles

Places = NDArray[np.int32]


class Laid(NamedTuple):
    """Runs and the groups of equal ones, laid end to end.

    Shapes: `row_firsts` int64 (texts + 1,); `at` uint32, `places` int32 (runs,): each run's place in its group, -1 for those
    in none; `ends` int32 (places,): end of the places behind it that it is paired with; `texts`, `text_at` uint32 (places,).
    """

    row_firsts: NDArray[np.int64]
    at: NDArray[np.uint32]
    places: Places
    ends: Places
    texts: NDArray[np.uint32]
    text_at: NDArray[np.uint32]


def sharing(made: Shingles, cap: int, least: int = LEAST) -> Pairs:
    """Give the pairs of texts with at least `least` hits, as `pairs(hits(made, cap), least)` does.

    The hits of one left text are counted by right texts before any is written: those between texts with too few, nearly
    all, take no memory, and the others come in order.

    Shapes: rows of `made` in order of (text, at), as `shingles` gives them.
    Cost: one sort of the shingles; memory 24 bytes per shingle, 4 per text and 8 per hit given.
    """
    laid = laid_together(made, grouped_uses(made, cap), cap)
    found = met(laid, least)
    firsts = bounds(found[:, 2])
    left_at, right_at = (np.empty(int(firsts[-1]), np.uint32) for _ in range(2))
    write(laid, found, firsts, (left_at, right_at))
    return Pairs(found[:, 0].astype(np.uint32), found[:, 1].astype(np.uint32), firsts, left_at, right_at)


def laid_together(made: Shingles, found: Sequence[Groups], cap: int) -> Laid:
    """Lay groups end to end: a run is paired with all others of a group of up to `cap`, else with the next."""
    rows = np.concatenate([rows for rows, _ in found])
    ends, places = np.empty(len(rows), np.int32), np.full(len(made.hashes), -1, np.int32)
    base = 0
    for held, firsts in found:
        put_places(held, firsts, cap, base, (ends, places))
        base += len(held)
    texts = np.arange(int(made.texts.max(initial=0)) + 2, dtype=np.uint32)
    row_firsts = np.searchsorted(made.texts, texts).astype(np.int64)
    return Laid(row_firsts, made.at, places, ends, made.texts[rows], made.at[rows])


@njit(cache=True, nogil=True)
def put_places(rows, firsts, cap, base, made):  # type: ignore[no-untyped-def]
    ends, places = made
    for g in range(len(firsts) - 1):
        low, high = firsts[g], firsts[g + 1]
        for i in range(low, high):
            ends[base + i] = base + (high if high - low <= cap else min(high, i + 2))
            places[rows[i]] = base + i


@njit(cache=True, nogil=True)
def met(laid, least):  # type: ignore[no-untyped-def]
    """Give (left, right, hits) of each pair of texts that has enough."""
    row_firsts, places, ends, texts = laid.row_firsts, laid.places, laid.ends, laid.texts
    counts = np.zeros(len(row_firsts), np.int32)  # of hits with the left text
    touched = np.empty(len(row_firsts), np.uint32)
    found, n = np.empty((64, 3), np.int64), 0
    for left in range(len(row_firsts) - 1):
        seen = 0
        for row in range(row_firsts[left], row_firsts[left + 1]):
            for k in range(places[row] + 1, ends[places[row]] if places[row] >= 0 else 0):
                right = texts[k]
                touched[seen] = right  # written over where it was seen
                seen += counts[right] == 0
                counts[right] += 1
        kept = 0
        for k in range(seen):
            right = touched[k]
            if counts[right] >= least:
                touched[kept] = right
                kept += 1
            else:
                counts[right] = 0
        ascend(touched, kept)
        while n + kept > len(found):
            found = grown(found)
        for k in range(kept):
            right = touched[k]
            found[n, 0], found[n, 1], found[n, 2] = left, right, counts[right]
            n, counts[right] = n + 1, 0
    return found[:n].copy()


@njit(cache=True, nogil=True)
def write(laid, found, firsts, hits):  # type: ignore[no-untyped-def]
    """Fill the hits of the pairs found, of each pair in the order of the left text."""
    row_firsts, places, ends, texts = laid.row_firsts, laid.places, laid.ends, laid.texts
    left_at, right_at = hits
    following = np.full(len(row_firsts), -1, np.int64)  # by right text: where the next hit goes
    low = 0
    while low < len(found):
        left, high = found[low, 0], low
        while high < len(found) and found[high, 0] == left:
            following[found[high, 1]] = firsts[high]
            high += 1
        for row in range(row_firsts[left], row_firsts[left + 1]):
            for k in range(places[row] + 1, ends[places[row]] if places[row] >= 0 else 0):
                n = following[texts[k]]
                if n >= 0:
                    left_at[n], right_at[n] = laid.at[row], laid.text_at[k]
                    following[texts[k]] = n + 1
        for pair in range(low, high):
            following[found[pair, 1]] = -1
        low = high
