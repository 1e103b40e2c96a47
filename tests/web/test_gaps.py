"""What no report states is said only where no page that may tell the act has a word for it."""

from __future__ import annotations

import pytest

from readout.web.gaps import HARM, LENGTH, RESULT, WHEN


@pytest.mark.parametrize("words", [
    "The two sat down on Sunday.", "They met last spring.", "The envoys talked earlier this week.", "It began at dawn.",
    "They spoke before the vote.", "He came in 1994.", "The call was at 14.30.", "She phoned at the weekend.", "They now talk.",
])  # fmt: skip
def test_any_word_for_a_time_tells_when(words: str) -> None:
    assert WHEN.search(words)


def test_words_without_a_time_tell_none() -> None:
    assert not WHEN.search("Ada Brenn and Olek Marsh spoke of the ferry in Varn.")


@pytest.mark.parametrize(("asked", "words"), [
    (HARM, "Nobody came to harm."), (HARM, "A guard was struck by a stone."), (HARM, "All were unhurt."),
    (LENGTH, "A two-day conference opened."), (LENGTH, "They talked for an hour."),
    (RESULT, "The two called it a useful talk."), (RESULT, "She offered to send a team."), (RESULT, "It ended without a word."),
])  # fmt: skip
def test_a_page_that_may_answer_leaves_no_gap(asked: object, words: str) -> None:
    assert asked.search(words)  # type: ignore[attr-defined]
