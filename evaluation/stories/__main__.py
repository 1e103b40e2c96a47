"""Measure story packs: `python -m evaluation.stories PACK... [--wrong]`.

PACK is a folder with `pages/` and `truth/`; without any, the demo is measured. For each measure: found and right of what a
careful reader found, with a 95 % interval (Wilson 1927), and rows on nothing. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from math import sqrt
from pathlib import Path

from evaluation.stories import acts, contents, pages
from evaluation.stories.pack import Pack, Score
from readout.api import Record
from readout.demo import pages_path, truth_path
from readout.pipeline import Settings
from readout.reading import Plan, read_into

MEASURES = (
    pages.documents, pages.reuses, pages.quotes, pages.indirect, pages.persons, acts.occurrences, acts.b_cubed,
    acts.findings, contents.findings_by_content, pages.relations, acts.voices,
)  # fmt: skip


def main() -> None:
    """Read every pack, print every measure, sum them up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what is missing or wrong (never for held-out packs)")
    asked = parser.parse_args()
    folders = [(p.name, p / "pages", p / "truth") for p in asked.packs] or [("demo", pages_path(), truth_path())]
    totals: dict[str, list[float]] = {}
    for name, where, truth in folders:
        print(f"\n{name}")
        for score in scores(name, where, truth):
            show(score, asked.wrong)
            total = totals.setdefault(score.name, [0, 0, 0])
            total[0] += score.right
            total[1] += score.wanted
            total[2] += score.extra
    if len(folders) > 1:
        print("\nall")
        for name, (right, wanted, extra) in totals.items():
            show(Score(name, int(wanted), right, int(extra)), False)
    print(json.dumps({name: {"right": r, "wanted": w, "extra": e} for name, (r, w, e) in totals.items()}))


def scores(name: str, where: Path, truth: Path) -> list[Score]:
    """Read a pack's pages into a record of their own and measure it."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"{name}.readout"
        read_into(Plan((str(where),), target, settings=Settings(trace=True)))
        pack = Pack(name, truth, Record(target))
        return [score for measure in MEASURES for score in measure(pack)]


def show(score: Score, wrong: bool) -> None:
    """Print one measure."""
    low, high = wilson(score.right, score.wanted)
    share = score.right / score.wanted if score.wanted else 0.0
    extra = f"  extra {score.extra}" if score.extra else ""
    print(f"  {score.name:52} {score.right:g}/{score.wanted:<4} {share:.3f} ({low:.2f}–{high:.2f}){extra}")
    for line in score.wrong if wrong else ():
        print(f"      {line}")


def wilson(right: float, wanted: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927)."""
    if not wanted:
        return 0.0, 1.0
    z, p = 1.96, min(1.0, right / wanted)
    middle, spread = p + z * z / (2 * wanted), z * sqrt(p * (1 - p) / wanted + z * z / (4 * wanted * wanted))
    return (middle - spread) / (1 + z * z / wanted), (middle + spread) / (1 + z * z / wanted)


if __name__ == "__main__":
    main()
