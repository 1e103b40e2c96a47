"""The scorer gives full marks to the truth and falls with every kind of error."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.lineage.measures import common, covered
from benchmarks.lineage.rows import reuse
from benchmarks.lineage.score import main

Row = dict[str, object]


def scored(pile: Path, rows: list[Row], out: Path, *options: str) -> dict:
    out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    result = CliRunner().invoke(main, [str(pile), str(out), *options], catch_exceptions=False)
    assert result.exit_code == 0
    return json.loads(result.output.splitlines()[-1])


def truth(pile: Path) -> list[Row]:
    return [json.loads(line) for line in (pile / "reuses.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_truth_scores_one_everywhere(pile: Path, tmp_path: Path) -> None:
    result = scored(pile, truth(pile), tmp_path / "p.jsonl")
    assert {v[0] for v in result["measures"].values()} <= {1.0, None}
    assert result["false_copies"]["all"]["called"] == 0


def turned_row(row: Row) -> Row:
    """The same finding with its sides exchanged."""
    other = {"left_from_right": "right_from_left", "right_from_left": "left_from_right"}
    ends = {
        f"{a}_{k}": row[f"{b}_{k}"] for a, b in (("left", "right"), ("right", "left")) for k in ("doc", "start", "end")
    }
    return {**ends, "kind": row["kind"], "direction": other.get(str(row["direction"]), row["direction"])}


def test_sides_may_be_given_either_way(pile: Path, tmp_path: Path) -> None:
    turned = [turned_row(r) for r in truth(pile)]
    measures = scored(pile, turned, tmp_path / "p.jsonl")["measures"]
    assert measures["passage_f1"][0] == measures["direction_right"][0] == 1.0


def halved(row: Row) -> list[Row]:
    """The passage found in two pieces."""
    a, b = (
        (int(row["left_start"]) + int(row["left_end"])) // 2,
        (int(row["right_start"]) + int(row["right_end"])) // 2,
    )
    return [{**row, "left_end": a, "right_end": b}, {**row, "left_start": a, "right_start": b}]


@pytest.mark.parametrize(
    ("measure", "spoil"),
    [
        ("pair_recall", lambda rows: rows[: len(rows) // 2]),
        (
            "passage_recall",
            lambda rows: [{**r, "left_end": (r["left_start"] + r["left_end"]) // 2} for r in rows],
        ),
        (
            "passage_precision",
            lambda rows: [{**r, "right_start": max(0, r["right_start"] - 200)} for r in rows],
        ),
        ("kind_macro_f1", lambda rows: [{**r, "kind": "verbatim"} for r in rows]),
        ("direction_right", lambda rows: [{**r, "direction": "common_upstream"} for r in rows]),
        ("direction_answered", lambda rows: [{**r, "direction": "undetermined"} for r in rows]),
    ],
)
def test_each_error_lowers_its_measure(
    measure: str, spoil: Callable[[list[Row]], list[Row]], pile: Path, tmp_path: Path
) -> None:
    assert scored(pile, spoil(truth(pile)), tmp_path / "p.jsonl")["measures"][measure][0] < 0.97


def test_pieces_raise_granularity(pile: Path, tmp_path: Path) -> None:
    rows = [piece for row in truth(pile) for piece in halved(row)]
    assert scored(pile, rows, tmp_path / "p.jsonl")["measures"]["granularity"][0] > 1.5


def test_a_look_alike_called_a_copy_is_counted_in_its_category(pile: Path, tmp_path: Path) -> None:
    negatives = [json.loads(line) for line in (pile / "negatives.jsonl").read_text().splitlines()]
    pair = next(r for r in negatives if r["category"] == "event")
    wrong = {**truth(pile)[0], "left_doc": pair["left_doc"], "right_doc": pair["right_doc"], "kind": "edited"}
    result = scored(pile, [*truth(pile), wrong], tmp_path / "p.jsonl")
    assert result["false_copies"]["event"]["called"] == 1
    assert result["measures"]["pair_precision"][0] < 1.0


def test_a_shared_quotation_is_no_copy(pile: Path, tmp_path: Path) -> None:
    rows = [{**r, "kind": "shared_quote"} for r in truth(pile)]
    assert scored(pile, rows, tmp_path / "p.jsonl")["measures"]["pair_recall"][0] == 0.0


def test_no_prediction_scores_nothing_and_does_not_fail(pile: Path, tmp_path: Path) -> None:
    assert scored(pile, [], tmp_path / "p.jsonl")["measures"]["pair_recall"][0] == 0.0


def test_voices_that_contain_the_truth_are_covered(pile: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (pile / "voices.jsonl").read_text().splitlines()]
    given = tmp_path / "v.jsonl"
    given.write_text(
        "".join(
            json.dumps({"about": r["about"], "voices_low": r["low"], "voices_high": r["high"]}) + "\n" for r in rows
        )
    )
    assert scored(pile, [], tmp_path / "p.jsonl", "--voices", str(given))["voices"]["covered"] == 1.0


def test_a_row_without_its_columns_says_which() -> None:
    with pytest.raises(ValueError, match="left_end"):
        reuse({"left_doc": "a", "left_start": 0}, {})


def test_spans_that_touch_or_overlap_are_covered_once() -> None:
    assert covered([(5, 9), (0, 3), (3, 6)]) == [(0, 9)]
    assert common([(0, 5), (10, 12)], [(3, 11)]) == 3
