"""Align two passages word by word between the exact runs they share, and say what was changed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.chains import Chains, out_of_order
from readout.text.room import grown

EQUAL, ALIKE, REPLACE, INSERT, DELETE = range(5)  # kinds of `Edits.kinds`; INSERT is in the right text only
REACH = 40  # words beyond the outermost runs that an alignment may grow over
# In half words, so that all stay whole. Unrelated English scores well below 0 per word, 35 % edits still above it.
SAME_WORD, LIKE_WORD, OTHER_WORD, NO_WORD = 2, 1, -2, -2
LARGEST = 1 << 20  # cells of one gap's table; beyond it the gap is one replacement
# Keys, firsts, rows: word i is the distinct word d = rows[i], which has keys[firsts[d] : firsts[d + 1]], ascending; two
# words that share a key are alike.
Senses = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]
NO_SENSES: Senses = (np.zeros(0, np.int64), np.zeros(1, np.int64), np.zeros(0, np.int32))


class Edits(NamedTuple):
    """What turns left passages into right ones: rows that tile both passages of a chain, in order.

    Shapes: `kinds`, then word bounds `[left, left_end)` and `[right, right_end)` within the texts, all int64 (edits,);
    `firsts` int64 (chains + 1,): chain i has the rows `firsts[i]` to `firsts[i + 1]`. EQUAL and ALIKE rows have equally
    many words on both sides, word for word.
    """

    kinds: NDArray[np.int64]
    left: NDArray[np.int64]
    left_end: NDArray[np.int64]
    right: NDArray[np.int64]
    right_end: NDArray[np.int64]
    firsts: NDArray[np.int64]

    def of(self, chain: int) -> Edits:
        """Give the rows of one chain."""
        low, high = int(self.firsts[chain]), int(self.firsts[chain + 1])
        kinds, left, left_end, right, right_end = (column[low:high] for column in self[:5])
        return Edits(kinds, left, left_end, right, right_end, np.array([0, high - low]))


def align(
    hashes: NDArray[np.uint64],
    firsts: NDArray[np.int64],
    texts: tuple[NDArray[np.uint32], NDArray[np.uint32]],
    made: Chains,
    *,
    senses: Senses = NO_SENSES,
    reach: int = REACH,
) -> Edits:
    """Align the passages around each chain; the ends are grown while that gains and are always equal or alike words.

    Swapping the texts of a pair swaps the sides, INSERT and DELETE, and changes nothing else.

    Shapes: `hashes` uint64 (words,), `firsts` int64 (texts + 1,), as in `Words`; `texts` uint32 (pairs,), the left and
    right texts of the pairs that the chains are numbered by; `senses` of all words, where words may match by meaning.
    Cost: the product of the two sides of each gap, and `reach` squared at each end.
    Method: global alignment (Needleman and Wunsch 1970) in gaps, best-scoring extension at ends; ours in scores.
    """
    left, right = (side.astype(np.int64)[made.pairs] for side in texts)
    rows, row_firsts = align_chains(hashes, firsts, (left, right), made[:4], senses, reach)
    kinds, start, end, right_start, right_end = (rows[:, column].copy() for column in range(5))
    return Edits(kinds, start, end, right_start, right_end, row_firsts)


@njit(cache=True, nogil=True)
def align_chains(hashes, firsts, texts, chains, senses, reach):  # type: ignore[no-untyped-def]
    """Align chain by chain; give the rows of `Edits` and the first of each chain."""
    run_left, run_right, lengths, run_firsts = chains
    (lefts, rights), (keys, key_firsts, word_rows) = texts, senses
    has_senses = len(keys) > 0
    rows, row_firsts = np.empty((64, 5), np.int64), np.zeros(len(lefts) + 1, np.int64)
    for chain in range(len(lefts)):
        low, high = run_firsts[chain], run_firsts[chain + 1]
        a, b = (firsts[lefts[chain]], firsts[lefts[chain] + 1]), (firsts[rights[chain]], firsts[rights[chain] + 1])
        at_a, at_b = run_left[low:high], run_right[low:high]
        left, right = hashes[a[0] : a[1]], hashes[b[0] : b[1]]
        equal = not out_of_order(right, left)
        turned = out_of_order(left, right) or (equal and at_a[0] > at_b[0])
        if turned:
            a, b, at_a, at_b, left, right = b, a, at_b, at_a, right, left
        of_a = word_rows[a[0] : a[1]] if has_senses else word_rows
        of_b = word_rows[b[0] : b[1]] if has_senses else word_rows
        made = edits((left, right, keys, key_firsts, of_a, of_b), at_a, at_b, lengths[low:high], reach)
        at = row_firsts[chain]
        row_firsts[chain + 1] = at + len(made)
        while at + len(made) > len(rows):
            rows = grown(rows)
        for k in range(len(made)):
            put_row(rows, at + k, made, k, turned)
    return rows[: row_firsts[len(lefts)]].copy(), row_firsts


@njit(cache=True, nogil=True)
def put_row(rows, n, made, k, turned):  # type: ignore[no-untyped-def]
    """Copy one row, its sides swapped if `turned`."""
    if not turned:
        put(rows, n, (made[k, 0], made[k, 1], made[k, 2], made[k, 3], made[k, 4]))
        return
    kind = DELETE if made[k, 0] == INSERT else INSERT if made[k, 0] == DELETE else made[k, 0]
    put(rows, n, (kind, made[k, 3], made[k, 4], made[k, 1], made[k, 2]))


def spans(
    bounds: tuple[NDArray[np.int64], NDArray[np.int64]], starts: NDArray[np.int32], ends: NDArray[np.int32]
) -> NDArray[np.int64]:
    """Give the code point span of each `[first word, last word)` of one text; an empty one sits behind the word before.

    Shapes: `bounds` two int64 (n,); `starts`, `ends` int32 (words,), one text's words. Gives int64 (n, 2).
    """
    first, last = bounds
    padded = np.concatenate([[0], ends]).astype(np.int64)
    begin = np.concatenate([starts, [0]])[np.minimum(first, len(starts))]
    return np.stack([np.where(first < last, begin, padded[first]), padded[last]], axis=1)


@njit(cache=True, nogil=True)
def edits(sides, run_left, run_right, lengths, reach):  # type: ignore[no-untyped-def]
    """Align one chain; give its rows as columns kind, left, left_end, right, right_end.

    `sides` holds the left and right word hashes, all keys, where each distinct word's start, and the left and right words' rows.
    """
    left, right = sides[0], sides[1]
    room = min(len(left), len(right))
    found = np.empty((room + 2 * reach, 3), np.int64)  # matched words: left, right, kind
    on, back, between, end = np.int64(1), np.int64(-1), np.bool_(False), np.bool_(True)  # typed, to compile once
    i, j, n = run_left[0], run_right[0], np.int64(0)
    n = matched(sides, (i - 1, j - 1, min(reach, i), min(reach, j)), back, end, found, n)
    turn(found, 0, n)
    for run in range(len(lengths)):
        n = matched(sides, (i, j, run_left[run] - i, run_right[run] - j), on, between, found, n)
        i, j = run_left[run], run_right[run]
        for _ in range(lengths[run]):
            found[n, 0], found[n, 1], found[n, 2] = i, j, EQUAL
            i, j, n = i + 1, j + 1, n + 1
    n = matched(sides, (i, j, min(reach, len(left) - i), min(reach, len(right) - j)), on, end, found, n)
    return rows_between(found[:n])


@njit(cache=True, nogil=True)
def matched(sides, box, step, grows, found, n):  # type: ignore[no-untyped-def]
    """Align the words of a box going by `step` and add the matches; the box is (i, j, high, wide).

    It holds `high` left words from i on and `wide` right words from j on. Matches are added in order of `step`. With
    `grows` the alignment may end anywhere, where it scores best.
    """
    i, j, high, wide = box
    if high == 0 or wide == 0 or high * wide > LARGEST:
        return n
    moves = np.empty((high + 1, wide + 1), np.uint8)
    y, x = table(sides, box, step, moves, grows)
    first = n
    while y > 0 or x > 0:
        move = moves[y, x]
        if move <= ALIKE:
            found[n, 0], found[n, 1], found[n, 2] = i + (y - 1) * step, j + (x - 1) * step, move
            n += 1
        y, x = y - (move != INSERT), x - (move != DELETE)
    turn(found, first, n)
    return n


@njit(cache=True, nogil=True)
def turn(rows, low, high):  # type: ignore[no-untyped-def]
    """Reverse the rows `[low, high)` in place."""
    for k in range((high - low) // 2):
        for column in range(rows.shape[1]):
            a, b = rows[low + k, column], rows[high - 1 - k, column]
            rows[low + k, column], rows[high - 1 - k, column] = b, a


@njit(cache=True, nogil=True)
def table(sides, box, step, moves, grows):  # type: ignore[no-untyped-def]
    """Fill the table of best moves; give the cell to trace back from: the last, or with `grows` the best."""
    (i, j, high, wide), left, right, by_sense = box, sides[0], sides[1], len(sides[2]) > 0
    row = np.arange(wide + 1) * NO_WORD
    for x in range(wide + 1):
        moves[0, x] = INSERT
    best, best_y, best_x = 0, 0, 0
    for y in range(1, high + 1):
        corner, before, moves[y, 0] = row[0], y * NO_WORD, DELETE
        row[0] = before
        word = left[i + (y - 1) * step]
        for x in range(1, wide + 1):
            score, kind = corner + OTHER_WORD, REPLACE
            if word == right[j + (x - 1) * step]:
                score, kind = corner + SAME_WORD, EQUAL
            elif by_sense and share_sense(sides, i + (y - 1) * step, j + (x - 1) * step):
                score, kind = corner + LIKE_WORD, ALIKE
            corner = row[x]
            if corner + NO_WORD > score:
                score, kind = corner + NO_WORD, DELETE
            if before + NO_WORD > score:
                score, kind = before + NO_WORD, INSERT
            row[x], before, moves[y, x] = score, score, kind
            if score > best:
                best, best_y, best_x = score, y, x
    return (best_y, best_x) if grows else (high, wide)


@njit(cache=True, nogil=True)
def share_sense(sides, i, j):  # type: ignore[no-untyped-def]
    """Say whether the left word i and the right word j have a key in common."""
    keys, firsts, of_a, of_b = sides[2], sides[3], sides[4][i], sides[5][j]
    a, b = firsts[of_a], firsts[of_b]
    while a < firsts[of_a + 1] and b < firsts[of_b + 1]:
        if keys[a] == keys[b]:
            return True
        if keys[a] < keys[b]:
            a += 1
        else:
            b += 1
    return False


@njit(cache=True, nogil=True)
def rows_between(found):  # type: ignore[no-untyped-def]
    """Turn matched words into rows: neighbours of one kind in one row, a row for whatever lies between."""
    rows = np.empty((2 * len(found), 5), np.int64)
    n = 0
    for k in range(len(found)):
        left, right, kind = found[k, 0], found[k, 1], found[k, 2]
        if n and rows[n - 1, 0] == kind and rows[n - 1, 2] == left and rows[n - 1, 4] == right:
            rows[n - 1, 2], rows[n - 1, 4] = left + 1, right + 1
            continue
        if n and (rows[n - 1, 2] < left or rows[n - 1, 4] < right):
            gone, new = left - rows[n - 1, 2], right - rows[n - 1, 4]
            between = INSERT if gone == 0 else DELETE if new == 0 else REPLACE
            put(rows, n, (np.int64(between), rows[n - 1, 2], left, rows[n - 1, 4], right))
            n += 1
        put(rows, n, (kind, left, left + 1, right, right + 1))
        n += 1
    return rows[:n]


@njit(cache=True, nogil=True)
def put(rows, n, row):  # type: ignore[no-untyped-def]
    rows[n, 0], rows[n, 1], rows[n, 2], rows[n, 3], rows[n, 4] = row
