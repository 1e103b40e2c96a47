"""What two pages share is stock text only where another page has it as one text."""

import numpy as np

from readout.stages.trace.elsewhere import EVERYBODY, Elsewhere, carried_by


class Stretch:
    """A passage, as far as looking up who else has it goes: pages 0 and 1, the first `words` words of page 0."""

    left, right = 0, 1

    def __init__(self, words: int) -> None:
        self.bounds = (0, words, 0, words)


def common(carriers: list[list[int]]) -> float:
    """Count who else has a stretch whose runs are carried by these families, besides those of the two pages, 0 and 1."""
    numbers = np.arange(len(carriers))
    rows = [(run, family) for run, held in enumerate(carriers) for family in [0, 1, *held]]
    carried, families = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    firsts, found = carried_by(numbers, numbers, carried, families)
    whole = Elsewhere(numbers, firsts, found, np.array([0, len(carriers), 2 * len(carriers)]), np.arange(2))
    return whole.among([Stretch(len(carriers))])  # type: ignore[list-item]


def test_a_page_that_has_all_of_it_counts_as_one() -> None:
    assert common([[7]] * 12) == 1.0
    assert common([[7, 8]] * 12) == 2.0


def test_pages_that_have_a_phrase_each_do_not_count() -> None:
    assert common([[2 + run // 2] for run in range(12)]) == 0.0


def test_a_page_that_has_a_third_of_it_counts_a_third() -> None:
    assert common([[7]] * 4 + [[]] * 8) == 4 / 12


def test_runs_that_stand_everywhere_are_taken_to_stand_on_the_same_pages() -> None:
    many = list(range(10, 10 + EVERYBODY))
    assert common([many] * 12) == EVERYBODY
    assert common([many] * 2 + [[]] * 10) == 0.0
