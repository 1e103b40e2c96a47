"""Fit how likely two values are of one thing: `python -m training.values PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. Two values that pages give (`readout/stages/weigh/heaped.py`) are of one thing
where their figures stand in one finding of the truth tables, and of two where one of them stands in a finding that the other does
not. The fit is tried on packs that it has not seen, a sixth at a time (precision and recall of pairs at several chances);
`--write` stores the fit on all in `readout/lexicon/value_weights.toml`. The weights of figures (`training/figures.py`) come
first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import readout
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.heaped import pairs, told_in
from readout.stages.weigh.value_signs import Node
from readout.text import log_odds
from training import logistic
from training.figures import labelled
from training.piles import arguments, folds, pack_of, record_of, show_pairs, tables_of

SHRINK = 20.0  # weight of the penalty on large weights
LEAST = {
    "meeting": 0.4,
    "differing": 0.35,
}  # chance from which two values stand on one row: most findings right on packs left out
Floats = NDArray[np.float64]


class Case(NamedTuple):
    """A pair of values of a pack: its signs, whether they can be one number, whether a finding has both."""

    pack: str
    signs: Mapping[str, float]
    meeting: bool
    one: bool


def main() -> None:
    """Try the fit on packs left out, store the fit on all."""
    asked = arguments(__doc__).parse_args()
    cases = [case for pack in asked.packs for case in cases_of(pack, record_of(pack, asked.records))]
    lines = [
        "# What each sign of a pair (`readout/stages/weigh/value_signs.py`) adds to the log odds that two",
        "# values are of one thing, with the mean from which it is counted. Fitted by `python -m training.values`:",
        "# `meeting` for values that can be one number, `differing` for the rest; from `threshold` on they stand on one row.",
    ]
    for name, least in LEAST.items():
        mine = [c for c in cases if c.meeting == (name == "meeting")]
        show(name, mine)
        lines += ["", *card(name, least, *fit(mine), sorted(mine[0].signs))]
    if asked.write:
        (Path(readout.__file__).parent / "lexicon" / "value_weights.toml").write_text("\n".join(lines) + "\n", "utf-8")


def card(name: str, least: float, weights: Floats, means: Floats, bias: float, signs: Sequence[str]) -> list[str]:
    """Write a set of weights."""
    rows = [f'"{s}" = [{w:.3f}, {m:.3f}]' for s, w, m in zip(signs, weights, means, strict=True)]
    return [f"[{name}]", f"bias = {bias:.3f}", f"threshold = {least}", "", f"[{name}.signs]", *rows]


def cases_of(folder: Path, record: Path) -> Iterator[Case]:
    """List the pairs of values of a pack with what its truth says of them."""
    seen = seen_of(record)
    labels = labelled(pack_of(folder, record), seen["stories"], seen["pages"])
    for story in told_in(seen["given"], seen["stories"], seen["acts"]):
        held = [findings_of(node, labels) for node in story.nodes]
        for p in pairs(story):
            if held[p.left] or held[p.right]:
                yield Case(folder.name, p.signs, p.meeting, bool(held[p.left] & held[p.right]))


def findings_of(node: Node, labels: Mapping[tuple[int, int], set[str]]) -> frozenset[str]:
    """Give the findings of the truth that a value stands in."""
    return frozenset(f for p in node.places for f in labels.get((p.story, p.figure), ()))


def seen_of(record: Path) -> Mapping[str, Any]:
    """Give what the stage has before it lays values of one thing on one row."""
    tables = tables_of(record)
    seen: dict[str, Any] = {}
    weave = stage.interwoven

    def woven(given: Any, stories: Any, acts: Any, pages: Any) -> Any:
        seen["pages"] = pages
        return weave(given, stories, acts, pages)

    def keep(given: Any, stories: Any, acts: Any) -> dict[str, Any]:
        seen.update(given=given, stories=stories, acts=acts)
        return {}

    with patch.object(stage, "interwoven", woven), patch.object(stage, "heaped", keep):
        stage.weigh(*(tables[t] for t in declaration(stage.weigh).takes))
    return seen


def fit(cases: Sequence[Case]) -> tuple[Floats, Floats, float]:
    """Fit the weights of the signs; give them, the means of the signs, the log odds of a pair at the means."""
    table = np.array([[c.signs[s] for s in sorted(c.signs)] for c in cases])
    means, spread = table.mean(0), table.std(0) + 1e-9
    scaled = np.hstack([(table - means) / spread, np.ones((len(cases), 1))])
    found = logistic.fit(scaled, np.array([float(c.one) for c in cases]), np.array([SHRINK] * len(means) + [1e-9]))
    return found[:-1] / spread, means, float(found[-1])


def show(name: str, cases: Sequence[Case]) -> None:
    """Print how pairs are told apart by fits that have not seen their pack."""
    fold, chances = folds([c.pack for c in cases]), np.zeros(len(cases))
    for part in sorted(set(fold.values())):
        weights, means, bias = fit([c for c in cases if fold[c.pack] != part])
        for i, c in enumerate(cases):
            if fold[c.pack] == part:
                values = np.array([c.signs[s] for s in sorted(c.signs)])
                chances[i] = log_odds.chance(bias + float(((values - means) * weights).sum()))
    show_pairs(name, chances, np.array([c.one for c in cases]), (0.2, 0.3, 0.4, 0.5, 0.6))


if __name__ == "__main__":
    main()
