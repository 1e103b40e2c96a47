"""What is known of events beforehand, and one event as it was found in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readout.text.event_actors import ActorWords
from readout.text.event_arguments import Parties
from readout.text.event_calamities import CalamityWords
from readout.text.event_frames import Frame, FrameBook
from readout.text.event_modality import Modality, Reading
from readout.text.log_odds import chance

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Published numbers by question: what each feature adds to the log odds ("bias" always), and the chance that is asked for."""

    weights: Mapping[str, Features]
    bars: Mapping[str, float]

    def chance(self, question: str, features: Features) -> float:
        """How likely the answer is yes; features too rare to be weighed count for nothing."""
        weights = self.weights[question]
        return chance(weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items() if value))


@dataclass(frozen=True, slots=True)
class EventWords:
    """All that is known of events beforehand."""

    frames: FrameBook
    actors: ActorWords
    modality: Modality
    forms: Mapping[str, str]
    calamities: CalamityWords
    weighing: Weighing


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
