"""Reasons by what hangs on the word that tells an act."""

from __future__ import annotations

import pytest

from readout.text.clause_trees import Tree
from readout.text.told_motives import motives, refers_back
from tests.text.speech_reading import parser


def told(sentence: str) -> list[tuple[str, str]]:
    """Give the reasons of a sentence, each behind the word it hangs on."""
    tree = Tree(sentence, parser().parse([sentence])[0])
    return [(tree.lows[m.act], sentence[m.start : m.end]) for m in motives(tree)]


@pytest.mark.parametrize(
    ("sentence", "act", "reason"),
    [
        ("The choir cancelled its tour after the conductor broke a leg.", "cancelled", "the conductor broke a leg"),
        ("The lifts had stopped for nine hours when a fire cut the power supply.", "stopped", "a fire cut the power supply"),
        ("The court threw out the claim for being filed a day late.", "claim", "being filed a day late"),
        ("It called its members out on strike over the job losses.", "called", "the job losses"),
        ("The librarian stepped down on Thursday for family reasons, the town said.", "stepped", "family reasons"),
        ("Bakers walked out on Monday, demanding shorter nights.", "walked", "shorter nights"),
        ("The airfield was closed as the runway was flooded.", "closed", "the runway was flooded"),
        ("The grocer withdrew 900 jars as a precaution.", "withdrew", "a precaution"),
    ],
)  # fmt: skip
def test_a_reason_is_told_with_the_act_it_hangs_on(sentence, act, reason):
    assert (act, reason) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "She left the room as he was speaking.",
        "The club has been closed since it was founded.",
        "The two sides met for three hours after a dinner.",
        "The bridge was closed after a debate of ten minutes.",
        "The cook was detained for questioning.",
        "The guild let this be rejected over a spokesman.",
        "They will stay for as long as the boats are there.",
    ],
)
def test_what_only_tells_when_is_no_reason(sentence):
    assert not told(sentence)


def test_a_word_can_speak_of_what_was_told_before():
    for sentence, back in {"The guild called it off on Tuesday.": True, "The guild called a strike off.": False}.items():
        tree = Tree(sentence, parser().parse([sentence])[0])
        assert refers_back(tree, tree.lows.index("called")) is back
