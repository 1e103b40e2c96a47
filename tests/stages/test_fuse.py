"""fuse: one occurrence per thing that happened, its history, its voices."""

from __future__ import annotations

from dataclasses import replace

from readout.records import Lineage, Participant, Reuse
from readout.stages.fuse.cluster import Group, join
from readout.stages.fuse.same import UNLAWFUL
from tests.stages.fusing import event, fused, on, page

ONE = page("one", "Ana Kol met Ilir Ruse in Brel on Monday.")
TWO = page("two", "Kol and Ruse held talks in Brel.", "2025-03-11")


def met_twice():
    return [
        event(ONE, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10"), place="Brel"),
        event(TWO, "talks", "CONSULT", ["Kol", "Ruse"], **on("2025-03-10"), place="Brel"),
    ]


def test_two_reports_of_one_meeting_are_one_occurrence_of_two_voices():
    occurrences, reports, links, _ = fused([ONE, TWO], met_twice())
    assert len(occurrences) == 1
    assert (occurrences[0].reports, occurrences[0].voices_low) == (2, 2)
    assert len(reports) == len(links) == 2
    assert all(link.because for link in links)


def test_order_of_events_and_pages_changes_nothing():
    events = met_twice()
    assert fused([ONE, TWO], events) == fused([TWO, ONE], events[::-1])


def test_a_copy_adds_a_report_and_no_voice():
    copy = page("copy", ONE.text, "2025-03-11")
    reuse = Reuse("reu:1", "doc:copy", 0, 40, "doc:one", 0, 40, "verbatim", 1.0, "left_from_right", "")
    lineage = Lineage("lin:1", "doc:one", "one", ("doc:copy", "doc:one"), "")
    events = [event(d, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10")) for d in (ONE, copy)]
    occurrences, reports, _, _ = fused([ONE, copy], events, [reuse], [lineage])
    assert (occurrences[0].reports, occurrences[0].copies, occurrences[0].voices_high) == (2, 1, 1)
    assert [r.is_copy for r in reports if r.doc_id == "doc:copy"] == [True]


def test_a_plan_that_came_true_is_one_occurrence_that_happened():
    early = page("early", "Ana Kol will meet Ilir Ruse on Monday.", "2025-03-07")
    planned = event(early, "meet", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="planned", **on("2025-03-10"))
    occurrences = fused([early, ONE], [planned, met_twice()[0]])[0]
    assert [o.status for o in occurrences] == ["happened"]


def test_a_cancelled_trip_and_a_later_visit_are_two():
    off = page("off", "Ana Kol has cancelled her visit to Marn on Monday.")
    later = page("later", "Ana Kol visited Marn in May.", "2025-05-20")
    events = [
        event(off, "visit", "CONSULT", ["Ana Kol"], status="cancelled", **on("2025-03-10")),
        event(later, "visited", "CONSULT", ["Ana Kol"], **on("2025-05-19")),
    ]
    assert sorted(o.status for o in fused([off, later], events)[0]) == ["cancelled", "happened"]


def test_meetings_of_other_persons_of_the_same_countries_stay_apart():
    other = page("other", "Ana Kol met Tova Dane in Brel on Monday.")
    events = [
        met_twice()[0],
        event(other, "met", "CONSULT", ["Ana Kol", "Tova Dane"], **on("2025-03-10"), place="Brel"),
    ]
    assert len(fused([ONE, other], events)[0]) == 2


def test_a_dinner_is_not_the_talks():
    dinner = page("dinner", "Ana Kol had dinner with Ilir Ruse in Brel.")
    events = [
        met_twice()[0],
        event(dinner, "dinner", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10"), place="Brel"),
    ]
    assert len(fused([ONE, dinner], events)[0]) == 2


def test_the_talks_named_by_nobody_are_those_of_the_page():
    told = page("told", "Ana Kol met Ilir Ruse. The talks lasted four hours.")
    events = [event(told, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"]), event(told, "talks", "CONSULT", [])]
    occurrences, _, links, _ = fused([told], events)
    assert len(occurrences) == 1
    assert len(links) == 2


def test_a_demand_has_happened_and_nobody_has_withdrawn():
    asked = page("asked", "Marn demanded the withdrawal of the boats.")
    demand = event(asked, "withdrawal", "RETREAT", ["Marn"], status="proposed", coded_type="REQUEST", holder="demand")
    assert [(o.type, o.status) for o in fused([asked], [demand])[0]] == [("REQUEST", "happened")]


def test_a_promise_to_release_is_an_agreement():
    sworn = page("sworn", "Ana Kol promised to release the crew.")
    promise = event(sworn, "release", "RETREAT", ["Ana Kol"], status="planned", coded_type="CONCEDE", holder="promise")
    assert [(o.type, o.status) for o in fused([sworn], [promise])[0]] == [("AGREE", "happened")]


def test_what_is_dated_after_the_page_was_written_has_not_happened():
    soon = page("soon", "Ana Kol visits Marn on Friday.", "2025-03-10")
    visit = event(soon, "visits", "CONSULT", ["Ana Kol"], **on("2025-03-14"))
    assert [o.status for o in fused([soon], [visit])[0]] == ["planned"]


def test_what_one_side_claims_and_the_other_denies_is_denied():
    claim, denial = (
        page("claim", "Marn fired on the boat, it is claimed."),
        page("denial", "Marn denied that it fired on the boat."),
    )
    boat = Participant(None, "boat", 0, 4, None, None)
    events = [
        event(claim, "fired", "ASSAULT", ["Marn"], status="reported", recipients=(boat,)),
        event(denial, "fired", "ASSAULT", ["Marn"], status="denied", recipients=(boat,)),
    ]
    assert [o.status for o in fused([claim, denial], events)[0]] == ["denied"]


def test_what_is_denied_is_not_done_for_what_the_network_alone_sees():
    seen, denial = page("seen", "Marn fired on the boat."), page("denial", "Marn denied that it fired on the boat.")
    boat = Participant(None, "the boat", 14, 22, None, None)
    events = [
        event(seen, "fired", "ASSAULT", ["Marn"], recipients=(boat,), found_by="network"),
        event(denial, "fired", "ASSAULT", ["Marn"], status="denied", recipients=(boat,)),
    ]
    assert [o.status for o in fused([seen, denial], events)[0]] in ([], ["denied"])


def test_what_is_denied_was_not_done_on_the_day_of_the_page_that_says_so():
    claim, denial = page("claim", "Marn fired on the boat, it is claimed."), page("denial", "Marn denied that it fired on the boat.")
    dated = {**on("2025-03-10"), "date_basis": "publication"}
    events = [
        event(claim, "fired", "ASSAULT", ["Marn"], status="reported", **dated),
        event(denial, "fired", "ASSAULT", ["Marn"], status="denied", **dated),
    ]
    assert [(o.status, o.date_start) for o in fused([claim, denial], events)[0]] == [("denied", None)]


def test_what_nobody_did_and_talk_with_reporters_make_no_occurrence():
    chat = page("chat", "Somebody spoke to the paper. Nothing was agreed.")
    events = [event(chat, "spoke", "CONSULT", []), event(chat, "agreed", "AGREE", [], status="negated")]
    occurrences, reports, links, voices = fused([chat], events)
    assert len(occurrences) == len(reports) == len(links) == len(voices) == 0


def test_no_events_no_occurrences():
    assert [len(t) for t in fused([ONE], [])] == [0, 0, 0, 0]


def test_involved_parties_are_named_by_entity():
    occurrence = fused([ONE], [replace(met_twice()[0], place=None)])[0][0]
    assert occurrence.actors == ("ent:kol", "ent:ruse")


def test_a_meeting_with_two_persons_does_not_draw_their_separate_meetings_together():
    both = page("both", "Ana Kol met Ilir Ruse and Tova Dane.")
    other = page("other", "Ana Kol met Tova Dane.")
    events = [
        met_twice()[0],
        event(both, "met", "CONSULT", ["Ana Kol", "Ilir Ruse", "Tova Dane"]),
        event(other, "met", "CONSULT", ["Ana Kol", "Tova Dane"]),
    ]
    links = fused([ONE, both, other], events)[2]
    assert len({link.right for link in links if link.left in (events[0].event_id, events[2].event_id)}) == 2


def test_what_most_pages_expect_is_no_fact_because_one_speaks_of_the_meeting():
    hope = page("hope", "Ana Kol and Ilir Ruse are expected to meet.")
    noun = page("noun", "Their visit may bring a meeting of Ana Kol and Ilir Ruse.")
    events = [
        event(hope, "meet", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="planned"),
        event(noun, "meeting", "CONSULT", ["Ana Kol", "Ilir Ruse"]),
    ]
    assert [o.status for o in fused([hope, noun], events)[0]] == ["planned"]


def things(document, *words):
    return tuple(
        Participant(None, w, document.text.index(w), document.text.index(w) + len(w), None, None) for w in words
    )


def test_arrests_and_a_closed_bridge_are_two_deeds_of_one_force():
    night = page("night", "Marn police closed the bridge. Marn police arrested nine drivers.")
    events = [
        event(night, "closed", "COERCE", ["Marn"], recipients=things(night, "the bridge"), **on("2025-03-10")),
        event(night, "arrested", "COERCE", ["Marn"], recipients=things(night, "nine drivers"), **on("2025-03-10")),
    ]
    assert len(fused([night], events)[0]) == 2


def test_words_for_one_deed_join():
    one = page("jailed", "Marn detained 40 sailors.")
    other = page("held", "Marn seized 40 sailors on Monday.", "2025-03-11")
    events = [
        event(one, "detained", "COERCE", ["Marn"], recipients=things(one, "40 sailors"), **on("2025-03-10")),
        event(other, "seized", "COERCE", ["Marn"], recipients=things(other, "40 sailors"), **on("2025-03-10")),
    ]
    assert len(fused([one, other], events)[0]) == 1


def test_two_arrested_are_not_the_sixty_arrested_elsewhere():
    many = page("many", "Marn arrested 60 drivers on Monday.")
    few = page("few", "Marn arrested two drivers on Monday.")
    events = [
        event(p, "arrested", "COERCE", ["Marn"], recipients=things(p, w), **on("2025-03-10"))
        for p, w in ((many, "60 drivers"), (few, "two drivers"))
    ]
    assert len(fused([many, few], events)[0]) == 2


def test_a_sentence_repeated_on_another_page_tells_the_same_act_whatever_its_dates():
    words = "Marn planned a large exercise of minesweepers near the lighthouse of Tolm in spring."
    pages = page("first", words), page("again", words.replace("planned", "has planned"))
    events = [
        event(p, "exercise", "MOBILIZE", ["Marn"], status="planned", **on(day))
        for p, day in zip(pages, ("2025-04-02", "2025-04-06"), strict=True)
    ]
    assert len(fused(pages, events)[0]) == 1


def test_a_called_off_visit_is_the_one_that_was_planned_whatever_day_stands_beside_it():
    early = page("early", "Ana Kol will visit Marn on 24 March.", "2025-03-07")
    later = page("later", "Ana Kol has cancelled the visit to Marn announced on Friday.", "2025-03-10")
    events = [
        event(early, "visit", "CONSULT", ["Ana Kol", "Marn"], status="planned", **on("2025-03-24")),
        event(later, "visit", "CONSULT", ["Ana Kol", "Marn"], status="cancelled", **on("2025-03-07")),
    ]
    assert [o.status for o in fused([early, later], events)[0]] == ["cancelled"]


def test_a_denial_that_points_back_is_one_with_the_denial_that_tells_what_is_denied():
    short = page("short", "Marn poisoned the wells of Tolm, the mayor said. Marn denied the accusation.")
    full = page("full", "Marn denied that it had poisoned the wells of Tolm.", "2025-03-11")
    events = [event(short, "denied", "REJECT", ["Marn"]), event(full, "denied", "REJECT", ["Marn"])]
    assert len(fused([short, full], events)[0]) == 1


def test_the_second_round_is_not_the_talks_before_it():
    told = page("told", "Ana Kol met Ilir Ruse. The second round of talks follows in May.")
    events = [event(told, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"]), event(told, "talks", "CONSULT", [], status="planned")]
    occurrences, _, links, _ = fused([told], events)
    assert len(occurrences) == len(links) == 1


def test_who_would_not_comment_has_refused_nothing():
    mute = page("mute", "Marn would not comment.")
    assert len(fused([mute], [event(mute, "comment", "REJECT", ["Marn"])])[0]) == 0


def test_what_pronouns_alone_did_on_one_page_of_many_is_no_occurrence():
    pages = [page("here", "They opened the gates."), *(page(f"far{n}", "The road was dry.") for n in range(4))]
    opened = event(pages[0], "opened", "RETREAT", ["They"], act_chance=0.4, status_chance=0.5)
    dry = [event(p, "dry", "CONSULT", [], status="question") for p in pages[1:]]
    assert len(fused(pages, [opened, *dry])[0]) == 0


def test_reports_of_one_calamity_are_one_occurrence_without_a_type_and_other_kinds_are_others():
    one = page("one", "The Sorn burst its banks in Halmera. A landslide hit Kessel. In 1951 a flood hit Halmera.")
    two = page("two", "The flood ruined the harvest.", "2025-03-12")

    def befell(where, word, mode, **more):
        return replace(event(where, word, "ASSAULT", [], **more), type=None, coded_type=None, quad=None, mode=mode)

    events = [
        befell(one, "burst", "breach", **on("2025-03-09"), place="Halmera"),
        befell(one, "landslide", "slide", place="Kessel"),
        befell(one, "flood", "flood", **on("1951-01-01"), place="Halmera", status="historical"),
        befell(two, "flood", "flood"),
    ]
    occurrences, *_ = fused([one, two], events)
    assert sorted((o.type, o.status, o.reports) for o in occurrences) == [
        (None, "happened", 1), (None, "happened", 2), (None, "historical", 1),
    ]  # fmt: skip


def test_the_presidents_of_two_countries_are_both_of_them():
    summit = page("summit", "The leaders of Ostrava and Marn met in Brel.")
    met = event(summit, "met", "CONSULT", ["The leaders of Ostrava and Marn"])
    assert fused([summit], [met])[0][0].actors == ("ent:marn", "ent:ostrava")


def test_what_is_called_off_long_after_another_year_s_plan_is_another_act():
    old = page("old", "A visit of Ana Kol to Marn planned for 2023 was called off.", "2025-05-02")
    new = page("new", "Ana Kol will visit Marn in September.", "2025-05-03")
    events = [
        event(old, "visit", "CONSULT", ["Ana Kol", "Marn"], status="cancelled", date_start="2023-01-01", date_end="2023-12-31",
              date_precision="year", date_basis="stated"),
        event(new, "visit", "CONSULT", ["Ana Kol", "Marn"], status="planned", date_start="2025-09-01", date_end="2025-09-30",
              date_precision="month", date_basis="stated"),
    ]  # fmt: skip
    assert sorted(o.status for o in fused([old, new], events)[0]) == ["cancelled", "planned"]


def test_who_agreed_for_a_day_ahead_has_agreed():
    deal = page("deal", "Ostrava and Marn agreed that no boats sail before 30 September.", "2025-05-06")
    events = [event(deal, "agreed", "AGREE", ["Ostrava", "Marn"], **on("2025-09-30"))]
    assert [o.status for o in fused([deal], events)[0]] == ["happened"]


def test_troops_and_soldiers_are_one_force():
    one, other = (
        page("one", "Soldiers sealed the port of Tolm on Monday."),
        page("other", "Troops closed the port of Tolm."),
    )
    events = [
        event(p, t, "COERCE", [], recipients=things(p, "the port of Tolm"), **on("2025-03-10"),
              actors=(Participant(None, p.text.split()[0], 0, len(p.text.split()[0]), None, "MIL"),))
        for p, t in ((one, "sealed"), (other, "closed"))
    ]  # fmt: skip
    events = [replace(e, place="Tolm") for e in events]
    assert len(fused([one, other], events)[0]) == 1


def test_two_who_have_never_met_call_nothing_off():
    text = "Ana Kol will meet Ilir Ruse on 20 June. The two have never met."
    told = page("told", text, "2025-05-10")
    events = [
        event(told, "meet", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="planned", **on("2025-06-20")),
        replace(event(told, "met", "CONSULT", []), status="negated"),
    ]
    occurrences, _, links, _ = fused([told], events)
    assert [o.status for o in occurrences] == ["planned"]
    assert len(links) == 1


def test_a_dinner_that_took_place_is_not_the_visit_that_lies_ahead_on_the_same_page():
    told = page(
        "told", "Ana Kol and Ilir Ruse went to a dinner. Ana Kol will visit Ilir Ruse in October.", "2025-05-06"
    )
    ahead = {"date_start": "2025-10-01", "date_end": "2025-10-31", "date_precision": "month", "date_basis": "relative"}
    events = [
        replace(event(told, "went", "CONSULT", ["Ana Kol", "Ilir Ruse"]), mode="visit"),
        replace(event(told, "visit", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="planned", **ahead), mode="visit"),
    ]
    assert sorted(o.status for o in fused([told], events)[0]) == ["happened", "planned"]


def test_a_trip_spoken_of_by_its_noun_is_called_off_where_a_page_calls_it_off():
    early = page("early", "The visit of Ana Kol to Marn comes after a long winter.", "2025-03-07")
    later = page("later", "Ana Kol has cancelled the visit to Marn.", "2025-03-10")
    events = [
        replace(event(early, "visit", "CONSULT", ["Ana Kol"], recipients=things(early, "Marn")), mode="visit"),
        replace(
            event(later, "visit", "CONSULT", ["Ana Kol"], status="cancelled", recipients=things(later, "Marn")),
            mode="visit",
        ),
    ]
    assert [o.status for o in fused([early, later], events)[0]] == ["cancelled"]


def test_the_number_of_a_point_is_no_part_of_what_is_told():
    point = page("point", "4. Ana Kol met Ilir Ruse.")
    assert (
        fused([point], [event(point, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"])])[0][0].summary
        == "Ana Kol met Ilir Ruse."
    )


def test_a_report_that_fits_two_acts_does_not_draw_them_together():
    groups = {i: Group([i], None) for i in range(3)}
    join(groups, list(range(3)), {(0, 1): UNLAWFUL, (0, 2): 1.0, (1, 2): 0.9})
    assert sorted(g.members for g in groups.values()) == [[0, 2], [1]]


def test_a_strike_that_several_pages_date_is_one_though_nobody_is_named():
    pages = (
        page("one", "It recalled the strike of 2016."),
        page("two", "No crowd was as large since the strike of 2016."),
    )
    year = {"date_start": "2016-01-01", "date_end": "2016-12-31", "date_precision": "year", "date_basis": "stated"}
    events = [event(p, "strike", "PROTEST", [], status="historical", **year) for p in pages]
    assert [(o.status, o.reports) for o in fused(pages, events)[0]] == [("historical", 2)]


def test_what_is_only_supposed_calls_off_no_plan():
    plan = page("plan", "Ana Kol will meet Ilir Ruse in June.", "2025-05-01")
    later = page("later", "A meeting of Ana Kol and Ilir Ruse would be the first.", "2025-05-09")
    events = [
        event(plan, "meet", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="planned"),
        event(later, "meeting", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="conditional"),
    ]
    assert [o.status for o in fused([plan, later], events)[0]] == ["planned"]


def test_the_consul_who_visits_is_not_the_minister_who_travels():
    told = page("told", "Ana Kol travelled to Marn. The consul visited the sailors.")
    events = [
        replace(event(told, "travelled", "CONSULT", ["Ana Kol"]), mode="visit"),
        replace(event(told, "visited", "CONSULT", ["The consul"]), mode="visit"),
    ]
    occurrences = fused([told], events)[0]
    assert [o.actors for o in occurrences if "travelled" in o.summary] == [("ent:kol",)]
    assert len({link.right for link in fused([told], events)[2]}) == len(occurrences)


def test_a_refusal_answers_whoever_asked_just_before():
    told = page("told", "Ostrava demanded the boats. Marn refused.")
    events = [event(told, "demanded", "REQUEST", ["Ostrava"]), event(told, "refused", "REJECT", ["Marn"])]
    refusal = next(o for o in fused([told], events)[0] if o.type == "REJECT")
    assert (refusal.actors, refusal.recipients) == (("ent:marn",), ("ent:ostrava",))


def test_nobody_refuses_himself():
    told = page("told", "Ana Kol accused the press. Ostrava refused.")
    events = [event(told, "accused", "ACCUSE", ["Ana Kol"]), event(told, "refused", "REJECT", ["Ostrava"])]
    assert all(not o.recipients for o in fused([told], events)[0])


def test_who_was_only_expected_is_no_party_of_what_took_place():
    early = page("early", "Ana Kol will meet Ilir Ruse and Tova Dane on Monday.", "2025-03-07")
    planned = event(early, "meet", "CONSULT", ["Ana Kol", "Ilir Ruse", "Tova Dane"], status="planned", **on("2025-03-10"))
    occurrences = fused([early, ONE], [planned, met_twice()[0]])[0]
    held = next(o for o in occurrences if o.status == "happened")
    assert len({*held.actors, *held.recipients}) == 2
