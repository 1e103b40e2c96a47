"""Compare texts sentence by sentence, by the rare words in them: which pairs share enough, and what they tell alike."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.room import ascend, grown

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Uses(NamedTuple):
    """Which texts use which words. Shapes: `words`, `texts` int64 (uses,), each pair once, in order of (word, text)."""

    words: Ints
    texts: Ints


class Told(NamedTuple):
    """The sentences of some texts and the weighted words in them.

    Shapes: `starts`, `ends` int64 (sentences,), in words of the text; text i has the sentences `firsts[i]` to
    `firsts[i + 1]`; `words`, `sentences` int64 (uses,): the distinct words of a text's sentences, in order of (word,
    sentence), sentences numbered within the text, text i from `use_firsts[i]` on; `whole` float64 (sentences,): the
    weight of all distinct words of a sentence.
    """

    starts: Ints
    ends: Ints
    firsts: Ints
    words: Ints
    sentences: Ints
    use_firsts: Ints
    whole: Floats


class Chained(NamedTuple):
    """Pairs of texts with a chain of sentences that tell alike, rising on both sides.

    Shapes: `pairs` int64 (chains,), number of the pair; chain i has the rows `firsts[i]` to `firsts[i + 1]` of `left`,
    `right` (sentence numbers within the texts) and `alike` float64; `paired` int64 (chains,): sentences that match any
    on the other side, of the side that has fewer.
    """

    pairs: Ints
    firsts: Ints
    left: Ints
    right: Ints
    alike: Floats
    paired: Ints


def pages(words: NDArray[np.int32], firsts: Ints, vocabulary: int) -> Ints:
    """Count the texts that use each word. Shapes: `words` int32 (words,), text i from `firsts[i]` on."""
    made = np.zeros(vocabulary, np.int64)
    count_pages(words, firsts, made)
    return made


@njit(cache=True, nogil=True)
def count_pages(words, firsts, made):  # type: ignore[no-untyped-def]
    last = np.full(len(made), -1, np.int64)
    for text in range(len(firsts) - 1):
        for k in range(firsts[text], firsts[text + 1]):
            made[words[k]] += last[words[k]] != text
            last[words[k]] = text


def uses(words: NDArray[np.int32], firsts: Ints, counts: Ints) -> Uses:
    """List each use of a word by a text once, words with a count of nought left out.

    Shapes: `counts` int64 (distinct words,): the texts that use each word, as `pages` counts them, or nought.
    """
    ends = np.cumsum(counts)
    texts = np.empty(int(ends[-1]) if len(ends) else 0, np.int64)
    list_uses(words, firsts, counts, ends - counts, texts)
    return Uses(np.repeat(np.arange(len(counts)), counts), texts)


@njit(cache=True, nogil=True)
def list_uses(words, firsts, counts, at, texts):  # type: ignore[no-untyped-def]
    last = np.full(len(counts), -1, np.int64)
    for text in range(len(firsts) - 1):
        for k in range(firsts[text], firsts[text + 1]):
            word = words[k]
            if counts[word] and last[word] != text:
                texts[at[word]] = text
                at[word] += 1
                last[word] = text


def sharing(found: Uses, texts: int, least: int) -> tuple[Ints, Ints, Ints]:
    """Give the pairs of texts that share `least` words or more, in order, and how many. Cost: the squares of the words' uses."""
    order = np.lexsort((found.words, found.texts))
    edges = np.flatnonzero(np.diff(found.words)) + 1
    group = np.zeros(len(found.words), np.int64)
    group[edges] = 1
    ends = np.concatenate([edges, [len(found.words)]]).astype(np.int64)[np.cumsum(group)]
    firsts = np.searchsorted(found.texts[order], np.arange(texts + 1)).astype(np.int64)
    made = count_shared(order, ends, found.texts, firsts, least)
    return made[:, 0].copy(), made[:, 1].copy(), made[:, 2].copy()


