"""Sentence borders: with any weights, the spans are sound."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.lexicon import abbreviations
from readout.models.reader import Reader
from readout.models.splitter import Splitter
from readout.models.wordpiece import WordPiece

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "he", "left", ".", "they", "stayed"]


def weights(seed: int) -> dict[str, np.ndarray]:
    made = np.random.default_rng(seed)
    sizes = {
        "pieces": (9, 4), "shapes": (10, 2), "spaces": (3, 2), "first": (5, 8, 6), "first_bias": (6,),
        "second": (7, 6, 6), "second_bias": (6,), "out": (6,), "out_bias": (1,),
    }  # fmt: skip
    return {name: made.normal(size=size).astype(np.float32) for name, size in sizes.items()}


@given(st.text("heft. \n", max_size=60), st.integers(0, 5))
def test_sentences_hold_all_that_is_not_space_in_order(text: str, seed: int) -> None:
    at = 0
    for start, end in Splitter(weights(seed), Reader(WordPiece(VOCABULARY)), abbreviations()).sentences(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


def test_an_empty_paragraph_has_no_sentence() -> None:
    assert Splitter(weights(0), Reader(WordPiece(VOCABULARY)), abbreviations()).sentences("  \n ") == []
