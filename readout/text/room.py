"""Grow and sort arrays in compiled code with plain loops: numpy's own ways there take seconds to compile."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def grown(rows):  # type: ignore[no-untyped-def]
    """Give a table with room for twice the rows, the old ones first."""
    made = np.empty((2 * rows.shape[0], rows.shape[1]), rows.dtype)
    for k in range(rows.shape[0]):
        for column in range(rows.shape[1]):
            made[k, column] = rows[k, column]
    return made


@njit(cache=True, nogil=True)
def ascend(values, count):  # type: ignore[no-untyped-def]
    """Sort the first `count` values in place. Method: Shell 1959, gaps that thin out by 3."""
    gap = 1
    while gap < count // 9:
        gap = 3 * gap + 1
    while gap > 0:
        for k in range(gap, count):
            value, at = values[k], k
            while at >= gap and values[at - gap] > value:
                values[at] = values[at - gap]
                at -= gap
            values[at] = value
        gap //= 3
