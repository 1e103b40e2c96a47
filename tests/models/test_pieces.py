"""Shadow forms, word pieces and lemma scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.models.forms import SHAPES, lowered, plain, shape
from readout.models.lemmas import apply_script, script_of
from readout.models.reader import Reader
from readout.models.wordpiece import MAX_PIECES, WordPiece

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "re", "##fuse", "##d", "o", "'", "cafe", "5", "##0"]


@pytest.mark.parametrize(
    ("form", "pieces"),
    [
        ("refused", ["re", "##fuse", "##d"]),
        ("Refused", ["re", "##fuse", "##d"]),
        ("O’", ["o", "'"]),
        ("Café", ["cafe"]),
        ("50", ["5", "##0"]),
        ("rexx", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_its_longest_known_pieces(form: str, pieces: list[str]) -> None:
    assert [VOCABULARY[i] for i in WordPiece(VOCABULARY)(form)] == pieces


@given(st.lists(st.text(min_size=1, max_size=30), max_size=20))
def test_what_was_read_before_changes_nothing(forms: list[str]) -> None:
    warm, forgetful = Reader(WordPiece(VOCABULARY)), Reader(WordPiece(VOCABULARY), remember=0)
    for form in [*forms, *forms]:
        assert warm(form) == forgetful(form)
        assert 1 <= len(warm(form).pieces) <= MAX_PIECES


def test_typographic_variants_have_one_shadow_form() -> None:
    assert plain("don’t") == plain("don't")
    assert plain("“") == plain("”") == '"'
    assert lowered("CAFÉ") == "cafe"


@given(st.text(max_size=20))
def test_every_word_has_a_shape_in_range(form: str) -> None:
    assert 1 <= shape(form) < SHAPES


def test_shapes_tell_case_apart() -> None:
    assert len({shape(f) for f in ("said", "Said", "SAID", "I", "iPhone", "B2B", "42", ",", "“")}) == 9


@given(st.text("abcDEF'-", min_size=1, max_size=12), st.text("abcDEF'-", min_size=1, max_size=12))
def test_a_script_made_from_a_pair_gives_the_lemma_back(form: str, lemma: str) -> None:
    assert apply_script(form, script_of(form, lemma)) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "other", "other_lemma"),
    [
        ("walked", "walk", "talked", "talk"),
        ("Said", "say", "said", "say"),
        ("parties", "party", "Cities", "city"),
        ("IRAQ", "Iraq", "IRAN", "Iran"),
        ("n’t", "not", "n't", "not"),
    ],
)
def test_a_script_carries_over_to_like_words(form: str, lemma: str, other: str, other_lemma: str) -> None:
    assert apply_script(other, script_of(form, lemma)) == other_lemma
