"""Times of day told in words are no counts."""

from __future__ import annotations

import pytest

from readout.text.clock_words import clock_words
from readout.text.quantities import read_quantities


@pytest.mark.parametrize(("text", "found"), [
    ("Between ten past four and five they pulled nine men out.", ["ten past four and five"]),
    ("The gate opened at twenty to eight.", ["twenty to eight"]),
    ("It rained until half past two, then stopped.", ["half past two"]),
    ("Some five to six men stood there.", []),
    ("From ten to twelve wagons were lost.", []),
])  # fmt: skip
def test_hours_around_the_clock_are_found(text: str, found: list[str]) -> None:
    assert [text[s:e] for s, e in clock_words(text)] == found


def test_what_is_counted_beside_a_time_is_still_read() -> None:
    text = "Between ten past four and five they pulled nine men out."
    assert [text[q.start : q.end] for q in read_quantities(text)] == ["nine men"]
