"""Give words keys by which they match another wording: one for the stem, one for each set of synonyms they are in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.normalize import shadow
from readout.text.stem import stem
from readout.text.words import Words, mixed, words_of_texts

STEM_SPACE = 1 << 32  # keys from here on are stems, below it numbers of synonym sets
LONGEST_PHRASE = 3  # words; the lexicon holds no longer ones


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


def shadow_word(spelling: str) -> str:
    return spelling.lower() if spelling.isascii() else shadow(spelling).text


def stem_keys(stems: list[str]) -> NDArray[np.int64]:
    """Number stems by their hash, from STEM_SPACE on; a stem of no letters or of several words by the first word."""
    return keys_of_words(words_of_texts(stems))


def keys_of_words(made: Words) -> NDArray[np.int64]:
    """Number stems cut into words, as `stem_keys` does."""
    first = np.minimum(made.firsts[:-1], max(len(made.hashes) - 1, 0))
    hashes = made.hashes[first] if len(made.hashes) else np.zeros(len(made.firsts) - 1, np.uint64)
    return (hashes >> np.uint64(1)).astype(np.int64) | STEM_SPACE


@lru_cache(maxsize=1)
def synonym_sets() -> dict[str, tuple[int, ...]]:
    """Map each stem to the numbers of the sets it is in, ascending; phrases are keyed by their stems with blanks."""
    found: dict[str, list[int]] = {}
    stem_of = lru_cache(maxsize=None)(stem)  # a word stands in several sets
    for number, members in enumerate(lexicon_lines("synonyms.txt")):
        for key in dict.fromkeys(" ".join(map(stem_of, member.split())) for member in members.split("|")):
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """English closed-class words, folded and as spelt."""
    return frozenset(word for line in lexicon_lines("function_words.txt") for word in line.split())


def lexicon_lines(name: str) -> list[str]:
    text = (files("readout.lexicon") / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


class Phrases(NamedTuple):
    """Phrases of up to LONGEST_PHRASE words: phrase i is in the synonym sets `sets[firsts[i] : firsts[i + 1]]`, ascending.

    Shapes: `keys` uint64 (phrases,), ascending, the stem keys of a phrase's words joined by `join_stems`; `firsts` int64
    (phrases + 1,); `sets` int64.
    """

    keys: NDArray[np.uint64]
    firsts: NDArray[np.int64]
    sets: NDArray[np.int64]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """Lay out the synonym sets by phrase."""
    found = [(name.split(), numbers) for name, numbers in synonym_sets().items()]
    parts = [part for stems, _ in found for part in stems]
    firsts = np.cumsum([0, *(len(stems) for stems, _ in found)], dtype=np.int64)
    keys, made = np.empty(len(found), np.uint64), words_of_texts(parts)
    join_all(keys_of_words(made), firsts, keys)
    whole = np.diff(made.firsts) == 1  # a stem of several words, with a hyphen say, is no word of a text
    fits = np.logical_and.reduceat(whole, firsts[:-1]) & (np.diff(firsts) <= LONGEST_PHRASE)
    kept = np.flatnonzero(fits)
    order = kept[np.argsort(keys[kept], kind="stable")].tolist()
    sizes = [len(found[i][1]) for i in order]
    sets = np.array([number for i in order for number in found[i][1]], np.int64)
    return Phrases(keys[order], np.cumsum([0, *sizes], dtype=np.int64), sets)


@njit(cache=True, nogil=True)
def join_stems(key, stem):  # type: ignore[no-untyped-def]
    """Add a word's stem key to the key of the words before it."""
    return mixed(key ^ np.uint64(stem))


@njit(cache=True, nogil=True)
def join_all(numbers, firsts, keys):  # type: ignore[no-untyped-def]
    for i in range(len(keys)):
        keys[i] = np.uint64(0)
        for k in range(firsts[i], firsts[i + 1]):
            keys[i] = join_stems(keys[i], numbers[k])


def word_hashes(spellings: Iterable[str]) -> NDArray[np.uint64]:
    """Give the distinct hashes of the words in some spellings, ascending."""
    return np.unique(words_of_texts(list(spellings)).hashes)
