import numpy as np
import pytest

from readout.text.synonyms import (
    Senses,
    Vocabulary,
    function_words,
    join_all,
    phrases,
    stem_keys,
    synonym_sets,
    vocabulary,
    word_hashes,
)
from readout.text.words import hash_word


def senses(known: Vocabulary, hashes: np.ndarray) -> Senses:
    """Give the keys of a text's words; a word outside the vocabulary has none.

    Shapes: `hashes` uint64 (words,).
    """
    if not len(known.hashes):
        return Senses(np.zeros(0, np.int64), np.zeros(len(hashes) + 1, np.int64))
    rows = np.minimum(np.searchsorted(known.hashes, hashes), len(known.hashes) - 1)
    sizes = np.where(known.hashes[rows] == hashes, np.diff(known.senses.firsts)[rows], 0)
    firsts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    inside = np.arange(firsts[-1]) - np.repeat(firsts[:-1], sizes)
    return Senses(known.senses.keys[np.repeat(known.senses.firsts[rows], sizes) + inside], firsts)


def alike(one: str, other: str) -> bool:
    rows = sorted({hash_word(one): one, hash_word(other): other}.items())
    known = vocabulary(np.array([h for h, _ in rows], np.uint64), [w for _, w in rows])
    made = senses(known, np.array([hash_word(one), hash_word(other)], np.uint64))
    return bool(set(made.keys[: made.firsts[1]]) & set(made.keys[made.firsts[1] :]))


@pytest.mark.parametrize("pair", ["buy purchased", "help assistance", "began commenced", "talks talked"])
def test_forms_and_synonyms_are_alike(pair: str) -> None:
    assert alike(*pair.split())


@pytest.mark.parametrize("pair", ["buy sell", "the a", "he helium", "five six", "in inch"])
def test_other_words_and_function_words_are_not(pair: str) -> None:
    assert not alike(*pair.split())


def test_a_word_outside_the_vocabulary_has_no_sense() -> None:
    known = vocabulary(np.array([hash_word("buy")], np.uint64), ["buy"])
    made = senses(known, np.array([7, hash_word("buy")], np.uint64))
    assert made.firsts[:2].tolist() == [0, 0]
    assert made.firsts[2] == len(made.keys) > 0
    assert len(senses(vocabulary(np.zeros(0, np.uint64), []), np.array([7], np.uint64)).keys) == 0


def test_keys_of_a_word_ascend() -> None:
    known = vocabulary(np.array([hash_word("run")], np.uint64), ["run"])
    assert (np.diff(known.senses.keys) > 0).all()


def test_phrases_are_alike_by_their_stems() -> None:
    def sets(*stems: str) -> set[int]:
        known, key = phrases(), np.empty(1, np.uint64)
        join_all(stem_keys(list(stems)), np.array([0, len(stems)]), key)
        at = np.searchsorted(known.keys, key[0])
        return set(known.sets[known.firsts[at] : known.firsts[at + 1]].tolist()) if known.keys[at] == key[0] else set()

    assert sets("go", "on") & sets("continu")
    assert not sets("go", "on") & sets("stop")
    assert not sets("on", "go")


def test_the_lexicon_names_its_licence_and_holds_no_function_word_alone() -> None:
    assert len(synonym_sets()) > 50_000
    assert {"the", "of", "they", "didn"} <= function_words()


def test_word_hashes_ascend_and_are_distinct() -> None:
    made = word_hashes(["b a", "a"])
    assert sorted(made.tolist()) == made.tolist()
    assert len(made) == 2
