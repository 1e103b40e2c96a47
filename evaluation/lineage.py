"""Measure the lineage tables of a demo record against its truth: `python -m evaluation.lineage [RECORD]`.

Prints each measure with what went wrong, and one JSON object of right and wanted numbers last. A golden test, no figure of
quality on unseen pages; `benchmarks/lineage` measures those.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evaluation.demo import Measure, truth
from evaluation.stories.acts import voices
from evaluation.stories.pack import Pack
from readout.api import Record, read
from readout.demo import pages_path, truth_path

Pair = tuple[str, str]
Wrong = Iterator[str]
TURNED = {"left_from_right": "right_from_left", "right_from_left": "left_from_right"}


def rows(record: Record, table: str) -> list[dict[str, Any]]:
    """Read a table as plain rows."""
    return list(record.sql(f"SELECT * FROM {table}"))


def names(record: Record) -> dict[str, str]:
    """Name each page as the truth does."""
    return {d["doc_id"]: d["external_id"] for d in rows(record, "documents")}


def shared(record: Record) -> dict[Pair, tuple[set[str], set[str]]]:
    """Give the kinds and the directions of what each pair of pages has in common, quotations left out."""
    pairs: dict[Pair, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    called = names(record)
    for r in rows(record, "reuses"):
        left, right, way = called[r["left_doc"]], called[r["right_doc"]], r["direction"]
        if left > right:
            left, right, way = right, left, TURNED.get(way, way)
        if r["kind"] != "shared_quote":
            pairs[left, right][0].add(r["kind"])
            pairs[left, right][1].add(way)
    return dict(pairs)


def wanted() -> dict[Pair, tuple[set[str], set[str]]]:
    """Give the same as the truth has it."""
    pairs: dict[Pair, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for r in truth("reuses"):
        if r["kind"] != "shared_quote":
            pairs[r["left_id"], r["right_id"]][0].add(r["kind"])
            pairs[r["left_id"], r["right_id"]][1].add(r["direction"])
    return dict(pairs)


def pairs_missed(record: Record) -> Wrong:
    """Name the pairs of copies that were not found."""
    found = shared(record)
    yield from (f"{p} not found" for p in wanted() if p not in found)


def pairs_too_many(record: Record) -> Wrong:
    """Name the pairs that were taken for copies and are none."""
    true = wanted()
    yield from (f"{p} is no copy" for p in shared(record) if p not in true)


def directions(record: Record) -> Wrong:
    """Name the pairs whose text went another way."""
    found = shared(record)
    for p, (_, ways) in wanted().items():
        if p not in found or found[p][1] != ways:
            yield f"{p}: {found.get(p, ((), ()))[1]}, should be {ways}"


def kinds_of_passages(record: Record) -> Wrong:
    """Name the pairs of which no passage was reused in a way the truth has."""
    found = shared(record)
    for p, (kinds, _) in wanted().items():
        if p not in found or not found[p][0] & kinds:
            yield f"{p}: {found.get(p, ((), ()))[0]}, should be {kinds}"


def kinds_of_pages(record: Record) -> Wrong:
    """Name the pages taken for something else."""
    called = names(record)
    kinds = {called[k["doc_id"]]: k["kind"] for k in rows(record, "kinds")}
    for d in truth("documents"):
        if kinds.get(d["external_id"]) != d["kind"]:
            yield f"{d['external_id']}: {kinds.get(d['external_id'])}, should be {d['kind']}"


def families(record: Record) -> Wrong:
    """Name the families with other members or another origin."""
    called = names(record)
    found = {tuple(sorted(called[m] for m in x["members"])): called.get(x["origin"]) for x in rows(record, "lineages")}
    for x in truth("lineages"):
        members = tuple(sorted(x["members"]))
        if members not in found or found[members] != x["origin"]:
            yield f"{x['name']}: {found.get(members, 'not found')}, should be {x['origin']}"


def voices_of_pages(record: Record) -> Wrong:
    """Name the pages with another number of origins."""
    called = names(record)
    found = {called.get(v["about"]): (v["voices_low"], v["voices_high"]) for v in rows(record, "voices")}
    pages = set(called.values())
    for v in truth("voices"):
        if v["about"] in pages and found.get(v["about"]) != (v["low"], v["high"]):
            yield f"{v['about']}: {found.get(v['about'])}, should be {(v['low'], v['high'])}"


def voices_of_acts(record: Record) -> Wrong:
    """Name the occurrences found, and the record, whose interval does not meet the one of the truth."""
    (score,) = voices(Pack("demo", Path(truth_path()), record))
    yield from score.wrong


MEASURES: dict[str, tuple[Callable[[Record], Wrong], Callable[[Record], int]]] = {
    "pairs": (pairs_missed, lambda _: len(wanted())),
    "pairs_right_of_found": (pairs_too_many, lambda record: len(shared(record))),
    "directions": (directions, lambda _: len(wanted())),
    "kinds_of_passages": (kinds_of_passages, lambda _: len(wanted())),
    "kinds": (kinds_of_pages, lambda _: len(truth("documents"))),
    "lineages": (families, lambda _: len(truth("lineages"))),
    "voices_of_pages": (voices_of_pages, lambda record: len(names(record))),
    "voices_of_acts": (voices_of_acts, lambda record: sum(s.wanted for s in voices(Pack("demo", Path(truth_path()), record)))),
}  # fmt: skip


def measure(record: Record) -> list[Measure]:
    """Measure a record of the demo pages."""
    return [Measure(name, of(record), tuple(compare(record))) for name, (compare, of) in MEASURES.items()]


def main() -> None:
    """Print every measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", nargs="?", help="a record of the demo pages")
    chosen = parser.parse_args()
    record = Record(Path(chosen.record)) if chosen.record else read(str(pages_path()))
    made = measure(record)
    for m in made:
        print(f"{m.name}: {m.right} of {m.wanted}")
        print(*(f"  {line}" for line in m.wrong), sep="\n", end="\n" if m.wrong else "")
    print(json.dumps({m.name: [m.right, m.wanted] for m in made}))


if __name__ == "__main__":
    main()
