"""Which passages count for a sentence, and which lines are shown: small examples and laws of the two judges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.api import Record
from readout.pile import Pile
from readout.records import Evidence
from readout.web import brief, choosing, differences, retold, sheet, sound
from readout.web.brief import compose
from readout.web.standing import pointed


def test_the_same_words_retell_each_other(made: Record) -> None:
    pile = Pile(made)
    for page in pile.sentences_of.values():
        at = Evidence(page[0].doc_id, page[0].start, page[0].end)
        assert retold.likeness(pile, at, at) == 1.0


def test_the_short_brief_leaves_out_what_is_not_sound_and_the_full_one_does_not(
    made: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compose(Pile(made), full=True)
    monkeypatch.setattr(brief, "sound", lambda *_: False)
    monkeypatch.setattr(choosing, "chance", lambda *_: 0.0)
    monkeypatch.setattr(differences, "judges", lambda: tuple(replace(j, threshold=1.0) for j in JUDGES))
    judged = ("happened", "agreed", "demanded", "ahead", "off", "disputed", "relations")
    assert not any(s.lines for s in compose(Pile(made)).sections if s.name in judged)
    assert compose(Pile(made), full=True) == whole


JUDGES = differences.judges()


def test_every_line_has_a_chance(made: Record) -> None:
    pile = Pile(made)
    judged = [s for s in compose(pile, full=True).sections if s.name in ("happened", "relations")]
    assert judged and all(0 < sound.chance(pile, s.name, line) < 1 for s in judged for line in s.lines)


@pytest.mark.parametrize("words", [
    "who had been sent home", "leaving the clerks to lock up", "in which the ferry had been lost", "talks: holding out for more",
])  # fmt: skip
def test_half_a_sentence_is_no_line(words: str) -> None:
    assert sheet.HEADLESS.match(words)


@pytest.mark.parametrize(("words", "there"), [
    ("The guild called the decision unlawful and left.", False),
    ("The guild condemned the decision as unlawful.", True),
    ("The mayor decided to close the pier, and the decision was upheld.", False),
    ("The brewers dismissed the offer.", True),
    ("The brewers dismissed the offer of two barrels.", False),
])  # fmt: skip
def test_a_decision_that_no_word_tells_cannot_stand_alone(words: str, there: bool) -> None:
    assert pointed(words) is there


def test_a_condition_left_out_is_told() -> None:
    found = sheet.CONDITION_BEHIND.match(", unless the pier was opened by May.")
    assert found and found["told"] == "unless the pier was opened by May"


@pytest.mark.parametrize("name", ["-General", "Guild of Millers accused the council", "Lisk Mrs. Weld"])
def test_a_torn_name_is_none(name: str) -> None:
    assert sheet.TORN.search(name)
