"""Sentences end where a reader ends them, cover every character that is no blank, and cost linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.lexicon import abbreviations
from readout.text.sentences import all_sentences, paragraphs, sentences

WILD = st.text(st.sampled_from("ab AZ.!?\n\"“”‘’'«»„()…。」「 5,;:—\u00a0\x00\t\r") | st.characters(), max_size=120)


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text), abbreviations())]


WHOLE = [
    "Mr. Arlen met Antony J. Smith at 4:30 p.m. Monday.",
    "The U.S. Army bought 5.2 percent more.",
    "See No. 5 on p. 12 for details, e.g. Paris.",
    "Wait … what, he asked.",
    "She works for Yahoo! News in Boston.",
    "The address www.example.com/?q=1 was closed.",
    "J.K. Rowling and T. S. Eliot never met.",
    "Sen. Bob Roe, D-Calif., and Lt. Gov. Jane Poe left.",
    "“Why?” Mr. Smith asked.",
    "“Stop!” she said.",
    "He left at 10 a.m. ET on Jan. 5.",
    "Acme Inc. and Bolt Co. merged.",
    "St. Louis played the Reds at Main St. Park.",
    "1. First item of the list.",
    "The church (c. 1230) was burned by the U. S. Navy.",
    "He was born in Dulwich. [17]",
    "He said that . . . well, nothing.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_does_not_end_inside(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won. We are happy.” He left.", ["“We won.", "We are happy.”", "He left."]),
        ('He said."We go."She left.The next day came.', ["He said.", '"We go."', "She left.", "The next day came."]),
        ("It is in the U.S. The president said no... Then he left.",
         ["It is in the U.S.", "The president said no...", "Then he left."]),
        ("(He went home.) Then it rained.", ["(He went home.)", "Then it rained."]),
        ("これは文です。「はい。」次。", ["これは文です。", "「はい。」", "次。"]),
        ("He works for Acme Inc. The firm grew.", ["He works for Acme Inc.", "The firm grew."]),
        ("They fell to 5. He left at 6. 300 people came.", ["They fell to 5.", "He left at 6.", "300 people came."]),
        ("He was ill. Mary left.", ["He was ill.", "Mary left."]),
        ("Is it? Yes! No.", ["Is it?", "Yes!", "No."]),
        ('"That is all." Miller left.', ['"That is all."', "Miller left."]),
        ("„Wir gehen.“ Dann ging er.", ["„Wir gehen.“", "Dann ging er."]),
    ],
)  # fmt: skip
def test_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_each_line_of_bare_web_text_is_a_paragraph() -> None:
    assert paragraphs("One.\nTwo.\n\n Three. ") == [(0, 4), (5, 9), (12, 18)]


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    text = (
        "The ministers of both countries met for the\nfirst time in years, and they talked about the\nborder at length."
    )
    text += "\n\nThey parted."
    assert [text[a:b] for a, b in paragraphs(text)] == [text[:108], "They parted."]


def test_a_list_of_short_lower_case_lines_is_not_joined() -> None:
    assert len(paragraphs("milk\nbread\neggs\nham")) == 4


@given(WILD)
def test_paragraphs_and_sentences_cover_all_that_is_no_blank(text: str) -> None:
    within = paragraphs(text)
    spans = [s for p in all_sentences(text, within, abbreviations()) for s in p]
    for level in (within, spans):
        assert all(a < b for a, b in level)
        assert all(left[1] <= right[0] for left, right in pairwise(level))
        inside = {i for a, b in level for i in range(a, b)}
        assert all(c.isspace() for i, c in enumerate(text) if i not in inside)


@pytest.mark.parametrize(
    "piece", ["word ", "a. ", "“a ", "p. 5 ", "(", '" ', "Mr. X ", "...", ". ", "'", "\n", "said “yes” ", "1. ", "» "]
)
def test_cost_is_linear_in_one_long_line(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        all_sentences(text, paragraphs(text), abbreviations())
        return time.process_time() - started

    small, large = (min(seconds(length) for _ in range(3)) for length in (5_000, 40_000))
    assert large < 40 * max(small, 0.01)  # linear is 8 times, quadratic 64
