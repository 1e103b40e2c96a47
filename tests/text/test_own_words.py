"""What a page tells around quoted words is not what was said. All persons are invented."""

from __future__ import annotations

import pytest

from tests.text.speech_reading import told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The envoys left by the back door “in silence and in anger”, as Edda Fromm put it.", "“in silence and in anger”"),
        ("Troops were sent to the quay “for the grain alone”, in the words of General Edda Fromm.", "“for the grain alone”"),
    ],
)
def test_who_put_it_so_said_the_quoted_words_alone(text: str, content: str) -> None:
    assert [c.rstrip(",.") for _, who, c in told(text) if "Fromm" in who] == [content]


def test_what_came_of_it_was_not_said() -> None:
    text = "Edda Fromm condemned what she called “blows against pensioners”, whereupon Odra called its envoy home."
    assert [c for _, _, c in told(text) if "blows" in c and "Odra" in c] == []


def test_a_clause_that_was_said_may_go_on() -> None:
    text = "Edda Fromm said that the plan was “dead” and that the talks would end."
    assert told(text) == [("mixed", "Edda Fromm", "that the plan was “dead” … and that the talks would end")]
