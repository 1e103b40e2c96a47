"""Verbs of saying that the parser hung elsewhere are read as what they are."""

from __future__ import annotations

import pytest

from tests.text.speech_reading import told


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("Roe said a broken valve had delayed the count, and promised to publish the log.", "Roe", "to publish the log"),
        ("Roe said the fund would pay half and urged the banks to pay the rest.", "Roe", "to pay the rest"),
        ("The firm said a pump had failed but denied that anyone had been hurt.", "The firm", "that anyone had been hurt"),
        ("Ada Roe said that Bo Lee had burst in and demanded that the vote be stopped.", "Bo Lee", "that the vote be stopped"),
    ],
)
def test_a_second_verb_of_saying_is_of_whoever_can_speak(text: str, who: str, content: str) -> None:
    assert ("indirect", who, content) in told(text)


def test_a_clause_of_saying_at_the_end_is_one_whatever_the_parser_took_it_for() -> None:
    text = "The stocks of the smelters would have lasted for seven weeks and not for five, Roe claims."
    assert told(text) == [("indirect", "Roe", text.removesuffix(", Roe claims."))]
    text = "The closing of the mine saves at best a third of the jobs, reckons Ada Roe, who teaches in Orm."
    assert [who for _, who, _ in told(text)] == ["Ada Roe, who teaches in Orm"]


def test_the_words_of_somebody_set_into_a_sentence_make_it_theirs() -> None:
    found = told("Ada Roe said the mine was safe. The engineers of the firm, by her words, are not held, they help.")
    assert ("indirect", "Ada Roe") in [(kind, who) for kind, who, _ in found]


def test_who_put_it_so_stands_behind_quoted_words_that_a_colon_leads() -> None:
    text = "The reply was short: “You do not weigh a cow with a ruler,” as the farm union's head, Bo Lee, put it."
    assert [who for _, who, _ in told(text)] == ["the farm union's head, Bo Lee"]
    text = "“A dam is a promise in concrete,” as the minister Ada Roe likes to say."
    assert [who for _, who, _ in told(text)] == ["the minister Ada Roe"]


def test_a_sentence_ahead_of_what_was_said_then_goes_on_with_it() -> None:
    found = told("Bo Lee said a power cut had stopped the cranes. The cranes would be back by Friday noon.")
    assert ("indirect", "Bo Lee", "The cranes would be back by Friday noon") in found
