"""no_grounds: what cannot be why something was done."""

from __future__ import annotations

import pytest

from readout.text.clause_trees import Tree
from readout.text.no_grounds import closed, grounds
from tests.text.speech_reading import parser


def kept(text: str, words: str) -> str | None:
    """Give what is kept of a reason."""
    start = text.index(words)
    found = grounds(Tree(text, parser().parse([text])[0]), start, start + len(words))
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry was recalled because of Germany.", "Germany"),
        ("The tax was raised due to then-Mayor Anna Holm.", "then-Mayor Anna Holm"),
        ("The closure was blamed on the city council.", "the city council"),
        ("Talks broke off over the 'Northern Side of the lake.", "the 'Northern Side"),
        ("Police closed the road after the announcement.", "the announcement"),
        ("Dockers walked out over dock owners.", "dock owners"),
        (
            "The trip was put off, saying that in a note to staff the firm had no crew.",
            "in a note to staff the firm had",
        ),
        ("The match was stopped because the referee was hurt, and the crowd was angry.", "was angry"),
    ],
)
def test_a_name_a_body_a_bare_word_and_a_torn_piece_are_no_reason(text, words):
    assert kept(text, words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry stayed in port because of the heavy fog.", "the heavy fog"),
        ("The minister resigned for reasons of health.", "health"),
        ("The airline was fined over the loss of a glider.", "the loss of a glider"),
        ("The road was shut because strikers were blocking the gate.", "strikers were blocking the gate"),
        ("Frost burst the pipe, the water board says.", "Frost"),
    ],
)
def test_acts_states_and_things_that_can_cause_are(text, words):
    assert kept(text, words) == words


def test_a_quotation_is_closed_or_the_reason_is_none():
    text = "He quit over “greed on both sides”. She quit, saying all was “a show for"
    start = text.index("“greed")
    assert text[start : closed(text, start, text.index("”"))] == "“greed on both sides”"
    assert closed(text, text.index("all was"), len(text)) == -1
