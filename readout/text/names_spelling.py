"""Compare the spellings of a name: two transliterations sound alike though they share few letters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from readout.text.names_runs import key_of


def likeness(left: str, right: str) -> float:
    """Compare two full names word by word by their sound; the least alike word counts."""
    a, b = key_of(left).split(), key_of(right).split()
    if len(a) != len(b):
        return 0.0
    return min(similar(sound(x), sound(y)) for x, y in zip(a, b, strict=True))


SOUNDS: Final = (
    (r"ph", "f"), (r"tch|tsch|cz|č|ch", "c"), (r"sh|sch|sz|š", "s"), (r"zh|ž|dj|j", "z"), (r"kh|gh|q|x|ck|h", "k"),
    (r"g", "k"), (r"w|v", "v"), (r"d", "t"), (r"b", "p"), (r"y|i|j|e|a|o|u", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Reduce a word to its bare consonants, letters of one sound made one."""
    for pattern, to in SOUNDS:
        word = re.sub(pattern, to, word)
    return word


def even(word: str) -> str:
    """Write doubled letters once and the endings -iy, -yi, -ij as -y, which transliterations differ in."""
    return re.sub(r"(?:iy|yi|ij|i)$", "y", re.sub(r"(.)\1+", r"\1", word))


def similar(left: str, right: str) -> float:
    """Give one minus the edit distance over the longer length."""
    if not left or not right:
        return float(left == right)
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return 1 - row[-1] / max(len(left), len(right))
