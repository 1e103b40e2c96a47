"""Months and days that something is put off to or due on lie ahead, whatever the tense; so do those of a plan in the present."""

from __future__ import annotations

from datetime import date

import pytest

from readout.text.lexemes import tokenize
from readout.text.times import read_times

CASES = [
    ("The summit, originally due in May, was postponed to September.", ["2024-05", "2024-09"]),
    ("The visit was put off until June.", ["2024-06"]),
    ("The meeting was pushed back to Friday.", ["2024-03-15"]),
    ("The club moved its meeting from Monday to Thursday.", ["2024-03-18", "2024-03-21"]),
    ("He went back to the village in February.", ["2024-02"]),
    ("The inquest opens on Monday.", ["2024-03-18"]),
    ("The lord mayor visits the docks on Friday.", ["2024-03-15"]),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_what_is_put_off_lies_ahead(text: str, values: list[str]) -> None:
    assert [t.value for t in read_times(text, date(2024, 3, 14), tokens=tokenize(text))] == values
