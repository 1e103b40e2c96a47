"""Find many phrases at once among words that are hashed already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.text.words import Words, words_of_texts

MIX = np.uint64(0x9E3779B97F4A7C15)
PIECE = 1 << 20  # words looked at together, to bound memory
HEAD = 16  # leading bits of a key by which most words are passed over


class Phrases(NamedTuple):
    """Phrases of two words or more, ordered by the key of their first two.

    Shapes: `keys` uint64 (phrases,), ascending; `numbers` int64 (phrases,), which phrase; `words` the hashes of each;
    `padded` uint64 (phrases, longest), the same by number, with noughts behind; `heads` bool (1 << HEAD,), by leading bits
    of the keys.
    """

    keys: NDArray[np.uint64]
    numbers: NDArray[np.int64]
    words: tuple[tuple[int, ...], ...]
    padded: NDArray[np.uint64]
    heads: NDArray[np.bool_]


def phrases(spellings: Sequence[str]) -> Phrases:
    """Prepare phrases for finding."""
    cut = words_of_texts(list(spellings))
    rows = [
        tuple(cut.hashes[a:b].tolist()) for a, b in zip(cut.firsts[:-1].tolist(), cut.firsts[1:].tolist(), strict=True)
    ]
    first = np.array([row[0] for row in rows], np.uint64)
    second = np.array([row[1] for row in rows], np.uint64)
    keys = joint(first, second)
    order = np.argsort(keys, kind="stable")
    padded = np.zeros((len(rows), max(map(len, rows), default=0)), np.uint64)
    for k, row in enumerate(rows):
        padded[k, : len(row)] = row
    heads = np.zeros(1 << HEAD, bool)
    heads[keys >> np.uint64(64 - HEAD)] = True
    return Phrases(keys[order], order.astype(np.int64), tuple(rows), padded, heads)


def joint(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Give one key for two words in a row."""
    return (first * MIX) ^ second


def occurrences(made: Words, known: Phrases) -> Iterator[tuple[int, int, int]]:
    """Give where phrases stand among the words of some texts: text, first word within it, number of the phrase.

    Cost: a binary search a word. Does not: look at what parts the words; a stop may stand between them.
    """
    for low in range(0, len(made.hashes), PIECE):
        hashes = made.hashes[low : low + PIECE + 1]
        keys = joint(hashes[:-1], hashes[1:])
        places = np.flatnonzero(known.heads[keys >> np.uint64(64 - HEAD)])
        yield from begun(made, known, low + places, keys[places])


def begun(
    made: Words, known: Phrases, places: NDArray[np.int64], keys: NDArray[np.uint64]
) -> Iterator[tuple[int, int, int]]:
    """Give the phrases that begin at some words, given the key of each with the next."""
    low, high = np.searchsorted(known.keys, keys, "left"), np.searchsorted(known.keys, keys, "right")
    sizes = high - low
    words = np.repeat(places, sizes)
    offsets = np.arange(len(words)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    numbers = known.numbers[np.repeat(low, sizes) + offsets]
    texts = np.searchsorted(made.firsts, words, side="right") - 1
    left = made.firsts[texts + 1] - words
    kept = np.ones(len(words), bool)
    for k in range(known.padded.shape[1]):
        wanted = known.padded[numbers, k]
        there = made.hashes[np.minimum(words + k, len(made.hashes) - 1)]
        kept &= (wanted == 0) | ((there == wanted) & (left > k))
    found = np.flatnonzero(kept)
    yield from zip(texts[found].tolist(), (words - made.firsts[texts])[found].tolist(), numbers[found].tolist(), strict=True)


def longest(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep, of spans that overlap, the longest."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda s: (s[0] - s[1], s)):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return sorted(kept)
