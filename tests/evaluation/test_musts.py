"""What counts as told of an editor's list: small examples that also must fail."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from evaluation.musts import gives, holds, tells, words_of
from readout.records import Evidence
from readout.web.lines import Line, Part


def finding(*values: str) -> dict[str, Any]:
    return {"values": [{"value": v} for v in values]}


@pytest.mark.parametrize(("words", "value", "there"), [
    ("police put the crowd at 8,000", "8,000", True),
    ("police put the crowd at 80,000", "8,000", False),
    ("they blamed a corroded valve", "a corroded valve on the tank", True),
    ("they blamed the weather", "a corroded valve on the tank", False),
])  # fmt: skip
def test_a_value_is_there_with_all_its_numbers_or_half_its_longer_words(words: str, value: str, there: bool) -> None:
    assert holds(words_of(words.replace(",", "")), value) is there


def test_a_finding_is_told_by_two_of_its_values_in_one_line() -> None:
    parts = (Part("9", "nine died", "", ()), Part("23", "the toll rose to 23", "", ()))
    line = Line("fin:1", "Number of dead", "", "", (), parts)
    assert gives(line, finding("at least 9", "23", "37")) and gives(line, finding("23"))
    assert not gives(line, finding("23", "37")) and not gives(line, finding("40"))


def test_an_act_is_told_where_most_of_its_words_stand() -> None:
    act = {"mentions": [{"external_id": "a", "words": "The minister resigned on Monday evening"}]}
    pack = SimpleNamespace(page_of={"d": "a", "e": "b"}, places=lambda *_: [(100, 140)])
    none: frozenset[str] = frozenset()
    assert tells(pack, act, Evidence("d", 90, 150), none)  # type: ignore[arg-type]  # a stand-in
    assert not tells(pack, act, Evidence("d", 0, 105), none)  # type: ignore[arg-type]  # a stand-in
    assert not tells(pack, act, Evidence("e", 90, 150), none)  # type: ignore[arg-type]  # a stand-in
    copied = frozenset(words_of("The minister resigned on Monday evening, a copy says"))
    assert tells(pack, act, Evidence("e", 90, 150), copied)  # type: ignore[arg-type]  # a stand-in
