"""fuse: what became of aid, embargoes and offers; who denies, who turns down, whose government."""

from __future__ import annotations

from readout.records import Parse, Participant
from readout.stages.fuse.worth import inside_marks
from readout.text.home_side import home_of
from tests.stages.fusing import event, fused, on, page
from tests.stages.test_fuse_undone import words


def kinds(*made):
    """Give type and status of the occurrences made of some pages and events."""
    return {(o.type, o.status) for o in fused(*made)[0]}


def test_aid_that_is_suspended_is_a_sanction_that_took_place():
    one = page("one", "Ostrava is suspending its aid to Marn.")
    ends = event(one, "aid", "AID", ["Ostrava"], status="cancelled", coded_type="SANCTION", holder="suspend")
    assert kinds([one], [ends]) == {("SANCTION", "happened")}


def test_an_embargo_that_is_scrapped_before_it_began_stays_a_plan_called_off():
    one = page("one", "Ostrava scraps the planned embargo against Marn.")
    off = event(one, "embargo", "SANCTION", ["Ostrava"], status="cancelled", coded_type="RETREAT", holder="scrap")
    assert kinds([one], [off]) == {("SANCTION", "cancelled")}


def test_who_will_not_step_down_after_all_had_meant_to():
    one = page("one", "Ana Kol will not step down after all.")
    stays = event(one, "step", "RETREAT", ["Ana Kol"], status="refused", coded_type="REJECT")
    assert kinds([one], [stays]) == {("RETREAT", "cancelled")}


DENIES = "Ana Kol denied reports that Ostrava would close the road."
DENIED = words(
    DENIES, ("Ana", "PROPN", "Ana", 2, "nsubj"), ("Kol", "PROPN", "Kol", 0, "flat"), ("denied", "VERB", "deny", -1, "root"),
    ("reports", "NOUN", "report", 2, "obj"), ("that", "SCONJ", "that", 7, "mark"), ("Ostrava", "PROPN", "Ostrava", 7, "nsubj"),
    ("would", "AUX", "would", 7, "aux"), ("close", "VERB", "close", 3, "acl"), ("the", "DET", "the", 9, "det"),
    ("road", "NOUN", "road", 7, "obj"),
)  # fmt: skip


def test_a_plan_that_is_denied_is_no_plan():
    one = page("one", DENIES)
    plan = event(one, "close", "SANCTION", ["Ostrava"], status="planned")
    found = kinds([one], [plan], (), (), (), [Parse(one.doc_id, 0, len(DENIES), DENIED)])
    assert found == {("SANCTION", "denied")}


def test_a_plan_beside_a_denial_stays_one():
    text = "Ana Kol denied it, and Ostrava will close the road."
    parsed = words(
        text, ("Ana", "PROPN", "Ana", 2, "nsubj"), ("Kol", "PROPN", "Kol", 0, "flat"), ("denied", "VERB", "deny", -1, "root"),
        ("it", "PRON", "it", 2, "obj"), ("and", "CCONJ", "and", 7, "cc"), ("Ostrava", "PROPN", "Ostrava", 7, "nsubj"),
        ("will", "AUX", "will", 7, "aux"), ("close", "VERB", "close", 2, "conj"),
    )  # fmt: skip
    one = page("one", text)
    plan = event(one, "close", "SANCTION", ["Ostrava"], status="planned")
    assert kinds([one], [plan], (), (), (), [Parse(one.doc_id, 0, len(text), parsed)]) == {("SANCTION", "planned")}


TURNS = "Marn turned down an offer by Ostrava to send divers."
TURNED = words(
    TURNS, ("Marn", "PROPN", "Marn", 1, "nsubj"), ("turned", "VERB", "turn", -1, "root"), ("down", "ADP", "down", 1, "compound:prt"),
    ("an", "DET", "an", 4, "det"), ("offer", "NOUN", "offer", 1, "obj"), ("by", "ADP", "by", 6, "case"),
    ("Ostrava", "PROPN", "Ostrava", 4, "nmod"), ("to", "PART", "to", 8, "mark"), ("send", "VERB", "send", 4, "acl"),
    ("divers", "NOUN", "diver", 8, "obj"),
)  # fmt: skip


