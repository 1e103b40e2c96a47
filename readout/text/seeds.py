"""Find where texts share sampled shingles: a sorted inverted index, then the pairs of texts that share enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.shingles import BASE, Shingles

CAP = 32  # uses of one shingle beyond which every pair of them is too many; see `hits`
LEAST = 2  # hits that make two texts a candidate pair: one shared run of four words is chance
PARTITION_BITS = 16  # leading hash bits that `in_partition` may divide by
MOST_COUNTED = 26  # bits of a place in the table that counts the hits of pairs
PLACE_BITS = 24  # low bits of a sort key that hold a row number; the rest are hash bits


class Hits(NamedTuple):
    """Places where two texts share a shingle; `left` <= `right`, and in one text `left_at` < `right_at`.

    Shapes: all (hits,) uint32 — text numbers, and the first word's number within its text.
    """

    left: NDArray[np.uint32]
    right: NDArray[np.uint32]
    left_at: NDArray[np.uint32]
    right_at: NDArray[np.uint32]


class Pairs(NamedTuple):
    """Candidate pairs in order of (left, right), each with its hits.

    Shapes: `left`, `right` uint32 (pairs,); pair i has the rows `firsts[i]` to `firsts[i + 1]` of `hits`, in order of
    (left_at, right_at); `firsts` int64 (pairs + 1,).
    """

    left: NDArray[np.uint32]
    right: NDArray[np.uint32]
    firsts: NDArray[np.int64]
    hits: Hits


def in_partition(made: Shingles, part: int, parts: int) -> Shingles:
    """Keep the shingles whose hash lies in range `part` of `parts`; all parts together give the hits of the whole."""
    ranges = (made.hashes >> np.uint64(64 - PARTITION_BITS)) * np.uint64(parts) >> np.uint64(PARTITION_BITS)
    kept = np.flatnonzero(ranges == np.uint64(part))
    return Shingles(made.hashes[kept], made.around[kept], made.texts[kept], made.at[kept])


def hits(made: Shingles, cap: int = CAP, least: int = 1) -> Hits:
    """Give every two uses of one shingle; where it has more than `cap` uses, only those with equal words around. Most of
    those between texts with fewer than `least` are left out: what is left out could make no pair.

    A phrase used everywhere would make a square of pairs, and dropping it would lose a wire reprinted in hundreds of
    edited copies. So uses beyond the cap are told apart by the words around them; uses that still agree are linked
    in a chain in text order, which keeps their family in one piece at linear cost.

    Shapes: rows of `made` in order of (text, at), as `shingles` and `in_partition` give them.
    Cost: one sort of the shingles; memory 8 bytes per shingle and 16 per hit given.
    Method: ours.
    """
    rows, firsts = groups(made.hashes, np.arange(len(made.hashes)))
    sizes = np.diff(firsts)
    crowded = np.repeat(sizes > cap, sizes)
    quiet = rows[~crowded], bounds(sizes[sizes <= cap])
    return paired(made, (quiet, groups(made.around ^ made.hashes, np.sort(rows[crowded]))), cap, least)


def groups(keys: NDArray[np.uint64], rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Group `rows` (ascending) under equal keys, rows with a key of their own left out.

    Shapes: `keys` uint64, indexed by row; gives rows int64 and the first of each group int64 (groups + 1,).
    """
    alike = rows[nearly_repeated(keys[rows])]
    sorted_keys = keys[alike]
    mixed = np.flatnonzero(sorted_keys[1:] < sorted_keys[:-1])
    if len(mixed):  # two keys agree in all leading bits: few do, so only their rows are sorted again
        leading = sorted_keys & ~place_mask(len(rows))
        again = np.flatnonzero(np.isin(leading, leading[mixed]))
        order = np.lexsort((alike[again], sorted_keys[again]))
        alike[again] = alike[again][order]
        sorted_keys = keys[alike]
    firsts = runs(sorted_keys)
    sizes = np.diff(firsts)
    return alike[np.repeat(sizes > 1, sizes)], bounds(sizes[sizes > 1])


