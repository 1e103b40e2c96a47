"""Whom a pronoun can mean by its kind, and who leads a sentence."""

from __future__ import annotations

import pytest

from readout.text.pronoun_lead import leads, may_mean


@pytest.mark.parametrize(
    ("word", "kind", "can"),
    [
        ("she", "person", True),
        ("she", "country", False),
        ("him", "organisation", False),
        ("it", "person", False),
        ("it", "organisation", True),
        ("they", "person", False),
        ("their", "organisation", True),
    ],
)
def test_a_pronoun_means_its_kind(word: str, kind: str, can: bool) -> None:
    assert may_mean(word, kind) is can


@pytest.mark.parametrize(
    ("sentence", "led"),
    [
        ("Odra will send an observer.", True),
        ("The Odra swears that it was not there.", True),
        ("Under the terms made public on Friday, Odra pays nothing.", True),
        ("The first convoy of the Odra reached the town.", False),
        ("The vessel sails under the flag of Odra.", False),
        ("Odra's chairman condemned the plan.", False),
        ("Odra and Velm signed.", False),
    ],
)
def test_who_leads_a_sentence(sentence: str, led: bool) -> None:
    at = sentence.index("Odra")
    assert leads(sentence, (0, len(sentence)), [(at, at + len("Odra"))]) is led
