"""Lengths of one act that explain one another stay together."""

from __future__ import annotations

from dataclasses import replace

from readout.records import Evidence
from readout.stages.weigh.judge import judge, whole_and_parts
from readout.stages.weigh.parts import by_value
from readout.stages.weigh.values import Said
from readout.text.ranges import Range


def lasted(minutes: int, page: str) -> Said:
    here = Evidence(page, minutes, minutes + 5)
    return Said("duration", str(minutes), "minute", Range(minutes, minutes), False, frozenset(), here, (page,), None, None)


def test_the_time_at_the_table_and_at_lunch_make_the_whole() -> None:
    assert whole_and_parts(by_value([lasted(200, "a"), lasted(40, "a"), lasted(240, "b"), lasted(200, "c")]))


def test_lengths_of_which_no_page_gives_two_are_no_parts() -> None:
    assert not whole_and_parts(by_value([lasted(200, "a"), lasted(40, "b"), lasted(240, "c")]))


def test_a_length_that_fits_none_of_the_three_is_named() -> None:
    said = [lasted(200, "a"), lasted(40, "a"), lasted(240, "b"), lasted(500, "c")]
    judged = judge("duration", by_value(said))
    assert judged.agreement == "partly"
    assert judged.because.endswith("8 hours 20 minutes fits none of these")


def test_too_many_that_fit_none_of_the_three_explain_nothing() -> None:
    said = [lasted(200, "a"), lasted(40, "a"), lasted(240, "b"), lasted(500, "c"), lasted(700, "d")]
    assert not whole_and_parts(by_value(said))


def test_what_was_only_set_aside_is_no_part() -> None:
    said = [lasted(200, "a"), replace(lasted(40, "a"), planned=True), lasted(240, "b")]
    assert not whole_and_parts(by_value(said))


def test_the_parts_that_one_page_gives_come_first() -> None:
    exact = [lasted(238, "a"), lasted(120, "b"), lasted(236, "c"), lasted(122, "c"), lasted(358, "b")]
    said = [replace(s, range=Range(s.evidence.start - 5, s.evidence.start + 5)) for s in exact]
    judged = judge("duration", [[s] for s in said])
    assert "3 hours 56 minutes and 2 hours 2 minutes" in judged.because
