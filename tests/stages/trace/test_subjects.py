"""Texts of one house on one matter are one voice."""

from __future__ import annotations

from readout.stages.trace.subjects import matters, names_in, plain_words

TALKS = "The ministers Kol and Ruse met in Sarne. Kol went home to Belvar. The Sarne talks go on."
LATER = "In Sarne nothing was heard of Ruse on Friday. Kol called from Belvar."
FIRE = "A depot burned in Orlan. Mayor Tisk thanked the brigade of Hault."


def test_texts_that_share_most_names_are_about_one_matter():
    plain = plain_words([TALKS, LATER, FIRE])
    assert matters(names_in(text, plain) for text in (TALKS, LATER, FIRE)) == 2


def test_words_that_stand_without_a_capital_elsewhere_are_no_names():
    assert names_in("Ministers met Kolen.", plain_words(["The ministers left."])) == {"Kolen"}
