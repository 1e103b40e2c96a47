"""fuse: a plan and what became of it are one act where each is the likest to the other; a pledge is made, a suspended accord a
sanction."""

from __future__ import annotations

from dataclasses import replace

from readout.records import Story
from readout.stages.fuse.gainsaid import SUCH
from readout.stages.fuse.stations import ENOUGH, early, mutual, offered
from readout.stages.fuse.telling import people
from readout.stages.fuse.tellings import promised, tellings
from readout.stages.fuse.themes import Wordings
from readout.tables import Table
from readout.text.origins import origins_of
from tests.stages.fusing import PEOPLE, event, fused, on, page


def test_each_must_be_the_likest_to_the_other():
    assert list(mutual({(0, 1): 1.0, (0, 2): 0.5, (3, 2): 0.8})) == [(0, 1), (3, 2)]
    assert list(mutual({(0, 1): 1.0, (2, 1): 0.9})) == [(0, 1)]  # one meeting keeps one plan
    assert list(mutual({(0, 1): ENOUGH - 0.1})) == []


def told_on(day: str, status: str, **more: object):
    """Make the telling of a meeting by a page of 10 March."""
    one = page("a", "Ana Kol will meet Ilir Ruse.")
    story = [Story("sto:1", (one.doc_id,), "")]
    act = event(one, "meet", "CONSULT", ["Ana Kol"], status=status, **on(day), **more)
    known = people(Table.of(type(PEOPLE[0]), PEOPLE), (), [one], [], [], story)
    (made,) = tellings([one], Wordings({one.doc_id: one.text}, (), ()), [act], [], known, story, origins_of((), ()), [])
    return made


def test_what_is_told_as_done_before_the_planned_day_is_another_act():
    plan, done = told_on("2025-03-14", "planned"), replace(told_on("2025-03-09", "happened"), status="happened")
    assert early([plan, done], [0], [1])
    assert not early([plan, replace(done, written=(plan.days or (0, 0))[1])], [0], [1])
    assert not early([plan, replace(done, status="cancelled")], [0], [1])  # called off before its day


def test_an_offer_is_no_plan_that_is_kept():
    plan = told_on("2025-03-14", "planned")
    assert not offered([plan], [0])
    assert offered([told_on("2025-03-14", "planned", holder="offer")], [0])
    assert offered([replace(plan, status="proposed")], [0])


def test_who_pledged_a_sum_has_pledged_it():
    assert promised("AID", "pledged", "Ostrava ")
    assert not promised("AID", "pledged", "Ostrava will have ")
    assert not promised("CONSULT", "promised", "Ostrava ")  # talks promised are talks ahead
    assert not promised("AID", "sent", "Ostrava ")
    one = page("one", "Ostrava pledged 20 million crowns for Marn.")
    occurrences = fused([one], [event(one, "pledged", "AID", ["Ostrava"], status="planned", coded_type="AGREE")])[0]
    assert {(o.type, o.status) for o in occurrences} == {("AGREE", "happened")}


def test_a_suspended_accord_is_a_sanction_that_took_place():
    one = page("one", "Ostrava suspended its fisheries accord with Marn.")
    ends = event(one, "accord", "AGREE", ["Ostrava"], status="cancelled", coded_type="SANCTION", holder="suspend")
    assert {(o.type, o.status) for o in fused([one], [ends])[0]} == {("SANCTION", "happened")}


def test_a_denial_that_any_such_thing_was_names_the_thing():
    for behind, what in ((" that there had been any such call.", "call"), (" that any such threat was made.", "threat")):
        found = SUCH.match(behind)
        assert found and found["what"] == what
    assert not SUCH.match(" that he had called.")
