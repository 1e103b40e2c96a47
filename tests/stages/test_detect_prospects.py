"""What lies ahead though no word of will governs it, and what is done by another act, in short invented sentences."""

from __future__ import annotations

import pytest

from readout.lexicon.events import event_words
from readout.records import Word
from readout.text.event_denials import with_denials
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree
from tests.stages.test_detect import english, read

AHEAD = [
    ("The premier called the council to an emergency session on Monday evening.", "CONSULT"),
    ("It would be the first time since 2017 that ministers of the two countries met.", "CONSULT"),
    ("A new meeting, chaired by the mediator Ana Kol, is planned for Friday.", "CONSULT"),
    ("President Poe flies to Norland today.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "kind"), AHEAD)
def test_what_only_lies_ahead_is_planned(text: str, kind: str) -> None:
    found = [f[2] for f in read(text) if f[0] == kind]
    assert found
    assert set(found) <= {"planned", "proposed"}


DONE = [
    ("A panel led by a retired judge was appointed on Thursday to look into the ambush.", "ACCUSE"),
    ("The company has commissioned a law firm to investigate the payments.", "ACCUSE"),
    ("Supporters of the mayor blocked the road on Friday to demand his release.", "REQUEST"),
    ("A month before, parliament had voted to lift his immunity.", "CONCEDE"),
    ("A general strike called by the union closed most shops in the capital.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "kind"), DONE)
def test_what_is_done_by_another_act_is_done(text: str, kind: str) -> None:
    assert (kind, "happened") in [(f[0], f[2]) for f in read(text)]


OPEN = [
    ("The cabinet will appoint a panel to look into the ambush.", "ACCUSE"),
    ("The union called a general strike for Monday.", "PROTEST"),
    ("Parliament did not vote to lift his immunity.", "CONCEDE"),
    ("Several hundred people want to march to the ministry to demand his release.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "kind"), OPEN)
def test_what_is_not_done_itself_does_nothing(text: str, kind: str) -> None:
    assert "happened" not in [f[2] for f in read(text) if f[0] == kind]


def test_an_act_reported_but_denied_in_the_same_breath_is_denied() -> None:
    text = "The arrest of the admiral was reported by two stations on Friday but denied by the prosecutor."
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    found = with_denials(tree, read_events(tree, event_words()))
    assert ("COERCE", "denied") in [(f.frame.type, f.reading.status) for f in found]


def test_what_holds_contrary_to_reports_denies_them() -> None:
    text = "The border remains open, contrary to reports that police had sealed it."
    assert "happened" not in [f[2] for f in read(text) if f[0] == "COERCE"]
    assert "reported" not in [f[2] for f in read(text) if f[0] == "COERCE"]


def test_what_a_clause_of_a_pact_obliges_somebody_to_do_is_not_done() -> None:
    text = "They agreed to change clause 14, which obliges the rebels to hand in their weapons by the end of March."
    assert "happened" not in [f[2] for f in read(text) if f[0] == "RETREAT"]
