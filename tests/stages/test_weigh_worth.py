"""Which rows of values are written down as findings, and whose causes exclude each other."""

from __future__ import annotations

from dataclasses import replace

from readout.records import Entity, Evidence
from readout.stages.weigh.acts import acts_of
from readout.stages.weigh.judge import judge
from readout.stages.weigh.sides import reasons_of_sides
from readout.stages.weigh.stations import station_signs
from readout.stages.weigh.telling import worth_telling
from readout.stages.weigh.values import Said
from readout.stages.weigh.worth import Row, settled, weights
from readout.tables import Table
from readout.text.ranges import Range

NO_ACTS = acts_of({}, {}, {}, {}, {}, Table.of(Entity, ()))


def said(value: str, doc: str, giver: str | None = None, **more) -> Said:
    """Make a value told on a page."""
    told = {
        "property": "reason", "value": value, "unit": None, "range": None, "hedged": False,
        "stems": frozenset(w.lower() for w in value.split() if len(w) > 3), "evidence": Evidence(doc, 0, len(value)), "origins": (doc,),
        "written": "2025-03-10", "attributed": giver, "giver": giver,
    }  # fmt: skip
    return Said(**(told | more))


def test_causes_given_by_two_sides_exclude_each_other_only_where_a_page_sets_them_against_each_other():
    one = said("officers had used gas after pupils threw stones", "a", "police", causal=True)
    other = said("pupils had been peaceful until officers blocked the road", "b", "union", causal=True)
    assert judge("reason", [[one], [other]]).agreement == "partly"
    assert judge("reason", [[one], [replace(other, against=True)]]).agreement == "conflict"


def test_what_two_sides_only_say_is_no_contradiction():
    one, other = said("the deeds are locked away", "a", "office"), said("nobody asked for them", "b", "bidders")
    assert judge("reason", [[one], [other]]).agreement == "partly"


def test_workers_and_labourers_are_compared():
    one = said("6,000", "a", "union", property="pickets", unit="labourer", range=Range(6000, 6000), against=True)
    other = said("2,000", "a", "police", property="pickets", unit="worker", range=Range(2000, 2000), against=True)
    assert "different units" not in judge("pickets", [[one], [other]]).because


def test_a_page_that_tells_of_a_strike_called_off_tells_also_that_it_was_planned():
    planned = [said("planned", "a", property="status"), said("planned", "b", property="status")]
    off = [said("cancelled", "b", property="status")]
    assert worth_telling("status", [planned, off], "PROTEST", "cancelled")


def test_one_page_alone_that_tells_plan_and_end_is_no_finding():
    planned, off = [said("planned", "b", property="status")], [said("cancelled", "b", property="status")]
    assert not worth_telling("status", [planned, off], "PROTEST", "cancelled")


def test_more_pages_and_a_dispute_speak_for_a_row():
    none = dict.fromkeys(weights().of, 0.0)
    assert weights().chance(none | {"pages": 2.0, "values": 1.0, "conflict": 1.0}) > weights().chance(none | {"single": 1.0, "small": 1.0})


def test_a_day_on_which_all_agree_is_on_the_act_already_and_a_plan_is_not():
    day = {"property": "date", "stems": frozenset()}
    done = [said("2025-03-08", page, unit="happened", **day) for page in "ab"]
    ahead = [said("2025-03-08", page, unit="planned", **day) for page in "ab"]
    assert settled(Row("act", "date", [done], "agree"), NO_ACTS)
    assert not settled(Row("act", "date", [ahead], "agree"), NO_ACTS)
    other = [said("2025-03-09", "c", unit="happened", **day)]
    assert not settled(Row("act", "date", [done, other], "compatible"), NO_ACTS)


def test_a_length_of_days_that_one_voice_gives_is_told_in_passing():
    length = {"property": "duration", "unit": "minute", "stems": frozenset()}
    weeks = [said("30240", "a", range=Range(25200, 35280), **length)]
    hours = [said("180", "a", range=Range(150, 210), **length)]
    assert settled(Row("act", "duration", [weeks], "single"), NO_ACTS)
    assert not settled(Row("act", "duration", [hours], "single"), NO_ACTS)


def test_two_sides_reasons_are_told_where_both_are_told_as_reasons_or_one_set_against_the_other():
    one = said("the deeds are locked away", "a", "office", causal=True)
    other = said("nobody asked for them", "a", "bidders")
    assert not reasons_of_sides([[one], [other]])
    assert reasons_of_sides([[one], [replace(other, causal=True)]])
    assert reasons_of_sides([[one], [replace(other, against=True)]])
    assert not reasons_of_sides([[one], [replace(other, causal=True, attributed="office", giver="office")]])


def test_reasons_that_nobody_sets_against_each_other_can_both_hold():
    one, other = said("the fog", "a", causal=True), said("a strike of pilots", "b", causal=True)
    assert judge("reason", [[one], [other]]).agreement == "compatible"
    assert settled(Row("x", "reason", [[one], [other]], "compatible"), NO_ACTS)
    again = replace(one, evidence=Evidence("c", 0, 5), origins=("c",))
    assert not settled(Row("x", "reason", [[one, again], [other]], "compatible"), NO_ACTS)


def test_the_stations_of_an_act_are_known_by_their_pages_days_and_words():
    def told(value: str, doc: str, written: str) -> Said:
        return replace(said(value, doc, day="2025-03-12", written=written), property="status", stems=frozenset(("meet",)))

    planned, off = told("planned", "a", "2025-03-10"), told("cancelled", "b", "2025-03-11")
    signs = station_signs([[planned], [off]], None)
    assert signs["ahead and off"] and signs["shared word"] and signs["one day"] and signs["in order"]
    assert not signs["done and off"] and not signs["on one page"] and signs["stations alone"] == 2
    same_page = station_signs([[planned], [replace(off, evidence=planned.evidence)]], None)
    assert same_page["on one page"] and not same_page["stations alone"]


def test_an_hour_that_all_give_alike_is_told_from_three_voices_on():
    two = [said("noon", doc, property="time", range=Range(720, 720)) for doc in "ab"]
    third = said("noon", "c", property="time", range=Range(720, 720))
    assert settled(Row("x", "time", [two], "agree"), NO_ACTS)
    assert not settled(Row("x", "time", [[*two, third]], "agree"), NO_ACTS)
