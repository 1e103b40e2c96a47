"""Logistic regression on standardised signs of rows that belong to piles, each pile judged by fits that have not seen it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from training import logistic

Floats = NDArray[np.float64]


class Table:
    """Rows with their signs as standardised columns.

    packs: the pile of each row; signs: its signs by name; truth (rows,) of 0 to 1; ridge: the penalty of each weight; counts
    (rows,): how much each row counts, all alike by default.
    """

    def __init__(
        self, packs: Sequence[str], signs: Sequence[Mapping[str, float]], truth: Floats, ridge: float, counts: Floats | None = None
    ) -> None:  # fmt: skip
        self.packs, self.truth = np.array(packs), truth
        self.counts = np.ones(len(truth)) if counts is None else counts
        self.names = sorted(signs[0])
        plain = np.array([[row[n] for n in self.names] for row in signs], dtype=np.float64)
        self.means, self.spreads = plain.mean(0), plain.std(0) + 1e-9
        self.values = np.hstack([np.ones((len(truth), 1)), (plain - self.means) / self.spreads])
        self.penalty = np.array([1e-6, *[ridge] * len(self.names)])

    def apart(self) -> Floats:
        """Give the chance of each row by fits that have not seen its pile."""
        found = np.zeros(len(self.truth))
        for pack in sorted({*self.packs}):
            mine = self.packs == pack
            beta = logistic.fit(self.values[~mine], self.truth[~mine], self.penalty, self.counts[~mine])
            found[mine] = logistic.chances(self.values[mine] @ beta)
        return found

    def card(self, threshold: float) -> str:
        """Write the fit on all rows: bias, threshold, and for each sign its weight and the mean from which it is counted. The
        signs are one inline table, so that a file may hold several cards."""
        beta = logistic.fit(self.values, self.truth, self.penalty, self.counts)
        told = zip(self.names, beta[1:], self.spreads, self.means, strict=True)
        lines = "\n".join(f'signs."{n}" = [{b / s:.4f}, {m:.4f}]' for n, b, s, m in told)
        return f"bias = {beta[0]:.4f}\nthreshold = {threshold}\n{lines}\n"
