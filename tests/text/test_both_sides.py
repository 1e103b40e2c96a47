"""both_sides: words that mean several countries at once."""

from __future__ import annotations

import pytest

from readout.text.both_sides import means_both, named_in

CALLED = {"ostrava": "Ostrava", "ostravan": "Ostrava", "marn": "Marn", "marnish": "Marn"}


@pytest.mark.parametrize(
    "words", ["both sides", "the two governments", "their foreign ministers", "two countries", "each other"]
)
def test_words_for_both_are_read(words):
    assert means_both(words)


@pytest.mark.parametrize("words", ["the ministers", "two ships", "both bridges", "the government", "sides of the road"])
def test_words_for_others_are_not(words):
    assert not means_both(words)


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("the presidents of Ostrava and Marn", ("Ostrava", "Marn")),
        ("Marnish and Ostravan leaders", ("Marn", "Ostrava")),
        ("Ostrava's and Marn's navies", ("Ostrava", "Marn")),
        ("the Ostravan minister", ("Ostrava",)),
    ],
)
def test_countries_of_a_plural_are_named_in_order(words, countries):
    assert named_in(words, CALLED) == (countries if len(countries) > 1 else ())