def test_who_turns_an_offer_down_refuses_those_who_made_it_and_the_offer_is_refused():
    offer = page("offer", "Ostrava offered to send divers to the lake.", "2025-03-09")
    answer = page("answer", TURNS)
    events = [
        event(offer, "offered", "AID", ["Ostrava"], status="planned", coded_type="AGREE", holder="offer"),
        event(answer, "send", "AID", ["Ostrava"], status="refused", coded_type="REJECT", holder="turn"),
    ]
    occurrences = fused([offer, answer], events, parses=[Parse(answer.doc_id, 0, len(TURNS), TURNED)])[0]
    assert {(o.type, o.status, o.actors, o.recipients) for o in occurrences} == {
        ("AID", "refused", ("ent:ostrava",), ()),
        ("REJECT", "happened", ("ent:marn",), ("ent:ostrava",)),
    }


def test_talks_held_are_not_those_still_to_come():
    held = page("held", "Ostrava and Marn agreed to go on, after talks of four hours.")
    ahead = page("ahead", "Talks between Ostrava and Marn are to resume on March 20.", "2025-03-12")
    before = page("before", "Ostrava and Marn will hold talks on Monday.", "2025-03-07")
    met = event(held, "talks", "CONSULT", ["Ostrava", "Marn"], **on("2025-03-10"))
    to_come = event(ahead, "Talks", "CONSULT", ["Ostrava", "Marn"], status="planned", **on("2025-03-20"))
    plan = event(before, "talks", "CONSULT", ["Ostrava", "Marn"], status="planned", **on("2025-03-10"))
    found = {(o.status, o.date_start) for o in fused([held, ahead, before], [met, to_come, plan])[0]}
    assert found == {("happened", "2025-03-10"), ("planned", "2025-03-20")}


def test_the_government_that_refuses_a_neighbours_help_is_that_of_the_other_country():
    acting = {"doc:one": (("NOR", 5), ("SAR", 2))}
    assert home_of("the government", None, acting, "doc:one", {"SAR"}) == "NOR"
    assert home_of("The government", None, acting, "doc:one", set()) is None
    assert home_of("the government", None, {"doc:two": (("SAR", 1),)}, "doc:two", set()) is None
    assert home_of("the government", None, {"doc:two": (("SAR", 1),)}, "doc:two", {"SAR"}) is None
    assert home_of("his government", "SAR", acting, "doc:one", set()) == "SAR"
    assert home_of("the ministers", "SAR", acting, "doc:one", set()) is None


def test_what_a_body_annuls_is_not_the_demand_it_rejects():
    one = page("one", "Ostrava annulled the vote in the north.")
    two = page("two", "Ostrava rejected the demand to annul the vote in the whole country.")
    annul = event(one, "annulled", "REJECT", ["Ostrava"], **on("2025-03-10"))
    reject = event(two, "rejected", "REJECT", ["Ostrava"], **on("2025-03-10"))
    assert len(fused([one, two], [annul, reject])[0]) == 2


def test_what_stands_only_in_quoted_words_is_a_saying():
    text = '"They closed the door and felt the draught," said Ana Kol.'
    one = page("one", text)
    assert kinds([one], [event(one, "closed", "REJECT", ["Ana Kol"])]) == set()
    told = page("told", "Ana Kol closed the door on more talks.")
    assert kinds([told], [event(told, "closed", "REJECT", ["Ana Kol"])]) == {("REJECT", "happened")}


def test_one_saying_that_several_pages_quote_is_no_act():
    one = page("one", '"They closed the door and felt the draught," said Ana Kol.')
    two = page("two", "Ana Kol said on Monday that “they closed the door and felt the draught”.")
    acts = [event(p, "closed", "REJECT", ["Ana Kol"], **on("2025-03-10")) for p in (one, two)]
    assert kinds([one, two], acts) == set()


