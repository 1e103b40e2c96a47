"""fuse: who did what nobody is named for, and journeys with what took place on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from readout.records import Entity, Involvement, Office, Parse, Participant, Story
from readout.stages.fuse.capitals import of_sides
from readout.stages.fuse.telling import people
from readout.text.both_sides import two_sides, with_story
from tests.stages.fusing import PEOPLE, event, fused, on, page
from tests.stages.test_fuse_undone import words


def test_a_page_that_names_one_country_takes_the_other_side_from_its_story():
    acting = {"doc:one": (("NOR", 4), ("SAR", 3)), "doc:two": (("SAR", 1),), "doc:far": (("XAN", 2),)}
    filled = with_story(acting, [["doc:one", "doc:two"], ["doc:far"]])
    assert two_sides(filled, "doc:two", {"SAR"}) == ()
    assert set(two_sides(filled, "doc:two")) == {"NOR", "SAR"}
    assert filled["doc:far"] == (("XAN", 4),)


def test_their_treaty_is_that_of_the_two_countries_of_the_page():
    text = "Ostrava warned Marn on Monday. Their treaty was signed in 1987."
    one = page("one", text)
    warned = event(one, "warned", "THREATEN", ["Ostrava", "Marn"])
    signed = event(one, "signed", "AGREE", [], status="historical", date_start="1987-01-01", date_end="1987-12-31",
                   date_precision="year", date_basis="stated")  # fmt: skip
    found = {o.type: set(o.actors) for o in fused([one], [warned, signed])[0]}
    assert found["AGREE"] == {"ent:ostrava", "ent:marn"}


def test_who_denies_a_deed_of_nobody_denies_that_of_his_country():
    one = page("one", "Ana Kol denied that shots were fired.")
    events = [event(one, "denied", "REJECT", ["Ana Kol"]), event(one, "fired", "ASSAULT", [], status="denied", place="Brel")]
    found = {(o.type, o.status): o.actors for o in fused([one], events)[0]}
    assert found["ASSAULT", "denied"] == ("ent:ostrava",)


def test_a_visit_that_ended_took_place_and_is_that_of_the_planned_visitor():
    plan = page("plan", "Ana Kol will pay a visit to Marn on March 10.", "2025-03-03")
    text = "The visit to Marn ended with a walk."
    over = page("over", text, "2025-03-12")
    parsed = words(
        text, ("The", "DET", "the", 1, "det"), ("visit", "NOUN", "visit", 4, "nsubj"), ("to", "ADP", "to", 3, "case"),
        ("Marn", "PROPN", "Marn", 1, "nmod"), ("ended", "VERB", "end", -1, "root"),
    )  # fmt: skip
    to = Participant(None, "Marn", plan.text.index("Marn"), plan.text.index("Marn") + 4, None, "Marn")
    there = Participant(None, "Marn", 13, 17, None, "Marn")
    events = [
        event(plan, "visit", "CONSULT", ["Ana Kol"], status="planned", mode="visit", recipients=(to,), **on("2025-03-10")),
        event(over, "visit", "CONSULT", [], mode="visit", recipients=(there,)),
    ]
    occurrences = fused([plan, over], events, parses=[Parse(over.doc_id, 0, len(text), parsed)])[0]
    assert [(o.status, o.actors) for o in occurrences] == [("happened", ("ent:kol",))]


def test_who_goes_with_a_visitor_to_come_has_not_gone():
    text = "Ana Kol will visit Marn on March 20. Tova Dane accompanies her."
    one = page("one", text)
    events = [
        event(one, "visit", "CONSULT", ["Ana Kol"], status="planned", mode="visit", **on("2025-03-20")),
        event(one, "accompanies", "CONSULT", ["Tova Dane"], date_start="2025-03-10", date_end="2025-03-10",
              date_precision="day", date_basis="publication"),
    ]  # fmt: skip
    parsed = words(
        text, ("Tova", "PROPN", "Tova", 2, "nsubj"), ("Dane", "PROPN", "Dane", 0, "flat"), ("accompanies", "VERB", "accompany", -1, "root"),
        ("her", "PRON", "she", 2, "obj"),
    )  # fmt: skip
    assert {o.status for o in fused([one], events, parses=[Parse(one.doc_id, 0, len(text), parsed)])[0]} == {"planned"}


def test_talks_told_by_their_noun_beside_a_visit_to_come_took_place():
    text = "Ana Kol will visit Marn on March 20. Ostrava and Marn signed it after seven hours of talks."
    one = page("one", text)
    events = [
        event(one, "visit", "CONSULT", ["Ana Kol"], status="planned", mode="visit", **on("2025-03-20")),
        event(one, "talks", "CONSULT", ["Ostrava", "Marn"], date_start="2025-03-10", date_end="2025-03-10",
              date_precision="day", date_basis="publication"),
    ]  # fmt: skip
    parsed = words(text, ("hours", "NOUN", "hour", -1, "root"), ("of", "ADP", "of", 2, "case"), ("talks", "NOUN", "talk", 0, "nmod"))
    told = fused([one], events, parses=[Parse(one.doc_id, 0, len(text), parsed)])[0]
    assert sorted(o.status for o in told) == ["happened", "planned"]


def test_the_journey_and_the_meeting_on_it_are_one():
    plan = page("plan", "Ana Kol will fly to Marn on Monday.", "2025-03-08")
    met = page("met", "Ana Kol met Ilir Ruse on Monday.")
    to = Participant(None, "Marn", 20, 24, None, "Marn")
    events = [
        event(plan, "fly", "CONSULT", ["Ana Kol"], status="planned", mode="visit", recipients=(to,), **on("2025-03-10")),
        event(met, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10")),
    ]
    assert [o.status for o in fused([plan, met], events)[0]] == ["happened"]


def test_the_minister_dismissed_on_one_page_is_the_one_sacked_on_another():
    one = page("one", "Ostrava's president dismissed Ana Kol.")
    two = page("two", "Ana Kol was sacked on Monday.")
    kol = Participant(None, "Ana Kol", 30, 37, None, None)
    again = Participant(None, "Ana Kol", 0, 7, None, None)
    first = event(one, "dismissed", "SANCTION", ["Ostrava"], recipients=(kol,))
    second = event(two, "sacked", "SANCTION", [], recipients=(again,), **on("2025-03-10"))
    occurrences = fused([one, two], [first, second])[0]
    assert [o.actors for o in occurrences] == [("ent:ostrava",)]


def test_her_is_the_one_person_told_of_just_before():
    text = "Ana Kol welcomed the ruling of Marn. The union accused her of pressing the judges."
    one = page("one", text)
    at = text.index("her")
    welcomed = event(one, "welcomed", "SUPPORT", ["Ana Kol"])
    accused = event(one, "accused", "ACCUSE", ["Marn"], recipients=(Participant(None, "her", at, at + 3, None, None),))
    found = {o.type: o.recipients for o in fused([one], [welcomed, accused])[0]}
    assert found["ACCUSE"] == ("ent:kol",)


def test_of_two_persons_told_of_just_before_neither_is_her():
    text = "Ana Kol met Tova Dane in Brel. Marn accused her of pressing the judges."
    one = page("one", text)
    at = text.index("her")
    met = event(one, "met", "CONSULT", ["Ana Kol", "Tova Dane"])
    accused = event(one, "accused", "ACCUSE", ["Marn"], recipients=(Participant(None, "her", at, at + 3, None, None),))
    found = {o.type: o.recipients for o in fused([one], [met, accused])[0]}
    assert found["ACCUSE"] == ()


def test_talks_put_off_are_not_the_meeting_that_took_place():
    met = page("met", "Ana Kol met Ilir Ruse on Monday.")
    off = page("off", "The talks on a new dam are put off.", "2025-03-11")
    events = [
        event(met, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10")),
        event(off, "talks", "CONSULT", [], status="postponed"),
    ]
    links = fused([met, off], events)[2]
    assert {link.left for link in links} == {events[0].event_id}


def test_a_neighbouring_country_is_that_country():
    one = page("one", "Neighbouring Marn called on the soldiers to go home.")
    call = event(one, "called", "REQUEST", ["Neighbouring"], coded_type="REQUEST")
    [actor] = call.actors
    call = replace(call, actors=(replace(actor, text="Neighbouring Marn", end=17),))
    assert [o.actors for o in fused([one], [call])[0]] == [("ent:marn",)]


def test_a_bare_title_is_the_one_person_of_that_office_on_the_page():
    text = "Foreign minister Ana Kol met Ilir Ruse. The minister asked Marn for time."
    one = page("one", text)
    met = event(one, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"])
    asked = event(one, "asked", "REQUEST", ["minister"], recipients=(Participant(None, "Marn", 59, 63, None, "Marn"),))
    kol = Office("ent:kol", "foreign minister", None, "Ostrava", "current", one.doc_id, 0, 16)
    found = {o.type: o.actors for o in fused([one], [met, asked], offices=[kol])[0]}
    assert found["REQUEST"] == ("ent:kol",)


def test_a_capital_that_acts_against_one_of_two_countries_is_the_others():
    votes = {"ent:tessin": Counter({"LUSK": 2}), "ent:sarn": Counter()}
    assert of_sides("ORV", "LUSK", votes) == {"ent:tessin": "ORV", "ent:sarn": "LUSK"}
    assert of_sides("ORV", "LUSK", {"ent:tessin": Counter({"LUSK": 1, "ORV": 1})}) == {}
    assert of_sides("ORV", "LUSK", {"ent:sarn": Counter()}) == {}


def test_of_the_persons_before_her_is_who_the_last_sentence_tells_of():
    text = "Tova Dane denied it. Ana Kol welcomed the ruling. Marn accused her of pressing the judges."
    one = page("one", text)
    at = text.index("her")
    events = [
        event(one, "denied", "REJECT", ["Tova Dane"]),
        event(one, "welcomed", "SUPPORT", ["Ana Kol"], sentence_id="sen:2"),
        event(one, "accused", "ACCUSE", ["Marn"], sentence_id="sen:3",
              recipients=(Participant(None, "her", at, at + 3, None, None),)),
    ]  # fmt: skip
    assert {o.recipients for o in fused([one], events)[0] if o.type == "ACCUSE"} == {("ent:kol",)}


def test_her_accusation_is_hers_and_not_against_her():
    text = "Ana Kol spoke to Marn. The firm declined to repeat her accusation."
    one = page("one", text)
    at = text.index("her")
    spoke = event(one, "spoke", "CONSULT", ["Ana Kol", "Marn"])
    hers = event(one, "accusation", "ACCUSE", ["Marn"], recipients=(Participant(None, "her", at, at + 3, None, None),))
    assert "ent:kol" not in {r for o in fused([one], [spoke, hers])[0] if o.type == "ACCUSE" for r in o.recipients}


def test_an_embassy_that_is_acted_on_stands_for_its_state():
    known = (*PEOPLE, Entity("ent:embassy", "organisation", "Marn embassy", "Marn", (), ""))
    told = page("a", "Crowds marched on the Marn embassy in Ostrava.")
    act = event(told, "marched", "PROTEST", [])
    at = told.text.index("Marn embassy")
    act = replace(act, recipients=(Participant(None, "Marn embassy", at, at + 12, None, None),))
    involved = [Involvement(act.event_id, "recipient", 0, "ent:embassy", "Marn embassy", "Marn", "")]
    people_known = people(known, (), [told], [act], involved, [Story("sto:1", (told.doc_id,), "")])
    (house,) = people_known.parties(act, "recipient", {(act.event_id, "recipient", 0): involved[0]})
    assert [p.key for p in people_known.represented((house,))] == ["ent:marn"]
    assert people_known.represented(()) == ()
