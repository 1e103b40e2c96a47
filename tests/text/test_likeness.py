import numpy as np
import pytest

from readout.text.align import Senses, align
from readout.text.chains import Chains
from readout.text.likeness import Likeness, Side, likeness, order
from readout.text.rarity import rarity
from readout.text.skeleton import among, names
from readout.text.stem import stem
from readout.text.synonyms import function_words, senses, vocabulary, word_hashes
from readout.text.words import DIGIT, words

CLOSED = word_hashes(function_words())


def side(text: str) -> tuple[Side, Senses]:
    made = words(text)
    spelt = [text[s:e].lower() for s, e in zip(made.starts, made.ends, strict=True)]
    distinct, first = np.unique(made.hashes, return_index=True)
    known = vocabulary(distinct, [spelt[i] for i in first])
    return Side(
        made.hashes,
        among(made.hashes, CLOSED),
        names(made, CLOSED, np.zeros(0, np.uint64)),
        made.flags & DIGIT > 0,
        np.array([rarity(w) for w in spelt]),
        [stem(w) for w in spelt],
    ), senses(known, made.hashes)


def compare(one: str, other: str) -> Likeness:
    """Both texts must begin with the same word, which is the one anchor."""
    (left, left_senses), (right, right_senses) = side(one), side(other)
    hashes, firsts = np.concatenate([left.hashes, right.hashes]), np.cumsum([0, len(left.hashes), len(right.hashes)])
    keys = np.concatenate([left_senses.keys, right_senses.keys])
    key_firsts = np.concatenate([left_senses.firsts, left_senses.firsts[-1] + right_senses.firsts[1:]])
    zero, one_word = np.zeros(1, np.int64), np.ones(1, np.int64)
    chain = Chains(zero, zero, one_word, np.array([0, 1]), zero, np.ones(1))
    texts = np.array([0], np.uint32), np.array([1], np.uint32)
    return likeness(align(hashes, firsts, texts, chain, senses=(keys, key_firsts)), left, right)


PLAIN = "on Monday Ana Lima said they would help to buy 5 big ships and end the talks"
SPUN = "on Monday Ana Lima stated they would assist to purchase 5 large ships and terminate the talks"


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
