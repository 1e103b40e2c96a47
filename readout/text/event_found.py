"""What is known of events beforehand, and one event as it was found in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from readout.text.event_actors import ActorWords
from readout.text.event_arguments import Parties
from readout.text.event_calamities import CalamityWords
from readout.text.event_frames import Frame, FrameBook
from readout.text.event_modality import Modality, Reading
from readout.text.log_odds import chance

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Published numbers by question: what each feature adds to the log odds ("bias" always), and the chance that is asked for.

    `rarity`: how rare acts are on the page (`event_rarity`), from 0, where they are common, to 1. As far as they are rare what a
    feature adds there ("rare NAME", "rare bias") is added too, and the chance asked for moves to that of "rare NAME".
    """

    weights: Mapping[str, Features]
    bars: Mapping[str, float]
    rarity: float = 0.0

    def chance(self, question: str, features: Features) -> float:
        """How likely the answer is yes; features too rare to be weighed count for nothing."""
        weights = self.weights[question]
        odds = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items() if value)
        if self.rarity:
            more = sum(weights.get(f"rare {name}", 0.0) * value for name, value in features.items() if value)
            odds += self.rarity * (weights.get("rare bias", 0.0) + more)
        return chance(odds)

    def bar(self, name: str) -> float:
        """The chance that is asked for on this page."""
        common = self.bars[name]
        return common + self.rarity * (self.bars.get(f"rare {name}", common) - common)


@dataclass(frozen=True, slots=True)
class EventWords:
    """All that is known of events beforehand."""

    frames: FrameBook
    actors: ActorWords
    modality: Modality
    forms: Mapping[str, str]
    calamities: CalamityWords
    weighing: Weighing

    def on_page(self, rarity: float) -> EventWords:
        """The same, for a page on which acts are so rare."""
        return replace(self, weighing=replace(self.weighing, rarity=rarity))


@dataclass(frozen=True, slots=True)
class Found:
    """One event of a sentence; numbers are of words. `taken` is the noun that belongs to the predicate."""

    frame: Frame
    trigger: int
    taken: int | None
    carrier: int | None
    parties: Parties
    reading: Reading
    coded: str | None
    over: int | None = None  # the word of promising, asking or refusing that this act hangs on, no event of its own
    by_network: bool = False  # the rules saw none here

    @property
    def anchor(self) -> int:
        """The word on which times, places and numbers hang."""
        return self.trigger if self.carrier is None else self.carrier
