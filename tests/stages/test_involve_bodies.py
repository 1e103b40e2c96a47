"""A noun alone means the one body of its kind that a story names; in a story of two countries only bodies of no state."""

from __future__ import annotations

from typing import Literal

from readout.records import Entity
from readout.stages.involve.groups import only_bodies

UNION = Entity("ent:1", "organisation", "National Union of Nurses", None, ("NUN", "the nurses' union"), "")
HEALTH = Entity("ent:2", "organisation", "Ministry of Health", None, ("the health ministry",), "")
OTHER = Entity("ent:3", "organisation", "Union of Porters", None, (), "")


def country(name: str, type: Literal["country", "person"] = "country") -> Entity:
    return Entity(f"ent:{name}", type, name, name, (), "")


def test_the_only_union_and_ministry_are_meant_by_their_nouns() -> None:
    found = only_bodies([UNION, HEALTH])
    assert found["union"] == found["nurses' union"] == UNION
    assert found["ministry"] == found["health ministry"] == HEALTH


def test_of_two_unions_the_noun_means_none() -> None:
    assert "union" not in only_bodies([UNION, OTHER])


def test_where_two_countries_are_spoken_of_a_ministry_may_be_of_either() -> None:
    found = only_bodies([UNION, HEALTH, country("Tolvia"), country("Kestany")])
    assert "ministry" not in found
    assert found["union"] == UNION


def test_a_board_in_a_town_is_meant_by_the_board() -> None:
    board = Entity("ent:4", "organisation", "harbour board in Marn", None, ("the harbour board in Marn",), "")
    found = only_bodies([board, country("Tolvia"), country("Kestany")])
    assert found["harbour board"] == board
