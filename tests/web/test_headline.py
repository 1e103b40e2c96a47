"""What stands over a brief: an act told as fact, at the top of its page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from readout.records import Evidence
from readout.web import headline as over
from readout.web.lines import Line


def line(about: str, text: str, at: int = 0, voices: int = 1) -> Line:
    return Line(about, "", text, "", (Evidence("d", at, at + len(text)),), (), (voices, voices))


def chosen(monkeypatch: Any, *lines: Line, denied: str = "") -> str:
    acts = {str(x.about): SimpleNamespace(occurrence_id=x.about, type=None, status="happened", actors=(), recipients=()) for x in lines}
    pile = SimpleNamespace(occurrences=acts, attributions={})
    monkeypatch.setattr(over, "clearest", lambda *_: None)
    monkeypatch.setattr(over, "names_party", lambda *_: True)
    monkeypatch.setattr(over, "contested", lambda _, act: act.occurrence_id == denied)
    monkeypatch.setattr(over, "meant", lambda _, span: [] if span.start % 2 == 0 else ["“he”: Ro"])
    found = over.headline(pile, [("happened", x) for x in lines])  # type: ignore[arg-type]  # a stand-in
    return str(found.about) if found else ""


def test_the_weightiest_of_what_stands_at_the_top(monkeypatch: Any) -> None:
    lines = (line("call", "Weld rang the mayor.", 4000, 3), line("march", "Millers marched.", 90, 2), line("fire", "The mill burned down.", 0, 1))
    assert chosen(monkeypatch, *lines) == "march"


def test_not_what_is_denied_nor_what_hangs_on_the_day_of_its_page_nor_on_a_pronoun(monkeypatch: Any) -> None:
    fire, theft = line("fire", "The mill burned down."), line("theft", "Millers robbed the bank.", 0, 5)
    assert chosen(monkeypatch, theft, fire, denied="theft") == "fire"
    assert chosen(monkeypatch, line("today", "The strike enters its ninth day today.", 0, 5), fire) == "fire"
    assert chosen(monkeypatch, line("he", "The envoy said he was ill.", 31, 5), fire) == "fire"


def test_an_object_that_its_own_sentence_names_keeps_nothing_from_the_top(monkeypatch: Any) -> None:
    freed = line("freed", "The band freed nine millers, handing them to the mayor.", 31, 5)
    monkeypatch.setattr(over, "OBJECTS", ("“he”",))
    assert chosen(monkeypatch, freed, line("fire", "The mill burned down.")) == "freed"


def test_what_is_demanded_or_ahead_stands_over_a_brief_only_where_nothing_happened(monkeypatch: Any) -> None:
    monkeypatch.setattr(over, "meant", lambda *_: [])
    monkeypatch.setattr(over, "claimed", lambda *_: False)
    monkeypatch.setattr(over, "names_party", lambda *_: True)
    plan, fire = line("plan", "Weld will come."), line("fire", "The mill burned down.")
    assert over.headline(SimpleNamespace(), [("ahead", plan), ("happened", fire)]) == fire  # type: ignore[arg-type]  # a stand-in
    assert over.headline(SimpleNamespace(), [("ahead", plan)]) == plan  # type: ignore[arg-type]  # a stand-in
