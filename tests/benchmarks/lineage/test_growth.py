"""Growth piles: known copies, same bytes for a seed, and a check that sees what is wrong."""

import json
from pathlib import Path

from benchmarks.lineage.growth import WORDS, families_right, write_pile


def test_copies_share_most_words_with_their_original(treebank: Path, tmp_path: Path) -> None:
    write_pile(tmp_path, 4_500, treebank, 1)
    texts = {
        r["id"]: r["text"].lower().replace(".", "").split()
        for r in map(json.loads, (tmp_path / "documents.jsonl").open())
    }
    copies = [json.loads(line) for line in (tmp_path / "copies.jsonl").open()]
    assert len(texts) == 4_500 and {len(t) for t in texts.values()} == {WORDS} and len(copies) > 300
    for row in copies[:200]:
        same = sum(a == b for a, b in zip(texts[row["id"]], texts[row["of"]], strict=True))
        assert same >= 0.6 * WORDS


def test_same_seed_same_bytes(treebank: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_pile(tmp_path / name, 300, treebank, 5)
    assert (tmp_path / "one/documents.jsonl").read_bytes() == (tmp_path / "two/documents.jsonl").read_bytes()


def test_check_counts_lost_copies_and_mixed_groups(tmp_path: Path) -> None:
    truth, found = tmp_path / "copies.jsonl", tmp_path / "reuses.jsonl"
    truth.write_text('{"id": "b", "of": "a"}\n{"id": "d", "of": "c"}\n')
    found.write_text('{"left_doc": "a", "right_doc": "b"}\n')
    assert families_right(truth, found, {}) == {"together": 0.5, "pure": 1.0, "copies": 2, "groups": 1}
    found.write_text('{"left_doc": "a", "right_doc": "b"}\n{"left_doc": "b", "right_doc": "c"}\n')
    assert families_right(truth, found, {})["pure"] == 0.0
