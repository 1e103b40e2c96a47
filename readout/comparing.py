"""Compare two pages passage by passage, and explain how pages hang together."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from readout.errors import ReadoutError
from readout.evidence import find_row

if TYPE_CHECKING:
    from readout.api import Record

Row = dict[str, Any]
WORD = re.compile(r"\w+|[^\w\s]")
TOLD = {
    "left_from_right": "the first was taken from the second",
    "right_from_left": "the second was taken from the first",
    "common_upstream": "both go back to one upstream",
    "same_text": "the same text; which came first is not told",
    "undetermined": "the direction is not told",
}


def document(record: Record, wanted: str) -> Row:
    """Find a document by doc_id or external id. Raises R023 where the id is something else's."""
    table, row = find_row(record, wanted)
    if table != "documents":
        raise ReadoutError(
            "R023", f"{wanted} is a row of {table}, not a document.", "`readout ls documents` shows ids."
        )
    return row


def reuses_between(record: Record, left: Row, right: Row) -> list[Row]:
    """Give the shared passages of two documents, the sides as asked for."""
    wanted = [r for r in record.reuses if {r["left_doc"], r["right_doc"]} == {left["doc_id"], right["doc_id"]}]
    turned = [r if r["left_doc"] == left["doc_id"] else swapped(r) for r in wanted]
    return sorted(turned, key=lambda r: (r["left_start"], r["right_start"]))


def swapped(reuse: Row) -> Row:
    """Turn a reuse round."""
    mirror = {"left_from_right": "right_from_left", "right_from_left": "left_from_right"}
    sides = {
        f"{a}_{part}": reuse[f"{b}_{part}"]
        for a, b in (("left", "right"), ("right", "left"))
        for part in ("doc", "start", "end")
    }
    return {**reuse, **sides, "direction": mirror.get(reuse["direction"], reuse["direction"])}


def changes(left: str, right: str, reuse: Row) -> Iterator[Row]:
    """Give what was changed between the two sides of a reuse: equal, replace, insert, delete, with spans and words.

    Method: longest matching blocks over words and marks (Ratcliff and Obershelp 1988, as in difflib).
    """
    a = [m.span() for m in WORD.finditer(left, reuse["left_start"], reuse["left_end"])]
    b = [m.span() for m in WORD.finditer(right, reuse["right_start"], reuse["right_end"])]
    matcher = SequenceMatcher(None, [left[s:e] for s, e in a], [right[s:e] for s, e in b], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        (start, end), (other_start, other_end) = (
            stretch(a, i, j, reuse["left_start"]),
            stretch(b, k, m, reuse["right_start"]),
        )
        yield {
            "reuse_id": reuse["reuse_id"], "change": kind, "left_start": start, "left_end": end, "right_start": other_start,
            "right_end": other_end, "left_words": left[start:end], "right_words": right[other_start:other_end],
        }  # fmt: skip


def stretch(words: Sequence[tuple[int, int]], first: int, last: int, start: int) -> tuple[int, int]:
    """Give the span of words [first, last); an empty one stands behind the word before."""
    if first < last:
        return words[first][0], words[last - 1][1]
    at = words[first - 1][1] if first else start
    return at, at


def explained(record: Record, row: Row) -> Iterator[str]:
    """Say what a page is, whom it hangs together with, and how many voices stand behind it."""
    names = {d["doc_id"]: d["external_id"] for d in record.documents}
    yield f"{row['external_id']}: {row['kind']}" + (f", {row['kind_because']}" if row["kind_because"] else "")
    for lineage in record.lineages:
        if row["doc_id"] in lineage["members"]:
            yield lineage_line(lineage, names)
    for voice in record.sql(f"SELECT * FROM voices WHERE about = '{row['doc_id']}'"):
        yield f"voices {voice['voices_low']} to {voice['voices_high']}: {voice['because']}"
    for reuse in record.reuses:
        if row["doc_id"] in (reuse["left_doc"], reuse["right_doc"]):
            turned = reuse if reuse["left_doc"] == row["doc_id"] else swapped(reuse)
            yield "  " + reuse_line(turned, names)


def lineage_line(lineage: Row, names: dict[str, str]) -> str:
    """Write a lineage on one line."""
    origin = names.get(lineage["origin"] or "") or f"{lineage['origin_name'] or 'an upstream'} (not in the pile)"
    members = ", ".join(names[m] for m in lineage["members"])
    return f"lineage {lineage['lineage_id']}: origin {origin}; {members}; {lineage['because']}"


def reuse_line(reuse: Row, names: dict[str, str]) -> str:
    """Write a reuse on one line, seen from its left side."""
    spans = f"[{reuse['left_start']}, {reuse['left_end']}) ~ [{reuse['right_start']}, {reuse['right_end']})"
    similar = f"{reuse['kind']}, {reuse['similarity']:.2f} alike, {TOLD[reuse['direction']]}"
    return f"{names[reuse['left_doc']]} ~ {names[reuse['right_doc']]} {spans}: {similar}; {reuse['because']}"


def chain(record: Record, left: Row, right: Row) -> list[Row]:
    """Give the shortest chain of reuses from one document to another, the sides in walking order; empty where there is none.

    Shared quotations do not count: they link what was said, not what was copied.
    """
    edges: dict[str, list[Row]] = defaultdict(list)
    for reuse in record.reuses:
        if reuse["kind"] != "shared_quote":
            edges[reuse["left_doc"]].append(reuse)
            edges[reuse["right_doc"]].append(swapped(reuse))
    came: dict[str, Row | None] = {left["doc_id"]: None}
    queue = deque([left["doc_id"]])
    while queue and right["doc_id"] not in came:
        for reuse in sorted(edges[queue.popleft()], key=lambda r: (-r["similarity"], r["reuse_id"])):
            if reuse["right_doc"] not in came:
                came[reuse["right_doc"]] = reuse
                queue.append(reuse["right_doc"])
    return walked(came, right["doc_id"])


def walked(came: dict[str, Row | None], end: str) -> list[Row]:
    """Walk back from the end to the start."""
    steps: list[Row] = []
    while (reuse := came.get(end)) is not None:
        steps.insert(0, reuse)
        end = reuse["left_doc"]
    return steps
