"""What a number was before it changed is told from what it is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from readout.text.changed_numbers import went_from
from readout.text.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The fee drops from 90 crowns to 45 crowns.", ["90 crowns"]),
        ("Fares rose from 12 marks a day to 15 marks.", ["12 marks"]),
        ("The company paid sums ranging from 20 crowns to 45 crowns.", []),
        ("They took 90 crowns from the till.", []),
    ],
)
def test_what_a_number_was_before(text: str, left: list[str]) -> None:
    pairs = pairwise(read_quantities(text))
    assert [text[q.start : q.end] for q, after in pairs if went_from(text, q.start, q.end, after.start)] == left
