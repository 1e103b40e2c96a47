from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text.align import ALIKE, DELETE, EQUAL, INSERT, REPLACE, Edits, spans
from readout.text.align import align as align_all
from readout.text.chains import Chains
from readout.text.words import words

word_lists = st.lists(st.integers(1, 9), max_size=12)
anchors = st.lists(st.integers(10, 14), min_size=1, max_size=6)


Runs = tuple[np.ndarray, ...]
Pair = tuple[list[int], list[int], Runs]


@st.composite
def two_runs(draw: st.DrawFn) -> Pair:
    """Two texts with two runs in common and anything around them."""
    (la, ra, lb, rb, lc, rc), (one, two) = (draw(st.tuples(*[kind] * n)) for kind, n in ((word_lists, 6), (anchors, 2)))
    starts = np.array([len(la), len(la + one + lb)]), np.array([len(ra), len(ra + one + rb)])
    return la + one + lb + two + lc, ra + one + rb + two + rc, (*starts, np.array([len(one), len(two)]))


def array(text: list[int]) -> np.ndarray:
    return np.array(text, np.uint64)


def align(left: np.ndarray, right: np.ndarray, runs: Runs, senses: object = None, reach: int = 40) -> Edits:
    """Align two texts around one chain."""
    firsts = np.array([0, len(left), len(left) + len(right)])
    chain = Chains(*runs, np.array([0, len(runs[0])]), np.zeros(1, np.int64), np.ones(1))
    texts = np.array([0], np.uint32), np.array([1], np.uint32)
    extra = {} if senses is None else {"senses": senses}
    return align_all(np.concatenate([left, right]), firsts, texts, chain, reach=reach, **extra)  # type: ignore[arg-type]


def one_run(left: int, right: int, length: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return np.array([left]), np.array([right]), np.array([length])


def rows(made: Edits) -> list[tuple[int, ...]]:
    return list(zip(*(column.tolist() for column in made[:5]), strict=True))


def senses(text: list[int], key: dict[int, list[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    lists = [sorted(key.get(w, [])) for w in text]
    keys, firsts = np.array([k for ks in lists for k in ks], np.int64), np.cumsum([0, *map(len, lists)])
    return keys, firsts, np.arange(len(text), dtype=np.int32)


def test_shows_exactly_what_changed() -> None:
    left = array([1, 2, 3, 4, 5, 6, 7, 8, 9])
    right = array([1, 2, 3, 4, 30, 31, 6, 7, 70, 8, 9])
    assert rows(align(left, right, one_run(0, 0, 4))) == [
        (EQUAL, 0, 4, 0, 4),
        (REPLACE, 4, 5, 4, 6),
        (EQUAL, 5, 7, 6, 8),
        (INSERT, 7, 7, 8, 9),
        (EQUAL, 7, 9, 9, 11),
    ]


def test_words_with_a_shared_sense_are_alike() -> None:
    left, right = [1, 2, 3, 4, 5], [1, 2, 30, 4, 50]
    key = {3: [7, 8], 30: [8], 5: [9], 50: [10]}
    made = align(array(left), array(right), one_run(0, 0, 2), senses=senses(left + right, key))
    assert rows(made) == [(EQUAL, 0, 2, 0, 2), (ALIKE, 2, 3, 2, 3), (EQUAL, 3, 4, 3, 4)]


def test_unrelated_ends_are_left_off() -> None:
    left, right = array([20, 21, 22, 1, 2, 3, 4, 23, 24]), array([30, 31, 1, 2, 3, 4, 33, 34, 35, 36])
    assert rows(align(left, right, one_run(3, 2, 4))) == [(EQUAL, 3, 7, 2, 6)]


@given(two_runs())
def test_edits_tile_both_passages_and_are_what_they_say(made_up: Pair) -> None:
    left, right, runs = made_up
    made = rows(align(array(left), array(right), runs))
    for (_, _, a, _, b), (_, c, _, d, _) in pairwise(made):
        assert (a, b) == (c, d)
    for kind, a, b, c, d in made:
        assert (kind == EQUAL) == (left[a:b] == right[c:d] and a < b)
        assert (kind == INSERT) == (a == b)
        assert (kind == DELETE) == (c == d)
    assert made[0][0] == made[-1][0] == EQUAL


@given(two_runs())
def test_swapping_the_texts_swaps_the_edits(made_up: Pair) -> None:
    left, right, runs = made_up
    made = rows(align(array(left), array(right), runs))
    turned = rows(align(array(right), array(left), (runs[1], runs[0], runs[2])))
    other = {INSERT: DELETE, DELETE: INSERT}
    assert [(other.get(k, k), c, d, a, b) for k, a, b, c, d in turned] == made


@given(word_lists, word_lists)
def test_a_gap_keeps_as_good_an_alignment_as_the_slow_version_finds(one: list[int], other: list[int]) -> None:
    left, right = [50, *one, 51], [50, *other, 51]
    runs = np.array([0, len(left) - 1]), np.array([0, len(right) - 1]), np.array([1, 1])
    made = align(array(left), array(right), runs, reach=0)
    gap = [(k, a, b, c, d) for k, a, b, c, d in rows(made)]
    score = sum(worth(*row) for row in gap)
    assert score == slow(tuple(left), tuple(right))


def worth(kind: int, a: int, b: int, c: int, d: int) -> int:
    """Half words: 2 an equal word, -2 a replaced, inserted or deleted one."""
    return 2 * (b - a) if kind == EQUAL else -2 * max(b - a, d - c)


def slow(left: tuple[int, ...], right: tuple[int, ...]) -> int:
    """The obvious version: try everything, row by row."""
    row = [-2 * x for x in range(len(right) + 1)]
    for y, word in enumerate(left, 1):
        above, row = row, [-2 * y]
        for x, other in enumerate(right, 1):
            row.append(max(above[x - 1] + (2 if word == other else -2), above[x] - 2, row[x - 1] - 2))
    return row[-1]


@pytest.mark.parametrize(("bounds", "shown"), [((1, 3), "talks lasted"), ((0, 0), ""), ((4, 4), ""), ((3, 4), "five")])
def test_word_bounds_become_spans_of_the_text(bounds: tuple[int, int], shown: str) -> None:
    text = "The talks lasted five. "
    made = words(text)
    start, end = spans((np.array([bounds[0]]), np.array([bounds[1]])), made.starts, made.ends)[0]
    assert text[start:end] == shown


def test_many_chains_are_aligned_as_each_alone() -> None:
    texts = [array(t) for t in ([1, 2, 3, 9, 4, 5], [1, 2, 3, 8, 4, 5], [7, 1, 2, 3, 4, 5])]
    hashes, firsts = np.concatenate(texts), np.cumsum([0, *map(len, texts)])
    pairs = np.array([0, 1], np.uint32), np.array([1, 2], np.uint32)
    ones, threes = np.array([0, 0]), np.array([3, 3])
    both = Chains(ones, np.array([0, 1]), threes, np.arange(3), np.arange(2), np.ones(2))
    made = align_all(hashes, firsts, pairs, both)
    assert rows(made.of(0)) == rows(align(texts[0], texts[1], one_run(0, 0, 3)))
    assert rows(made.of(1)) == rows(align(texts[1], texts[2], one_run(0, 1, 3)))
