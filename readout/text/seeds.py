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
    quiet, loud = groups(made.hashes, np.arange(len(made.hashes)), cap)
    alike, _ = groups(made.around ^ made.hashes, loud, len(loud))
    return paired(made, (quiet, alike), cap, least)


Groups = tuple[NDArray[np.int64], NDArray[np.int64]]  # rows, and the first of each group


def groups(keys: NDArray[np.uint64], rows: NDArray[np.int64], cap: int) -> tuple[Groups, NDArray[np.int64]]:
    """Group rows under equal keys, rows with a key of their own left out, ascending within each group; gives also the rows
    of groups of more than `cap`, which are no groups here.

    One sort of plain numbers, key above and row below, is several times faster than an argsort of 64-bit keys; keys that
    agree in all bits above the row are told apart afterwards.
    Shapes: `keys` uint64, indexed by row; `rows` int64, in any order.
    """
    low = place_mask(len(keys))
    packed = np.sort((keys[rows] & ~low) | rows.astype(np.uint64))
    quiet, loud = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
    firsts = np.zeros(len(rows) // 2 + 1, np.int64)
    n, of, m = grouped(packed, low, keys, cap, (quiet, firsts, loud))
    return (quiet[:n], firsts[: of + 1]), loud[:m]


@njit(cache=True, nogil=True)
def grouped(packed, low, keys, cap, made):  # type: ignore[no-untyped-def]
    """Fill the rows and firsts of groups and the rows of larger ones; give how many of each."""
    (quiet, firsts, loud), taken = made, ~np.uint64(0)
    n, of, m, start = 0, 0, 0, 0
    while start < len(packed):
        end = start + 1
        while end < len(packed) and (packed[end] ^ packed[start]) & ~low == 0:
            end += 1
        at = start
        while at < end - 1:  # once, but where two keys agree in all leading bits
            size, key, rest = 0, keys[packed[at] & low], end
            for k in range(at, end):
                if packed[k] != taken and keys[packed[k] & low] == key:
                    size += 1
                elif packed[k] != taken and rest == end:
                    rest = k
            for k in range(at, end) if size > 1 else range(0):
                if packed[k] != taken and keys[packed[k] & low] == key:
                    if size > cap:
                        loud[m] = packed[k] & low
                        m += 1
                    else:
                        quiet[n] = packed[k] & low
                        n += 1
                    packed[k] = taken
            if 1 < size <= cap:
                of += 1
                firsts[of] = n
            at = rest
        start = end
    return n, of, m


def place_mask(count: int) -> np.uint64:
    """Give the low bits that a sort key keeps for the place of one of `count` keys."""
    return np.uint64((1 << max(PLACE_BITS, count.bit_length())) - 1)


def bounds(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


def paired(made: Shingles, found: Sequence[Groups], cap: int, least: int) -> Hits:
    """Pair the rows of each group: each with each up to `cap` rows, each with the next above.

    With `least` above 1 the hits of each pair of texts are counted first, in a table that pairs may share a place of: a
    pair that has enough is never left out, one that has not now and then stays.
    """
    sizes = [np.diff(firsts) for _, firsts in found]
    room = sum(int(np.where(s > cap, s - 1, s * (s - 1) // 2).sum()) for s in sizes)
    counts = np.zeros(1 << min(MOST_COUNTED, max(8, room.bit_length())) if least > 1 else 1, np.uint8)
    held = [(made.texts[rows], made.at[rows], firsts) for rows, firsts in found]
    for texts, _, firsts in held if least > 1 else ():
        count_up(texts, firsts, cap, counts)
    columns = Hits(*(np.empty(room, np.uint32) for _ in range(4)))
    n = 0
    for texts, at, firsts in held:
        n = pair_up(texts, at, firsts, cap, (counts, least if least > 1 else 0), columns, n)
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
