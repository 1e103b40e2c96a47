"""Fit how likely two values are of one thing: `python -m training.values PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. Whether two values that pages give (`readout/stages/weigh/heaped.py`) are of one
thing readers have said of some (`training/value_labels`). Of the others, which count for a tenth, the truth tables tell a little:
they are of one thing where their figures stand in one finding, and of two where one of them stands in a finding that the other
does not. A first look weighs the signs of a pair; a second look weighs them again beside what the first says of the other values
of the story (`rivals`), learned from first looks that have not seen the pack. The whole is tried on packs that it has not seen, a
sixth at a time: precision and recall at several chances, and the area under the curve of the pairs that readers labelled;
`--write` stores the fit on all in `readout/lexicon/value_weights.toml`. The weights of figures (`training/figures.py`) come first.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np

import readout
from evaluation.stories.pack import Pack
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.heaped import Pair, beside_others, pairs, told_in
from readout.stages.weigh.value_signs import Node, Story
from readout.text.log_odds import Decision
from training.figures import labelled
from training.piles import area, arguments, folds, pack_of, record_of, show_pairs, tables_of
from training.standard import Table, card

SHRINK = 20.0  # weight of the penalty on large weights
BY_TRUTH = 0.1  # what a pair counts of which only the truth tables tell; ours
LABELS = Path(__file__).parent / "value_labels" / "pairs.tsv"
LEAST = {
    "meeting": 0.3,
    "differing": 0.35,
}  # chance from which two values stand on one row: most findings right on packs left out


class Told(NamedTuple):
    """What is said of a pair: whether it is of one thing, and how the reader who said so judged it ("different", else as in
    `value_labels`); empty where only the truth tables tell."""

    one: bool
    label: str


class Compared(NamedTuple):
    """A story of a pack with its pairs of values, and what is said of some of these."""

    pack: str
    story: Story
    pairs: Sequence[Pair]
    told: Mapping[tuple[int, int], Told]


class Case(NamedTuple):
    """A pair of which something is said: its pack, its signs, whether they can be one number, and what is said."""

    pack: str
    signs: Mapping[str, float]
    kind: str
    one: bool
    label: str


Look = Mapping[str, Decision]  # by kind of pair


def main() -> None:
    """Try the fit on packs left out, store the fit on all."""
    asked = arguments(__doc__).parse_args()
    stories = [s for pack in asked.packs for s in stories_of(pack, record_of(pack, asked.records))]
    fold = folds([s.pack for s in stories])
    show(stories, fold)
    first, again = looks(stories, fold)
    if asked.write:
        (Path(readout.__file__).parent / "lexicon" / "value_weights.toml").write_text(written(first, again), "utf-8")


ABOUT = """# What each sign of a pair (`readout/stages/weigh/value_signs.py`) adds to the log odds that two
# values are of one thing, with the mean from which it is counted. Fitted by `python -m training.values`:
# `meeting` for values that can be one number, `differing` for the rest; `first` by the signs of the pair alone,
# `again` with those of `readout/stages/weigh/rivals.py`; from `threshold` of the second on they stand on one row.
"""


def written(first: Look, again: Look) -> str:
    """Write the file of weights."""
    both = (("first", first), ("again", again))
    return ABOUT + "".join(f"\n[{look}.{kind}]\n{card(found[kind])}" for look, found in both for kind in LEAST)


def looks(stories: Sequence[Compared], fold: Mapping[str, int]) -> tuple[Look, Look]:
    """Fit both looks; the second learns from first looks that have not seen the pack, a fold at a time."""
    cases: list[Case] = []
    for part in sorted({fold[s.pack] for s in stories}):
        first = look([c for s in stories if fold[s.pack] != part for c in cases_of(s, s.pairs)])
        cases += [c for s in stories if fold[s.pack] == part for c in cases_of(s, seen_again(s, first))]
    return look([c for s in stories for c in cases_of(s, s.pairs)]), look(cases)


def look(cases: Sequence[Case]) -> Look:
    """Fit the weights of each kind of pair."""
    return {kind: fit([c for c in cases if c.kind == kind], least) for kind, least in LEAST.items()}


def fit(cases: Sequence[Case], least: float) -> Decision:
    """Fit the weights of the signs."""
    truth, counts = np.array([float(c.one) for c in cases]), np.array([1.0 if c.label else BY_TRUTH for c in cases])
    return Table([c.pack for c in cases], [c.signs for c in cases], truth, SHRINK, counts).decision(least)


def seen_again(told: Compared, first: Look) -> Iterator[Pair]:
    """Give the pairs of a story that a first look leaves open as the second sees them."""
    return beside_others(told.story, told.pairs, chances_of(told, first))


def chances_of(told: Compared, first: Look) -> Mapping[tuple[int, int], float]:
    """Give how likely a first look holds each pair of a story."""
    return {(p.left, p.right): first[p.kind].chance(p.signs) for p in told.pairs}


def cases_of(told: Compared, seen: Iterable[Pair]) -> Iterator[Case]:
    """List the pairs of a story of which something is said."""
    for p in seen:
        if said := told.told.get((p.left, p.right)):
            yield Case(told.pack, p.signs, p.kind, said.one, said.label)


def stories_of(folder: Path, record: Path) -> Iterator[Compared]:
    """Compare the values of the stories of a pack; say what its truth and readers say of pairs."""
    seen, pack = seen_of(record), pack_of(folder, record)
    labels = labelled(pack, seen["stories"], seen["pages"])
    for story in told_in(seen["given"], seen["stories"], seen["acts"]):
        held = [findings_of(node, labels) for node in story.nodes]
        read, found = by_readers(pack, story), list(pairs(story))
        told: dict[tuple[int, int], Told] = {}
        for p in found:
            label = read.get((p.left, p.right))
            if label:
                told[p.left, p.right] = Told(label != "different", label)
            elif held[p.left] or held[p.right]:
                told[p.left, p.right] = Told(bool(held[p.left] & held[p.right]), "")
        yield Compared(folder.name, story, found, told)


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


def show(stories: Sequence[Compared], fold: Mapping[str, int]) -> None:
    """Print how both looks tell pairs apart by fits that have not seen their pack."""
    for name, cases in zip(("first look", "second look"), left_out(stories, fold), strict=True):
        for kind, which in product(LEAST, (True, False)):
            mine = [(c, chance) for c, chance in cases if c.kind == kind and bool(c.label) == which]
            truth, chances = np.array([c.one for c, _ in mine]), np.array([chance for _, chance in mine])
            by = "by readers" if which else "by truth tables"
            about = f"{name}, {kind}, {by}, area {area(truth * 1.0, chances):.3f}"
            show_pairs(about, chances, truth, (0.2, 0.3, 0.4, 0.5, 0.6, 0.7))


Judged = list[tuple[Case, float]]  # cases with their chances


def left_out(stories: Sequence[Compared], fold: Mapping[str, int]) -> tuple[Judged, Judged]:
    """Judge the pairs of each fold by the first look and by both, fitted to the others."""
    found: tuple[Judged, Judged] = ([], [])
    for part in sorted(set(fold.values())):
        first, again = looks([s for s in stories if fold[s.pack] != part], fold)
        for told in (s for s in stories if fold[s.pack] == part):
            chances = chances_of(told, first)
            both = {**chances, **{(p.left, p.right): again[p.kind].chance(p.signs) for p in seen_again(told, first)}}
            for judged, by in zip(found, (chances, both), strict=True):
                judged += [(c, by[p.left, p.right]) for p in told.pairs for c in cases_of(told, [p])]
    return found


if __name__ == "__main__":
    main()
