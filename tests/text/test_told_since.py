"""Since when there was nothing like it."""

from __future__ import annotations

import pytest

from readout.text.quantities import read_quantities
from readout.text.told_since import head_before, since


@pytest.mark.parametrize(("sentence", "wanted", "years"), [
    ("It was the first visit by a minister since 2011.", "2011", (2011, 2011)),
    ("It was the largest march since the strike of 2016.", "2016", (2016, 2016)),
    ("No president has made the trip in 16 years.", "16 years", (2008, 2010)),
    ("The country has not seen a worse flood since 1983.", "1983", (1983, 1983)),
    ("The city last saw a protest of this size in 1998.", "1998", (1998, 1998)),
    ("the first such meeting in nearly five years", "nearly five years", (2020, 2021)),
    ("the highest toll in two decades", "two decades", (2004, 2015)),
    ("He has lived here since 2011.", None, None),
    ("They met last year, in 2023.", None, None),
])  # fmt: skip
def test_firsts_are_found_with_their_year(sentence, wanted, years):
    found = since(sentence, read_quantities(sentence), 2025)
    assert (sentence[found.start : found.end] if found else None) == wanted
    assert found is None or (found.years.low, found.years.high) == years


def test_the_noun_says_of_which_type_of_act():
    assert since("It is the worst flood since 1983.").kinds == ("CALAMITY", "ASSAULT")
    assert since("the first trip since 2011").kinds == ("CONSULT",)
    assert since("the biggest demonstration since 2016").kinds == ("PROTEST",)


def test_a_claim_names_what_had_no_equal():
    told = {
        "It is the first strike at the port since 1998.": "strike",
        "The two had not met since 2019.": "meeting",
        "Not since 1981 had so many been hurt on the line.": "disaster",
        "The last time islanders voted was in 1989.": "vote",
        "It was the first since 2011.": None,
    }
    for sentence, head in told.items():
        found = since(sentence)
        assert found and found.head == head, sentence


def test_what_had_no_equal_is_named_by_the_clause_or_by_the_sentence_before():
    def head(sentence: str) -> str | None:
        found = since(sentence)
        return found.head if found else None

    assert head("It is the first prohibition of that sort since 2011.") == "ban"
    assert head("The reduction of water was the first that Rask had suffered since 2009.") == "cut"
    assert head("The meeting was the first to bring together all six guilds since 2019.") is None
    bare = "It was the first since 2011."
    assert head_before(bare, "The bakers called the cut a scandal.") == "cut"
    assert head_before(bare, "It has made nine people ill and killed two.") is None
    assert head_before(bare, "The ban followed a strike.") is None
