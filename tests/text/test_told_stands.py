"""What is asked for, offered or feared is told apart from what is."""

from __future__ import annotations

import pytest

from readout.text.told_stands import stand_of


@pytest.mark.parametrize(
    ("before", "stand"),
    [
        ("The cleaners want ", "asked"),
        ("The opposition had asked for ", "asked"),
        ("The owner has offered ", "offered"),
        ("The hall is licensed for ", "aimed"),
        ("Growers fear losses of ", "foreseen"),
        ("The city will pay ", None),
        ("The cleaners want more, but the city paid ", None),
        ("There had been nothing like it since May ", None),
    ],
)
def test_a_number_stands_as_the_words_before_it_tell(before: str, stand: str | None) -> None:
    assert stand_of(before) == stand
