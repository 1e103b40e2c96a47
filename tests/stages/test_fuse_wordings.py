"""What the words around an act in its sentence make of it."""

import pytest

from readout.records import Participant
from readout.stages.fuse.tellings import WOULD_WHEN, no_guest
from tests.stages.fusing import event, fused, page
from tests.stages.test_fuse_undone import words


@pytest.mark.parametrize(
    ("before", "waits"),
    [
        ("The strike would be called off once the ministry had ", True),
        ("She said that all of it would be settled when the envoy ", True),
        ("The Fund said that it would delay the payment, hours after crowds ", False),
        ("Nobody would have bet on last Monday, when the fleet ", False),
        ("\u201cWe would not share a table,\u201d he said when they first ", False),
    ],
)
def test_what_would_follow_an_act_leaves_it_ahead_only_in_its_own_clause(before: str, waits: bool) -> None:
    assert bool(WOULD_WHEN.search(before)) is waits


def test_who_would_not_hear_of_it_has_turned_it_down() -> None:
    text = "Ostrava would not hear of a mediator."
    one = page("one", text)
    told = fused([one], [event(one, "hear", "REJECT", ["Ostrava"], status="negated")])[0]
    assert [o.status for o in told] == ["happened"]


def test_who_have_not_met_since_a_day_met_then() -> None:
    text = "Ana Kol and Ilir Ruse have not met since March 2021."
    one = page("one", text)
    told = fused([one], [event(one, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="negated")])[0]
    assert [o.status for o in told] == ["historical"]


@pytest.mark.parametrize(
    ("text", "verb", "noun", "lemma", "thing"),
    [
        ("Ostrava received a request.", "received", "request", "request", True),
        ("Ostrava hosted the talks.", "hosted", "talks", "talk", False),
        ("Ostrava received a delegation.", "received", "delegation", "delegation", False),
        ("Ostrava met a go-between.", "met", "go-between", "go-between", False),
        ("Ostrava met the deadline.", "met", "deadline", "deadline", True),
    ],
)
def test_only_a_thing_that_is_received_is_no_guest(text: str, verb: str, noun: str, lemma: str, thing: bool) -> None:
    one = page("one", text)
    parsed = words(
        text, ("Ostrava", "PROPN", "Ostrava", 1, "nsubj"), (verb, "VERB", {"met": "meet", "hosted": "host"}.get(verb, "receive"), -1, "root"),
        (noun, "NOUN", lemma, 1, "obj"),
    )  # fmt: skip
    assert no_guest(parsed, event(one, verb, "CONSULT", ["Ostrava"])) is thing


def test_who_has_been_received_is_the_guest() -> None:
    text = "It is the first time in years that an envoy has been received."
    one = page("one", text)
    parsed = words(
        text, ("that", "PRON", "that", 2, "obj"), ("envoy", "NOUN", "envoy", 2, "nsubj:pass"), ("received", "VERB", "receive", -1, "root"),
    )  # fmt: skip
    who = Participant(None, "envoy", text.index("envoy"), text.index("envoy") + 5, None, None)
    assert not no_guest(parsed, event(one, "received", "CONSULT", [], recipients=(who,)))
