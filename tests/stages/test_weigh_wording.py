"""Values in the words of a report."""

from __future__ import annotations

import pytest

from readout.records import Evidence
from readout.stages.weigh.sides import same_name
from readout.stages.weigh.values import Said
from readout.stages.weigh.wording import in_words, listed
from readout.text.ranges import Range


def said(value, unit, low=1.0, high=1.0):
    return Said("x", value, unit, Range(low, high), False, frozenset(), Evidence("doc:1", 0, 1), (), None, None)


@pytest.mark.parametrize(("value", "unit", "wanted"), [
    ("250", "minute", "4 hours 10 minutes"), ("more than 240", "minute", "more than 4 hours"), ("4320", "minute", "3 days"),
    ("18000", "person", "18,000"), ("28000–34000", "person", "28,000–34,000"), ("2011", "year", "2011"),
    ("at least 6", "round", "at least 6 rounds"), ("11", "time", "11 times"), ("dozens of lorries", "lorry", "dozens of lorries"),
])  # fmt: skip
def test_values_are_written_for_people(value, unit, wanted):
    assert in_words(said(value, unit)) == wanted


def test_values_are_listed_from_small_to_large():
    assert listed([[said("120", "minute", 120)], [said("45", "minute", 45)]]) == "45 minutes, 2 hours"


def test_one_man_with_and_without_his_title_is_one_giver() -> None:
    assert same_name("Ada Brenn", "Harbour Minister Ada Brenn")
    assert not same_name("Ada Brenn", "Ilo Brenn") and not same_name("police", "the police") and not same_name(None, "Ada Brenn")
