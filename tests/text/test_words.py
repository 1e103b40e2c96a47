import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text.normalize import shadow
from readout.text.words import (
    CAPITAL,
    DIGIT,
    OPENS_SENTENCE,
    QUOTED,
    hash_word,
    words,
    words_of_texts,
    words_of_utf8,
)

tricky = st.sampled_from("aB19 .,-'\"“”\n\u00ad\u200b中éﬁ½İ")
texts = st.text(st.characters(max_codepoint=0x1FFFF) | tricky, max_size=60)


def cut(text: str) -> list[str]:
    made = words(text)
    return [text[s:e] for s, e in zip(made.starts, made.ends, strict=True)]


def flagged(text: str, bit: int) -> list[str]:
    made = words(text)
    return [text[s:e] for s, e, f in zip(made.starts, made.ends, made.flags, strict=True) if f & bit]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", []),
        ("... — !", []),
        ("The five-hour talks", ["The", "five", "hour", "talks"]),
        ("didn’t", ["didn", "t"]),
        ("paid 1,000.50 in 2026.", ["paid", "1,000.50", "in", "2026"]),
        ("a1,b2 1, 2", ["a1", "b2", "1", "2"]),
        ("E\u0301lyse\u0301e!", ["E\u0301lyse\u0301e"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("北京x会谈", ["北", "京", "x", "会", "谈"]),
    ],
)
def test_cuts_at_what_is_no_letter_or_digit(text: str, made: list[str]) -> None:
    assert cut(text) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [("Café", "CAFE\u0301"), ("Straße", "STRASSE"), ("ﬁne", "FINE"), ("1,000", "1000"), ("Ａ１", "a1")],
)
def test_words_that_compare_the_same_have_one_hash(one: str, other: str) -> None:
    assert hash_word(one) == hash_word(other)


def test_a_decimal_point_counts_and_order_of_letters_counts() -> None:
    assert len({hash_word(w) for w in ("15", "1.5", "51", "ab", "ba")}) == 5


def test_flags_say_what_the_letters_do_not() -> None:
    text = 'He met Ana Lima. “We agree,” she said: 5 hours.\nThe "deal" held.'
    assert flagged(text, CAPITAL) == ["He", "Ana", "Lima", "We", "The"]
    assert flagged(text, OPENS_SENTENCE) == ["He", "We", "5", "The", "deal"]
    assert flagged(text, QUOTED) == ["We", "agree", "deal"]
    assert flagged(text, DIGIT) == ["5"]


@given(texts)
def test_words_stand_in_the_text_in_order_and_leave_only_what_parts_words(text: str) -> None:
    made = words(text)
    assert (made.starts < made.ends).all()
    assert (made.starts[1:] >= made.ends[:-1]).all()
    left = np.ones(len(text), bool)
    for s, e in zip(made.starts, made.ends, strict=True):
        left[s:e] = False
    rest = "".join(c for c, out in zip(text, left, strict=True) if out)
    assert not any(c.isalnum() for c in shadow(rest).text)


@given(texts)
def test_equal_folded_words_have_equal_hashes_and_others_do_not(text: str) -> None:
    made = words(text)
    folded = [compared(text[s:e]) for s, e in zip(made.starts, made.ends, strict=True)]
    assert len(set(folded)) == len(set(made.hashes.tolist()))
    assert len(set(zip(folded, made.hashes.tolist(), strict=True))) == len(set(folded))


def compared(word: str) -> str:
    return re.sub(r"[^\w.]", "", "".join(c for c in shadow(word).text if c.isalnum() or c == "."))


@given(st.lists(texts, max_size=4))
def test_texts_laid_end_to_end_are_cut_as_if_alone(many: list[str]) -> None:
    made = words_of_texts(many)
    for i, text in enumerate(many):
        alone, here = words(text), slice(made.firsts[i], made.firsts[i + 1])
        assert (made.hashes[here] == alone.hashes).all()
        assert (made.starts[here] == alone.starts).all()
        assert (made.ends[here] == alone.ends).all()
        assert (made.flags[here] == alone.flags).all()


@given(st.binary(max_size=40))
def test_broken_utf8_is_read_to_its_end(data: bytes) -> None:
    made = words_of_utf8(np.frombuffer(data, np.uint8), np.array([0, len(data)]))
    assert (made.ends <= len(data)).all()
