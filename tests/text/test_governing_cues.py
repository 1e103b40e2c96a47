"""Words quoted in part go to the subject of the word of saying that governs them, whatever marks alone would take."""

from __future__ import annotations

import pytest

from tests.text.test_sayings_marked import speakers


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("In Sarn the Association of Barge Pilots denounced what it called “a bill for the rain”.", "a bill for the rain",
         "Association of Barge Pilots"),
        ("The miller will not sell, whatever Torvia demands, but he waits for the envoy of Marn, whose brother, Olav Kern, spoke of the "
         "need for “a second bridge”.", "a second bridge", "Olav Kern"),
        ("Bo Lee dismissed the plan in Sarn; Mayor Ida Roe backed it on Friday as “the only roof we have”.",
         "the only roof we have", "Ida Roe"),
        ("The gate was opened on Tuesday, a step that an aide to the mayor described as “proof of good will”.",
         "proof of good will", "an aide to the mayor"),
        ("The end was announced by the river ministry, which gave “health grounds”.", "health grounds", "the river ministry"),
        ("In a letter to the mayor, Ida Roe expressed regret that her words “had been taken as a threat”, according to a copy seen by "
         "the Sarn Post.", "had been taken as a threat", "Ida Roe"),
        ("She appended that they had found “no trace of a key”, said nothing more and left.", "no trace of a key", "She"),
    ],
)  # fmt: skip
def test_who_governs_the_words_said_them(text: str, words: str, who: str) -> None:
    assert speakers(text).get(words, "").endswith(who)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The spokesman of the city, Tomas Grell, has qualified the offer of « first dry day since one month ».",
         "« first dry day since one month »", "Tomas Grell"),
        ("Affirmed the envoy of Marn, Mr. Tomas Grell, that the gate “is not locked”, this after the talks.", "is not locked",
         "Tomas Grell"),
    ],
)  # fmt: skip
def test_translations_are_read(text: str, words: str, who: str) -> None:
    assert speakers(text).get(words, "").endswith(who)


def test_a_use_or_office_behind_as_is_no_saying() -> None:
    assert speakers("The board used the hall as “a store” and left.") == {"a store": ""}


def test_a_pronoun_is_the_source_without_the_adverb_behind_it() -> None:
    from tests.text.test_antecedents import found

    text = "“The gate stands open”, had he thereafter said."
    assert [text[slice(*s.source)] for s in found(text) if s.source] == ["he"]
