"""The time line: days, and months and years under their own names."""

from __future__ import annotations

import pytest

from readout.web.phrases import day_in_words
from readout.web.report.timeline import period


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1994-01-01", "1994-12-31", "1994"), ("2031-01-01", "2031-01-31", "January 2031"),
        ("2031-01-01", "2031-01-01", "1 January 2031"), ("2031-02-01", "2031-02-28", "February 2031"),
        ("2031-02-03", "2031-02-05", "3 February 2031"), ("2031-05-06", None, "6 May 2031"), ("2031-05", None, "May 2031"),
    ],
)  # fmt: skip
def test_a_month_or_a_year_is_no_day(start: str, end: str | None, words: str) -> None:
    assert day_in_words(period(start, end)) == words
