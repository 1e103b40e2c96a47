"""Measure minimal pairs of status: two sentences that differ in few words and in what became of one act.

    python -m evaluation.pairs FILE.tsv [--half odd|even] [--wrong]
    python -m evaluation.pairs --no-events FILE.txt

Columns: id, feature, and for both sides a and b the sentence, the trigger, its status, the act's own type and its coded type
(empty where there is no event). A pair is right when both sides get the status and the coded type of the named trigger. Pairs
with an odd number are held out: `--wrong` lists the others only. A file of `--no-events` has one sentence a line without any
act; events with a coded type count as false. Intervals after Wilson (1927). The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.stories.__main__ import wilson
from readout.coding import Asked, code_rows
from readout.models.english import load_english
from readout.models.event_head import load_event_head

Row = Mapping[str, Any]


def side(row: Row, name: str) -> Row:
    """Give one side of a pair."""
    labels = {key: row[f"{name}_{key}"] for key in ("trigger", "status", "act", "type")}
    return {"feature": row["feature"], "text": row[name], **labels}


def number(row: Row) -> int:
    """Give the number in the id of a pair."""
    return int(re.sub(r"\D", "", row["id"]) or 0)


def places(text: str, trigger: str) -> list[tuple[int, int]]:
    """Find where the trigger stands as a word of its own."""
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(trigger)}(?!\w)", text)]


def event_at(coded: Row, want: Row) -> Row | None:
    """Give the event on the named trigger, one of the wanted type before others."""
    spots = places(want["text"], want["trigger"])
    here = [e for e in coded.get("events", ()) if any(e["start"] < t and s < e["end"] for s, t in spots)]
    return max(here, key=lambda e: (e["act"] == want["act"], e["status"] == want["status"]), default=None)


def faults(want: Row, got: Row | None) -> list[str]:
    """Say what is wrong with one side; nothing where it is right."""
    if got is None:
        return ["missed"]
    checks = (("status", "status"), ("coded type", "type"))
    return [f"{label} {got[key]}, not {want[key] or None}" for label, key in checks if (got[key] or "") != want[key]]


def measure(rows: Sequence[Row], shown: bool) -> dict[str, Any]:
    """Code both sides of every pair and count."""
    sides = [side(row, name) for row in rows for name in "ab"]
    asked = [Asked(n, s["text"]) for n, s in enumerate(sides)]
    coded = list(code_rows(asked, load_english("accurate"), load_event_head()))
    wrong = [faults(want, event_at(got, want)) for want, got in zip(sides, coded, strict=True)]
    by_feature: dict[str, list[bool]] = {}
    for n, row in enumerate(rows):
        by_feature.setdefault(row["feature"], []).append(not wrong[2 * n] and not wrong[2 * n + 1])
        for k in (2 * n, 2 * n + 1):
            if shown and wrong[k] and number(row) % 2 == 0:
                w = sides[k]
                label = f"{row['id']} {row['feature']} | {w['trigger']} {w['act']} {w['status']}"
                print(f"{label} | {'; '.join(wrong[k])} | {w['text']}")
    for feature, right in sorted(by_feature.items()):
        print(f"{feature:20} {line(sum(right), len(right))}")
    kinds = Counter("missed" if "missed" in w else "right" if not w else "wrong" for w in wrong)
    right = sum(map(sum, by_feature.values()))
    low, high = wilson(right, len(rows))
    missed_apart = [k for k in range(len(rows)) if "missed" not in (*wrong[2 * k], *wrong[2 * k + 1])]
    found_right = sum(not wrong[2 * k] and not wrong[2 * k + 1] for k in missed_apart)
    return {
        "pairs": len(rows), "pair_accuracy": round(right / max(1, len(rows)), 3), "interval": [round(low, 3), round(high, 3)],
        "sides": dict(kinds), "of_pairs_with_both_found": round(found_right / max(1, len(missed_apart)), 3),
    }  # fmt: skip


def line(right: int, of: int) -> str:
    """Write a share with its interval."""
    low, high = wilson(right, of)
    return f"{right}/{of} {right / max(1, of):.3f} ({low:.2f}–{high:.2f})"


def no_events(path: Path) -> dict[str, Any]:
    """Count false events in sentences that report no act."""
    texts = [t for t in path.read_text("utf-8").splitlines() if t.strip()]
    asked = [Asked(n, t) for n, t in enumerate(texts)]
    coded = list(code_rows(asked, load_english("accurate"), load_event_head()))
    false = [e["type"] for row in coded for e in row.get("events", ()) if e["type"]]
    touched = sum(any(e["type"] for e in row.get("events", ())) for row in coded)
    low, high = wilson(touched, len(texts))
    return {
        "sentences": len(texts), "false_per_100": round(100 * len(false) / max(1, len(texts)), 1),
        "with_any": touched, "interval": [round(low, 3), round(high, 3)], "by_type": dict(Counter(false).most_common()),
    }  # fmt: skip


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), help="only pairs with such numbers")
    parser.add_argument("--wrong", action="store_true", help="list wrong sides of pairs with even numbers")
    parser.add_argument("--no-events", action="store_true", help="the file has one sentence a line, none with an act")
    args = parser.parse_args()
    if args.no_events:
        print(json.dumps(no_events(args.file)))
        return
    rows = list(csv.DictReader(args.file.open(encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    halves = {"odd": 1, "even": 0}
    chosen = [r for r in rows if args.half is None or number(r) % 2 == halves[args.half]]
    print(json.dumps(measure(chosen, args.wrong)))


if __name__ == "__main__":
    main()
