"""Compare two wordings of what was said: the same words, some of them, or other words for the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from readout.text.rarity import rarity
from readout.text.stem import stem
from readout.text.synonyms import function_words, shadow_word, synonym_sets

WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NEGATIONS: Final = frozenset(("not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "cannot", "without"))
MOST_BITS: Final = 16.0  # a word the counts do not know tells no more than a rare one
FUNCTION_BITS: Final = 1.5  # words such as "the" are in every wording
MOST_CHANGES: Final = 4
SHORT_CHANGE: Final = 3  # words; in a longer stretch left out or added a negation is part of what it says

How = Literal["same", "trimmed", "reworded"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two wordings compare: `bits` of information in the words they share, and its share of either."""

    how: How
    bits: float
    of_shorter: float
    of_longer: float


@dataclass(frozen=True)
class Wording:
    """The words of what was said, in parts, folded to stems, with what each tells in bits."""

    parts: tuple[str, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(m.group() for part in self.parts for m in WORD.finditer(part))

    @cached_property
    def lows(self) -> tuple[str, ...]:
        return tuple(shadow_word(w).replace("’", "'") for w in self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(map(stem, self.lows))

    @cached_property
    def weights(self) -> tuple[float, ...]:
        closed = function_words()
        return tuple(FUNCTION_BITS if w in closed else min(rarity(w), MOST_BITS) for w in self.lows)

    @cached_property
    def senses(self) -> tuple[frozenset[int], ...]:
        """The synonym sets of each word; none for function words."""
        sets, closed = synonym_sets(), function_words()
        return tuple(
            frozenset() if low in closed else frozenset(sets.get(s, ()))
            for low, s in zip(self.lows, self.stems, strict=True)
        )

    @cached_property
    def bits(self) -> float:
        """What all its words tell."""
        return sum(self.weights)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.stems)

    def may_hold(self, other: Wording) -> bool:
        """One of the two has all the words of the other, in whatever order."""
        return self.vocabulary <= other.vocabulary or other.vocabulary <= self.vocabulary

    @property
    def negated(self) -> bool:
        return denies(self.lows)


def likeness(one: Wording, other: Wording) -> Likeness:
    """Compare two wordings. Cost: the product of their lengths."""
    short, long = sorted((one, other), key=lambda w: (w.bits, w.words))
    if short.stems == long.stems:
        return Likeness("same", short.bits, 1.0, 1.0)
    if holds(long.stems, short.stems):
        return Likeness("trimmed", short.bits, 1.0, short.bits / long.bits if long.bits else 0.0)
    shared = shared_bits(short, long)
    return Likeness("reworded", shared, shared / (short.bits or 1.0), shared / (long.bits or 1.0))


def holds(long: Sequence[str], short: Sequence[str]) -> bool:
    """All words of the short one stand in the long one in order and side by side."""
    n = len(short)
    return 0 < n <= len(long) and any(tuple(long[i : i + n]) == tuple(short) for i in range(len(long) - n + 1))


def shared_bits(short: Wording, long: Wording) -> float:
    """Add up what the words tell that both have: the same stem, or a synonym, each word once."""
    places: dict[str, list[int]] = {}
    for k in range(len(long.stems) - 1, -1, -1):
        places.setdefault(long.stems[k], []).append(k)
    shared, left = 0.0, []
    for i, s in enumerate(short.stems):
        if places.get(s):
            shared += min(short.weights[i], long.weights[places[s].pop()])
        elif short.senses[i]:
            left.append(i)
    free = sorted(k for found in places.values() for k in found if long.senses[k])
    for i in left:
        match = next((k for k in free if not short.senses[i].isdisjoint(long.senses[k])), None)
        if match is not None:
            free.remove(match)
            shared += min(short.weights[i], long.weights[match])
    return shared


def changes(best: Wording, other: Wording) -> str:
    """Say in words what another wording changed: what it leaves out, adds, or puts for something else."""
    if best.stems == other.stems:
        return "the same words"
    told: list[str] = []
    matcher = SequenceMatcher(None, best.stems, other.stems, autojunk=False)
    for op, a, b, c, d in matcher.get_opcodes():
        was, now = " ".join(best.words[a:b]), " ".join(other.words[c:d])
        if op == "delete":
            told.append(f"leaves out “{was}”")
        elif op == "insert":
            told.append(f"adds “{now}”")
        elif op == "replace":
            told.append(f"“{now}” for “{was}”")
        if op != "equal" and max(b - a, d - c) <= SHORT_CHANGE and denies(best.lows[a:b]) != denies(other.lows[c:d]):
            told.insert(0, "drops a negation" if denies(best.lows[a:b]) else "adds a negation")
    more = len(told) - MOST_CHANGES
    return "; ".join(told[:MOST_CHANGES]) + (f"; and {more} more changes" if more > 0 else "")


def denies(lows: Sequence[str]) -> bool:
    """A word of negation is among the words."""
    return any(w in NEGATIONS or w.endswith("n't") for w in lows)


def keys(w: Wording, least: float) -> set[str | int]:
    """What a wording is found by: the stems and synonym sets of its telling words."""
    telling = [i for i, bits in enumerate(w.weights) if bits >= least]
    found: set[str | int] = {w.stems[i] for i in telling}
    return found.union(*(w.senses[i] for i in telling)) | {f"{a} {b}" for a, b in pairwise(w.stems)}
