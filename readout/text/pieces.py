"""Cut alignments into pieces where one side goes on alone, and measure each piece; the compiled half of `passages`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.align import ALIKE, EQUAL, REPLACE, Edits
from readout.text.room import ascend, grown
from readout.text.synonyms import LONGEST_PHRASE, Phrases, join_stems

CLOSED, NAME, NUMBER, QUOTED, ANNOUNCED = 1, 2, 4, 8, 16  # bits of `Marked.marks`
SOLID = 3  # equal words in a row that count as shared: alignment finds single function words anywhere
BREAK = 12  # words on one side alone that part two passages: a short sentence
Ints = NDArray[np.int64]

# Columns of the counts of a piece.
(
    CHAIN, FIRST, LAST, LEFT, LEFT_END, RIGHT, RIGHT_END, SAME, SOLID_WORDS, FREE, OPENING, SWAPS, FREE_SAME, OPEN,
    CLOSED_SAME, CLOSED_WORDS, NAMES_SAME, NAMES, NUMBERS_SAME, NUMBERS, FACTS_SAME, FACTS,
) = range(22)  # fmt: skip
WHOLE, SHIFT = range(2)  # columns of the measures


class Marked(NamedTuple):
    """Texts as they are measured.

    Shapes: `hashes` uint64, `marks` uint8, `sentences` int32 (number within the text, never falling), `rows` int32 (of
    the distinct words), all (words,); `firsts` int64 (texts + 1,); `rarities` float64 in bits, `stems` int64, both
    (distinct words,).
    """

    hashes: NDArray[np.uint64]
    marks: NDArray[np.uint8]
    sentences: NDArray[np.int32]
    rows: NDArray[np.int32]
    firsts: Ints
    rarities: NDArray[np.float64]
    stems: Ints


class Pieces(NamedTuple):
    """Pieces of alignments, chain by chain in order.

    Shapes: `counts` int64 (pieces, 22), `measures` float64 (pieces, 2), columns as named above: FIRST and LAST are the
    rows of `edits` that the piece takes, whose rows are those aligned, cut where both texts announce what follows.
    """

    counts: Ints
    measures: NDArray[np.float64]
    edits: Edits


def pieces(words: Marked, made: Edits, texts: tuple[Ints, Ints], phrases: Phrases) -> Pieces:
    """Cut and measure all chains. Shapes: `texts` int64 (chains,), the left and the right text of each.

    Cost: linear in the words of the chains.
    """
    rows, row_firsts = announcements_apart(words, made[:5], made.firsts, texts)
    found = cut(words, rows, row_firsts, texts)
    counts, measures = measure(words, rows, texts, phrases, found)
    kinds, left, left_end, right, right_end = (rows[:, k].copy() for k in range(5))
    return Pieces(counts, measures, Edits(kinds, left, left_end, right, right_end, row_firsts))


@njit(cache=True, nogil=True)
def announcements_apart(words, columns, firsts, texts):  # type: ignore[no-untyped-def]
    """Begin a new row at each equal word that both texts announce."""
    made, made_firsts = np.empty((len(columns[0]) + 64, 5), np.int64), np.zeros_like(firsts)
    n = 0
    for chain in range(len(firsts) - 1):
        a, b = words.firsts[texts[0][chain]], words.firsts[texts[1][chain]]
        for row in range(firsts[chain], firsts[chain + 1]):
            start = 0
            size = columns[2][row] - columns[1][row] if columns[0][row] == EQUAL else 1
            for k in range(1, size + 1):
                left, right = a + columns[1][row] + k, b + columns[3][row] + k
                if k < size and words.marks[left] & words.marks[right] & ANNOUNCED == 0:
                    continue
                if n == len(made):
                    made = grown(made)
                part(made, n, columns, row, start, k if k < size else -1)
                n, start = n + 1, k
        made_firsts[chain + 1] = n
    return made[:n].copy(), made_firsts


@njit(cache=True, nogil=True)
def part(made, n, columns, row, start, end):  # type: ignore[no-untyped-def]
    """Write the words `[start, end)` of a row as a row; -1 for all that are left."""
    made[n, 0] = columns[0][row]
    made[n, 1], made[n, 3] = columns[1][row] + start, columns[3][row] + start
    made[n, 2] = columns[2][row] if end < 0 else columns[1][row] + end
    made[n, 4] = columns[4][row] if end < 0 else columns[3][row] + end


@njit(cache=True, nogil=True)
def cut(words, rows, firsts, texts):  # type: ignore[no-untyped-def]
    """Give (chain, first row, last row) of each piece, rows without a match at its ends left out."""
    made, n = np.empty((len(rows), 3), np.int64), 0
    for chain in range(len(firsts) - 1):
        a, b = words.firsts[texts[0][chain]], words.firsts[texts[1][chain]]
        first, last = np.int64(-1), np.int64(-1)
        for row in range(firsts[chain], firsts[chain + 1]):
            matches = rows[row, 0] == EQUAL or rows[row, 0] == ALIKE
            if first >= 0 and (alone(rows, row) or (rows[row, 0] == EQUAL and opens(words, rows, row, a, b))):
                made[n, 0], made[n, 1], made[n, 2] = chain, first, last + 1
                n, first = n + 1, np.int64(-1)
            if matches and first < 0:
                first = np.int64(row)
            if matches:
                last = np.int64(row)
        if first >= 0:
            made[n, 0], made[n, 1], made[n, 2] = chain, first, last + 1
            n += 1
    return made[:n].copy()


@njit(cache=True, nogil=True)
def alone(rows, row):  # type: ignore[no-untyped-def]
    """Say whether in a change one side has BREAK words more than twice what the other has."""
    gone, new = rows[row, 2] - rows[row, 1], rows[row, 4] - rows[row, 3]
    return rows[row, 0] != EQUAL and rows[row, 0] != ALIKE and max(gone, new) - 2 * min(gone, new) >= BREAK


@njit(cache=True, nogil=True)
def opens(words, rows, row, a, b):  # type: ignore[no-untyped-def]
    """Say whether both texts announce the first words of a row."""
    return words.marks[a + rows[row, 1]] & words.marks[b + rows[row, 3]] & ANNOUNCED != 0


@njit(cache=True, nogil=True)
def measure(words, rows, texts, phrases, found):  # type: ignore[no-untyped-def]
    counts, measures = np.zeros((len(found), 22), np.int64), np.zeros((len(found), 2), np.float64)
    for n in range(len(found)):
        count = counts[n]
        chain, first, last = found[n, 0], found[n, 1], found[n, 2]
        a, b = words.firsts[texts[0][chain]], words.firsts[texts[1][chain]]
        count[CHAIN], count[FIRST], count[LAST] = chain, first, last
        count[LEFT], count[LEFT_END] = rows[first, 1], rows[last - 1, 2]
        count[RIGHT], count[RIGHT_END] = rows[first, 3], rows[last - 1, 4]
        count[OPENING] = opens(words, rows, first, a, b)
        shift = 0.0
        for row in range(first, last):
            shift += add_row(words, rows[row], a, b, phrases, count)
        measures[n, SHIFT] = shift / count[SWAPS] if count[SWAPS] else 0.0
        left, right = (a + count[LEFT], a + count[LEFT_END]), (b + count[RIGHT], b + count[RIGHT_END])
        add_words(words.marks, left, right, count)
        add_common(words, left, right, count)
        whole = covered(words.sentences, a, words.firsts[texts[0][chain] + 1], left)
        measures[n, WHOLE] = min(whole, covered(words.sentences, b, words.firsts[texts[1][chain] + 1], right))
    return counts, measures


@njit(cache=True, nogil=True)
def add_row(words, row, a, b, phrases, count):  # type: ignore[no-untyped-def]
    """Count what one row says; give by how many bits its swapped words are rarer on the right."""
    size, shift = row[2] - row[1], 0.0
    if row[0] == EQUAL:
        count[SAME] += size
        for k in range(size):
            left, right = words.marks[a + row[1] + k], words.marks[b + row[3] + k]
            solid = size >= SOLID
            count[SOLID_WORDS] += solid
            count[FREE] += solid and (left | right) & QUOTED == 0
            count[CLOSED_SAME] += left & CLOSED != 0
            count[FREE_SAME] += (left | right) & (CLOSED | NAME | NUMBER) == 0
    elif row[0] == ALIKE:
        count[SWAPS] += size
        for k in range(size):
            shift += words.rarities[words.rows[b + row[3] + k]] - words.rarities[words.rows[a + row[1] + k]]
    elif row[0] == REPLACE and phrases_alike(words, phrases, (a + row[1], a + row[2]), (b + row[3], b + row[4])):
        count[SWAPS] += 1
        shift += rarest(words, b + row[3], b + row[4]) - rarest(words, a + row[1], a + row[2])
    return shift


@njit(cache=True, nogil=True)
def rarest(words, low, high):  # type: ignore[no-untyped-def]
    most = 0.0
    for k in range(low, high):
        most = max(most, words.rarities[words.rows[k]])
    return most


@njit(cache=True, nogil=True)
def phrases_alike(words, phrases, left, right):  # type: ignore[no-untyped-def]
    """Say whether two phrases share a synonym set."""
    if left[1] - left[0] > LONGEST_PHRASE or right[1] - right[0] > LONGEST_PHRASE:
        return False
    low, high = sets_of(words, phrases, left)
    if low == high:
        return False
    other, end = sets_of(words, phrases, right)
    while low < high and other < end:
        if phrases.sets[low] == phrases.sets[other]:
            return True
        if phrases.sets[low] < phrases.sets[other]:
            low += 1
        else:
            other += 1
    return False


@njit(cache=True, nogil=True)
def sets_of(words, phrases, bounds):  # type: ignore[no-untyped-def]
    """Give where a phrase's sets lie in `phrases.sets`."""
    key = np.uint64(0)
    for k in range(bounds[0], bounds[1]):
        key = join_stems(key, words.stems[words.rows[k]])
    at = np.searchsorted(phrases.keys, key)
    if at == len(phrases.keys) or phrases.keys[at] != key:
        return np.int64(0), np.int64(0)
    return phrases.firsts[at], phrases.firsts[at + 1]


