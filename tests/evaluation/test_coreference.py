"""Scores of coreference against figures worked out by hand."""

from itertools import permutations

import pytest

from evaluation.coreference import assigned, b_cubed, ceaf, conll, grouped, muc


def clusters(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_equal_groupings_score_one() -> None:
    same = clusters("ab", "cde", "f")
    assert all(parts == (1.0, 1.0, 1.0) for parts in conll(same, same).values())


def test_a_cluster_cut_in_two_loses_one_link_and_no_precision() -> None:
    gold, ours = clusters("abcd"), clusters("ab", "cd")
    assert muc(gold, ours)[:2] == (1.0, pytest.approx(2 / 3))
    assert b_cubed(gold, ours)[:2] == (1.0, pytest.approx(1 / 2))
    assert ceaf(gold, ours)[:2] == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_mentions_of_one_side_alone_count_against_it() -> None:
    gold, ours = clusters("ab"), clusters("ab", "x")
    assert b_cubed(gold, ours)[:2] == (pytest.approx(2 / 3), 1.0)
    assert ceaf(gold, ours)[:2] == (pytest.approx(1 / 2), 1.0)


def test_pairing_is_the_best_of_all() -> None:
    alike = {0: {0: 0.5, 1: 0.4}, 1: {0: 0.45}, 2: {1: 0.3, 2: 0.1}}
    best = max(sum(alike[i].get(j, 0.0) for i, j in enumerate(order)) for order in permutations(range(3)))
    assert assigned([0, 1, 2], [0, 1, 2], alike) == pytest.approx(best)
    assert assigned([0, 1], [0], {0: {0: 0.2}, 1: {0: 0.7}}) == pytest.approx(0.7)


def test_names_become_clusters() -> None:
    assert sorted(map(sorted, grouped({"a": 1, "b": 2, "c": 1}))) == [["a", "c"], ["b"]]
