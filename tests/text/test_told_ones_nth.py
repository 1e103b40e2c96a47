"""An ordinal tells a count: a fourth death is four by now."""

from __future__ import annotations

import pytest

from readout.text.told_ones import nths, ones


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A fourth death, of a cook of 52, was announced on Saturday.", ("deaths", 4)),
        ("Police arrested a third man on Monday.", ("arrests", 3)),
        ("A second inmate has died in the prison.", ("deaths", 2)),
        ("A fifth case was confirmed.", ("cases", 5)),
    ],
)
def test_an_ordinal_tells_how_many_by_now(text: str, told: tuple[str, int]) -> None:
    assert [(name, number) for name, _, _, number in nths(text)] == [told]


def test_an_ordinal_of_something_else_counts_nobody() -> None:
    assert not list(nths("The third patient was sent home."))
    assert not list(nths("It was the second visit this week."))


def test_one_person_of_any_calling_can_be_the_one() -> None:
    assert [name for name, _, _ in ones("An inmate died on Wednesday.")] == ["deaths"]
