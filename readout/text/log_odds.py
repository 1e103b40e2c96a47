"""What weights say in natural log odds, as a chance; a linear decision by published weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp
from typing import Any, Final

FARTHEST: Final = 30.0  # log odds beyond which a chance is as good as sure: 1 in 10¹³


def chance(odds: float) -> float:
    """Give the chance, above 0 and below 1, of natural log odds of any size."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, odds))))


@dataclass(frozen=True)
class Decision:
    """A linear decision: what each sign adds, in natural log odds, from its mean; the chance from which it is yes."""

    bias: float
    threshold: float
    of: Mapping[str, float]
    means: Mapping[str, float]

    def adding(self, held: Mapping[str, float]) -> dict[str, float]:
        """Give what each sign held adds, by name in order."""
        return {name: self.of[name] * (value - self.means[name]) for name, value in sorted(held.items())}

    @cached_property
    def at_zero(self) -> float:
        """The natural log odds of what has every sign at zero."""
        return self.bias - sum(weight * self.means[name] for name, weight in self.listed)

    @cached_property
    def listed(self) -> tuple[tuple[str, float], ...]:
        """The signs with their weights, in order."""
        return tuple(sorted(self.of.items()))

    def odds(self, held: Mapping[str, float]) -> float:
        """Give the natural log odds of what has these signs; one that is not known counts as its mean."""
        total = self.at_zero
        for name, weight in self.listed:
            if value := held.get(name, self.means[name]):
                total += weight * value
        return total

    def chance(self, held: Mapping[str, float]) -> float:
        """Give the chance, 0 to 1, of what has these signs."""
        return chance(self.odds(held))


def decision(card: Mapping[str, Any]) -> Decision:
    """Read the weights of a lexicon file: bias, threshold, and for each sign its weight, or its weight and mean."""
    parts = {name: told if isinstance(told, list) else (told, 0.0) for name, told in card["signs"].items()}
    of, means = ({name: part[k] for name, part in parts.items()} for k in (0, 1))
    return Decision(card["bias"], card["threshold"], of, means)
