"""told_sides, told_money, told_measures: whose losses, which money, what measure."""

from __future__ import annotations

import pytest

from readout.text.told_measures import is_magnitude, percent_of
from readout.text.told_money import is_currency, kind_of_money
from readout.text.told_sides import side_of

COUNTRIES = ("Teskar", "Oradun")


def place(sentence, words):
    start = sentence.index(words)
    return sentence, start, start + len(words)


@pytest.mark.parametrize(("sentence", "number", "side"), [
    ("Three Teskari soldiers were killed and five wounded near the dam.", "Three", "Teskar"),
    ("Three Teskari soldiers were killed and five wounded near the dam.", "five", "Teskar"),
    ("It put Oradunian losses at eight.", "eight", "Oradun"),
    ("Teskar says two of its men were killed, Oradun says it lost four.", "two", "Teskar"),
    ("Teskar says two of its men were killed, Oradun says it lost four.", "four", "Oradun"),
    ("Nine people were killed in the exchange of fire.", "Nine", None),
])  # fmt: skip
def test_losses_are_those_of_a_side(sentence, number, side):
    assert side_of(*place(sentence, number), COUNTRIES) == side


def test_money_is_a_fine_or_what_was_taken():
    told = "He was fined 40,000 crowns for embezzling two million crowns."
    assert kind_of_money(*place(told, "40,000 crowns")) == "fine"
    assert kind_of_money(*place(told, "two million crowns")) == "value"
    assert is_currency("crown")
    assert not is_currency("customer", millions=True)


def test_a_magnitude_is_that_of_the_main_quake():
    assert is_magnitude(*place("A quake of magnitude 6.1 struck the coast.", "6.1"), 6.1)
    assert not is_magnitude(*place("An aftershock of magnitude 4.9 was felt.", "4.9"), 4.9)
    assert percent_of("Turnout was 61 percent.") == "turnout"
    assert percent_of("The party won 61 percent.") is None
