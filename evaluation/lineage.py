"""Measure the lineage tables of a demo record against its truth: `python -m evaluation.lineage [RECORD]`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.demo import truth
from readout.api import Record, read
from readout.demo import pages_path

Pair = tuple[str, str]
TURNED = {"left_from_right": "right_from_left", "right_from_left": "left_from_right"}


def rows(record: Record, table: str) -> list[dict[str, Any]]:
    """Read a table as plain rows."""
    return list(record.sql(f"SELECT * FROM {table}"))


def found_pairs(record: Record, names: dict[str, str]) -> dict[Pair, set[str]]:
    """Give the directions of each pair of pages that share copied text."""
    pairs: dict[Pair, set[str]] = {}
    for r in rows(record, "reuses"):
        left, right, way = names[r["left_doc"]], names[r["right_doc"]], r["direction"]
        if left > right:
            left, right, way = right, left, TURNED.get(way, way)
        if r["kind"] != "shared_quote":
            pairs.setdefault((left, right), set()).add(way)
    return pairs


def measures(record: Record) -> Iterator[tuple[str, int, int]]:
    """Give each measure with right and wanted."""
    names = {d["doc_id"]: d["external_id"] for d in rows(record, "documents")}
    wanted = [r for r in truth("reuses") if r["kind"] != "shared_quote"]
    pairs = found_pairs(record, names)
    true = {(r["left_id"], r["right_id"]): r["direction"] for r in wanted}
    yield "pairs", sum(p in pairs for p in true), len(true)
    yield "pairs_right_of_found", sum(p in true for p in pairs), len(pairs)
    yield "directions", sum(pairs.get(p) == {way} for p, way in true.items()), len(true)
    kinds = {names[k["doc_id"]]: k["kind"] for k in rows(record, "kinds")}
    yield "kinds", sum(kinds[d["external_id"]] == d["kind"] for d in truth("documents")), len(truth("documents"))
    families = {tuple(sorted(names[m] for m in x["members"])) for x in rows(record, "lineages")}
    yield "lineages", sum(tuple(sorted(x["members"])) in families for x in truth("lineages")), len(truth("lineages"))


def main() -> None:
    """Print every measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", nargs="?", help="a record of the demo pages")
    chosen = parser.parse_args()
    record = Record(Path(chosen.record)) if chosen.record else read(str(pages_path()))
    made = list(measures(record))
    for name, right, wanted in made:
        print(f"{name}: {right} of {wanted}")
    print(json.dumps({name: [right, wanted] for name, right, wanted in made}))


if __name__ == "__main__":
    main()
