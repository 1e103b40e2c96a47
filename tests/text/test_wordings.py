"""Two wordings of one saying are told from two sayings; what a wording changed is said in words."""

from __future__ import annotations

import pytest

from readout.text.wordings import Wording, changes, likeness


def words(*parts: str) -> Wording:
    return Wording(parts)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("We opened the gate at dawn", "“We opened the gate at dawn,”", "same"),
        ("We opened the gate at dawn, and nobody came", "opened the gate at dawn", "trimmed"),
        ("We opened the gate at dawn", "We have unlocked the entrance this morning", "reworded"),
    ],
)
def test_wordings_are_the_same_trimmed_or_reworded(one: str, other: str, how: str) -> None:
    assert likeness(words(one), words(other)).how == how


def test_likeness_does_not_depend_on_the_order_of_its_arguments() -> None:
    one, other = words("We opened the gate at dawn"), words("They shut the door in the evening, and opened it at dawn")
    assert likeness(one, other) == likeness(other, one)


def test_synonyms_count_as_shared_words() -> None:
    said = words("The meeting was reckless and dangerous")
    assert (
        likeness(said, words("The meeting was careless and unsafe")).bits
        > likeness(said, words("The meeting was long and dull")).bits
    )


def test_rare_words_tell_more_than_common_ones() -> None:
    rare = likeness(words("a lighthouse keeper"), words("the lighthouse keeper"))
    common = likeness(words("so it is"), words("and it is"))
    assert rare.bits > 10 * common.bits / 3


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("We will not open the gate", "the same words"),
        ("We will open the gate", "drops a negation; leaves out “not”"),
        ("We will not open the gate today", "adds “today”"),
        ("We will not unlock the gate", "“unlock” for “open”"),
    ],
)
def test_changes_are_told_in_words(other: str, told: str) -> None:
    assert changes(words("We will not open the gate"), words(other)) == told


def test_a_sentence_left_out_is_no_dropped_negation() -> None:
    best = words("We opened the gate.", "Nobody should expect us to run through it.")
    assert changes(best, words("We opened the gate")) == "leaves out “Nobody should expect us to run through it”"
