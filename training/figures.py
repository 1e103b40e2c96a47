"""Fit what tells that figures of two pages are of one thing: `python -m training.figures PACK... --records FOLDER... [--write]`.

PACK is a story pack with `pages/` and `truth/`. The findings of its truth tables say which figures are of one thing: those that
mean a wanted value, on a page of it, in the words nearest to it. The fit is tried on packs that it has not seen, a sixth at a time
(precision and recall of pairs at several chances); `--write` stores the fit on all in `readout/lexicon/figure_weights.toml`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import readout
from evaluation.stories.contents import kind_of, numbers
from evaluation.stories.pack import Pack, Row
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.spots import Spot, Woven
from readout.stages.weigh.values import Pages
from readout.stages.weigh.weave import NAMES, moment_value, value_of
from readout.text import log_odds
from readout.text.figure_alignment import heaps
from readout.text.figure_pairs import compared
from readout.text.stem import stem
from training import logistic
from training.piles import arguments, folds, pack_of, record_of, show_pairs, tables_of

SHRINK = 5.0  # weight of the penalty on large weights
SMALL = 20.0  # numbers below it stand for a value only where words speak for them
SETS = ("meeting", "differing")
Floats = NDArray[np.float64]


class Case(NamedTuple):
    """A pair of figures of a pack: its marks, whether they can be one number, and the findings both stand in."""

    pack: str
    marks: Mapping[str, float]
    meeting: bool
    findings: frozenset[str]


def main() -> None:
    """Read the packs, try the fit on each pack left out, store the fit on all."""
    asked = arguments(__doc__).parse_args()
    cases = [case for pack in asked.packs for case in cases_of(pack, record_of(pack, asked.records))]
    lines = [
        "# What each mark of a pair adds to the log odds that two figures of two pages are of one thing",
        "# (`readout/text/figure_pairs.py`). Fitted by `python -m training.figures` to the packs that are read and the demo:",
        "# `meeting` for figures that can be one number, `differing` for the rest.",
    ]
    for name in SETS:
        mine = [c for c in cases if c.meeting == (name == "meeting")]
        show(name, mine)
        marks = sorted(mine[0].marks)
        weights, bias = fit(mine, marks)
        lines += ["", f"[{name}]", f"bias = {bias:.2f}"]
        lines += [f'"{mark}" = {w:.2f}' for mark, w in zip(marks, weights, strict=True)]
    if asked.write:
        target = Path(readout.__file__).parent / "lexicon" / "figure_weights.toml"
        target.write_text("\n".join(lines) + "\n", "utf-8")


def cases_of(folder: Path, record: Path) -> Iterator[Case]:
    """List the pairs of figures of a pack with what its truth says of them."""
    pack = pack_of(folder, record)
    stories, pages = figures_of(record)
    labels = labelled(pack, stories, pages)
    for n, story in enumerate(stories):
        items = [s.item for s in story.spots]
        found = heaps(items)
        held = {h[0]: frozenset(k for i in h for k in labels.get((n, i), ())) for h in found}
        for c in compared(items, story.vectors, [h[0] for h in found]):
            meeting = items[c.left].reach.meets(items[c.right].reach)
            if held[c.left] or held[c.right] or not meeting:  # of equal numbers no reader lists all that are of one thing
                yield Case(folder.name, c.marks, meeting, held[c.left] & held[c.right])


def figures_of(record: Path) -> tuple[Sequence[Woven], Pages]:
    """Give the figures of every story of a record, as `weigh` groups them on its way."""
    tables = tables_of(record)
    seen: dict[str, Any] = {}

    def keep(given: Any, stories: Iterable[Woven], acts: Any, pages: Pages) -> dict[str, dict[str, list[Any]]]:
        seen.update(stories=list(stories), pages=pages)
        return {}

    with patch.object(stage, "interwoven", keep):
        stage.weigh(*(tables[t] for t in declaration(stage.weigh).takes))
    return seen["stories"], seen["pages"]


def labelled(pack: Pack, stories: Sequence[Woven], pages: Pages) -> Mapping[tuple[int, int], set[str]]:
    """Say for figures, by story and number, which findings of the truth they stand in."""
    by_page: dict[str, list[tuple[int, int, Spot, set[float]]]] = defaultdict(list)
    for n, story in enumerate(stories):
        for i, spot in enumerate(story.spots):
            by_page[pack.page_of[spot.doc_id]].append((n, i, spot, meant(spot, pages)))
    occurrences = {o["key"]: o for o in pack.table("occurrences")}
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for k, want in enumerate(pack.table("findings")):
        if "speaker" in want["property"] or kind_of(want["property"]) != "number":
            continue
        told = list((occurrences.get(want["occurrence"]) or {}).get("mentions") or ())
        for value in want["values"]:
            theirs = numbers(f"{value['value']} {value['unit'] or ''}", value["unit"])
            for page in value["external_ids"]:
                places = [p for m in told if m["external_id"] == page for p in pack.places(page, m["words"])]
                fitting = [(fits(s, want, places), n, i) for n, i, s, own in by_page.get(page, ()) if own & theirs]
                best = max((f[0] for f in fitting), default=0.0)
                if best >= 1 or (len(fitting) == 1 and max(theirs) >= SMALL):
                    for points, n, i in fitting:
                        found[n, i] |= {f"{pack.name}:{k}"} if points == best else set()
    return found


def meant(spot: Spot, pages: Pages) -> set[float]:
    """Give the numbers that a figure can mean, as the scorer reads them."""
    kind = spot.item.kind
    said = moment_value(spot, NAMES[kind], pages) if spot.moment else value_of(spot, ("", "figure"), pages)
    return numbers(f"{said.value} {said.unit or ''}", said.unit)


def fits(spot: Spot, want: Row, places: Sequence[tuple[int, int]]) -> float:
    """Weigh what speaks for a figure being a value of a finding: its noun, its fate, its sentence, its words."""
    units = stems(" ".join([want["property"], *(str(v["unit"] or "") for v in want["values"])]))
    words = units | stems(f"{want['occurrence']} {want['why']}")
    points = 2.0 * bool(spot.item.unit and stem(spot.item.unit) in units)
    points += 2.0 * bool(spot.item.topic and stem(spot.item.topic) in units)
    points += 2.0 * any(s < spot.figure.end and spot.figure.start < t for s, t in places)
    return points + min(2.0, 0.7 * len(set(spot.item.keys) & words))


def stems(words: str) -> set[str]:
    """Give the stems of the longer words."""
    return {stem(w.lower()) for w in re.findall(r"[^\W\d_]{4,}", re.sub(r"[_-]", " ", words))}


def fit(cases: Sequence[Case], marks: Sequence[str]) -> tuple[Floats, float]:
    """Fit the weights of some marks; a finding told by many pairs counts less by each."""
    table = np.array([[c.marks[m] for m in marks] for c in cases])
    held = Counter(f for c in cases for f in c.findings)
    weight = np.array([max((2 / held[f] ** 0.5 for f in c.findings), default=1.0) for c in cases])
    right = np.array([float(bool(c.findings)) for c in cases])
    middle, spread = table.mean(0), table.std(0) + 1e-9
    scaled = np.hstack([(table - middle) / spread, np.ones((len(cases), 1))])
    found = logistic.fit(scaled, right, np.array([SHRINK] * len(marks) + [1e-9]), weight)
    own = found[:-1] / spread
    return own, float(found[-1] - (own * middle).sum())


def show(name: str, cases: Sequence[Case]) -> None:
    """Print how pairs of each pack are told apart by the fit on all others."""
    marks = sorted(cases[0].marks)
    chances = np.zeros(len(cases))
    fold = folds([c.pack for c in cases])
    for part in sorted(set(fold.values())):
        weights, bias = fit([c for c in cases if fold[c.pack] != part], marks)
        for i, c in enumerate(cases):
            if fold[c.pack] == part:
                chances[i] = log_odds.chance(bias + sum(w * c.marks[m] for m, w in zip(marks, weights, strict=True)))
    show_pairs(name, chances, np.array([bool(c.findings) for c in cases]), (0.1, 0.15, 0.2, 0.3, 0.5))


if __name__ == "__main__":
    main()
