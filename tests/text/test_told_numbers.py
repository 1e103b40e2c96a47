"""What numbers tell by the words around them."""

from __future__ import annotations

import pytest

from readout.text.quantities import read_quantities
from readout.text.told_numbers import since, told_numbers


@pytest.mark.parametrize(("sentence", "wanted"), [
    ("Police put the crowd at 18,000.", [("participants", "18,000")]),
    ("The two ministers were together for four hours and ten minutes.", [("duration", "four hours and ten minutes")]),
    ("The death toll rose to 41.", [("deaths", "41")]),
    ("At ten in the evening 43 people were in custody.", [("arrests", "43 people")]),
    ("Twenty-six people were still missing.", [("missing", "Twenty-six people")]),
    ("They will meet again in two hours.", []),
    ("The talks began three hours ago.", []),
    ("A town of 38,000 was flooded and lives were lost.", []),
    ("She bought 40 chairs.", []),
])  # fmt: skip
def test_numbers_tell_what_their_words_say(sentence, wanted):
    found = [
        (t.property, sentence[t.quantity.start : t.quantity.end])
        for t in told_numbers(sentence, 0, read_quantities(sentence))
    ]
    assert found == wanted


def test_what_lies_years_back_tells_nothing_of_today():
    sentence = "In 1983 112 people died here."
    assert not list(told_numbers(sentence, 0, read_quantities(sentence), 2025))


@pytest.mark.parametrize(("sentence", "wanted"), [
    ("It was the first visit by a minister since 2011.", "2011"),
    ("It was the largest march since the strike of 2016.", "2016"),
    ("the first such meeting in nearly five years", "nearly five years"),
    ("He has lived here since 2011.", None),
])  # fmt: skip
def test_firsts_are_found_with_their_year(sentence, wanted):
    found = since(sentence)
    assert (sentence[slice(*found)] if found else None) == wanted
