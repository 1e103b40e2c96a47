"""How much stands behind a line: no more voices than pages, and only pages that tell the same act."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.pile import Told
from readout.records import Evidence
from readout.web.behind import Behind, akin, behind


def test_a_range_and_what_more_likely_tell_are_told_apart() -> None:
    assert Behind(1, 1, 1, 0, 3, 3).in_words() == "1 voice, 1 page; 3 more pages likely tell it"
    assert Behind(1, 1, 1, 0, 3).in_words() == "1 voice, 1 page"
    assert Behind(1, 2, 3, 1, 0).in_words() == "1 to 2 voices, 3 pages, 1 of them a copy"
    assert Behind(4, 4, 4, 3, 0).in_words() == "4 voices, 4 pages, 3 of which have it from elsewhere"
    assert Behind(1, 1, 2, 2, 4, 1).in_words() == "1 voice, 2 pages, all of which have it from elsewhere; 1 more page likely tells it"


def event(doc: str, words: str, sentence: str, **more: Any) -> Any:
    values = {"type": "CONSULT", "mode": None, "status": "happened", "date_start": None, "date_end": None, "date_basis": None,
              "who": (), **more}  # fmt: skip
    at = sentence.index(words)
    taking = tuple(SimpleNamespace(entity_id=w) for w in values.pop("who"))
    return SimpleNamespace(doc_id=doc, event_id=doc, start=at, end=at + len(words), actors=taking[:1], recipients=taking[1:],
                           sentence=sentence, **values)  # fmt: skip


def pile(*events: Any) -> Any:
    text = {e.doc_id: e.sentence for e in events}
    told = [Told(e, Evidence(e.doc_id, 0, len(e.sentence))) for e in events]
    reports = [SimpleNamespace(doc_id=e.doc_id, origin_id=f"o{e.doc_id}", is_copy=False) for e in events]
    return SimpleNamespace(words=lambda e: text[e.doc_id][e.start : e.end], entities={}, unjoined={}, told=lambda _: told,
                           score=lambda _: None, documents={doc: SimpleNamespace(kind="original") for doc in text},
                           reports_of={"occ": reports})  # fmt: skip


def act(**more: Any) -> Any:
    return SimpleNamespace(occurrence_id="occ", type="CONSULT", actors=("weld",), recipients=(), voices_low=2, voices_high=6, reports=3,
                           copies=0, **more)  # fmt: skip


@pytest.fixture(autouse=True)
def words_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.web.behind.retells", lambda *_: True)  # judged by its own signs: test_retold.py
    monkeypatch.setattr("readout.web.likely.likeness", lambda *_: 0.9)


CALL = "Ana Weld rang the mayor of Lisk on Saturday."
OFFER = "On Thursday Ana Weld offered to mediate."
NEXT = "Ana Weld rang the mayor again in June."


def test_pages_that_tell_another_act_are_no_voices_for_a_sentence() -> None:
    rang = event("a", "rang", CALL, who=("weld", "mayor"), date_start="2031-05-03", date_basis="relative")
    offer = event("b", "mediate", OFFER, who=("weld",), status="planned", date_start="2031-05-01", date_basis="relative")
    later = event("c", "rang", NEXT, who=("weld", "mayor"), date_start="2031-06-01", date_end="2031-06-30", date_basis="relative")
    made = pile(rang, offer, later)
    found = behind(made, act(), made.told("occ")[0])
    assert (found.low, found.high, found.pages) == (1, 1, 1)
    assert found.more >= 2


def test_pages_that_tell_the_act_of_two_who_met_that_day_are() -> None:
    rang = event("a", "rang", CALL, who=("weld", "mayor"), date_start="2031-05-03", date_basis="relative")
    other = event("b", "spoke", "The two spoke by telephone.", who=("mayor", "weld"))
    third = event("c", "call", "Weld's call came on Saturday.", who=("weld",), date_start="2031-05-03", date_basis="relative")
    made = pile(rang, other, third)
    one, two, three = made.told("occ")
    assert akin(made, one, two) and akin(made, one, three)
    found = behind(made, act(), one)
    assert (found.low, found.high, found.pages, found.more) == (2, 3, 3, 0)


def test_what_was_done_is_not_told_by_who_tells_it_as_called_off_nor_of_other_people() -> None:
    rang = event("a", "rang", CALL, who=("weld", "mayor"))
    off = event("b", "rang", "Weld never rang the mayor.", who=("weld", "mayor"), status="negated")
    others = event("c", "rang", "The envoy rang his sister.", who=("envoy", "sister"))
    made = pile(rang, off, others)
    one, two, three = made.told("occ")
    assert not akin(made, one, two) and not akin(made, one, three)


def test_only_pages_that_likely_tell_it_are_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    rang = event("a", "rang", CALL, who=("weld", "mayor"))
    off = event("b", "rang", "Weld never rang the mayor.", who=("weld", "mayor"), status="negated")
    made = pile(rang, off)
    shown = made.told("occ")[0]
    for likely, pages in ((True, 1), (False, 0)):
        monkeypatch.setattr("readout.web.behind.likely", lambda *_, found=likely: found)
        found = behind(made, act(), shown)
        assert (found.likely, found.more) == (pages, found.more) and found.more >= 1
