"""The compiled comparison of sentences finds what the plain one finds."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from readout.text.renderings import chained, pages, sharing, told, uses

LEAST_WORDS, ALIKE, LEAST = 2, 0.3, 2


def pile(seed: int) -> tuple[list[list[list[int]]], np.ndarray]:
    """Texts of sentences of word numbers, and the words' weights, some of them nothing."""
    rng = np.random.default_rng(seed)
    texts = [[rng.integers(0, 25, rng.integers(1, 7)).tolist() for _ in range(rng.integers(0, 6))] for _ in range(7)]
    return texts, np.where(rng.random(25) < 0.2, 0.0, rng.uniform(0.5, 4.0, 25))


def flat(texts: list[list[list[int]]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    words = [w for text in texts for line in text for w in line]
    numbers = [n for text in texts for n, line in enumerate(text) for _ in line]
    sizes = [sum(map(len, text)) for text in texts]
    return (
        np.array(words, np.int32),
        np.array(numbers, np.int32),
        np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
    )


def alike(x: list[int], y: list[int], weights: np.ndarray) -> float:
    common, whole = sum(weights[w] for w in set(x) & set(y)), sum(sum(weights[w] for w in set(s)) for s in (x, y))
    return 2 * common / whole if whole else 0.0


def heaviest(matches: list[tuple[int, int, float]]) -> float:
    """Weight of the best rising chain, by trying all that end in each match."""
    best: list[float] = []
    for i, j, s in matches:
        before = [b for b, (x, y, _) in zip(best, matches, strict=False) if x < i and y < j]
        best.append(s + max(before, default=0.0))
    return max(best, default=0.0)


@pytest.mark.parametrize("seed", range(20))
def test_pairs_that_share_words_are_counted_as_in_a_plain_count(seed: int) -> None:
    texts, _ = pile(seed)
    words, _, firsts = flat(texts)
    count: Counter[tuple[int, int]] = Counter()
    for a, b in combinations(range(len(texts)), 2):
        count[a, b] = len({w for s in texts[a] for w in s} & {w for s in texts[b] for w in s})
    left, right, common = sharing(uses(words, firsts, pages(words, firsts, 25)), len(texts), 4)
    found = {(a, b): n for a, b, n in zip(left.tolist(), right.tolist(), common.tolist(), strict=True)}
    assert found == {p: n for p, n in count.items() if n >= 4} and list(found) == sorted(found)


@pytest.mark.parametrize("seed", range(20))
def test_chains_weigh_what_the_best_plain_chain_weighs(seed: int) -> None:
    texts, weights = pile(seed)
    words, numbers, firsts = flat(texts)
    laid = told(words, numbers, firsts, weights, LEAST_WORDS)
    pairs = list(combinations(range(len(texts)), 2))
    columns = np.array(pairs, np.int64).T
    apart = np.zeros((0, 3), np.int64), np.zeros(len(pairs) + 1, np.int64)
    made = chained(laid, weights, (columns[0], columns[1]), apart, (ALIKE, LEAST))
    found = {pairs[p]: made.alike[made.firsts[k] : made.firsts[k + 1]] for k, p in enumerate(made.pairs.tolist())}
    for a, b in pairs:
        kept = [[s for s in texts[t] if len(s) >= LEAST_WORDS] for t in (a, b)]
        table = [(i, j, alike(x, y, weights)) for i, x in enumerate(kept[0]) for j, y in enumerate(kept[1])]
        weight = heaviest([m for m in table if m[2] >= ALIKE])
        if (a, b) in found:
            assert found[a, b].sum() == pytest.approx(weight)
        else:
            assert weight < 2 * LEAST
