"""What the event head says of a marked sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities of the act's own type (NONE among them) and of its status."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]

    @property
    def none(self) -> float:
        """How likely there is no event."""
        return self.types["NONE"]


class EventJudge(Protocol):
    """Judges a sentence with marked parties and trigger; spans are of the text given."""

    def __call__(
        self, text: str, actor: Span | None, recipient: Span | None, trigger: Span | None, /
    ) -> Judgement: ...  # fmt: skip
