"""fuse: who only offers has not given; an offer taken up is; one turned down right behind it is refused."""

from __future__ import annotations

from readout.records import Parse
from tests.stages.fusing import event, fused, on, page
from tests.stages.test_fuse_undone import words

OFFERS = "Ana Kol offered her resignation on Friday."
OFFERED = words(
    OFFERS, ("Ana", "PROPN", "Ana", 2, "nsubj"), ("Kol", "PROPN", "Kol", 0, "flat"), ("offered", "VERB", "offer", -1, "root"),
    ("her", "PRON", "her", 4, "nmod:poss"), ("resignation", "NOUN", "resignation", 2, "obj"), ("on", "ADP", "on", 6, "case"),
    ("Friday", "PROPN", "Friday", 2, "obl"),
)  # fmt: skip


def statuses(text, parsed, trigger, kind):
    """Give type and status of what one page tells of Ana Kol."""
    one = page("one", text)
    told = event(one, trigger, kind, ["Ana Kol"])
    return {(o.type, o.status) for o in fused([one], [told], parses=[Parse(one.doc_id, 0, len(text), parsed)])[0]}


def test_a_resignation_offered_is_proposed_and_has_a_row():
    assert statuses(OFFERS, OFFERED, "offered", "RETREAT") == {("RETREAT", "proposed")}


def test_an_offer_taken_up_in_the_same_breath_stays_done():
    text = "Ana Kol offered a truce, which was accepted."
    parsed = words(
        text, ("Ana", "PROPN", "Ana", 2, "nsubj"), ("Kol", "PROPN", "Kol", 0, "flat"), ("offered", "VERB", "offer", -1, "root"),
        ("a", "DET", "a", 4, "det"), ("truce", "NOUN", "truce", 2, "obj"),
    )  # fmt: skip
    assert statuses(text, parsed, "offered", "AGREE") == {("AGREE", "happened")}


def test_an_apology_offered_is_given():
    text = "Ana Kol offered an apology."
    parsed = words(
        text, ("Ana", "PROPN", "Ana", 2, "nsubj"), ("Kol", "PROPN", "Kol", 0, "flat"), ("offered", "VERB", "offer", -1, "root"),
        ("an", "DET", "an", 4, "det"), ("apology", "NOUN", "apology", 2, "obj"),
    )  # fmt: skip
    assert statuses(text, parsed, "offered", "CONCEDE") == {("CONCEDE", "happened")}


def test_who_renews_an_offer_has_offered():
    text = "Ana Kol renewed the offer of a truce."
    parsed = words(
        text, ("Ana", "PROPN", "Ana", 2, "nsubj"), ("Kol", "PROPN", "Kol", 0, "flat"), ("renewed", "VERB", "renew", -1, "root"),
        ("the", "DET", "the", 4, "det"), ("offer", "NOUN", "offer", 2, "obj"),
    )  # fmt: skip
    assert statuses(text, parsed, "renewed", "AGREE") == {("AGREE", "proposed")}


def test_an_offer_that_the_next_sentence_turns_down_is_refused():
    text = f"{OFFERS} Ilir Ruse turned it down."
    one = page("one", text)
    events = [
        event(one, "offered", "RETREAT", ["Ana Kol"]),
        event(one, "turned", "REJECT", ["Ilir Ruse"]),
    ]
    found = fused([one], events, parses=[Parse(one.doc_id, 0, len(text), OFFERED)])[0]
    assert ("RETREAT", "refused") in {(o.type, o.status) for o in found}


def test_an_exercise_moved_back_by_a_month_is_put_off():
    text = "Ana Kol has moved the exercise back by a month."
    parsed = words(
        text, ("Ana", "PROPN", "Ana", 3, "nsubj"), ("Kol", "PROPN", "Kol", 0, "flat"), ("has", "AUX", "have", 3, "aux"),
        ("moved", "VERB", "move", -1, "root"), ("the", "DET", "the", 5, "det"), ("exercise", "NOUN", "exercise", 3, "obj"),
    )  # fmt: skip
    assert statuses(text, parsed, "moved", "MOBILIZE") == {("MOBILIZE", "postponed")}


def test_the_day_on_which_something_was_offered_is_not_that_for_which_it_was_planned():
    plan = page("plan", "Ostrava offered on Sunday to mediate.", "2025-03-10")
    other = page("other", "Marn agreed to the mediation of Ostrava.", "2025-03-12")
    events = [
        event(plan, "mediate", "CONSULT", ["Ostrava"], status="planned", holder="offer", **(on("2025-03-09") | {"date_basis": "relative"})),
        event(other, "mediation", "CONSULT", ["Ostrava"]),
    ]
    assert "happened" not in {o.status for o in fused([plan, other], events)[0] if o.type == "CONSULT"}


def test_an_offer_that_the_sentence_says_was_refused_is_refused_itself():
    one = page("one", OFFERS)
    told = event(one, "offered", "RETREAT", ["Ana Kol"], status="refused", coded_type="REJECT")
    made = fused([one], [told], parses=[Parse(one.doc_id, 0, len(OFFERS), OFFERED)])[0]
    assert {(o.type, o.status) for o in made} == {("RETREAT", "refused")}
