"""What the event head says of a marked sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities of the act's own type (NONE among them) and of its status."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]

    @property
    def none(self) -> float:
        """How likely there is no event."""
        return self.types["NONE"]
