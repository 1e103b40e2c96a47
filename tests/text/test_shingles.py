import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.text.shingles import RUN, shingles

vocabulary = st.integers(0, 6).map(lambda i: (i * 0x9E3779B97F4A7C15 + 1) % 2**64)
word_lists = st.lists(vocabulary, max_size=30)


def of_texts(*texts: list[int]) -> tuple[np.ndarray, np.ndarray]:
    flat = np.array([w for text in texts for w in text], np.uint64)
    return flat, np.cumsum([0, *map(len, texts)])


def slow(texts: list[list[int]], run: int) -> list[tuple[int, int]]:
    """The obvious version: a run of words is kept when its least hash is its first or its last."""
    return [
        (t, i)
        for t, text in enumerate(texts)
        for i in range(len(text) - run + 1)
        if min(text[i : i + run]) in (text[i], text[i + run - 1])
    ]


@given(st.lists(word_lists, max_size=3), st.integers(2, 6))
def test_keeps_the_runs_the_slow_version_keeps(texts: list[list[int]], run: int) -> None:
    made = shingles(*of_texts(*texts), run)
    assert list(zip(made.texts.tolist(), made.at.tolist(), strict=True)) == slow(texts, run)


@given(word_lists, word_lists, word_lists, st.lists(vocabulary, min_size=2 * RUN - 2, max_size=20))
def test_two_texts_that_share_enough_words_in_a_row_share_a_kept_run(
    before: list[int], after: list[int], other: list[int], shared: list[int]
) -> None:
    made = shingles(*of_texts(before + shared + after, other + shared))
    inside = [(h, t, a) for h, t, a in zip(made.hashes.tolist(), made.texts.tolist(), made.at.tolist(), strict=True)]
    left = {(h, a - len(before)) for h, t, a in inside if t == 0}
    right = {(h, a - len(other)) for h, t, a in inside if t == 1}
    assert any(0 <= a <= len(shared) - RUN for _, a in left & right)


@given(word_lists, word_lists)
def test_equal_runs_have_equal_hashes_and_others_do_not(one: list[int], other: list[int]) -> None:
    made = shingles(*of_texts(one, other))
    texts = (one, other)
    runs = [tuple(texts[t][a : a + RUN]) for t, a in zip(made.texts, made.at, strict=True)]
    assert len(set(zip(runs, made.hashes.tolist(), strict=True))) == len(set(runs)) == len(set(made.hashes.tolist()))


def test_about_two_in_run_are_kept() -> None:
    hashes = np.random.default_rng(0).integers(0, 2**63, 20_000).astype(np.uint64)
    kept = len(shingles(hashes, np.array([0, len(hashes)])).hashes)
    assert 0.48 < kept / len(hashes) < 0.52
