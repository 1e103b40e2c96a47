import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.text.digests import digests, representatives, stretches
from readout.text.words import words, words_of_texts


def test_texts_that_differ_only_in_case_space_and_punctuation_have_one_digest() -> None:
    made = words_of_texts(["The talks lasted, he said.", "the talks  lasted he said", "He said the talks lasted", ""])
    one, same, other, empty = digests(made.hashes, made.firsts).tolist()
    assert one == same
    assert len({one, other, empty}) == 3


def test_paragraphs_are_stretches_of_words_between_cuts() -> None:
    text = "One two.\nThree.\n\nOne two!"
    made = words(text)
    bounds = stretches(made.starts, 0, len(made.starts), np.array([0, 9, 17, len(text)]))
    assert bounds.tolist() == [0, 2, 3, 5]
    one, two, three = digests(made.hashes, bounds).tolist()
    assert one == three != two


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=20))
def test_the_first_of_equals_stands_for_all_and_short_ones_for_themselves(rows: list[tuple[int, int]]) -> None:
    made = np.array([d for d, _ in rows], np.uint64)
    lengths = np.array([n for _, n in rows], np.int64)
    found = representatives(made, lengths, least=2).tolist()
    for i, (digest, length) in enumerate(rows):
        assert found[i] == (i if length < 2 else [d for d, _ in rows].index(digest))
