"""Names that stand beside the description of who spoke are found: who gave her name as Poe, a driver named Poe, Ann Poe, who."""

from __future__ import annotations

import pytest

from tests.text.test_antecedents import found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"We wait," said one passenger, who gave her name only as Mirel.', "Mirel"),
        ('"We wait," said a passenger who identified himself as Bo Lee.', "Bo Lee"),
        ('"The river took it," a farmer named Ada Roe told the inquiry.', "Ada Roe"),
        ('Commander of the Coast Guard Captain Ada Roe, in turn, told the paper that the sea "is calm."', "Ada Roe"),
    ],
)
def test_a_name_beside_a_description_is_who_spoke(text: str, name: str) -> None:
    assert [s.name for s in found(text) if s.source] == [name]


def test_whom_a_description_calls_something_is_not_who_spoke() -> None:
    assert all(s.name != "Bo Lee" for s in found('One minister called Bo Lee "a gift to the other side".'))


def test_a_spokesman_for_somebody_is_not_that_one() -> None:
    assert all(s.name != "Bo Lee" for s in found('A friend of Bo Lee said it was "a sad day".'))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Vice-Premier Ada Roe has called for "swift and orderly" repairs.', "Vice-Premier Ada Roe"),
        ('Its secretary-general, Bo Lee, described the vote as "a test".', "Its secretary-general, Bo Lee"),
    ],
)
def test_a_title_with_a_hyphen_is_part_of_who_spoke(text: str, who: str) -> None:
    assert [text[slice(*s.source)] for s in found(text) if s.source] == [who]
