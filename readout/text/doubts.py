"""How a finding says that it is not sure of a value, and how those who read it see that."""

from __future__ import annotations

from typing import Final

LIKELY: Final = 0.5  # chance from which a value is taken to be of one thing with the others of its row without a word; ours
DOUBT: Final = "it is not sure that"


def doubt(value: str, chance: float) -> str:
    """Write that a value may be of another thing than those beside it."""
    return f"; {DOUBT} {value} is of the same thing (chance {chance:.2f})"


def is_doubted(because: str) -> bool:
    """Tell whether a finding says so of one of its values."""
    return DOUBT in because
