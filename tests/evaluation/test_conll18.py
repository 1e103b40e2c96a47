"""The scorer, on cases small enough to count by hand."""

from dataclasses import replace

import pytest

from evaluation.conll18 import ScoredWord, aligned, f1, scores


def word(number: int, span: tuple[int, int], form: str, *, head: int = -1, deprel: str = "dep") -> ScoredWord:
    return ScoredWord(number, *span, form, "NOUN", form, head, deprel)


GOLD = [
    word(0, (0, 2), "He", head=1, deprel="nsubj"),
    word(1, (2, 6), "came", deprel="root"),
    word(2, (6, 7), ".", head=1, deprel="punct"),
]


def test_the_same_analysis_scores_a_hundred() -> None:
    assert set(scores(GOLD, GOLD).values()) == {100.0}


def test_subtypes_of_relations_do_not_count() -> None:
    assert scores(GOLD, [replace(GOLD[0], deprel="nsubj:pass"), *GOLD[1:]])["las"] == 100.0


def test_a_wrong_head_costs_uas_and_las_but_no_tag() -> None:
    found = scores(GOLD, [*GOLD[:2], replace(GOLD[2], head=0)])
    assert (round(found["uas"]), round(found["las"]), found["upos"]) == (67, 67, 100.0)


def test_a_word_split_in_two_is_lost_for_both() -> None:
    halves = [word(1, (2, 4), "ca", deprel="root"), word(3, (4, 6), "me", head=1)]
    found = scores(GOLD, [GOLD[0], *halves, GOLD[2]])
    assert found["words"] == pytest.approx(200 * 2 / 7)
    assert found["uas"] == 0.0  # both remaining words hang on the word that was lost


def test_words_of_a_multiword_token_are_aligned_by_form() -> None:
    gold = [replace(word(0, (0, 5), "do"), multiword=True), replace(word(1, (0, 5), "n't"), multiword=True)]
    system = [word(0, (0, 2), "do"), word(1, (2, 5), "n't")]
    assert [(g.number, s.number) for g, s in aligned(gold, system)] == [(0, 0), (1, 1)]
    assert [(g.number, s.number) for g, s in aligned(gold, [word(0, (0, 5), "don't")])] == []


def test_a_gold_lemma_that_is_not_given_is_right() -> None:
    assert scores([replace(GOLD[0], lemma="_"), *GOLD[1:]], GOLD)["lemma"] == 100.0


def test_nothing_on_both_sides_is_zero_not_an_error() -> None:
    assert f1(0, 0, 0) == 0.0
    assert set(scores([], []).values()) == {0.0}
