"""The fast ways of folding text give what the plain patterns give, whatever stands in the text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from readout.ingest.html_choice import key
from readout.ingest.html_tree import folded
from readout.lexicon.boilerplate import plain
from readout.stages.clean.line import SENTENCE_END, ends_sentence
from readout.stages.clean.repeats import words_of

PIECES = st.sampled_from(
    [
        "The bridge", " ", "  ", "\n", "\t", "\xa0", "\x0b", "\x1f", "\u2028", ".", "...", "…", "”", "’", "‘", "“", "(", ")", "_", "—",
        "1,200", "3 km", "5", "ß", "İ", "é", "«", "]", "*", "!", "？", "\0", "\0\0", "\u200b", "ſ", "½",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=30))


def slow_plain(line: str) -> str:
    table = str.maketrans("‘’‚‛", "''''")
    text = re.sub(r"\s+", " ", line.casefold().translate(table).replace("(", " ").replace(")", " "))
    return re.sub(r"\d[\d.,]*(?:\s?[km]\b)?", "0", re.sub(r"^[\W_]+|[\W_]+$", "", text.strip())).strip()


def slow_folded(raw: str) -> list[str]:
    text = re.sub(r" *\0 *", "\0", re.sub(r"[ \t\n\r\f]+", " ", raw)).strip(" \0")
    stripped = (part.strip(" \0").replace("\0", "\n") for part in text.split("\0\0"))
    return [part for part in stripped if part.strip("\u200b\ufeff \xa0\n")]


@given(TEXTS)
def test_keys_of_blocks(text: str) -> None:
    assert key(text) == re.sub(r"[\W_]+", "", text).casefold()


@given(TEXTS)
def test_comparing_forms_of_lines(text: str) -> None:
    assert plain(text) == slow_plain(text)


@given(TEXTS)
def test_space_as_a_browser_folds_it(text: str) -> None:
    assert folded(text, False) == slow_folded(text)


@given(TEXTS)
def test_ends_of_sentences(text: str) -> None:
    assert ends_sentence(text) == bool(SENTENCE_END.search(text))


@given(TEXTS)
def test_words_of_paragraphs(text: str) -> None:
    assert words_of(text) == re.sub(r"[\W_]+", " ", text).strip()
