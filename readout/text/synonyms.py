"""Give words keys by which they match another wording: one for the stem, one for each set of synonyms they are in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.text.normalize import shadow
from readout.text.stem import stem
from readout.text.words import words_of_texts

STEM_SPACE = 1 << 32  # keys from here on are stems, below it numbers of synonym sets


class Senses(NamedTuple):
    """Keys of words: word i has `keys[firsts[i] : firsts[i + 1]]`, ascending; two words are alike if they share one.

    Shapes: `keys` int64 (keys,); `firsts` int64 (words + 1,).
    """

    keys: NDArray[np.int64]
    firsts: NDArray[np.int64]


class Vocabulary(NamedTuple):
    """The distinct words of some texts and their keys. Shapes: `hashes` uint64 (words,), ascending."""

    hashes: NDArray[np.uint64]
    senses: Senses


def vocabulary(hashes: NDArray[np.uint64], spellings: Iterable[str]) -> Vocabulary:
    """Look up each distinct word once; of several spellings of one hash any will do, since they fold to one.

    Shapes: `hashes` uint64 (words,), ascending and distinct, with their spellings in the same order.
    Cost: about 2 µs a word.
    """
    stems = [stem(shadow_word(spelling)) for spelling in spellings]
    numbers = stem_keys(stems)
    sets, closed = synonym_sets(), function_words()
    lists = [
        [*(() if s in closed else sets.get(s, ())), number] for s, number in zip(stems, numbers.tolist(), strict=True)
    ]
    keys = np.array([key for keys in lists for key in keys], np.int64)
    return Vocabulary(hashes, Senses(keys, np.cumsum([0, *map(len, lists)], dtype=np.int64)))


def senses(known: Vocabulary, hashes: NDArray[np.uint64]) -> Senses:
    """Give the keys of a text's words; a word outside the vocabulary has none.

    Shapes: `hashes` uint64 (words,).
    """
    if not len(known.hashes):
        return Senses(np.zeros(0, np.int64), np.zeros(len(hashes) + 1, np.int64))
    rows = np.minimum(np.searchsorted(known.hashes, hashes), len(known.hashes) - 1)
    sizes = np.where(known.hashes[rows] == hashes, np.diff(known.senses.firsts)[rows], 0)
    firsts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    inside = np.arange(firsts[-1]) - np.repeat(firsts[:-1], sizes)
    return Senses(known.senses.keys[np.repeat(known.senses.firsts[rows], sizes) + inside], firsts)


def shadow_word(spelling: str) -> str:
    return spelling.lower() if spelling.isascii() else shadow(spelling).text


def stem_keys(stems: list[str]) -> NDArray[np.int64]:
    """Number stems by their hash, from STEM_SPACE on; a stem of no letters or of several words by the first word."""
    made = words_of_texts(stems)
    first = np.minimum(made.firsts[:-1], max(len(made.hashes) - 1, 0))
    hashes = made.hashes[first] if len(made.hashes) else np.zeros(len(stems), np.uint64)
    return (hashes >> np.uint64(1)).astype(np.int64) | STEM_SPACE


@lru_cache(maxsize=1)
def synonym_sets() -> dict[str, tuple[int, ...]]:
    """Map each stem to the numbers of the sets it is in, ascending; phrases are keyed by their stems with blanks."""
    found: dict[str, list[int]] = {}
    for number, members in enumerate(lexicon_lines("synonyms.txt")):
        for key in dict.fromkeys(" ".join(map(stem, member.split())) for member in members.split("|")):
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """English closed-class words, folded and as spelt."""
    return frozenset(word for line in lexicon_lines("function_words.txt") for word in line.split())


def lexicon_lines(name: str) -> list[str]:
    text = (files("readout.lexicon") / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def phrases_alike(left: list[str], right: list[str]) -> bool:
    """Say whether two phrases, given as stems, share a synonym set."""
    sets = synonym_sets()
    one, other = sets.get(" ".join(left), ()), sets.get(" ".join(right), ())
    return not set(one).isdisjoint(other)


def word_hashes(spellings: Iterable[str]) -> NDArray[np.uint64]:
    """Give the distinct hashes of the words in some spellings, ascending."""
    return np.unique(words_of_texts(list(spellings)).hashes)
