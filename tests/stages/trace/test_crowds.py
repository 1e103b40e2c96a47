"""How many pages a family counts, beyond which not every pair is listed."""

from __future__ import annotations

from itertools import combinations

from readout.stages.trace.links import crowds


def test_pages_that_merge_two_wires_make_no_larger_family_of_them() -> None:
    one, other, merging = range(10), range(10, 30), (30, 31)
    pairs = [*combinations(one, 2), *combinations(other, 2), *((d, m) for d in (*one, *other) for m in merging)]
    found = crowds([*pairs, merging], {})
    assert found[0, 1] == 12 and found[10, 11] == 22 and found[0, 30] == 32


def test_equal_pages_count_each() -> None:
    assert crowds([(0, 1)], {1: [1, 2, 3]}) == {(0, 1): 4}
