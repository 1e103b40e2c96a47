"""A stretch in quotation marks is one speaker's, where one saying stands within another."""

from __future__ import annotations

from tests.text.speech_reading import told


def marked(text: str) -> list[tuple[str, str]]:
    """Who the rows that hold words in marks are given to, with their kind."""
    return [(who, kind) for kind, who, _ in told(text) if kind != "indirect"]


def test_marks_in_what_one_says_another_promised_are_the_words_of_the_one_who_tells_it() -> None:
    text = "Roe said that Lee and Poe had vowed to keep the library open “on every day that has a name” in May."
    assert marked(text) == [("Roe", "mixed")]
    assert ("indirect", "Lee and Poe") in [(kind, who) for kind, who, _ in told(text)]


def test_what_a_speaker_signals_ends_before_the_words_by_which_he_does() -> None:
    text = "Roe indicated a possible change of course by saying that the old menu had “bored three generations” of guests."
    assert marked(text) == [("Roe", "mixed")]
    assert all("by saying" not in content for _, _, content in told(text))
