"""Verbs of saying that the parser hung elsewhere are read as what they are."""

from __future__ import annotations

import pytest

from tests.text.speech_reading import told


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("Roe said a fallen tree had cut the line, and promised to refund the fares.", "Roe", "to refund the fares"),
        ("Roe said the fund would pay half and urged the banks to pay the rest.", "Roe", "to pay the rest"),
        ("The firm said a pump had failed but denied that anyone had been hurt.", "The firm", "that anyone had been hurt"),
        ("Ada Roe said that Bo Lee had burst in and demanded that the vote be stopped.", "Bo Lee", "that the vote be stopped"),
    ],
)
def test_a_second_verb_of_saying_is_of_whoever_can_speak(text: str, who: str, content: str) -> None:
    assert ("indirect", who, content) in told(text)


def test_a_clause_of_saying_at_the_end_is_one_whatever_the_parser_took_it_for() -> None:
    text = "The bells of the abbey could be heard in four villages and not only in two, Roe claims."
    assert told(text) == [("indirect", "Roe", text.removesuffix(", Roe claims."))]
    text = "The new timetable helps nobody but the owners of taxis, reckons Ada Roe, who drives one in Orm."
    assert [who for _, who, _ in told(text)] == ["Ada Roe, who drives one in Orm"]


def test_the_words_of_somebody_set_into_a_sentence_make_it_theirs() -> None:
    found = told("Ada Roe said the school was open. The pupils of the first year, by her words, learn at home.")
    assert ("indirect", "Ada Roe") in [(kind, who) for kind, who, _ in found]


def test_who_put_it_so_stands_behind_quoted_words_that_a_colon_leads() -> None:
    text = "One line stayed with the jury: “A locked door is not a wall,” as the defence counsel, Bo Lee, put it."
    assert [who for _, who, _ in told(text)] == ["the defence counsel, Bo Lee"]
    text = "“A dam is a promise in concrete,” as the minister Ada Roe likes to say."
    assert [who for _, who, _ in told(text)] == ["the minister Ada Roe"]


def test_a_sentence_ahead_of_what_was_said_then_goes_on_with_it() -> None:
    found = told("Bo Lee said a power cut had stopped the cranes. The cranes would be back by Friday noon.")
    assert ("indirect", "Bo Lee", "The cranes would be back by Friday noon") in found
