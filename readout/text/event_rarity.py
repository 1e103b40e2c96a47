"""Acts on pages that tell of few: what looks like an act on a page on sport or travel is mostly none.

How likely a word tells an act is learned on news of public life, where there is more than one act to a sentence. On a page where
acts are rarer the same word is less likely one, so it is weighed by other numbers as acts grow rarer (`event_found.Weighing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import Final, NamedTuple

WORDS: Final = 25  # of a sentence of news
UNSEEN: Final = 2  # sentences as of a story that every page is read as having besides its own; ours
DOUBT: Final = 0.2  # chance of an act below which a word counts for none: the network gives every word a little; ours


class Scale(NamedTuple):
    """Acts to a sentence of news: from `many` on they are common, at `few` as rare as can be."""

    many: float
    few: float


# By what the network sees nineteen of twenty pages of our story packs have more than the first, of 66 open pages one in six;
# seven of those have less than the second, and tell no act. By what the rules see nine of ten pages of packs have more than the
# first, of open pages one in eight.
BY_NETWORK: Final = Scale(0.95, 0.2)
BY_RULES: Final = Scale(0.6, 0.25)


def rarity(acts: float, words: int, scale: Scale) -> float:
    """How rare acts are on a page of so many words, 0 to 1."""
    share = (acts + scale.many * UNSEEN) / (words / WORDS + UNSEEN)
    return min(1.0, max(0.0, log(scale.many / share) / log(scale.many / scale.few)))


def likely_acts(none: Iterable[Sequence[float]]) -> float:
    """How many words of a page tell an act, as far as the network thinks; `none`: by sentence, how likely each word tells none."""
    return sum(max(0.0, 1 - DOUBT - chance) for sentence in none for chance in sentence)
