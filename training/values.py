"""Fit how likely two values are of one thing: `python -m training.values PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. Whether two values that pages give (`readout/stages/weigh/heaped.py`) are of one
thing readers have said of some (`training/value_labels`). Of the others, which count for a tenth, the truth tables tell a little:
they are of one thing where their figures stand in one finding, and of two where one of them stands in a finding that the other
does not. The fit is tried on packs that it has not seen, a sixth at a time: precision and recall at several chances, and the area
under the curve of the pairs that readers labelled; `--write` stores the fit on all in `readout/lexicon/value_weights.toml`. The
weights of figures (`training/figures.py`) come first.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import readout
from evaluation.stories.pack import Pack
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.heaped import pairs, told_in
from readout.stages.weigh.value_signs import Node, Story
from readout.text import log_odds
from training import logistic
from training.figures import labelled
from training.piles import area, arguments, folds, pack_of, record_of, show_pairs, tables_of

SHRINK = 20.0  # weight of the penalty on large weights
BY_TRUTH = 0.1  # what a pair counts of which only the truth tables tell; ours
LABELS = Path(__file__).parent / "value_labels" / "pairs.tsv"
OPEN = "open"  # pairs labelled after the fit; weights fitted to them as well tell pairs apart no better (decision 0050)
LEAST = {
    "meeting": 0.3,
    "differing": 0.35,
}  # chance from which two values stand on one row: most findings right on packs left out
Floats = NDArray[np.float64]


class Case(NamedTuple):
    """A pair of values of a pack: its signs, whether they can be one number, whether they are of one thing, and how the reader
    who said so judged them ("different", else as in `value_labels`); empty where only the truth tables tell."""

    pack: str
    signs: Mapping[str, float]
    meeting: bool
    one: bool
    label: str


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
    seen, pack = seen_of(record), pack_of(folder, record)
    labels = labelled(pack, seen["stories"], seen["pages"])
    for story in told_in(seen["given"], seen["stories"], seen["acts"]):
        held = [findings_of(node, labels) for node in story.nodes]
        read = by_readers(pack, story)
        for p in pairs(story):
            label = read.get((p.left, p.right))
            if label:
                yield Case(folder.name, p.signs, p.meeting, label != "different", label)
            elif held[p.left] or held[p.right]:
                yield Case(folder.name, p.signs, p.meeting, bool(held[p.left] & held[p.right]), "")


Spans = Sequence[tuple[str, int, int]]


@lru_cache(maxsize=1)
def label_rows() -> Mapping[str, Sequence[tuple[Spans, Spans, str]]]:
    """Give for each pack the pairs that readers labelled: where the pages give both values, and the label."""

    def spans(told: str) -> Spans:
        parts = (one.rpartition(":") for one in told.split(";"))
        return [(page, *map(int, place.split("-"))) for page, _, place in parts]  # type: ignore[misc]  # start and end

    found: dict[str, list[tuple[Spans, Spans, str]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["sheet"] == OPEN:
                continue
            found[row["pack"]].append((spans(row["left"]), spans(row["right"]), row["kind"] or row["verdict"]))
    return found


def by_readers(pack: Pack, story: Story) -> Mapping[tuple[int, int], str]:
    """Give the labels of pairs of values of a story, by their numbers: a value is the one that most of the spans stand in."""
    found = {}
    for left, right, label in label_rows().get(pack.name, ()):
        one, other = (standing_on(pack, story, spans) for spans in (left, right))
        if one is not None and other is not None and one != other:
            found[min(one, other), max(one, other)] = label
    return found


def standing_on(pack: Pack, story: Story, spans: Spans) -> int | None:
    """Give the value that stands on most of some spans; null where none does."""
    hits = [
        (-sum(any(pack.page_of[s.evidence.doc_id] == page and s.evidence.start < end and start < s.evidence.end for s in node.said)
              for page, start, end in spans), n)
        for n, node in enumerate(story.nodes)
    ]  # fmt: skip
    most, number = min(hits, default=(0, 0))
    return number if most else None


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
    weight = np.array([1.0 if c.label else BY_TRUTH for c in cases])
    found = logistic.fit(scaled, np.array([float(c.one) for c in cases]), np.array([SHRINK] * len(means) + [1e-9]), weight)
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
    told = np.array([bool(c.label) for c in cases])
    truth = np.array([c.one for c in cases])
    for which, kept in (("by readers", told), ("by truth tables", ~told)):
        about = f"{name}, {which}, area {area(truth[kept] * 1.0, chances[kept]):.3f}"
        show_pairs(about, chances[kept], truth[kept], (0.2, 0.3, 0.4, 0.5, 0.6, 0.7))


if __name__ == "__main__":
    main()
