"""Measure the relation of two given actors: macro-F1 over 15 types and over 4 quads.

    python -m evaluation.relations FILE.tsv [--model accurate|fast]

FILE has the columns id, sentence, source, target, type15, quad. The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from readout.coding import Asked, code_rows
from readout.lexicon.events import event_words
from readout.models.english import load_english
from readout.models.event_head import load_event_head

DRAWS, SEED = 1000, 0
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def f1_by_class(gold: Sequence[str], found: Sequence[str]) -> dict[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 and number of gold items of each class in the gold."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    there, said = Counter(gold), Counter(found)
    scores = {}
    for name in sorted(there):
        p, r = right[name] / max(1, said[name]), right[name] / there[name]
        scores[name] = (p, r, 2 * p * r / max(1e-9, p + r), there[name])
    return scores


def macro(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean F1 over the classes of the gold."""
    return float(np.mean([f for _, _, f, _ in f1_by_class(gold, found).values()]))


def interval(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """95 % interval by drawing rows anew."""
    chance = np.random.default_rng(SEED)
    g, f = np.array(gold), np.array(found)
    drawn = (chance.integers(0, len(g), len(g)) for _ in range(DRAWS))
    scores = [macro(list(g[i]), list(f[i])) for i in drawn]
    low, high = np.percentile(scores, [2.5, 97.5])
    return round(float(low), 3), round(float(high), 3)


def show(gold: Sequence[str], found: Sequence[str]) -> None:
    """Print the scores of each class, and which classes are taken for which."""
    for name, (p, r, f, n) in f1_by_class(gold, found).items():
        wrong = Counter(x for g, x in zip(gold, found, strict=True) if g == name and x != name).most_common(4)
        print(f"{name:22} P {p:.2f} R {r:.2f} F1 {f:.2f} n {n:4}  {' '.join(f'{x}:{c}' for x, c in wrong)}")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", choices=("accurate", "fast"), default="fast", help="as `readout code` does: fast")
    parser.add_argument("--no-head", action="store_true", help="by the rules alone")
    args = parser.parse_args()
    rows = list(csv.DictReader(args.file.open(encoding="utf-8", newline=""), delimiter="\t"))
    english = load_english(args.model)
    judge = None if args.no_head else load_event_head()
    event_words()
    asked = [Asked(r["id"], r["sentence"], None, (r["source"], r["target"])) for r in rows]
    list(code_rows(asked[:5], english, judge))
    started, worked = time.perf_counter(), time.process_time()
    coded = list(code_rows(asked, english, judge))
    seconds, core = time.perf_counter() - started, time.process_time() - worked
    gold, found = [r["type15"] for r in rows], [str(c.get("type15")) for c in coded]
    quads, made = [QUADS[int(r["quad"])] for r in rows], [QUADS.get(c.get("quad") or 0, "-") for c in coded]
    show(gold, found)
    show(quads, made)
    low, high = interval(gold, found)
    quad_low, quad_high = interval(quads, made)
    print(json.dumps({
        "rows": len(rows), "macro_f1": round(macro(gold, found), 3), "macro_f1_95": [low, high],
        "quad_macro_f1": round(macro(quads, made), 3), "quad_macro_f1_95": [quad_low, quad_high],
        "accuracy": round(sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold), 3),
        "pairs_per_second": round(len(rows) / seconds, 1), "pairs_per_core_second": round(len(rows) / core, 1),
        "model": args.model,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
