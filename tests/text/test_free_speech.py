"""Quoted words without a word of saying are given to who speaks or alone acts before them, on evidence."""

from __future__ import annotations

import pytest

from readout.text.free_speech import GUESSED
from tests.text.speech_reading import read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Poe said the lock was old. The gates had been “held together by paint”.",
         ("mixed", "Ann Poe", "The gates had been “held together by paint”")),
        ("The rowers would not be paid, the harbour office said. Nobody would get “one coin more”.",
         ("mixed", "the harbour office", "Nobody would get “one coin more”")),
        ("Ann Poe said the lock was old. Bo Lee does not believe it. “The gates are new. I paid for them.”",
         ("direct", "Bo Lee", "“The gates are new. I paid for them.”")),
        ("Ann Poe accused the port of a “bad view” of rowers. The visit comes late. “We must choose between locks and bridges.”",
         ("direct", "Ann Poe", "“We must choose between locks and bridges.”")),
        ("Ann Poe said the lock was old. The repair was “a bad joke”.", ("mixed", "Ann Poe", "The repair was “a bad joke”")),
        ("The lock keeper, Ann Poe, opened her window. “Nobody has paid us since March. We row for nothing.”",
         ("direct", "The lock keeper, Ann Poe", "“Nobody has paid us since March. We row for nothing.”")),
    ],
)  # fmt: skip
def test_who_goes_on_is_told_below_what_may_be_published(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)
    assert [s.score for s in read(text) if s.cue is None] == [GUESSED]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe said the lock was old. The film “Red Oars” ran in the harbour.",
        "Ann Poe met Bea Lee at the lock. “Nobody has paid us since March.”",
        "The rowers were angry. “Nobody has paid us since March.”",
        "Ann Poe said the lock was old.\n\nThe repair was “a bad joke”.",
    ],
)
def test_without_evidence_nobody_is_named(text: str) -> None:
    assert [s.source for s in read(text) if s.cue is None and s.kind in ("term", "direct", "partial", "mixed")] == [None]
