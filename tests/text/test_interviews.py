"""Interviews and transcripts are speech of those whom labels name, without quotation marks."""

from __future__ import annotations

from tests.text.speech_reading import read, told

TALK = """Captain Ada Roe has run the lock at Bram for ten years.

Q: When does the lock open?

A: In May, if the gates hold. The port said they would.

Q: And the rowers?

A: They "hate" me."""

PANEL = """Two keepers on the lock

Ada Roe: The gates are old.

Bo Lee: The port never answered.

Roe: It did not even open the letter."""


def test_questions_and_answers_are_one_saying_a_paragraph() -> None:
    found = told(TALK)
    assert ("direct", "Q", "When does the lock open?") in found
    assert ("direct", "Ada Roe", "In May, if the gates hold. The port said they would.") in found
    assert len(found) == 4


def test_short_labels_are_given_the_full_name() -> None:
    assert [s.name for s in read(PANEL)] == ["Ada Roe", "Bo Lee", "Ada Roe"]


def test_lists_of_facts_are_no_interview() -> None:
    assert told("Place: Bram\n\nDate: 3 May\n\nPlace: Lusmar\n\nDate: 4 May") == []