@njit(cache=True, nogil=True)
def count_shared(order, ends, texts, firsts, least):  # type: ignore[no-untyped-def]
    """Count, text by text, the words shared with each later text."""
    counts, seen = np.zeros(len(firsts), np.int64), np.empty(len(firsts), np.int64)
    made, n = np.empty((1024, 3), np.int64), 0
    for text in range(len(firsts) - 1):
        met = 0
        for k in range(firsts[text], firsts[text + 1]):
            for use in range(order[k] + 1, ends[order[k]]):
                other = texts[use]
                if counts[other] == 0:
                    seen[met] = other
                    met += 1
                counts[other] += 1
        ascend(seen, met)
        for k in range(met):
            if counts[seen[k]] >= least:
                if n == len(made):
                    made = grown(made)
                made[n, 0], made[n, 1], made[n, 2] = text, seen[k], counts[seen[k]]
                n += 1
            counts[seen[k]] = 0
    return made[:n]


def told(words: NDArray[np.int32], sentences: NDArray[np.int32], firsts: Ints, weights: Floats, least: int) -> Told:
    """Lay out the sentences of at least `least` words.

    Shapes: `words` int32 (words,), rows of `weights`; `sentences` int32 (words,), never falling within a text; `firsts`
    int64 (texts + 1,).
    """
    texts = np.repeat(np.arange(len(firsts) - 1), np.diff(firsts))
    new = np.ones(len(words), bool)
    new[1:] = (np.diff(texts) != 0) | (np.diff(sentences) != 0)
    edges = np.concatenate([np.flatnonzero(new), [len(words)]]).astype(np.int64)
    sizes = np.diff(edges)
    long = np.flatnonzero(sizes >= least)
    starts, text_of = edges[:-1][long], texts[edges[:-1][long]]
    sentence_firsts = np.searchsorted(text_of, np.arange(len(firsts))).astype(np.int64)
    number = np.full(len(sizes), -1, np.int64)
    number[long] = np.arange(len(long))
    of_word = number[np.cumsum(new) - 1] if len(words) else np.zeros(0, np.int64)
    kept = (of_word >= 0) & (weights[words] > 0) if len(words) else np.zeros(0, bool)
    keys = np.unique(of_word[kept] * len(weights) + words[kept])  # each word of a sentence once
    rows, held = keys // max(1, len(weights)), keys % max(1, len(weights))
    whole = np.bincount(rows, weights=weights[held], minlength=len(long)).astype(np.float64)
    order = np.lexsort((rows, held, text_of[rows]))
    rows, held = rows[order], held[order]
    use_firsts = np.searchsorted(text_of[rows], np.arange(len(firsts))).astype(np.int64)
    base = firsts[text_of]
    inside = rows - sentence_firsts[text_of[rows]]
    return Told(starts - base, starts - base + sizes[long], sentence_firsts, held, inside, use_firsts, whole)


def of_texts(column: NDArray[np.int32], firsts: Ints, wanted: NDArray[np.bool_]) -> tuple[NDArray[np.int32], Ints]:
    """Keep the words of the wanted texts; the others become empty."""
    sizes = np.diff(firsts)
    kept = np.repeat(wanted, sizes)
    return column[kept], np.concatenate([[0], np.cumsum(np.where(wanted, sizes, 0))]).astype(np.int64)


def chained(
    laid: Told, weights: Floats, pairs: tuple[Ints, Ints], apart: tuple[Ints, Ints], bar: tuple[float, int]
) -> Chained:
    """Chain the sentences of each pair that tell alike.

    Two sentences are as alike as the weight of their common words is of the weight of all (Dice). `bar`: how alike at
    least, and how many sentences make a chain. `apart`: rows (pair, side, sentence) to be left out, in order of pairs,
    as int64 (rows, 3), and the first row of each pair.
    Cost: the product of the sentences of both sides, and the square of those that match.
    """
    rows, firsts, numbers, paired = chain_all(laid, weights, pairs, apart, bar[0], bar[1])
    left, right = (rows[:, k].astype(np.int64) for k in range(2))
    return Chained(numbers, firsts, left, right, rows[:, 2].copy(), paired)


