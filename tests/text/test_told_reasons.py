"""Why something is said to have happened or not."""

from __future__ import annotations

import pytest

from readout.text.told_reasons import reasons


@pytest.mark.parametrize(("sentence", "wanted", "cause"), [
    ("The flight was cancelled due to fog.", "fog", False),
    ("She put off the trip because pilots were on strike, her office said.", "pilots were on strike", False),
    ("The council turned it down, citing roadworks.", "roadworks", False),
    ("He recalled the envoy in protest at the raid and left.", "the raid", False),
    ("The fire was caused by a faulty heater, police said.", "a faulty heater", True),
    ("The ministry said that rain was to blame.", "rain", True),
    ("Organisers blamed the closure of the bridge.", "the closure of the bridge", True),
])  # fmt: skip
def test_reasons_are_found_by_the_words_that_lead_to_them(sentence, wanted, cause):
    (found,) = reasons(sentence)
    assert (sentence[found.start : found.end], found.cause) == (wanted, cause)


@pytest.mark.parametrize("sentence", [
    "An official who asked for anonymity because she may not speak said so.", "He blamed nobody.", "It was late.",
    "The exercise, on account of which she left, ended.",
])  # fmt: skip
def test_what_is_no_reason_of_an_act_is_left_out(sentence):
    assert not list(reasons(sentence))


def test_what_is_due_to_take_place_and_what_is_no_reason_are_none():
    for sentence in (
        "A second round is expected with talks due to open in Rask at eight.",
        "They came not because of the music.",
        "The drivers mean to stop every tram.",
    ):
        assert not list(reasons(sentence)), sentence