def nearly_repeated(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Give the places of keys whose leading bits occur twice or more, in order of (leading bits, place).

    One sort of plain numbers, key above and place below, is several times faster than an argsort of 64-bit keys.
    """
    low = place_mask(len(keys))
    packed = np.sort((keys & ~low) | np.arange(len(keys), dtype=np.uint64))
    same = (packed[1:] & ~low) == (packed[:-1] & ~low)
    twice = np.r_[same, False] | np.r_[False, same] if len(keys) else np.empty(0, bool)
    places: NDArray[np.int64] = (packed[twice] & low).astype(np.int64)
    return places


def place_mask(count: int) -> np.uint64:
    """Give the low bits that a sort key keeps for the place of one of `count` keys."""
    return np.uint64((1 << max(PLACE_BITS, count.bit_length())) - 1)


def runs(ordered: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Give where each run of equal values starts, and where the last ends."""
    edges = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    return np.concatenate([[0], edges, [len(ordered)]]).astype(np.int64) if len(ordered) else np.zeros(1, np.int64)


def bounds(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


Groups = tuple[NDArray[np.int64], NDArray[np.int64]]  # rows, and the first of each group


def paired(made: Shingles, found: Sequence[Groups], cap: int, least: int) -> Hits:
    """Pair the rows of each group: each with each up to `cap` rows, each with the next above.

    With `least` above 1 the hits of each pair of texts are counted first, in a table that pairs may share a place of: a
    pair that has enough is never left out, one that has not now and then stays.
    """
    sizes = [np.diff(firsts) for _, firsts in found]
    room = sum(int(np.where(s > cap, s - 1, s * (s - 1) // 2).sum()) for s in sizes)
    counts = np.zeros(1 << min(MOST_COUNTED, max(8, room.bit_length())) if least > 1 else 1, np.uint8)
    if least > 1:
        for rows, firsts in found:
            count_up(made.texts[rows], firsts, cap, counts)
    columns = Hits(*(np.empty(room, np.uint32) for _ in range(4)))
    n = 0
    for rows, firsts in found:
        n = pair_up(made.texts[rows], made.at[rows], firsts, cap, (counts, least if least > 1 else 0), columns, n)
    for column in columns:
        column.resize(n, refcheck=False)  # gives the room back without a copy: pages never touched
    return columns


@njit(cache=True, nogil=True)
def place_of(left, right, counts):  # type: ignore[no-untyped-def]
    """Give the place of a pair in a table whose size is a power of two."""
    mixed = (np.uint64(left) << np.uint64(32) | np.uint64(right)) * BASE
    return (mixed >> np.uint64(32)) & np.uint64(len(counts) - 1)


@njit(cache=True, nogil=True)
def count_up(texts, firsts, cap, counts):  # type: ignore[no-untyped-def]
    """Count the hits of each pair of texts, up to 255."""
    for g in range(len(firsts) - 1):
        low, high = firsts[g], firsts[g + 1]
        reach = 1 if high - low > cap else high - low
        for i in range(low, high):
            for j in range(i + 1, min(high, i + reach + 1)):
                place = place_of(texts[i], texts[j], counts)
                counts[place] += counts[place] < 255


@njit(cache=True, nogil=True)
def pair_up(texts, at, firsts, cap, enough, columns, n):  # type: ignore[no-untyped-def]
    """Write the hits from row `n` on; give the row behind the last."""
    counts, least = enough
    left, right, left_at, right_at = columns
    for g in range(len(firsts) - 1):
        low, high = firsts[g], firsts[g + 1]
        reach = 1 if high - low > cap else high - low
        for i in range(low, high):
            for j in range(i + 1, min(high, i + reach + 1)):
                if least == 0 or counts[place_of(texts[i], texts[j], counts)] >= least:
                    left[n], right[n], left_at[n], right_at[n] = texts[i], texts[j], at[i], at[j]
                    n += 1
    return n


def pairs(found: Hits, least: int = LEAST) -> Pairs:
    """Group hits by pair of texts and keep the pairs with at least `least`.

    Hits may come from many partitions, in any order, as long as each pair's hits are together.
    """
    ordered = in_order(found)
    new = np.flatnonzero((ordered.left[1:] != ordered.left[:-1]) | (ordered.right[1:] != ordered.right[:-1])) + 1
    sizes = np.diff(np.concatenate([[0], new, [len(ordered.left)]]) if len(ordered.left) else np.zeros(1, np.int64))
    enough = sizes >= least
    rows = np.repeat(enough, sizes)
    kept = Hits(*(column[rows] for column in ordered))
    firsts = bounds(sizes[enough])
    return Pairs(kept.left[firsts[:-1]], kept.right[firsts[:-1]], firsts, kept)


def in_order(found: Hits) -> Hits:
    """Sort hits by their columns in turn: as one number each where bits allow, which is several times faster."""
    bits = [int(column.max(initial=0)).bit_length() for column in found]
    if sum(bits) > 64:
        order = np.lexsort((found.right_at, found.left_at, found.right, found.left))
        return Hits(*(column[order] for column in found))
    packed = np.zeros(len(found.left), np.uint64)
    for column, width in zip(found, bits, strict=True):
        packed = packed << np.uint64(width) | column
    packed.sort()
    made: list[NDArray[np.uint32]] = []
    for width in bits[::-1]:
        made.append((packed & np.uint64((1 << width) - 1)).astype(np.uint32))
        packed >>= np.uint64(width)
    return Hits(*made[::-1])


def stable_order(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Give the places that sort the keys, equal keys in their order: one sort of plain numbers where bits allow."""
    place_bits = len(keys).bit_length()
    if int(keys.max(initial=0)).bit_length() + place_bits > 64:
        return np.argsort(keys, kind="stable")
    packed = np.sort(keys << np.uint64(place_bits) | np.arange(len(keys), dtype=np.uint64))
    return (packed & np.uint64((1 << place_bits) - 1)).astype(np.int64)
