"""Weighing how an act stands: a dispute needs two sides who speak of one act at one time."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from readout.records import Evidence, Occurrence
from readout.stages.weigh.judge import judge
from readout.stages.weigh.statuses import of_another, witnesses
from readout.stages.weigh.values import Said
from tests.stages.fusing import event, on, page


def told(status: str, doc: str, giver: str | None, written: str = "2024-06-04", day: str | None = None, word: str = "raid") -> Said:
    """Write one telling of a status."""
    return Said("status", status, None, None, False, frozenset((word,)), Evidence(doc, 0, 4), (doc,), written, giver,
                giver=giver, day=day)  # fmt: skip


FACT = told("happened", "a", "the guild")


@pytest.mark.parametrize(
    ("done", "denied", "agreement"),
    [
        (FACT, told("denied", "b", "the mayor"), "partly"),
        # who denies an offer to leave on Tuesday may have left on Thursday
        (told("happened", "a", "the club", "2024-06-08", "2024-06-06"), told("denied", "b", "Ada Brenn"), "compatible"),
        (told("happened", "a", "the police"), told("denied", "a", "police officer on duty"), "compatible"),
        (told("happened", "a", "the police"), told("denied", "b", "the police union"), "partly"),
        (FACT, told("denied", "b", "the mayor", word="gift"), "compatible"),  # of another act: their words have nothing in common
    ],
)
def test_a_denial_differs_from_what_another_side_tells_as_done_by_then(done, denied, agreement):
    assert judge("status", [[done], [denied]]).agreement == agreement


@pytest.mark.parametrize(("day", "other"), [("2024-03-04", True), ("2024-06-01", False)])
def test_what_was_called_off_long_before_an_act_is_another(day, other):
    told_of = page("a", "Ana Kol called off a first visit.")
    visit = event(told_of, "visit", "CONSULT", ["Ana Kol"], status="cancelled", **on(day))
    held = Occurrence("occ:1", "CONSULT", "CONSULT", "", (), (), "2024-06-03", None, None, "happened", 1, 0, 1, 1)
    assert of_another(visit, held) is other


@pytest.mark.parametrize(
    ("outlet", "giver", "left"),
    [
        ("Harbour Post", "Papers and broadcasters", ["denied"]),  # what the press is said to report
        ("Ministry of the Sea of Velm", "two pilots", ["denied"]),  # whose page it is denies it
        ("Harbour Post", "two pilots", ["happened", "denied"]),  # a paper that lets both speak
    ],
)
def test_who_tells_an_act_only_to_deny_it_is_no_witness_of_it(outlet, giver, left):
    documents = {"doc:a": replace(page("a", "Patrols were moved."), outlet=outlet)}
    said = [told("happened", "doc:a", giver), told("denied", "doc:a", "Ministry of the Sea")]
    assert [s.value for s in witnesses(said, SimpleNamespace(documents=documents))] == left
