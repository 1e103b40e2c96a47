"""words: English text → spans of words as the treebanks split them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text.tokens import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", "They|do|n't|know|."),
        ("They don’t know.", "They|do|n’t|know|."),
        ("We cannot go; I'm gonna stay", "We|can|not|go|;|I|'m|gon|na|stay"),
        ("the minister's visit", "the|minister|'s|visit"),
        ("the ministers' visit", "the|ministers|'|visit"),
        ("“No,” he said.", "“|No|,|”|he|said|."),
        ("Mr. Smith met Dr. Wu on Jan. 5.", "Mr.|Smith|met|Dr.|Wu|on|Jan.|5|."),
        ("J. R. Smith left", "J.|R.|Smith|left"),
        ("the U.S. and the E.U.", "the|U.S.|and|the|E.U."),
        ("$5.3bn, or 40% of 1,200", "$|5.3|bn|,|or|40|%|of|1,200"),
        ("at 10:30am", "at|10:30|am"),
        ("a long-term, non-binding plan", "a|long|-|term|,|non-binding|plan"),
        ("President Tsai Ing-wen spoke", "President|Tsai|Ing-wen|spoke"),
        ("and/or", "and|/|or"),
        ("wait... what?!", "wait|...|what|?!"),
        ("see https://example.org/a-b?c=1.", "see|https://example.org/a-b?c=1|."),
        ("mail a.b@example.com, please", "mail|a.b@example.com|,|please"),
        ("call 555-123-4567", "call|555-123-4567"),
        ("in 2-3 weeks", "in|2|-|3|weeks"),
        ("the 1990s; the '90s", "the|1990s|;|the|'90s"),
        ("He has no. Nothing", "He|has|no|.|Nothing"),
        ("No. 5 won", "No.|5|won"),
        ("O'Brien of Qa'ida", "O'Brien|of|Qa'ida"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_words_are_split_as_in_the_treebanks(text: str, expected: str) -> None:
    assert "|".join(text[s:e] for s, e in words(text)) == expected


@given(st.text(max_size=80) | st.text("aAn't.-'’ 1,$/", max_size=60))
def test_words_cover_all_that_is_not_space_and_never_overlap(text: str) -> None:
    at = 0
    for start, end in words(text):
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def test_a_very_long_run_takes_linear_time() -> None:
    assert len(words("well-" * 50_000)) >= 50_000


def test_a_hyphen_does_not_take_an_abbreviation_apart() -> None:
    text = "the China-U.S. border"
    assert [text[a:b] for a, b in words(text)] == ["the", "China", "-", "U.S.", "border"]
