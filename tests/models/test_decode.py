"""Trees and names from scores, against slow and obvious searches."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from readout.models.decode import name_tags, tree

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def is_tree(heads: tuple[int, ...]) -> bool:
    """Exactly one word under the root, and every word reaches the root."""
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while word >= 0 and word not in seen:
            seen.add(word)
            word = heads[word]
        if word >= 0:
            return False
    return True


def slow_tree_score(scores: np.ndarray) -> float:
    count = len(scores)
    trees = filter(is_tree, product(range(-1, count), repeat=count))
    return max(sum(scores[w, h + 1] for w, h in enumerate(heads)) for heads in trees)


@given(st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.integers(-9, 9))))
def test_the_tree_is_the_best_of_all_trees(scores: np.ndarray) -> None:
    heads = tree(scores)
    assert is_tree(tuple(heads))
    assert sum(scores[w, h + 1] for w, h in enumerate(heads)) == slow_tree_score(scores)


def test_a_large_tangle_still_gives_a_tree() -> None:
    scores = np.random.default_rng(5).normal(size=(120, 121)).astype(np.float32)
    assert is_tree(tuple(tree(scores)))


def well_formed(tags: tuple[str, ...]) -> bool:
    pairs = zip(("O", *tags), tags, strict=False)
    return all(b[0] != "I" or (a != "O" and a[2:] == b[2:]) for a, b in pairs)


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, len(TAGS)), elements=st.integers(-9, 9))))
def test_the_tags_are_the_best_of_all_well_formed_ones(scores: np.ndarray) -> None:
    def total(tags: tuple[str, ...]) -> float:
        return float(sum(scores[i, TAGS.index(t)] for i, t in enumerate(tags)))

    found = tuple(name_tags(scores, TAGS))
    assert well_formed(found)
    assert total(found) == max(map(total, filter(well_formed, product(TAGS, repeat=len(scores)))))
