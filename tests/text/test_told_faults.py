"""What somebody says went wrong, and who began."""

from __future__ import annotations

import pytest

from readout.text.told_faults import tells_beginning, tells_fault


@pytest.mark.parametrize(
    "words",
    [
        "a weld in the boiler had cracked",
        "the brakes had failed on the hill",
        "the pilot was drunk",
        "the lorry was going too fast",
        "repairs of the roof had been put off for years",
        "heavy rain had washed away the embankment",
        "a bomb had been planted under the bridge",
        "the doors were locked without warning",
        "the winch was defective",
    ],
)
def test_what_broke_was_done_wrong_or_came_from_outside_is_a_fault(words):
    assert tells_fault(words)


@pytest.mark.parametrize(
    "words",
    [
        "the talks failed to reach an agreement",
        "there was no bomb",
        "the brakes may have failed",
        "an inspection of the boiler will follow",
        "the minister had come on Monday",
        "two engineers were on their way",
    ],
)
def test_plans_denials_and_plain_news_are_no_fault(words):
    assert not tells_fault(words)


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        ("the guards had only returned fire", True),
        ("the marchers threw bottles at the officers", True),
        ("the launch had crossed the sea border", True),
        ("the crowd had been peaceful until then", True),
        ("the guards would return fire", False),
        ("the delegates crossed the hall", False),
    ],
)
def test_who_began_a_fight(words, begun):
    assert tells_beginning(words) is begun
