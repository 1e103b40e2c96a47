"""Logistic regression with a square penalty, by Newton's method: the fit behind the published weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 60  # of Newton's method at most
CLOSE = 1e-8  # the largest change of a weight at which it has arrived


def fit(values: Floats, truth: Floats, penalty: Floats, weight: Floats | None = None) -> Floats:
    """Give the weights of the columns.

    Shapes: values (rows, columns), one column of ones for the bias; truth (rows,) of 0 and 1; penalty (columns,), near zero for
    the bias; weight (rows,), how much each row counts, all alike by default.
    """
    counts = np.ones(len(truth)) if weight is None else weight
    found = np.zeros(values.shape[1])
    for _ in range(STEPS):
        likely = chances(values @ found)
        slope = values.T @ (counts * (likely - truth)) + penalty * found
        bend = (values * (counts * likely * (1 - likely))[:, None]).T @ values + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < CLOSE:
            break
    return found


def chances(odds: Floats) -> Floats:
    """Give the chances of natural log odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)
