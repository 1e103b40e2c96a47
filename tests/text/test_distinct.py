import numpy as np
import pytest

from readout.text.distinct import distinct


@pytest.mark.parametrize("kinds", [1, 3, 5_000])
def test_gives_what_sorting_gives(kinds: int) -> None:
    rng = np.random.default_rng(kinds)
    column = rng.integers(0, 1 << 63, kinds, dtype=np.uint64)[rng.integers(0, kinds, 20_000)]
    values, first, rows = np.unique(column, return_index=True, return_inverse=True)
    made = distinct(column)
    assert made.values.tolist() == values.tolist()
    assert made.first.tolist() == first.tolist()
    assert made.rows.tolist() == rows.tolist()


def test_of_nothing_nothing_is_distinct() -> None:
    made = distinct(np.zeros(0, np.uint64))
    assert (len(made.values), len(made.first), len(made.rows)) == (0, 0, 0)
