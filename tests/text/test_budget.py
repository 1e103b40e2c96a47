import numpy as np

from readout.text.budget import budgeted
from readout.text.seeds import Pairs, bounds


def candidates(rows: list[tuple[int, int, int]]) -> Pairs:
    """Pairs (left, right, hits), each hit at places of its own."""
    left, right, sizes = (np.array(column) for column in zip(*sorted(rows), strict=True))
    places = np.arange(sizes.sum()).astype(np.uint32)
    return Pairs(left.astype(np.uint32), right.astype(np.uint32), bounds(sizes), places, places)


def kept(rows: list[tuple[int, int, int]], texts: int, most: int) -> list[tuple[int, int]]:
    made = budgeted(candidates(rows), texts, most)
    held = {(a, b): n for a, b, n in rows}
    pairs = zip(made.left.tolist(), made.right.tolist(), strict=True)
    assert np.diff(made.firsts).tolist() == [held[pair] for pair in pairs]
    assert len(made.left_at) == made.firsts[-1]
    return list(zip(made.left.tolist(), made.right.tolist(), strict=True))


def test_a_small_family_keeps_every_pair() -> None:
    rows = [(a, b, 2 + a + b) for a in range(5) for b in range(a + 1, 5)]
    assert kept(rows, 5, 4) == [(a, b) for a, b, _ in rows]


def test_of_a_large_family_each_text_keeps_its_best() -> None:
    rows = [(a, b, 100 - abs(a - b)) for a in range(40) for b in range(a + 1, 40)]
    found = kept(rows, 40, 2)
    assert len(found) <= 2 * 40
    assert all((a, a + 1) in found for a in range(39))


def test_two_close_groups_stay_joined_by_their_best_pair() -> None:
    rows = [(a, b, 50) for g in (0, 4) for a in range(g, g + 4) for b in range(a + 1, g + 4)]
    rows += [(1, 6, 9), (2, 5, 8)]
    assert [p for p in kept(rows, 8, 1) if p[0] < 4 <= p[1]] == [(1, 6)]


def test_no_candidates_are_no_candidates() -> None:
    none = np.zeros(0, np.uint32)
    empty = Pairs(none, none, np.zeros(1, np.int64), none, none)
    assert len(budgeted(empty, 3, 1).left) == 0
