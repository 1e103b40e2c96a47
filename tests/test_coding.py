"""Coding of sentences: one object per row, in order, also for a bad one."""

from __future__ import annotations

from functools import cache

import pytest

from readout.coding import code_rows, read_rows
from readout.models.english import English, load_english


@cache
def english() -> English:
    return load_english("accurate")


def coded(text: str) -> list[dict[str, object]]:
    return list(code_rows(read_rows(text), english()))


def test_a_table_with_given_actors_gives_their_relation() -> None:
    rows = coded('id,sentence,source,target\n7,"Kestany threatened to bomb Belmarra.",Kestany,Belmarra\n8,,A,B\n')
    assert rows[0] == {"id": "7", "type15": "THREATEN", "quad": 3, "status": "threatened"}
    assert rows[1]["id"] == "8" and "no sentence" in str(rows[1]["error"])


def test_json_lines_keep_order_and_bad_rows() -> None:
    rows = coded('{"id": "a", "text": "Kestany bombed Belmarra."}\n{bad\n{"id": "c", "text": ""}\n')
    assert [r["id"] for r in rows] == ["a", 2, "c"]
    assert "error" in rows[1] and rows[2]["events"] == []


def test_trigger_spans_are_of_the_whole_text_and_the_speaker_is_told() -> None:
    text = "It rained.\nKestany bombed Belmarra, officials said."
    (row,) = code_rows(read_rows('{"text": "It rained.\\nKestany bombed Belmarra, officials said."}'), english())
    (event,) = row["events"]
    assert text[event["start"] : event["end"]] == "bombed"
    assert (event["type"], event["act"], event["attributed_to"]) == ("ASSAULT", "ASSAULT", "officials")


def test_lines_of_text_are_rows() -> None:
    assert [r["id"] for r in coded("It rained.\nIt snowed.\n")] == [1, 2]


def test_a_sentence_broken_over_lines_is_one_and_a_list_of_objects_is_read() -> None:
    text = "Norland's army\\nshelled the village of\\nTolm on Monday, killing three."
    (row,) = coded(f'[{{"id": 7, "text": "{text}", "dct": "2024-03-14"}}]')
    (event,) = row["events"]  # type: ignore[misc]  # a list of one
    assert (row["id"], event["actors"], event["date_start"]) == (7, ["Norland's army"], "2024-03-11")


def told(sentence: str) -> dict[str, object]:
    """The attributes of the first event by name."""
    (row,) = coded(f'{{"text": "{sentence}", "dct": "2024-03-14"}}')
    return {a["name"]: a["value"] for e in row["events"] for a in e["attributes"]}  # type: ignore[attr-defined]


def test_reasons_stand_in_phrases_and_clauses_and_are_no_lengths_of_time() -> None:
    assert told("Norland expelled the envoy for spying.")["reason"] == "spying"
    assert told("Teachers marched in protest at the cuts.")["reason"] == "cuts"
    assert told("Norland closed the border because its guards had been attacked.")["reason"] == "its guards had been attacked"
    assert "reason" not in told("Norland pledged 2 million dollars in aid to Tavira over five years.")


def test_the_dead_and_the_hurt_are_told_apart_and_share_the_day_of_the_attack() -> None:
    told_of = told("Between 40 and 50 people were killed and at least 120 injured when gunmen attacked a market last Friday.")
    assert (told_of["deaths"], told_of["injuries"]) == ("Between 40 and 50 people", "at least 120")


def test_a_rank_is_told_with_what_bounds_it() -> None:
    assert told("The premier will visit Tavira next month, her first trip there since 2011.")["order"] == (
        "first trip there since 2011"
    )


def test_an_act_of_force_takes_place_where_those_in_it_are() -> None:
    (row,) = coded('{"text": "Police and soldiers clashed with protesters in Paris."}')
    assert [e["place"] for e in row["events"]] == ["Paris"]  # type: ignore[attr-defined]


def test_what_a_march_is_against_is_no_party() -> None:
    (row,) = coded('{"text": "Students marched through the town against the reform."}')
    assert [e["recipients"] for e in row["events"]] == [[]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Norland expelled the ambassador of Tavira.", "expel"),
        ("The student was expelled from the academy.", "expel"),
        ("A court convicted the treasurer of fraud.", "convict"),
    ],
)
def test_who_is_expelled_is_not_convicted(sentence: str, mode: str) -> None:
    (row,) = coded(f'{{"text": "{sentence}"}}')
    (event,) = row["events"]  # type: ignore[misc]  # a list of one
    assert (event["type"], event["mode"]) == ("SANCTION", mode)
