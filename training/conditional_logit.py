"""Conditional logit with a square penalty (McFadden 1974), by Newton's method: which of several candidates is the right one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 60  # of Newton's method at most
CLOSE = 1e-7  # the largest change of a weight at which it has arrived


def fit(cases: Sequence[tuple[Floats, Sequence[int]]], ridge: float) -> Floats:
    """Give the weights of the signs.

    Shapes: of each case the signs of its candidates (candidates, signs), and which candidates are right, one at least; where
    several are, the case counts by the chance that one of them is chosen. `ridge` is the penalty on the square of each weight.
    """
    width = cases[0][0].shape[1]
    found = np.zeros(width)
    for _ in range(STEPS):
        slope, bend = 2 * ridge * found, 2 * ridge * np.eye(width)
        for values, right in cases:
            likely = chances(values @ found)
            wanted = np.zeros_like(likely)
            wanted[right] = likely[right] / likely[right].sum()
            slope = slope - values.T @ (wanted - likely)
            spread = values - likely @ values
            bend = bend + (spread * likely[:, None]).T @ spread
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < CLOSE:
            break
    return found


def chances(odds: Floats) -> Floats:
    """Give the chances of candidates of one case, by their log odds."""
    likely = np.exp(odds - odds.max())
    return np.asarray(likely / likely.sum(), dtype=np.float64)


def matrix(held: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """Put the signs of candidates in rows: a sign that one does not hold is 0."""
    return np.array([[signs.get(name, 0.0) for name in names] for signs in held], dtype=np.float64)
