"""A label never contradicts its sentence; what a later page tells as done is planned no more."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.web.fates import gainsaid, overtaken, senseless


@pytest.mark.parametrize(("status", "words"), [
    ("cancelled", "The chancellor's trip to Odra has not been cancelled, her office said."),
    ("cancelled", "The guild said it had no plans to call off the march."),
    ("cancelled", "The fair will go ahead as planned, the mayor said."),
    ("cancelled", "Nothing has been scrapped, said the envoy, and the visit stands."),
    ("postponed", "The hearing, put off twice, began on Monday."),
    ("postponed", "The talks had begun on Saturday in a hotel near the lake."),
    ("postponed", "The vote was not postponed, the clerk said."),
    ("planned", "A second round, planned for Tuesday, never took place."),
    ("planned", "The march was to have begun at noon but nobody came."),
    ("planned", "The envoy had been due to fly to Lisk but stayed at home."),
    ("planned", "The planned visit was called off hours before it was to start."),
    ("planned", "The meeting set for Friday did not take place."),
    ("proposed", "The talks that Varn had proposed fell through on Monday."),
    ("planned", "The strike, which the guild had planned for May, has ended."),
    ("planned", "Marn said that he would return to his desk the next day, and he did."),
])  # fmt: skip
def test_words_that_tell_another_fate_gainsay_the_label(status: str, words: str) -> None:
    assert gainsaid(status, words)


@pytest.mark.parametrize(("status", "words"), [
    ("cancelled", "The chancellor cancelled her trip to Odra."),
    ("cancelled", "The march was called off and will not take place."),
    ("postponed", "The hearing was put off until May."),
    ("postponed", "The hearing, which was to have begun on Monday, was postponed."),
    ("planned", "The council will meet on Tuesday."),
    ("planned", "The guild plans to march unless its members are paid."),
    ("planned", "The envoy will fly to Lisk, where talks began on Monday."),
    ("planned", "The minister said that he would not come but that his deputy would attend."),
    ("happened", "The talks had begun on Saturday."),
    ("refused", "The minister refused to cancel the fair."),
])  # fmt: skip
def test_words_that_tell_the_same_fate_do_not(status: str, words: str) -> None:
    assert not gainsaid(status, words)


def event(words: str, status: str, doc: str, who: str, occurrence: str) -> Any:
    return SimpleNamespace(doc_id=doc, start=0, end=len(words), status=status, actors=(SimpleNamespace(entity_id=who),), recipients=(),
                           occurrence_id=occurrence, words=words, date_start=None)  # fmt: skip


def pile(*events: Any, days: dict[str, str | None]) -> Any:
    text = {e.doc_id: e.words for e in events}
    return SimpleNamespace(
        documents={d: SimpleNamespace(published=day) for d, day in days.items()}, 
        ended_of={p.entity_id: [e] for e in events for p in e.actors if e.status == "happened"},
        words=lambda e: text[e.doc_id],
    )  # fmt: skip


def test_a_plan_that_a_later_page_tells_as_done_or_off_is_overtaken() -> None:
    plan, done = event("resigning", "planned", "a", "Weld", "o1"), event("resigned", "happened", "b", "Weld", "o2")
    assert overtaken(pile(plan, done, days={"a": "2031-05-02", "b": "2031-05-04"}), plan)
    assert not overtaken(pile(plan, done, days={"a": "2031-05-04", "b": "2031-05-02"}), plan)
    assert not overtaken(pile(plan, done, days={"a": "2031-05-02", "b": None}), plan)
    other = event("resigned", "happened", "b", "Marn", "o2")
    assert not overtaken(pile(plan, other, days={"a": "2031-05-02", "b": "2031-05-04"}), plan)


@pytest.mark.parametrize(("kind", "status", "holder", "nonsense"), [
    ("ACCUSE", "cancelled", "cancel", True), ("ACCUSE", "cancelled", "drop", False), ("REJECT", "postponed", None, True),
    (None, "cancelled", "cancel", True), (None, "refused", "refuse", True), ("ACCUSE", "refused", "refusal", False),
    ("CONSULT", "cancelled", "cancel", False), ("REQUEST", "cancelled", "withdraw", False), ("ACCUSE", "denied", None, False),
])  # fmt: skip
def test_what_is_said_or_befalls_is_not_called_off(kind: str | None, status: str, holder: str | None, nonsense: bool) -> None:
    event: Any = SimpleNamespace(holder=holder)
    assert senseless(kind, status, event) == nonsense
