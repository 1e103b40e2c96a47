"""Say how far two pages use the same uncommon words: what a page is about, beside the names in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt
from typing import Final

from readout.text.rarity import rarity

WORD: Final = re.compile(r"[^\W\d_]{3,}")
COMMON: Final = 11.0  # bits of rarity up to which a word says nothing of what a page is about; ours
TELLING: Final = 13.0  # bits from which a word can bring two pages together; ours
BRINGING: Final = 3  # telling words two pages must share to be compared; ours
HELD_BY: Final = 60  # pages of a pile that hold a word, beyond which it brings none together; ours
MOST: Final = 0.05  # that one word can add; ours
OTHERS: Final = 30  # pages a pile is thought to stand beside, so that in a small one a word on all pages tells; ours

Profile = Mapping[str, float]


def profiles(texts: Sequence[str]) -> list[Profile]:
    """Give each text the weights of its uncommon words: how often, how rare in English, on how few of the texts; length 1."""
    counts = [Counter(w.lower() for w in WORD.findall(text)) for text in texts]
    bits = {w: rarity(w) - COMMON for w in {w for c in counts for w in c}}
    pages = Counter(w for c in counts for w in c)
    made: list[Profile] = []
    for c in counts:
        held = {
            w: (1 + log(n)) * bits[w] * log(1 + (len(texts) + OTHERS) / pages[w]) for w, n in c.items() if bits[w] > 0
        }
        length = sqrt(sum(v * v for v in held.values())) or 1.0
        made.append({w: v / length for w, v in held.items()})
    return made


def alike(made: Sequence[Profile], least: float) -> Iterator[tuple[int, int, float]]:
    """List the pairs of profiles whose cosine is at least so much."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(made):
        for word in one:
            holding[word].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for word, listed in holding.items():
        if 1 < len(listed) <= HELD_BY and rarity(word) >= TELLING:
            shared.update(combinations(listed, 2))
    for (i, j), number in sorted(shared.items()):
        value = cosine(made[i], made[j]) if number >= BRINGING else 0.0
        if value >= least:
            yield i, j, value


def cosine(one: Profile, other: Profile) -> float:
    """Give the cosine of two profiles of length 1, of which no word makes more than a little: a surname may be of two people."""
    small, large = sorted((one, other), key=len)
    return sum(min(MOST, v * large.get(w, 0.0)) for w, v in small.items())
