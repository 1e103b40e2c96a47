"""Nouns for people in the plural are groups, whatever their ending."""

from __future__ import annotations

import pytest

from readout.text.collectives import collective, people_called


@pytest.mark.parametrize("words", ["About 12,000 nurses", "the pilots", "some deputies", "the monks", "40 miners"])
def test_people_counted_by_their_trade_are_a_group(words: str) -> None:
    assert collective(words) == words.split()[-1]


@pytest.mark.parametrize("words", ["the lorries", "six ships", "the valves", "two weeks"])
def test_things_are_no_group(words: str) -> None:
    assert collective(words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [("Saturday morning nurses", "nurses"), ("Friday protesters", "protesters"), ("the Sunday Times reporters", "Sunday Times reporters")],
)
def test_the_day_is_no_part_of_a_name(words: str, name: str) -> None:
    assert people_called(words) == name