@njit(cache=True, nogil=True)
def add_words(marks, left, right, count):  # type: ignore[no-untyped-def]
    """Count function words and words that may be swapped, on the side that has more of them."""
    for low, high in (left, right):
        free, closed = 0, 0
        for k in range(low, high):
            closed += marks[k] & CLOSED != 0
            free += marks[k] & (CLOSED | NAME | NUMBER) == 0
        count[OPEN], count[CLOSED_WORDS] = max(count[OPEN], free), max(count[CLOSED_WORDS], closed)


@njit(cache=True, nogil=True)
def add_common(words, left, right, count):  # type: ignore[no-untyped-def]
    """Count distinct names, numbers, and both together, that stand on both sides, and on the side that has more."""
    for mask, column in ((NAME, NAMES_SAME), (NUMBER, NUMBERS_SAME), (NAME | NUMBER, FACTS_SAME)):
        one, other = distinct(words, left, mask), distinct(words, right, mask)
        i, j, same = 0, 0, 0
        while i < len(one) and j < len(other):
            if one[i] == other[j]:
                i, j, same = i + 1, j + 1, same + 1
            elif one[i] < other[j]:
                i += 1
            else:
                j += 1
        count[column], count[column + 1] = same, max(len(one), len(other))


@njit(cache=True, nogil=True)
def distinct(words, bounds, mask):  # type: ignore[no-untyped-def]
    """Give the distinct hashes of the words that bear one of the marks, ascending."""
    found, n = np.empty(bounds[1] - bounds[0], np.uint64), 0
    for k in range(bounds[0], bounds[1]):
        if words.marks[k] & mask:
            found[n] = words.hashes[k]
            n += 1
    ascend(found, n)
    kept = 0
    for k in range(n):
        if k == 0 or found[k] != found[kept - 1]:
            found[kept] = found[k]
            kept += 1
    return found[:kept]


