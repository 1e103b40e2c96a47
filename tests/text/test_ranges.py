"""ranges: what a number can mean, by its hedge and how roughly it is written."""

from __future__ import annotations

import pytest

from readout.text.ranges import count_range, minutes_range


def minutes(number: float, words: str, modifier: str = "exact"):
    return minutes_range(number, modifier, words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("about", 640_000), ("exact", 590_000)),  # written to the ten thousand
        (("about", 640e6), ("about", 700e6)),
        (("almost", 640), ("exact", 590)),
        (("exact", 850e6), ("exact", 900e6)),  # no number is rounded to both
        (("less_than", 100), ("exact", 12)),
    ],
)
def test_a_hedge_of_a_written_precision_does_not_reach_so_far(one, other):
    a, b = (count_range(number, modifier) for modifier, number in (one, other))
    assert not a.meets(b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("about", 400), ("exact", 412)),
        (("about", 7e9), ("exact", 7.4e9)),
        (("about", 20e6), ("about", 18e6)),  # one digit
        (("about", 250), ("about", 300)),  # written in fifties
        (("about", 24), ("exact", 26)),  # two dozen
        (("almost", 1000), ("exact", 951)),
        (("more_than", 200), ("exact", 214)),
        (("about", 12_000), ("about", 12_400)),
    ],
)
def test_a_round_number_can_be_a_near_one(one, other):
    a, b = (count_range(number, modifier) for modifier, number in (one, other))
    assert a.meets(b)


def test_four_hours_are_not_almost_five_nor_nine_days_ten():
    assert not minutes(240, "four hours").meets(minutes(300, "almost five hours", "almost"))
    assert not minutes(9 * 1440, "nine days").meets(minutes(10 * 1440, "ten days"))
    assert minutes(300, "five hours").meets(minutes(330, "five and a half hours"))
    assert minutes(25, "25 minutes").meets(minutes(30, "almost half an hour", "almost"))
