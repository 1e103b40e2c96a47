import pytest

from readout.text.stem import stem


@pytest.mark.parametrize(
    "forms",
    [
        "talk talks talked talking",
        "make makes made making",
        "carry carries carried carrying",
        "stop stops stopped stopping",
        "press presses pressed pressing",
        "agree agrees agreed agreeing",
        "write writes wrote written writing",
        "reach reaches reached reaching",
        "city cities",
        "woman women",
        "crisis crises",
        "call calls called calling",
        "need needs needed needing",
        "succeed succeeds succeeded",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len(set(map(stem, forms.split()))) == 1, [stem(form) for form in forms.split()]


@pytest.mark.parametrize("pair", ["sing sting", "red reed", "us use", "thing think", "1990s 1990", "need nee"])
def test_other_words_keep_their_own(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)
