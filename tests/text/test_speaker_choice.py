"""Quoted words that nothing gives to anybody go to whom the signs favour clearly, else to nobody."""

from __future__ import annotations

from dataclasses import replace

from readout.lexicon import speaker_weights
from readout.text.speaker_choice import SURE
from tests.text.test_antecedents import found

THOUGHT = "Ada Roe opened the debate.\n\nBo Lee, the finance minister, thought the levy “out of all proportion” and wants it withdrawn."


def test_words_of_a_fragment_go_to_who_leads_its_sentence_below_the_score_of_any_that_are_told() -> None:
    chosen = [s for s in found(THOUGHT, speaker_weights()) if s.name == "Bo Lee"]
    assert [s.kind for s in chosen] == ["partial"]
    assert all(s.score is not None and s.score <= SURE and "signs favour" in s.because for s in chosen)


def test_without_weights_nobody_is_chosen() -> None:
    assert [s.kind for s in found(THOUGHT) if "proportion" in s.because or s.kind == "term"] == ["term"]


def test_where_the_chance_is_too_small_nobody_is_named() -> None:
    strict = replace(speaker_weights(), threshold=1.0)
    assert found(THOUGHT, strict) == found(THOUGHT)


def test_one_word_set_apart_is_nobodys() -> None:
    text = "Ada Roe drove past the “palace” and went home."
    assert [s.source for s in found(text, speaker_weights())] == [None]


def test_who_quotes_somebody_as_saying_it_is_not_the_one() -> None:
    text = "A parcel came from the north. “Send nothing,” Ada Roe quoted him as saying."
    assert all(s.name != "Ada Roe" for s in found(text, speaker_weights()))
