"""Whom he or she means: the likeliest of those told of before, or nobody."""

from __future__ import annotations

from dataclasses import replace

from readout.text.names import Named
from readout.text.pronoun_signs import Candidate, likeliest, signs, speaks

SHE = Named(100, 103, "She", "pronoun", sentence=3, paragraph=1, gender="female", subject=True)


def told(at: int, sentence: int, *, subject: bool = False, paragraph: int = 1) -> Named:
    """A name somewhere before the pronoun."""
    return Named(at, at + 4, "Poel", "name", sentence=sentence, paragraph=paragraph, subject=subject)


def test_who_led_the_sentence_before_goes_on() -> None:
    leading = Candidate([told(60, 2, subject=True)], "female", None)
    beside = Candidate([told(10, 0, paragraph=0)], None, None)
    found = likeliest(SHE, [beside, leading], speaking=True)
    assert found is not None
    assert found.number == 1
    assert "told of before" in found.because


def test_nobody_where_none_was_told_of() -> None:
    assert likeliest(SHE, [], speaking=True) is None


def test_two_alike_are_not_guessed_between() -> None:
    one, other = (Candidate([told(60 + k, 2)], None, None) for k in (0, 5))
    assert likeliest(replace(SHE, subject=False), [one, other], speaking=False) is None


def test_signs_name_every_candidate_and_nobody() -> None:
    each, nobody = signs(SHE, [Candidate([told(60, 2)], None, "female"), Candidate([told(80, 3)], "female", None)])
    assert [held["latest"] for held in each] == [0.0, 1.0]
    assert each[0]["gender_likely"] == 1.0
    assert each[1]["gender_told"] == 1.0
    assert nobody["several_near"] == 1.0


def test_a_verb_of_saying_beside_a_pronoun() -> None:
    assert speaks("It rained, she also said.", 11, 14)
    assert speaks("“It rained,” said she.", 18, 21)
    assert not speaks("Then she left.", 5, 8)
