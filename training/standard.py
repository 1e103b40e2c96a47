"""Logistic regression on standardised signs of rows that belong to piles, each pile judged by fits that have not seen it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import readout
from readout.text.log_odds import Decision
from training import logistic

Floats = NDArray[np.float64]
# How the sign ends that says of which kind a row is; it counts from no mean, since rows of the other kinds have none of it.
KIND = " line"
LOOSER = 6  # times by which the penalty of such a sign is smaller; ours


class Table:
    """Rows with their signs as standardised columns; a row without a sign stands at its mean.

    packs: the pile of each row; signs: its signs by name; truth (rows,) of 0 to 1; ridge: the penalty of each weight; counts
    (rows,): how much each row counts, all alike by default.
    """

    def __init__(
        self, packs: Sequence[str], signs: Sequence[Mapping[str, float]], truth: Floats, ridge: float, counts: Floats | None = None
    ) -> None:  # fmt: skip
        self.packs, self.truth = np.array(packs), truth
        self.counts = np.ones(len(truth)) if counts is None else counts
        self.names = sorted({n for row in signs for n in row})
        told = {n: [row[n] for row in signs if n in row] for n in self.names}
        kinds = {n for n in self.names if n.endswith(KIND)}
        self.means = {n: 0.0 if n in kinds else float(np.mean(v)) for n, v in told.items()}
        self.spreads = {n: 1.0 if n in kinds else float(np.std(v)) + 1e-9 for n, v in told.items()}
        self.values = np.array([[1.0, *((row[n] - self.means[n]) / self.spreads[n] if n in row else 0.0 for n in self.names)]
                                for row in signs])  # fmt: skip
        self.penalty = np.array([1e-6, *(ridge / LOOSER if n in kinds else ridge for n in self.names)])

    def apart(self) -> Floats:
        """Give the chance of each row by fits that have not seen its pile."""
        found = np.zeros(len(self.truth))
        for pack in sorted({*self.packs}):
            mine = self.packs == pack
            beta = logistic.fit(self.values[~mine], self.truth[~mine], self.penalty, self.counts[~mine])
            found[mine] = logistic.chances(self.values[mine] @ beta)
        return found

    def decision(self, threshold: float) -> Decision:
        """Give the decision fitted on all rows, for the package."""
        beta = logistic.fit(self.values, self.truth, self.penalty, self.counts)
        of = {n: float(b / self.spreads[n]) for n, b in zip(self.names, beta[1:], strict=True)}
        return Decision(float(beta[0]), threshold, of, self.means)


def card(found: Decision) -> str:
    """Write a decision for the package: bias, threshold, and for each sign its weight and the mean from which it is counted, by
    dotted names, so that a file may hold several."""
    lines = "\n".join(f'signs."{n}" = [{w:.4f}, {found.means[n]:.4f}]' for n, w in found.listed)
    return f"bias = {found.bias:.4f}\nthreshold = {found.threshold}\n{lines}\n"


def store(name: str, about: str, found: Decision) -> None:
    """Write a decision into the package, under a heading of what it is."""
    (Path(readout.__file__).parent / "lexicon" / f"{name}.toml").write_text(about + card(found), "utf-8")
