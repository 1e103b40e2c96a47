"""Read truth and predictions as rows of one shape: left id not above right id, directions turned accordingly."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

COPY_KINDS = ("verbatim", "edited", "spun", "translated")
TURNED = {"left_from_right": "right_from_left", "right_from_left": "left_from_right"}
NEEDED = ("left_doc", "left_start", "left_end", "right_doc", "right_start", "right_end", "kind", "direction")
Pair = tuple[str, str]
Span = tuple[int, int]


class Reuse(NamedTuple):
    """One reused passage; the last four fields are known of the truth only."""

    pair: Pair
    left: Span
    right: Span
    kind: str
    direction: str
    accept: tuple[str, ...] = ()
    changed: float = 0.0
    evident: bool = False
    minor: bool = False


def read_json_lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except json.JSONDecodeError as error:
                    raise ValueError(
                        f"{path}:{number} is not JSON: {error.msg}; one object a line is expected"
                    ) from error


def read_ids(path: Path | None) -> dict[str, str]:
    """doc_id → the id under which the document was handed in, from an exported `documents` table."""
    return {str(r["doc_id"]): str(r["external_id"]) for r in read_json_lines(path)} if path else {}


def reuse(row: dict[str, object], names: dict[str, str]) -> Reuse:
    """A row in the common shape; ids translated, sides swapped where their order asks for it."""
    missing = [key for key in NEEDED if key not in row]
    if missing:
        raise ValueError(f"a reuses row lacks {', '.join(missing)}; the columns of the table `reuses` are expected")
    left, right = (names.get(str(row[k]), str(row[k])) for k in ("left_doc", "right_doc"))
    a = (int(row["left_start"]), int(row["left_end"]))
    b = (int(row["right_start"]), int(row["right_end"]))
    way, accept = str(row["direction"]), tuple(row.get("accept", ()))
    if (right, b) < (left, a):
        left, right, a, b, way = right, left, b, a, TURNED.get(way, way)
        accept = tuple(TURNED.get(w, w) for w in accept)
    evident = bool(row.get("evidence"))
    return Reuse(
        (left, right),
        a,
        b,
        str(row["kind"]),
        way,
        accept,
        float(row.get("changed", 0)),
        evident,
        bool(row.get("minor")),
    )


def read_reuses(path: Path, names: dict[str, str]) -> dict[Pair, list[Reuse]]:
    pairs: dict[Pair, list[Reuse]] = defaultdict(list)
    for row in read_json_lines(path):
        one = reuse(row, names)
        pairs[one.pair].append(one)
    return dict(pairs)
