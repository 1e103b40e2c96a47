import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text.normalize import TABLED, fold, fold_table, shadow

texts = st.text(st.one_of(st.characters(), st.sampled_from(" \n\u00ad\u200b“”‘’–—é\u0301ﬁß½…İ")), max_size=60)


@pytest.mark.parametrize(
    ("read", "compared"),
    [
        ("The “Five-Year” Plan", 'the "five-year" plan'),
        ("Five–Year — plan", "five-year - plan"),
        ("don’t  stop\n\nnow", "don't stop now"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("Élysée / E\u0301lyse\u0301e", "elysee / elysee"),
        ("ﬁne Straße 1½", "fine strasse 11\u20442"),
        ("Ａ１", "a1"),
    ],
)
def test_what_looks_the_same_compares_the_same(read: str, compared: str) -> None:
    assert shadow(read).text == compared


@given(texts)
def test_the_map_never_falls_and_covers_the_text(text: str) -> None:
    made = shadow(text)
    assert len(made.text) == len(made.starts) == len(made.ends)
    assert (np.diff(made.starts) >= 0).all()
    assert (np.diff(made.ends) >= 0).all()
    assert (made.starts < made.ends).all()
    if made.text:
        assert made.starts[0] == 0
        assert made.ends[-1] == len(text)
        assert (made.starts[1:] <= made.ends[:-1]).all()


@given(texts, st.data())
def test_a_folded_slice_is_the_fold_of_its_original_slice(text: str, data: st.DataObject) -> None:
    made = shadow(text)
    if not made.text:
        return
    start = data.draw(st.integers(0, len(made.text) - 1))
    end = data.draw(st.integers(start + 1, len(made.text)))
    low, high = made.original(start, end)
    assert made.text[start:end] in shadow(text[low:high]).text
    first, last = made.folded(low, high)
    assert first <= start
    assert end <= last


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = shadow(text).text
    assert shadow(once).text == once


@given(texts)
def test_the_table_is_the_fold_of_each_character(text: str) -> None:
    slow = "".join(fold(c) if ord(c) < TABLED else c for c in text)
    assert "".join(shadow(text).text.split(" ")) == "".join(slow.split(" "))


def test_every_fold_is_settled() -> None:
    flat, first, count = fold_table()
    tabled = flat[flat < TABLED]
    assert (count[tabled] == 1).all()
    assert (flat[first[tabled]] == tabled).all()
