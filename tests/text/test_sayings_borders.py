"""What belongs to the words that were said, and what to who said them."""

from __future__ import annotations

import pytest

from tests.text.speech_reading import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm denied having sold the lock.", ("indirect", "The firm", "having sold the lock")),
        ("She denied being owed money.", ("indirect", "She", "being owed money")),
        ("Two rowers broke the gate, took the oars and left at night, according to the harbour office.",
         ("indirect", "the harbour office", "Two rowers broke the gate, took the oars and left at night")),
        ("Ann Poe told Bea Lee that the lock would close, according to a note from the port.",
         ("indirect", "Ann Poe", "that the lock would close")),
        ("The lock will open in May, according to Ann Poe, who spoke of “a new age”.",
         ("indirect", "Ann Poe, who spoke of “a new age”", "The lock will open in May")),
        ("The repair was “late and dear”, the head of the rowers' club, Ann Poe, wrote.",
         ("mixed", "the head of the rowers' club, Ann Poe", "The repair was “late and dear”")),
        ("They had, she said, “sold the boats and kept the oars”.",
         ("mixed", "she", "They had … “sold the boats and kept the oars”")),
        ("A keeper at the lock, Ann Poe, said by telephone that the gates had been left open for weeks.",
         ("indirect", "Ann Poe", "that the gates had been left open for weeks")),
        ("“I rang twice,” the paper quoted Ann Poe as saying.", ("direct", "Ann Poe", "“I rang twice,”")),
        ("The rowers “will win again”, the deputy coach, Ann Poe, promised.",
         ("mixed", "the deputy coach, Ann Poe", "The rowers “will win again”")),
    ],
)  # fmt: skip
def test_content_and_source_end_where_they_should(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rowers at the lock asked not to be named.", 0),
        ("Six hurt in fire at lock; keeper held", 0),
        ("The harbour office said it regretted the delay.", 1),
    ],
)
def test_one_act_of_saying_is_one_row(text: str, rows: int) -> None:
    assert len(told(text)) == rows