def test_marks_that_were_closed_hold_nothing_behind_them():
    assert inside_marks('"We did not fire," said Kol.', "fire")
    assert not inside_marks('"We did not know," said Kol, who was arrested on Monday.', "arrested")
    assert inside_marks("„Sie kam“, he said, „and asked“.", "asked")
    assert not inside_marks("Kol asked for „peace“.", "asked")
    assert inside_marks("‘The council’s men closed the mill,’ said Kol.", "closed")
    assert not inside_marks("‘Peace,’ said Kol, whose men closed the mill.", "closed")


def test_words_that_somebody_is_only_charged_with_make_no_demand_of_their_own():
    one = page("one", "Ana Kol accused Marn of having urged the crowd on.")
    marn = Participant(None, "Marn", 16, 20, None, None)
    charge = event(one, "accused", "ACCUSE", ["Ana Kol"], recipients=(marn,))
    urged = event(one, "urged", "REQUEST", ["Marn"], status="reported", holder="accuse")
    assert kinds([one], [charge, urged]) == {("ACCUSE", "happened")}


def test_a_hearing_moved_to_another_day_is_put_off():
    one = page("one", "Ostrava moved its talks with Marn from Tuesday to Friday.")
    assert kinds([one], [event(one, "talks", "CONSULT", ["Ostrava", "Marn"])]) == {("CONSULT", "postponed")}
    two = page("two", "Ostrava moved into talks with Marn.")
    assert kinds([two], [event(two, "talks", "CONSULT", ["Ostrava", "Marn"], **on("2025-03-10"))]) == {("CONSULT", "happened")}


def test_what_had_been_planned_for_a_day_that_is_over_was_called_off():
    one = page("one", "The visit of Ana Kol to Marn had been planned for March 3.")
    plan = event(one, "visit", "CONSULT", ["Ana Kol"], status="planned", mode="visit", **on("2025-03-03"))
    assert kinds([one], [plan]) == {("CONSULT", "cancelled")}


def test_what_would_be_settled_when_somebody_came_has_not_happened():
    one = page("one", "Ilir Ruse said it would be settled when Ana Kol travelled to Marn in the autumn.")
    trip = event(one, "travelled", "CONSULT", ["Ana Kol"], status="historical", mode="visit", **on("2024-10-01"))
    assert kinds([one], [trip]) == {("CONSULT", "planned")}


def test_a_promise_and_the_deed_that_keeps_it_are_two():
    one = page("one", "Ostrava promised to hand the log to Marn.", "2025-03-03")
    two = page("two", "Ostrava handed the log to Marn.", "2025-03-10")
    promise = event(one, "promised", "AGREE", ["Ostrava", "Marn"])
    deed = event(two, "handed", "COOPERATE", ["Ostrava", "Marn"], **on("2025-03-10"))
    assert kinds([one, two], [promise, deed]) == {("AGREE", "happened"), ("COOPERATE", "happened")}


def test_the_protest_for_which_people_march_is_the_march():
    one = page("one", "Ostrava's dockers marched on Saturday to protest against the sale.")
    march = event(one, "marched", "PROTEST", ["Ostrava"], **on("2025-03-08"))
    purpose = event(one, "protest", "PROTEST", ["Ostrava"], status="planned", coded_type=None)
    assert kinds([one], [march, purpose]) == {("PROTEST", "happened")}


def test_an_exercise_that_others_ask_to_call_off_is_still_planned():
    text = "Marn asked Ostrava to cancel the exercise."
    parsed = words(
        text, ("Marn", "PROPN", "Marn", 1, "nsubj"), ("asked", "VERB", "ask", -1, "root"), ("Ostrava", "PROPN", "Ostrava", 1, "obj"),
        ("to", "PART", "to", 4, "mark"), ("cancel", "VERB", "cancel", 1, "xcomp"), ("the", "DET", "the", 6, "det"),
        ("exercise", "NOUN", "exercise", 4, "obj"),
    )  # fmt: skip
    one = page("one", text)
    off = event(one, "exercise", "MOBILIZE", ["Ostrava"], status="cancelled", coded_type=None, holder="cancel")
    assert kinds([one], [off], (), (), (), [Parse(one.doc_id, 0, len(text), parsed)]) == {("MOBILIZE", "planned")}


