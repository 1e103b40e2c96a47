"""Words by which a report sets one account against another."""

from __future__ import annotations

import pytest

from readout.text.told_accounts import DIFFERS, REBUTS, UNDONE, accused_of, asks_why, clause, fragments


@pytest.mark.parametrize(
    "sentence",
    [
        "Why was the launch stopped?",
        "Why it closed is disputed in the village.",
        "There are two versions of the quarrel.",
        "The accounts differ.",
        "The two breweries blame each other.",
    ],
)
def test_a_question_why_and_differing_versions_lead_to_several_answers(sentence):
    assert asks_why(sentence)


@pytest.mark.parametrize(
    "sentence", ["How many came depends on the counter.", "What was said is not in dispute.", "She asked for tea."]
)
def test_a_count_and_what_is_not_disputed_lead_to_none(sentence):
    assert not asks_why(sentence)


def test_an_answer_without_a_verb_and_what_people_believe_are_accounts():
    told = {
        "A cracked wheel, says the inspector.": "A cracked wheel",
        "In the harbour they swear that the pilot was asleep.": "the pilot was asleep",
    }
    for sentence, account in told.items():
        assert [sentence[s:e] for s, e in fragments(sentence)] == [account]
    assert not list(fragments("The mayor says the bridge is safe."))


def test_the_deed_somebody_is_accused_of_is_told_by_a_verb():
    told = "the brewers of having watered the beer"
    assert told[accused_of(told) or 0 :] == "watered the beer"
    assert accused_of("the minister of trade") is None


def test_an_account_is_cut_to_its_first_clause_and_a_figure_is_none():
    text = "that the tank had not been cleaned, and that nobody had asked"
    found = clause(text, 0, len(text))
    assert found and text[found.start : found.end] == "the tank had not been cleaned"
    assert clause("of 4,200 people", 0, 15) is None


def test_words_of_contrast_and_of_giving_up():
    assert DIFFERS.search("The crew tells it differently.")
    assert DIFFERS.search("The brewer denies that and points to the tank.")
    assert not DIFFERS.search("The brewer said the tank was old.")
    assert UNDONE.search("She has called off the visit.")
    assert not UNDONE.search("She opened the school.")


def test_who_denies_that_something_is_so_tells_of_a_new_thing_and_who_disputes_nothing_rebuts_nothing():
    assert DIFFERS.search("The cook disputed that and blamed the oven.")
    assert not DIFFERS.search("The dairy denied that its milk was sour and said it would sue.")
    assert REBUTS.search("The brewer denied the charge.")
    assert not REBUTS.search("Her lawyer did not dispute that the letter was real.")
