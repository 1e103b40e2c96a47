"""Fit the weights of the signs of who spoke: `python -m training.speakers.fit TABLE.jsonl [--out FILE.toml]`.

Prints what is right and wrong with one pack or page of our own left out in turn, at several thresholds.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readout.text.speaker_choice import APART
from training import logistic

RIDGE = 10.0
TOLD = 0.3  # weight of a candidate of a quotation whose words do tell who spoke
THRESHOLD = 0.601
Floats = NDArray[np.float64]
Line = dict[str, Any]


def main() -> None:
    """Print the measures and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    lines = [json.loads(line) for line in asked.table.read_text("utf-8").splitlines()]
    names = sorted(lines[0]["signs"])
    values = np.array([[line["signs"][n] for n in names] for line in lines], dtype=np.float64)
    odds = np.zeros(len(lines))
    for pack in sorted({line["pack"] for line in lines}):
        mine = np.array([line["pack"] == pack for line in lines])
        bias, weights, means = fitted(values[~mine], [x for x in lines if x["pack"] != pack])
        odds[mine] = bias + (values[mine] - means) @ weights
    for how in ("pronoun", "open", "carried", "told"):
        print(how, {t: scored(lines, logistic.chances(odds), how, t) for t in (0.4, 0.5, 0.6, 0.7, 0.8)})
    if asked.out:
        bias, weights, means = fitted(values, lines)
        asked.out.write_text(card(names, bias, weights, means), "utf-8")


def fitted(values: Floats, lines: Sequence[Line]) -> tuple[float, Floats, Floats]:
    """Give the bias, and of each sign the weight and the mean from which it is counted."""
    means, spreads = values.mean(0), values.std(0) + 1e-9
    with_bias = np.hstack([np.ones((len(lines), 1)), (values - means) / spreads])
    truth = np.array([float(line["right"]) for line in lines])
    counts = np.array([TOLD if line["how"] == "told" else 1.0 for line in lines])
    found = logistic.fit(with_bias, truth, np.array([1e-6, *[RIDGE] * values.shape[1]]), counts)
    return float(found[0]), np.asarray(found[1:] / spreads), means


def scored(lines: Sequence[Line], likely: Floats, how: str, threshold: float) -> str:
    """Say of how many quotations the right speaker is chosen, a wrong one, and one where nobody spoke."""
    of_quotation: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if line["how"] == how:
            of_quotation[line["pack"], line["page"], *line["at"]].append(i)
    right = wrong = nobody = 0
    for found in of_quotation.values():
        best, *rest = sorted(found, key=lambda i: -likely[i])
        if likely[best] < threshold or (rest and likely[rest[0]] > APART * likely[best]):
            continue
        right += lines[best]["right"]
        wrong += not lines[best]["right"] and lines[best]["quotation"]
        nobody += not lines[best]["quotation"]
    return f"{right} right, {wrong} wrong, {nobody} by nobody, of {len(of_quotation)}"


def card(names: Sequence[str], bias: float, weights: Floats, means: Floats) -> str:
    """Write the weights with what they are."""
    lines = [
        "# What each sign of one who may have spoken quoted words (`readout/text/speaker_signs.py`) adds to the natural log odds",
        "# that they did: [weight, mean from which it is counted]; from the threshold on, somebody is named. Logistic regression;",
        "# training/speakers/README.md tells how.",
        f"bias = {bias:.3f}",
        f"threshold = {THRESHOLD}",
        "",
        "[signs]",
    ]
    lines += [f"{n} = [{w:.3f}, {m:.3f}]" for n, w, m in zip(names, weights, means, strict=True)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
