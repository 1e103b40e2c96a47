"""Hash runs of words and keep a sample that two copies of one passage agree on."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.words import mixed

RUN = 4  # words in a shingle: at 30 % of words edited 24 % of the 4-word runs survive, and chance hits stay rare
SURROUND = 4  # words on either side that tell two uses of a stock phrase apart
BASE = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio, odd: one multiplication per word keeps the order


class Shingles(NamedTuple):
    """Sampled shingles, in text order.

    Shapes: all (shingles,) — `hashes` uint64; `around` uint64, hash of the run with SURROUND words on either side;
    `texts`, `at` uint32, the text's number and the first word's number within the text.
    """

    hashes: NDArray[np.uint64]
    around: NDArray[np.uint64]
    texts: NDArray[np.uint32]
    at: NDArray[np.uint32]


def shingles(hashes: NDArray[np.uint64], firsts: NDArray[np.int64], run: int = RUN) -> Shingles:
    """Hash each run of words and keep those whose least word hash is their first or last.

    A run is kept or not for its own words alone, so an intact run is kept in both copies; and of any `run` - 1
    neighbouring runs at least one is kept, so two texts that share 2·`run` - 2 words in a row share a kept run.
    About 2 in `run` are kept.

    Shapes: `hashes` uint64 (words,); `firsts` int64 (texts + 1,), as in `Words`.
    Method: closed syncmers with s = 1 (Edgar, PeerJ 2021, section "Closed syncmers"), over words instead of letters.
    """
    room = len(hashes)
    whole, around = np.empty(room, np.uint64), np.empty(room, np.uint64)
    texts, at = np.empty(room, np.uint32), np.empty(room, np.uint32)
    n = sample(hashes, firsts, run, heads(hashes), (whole, around, texts, at))
    for column in (whole, around, texts, at):
        column.resize(n, refcheck=False)  # gives the room back without a copy
    return Shingles(whole, around, texts, at)


@njit(cache=True, nogil=True)
def heads(hashes):  # type: ignore[no-untyped-def]
    """Hash all words before each word, as a polynomial in BASE modulo 2^64; any run's hash follows from two of them."""
    made = np.empty(len(hashes) + 1, np.uint64)
    h = np.uint64(0)
    made[0] = h
    for i in range(len(hashes)):
        h = h * BASE + hashes[i]
        made[i + 1] = h
    return made


@njit(cache=True, nogil=True)
def power(exponent):  # type: ignore[no-untyped-def]
    h = np.uint64(1)
    for _ in range(exponent):
        h = h * BASE
    return h


@njit(cache=True, nogil=True)
def sample(hashes, firsts, run, before, columns):  # type: ignore[no-untyped-def]
    """Fill the columns of `Shingles`; give how many rows were made."""
    whole, around, texts, at = columns
    n = 0
    wide = run + 2 * SURROUND
    run_power, wide_power = power(run), power(wide)
    for text in range(len(firsts) - 1):
        low, high = firsts[text], firsts[text + 1]
        for i in range(low, high - run + 1):
            least = min(hashes[i], hashes[i + run - 1])
            for j in range(i + 1, i + run - 1):
                least = min(least, hashes[j])
            if least == hashes[i] or least == hashes[i + run - 1]:
                whole[n] = mixed(before[i + run] - before[i] * run_power)
                first = max(low, min(i - SURROUND, high - wide))  # at a text's end, the last words it has
                last = min(high, first + wide)
                shift = wide_power if last - first == wide else power(last - first)
                around[n] = mixed((before[last] - before[first] * shift) ^ np.uint64(i - first))
                texts[n], at[n] = text, i - low
                n += 1
    return n


@njit(cache=True, nogil=True)
def hash_run(hashes, low, high):  # type: ignore[no-untyped-def]
    """Hash the words `[low, high)` in their order, and how many they are."""
    h = np.uint64(high - low)
    for i in range(low, high):
        h = h * BASE + hashes[i]
    return mixed(h)
