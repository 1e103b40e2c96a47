"""Find many phrases at once among words that are hashed already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.text.words import Words, words_of_texts

MIX = np.uint64(0x9E3779B97F4A7C15)
PIECE = 1 << 20  # words looked at together, to bound memory


class Phrases(NamedTuple):
    """Phrases of two words or more, ordered by the key of their first two.

    Shapes: `keys` uint64 (phrases,), ascending; `numbers` int64 (phrases,), which phrase; `words` the hashes of each.
    """

    keys: NDArray[np.uint64]
    numbers: NDArray[np.int64]
    words: tuple[tuple[int, ...], ...]


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
    return Phrases(keys[order], order.astype(np.int64), tuple(rows))


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
        for place in np.flatnonzero(np.isin(keys, known.keys)).tolist():
            yield from begun(made, known, low + place, keys[place])


def begun(made: Words, known: Phrases, word: int, key: np.uint64) -> Iterator[tuple[int, int, int]]:
    """Give the phrases that begin at a word."""
    text = int(np.searchsorted(made.firsts, word, side="right")) - 1
    low, high = np.searchsorted(known.keys, key, "left"), np.searchsorted(known.keys, key, "right")
    for number in known.numbers[low:high].tolist():
        row = known.words[number]
        end = word + len(row)
        if end <= made.firsts[text + 1] and tuple(made.hashes[word:end].tolist()) == row:
            yield text, word - int(made.firsts[text]), number


def longest(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep, of spans that overlap, the longest."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda s: (s[0] - s[1], s)):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return sorted(kept)
