"""A weekday for which something had been set may have passed."""

from __future__ import annotations

from datetime import date

import pytest

from readout.text.times import read_times


@pytest.mark.parametrize(("text", "day"), [
    ("A round that had been set for Thursday was called off.", "2031-05-22"),
    ("The vote, planned for Thursday, was cancelled.", "2031-05-22"),
    ("She was to have flown home on Thursday.", "2031-05-22"),
    ("A round that had been set for Monday was called off.", "2031-05-26"),
    ("The round is due on Thursday.", "2031-05-29"),
])  # fmt: skip
def test_the_nearest_such_day_is_meant(text: str, day: str) -> None:
    friday = date(2031, 5, 23)
    assert friday.weekday() == 4
    assert [t.date_start for t in read_times(text, friday)] == [day]