@njit(cache=True, nogil=True)
def chain_all(laid, weights, pairs, apart, least_alike, least):  # type: ignore[no-untyped-def]
    rows, firsts = np.empty((256, 3), np.float64), np.zeros(len(pairs[0]) + 1, np.int64)
    numbers, paired, n = np.empty(len(pairs[0]), np.int64), np.empty(len(pairs[0]), np.int64), 0
    for pair in range(len(pairs[0])):
        table = likenesses(laid, weights, pairs[0][pair], pairs[1][pair])
        for k in range(apart[1][pair], apart[1][pair + 1]):
            if apart[0][k, 1] == 0:
                table[apart[0][k, 2], :] = 0.0
            else:
                table[:, apart[0][k, 2]] = 0.0
        chain, sides = longest(table, least_alike)
        if len(chain) < least:
            continue
        at = firsts[n]
        while at + len(chain) > len(rows):
            rows = grown(rows)
        rows[at : at + len(chain)] = chain
        numbers[n], paired[n] = pair, sides
        n += 1
        firsts[n] = at + len(chain)
    return rows[: firsts[n]].copy(), firsts[: n + 1].copy(), numbers[:n].copy(), paired[:n].copy()


@njit(cache=True, nogil=True)
def likenesses(laid, weights, left, right):  # type: ignore[no-untyped-def]
    """Compare every sentence of one text with every one of the other."""
    a, a_end, b, b_end = laid[5][left], laid[5][left + 1], laid[5][right], laid[5][right + 1]
    words, sentences, whole = laid[3], laid[4], laid[6]
    base_a, base_b = laid[2][left], laid[2][right]
    table = np.zeros((laid[2][left + 1] - base_a, laid[2][right + 1] - base_b), np.float64)
    while a < a_end and b < b_end:
        if words[a] != words[b]:
            if words[a] < words[b]:
                a += 1
            else:
                b += 1
            continue
        word, stop = words[a], b
        while stop < b_end and words[stop] == word:
            stop += 1
        while a < a_end and words[a] == word:
            for k in range(b, stop):
                table[sentences[a], sentences[k]] += weights[word]
            a += 1
        b = stop
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            if table[i, j] > 0.0:
                table[i, j] = 2.0 * table[i, j] / (whole[base_a + i] + whole[base_b + j])
    return table


@njit(cache=True, nogil=True)
def longest(table, least):  # type: ignore[no-untyped-def]
    """Give the heaviest chain of cells from `least` on that rises on both sides, and how many sentences match any."""
    matches, n = np.empty((table.size, 3), np.float64), 0
    rows, columns = np.zeros(table.shape[0], np.bool_), np.zeros(table.shape[1], np.bool_)
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            if table[i, j] >= least:
                matches[n, 0], matches[n, 1], matches[n, 2] = i, j, table[i, j]
                rows[i], columns[j] = True, True
                n += 1
    best, back = np.empty(n, np.float64), np.empty(n, np.int64)
    end = -1
    for k in range(n):
        best[k], back[k] = 0.0, -1
        for m in range(k):
            rises = matches[m, 0] < matches[k, 0] and matches[m, 1] < matches[k, 1]
            if rises and best[m] >= best[k]:
                best[k], back[k] = best[m], m
        best[k] += matches[k, 2]
        if end < 0 or best[k] > best[end]:
            end = k
    length, at = 0, end
    while at >= 0:
        length, at = length + 1, back[at]
    chain, at = np.empty((length, 3), np.float64), end
    for k in range(length - 1, -1, -1):
        chain[k] = matches[at]
        at = back[at]
    return chain, min(rows.sum(), columns.sum())
