"""The truth that is planted is true of the text that is printed."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.lineage.generate import generate
from benchmarks.lineage.treebank import read_documents
from benchmarks.lineage.world import World


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def texts(pile: Path) -> dict[str, str]:
    return {row["id"]: row["text"] for row in read(pile / "documents.jsonl")}


def test_verbatim_passages_read_the_same_on_both_pages(pile: Path) -> None:
    shown, seen = texts(pile), 0
    for row in read(pile / "reuses.jsonl"):
        if row["kind"] == "verbatim":
            left = shown[row["left_doc"]][row["left_start"] : row["left_end"]]
            assert left.split() == shown[row["right_doc"]][row["right_start"] : row["right_end"]].split()
            seen += 1
    assert seen > 10


def test_changed_passages_begin_and_end_at_words_and_differ(pile: Path) -> None:
    shown = texts(pile)
    rows = [r for r in read(pile / "reuses.jsonl") if r["kind"] == "spun" and r["changed"] > 0.2]
    assert rows
    for row in rows:
        left = shown[row["left_doc"]][row["left_start"] : row["left_end"]]
        right = shown[row["right_doc"]][row["right_start"] : row["right_end"]]
        assert left != right
        assert left == left.strip() and right == right.strip()


def test_every_span_lies_in_its_text_and_pairs_are_in_order(pile: Path) -> None:
    shown = texts(pile)
    for row in read(pile / "reuses.jsonl"):
        assert row["left_doc"] <= row["right_doc"]
        for side in ("left", "right"):
            assert 0 <= row[f"{side}_start"] < row[f"{side}_end"] <= len(shown[row[f"{side}_doc"]])


def test_all_kinds_and_directions_occur(pile: Path) -> None:
    rows = read(pile / "reuses.jsonl")
    assert {"verbatim", "edited", "spun", "shared_quote"} <= {r["kind"] for r in rows}
    assert {"left_from_right", "right_from_left", "common_upstream"} <= {r["direction"] for r in rows}


def test_no_look_alike_is_a_planted_copy(pile: Path) -> None:
    copies = {(r["left_doc"], r["right_doc"]) for r in read(pile / "reuses.jsonl") if r["kind"] != "shared_quote"}
    negatives = read(pile / "negatives.jsonl")
    assert not copies & {(r["left_doc"], r["right_doc"]) for r in negatives}
    assert {"event", "press", "template", "joint", "same_hand", "boilerplate"} <= set(
        Counter(r["category"] for r in negatives)
    )


def test_a_copy_follows_its_origin(pile: Path) -> None:
    origins = {r["origin"] for r in read(pile / "families.jsonl")} - {None}
    for row in read(pile / "reuses.jsonl"):
        one, other = row["left_doc"], row["right_doc"]
        if one in origins and other not in origins and row["kind"] != "shared_quote":
            assert row["direction"] in ("right_from_left", "common_upstream")


def test_hidden_times_leave_no_date(pile: Path) -> None:
    assert {row["published"] for row in read(pile / "documents.jsonl")} == {None}


@pytest.mark.parametrize("split", ["tuning", "heldout"])
def test_same_seed_gives_same_bytes_and_another_seed_others(
    split: str, treebank: Path, synonyms: Path, tmp_path: Path
) -> None:
    def made(name: str, seed: int) -> str:
        return generate(World(treebank, synonyms, split, seed), tmp_path / name, (6, 60), seed, True)

    assert made("one", 1) == made("two", 1) != made("three", 2)


def test_the_splits_share_no_sentence(treebank: Path) -> None:
    tuning, heldout = (
        {s.text() for d in read_documents(treebank, split) for s in d} for split in ("tuning", "heldout")
    )
    assert tuning and heldout and not tuning & heldout


def test_a_folder_without_treebank_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="--ud"):
        read_documents(tmp_path, "tuning")


def test_record_voices_count_each_family_and_each_lone_page_once(pile: Path) -> None:
    voices = {row["about"]: row for row in read(pile / "voices.jsonl")}
    families = read(pile / "families.jsonl")
    members = {doc for row in families for doc in row["members"]}
    expected = len(families) + len(texts(pile)) - len(members)
    assert voices["record"]["low"] == voices["record"]["high"] == expected
