"""Plans that lie ahead no more: the day they are due, what later pages tell, and how sure it is that they are plans."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.pile import Told
from readout.records import Evidence
from readout.web import lapsed

PLAN, DEED = "The envoy will visit Lisk.", "The envoy visited Lisk."


def event(doc: str, words: str, sentence: str, status: str, **more: Any) -> Any:
    at = sentence.index(words)
    values = {"type": "CONSULT", "date_start": None, "date_end": None, "date_basis": None, "holder": None, "status_chance": 0.8, **more}
    who = (SimpleNamespace(entity_id="envoy"),)
    return SimpleNamespace(doc_id=doc, event_id=doc, start=at, end=at + len(words), status=status, actors=who, recipients=(), **values)


@pytest.fixture
def pile(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(lapsed, "likeness", lambda *_: 0.9)
    text = {"a": PLAN, "b": DEED}
    days = {"a": SimpleNamespace(published="2031-03-11"), "b": SimpleNamespace(published="2031-03-14")}
    done = event("b", "visited", DEED, "happened")
    return SimpleNamespace(
        documents=days, words=lambda e: text[e.doc_id][e.start : e.end], ended_of={"envoy": [done]},
        sentence=lambda doc, _: Evidence(doc, 0, len(text[doc])),
    )  # fmt: skip


def told(**more: Any) -> Told:
    return Told(event("a", "visit", PLAN, "planned", **more), Evidence("a", 0, len(PLAN)))


def test_a_deed_of_a_later_page_and_a_day_before_the_last_page_are_signs(pile: Any) -> None:
    signs = lapsed.signs(pile, told(date_start="2031-03-13", date_basis="stated"), "2031-03-14")
    assert signs["due before"] == signs["deed of kind"] == signs["deed by word"] == 1.0 and signs["deed alike"] == 0.9
    assert signs["due after"] == signs["last page"] == 0.0
    assert lapsed.signs(pile, told(date_start="2031-04-01", date_basis="stated"), "2031-03-14")["due after"] == 1.0


def test_what_is_due_after_the_last_page_more_likely_lies_ahead(pile: Any) -> None:
    chance = lapsed.weights().chance
    due = [chance(lapsed.signs(pile, told(date_start=day, date_basis="stated"), "2031-03-14")) for day in ("2031-03-12", "2031-04-01")]
    assert due[0] > lapsed.weights().threshold > due[1] - 0.5 and due[0] > due[1]


def test_every_sign_is_weighed(pile: Any) -> None:
    assert set(lapsed.signs(pile, told(), "2031-03-14")) >= {name for name, _ in lapsed.weights().listed}


def test_an_act_lies_ahead_as_long_as_one_page_likely_tells_it_so(pile: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = [told(), told(holder="old")]
    pile.told = lambda _: plans
    monkeypatch.setattr(lapsed, "over", lambda _, t, __: t.event.holder == "old")
    act: Any = SimpleNamespace(occurrence_id="occ")
    assert not lapsed.lapsed(pile, act, "2031-03-14")
    monkeypatch.setattr(lapsed, "over", lambda *_: True)
    assert lapsed.lapsed(pile, act, "2031-03-14") and not lapsed.lapsed(pile, act, "")
