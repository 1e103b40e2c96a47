"""Weighing figures of one thing: numbers that pages give beside different acts, or beside none."""

from __future__ import annotations

from datetime import date

from readout.records import Document
from readout.stages.weigh.moments import Read, moments
from readout.stages.weigh.spots import scene_of
from readout.text.figure_contexts import Scene
from readout.text.figures import Line
from readout.text.quantities import read_quantities
from readout.text.times import read_times
from tests.stages.fusing import page


def moments_of(text: str) -> list[tuple[str, str]]:
    """Give the moments of a page of one sentence written on 3 March 2025."""
    document: Document = page("a", text)
    times = read_times(text, date(2025, 3, 3))
    found = moments(
        document, Read([Line(0, len(text), ())], times, read_quantities(text, times=times), date(2025, 3, 3), 2025)
    )
    return [(m.kind, m.value) for m in found]


def test_a_day_ahead_is_a_moment_and_a_day_gone_is_none():
    assert moments_of("The hearing is set for 14 March 2025.") == [("day", "2025-03-14")]
    assert moments_of("The hearing was held on 14 February 2025.") == []


def test_years_without_the_like_are_a_moment():
    assert [k for k, _ in moments_of("It is the first strike at the port since 1998.")] == ["since"]


def test_occasions_are_apart_by_place_by_day_and_by_order():
    assert Scene(frozenset({"arlow"})).apart(Scene(frozenset({"venn"})))
    assert Scene(day="2025-03-01").apart(Scene(day="2025-03-04"))
    assert not Scene(frozenset({"arlow"})).apart(Scene())
    assert scene_of("They met again in the hall.", Line(0, 27, ()), (), 27).anew
