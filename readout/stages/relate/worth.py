"""Judge by its signs whether a line belongs on the sheet: better short than wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from readout.lexicon import read
from readout.records import Relation
from readout.stages.relate.pile import Pile
from readout.stages.relate.signs import background, signs
from readout.stages.relate.weight import events_of
from readout.text import log_odds


class Weights(NamedTuple):
    """A linear decision: what each sign adds, in natural log odds, from its mean."""

    bias: float
    threshold: float
    of: Mapping[str, float]
    means: Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the published weights."""
    raw = read("sheet_weights")
    of = {name: weight for name, (weight, _) in raw["signs"].items()}
    return Weights(raw["bias"], raw["threshold"], of, {name: mean for name, (_, mean) in raw["signs"].items()})


def chance(held: Mapping[str, float]) -> float:
    """Give how likely a careful reader would write down a line with these signs."""
    known = weights()
    odds = known.bias + sum(known.of[name] * (held[name] - known.means[name]) for name in sorted(held))
    return log_odds.chance(odds)


def worthy(pile: Pile, lines: Iterable[Relation]) -> Iterator[Relation]:
    """Give the lines that a careful reader would write down."""
    known = background(pile, events_of(pile))
    for one in lines:
        if chance(signs(pile, known, one)) >= weights().threshold:
            yield one
