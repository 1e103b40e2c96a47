"""Many phrases found at once."""

from __future__ import annotations

import pytest

from readout.text.phrases import longest, occurrences, phrases
from readout.text.words import words_of_texts


def found(spellings: list[str], *texts: str) -> list[tuple[int, int, str]]:
    known = phrases(spellings)
    return sorted((t, first, spellings[n]) for t, first, n in occurrences(words_of_texts(list(texts)), known))


def test_phrases_are_found_wherever_they_stand_and_whatever_their_case() -> None:
    texts = ("The quay wall broke.", "Behind the QUAY WALL, near the quay.")
    assert found(["quay wall"], *texts) == [(0, 1, "quay wall"), (1, 2, "quay wall")]


def test_phrases_that_begin_alike_are_told_apart() -> None:
    assert found(["quay wall", "quay wall road"], "the quay wall road") == [
        (0, 1, "quay wall"),
        (0, 1, "quay wall road"),
    ]


def test_no_phrase_runs_from_one_text_into_the_next() -> None:
    assert found(["quay wall"], "by the quay", "wall of stone") == []


def test_nothing_is_found_in_nothing() -> None:
    assert found(["quay wall"]) == found(["quay wall"], "") == []


@pytest.mark.parametrize(
    ("spans", "kept"), [([(0, 4), (2, 9)], [(2, 9)]), ([(0, 4), (4, 6)], [(0, 4), (4, 6)]), ([], [])]
)
def test_of_spans_that_overlap_the_longest_stays(spans: list[tuple[int, int]], kept: list[tuple[int, int]]) -> None:
    assert longest(spans) == kept
