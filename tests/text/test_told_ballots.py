"""told_ballots: the two sides of a vote."""

from __future__ import annotations

import pytest

from readout.text.quantities import read_quantities
from readout.text.told_ballots import ballots


def read(sentence: str) -> list[tuple[float | None, float | None]]:
    """Give the votes that a sentence tells, the larger side first."""
    return [(b.more.value, b.fewer.value) for b in ballots(sentence, 0, read_quantities(sentence))]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The parish council kept the library open by 31 votes to 27.", (31, 27)),
        ("Senators threw the tax out, 54–40, on Friday.", (54, 40)),
        ("The fishing bill passed by 76 to 72.", (76, 72)),
        ("She lost the vote of confidence by 88 to 91, with one abstention.", (91, 88)),
        ("The law was carried with 70 votes in favour, 12 against and 3 abstentions.", (70, 12)),
        ("A total of 98 members voted for it and 91 against.", (98, 91)),
        ("The board voted nineteen to twelve to sell.", (19, 12)),
    ],
)
def test_both_sides_of_a_vote_are_read(sentence, sides):
    assert read(sentence) == [sides]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harriers won 61-48.",
        "The assembly cut the levy from 61 to 48 crowns.",
        "Parliament voted to cut posts from 61 to 48.",
        "The council met for 9 to 11 hours.",
        "Turnout in the vote was between 40 and 48 percent.",
    ],
)
def test_what_is_no_vote_is_not(sentence):
    assert read(sentence) == []
