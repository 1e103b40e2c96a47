"""Judge by its signs how likely a careful reader would note a group of events as something that happened or is ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from readout.lexicon import read
from readout.stages.fuse.signs import signs
from readout.stages.fuse.telling import Telling
from readout.text import log_odds

NAMED = 2  # signs that a reason names


class Weights(NamedTuple):
    """A linear decision: what each sign adds, in natural log odds, from its mean."""

    bias: float
    threshold: float
    of: Mapping[str, float]
    means: Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the published weights."""
    raw = read("occurrence_weights")
    of = {name: weight for name, (weight, _) in raw["signs"].items()}
    return Weights(raw["bias"], raw["threshold"], of, {name: mean for name, (_, mean) in raw["signs"].items()})


class Chance(NamedTuple):
    """How likely a group is an occurrence, and why."""

    value: float
    because: str

    @property
    def enough(self) -> bool:
        """Tell whether it makes a row."""
        return self.value >= weights().threshold


def chance(told: Sequence[Telling], pages_of_story: int) -> Chance:
    """Judge a group of events by its signs."""
    known, held = weights(), signs(told, pages_of_story)
    adding = {name: known.of[name] * (value - known.means[name]) for name, value in held.items()}
    odds = known.bias + sum(adding[name] for name in sorted(adding))
    value = log_odds.chance(odds)
    return Chance(value, spelt_out(value, adding))


def spelt_out(value: float, adding: Mapping[str, float]) -> str:
    """Say in words what spoke most for and against a row."""
    strongest = sorted(adding, key=lambda name: (-abs(adding[name]), name))[:NAMED]
    named = ", ".join(f"{name.replace('_', ' ')} {adding[name]:+.2f}" for name in strongest)
    return f"worth a row ({value:.2f}; {named})"
