"""Whose people a group is that is named by what it is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from readout.stages.fuse.belonging import owner_of


def owner(name: str, country: str | None = None, kind: str = "group"):
    entity = SimpleNamespace(type=kind, name=name, country=country)
    return owner_of(entity, lambda code: f"state {code}", lambda words: f"body {words}")


def test_soldiers_of_a_country_are_the_state():
    assert owner("Ostran soldiers", "OST") == "state OST"
    assert owner("deputies", "OST") == "state OST"


def test_police_of_a_country_are_a_body_of_their_own():
    assert owner("policemen", "OST") is None
    assert owner("Lake Guild policemen").endswith("Lake Guild")


def test_protesters_and_miners_of_a_country_are_their_own():
    assert owner("Ostran protesters", "OST") is None
    assert owner("miners", "OST") is None


@pytest.mark.parametrize("name", ["gunmen of the Dawn Front", "Dawn Front gunmen", "Dawn Front's masked gunmen"])
def test_gunmen_of_a_militia_are_the_militia(name):
    assert owner(name).endswith("Dawn Front")


def test_a_body_or_person_is_nobodys_people():
    assert owner("Dawn Front", kind="organisation") is None
    assert owner("Ada Poe", "OST", kind="person") is None

