"""A name before the noun of a body only says which: the head of the words speaks. Names are invented."""

from __future__ import annotations

import pytest

from readout.lexicon import speech
from readout.text.cues import tokens
from readout.text.sources import name_in


def name(source: str) -> str | None:
    words = tokens(source, 0, len(source))
    return name_in(words, (0, len(words) - 1), speech())


@pytest.mark.parametrize(
    "source",
    ["the Port Selma university hospital", "the union's Port Selma branch", "the Upper Marn harbour authority"],
)
def test_a_town_before_the_noun_of_a_body_does_not_speak(source: str) -> None:
    assert name(source) is None


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Port Selma hospital director Ana Roe", "Ana Roe"),
        ("Norvik Steel", "Norvik Steel"),
        ("the mayor of Port Selma, Eva Grahn", "Eva Grahn"),
    ],
)
def test_a_name_that_no_body_follows_speaks(source: str, speaker: str) -> None:
    found = name(source)
    assert found is not None
    assert found.endswith(speaker) or source.endswith(found)
