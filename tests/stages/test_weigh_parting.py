"""Lengths of one act that explain one another stay together."""

from __future__ import annotations

from readout.records import Evidence
from readout.stages.weigh.parting import add_up
from readout.stages.weigh.values import Said
from readout.text.ranges import Range


def lasted(minutes: int, page: str) -> Said:
    here = Evidence(page, minutes, minutes + 5)
    return Said("duration", str(minutes), "minute", Range(minutes, minutes), False, frozenset(), here, (page,), None, None)


def test_the_time_at_the_table_and_at_lunch_make_the_whole() -> None:
    assert add_up([lasted(200, "a"), lasted(40, "a"), lasted(240, "b"), lasted(200, "c")])


def test_lengths_of_which_no_page_gives_two_are_no_parts() -> None:
    assert not add_up([lasted(200, "a"), lasted(40, "b"), lasted(240, "c")])


def test_a_length_that_fits_none_of_the_three_is_left_to_be_judged() -> None:
    assert not add_up([lasted(200, "a"), lasted(40, "a"), lasted(240, "b"), lasted(500, "c")])
