"""Forms of listed words."""

from __future__ import annotations

from readout.lexicon.events import forms


def test_a_plural_that_is_listed_itself_is_still_read_as_the_singular_that_verbs_ask_for() -> None:
    assert forms()["n:troops"] == "troop"


def test_a_verb_that_is_listed_is_not_read_as_a_form_of_another() -> None:
    assert forms()["v:wound"] == "wound"
