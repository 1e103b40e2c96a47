"""The shipped parser: sound spans, trees and names, and a result that depends on the sentence alone."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.errors import ReadoutError
from readout.models.english import WEIGHTS, English, Word, load_english

TIERS = sorted(p.parent.name for p in WEIGHTS.glob("*/labels.json") if "tags" in p.read_text("utf-8"))
SENTENCES = [
    "The foreign minister met his counterpart in Lisbon on Tuesday, officials said.",
    "“We can't wait,” Ms. Okafor told reporters.",
    "TALKS COLLAPSE AFTER NIGHT OF SHELLING",
    "No.",
    "It was, the spokesman for the ministry of transport conceded, neither the first nor the last delay.",
    "",
    "…",
    "The foreign minister met his counterpart in Helsinki on Monday, officials said.",
    "Yes.",
]

pytestmark = pytest.mark.xdist_group("parsers")  # loaded once


@pytest.fixture(scope="module", params=TIERS)
def parser(request: pytest.FixtureRequest) -> English:
    return load_english(request.param)


def assert_sound(text: str, words: list[Word]) -> None:
    """Spans hold all but space; one root; every word reaches it; names are well formed."""
    assert "".join(text[w.start : w.end] for w in words) == "".join(text.split())
    assert [w.head for w in words].count(-1) == bool(words)
    for word in words:
        steps = 0
        while word.head >= 0:
            word, steps = words[word.head], steps + 1
            assert steps <= len(words)
    for before, tag in zip(["O", *(w.ner for w in words)], (w.ner for w in words), strict=False):
        assert tag[0] != "I" or before[2:] == tag[2:]


def test_both_tiers_are_shipped() -> None:
    assert TIERS == ["accurate", "fast"]


def test_a_sentence_alone_equals_the_sentence_in_any_batch(parser: English) -> None:
    alone = {s: parser.parse([s])[0] for s in SENTENCES}
    chance = random.Random(1)
    for _ in range(5):
        batch = chance.choices(SENTENCES, k=12)
        assert parser.parse(batch) == [alone[s] for s in batch]


def test_long_and_short_sentences_keep_their_places_in_a_batch(parser: English) -> None:
    long = "She said that " + "and that the ferry had sunk " * 70 + "."
    texts = [*SENTENCES, long, "Boats.", *reversed(SENTENCES)]
    assert parser.parse(texts) == [parser.parse([t])[0] for t in texts]


def test_another_copy_of_the_parser_gives_the_same(parser: English) -> None:
    tier = parser.model.split("-")[2]
    other = load_english("fast" if tier == "fast" else "accurate")
    assert other.digest == parser.digest
    assert other.parse(SENTENCES) == parser.parse(SENTENCES)


@settings(max_examples=30)
@given(text=st.text(max_size=60) | st.text("aB .,“”'’-1\n", max_size=80))
def test_any_text_gives_sound_words(parser: English, text: str) -> None:
    assert_sound(text, parser.parse([text])[0])


def test_plain_sentences_are_understood(parser: English) -> None:
    words = parser.parse([SENTENCES[0]])[0]
    form = {SENTENCES[0][w.start : w.end]: w for w in words}
    assert (form["met"].upos, form["met"].lemma) == ("VERB", "meet")
    assert words[form["minister"].head].lemma == "meet"
    assert form["minister"].deprel == "nsubj"
    assert form["Lisbon"].ner == "B-LOC"


def test_addresses_and_file_names_are_no_names(parser: English) -> None:
    text = "Write to Anna.Novak@example.org or read http://example.org/Anna and Anna_Novak.doc ."
    assert {w.ner for w in parser.parse([text])[0]} == {"O"}


def test_a_sentence_longer_than_the_network_is_read_whole(parser: English) -> None:
    text = "The committee said that " + "and that the talks had failed " * 200 + "."
    words = parser.parse([text])[0]
    assert len(words) > 1000
    assert_sound(text, words)


@pytest.mark.slow
def test_a_sentence_of_a_hundred_thousand_words_is_read(parser: English) -> None:
    text = "word " * 100_000
    assert len(parser.parse([text])[0]) == 100_000


def test_sentences_of_a_paragraph_are_found(parser: English) -> None:
    text = "Mr. Novak left at 5 p.m. on Jan. 5. “Nobody knew,” an aide said. He did not return."
    shown = [text[s:e] for s, e in parser.sentences(text)]
    assert shown == ["Mr. Novak left at 5 p.m. on Jan. 5.", "“Nobody knew,” an aide said.", "He did not return."]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Rep. Tom Harlan voted no.", "Sen. Ann Pryce voted yes."],
        ["Ferry No. 7 sank at 4 a.m.", "Nobody was hurt."],
        ["He moved to the U.S.", "His brother stayed."],
        ["Mt. Olen shook.", "St. Petersburg fell silent."],
        ["The firm, Orvel Inc., said sales fell.", "Shares dropped 3.5 percent."],
    ],
)
def test_stops_of_abbreviations_end_sentences_only_where_one_begins(parser: English, wanted: list[str]) -> None:
    text = " ".join(wanted)
    assert [text[s:e] for s, e in parser.sentences(text)] == wanted


def test_missing_weights_are_an_error_that_says_what_to_do(tmp_path: object) -> None:
    with pytest.raises(ReadoutError, match=r"R040.*model\.onnx.*reinstall"):
        load_english("fast", tmp_path)  # type: ignore[arg-type]
