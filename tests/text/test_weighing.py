"""The weight of the words two texts share."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from readout.text.weighing import laid_apart, shared_weights

WEIGHTS = np.array([0.0, 1.0, 2.0, 4.0])


def test_a_word_counts_once_however_often_it_stands():
    words, firsts = np.array([1, 1, 2, 2, 3, 1, 3], np.int32), np.array([0, 3, 7, 7])
    laid = laid_apart(words, firsts)
    both, whole = shared_weights(laid, WEIGHTS, (np.array([0, 0]), np.array([1, 2])))
    assert both.tolist() == [3.0, 0.0]
    assert whole.tolist() == [3.0, 7.0, 0.0]


def test_pairs_weigh_what_sets_say():
    random = np.random.default_rng(3)
    words, firsts = random.integers(0, 4, 60).astype(np.int32), np.array([0, 5, 5, 20, 60])
    pairs = np.array([0, 0, 2]), np.array([2, 3, 3])
    both, _ = shared_weights(laid_apart(words, firsts), WEIGHTS, pairs)
    sets = [set(words[a:b].tolist()) for a, b in pairwise(firsts.tolist())]
    assert both.tolist() == [sum(WEIGHTS[list(sets[i] & sets[j])]) for i, j in zip(*pairs, strict=True)]
