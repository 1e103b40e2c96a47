"""Coding of sentences: one object per row, in order, also for a bad one."""

from __future__ import annotations

from functools import cache

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