def test_what_was_promised_and_what_was_done_in_the_same_word_are_two():
    one = page("one", "Ana Kol promised to publish the log.", "2025-03-03")
    two = page("two", "Ana Kol published the log.", "2025-03-10")
    promise = event(one, "publish", "CONCEDE", ["Ana Kol"], status="planned", coded_type="AGREE", holder="promise")
    deed = event(two, "published", "CONCEDE", ["Ana Kol"])
    assert kinds([one, two], [promise, deed]) == {("AGREE", "happened"), ("CONCEDE", "happened")}


def test_a_meeting_fixed_for_a_day_is_news_whoever_comes():
    one = page("one", "A service for the dead is to be held on Sunday.")
    assert kinds([one], [event(one, "service", "CONSULT", [], status="planned", **on("2025-03-16"))]) == {("CONSULT", "planned")}


def test_aid_that_somebody_plans_to_suspend_is_not_suspended():
    text = "Ostrava plans to suspend its aid to Marn."
    parsed = words(
        text, ("Ostrava", "PROPN", "Ostrava", 1, "nsubj"), ("plans", "VERB", "plan", -1, "root"), ("to", "PART", "to", 3, "mark"),
        ("suspend", "VERB", "suspend", 1, "xcomp"), ("its", "PRON", "its", 5, "nmod:poss"), ("aid", "NOUN", "aid", 3, "obj"),
    )  # fmt: skip
    one = page("one", text)
    ends = event(one, "aid", "AID", ["Ostrava"], status="cancelled", coded_type="SANCTION", holder="suspend")
    assert kinds([one], [ends], (), (), (), [Parse(one.doc_id, 0, len(text), parsed)]) == {("SANCTION", "planned")}


def test_what_had_been_planned_and_went_ahead_was_not_called_off():
    one = page("one", "The visit of Ana Kol to Marn had been planned for March 3 and went ahead.")
    plan = event(one, "visit", "CONSULT", ["Ana Kol"], status="planned", mode="visit", **on("2025-03-03"))
    assert ("CONSULT", "cancelled") not in kinds([one], [plan])


def test_who_drops_a_threat_gives_way():
    text = "Ostrava dropped its threat to close the port."
    parsed = words(
        text, ("Ostrava", "PROPN", "Ostrava", 1, "nsubj"), ("dropped", "VERB", "drop", -1, "root"), ("its", "PRON", "its", 3, "nmod:poss"),
        ("threat", "NOUN", "threat", 1, "obj"), ("to", "PART", "to", 5, "mark"), ("close", "VERB", "close", 3, "acl"),
        ("the", "DET", "the", 7, "det"), ("port", "NOUN", "port", 5, "obj"),
    )  # fmt: skip
    one = page("one", text)
    off = event(one, "close", "COERCE", ["Ostrava"], status="cancelled", coded_type="RETREAT", holder="drop")
    assert {(o.type, o.status) for o in fused([one], [off], parses=[Parse(one.doc_id, 0, len(text), parsed)])[0]} == {
        ("CONCEDE", "happened")
    }


def test_who_calls_a_march_off_does_not_only_ask_for_it():
    text = "The farmers called off the march announced for Thursday."
    parsed = words(
        text, ("The", "DET", "the", 1, "det"), ("farmers", "NOUN", "farmer", 2, "nsubj"), ("called", "VERB", "call", -1, "root"),
        ("off", "ADP", "off", 2, "compound:prt"), ("the", "DET", "the", 5, "det"), ("march", "NOUN", "march", 2, "xcomp"),
    )  # fmt: skip
    one = page("one", text)
    off = event(one, "march", "PROTEST", ["farmers"], status="cancelled", coded_type="RETREAT", holder="call")
    assert {o.status for o in fused([one], [off], parses=[Parse(one.doc_id, 0, len(text), parsed)])[0]} == {"cancelled"}
