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
SMALL = 3  # pages from which a story is one like those fitted to; of fewer, more is told; ours
LENIENT = 0.2  # the share of the threshold from which an act of a small story is told; ours


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("occurrence_weights"))


class Chance(NamedTuple):
    """How likely a group is an occurrence, and why."""

    value: float
    because: str
    least: float  # the chance from which it makes a row

    @property
    def enough(self) -> bool:
        """Tell whether it makes a row."""
        return self.value >= self.least


def chance(told: Sequence[Telling], pages_of_story: int) -> Chance:
    """Judge a group of events by its signs."""
    held = signs(told, pages_of_story)
    value = weights().chance(held)
    least = weights().threshold * (LENIENT if pages_of_story < SMALL else 1)
    return Chance(value, spelt_out(value, weights().adding(held)), least)


def spelt_out(value: float, adding: Mapping[str, float]) -> str:
    """Say in words what spoke most for and against a row."""
    strongest = sorted(adding, key=lambda name: (-abs(adding[name]), name))[:NAMED]
    named = ", ".join(f"{name.replace('_', ' ')} {adding[name]:+.2f}" for name in strongest)
    return f"worth a row ({value:.2f}; {named})"
