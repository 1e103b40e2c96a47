"""Places by name: country, degrees, how exact; nothing where the name could be several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.lexicon.places import gazetteer
from readout.text.place_lookup import find_place

FOUND = [
    ("Oslo", None, "Oslo", "NOR", "city"),
    ("Norway", None, "Norway", "NOR", "country"),
    ("the Netherlands", None, "Netherlands", "NLD", "country"),
    ("Bergen, Norway", None, "Bergen", "NOR", "city"),
    ("Paris", "USA", "Paris", "USA", "city"),
    ("Paris", "NOR", "Paris", "FRA", "city"),
    ("Georgia", None, "Georgia", "GEO", "country"),
    ("central Oslo", None, "Oslo", "NOR", "city"),
    ("near Oslo", None, "Oslo", "NOR", "city"),
    ("the port city of Bergen", "NOR", "Bergen", "NOR", "city"),
    ("northern Norway", None, "northern Norway", "NOR", "region"),
    ("the Norwegian capital", None, "Oslo", "NOR", "city"),
    ("Norway's capital", None, "Oslo", "NOR", "city"),
    ("the capital of Norway", None, "Oslo", "NOR", "city"),
    ("the Bergen region", "NOR", "the Bergen region", "NOR", "region"),
    ("New York", None, "New York", "USA", "region"),
    ("Africa", None, "Africa", None, "region"),
]


@pytest.mark.parametrize(("words", "near", "name", "country", "precision"), FOUND)
def test_places_are_found(words: str, near: str | None, name: str, country: str | None, precision: str) -> None:
    place = find_place(words, gazetteer(), near)
    assert place is not None
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert (place.latitude is not None) == (precision == "city")


@pytest.mark.parametrize(
    "words", ["Springfield", "Santa Cruz", "Qlorb", "the airport", "a hall", "", "Victoria", "oslo"]
)
def test_unknown_names_and_namesakes_are_left_unknown(words: str) -> None:
    assert find_place(words, gazetteer()) is None


def test_a_small_town_abroad_is_not_guessed() -> None:
    assert find_place("Bergen", gazetteer(), "NOR") is not None
    assert find_place("Lillehammer", gazetteer(), "JPN") is None


@given(st.text(max_size=40))
def test_any_words_are_answered(words: str) -> None:
    place = find_place(words, gazetteer())
    assert place is None or place.precision in ("site", "city", "region", "country")
