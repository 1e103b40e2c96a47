"""Find where texts share sampled shingles: a sorted inverted index, then the pairs of texts that share enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.shingles import Shingles

CAP = 32  # uses of one shingle beyond which every pair of them is too many; see `hits`
LEAST = 2  # hits that make two texts a candidate pair: one shared run of four words is chance
PARTITION_BITS = 16  # leading hash bits that `in_partition` may divide by
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

    Shapes: `left`, `right` uint32 (pairs,); pair i has the hits `firsts[i]` to `firsts[i + 1]`, in order of (left_at,
    right_at): `firsts` int64 (pairs + 1,), `left_at`, `right_at` uint32 (hits,).
    """

    left: NDArray[np.uint32]
    right: NDArray[np.uint32]
    firsts: NDArray[np.int64]
    left_at: NDArray[np.uint32]
    right_at: NDArray[np.uint32]

    def only(self, marks: NDArray[np.bool_]) -> Pairs:
        """Keep the marked pairs."""
        sizes = np.diff(self.firsts)
        rows = np.repeat(marks, sizes)
        ends = self.left[marks], self.right[marks], bounds(sizes[marks])
        return Pairs(*ends, self.left_at[rows], self.right_at[rows])


def in_partition(made: Shingles, part: int, parts: int) -> Shingles:
    """Keep the shingles whose hash lies in range `part` of `parts`; all parts together give the hits of the whole."""
    ranges = (made.hashes >> np.uint64(64 - PARTITION_BITS)) * np.uint64(parts) >> np.uint64(PARTITION_BITS)
    kept = np.flatnonzero(ranges == np.uint64(part))
    return Shingles(made.hashes[kept], made.around[kept], made.texts[kept], made.at[kept])


def hits(made: Shingles, cap: int = CAP) -> Hits:
    """Give every two uses of one shingle; where it has more than `cap` uses, only those with equal words around.

    A phrase used everywhere would make a square of pairs, and dropping it would lose a wire reprinted in hundreds of
    edited copies. So uses beyond the cap are told apart by the words around them; uses that still agree are linked
    in a chain in text order, which keeps their family in one piece at linear cost.

    Shapes: rows of `made` in order of (text, at), as `shingles` and `in_partition` give them.
    Cost: one sort of the shingles; memory 8 bytes per shingle and 16 per hit given.
    Method: ours.
    """
    return paired(made, grouped_uses(made, cap), cap)


Groups = tuple[NDArray[np.int64], NDArray[np.int64]]  # rows, and the first of each group


def grouped_uses(made: Shingles, cap: int) -> tuple[Groups, Groups]:
    """Group the uses of each shingle: those with up to `cap`, and, of the others, those with equal words around."""
    quiet, loud = groups(made.hashes, cap)
    (alike, firsts), _ = groups(made.around[loud] ^ made.hashes[loud], len(loud))
    return quiet, (loud[alike], firsts)


def groups(keys: NDArray[np.uint64], cap: int) -> tuple[Groups, NDArray[np.int64]]:
    """Group rows under equal keys, rows with a key of their own left out, ascending within each group; gives also the rows
    of groups of more than `cap`, which are no groups here.

    One sort of plain numbers, key above and row below, is several times faster than an argsort of 64-bit keys; keys that
    agree in all bits above the row are told apart afterwards.
    """
    low = place_mask(len(keys))
    packed = packed_rows(keys, low)
    packed.sort()
    quiet, loud = np.empty(len(keys), np.int64), np.empty(len(keys), np.int64)
    firsts = np.zeros(len(keys) // 2 + 1, np.int64)
    n, of, m = grouped(packed, low, keys, cap, (quiet, firsts, loud))
    return (quiet[:n], firsts[: of + 1]), loud[:m]


@njit(cache=True, nogil=True)
def packed_rows(keys, low):  # type: ignore[no-untyped-def]
    made = np.empty(len(keys), np.uint64)
    for row in range(len(keys)):
        made[row] = keys[row] & ~low | np.uint64(row)
    return made


@njit(cache=True, nogil=True)
def grouped(packed, low, keys, cap, made):  # type: ignore[no-untyped-def]
    """Fill the rows and firsts of groups and the rows of larger ones; give how many of each."""
    quiet, firsts, loud = made
    n, of, m, start = 0, 0, 0, 0
    while start < len(packed):
        lead, end = packed[start] | low, start + 1
        while end < len(packed) and packed[end] | low == lead:
            end += 1
        one = end - start == 1 or is_one_key(packed[start:end], low, keys)
        if not one:
            by_whole_key(packed[start:end], low, keys)
        while start < end:
            stop = end if one else start + 1
            while stop < end and keys[packed[stop] & low] == keys[packed[start] & low]:
                stop += 1
            if stop - start > cap:
                for k in range(start, stop):
                    loud[m] = packed[k] & low
                    m += 1
            elif stop - start > 1:
                for k in range(start, stop):
                    quiet[n] = packed[k] & low
                    n += 1
                of += 1
                firsts[of] = n
            start = stop
    return n, of, m


@njit(cache=True, nogil=True)
def is_one_key(packed, low, keys):  # type: ignore[no-untyped-def]
    key, same = keys[packed[0] & low], True
    for k in range(1, len(packed)):
        same &= keys[packed[k] & low] == key  # read all at once: nearly always they are
    return same


@njit(cache=True, nogil=True)
def by_whole_key(packed, low, keys):  # type: ignore[no-untyped-def]
    """Sort rows whose keys agree in their leading bits by the whole key, equal ones in their order."""
    for k in range(1, len(packed)):
        row, at = packed[k], k
        while at > 0 and keys[packed[at - 1] & low] > keys[row & low]:
            packed[at] = packed[at - 1]
            at -= 1
        packed[at] = row


def place_mask(count: int) -> np.uint64:
    """Give the low bits that a sort key keeps for the place of one of `count` keys."""
    return np.uint64((1 << max(PLACE_BITS, count.bit_length())) - 1)


def bounds(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


def paired(made: Shingles, found: Sequence[Groups], cap: int) -> Hits:
    """Pair the rows of each group: each with each up to `cap` rows, each with the next above."""
    sizes = [np.diff(firsts) for _, firsts in found]
    room = sum(int(np.where(s > cap, s - 1, s * (s - 1) // 2).sum()) for s in sizes)
    columns = Hits(*(np.empty(room, np.uint32) for _ in range(4)))
    n = 0
    for rows, firsts in found:
        n = pair_up(made.texts[rows], made.at[rows], firsts, cap, columns, n)
    return columns


@njit(cache=True, nogil=True)
def pair_up(texts, at, firsts, cap, columns, n):  # type: ignore[no-untyped-def]
    """Write the hits from row `n` on; give the row behind the last."""
    left, right, left_at, right_at = columns
    for g in range(len(firsts) - 1):
        low, high = firsts[g], firsts[g + 1]
        reach = 1 if high - low > cap else high - low
        for i in range(low, high):
            for j in range(i + 1, min(high, i + reach + 1)):
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
    firsts = bounds(sizes)
    left, right = ordered.left[firsts[:-1]], ordered.right[firsts[:-1]]
    return Pairs(left, right, firsts, ordered.left_at, ordered.right_at).only(sizes >= least)


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
