"""The measure of time expressions: TimeML read with its spans, pairs by overlap."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from evaluation.times import measure, read_document, shape

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>invented</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-06" functionInDocument="CREATION_TIME">6 May 2031</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-05-04">Sunday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="PT3H">two hours</TIMEX3> &amp; left.</TEXT></TimeML>
"""


def test_spans_point_into_the_text_and_scores_count_type_and_value(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, "utf-8")
    document = read_document(tmp_path / "a.tml")
    assert document.written == date(2031, 5, 6)
    assert [document.text[g.start : g.end] for g in document.gold] == ["Sunday", "two hours"]
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("right by rule", "wrong by rule", "value", "type", "missed", "beside the gold")
    }
    scores = measure([document], counts)
    assert (scores["relaxed"], scores["strict"], scores["type"], scores["value"]) == (100.0, 100.0, 100.0, 50.0)
    assert counts["value"] == {"duration: DURATION PT9H read as DURATION PT9H": 1}


def test_shapes_hide_the_figures() -> None:
    assert shape("2031-05-04") == "9999-99-99"
