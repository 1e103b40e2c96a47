import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.text.chains import Chains, chains
from readout.text.seeds import hits, pairs
from readout.text.shingles import shingles

words = st.lists(st.integers(0, 8).map(lambda i: (i * 0x9E3779B97F4A7C15 + 1) % 2**64), max_size=60)


def array(text: list[int]) -> np.ndarray:
    return np.array(text, np.uint64)


def chained(left: np.ndarray, right: np.ndarray, least: float = 8.0) -> Chains:
    """Chain two texts; chain a text with itself if it is given twice as one object."""
    texts = [left] if left is right else [left, right]
    hashes, firsts = np.concatenate(texts), np.cumsum([0, *map(len, texts)])
    found = pairs(hits(shingles(hashes, firsts), 10_000), 1)
    return chains(hashes, firsts, found.only(found.right - found.left == len(texts) - 1), least=least)


@given(words, words)
def test_runs_are_equal_words_in_order_without_overlap(one: list[int], other: list[int]) -> None:
    left, right = array(one), array(other)
    made = chained(left, right, least=4)
    for i, j, n in zip(made.left, made.right, made.lengths, strict=True):
        assert n > 0
        assert (left[i : i + n] == right[j : j + n]).all()
    for low, high in zip(made.firsts[:-1], made.firsts[1:], strict=True):
        for side in (made.left, made.right):
            assert (side[low + 1 : high] >= (side + made.lengths)[low : high - 1]).all()


@given(words, words)
def test_swapping_the_texts_swaps_the_sides(one: list[int], other: list[int]) -> None:
    left, right = array(one), array(other)
    made = chained(left, right, least=4)
    turned = chained(right, left, least=4)
    if one == other:
        return
    assert made.left.tolist() == turned.right.tolist()
    assert made.right.tolist() == turned.left.tolist()
    assert made.lengths.tolist() == turned.lengths.tolist()
    assert made.scores.tolist() == turned.scores.tolist()


@given(words, words, st.lists(st.integers(0, 2**63), min_size=10, max_size=30, unique=True))
def test_a_planted_run_lies_in_a_chain(before: list[int], after: list[int], planted: list[int]) -> None:
    left, right = array(planted + before), array(after + planted)
    made = chained(left, right)
    covered = set()
    for i, n in zip(made.left.tolist(), made.lengths.tolist(), strict=True):
        covered |= set(range(i, i + n))
    assert set(range(len(planted))) <= covered


def test_moved_paragraphs_make_chains_of_their_own() -> None:
    one, two = (list(range(s, s + 30)) for s in (100, 200))
    left, right = array(one + two), array(two + one)
    made = chained(left, right)
    assert sorted(zip(made.left.tolist(), made.right.tolist(), made.lengths.tolist(), strict=True)) == [
        (0, 30, 30),
        (30, 0, 30),
    ]


def test_a_text_that_repeats_itself_is_chained_with_itself_without_overlap() -> None:
    text = array([*range(100, 120), 7, 8, *range(100, 120)])
    made = chained(text, text)
    assert list(zip(made.left.tolist(), made.right.tolist(), made.lengths.tolist(), strict=True)) == [(0, 22, 20)]


def test_far_apart_runs_are_two_chains_and_near_ones_are_one() -> None:
    one, two = list(range(100, 120)), list(range(200, 220))
    near, far = list(range(1000, 1010)), list(range(1000, 1100))
    for between, count in ((near, 1), (far, 2)):
        left, right = array(one + two), array(one + between + two)
        assert len(chained(left, right).scores) == count
