"""A part's length goes to the act whose lengths it explains."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from readout.records import Evidence, Sentence
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.parts import parts_brought
from readout.stages.weigh.values import Said
from readout.text.ranges import Range

PAGE = Lines({}, {"a": [Sentence(f"sen:{n}", "a", 100 * n, 100 * n + 99, 0) for n in range(9)]})


def length(minutes: int, doc: str, at: int) -> Said:
    reach = Range(minutes, minutes)
    return Said("duration", str(minutes), "minute", reach, False, frozenset(), Evidence(doc, at, at + 5), (doc,), None, None)


@pytest.mark.parametrize(
    ("dinner", "told_at", "moved"),
    [
        (120, 100, True),  # four hours and two make the six that another page gives
        (120, 700, False),  # told far from the talks
        (90, 100, False),  # adds up to nothing
    ],
)
def test_a_part_told_beside_an_act_goes_to_it_where_the_lengths_add_up(dinner, told_at, moved):
    made = {
        "talks": {"duration": [length(240, "a", 10), length(360, "b", 10)]},
        "dinner": {"duration": [length(dinner, "a", told_at)]},
    }
    found = parts_brought(made, {"talks": [SimpleNamespace(doc_id="a", start=20)]}, PAGE)
    assert sorted(int(s.value) for s in found["talks"]["duration"]) == ([120, 240, 360] if moved else [240, 360])
    assert ("duration" in found["dinner"]) is not moved


def test_a_length_told_apart_under_the_same_act_comes_back_where_it_explains_the_others():
    made = {"talks": {"duration": [length(240, "a", 10), length(360, "b", 10)], "duration: 2": [length(120, "a", 100)]}}
    found = parts_brought(made, {"talks": [SimpleNamespace(doc_id="a", start=20)]}, PAGE)
    assert sorted(int(s.value) for s in found["talks"]["duration"]) == [120, 240, 360]
    assert list(found["talks"]) == ["duration"]


@pytest.mark.parametrize(("whole", "brought"), [(360, True), (400, False)])
def test_a_whole_told_apart_and_a_part_told_beside_are_brought_together(whole, brought):
    made = {
        "talks": {"duration": [length(240, "a", 10)], "duration: Ana": [length(whole, "a", 20)]},
        "dinner": {"duration": [length(120, "a", 100)]},
    }
    found = parts_brought(made, {"talks": [SimpleNamespace(doc_id="a", start=20)]}, PAGE)
    assert sorted(int(s.value) for s in found["talks"]["duration"]) == ([120, 240, 360] if brought else [240])
    assert ("duration: Ana" in found["talks"]) is not brought
