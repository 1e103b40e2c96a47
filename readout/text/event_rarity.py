"""Acts on pages that tell of few: what looks like an act on a page on sport or travel is mostly none.

How likely a word tells an act is learned on news of public life, where there is more than one act to a sentence. On a page where
acts are rarer the same word is less likely one; so the chance asked for rises as acts grow rarer (the shift of a prior, in log
odds).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Final

from readout.records import Event
from readout.text.event_weighing import odds

# Acts that the rules see to 25 words (a sentence of news): from the first on acts are common, at the second and below as rare as
# can be. Nine of ten pages of our story packs have more than the first, of web logs, news groups, lives and speeches one in eight;
# their mean is near the second.
MANY: Final = 0.6
FEW: Final = 0.25
WORDS: Final = 25
UNSEEN: Final = 2  # sentences as of a story that every page is read as having besides its own; ours
FEWEST: Final = 8  # sentences from which a page tells how rare acts are on it; ours
COMMON: Final = 0.5  # acts to a sentence from which on nothing more is asked; nineteen of twenty pages of our story packs have more
# How far the log odds fall with the log of what is rarer: two readers judged a hundred events of 22 news pages of an open treebank,
# a logistic regression on chance and rarity gave 2.3.
FALL: Final = 2.0


def rarity(acts: int, words: int) -> float:
    """How rare acts are on a page, 0 to 1, by those that the rules see in its words."""
    share = (acts + MANY * UNSEEN) / (words / WORDS + UNSEEN)
    return min(1.0, max(0.0, log(MANY / share) / log(MANY / FEW)))


def borne_out(events: Sequence[Event], sentences: int) -> list[Event]:
    """Leave out the events of a page that its rarity of acts makes unlikely; what nobody judged stays."""
    coded = sum(e.coded_type is not None for e in events)
    if sentences < FEWEST or coded >= COMMON * sentences:
        return list(events)
    rarer = FALL * log(max(coded, 1) / (COMMON * sentences))
    return [e for e in events if e.act_chance is None or odds(e.act_chance) + rarer >= 0]
