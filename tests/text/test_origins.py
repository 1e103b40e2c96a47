"""Origins behind stretches of pages: copies add none, one house is at least one, unsure stretches widen the interval."""

from __future__ import annotations

from readout.records import Lineage, Reuse
from readout.text.origins import count, origins_of

WIRE = Lineage("lin:wire", "doc:a", "Norla Wire", ("doc:a", "doc:b"), "x")
SECOND = Lineage("lin:second", "doc:d", "Norla Wire", ("doc:d",), "x")
OWN = Lineage("lin:own", "doc:b", "Vale Post", ("doc:b",), "x")
COPY = Reuse("reu:1", "doc:a", 0, 100, "doc:b", 0, 100, "verbatim", 1.0, "right_from_left", "x")


def test_a_copied_stretch_goes_back_to_what_it_was_copied_from() -> None:
    origins = origins_of([WIRE, OWN], [COPY])
    assert origins.of(("doc:a", 10, 20)) == origins.of(("doc:b", 10, 20)) == ("lin:wire",)
    assert origins.of(("doc:b", 200, 220)) == ("lin:own", "lin:wire")  # its own words may be a rewording


def test_a_copy_adds_no_voice() -> None:
    origins = origins_of([WIRE, OWN], [COPY])
    assert origins.count([origins.of(("doc:a", 10, 20)), origins.of(("doc:b", 10, 20))])[:2] == (1, 1)


def test_two_texts_of_one_house_are_at_least_one_voice_and_at_most_two() -> None:
    origins = origins_of([WIRE, SECOND], [])
    assert origins.count([("lin:wire",), ("lin:second",)])[:2] == (1, 2)


def test_a_stretch_of_unsure_origin_widens_the_interval() -> None:
    assert count([("a",), ("a", "b")])[:2] == (1, 2)
    assert count([])[:2] == (0, 0)


def test_untraced_pages_are_their_own_origin() -> None:
    assert origins_of([], []).of(("doc:z", 0, 5)) == ("doc:z",)
