"""Bodies and groups named by what they are."""

from __future__ import annotations

import pytest

from readout.text.collectives import collective, fullest


@pytest.mark.parametrize(("words", "wanted"), [
    ("the police", "police"),
    ("The city council", "city council"),
    ("17 fishermen", "fishermen"),
    ("the minister", None),
    ("both sides", None),
    ("a boat", None),
])  # fmt: skip
def test_groups_are_named_by_their_noun(words, wanted):
    assert collective(words) == wanted


def test_a_short_name_means_the_one_longer_name_that_ends_with_it():
    assert fullest("federation", ["Dockers' Federation", "federation"]) == "Dockers' Federation"
    assert fullest("union", ["Rail Union", "Bakers Union"]) == "union"
