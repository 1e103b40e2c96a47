"""What weights say in natural log odds, as a chance."""

from __future__ import annotations

from math import exp
from typing import Final

FARTHEST: Final = 30.0  # log odds beyond which a chance is as good as sure: 1 in 10¹³


def chance(odds: float) -> float:
    """Give the chance, above 0 and below 1, of natural log odds of any size."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, odds))))
