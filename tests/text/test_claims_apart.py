"""What somebody said is parted into the claims set side by side, and who said words in less common ways is found."""

from __future__ import annotations

import pytest

from readout.text.claims_apart import parted
from readout.text.pronoun_signs import speaks
from tests.text.speech_reading import read, told


def test_claims_side_by_side_have_a_span_each() -> None:
    text = "Edda Fromm said that the pool was shut and that the sauna would follow."
    assert told(text) == [("indirect", "Edda Fromm", "that the pool was shut … and that the sauna would follow")]


def test_a_further_verb_of_saying_begins_a_claim() -> None:
    text = "He confirmed that they had met but denied that money changed hands."
    cues = {text.index("denied")}
    assert [text[a:b] for a, b in parted(text, [(13, len(text) - 1)], cues, ())] == [
        "that they had met",
        "but denied that money changed hands",
    ]


def test_quoted_words_stay_whole() -> None:
    text = "said that the roof “was wet and that the floor was too”"
    span = (5, len(text))
    assert parted(text, [span], set(), [(text.index("“"), len(text))]) == (span,)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The club expressed its “deep sorrow” over the fire.", "deep sorrow", "The club"),
        ("The choir, said its conductor, Otto Brandl, “will sing in the rain”.", "will sing in the rain", "its conductor, Otto Brandl"),
        ("The plan is a “paper boat”, in the phrase of Edda Fromm, the mayor.", "paper boat", "Edda Fromm, the mayor"),
        ("According to the mayor’s office the meeting was “short and dry”.", "short and dry", "the mayor’s office"),
        ("As the farm minister Rudi Blohm at a meeting of more than an hour declared, «the herd will be counted».",
         "the herd will be counted", "the farm minister Rudi Blohm"),
    ],
)  # fmt: skip
def test_who_said_the_words_in_marks(text: str, words: str, who: str) -> None:
    made = [
        s for s in read(text) if s.kind not in ("term", "indirect") and any(words in text[a:b] for a, b in s.content)
    ]
    assert [text[slice(*s.source)] if s.source else None for s in made] == [who]


def test_words_of_saying_without_a_subject_go_on_with_who_led_the_sentence_before() -> None:
    text = "The chair of the choir, Amelia Tosk, has attacked the plan again. «The hall is sold», has declared to this paper."
    assert [(kind, "Amelia Tosk" in who) for kind, who, _ in told(text) if kind == "direct"] == [("direct", True)]


def test_a_pronoun_whose_clause_quotes_speaks() -> None:
    text = "In a speech in which he greeted the cooks for their “cold patience”, little was said."
    start = text.index(" he ") + 1
    assert speaks(text, start, start + 2)
