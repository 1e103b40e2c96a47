import numpy as np
import pytest

from readout.text.chains import Chains
from readout.text.likeness import Likeness, order
from tests.oracles.plain_likeness import both

PLAIN = "on Monday Ana Lima said they would help to buy 5 big ships and end the talks"
SPUN = "on Monday Ana Lima stated they would assist to purchase 5 large ships and terminate the talks"


def compare(one: str, other: str) -> Likeness:
    """Both texts must begin with the same word, which is the one anchor."""
    made, plain = both(one, other)
    assert made == pytest.approx(plain)
    return made


def test_a_spun_copy_keeps_the_skeleton_and_swaps_common_words_for_rare_ones() -> None:
    made = compare(PLAIN, SPUN)
    assert made.function == made.names == made.numbers == 1.0
    assert made.swaps == 5
    assert made.synonyms == pytest.approx(5 / 7)
    assert made.content == pytest.approx(2 / 7)
    assert made.rarity_shift > 1


def test_turning_the_pair_turns_the_shift_and_nothing_else() -> None:
    made, turned = compare(PLAIN, SPUN), compare(SPUN, PLAIN)
    assert turned.rarity_shift == pytest.approx(-made.rarity_shift)
    assert turned._replace(rarity_shift=0.0) == made._replace(rarity_shift=0.0)


def test_a_verbatim_copy_is_all_exact() -> None:
    made = compare(PLAIN, PLAIN)
    assert (made.exact, made.content, made.synonyms, made.swaps, made.rarity_shift) == (1.0, 1.0, 0.0, 0, 0.0)


def test_a_phrase_for_a_word_is_a_swap() -> None:
    made = compare("they met and they would go on the next day", "they met and they would continue the next day")
    assert made.swaps == 1


def test_no_word_of_a_kind_is_null_not_nought() -> None:
    made = compare("the ship", "the ship")
    assert made.names is None
    assert made.numbers is None


def test_order_is_the_share_of_words_told_in_the_same_order() -> None:
    def of(right: list[int]) -> float | None:
        n = len(right)
        left, ones = np.arange(n) * 10, np.full(n, 5)
        return order(Chains(left, np.array(right), ones, np.arange(n + 1), np.zeros(n, int), np.ones(n)))

    assert of([0]) is None
    assert of([0, 10, 20]) == 1.0
    assert of([20, 10, 0]) == 0.0
    assert of([10, 0, 20]) == pytest.approx(2 / 3)
