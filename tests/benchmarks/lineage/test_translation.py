"""Sibling retrieval: the pile hides its truth, the scorer counts nearest siblings and strayed text."""

import json
from pathlib import Path

from benchmarks.lineage.translation import build_pile, is_lonely, sibling_score


def given(folder: Path) -> Path:
    rows = [
        {
            "lp": "xx-en",
            "doc": f"doc{i}",
            "src": {"lang": "xx", "segs": ["s"]},
            "hyp": {s: [f"text {i} by {s}", "more"] for s in "ABC"},
        }
        for i in range(20)
    ]
    path = folder / "wmt22.xx-en.news.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


def link(one: str, other: str, size: int) -> dict[str, object]:
    ends = {"left_start": 0, "left_end": size, "right_start": 0, "right_end": size}
    return {"left_doc": one, "right_doc": other, **ends, "kind": "translated", "direction": "common_upstream"}


def test_pile_and_score(tmp_path: Path) -> None:
    lonely = sum(is_lonely(f"doc{i}") for i in range(20))
    assert build_pile(given(tmp_path), tmp_path / "pile") == lonely + 3 * (20 - lonely)
    truth = [json.loads(line) for line in (tmp_path / "pile/siblings.jsonl").open()]
    groups: dict[str, list[str]] = {}
    for row in truth:
        groups.setdefault(row["original"], []).append(row["id"])
    links = [link(g[0], o, 9) for g in groups.values() for o in g[1:]]
    found = tmp_path / "found.jsonl"
    found.write_text("".join(json.dumps(r) + "\n" for r in links))
    score = sibling_score(tmp_path / "pile", found, {})
    assert (score["r_at_1"], score["astray"], score["lonely_linked"]) == (1.0, 0.0, 0)
    held = [g for g in groups.values() if len(g) > 1]
    found.write_text("".join(json.dumps(r) + "\n" for r in [*links, link(held[0][0], held[1][0], 99)]))
    worse = sibling_score(tmp_path / "pile", found, {})
    assert worse["r_at_1"] < 1.0 and worse["astray"] > 0