@njit(cache=True, nogil=True)
def covered(sentences, base, end, bounds):  # type: ignore[no-untyped-def]
    """Give the share of the sentences around some words that these words make up."""
    low, high = bounds
    while low > base and sentences[low - 1] == sentences[bounds[0]]:
        low -= 1
    while high < end and sentences[high] == sentences[bounds[1] - 1]:
        high += 1
    return (bounds[1] - bounds[0]) / max(1, high - low)


@njit(cache=True, nogil=True)
def keep_best(order, pairs, counts):  # type: ignore[no-untyped-def]
    """Mark, of the pieces in `order` (pair by pair, best first), those that share no third with a better one."""
    kept, n, pair = np.empty(len(order), np.int64), 0, np.int64(-1)
    marks = np.zeros(len(order), np.bool_)
    for piece in order:
        if pairs[piece] != pair:
            pair, n = pairs[piece], 0
        free = True
        for k in range(n):
            if crosses(counts[piece], counts[kept[k]]):
                free = False
                break
        if free:
            kept[n] = piece
            n += 1
            marks[piece] = True
    return marks


@njit(cache=True, nogil=True)
def crosses(one, other):  # type: ignore[no-untyped-def]
    """Say whether a piece shares a third of its words or more with another, on either side."""
    for side in (LEFT, RIGHT):
        shared = min(one[side + 1], other[side + 1]) - max(one[side], other[side])
        if 3 * shared >= one[side + 1] - one[side]:
            return True
    return False
