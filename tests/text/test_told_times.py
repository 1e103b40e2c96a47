"""Times of day and terms that pages give for an act."""

from __future__ import annotations

from datetime import date

import pytest

from readout.text.times import read_times
from readout.text.told_hours import hours
from readout.text.told_limits import limits


@pytest.mark.parametrize(("sentence", "low", "high", "open_half"), [
    ("It changed at a quarter to five, when vans came.", 16.67 - 12, 16.83 - 12, True),
    ("Shortly before five in the afternoon, officers closed the bridge.", 16.5, 17, False),
    ("They reached the bridge towards 17 o'clock.", 16.5, 17.5, False),
    ("At about 5 pm, police parked vehicles.", 16.5, 17.5, False),
    ("A warning was sent at 20:40 on Monday.", 20.58, 20.75, False),
    ("The column set off at noon.", 11.92, 12.08, False),
])  # fmt: skip
def test_times_of_day_are_read_with_their_hedge(sentence, low, high, open_half):
    (found,) = hours(sentence)
    assert (found.minutes.low / 60, found.minutes.high / 60) == pytest.approx((low, high), abs=0.01)
    assert found.open_half == open_half


@pytest.mark.parametrize("sentence", [
    "At ten points behind, the party gave up.", "Prices rose by 3.25 per cent.", "After six people died, they stopped.",
    "He was killed at 40.", "At nine they met.",
])  # fmt: skip
def test_other_numbers_are_no_times_of_day(sentence):
    assert not list(hours(sentence))


@pytest.mark.parametrize(("sentence", "first", "last"), [
    ("They will be sent home within ten days.", "2025-03-18", "2025-03-21"),
    ("A line will be set up by April 1.", "2025-03-31", "2025-04-02"),
    ("It should be working before the month is out.", "2025-03-28", "2025-04-01"),
    ("It is due before the end of March.", "2025-03-28", "2025-04-01"),
])  # fmt: skip
def test_terms_are_read_as_days(sentence, first, last):
    written = date(2025, 3, 10)
    (found,) = limits(sentence, 0, read_times(sentence, written), written)
    assert (date.fromordinal(int(found.days.low)).isoformat(), date.fromordinal(int(found.days.high)).isoformat()) == (
        first,
        last,
    )


def test_how_fast_something_went_is_no_term():
    sentence, written = "The reply came within an hour.", date(2025, 3, 10)
    assert not list(limits(sentence, 0, read_times(sentence, written), written))
