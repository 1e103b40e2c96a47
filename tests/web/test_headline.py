"""What stands over a brief: of the lines that can be read alone the one that most likely tells what the pile is about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.api import Record
from readout.pile import Pile
from readout.records import Evidence
from readout.web import headline as over
from readout.web.choosing import chosen
from readout.web.lines import Line


def line(about: str, text: str, at: int = 0, voices: int = 1) -> Line:
    return Line(about, "", text, "", (Evidence("d", at, at + len(text)),), (), (voices, voices))


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Choose among lines whose chances are given by what they are about; odd places lean on a pronoun."""
    monkeypatch.setattr(over, "around_of", lambda _: SimpleNamespace())
    monkeypatch.setattr(over, "signs", lambda _, __, line: line.about)
    monkeypatch.setattr(over, "meant", lambda _, span: [] if span.start % 2 == 0 else ["“he”: Ro"])

    def choose(chances: dict[str, float], *lines: Line, denied: str = "") -> str:
        monkeypatch.setattr(over, "weights", lambda: SimpleNamespace(chance=lambda about: chances[about]))
        monkeypatch.setattr(over, "contested", lambda _, act: act == denied)
        pile: Any = SimpleNamespace(occurrences={str(x.about): x.about for x in lines})
        found = over.headline(pile, [("demanded", x) for x in lines])
        return str(found.about) if found else ""

    return choose


def test_the_likeliest_whatever_its_section(first: Any) -> None:
    assert first({"call": 0.2, "march": 0.7}, line("call", "Weld rang the mayor."), line("march", "Millers marched.")) == "march"
    assert first({}) == ""


def test_not_what_is_denied_nor_what_hangs_on_the_day_of_its_page_nor_on_a_pronoun(first: Any) -> None:
    fire, chances = line("fire", "The mill burned down."), {"fire": 0.1, "theft": 0.9, "today": 0.9, "he": 0.9}
    assert first(chances, line("theft", "Millers robbed the bank."), fire, denied="theft") == "fire"
    assert first(chances, line("today", "The strike enters its ninth day today."), fire) == "fire"
    assert first(chances, line("he", "The envoy said he was ill.", 31), fire) == "fire"


def test_an_object_that_its_own_sentence_names_keeps_nothing_from_the_top(first: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(over, "OBJECTS", ("“he”",))
    freed = line("freed", "The band freed nine millers, handing them to the mayor.", 31)
    assert first({"freed": 0.9, "fire": 0.1}, freed, line("fire", "The mill burned down.")) == "freed"


def test_every_line_of_an_act_has_the_signs_that_are_weighed(made: Record) -> None:
    pile = Pile(made)
    around = over.around_of(pile)
    told = [over.signs(pile, around, line) for _, line in chosen(pile) if around and line.text]
    weighed = {name for name, _ in over.weights().listed}
    assert told and all(set(signs) == weighed for signs in told)
