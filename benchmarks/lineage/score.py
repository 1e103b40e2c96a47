"""Score predicted `reuses` (and `voices`) against planted truth.

python -m benchmarks.lineage.score TRUTH_DIR REUSES.jsonl [--ids DOCUMENTS.jsonl] [--voices VOICES.jsonl]
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import click
import numpy as np

from benchmarks.lineage.measures import Counts, copies, measures, overlap, pair_counts
from benchmarks.lineage.rows import Pair, Reuse, read_ids, read_json_lines, read_reuses

SAMPLES = 1000
Found = dict[Pair, list[Reuse]]


class Truth:
    """The truth files of one folder."""

    def __init__(self, folder: Path) -> None:
        self.reuses = read_reuses(folder / "reuses.jsonl", {})
        self.family: dict[str, str] = {}
        self.natural: set[str] = set()
        for row in read_json_lines(folder / "families.jsonl"):
            for doc in row["members"]:
                self.family.setdefault(doc, str(row["family"]))
            if row["natural"]:
                self.natural.add(str(row["family"]))
        self.negatives: dict[str, set[Pair]] = defaultdict(set)
        for row in read_json_lines(folder / "negatives.jsonl"):
            self.negatives[str(row["category"])].add((str(row["left_doc"]), str(row["right_doc"])))
        self.voices = {str(r["about"]): (r["low"], r["high"]) for r in read_json_lines(folder / "voices.jsonl")}

    def cluster(self, pair: Pair) -> str:
        """The family a pair belongs to, the unit that is drawn again: of its own where it belongs to none."""
        return self.family.get(pair[0]) or self.family.get(pair[1]) or pair[0]


def within_counts(true: list[Reuse], found: list[Reuse]) -> Counts:
    """Repeats within a page: found or not."""
    hits = sum(any(overlap(t, f) for f in found) for t in true)
    return Counter(within_right=hits, within_missed=len(true) - hits)


def by_cluster(truth: Truth, found: Found) -> dict[str, Counts]:
    """Counts summed by family."""
    counts: dict[str, Counts] = defaultdict(Counter)
    for pair in sorted(truth.reuses.keys() | found.keys()):
        true, given = truth.reuses.get(pair, []), found.get(pair, [])
        same_page = pair[0] == pair[1]
        here = within_counts(true, given) if same_page else pair_counts(true, given)
        if here["pair_wrong"] and pair[0] not in truth.family and pair[1] not in truth.family:
            here["wrong_look_alike"] += 1
        if truth.cluster(pair) in truth.natural:
            here.update({f"natural_{v}": here[f"way_{v}"] for v in ("right", "wrong", "open")})
        counts[truth.cluster(pair)].update(here)
    return counts


def false_copies(truth: Truth, found: Found) -> dict[str, dict[str, int]]:
    """Per category, how many pairs that are no copies were called copies."""
    called = {pair for pair, rows in found.items() if copies(rows)}
    return {c: {"pairs": len(pairs), "called": len(pairs & called)} for c, pairs in sorted(truth.negatives.items())}


def bootstrap(counts: dict[str, Counts], seed: int) -> dict[str, list[float | None]]:
    """Each measure with its 95 % interval over families drawn with replacement."""
    names = sorted({name for row in counts.values() for name in row})
    table = np.array([[counts[c][name] for name in names] for c in sorted(counts)], dtype=float).reshape(-1, len(names))
    point = measures({name: table[:, [i]].sum(axis=0) for i, name in enumerate(names)})
    rng = np.random.default_rng(seed)
    draws = rng.multinomial(len(table), np.full(len(table), 1 / max(1, len(table))), size=SAMPLES) @ table
    spread = measures({name: draws[:, i] for i, name in enumerate(names)})
    return {name: [cell(value[0]), *interval(spread[name])] for name, value in point.items()}


def interval(values: np.ndarray) -> list[float | None]:
    known = values[~np.isnan(values)]
    return [cell(v) for v in np.percentile(known, [2.5, 97.5])] if len(known) else [None, None]


def cell(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 5)


def voice_coverage(truth: Truth, path: Path, names: dict[str, str]) -> dict[str, float]:
    """Share of documents whose true number of voices meets the given interval, and the mean width of the intervals."""
    covered, widths, record = 0, [], None
    for row in read_json_lines(path):
        about = names.get(str(row["about"]), str(row["about"]))
        if about in truth.voices:
            low, high = truth.voices[about]
            meets = row["voices_low"] <= high and row["voices_high"] >= low
            if about == "record":
                record = meets
                continue
            covered += meets
            widths.append(row["voices_high"] - row["voices_low"] + 1)
    documents = len(truth.voices) - 1
    return {
        "covered": round(covered / max(1, documents), 5),
        "width": round(sum(widths) / max(1, len(widths)), 3),
        "record": record,
    }


def show(result: dict[str, object]) -> None:
    for name, (value, low, high) in result["measures"].items():
        if value is not None:
            click.echo(f"{name:26} {value:8.4f}   [{low:.4f}, {high:.4f}]")
    for category, held in result["false_copies"].items():
        share = held["called"] / max(1, held["pairs"])
        click.echo(f"false copies, {category:12} {held['called']:6} of {held['pairs']:6}   {share:.4%}")
    click.echo(json.dumps(result, sort_keys=True))


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.argument("predicted", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--ids",
    type=click.Path(exists=True, path_type=Path),
    help="exported documents table: doc_id → external_id",
)
@click.option("--voices", type=click.Path(exists=True, path_type=Path), help="exported voices table")
@click.option("--seed", type=int, default=1, show_default=True, help="of the bootstrap")
def main(folder: Path, predicted: Path, ids: Path | None, voices: Path | None, seed: int) -> None:
    """Print every measure with its interval; the last line is one JSON object."""
    truth, names = Truth(folder), read_ids(ids)
    found = read_reuses(predicted, names)
    false = false_copies(truth, found)
    total = {
        "called": sum(v["called"] for v in false.values()),
        "pairs": sum(v["pairs"] for v in false.values()),
    }
    result = {"measures": bootstrap(by_cluster(truth, found), seed), "false_copies": {**false, "all": total}}
    show(result | ({"voices": voice_coverage(truth, voices, names)} if voices else {}))


if __name__ == "__main__":
    sys.exit(main())
