"""What became of those counted, by the syntax of the sentence."""

from __future__ import annotations

import pytest

from readout.text.governed_fates import NOT_THEIRS, governed_fate
from readout.text.quantities import read_quantities
from tests.text.speech_reading import parser


def told(text: str) -> list[str | None]:
    """The fate of each count of a sentence."""
    words = parser().parse([text])[0]
    return [governed_fate(text, words, q.start, q.end) for q in read_quantities(text) if q.kind == "count"]


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("Bad mussels have made 512 guests ill and killed six.", ["cases", "deaths"]),
        ("Six people died and 40 were taken to hospital after the ferry capsized.", ["deaths", "injuries"]),
        ("At least 14 people were killed and about 30 were missing after the dam burst.", ["deaths", "missing"]),
        ("Police arrested 43 of them and let 12 go.", ["arrests", "released"]),
        ("Rescuers pulled 17 people alive from the rubble.", ["rescued"]),
        ("The toll rose to 14 on Monday, the ministry said.", ["deaths"]),
        ("Seventy patients had been admitted by noon and the death toll was put at three.", [NOT_THEIRS, "deaths"]),
    ],
)
def test_a_count_has_the_fate_that_its_own_predicate_tells(text: str, fates: list[str]) -> None:
    assert told(text) == fates


@pytest.mark.parametrize(
    "text",
    [
        "Forty firefighters fought the blaze.",
        "Three gunmen killed a guard.",
        "About 250 people held a vigil.",
        "Eight thousand passengers were stranded when the fire, which killed a clerk, closed the tunnel.",
    ],
)
def test_who_does_something_near_a_death_is_not_dead(text: str) -> None:
    assert told(text) == [NOT_THEIRS]


def test_without_a_parse_nothing_is_told() -> None:
    assert governed_fate("Six people died.", (), 0, 10) is None
