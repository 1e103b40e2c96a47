"""Fit the weights of the signs by which a group of events is judged worth a row.

    python -m training.occurrences.fit TABLE.jsonl [--out FILE.toml] [--rows 1000]

Logistic regression with a ridge on standardised signs. Prints what is found and right with one pack left out in turn, at several
numbers of rows; the threshold written is that of `--rows` rows of these, with every pack judged by weights that have not seen it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.stories.acts import best_first
from readout.text import log_odds
from training import logistic
from training.piles import area

RIDGE = 60.0
DEMO = 0.6  # weight of a group of the demo, which holds several small stories and was looked at most
Floats = NDArray[np.float64]
Line = Mapping[str, Any]


class Fit(NamedTuple):
    """Weights of standardised signs."""

    bias: float
    weights: Floats
    means: Floats
    spreads: Floats

    def odds(self, values: Floats) -> Floats:
        """Give the log odds of each row."""
        return np.asarray(self.bias + ((values - self.means) / self.spreads) @ self.weights)


def main() -> None:
    """Print the curve with each pack left out, and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--rows", type=int, default=1000)
    asked = parser.parse_args()
    lines = [json.loads(line) for line in asked.table.read_text("utf-8").splitlines()]
    names = sorted(lines[0]["signs"])
    odds = left_out(lines, names)
    truth = labels(lines)
    print(f"{len(lines)} groups, {int(truth.sum())} found; area under the curve {area(truth, odds):.3f}")
    for rows in sorted({600, 700, 800, 900, 1000, 1100, asked.rows}):
        print(f"{rows} rows, odds {cut(odds, rows):+.2f}: {scored(lines, odds >= cut(odds, rows))}")
    whole = fitted(lines, names)
    for name, weight in sorted(zip(names, whole.weights, strict=True), key=lambda pair: -abs(pair[1])):
        print(f"  {name:22} {weight:+.2f}")
    if asked.out:
        asked.out.write_text(card(names, whole, cut(odds, asked.rows)), "utf-8")


def left_out(lines: Sequence[Line], names: Sequence[str]) -> Floats:
    """Judge every pack by what the others teach."""
    odds = np.zeros(len(lines))
    for pack in sorted({line["pack"] for line in lines}):
        mine = np.array([line["pack"] == pack for line in lines])
        learned = fitted([line for line in lines if line["pack"] != pack], names)
        odds[mine] = learned.odds(matrix(lines, names)[mine])
    return odds


def fitted(lines: Sequence[Line], names: Sequence[str]) -> Fit:
    """Fit the signs, each counted from its mean in its spread."""
    values, truth = matrix(lines, names), labels(lines)
    means, spreads = values.mean(0), values.std(0) + 1e-9
    weight = np.array([DEMO if line["pack"] == "demo" else 1.0 for line in lines])
    with_bias = np.hstack([np.ones((len(lines), 1)), (values - means) / spreads])
    beta = logistic.fit(with_bias, truth, np.array([1e-6, *[RIDGE] * len(names)]), weight)
    return Fit(float(beta[0]), beta[1:], means, spreads)


def matrix(lines: Sequence[Line], names: Sequence[str]) -> Floats:
    """Give the signs as rows of numbers."""
    return np.array([[line["signs"][name] for name in names] for line in lines], dtype=np.float64)


def labels(lines: Sequence[Line]) -> Floats:
    """Say of each group whether it is the best of those that are like an occurrence of the truth."""
    chosen = paired(lines, np.ones(len(lines), dtype=bool))
    return np.array([float(i in chosen) for i in range(len(lines))])


def paired(lines: Sequence[Line], kept: NDArray[np.bool_]) -> dict[int, str]:
    """Pair groups with truths as the scorer does: best first, none twice."""
    by_pack: dict[str, list[tuple[float, str, int]]] = defaultdict(list)
    for i, line in enumerate(lines):
        if kept[i]:
            by_pack[line["pack"]] += [(-value, key, i) for key, value in line["like"].items()]
    return {i: key for listed in by_pack.values() for key, i in best_first(listed).items()}


def scored(lines: Sequence[Line], kept: NDArray[np.bool_]) -> str:
    """Say what is found, right and on nothing among the groups kept."""
    chosen = paired(lines, kept)
    right = sum(key in lines[i]["right"] for i, key in chosen.items())
    truths = sum({line["pack"]: line["truths"] for line in lines}.values())
    return f"found {len(chosen)}/{truths}, right {right}, on nothing {int(kept.sum()) - len(chosen)}"


def cut(odds: Floats, rows: int) -> float:
    """Give the odds from which so many groups are kept."""
    return float(np.sort(odds)[::-1][min(rows, len(odds)) - 1])


def card(names: Sequence[str], fit: Fit, odds: float) -> str:
    """Write the weights with what they are."""
    lines = [
        "# What each sign of a group of events (`readout/stages/fuse/signs.py`) adds to the log odds that a careful reader",
        "# notes it as something that happened or is ahead: [weight, mean from which it is counted]. Logistic regression over",
        "# the groups of the demo and of the story packs that are read; training/occurrences/README.md tells how.",
        f"bias = {fit.bias:.3f}",
        f"threshold = {log_odds.chance(odds):.3f}",
        "",
        "[signs]",
    ]
    for name, weight, mean, spread in zip(names, fit.weights, fit.means, fit.spreads, strict=True):
        lines.append(f"{name} = [{weight / spread:.3f}, {mean:.3f}]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
