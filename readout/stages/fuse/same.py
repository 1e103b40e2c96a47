"""How likely two events are reports of one act: a linear judge of named signs, weights in `lexicon/same_act_weights.toml`."""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import Final, NamedTuple

from readout.lexicon import read
from readout.stages.fuse.compare import called_off
from readout.stages.fuse.same_signs import signs
from readout.stages.fuse.telling import Telling
from readout.text import log_odds

NAMED: Final = 3  # signs that a reason names
LEAST: Final = 0.1  # log odds that a sign adds from which a reason names it
COPIED: Final = 0.99  # the chance where the same words tell it in text that one page has from the other


class Score(NamedTuple):
    """How likely two events are reports of one act, 0 to 1, and why."""

    value: float
    because: str

    @property
    def odds(self) -> float:
        """The natural log odds."""
        return log(self.value / (1 - self.value))


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("same_act_weights"))


def copies(one: Telling, other: Telling, copied: bool) -> bool:
    """Tell whether one word tells both in the same words of one passage."""
    return copied and one.trigger == other.trigger and one.kind == other.kind


def apart(one: Telling, other: Telling) -> bool:
    """Tell whether two events must not be one whatever speaks for it: what was called off or denied is not what was done, what
    was long ago is not of now."""
    past = [t.status == "historical" for t in (one, other)]
    return past[0] != past[1] or called_off(one, other) or called_off(other, one)


def odds(one: Telling, other: Telling, copied: bool) -> float:
    """Give the natural log odds that two events are reports of one act."""
    if copies(one, other, copied):
        return Score(COPIED, "").odds
    return Score(weights().chance(signs(one, other, copied)), "").odds


def score(one: Telling, other: Telling, copied: bool) -> Score:
    """Judge a pair by its signs, and say why."""
    if copies(one, other, copied):
        return Score(COPIED, "the same words in reused text")
    held = signs(one, other, copied)
    adding = weights().adding(held)
    strongest = sorted((n for n in adding if held[n] and adding[n] >= LEAST), key=lambda n: (-adding[n], n))[:NAMED]
    why = ", ".join(name.replace("_", " ") for name in strongest) or "nothing in particular"
    return Score(weights().chance(held), why)
