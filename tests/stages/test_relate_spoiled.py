"""A deal that is only broken, left or spoken against is no commitment."""

from __future__ import annotations

import pytest

from readout.stages.relate.acts import SPOILED


@pytest.mark.parametrize(
    "before",
    [
        "The guild accused the yard of breaking the ",
        "The mayor said the yard had violated the wage ",
        "Marn withdrew from the fishing ",
        "Both firms have torn up the ",
        "The union walked away from the ",
        "The judge annulled a ",
        "She spoke against the ",
        "The council wants to renegotiate its ",
    ],
)
def test_a_deal_that_is_broken_left_or_spoken_against_is_only_named(before):
    assert SPOILED.search(before)


@pytest.mark.parametrize(
    "before",
    ["The guild and the yard signed an ", "Marn and Ostrava reached the ", "After nine hours they struck a ", "The council approved the "],
)
def test_a_deal_that_is_made_binds(before):
    assert not SPOILED.search(before)
