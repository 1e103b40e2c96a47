"""The event network: a sentence gives the same in any company, and names of people and places are not seen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from readout.errors import ReadoutError
from readout.models.english import load_english
from readout.models.event_head import WEIGHTS, load_event_head
from readout.models.event_input import ACTOR, NAME, RECIPIENT, Marks, pieces_of, row_of
from readout.models.wordpiece import WordPiece
from readout.text import senses

SENTENCES = [
    "Kestany bombed the harbour of Belmarra on Monday.",
    "The minister will visit Tolvia on Tuesday, aides said.",
    "No.",
    "Talks between the unions and the owners broke down.",
    "The premier denied that soldiers had fired on the crowd.",
    "Bread costs more than it did.",
]


@pytest.fixture(scope="module")
def cut() -> WordPiece:
    return WordPiece((WEIGHTS / "vocab.txt").read_text("utf-8").splitlines())


def test_what_is_said_of_words_does_not_depend_on_the_sentences_beside() -> None:
    head, parsed = load_event_head(), list(zip(SENTENCES, load_english("accurate").parse(SENTENCES), strict=True))
    alone = [head.words([one])[0] for one in parsed]
    order = list(range(len(parsed))) * 3
    random.Random(1).shuffle(order)
    together = head.words([parsed[n] for n in order])
    assert together == [alone[n] for n in order]


def test_senses_say_how_alike_two_acts_are_told() -> None:
    texts = ["The governor fired three officials.", "Three officials were dismissed by the governor.", "The ferry sank off the coast."]
    head = load_event_head()
    said = head.words(list(zip(texts, load_english("accurate").parse(texts), strict=True)))
    assert [len(s.senses) for s in said] == [len(s.none) for s in said]
    fired, dismissed, sank = (
        senses.read(senses.written(s.senses[i])) for s, i in zip(said, (2, 3, 2), strict=True)
    )
    assert senses.cosine(fired.word, dismissed.word) > senses.cosine(fired.word, sank.word) + 0.2
    assert senses.cosine(fired.word, fired.word) == pytest.approx(1.0)


def test_what_is_said_of_parties_does_not_depend_on_the_sentences_beside() -> None:
    head, asked = load_event_head(), [(text, (0, 7), (len(text) - 8, len(text) - 1)) for text in SENTENCES if len(text) > 9]
    alone = [head.parties([one])[0] for one in asked]
    assert head.parties(asked * 4) == alone * 4


def test_no_sentences_give_nothing_and_a_long_one_is_read_in_part() -> None:
    head, long = load_event_head(), "Kestany bombed " + "the old and very grey harbour and " * 60 + "Belmarra."
    assert head.words([]) == [] and head.parties([]) == []
    assert head.words([("", [])])[0].none == []
    words = load_english("accurate").parse([long])[0]
    (said,) = head.words([(long, words)])
    assert 0 < len(said.none) < len(words)


def test_names_of_people_and_places_are_hidden(cut: WordPiece) -> None:
    text = "Ana Ruel visited Tolvia."
    words = load_english("accurate").parse([text])[0]
    row = row_of(text, words, cut, (cut.start, cut.end))
    assert len(row.first) == len(row.last) == len(words)
    hidden = [row.pieces[f] == NAME for f in row.first]
    assert hidden == [w.ner[2:] in ("PER", "LOC") for w in words]


def test_parties_are_set_off_and_their_names_hidden(cut: WordPiece) -> None:
    text = "Kestany bombed the port"
    pieces = pieces_of(text, Marks((0, 7), (15, 23)), cut)
    assert pieces[1:4] == [ACTOR, NAME, ACTOR]
    assert pieces.count(RECIPIENT) == 2 and pieces[-2] == RECIPIENT


def test_missing_weights_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadoutError, match="R040"):
        load_event_head(tmp_path)
