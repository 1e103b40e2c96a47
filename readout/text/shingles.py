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
    made = Shingles(
        np.empty(room, np.uint64), np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(room, np.uint32)
    )
    n = sample(hashes, firsts, run, *made)
    return Shingles(*(column[:n].copy() for column in made))


@njit(cache=True, nogil=True)
def sample(hashes, firsts, run, made, around, texts, at):  # type: ignore[no-untyped-def]
    """Fill the columns of `Shingles`; give how many rows were made."""
    n = 0
    for text in range(len(firsts) - 1):
        low, high = firsts[text], firsts[text + 1]
        for i in range(low, high - run + 1):
            least = hashes[i]
            for j in range(i + 1, i + run):
                least = min(least, hashes[j])
            if least == hashes[i] or least == hashes[i + run - 1]:
                made[n] = hash_run(hashes, i, i + run)
                around[n] = hash_run(hashes, max(low, i - SURROUND), min(high, i + run + SURROUND))
                texts[n], at[n] = text, i - low
                n += 1
    return n


@njit(cache=True, nogil=True)
def hash_run(hashes, low, high):  # type: ignore[no-untyped-def]
    """Hash the words `[low, high)` in their order."""
    h = np.uint64(high - low)
    for i in range(low, high):
        h = (h ^ hashes[i]) * BASE
    return mixed(h)
