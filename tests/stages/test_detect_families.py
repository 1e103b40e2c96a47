"""Families of acts in short invented sentences of many domains: which are found, of which type, whether they happened."""

from __future__ import annotations

import pytest

from readout.lexicon.predicates import frames
from tests.stages.test_detect import read

FOUND = [
    ("The football federation nullified the election of its chairman on Monday.", "REJECT", "happened"),
    ("The arbitration panel invalidated the sale of the airline.", "REJECT", "happened"),
    ("The university senate cancelled the results of the entrance examination.", "REJECT", "happened"),
    ("The railway operator released the recordings after weeks of pressure.", "CONCEDE", "happened"),
    ("The airline promised to publish the maintenance log by Tuesday.", "CONCEDE", "planned"),
    ("The council refused to publish the minutes of the meeting.", "CONCEDE", "refused"),
    ("The harbour master saw no reason to resign.", "RETREAT", "refused"),
    ("The garrison has no plans to withdraw from the valley.", "CONCEDE", "refused"),
    ("Fertiliser has been taken off the list of banned goods.", "CONCEDE", "happened"),
    ("The ministry suspended part of the tax on diesel for three months.", "CONCEDE", "happened"),
    ("The prime minister had the ban on street markets lifted.", "CONCEDE", "happened"),
    ("Some 800 people gathered outside the refinery on Sunday night, sang and went home.", "PROTEST", "happened"),
    ("Students lit candles on the steps of the library.", "PROTEST", "happened"),
    ("Stones flew at the corner of Mill Lane.", "ASSAULT", "happened"),
    ("Bottles were thrown at officers near the bridge.", "ASSAULT", "happened"),
    ("Judge Elin Marsh is expected in the village on Monday.", "CONSULT", "planned"),
    ("A memorial service for the drowned is to be held on Sunday.", "CONSULT", "planned"),
    ("The inauguration of the mayor, set for May 3, has been postponed.", "CONSULT", "postponed"),
    ("The tribunal moved its hearing on the merger from Tuesday to Thursday, May 8.", "CONSULT", "postponed"),
    ("The federation ordered a repeat vote on March 4.", "CONSULT", "planned"),
    ("A referendum on the airport was held on Sunday.", "CONSULT", "happened"),
    ("Two frigates left their base on Wednesday for the strait.", "MOBILIZE", "happened"),
    ("A trawler picked up eight men of the yacht, most of them in life jackets.", "AID", "happened"),
    ("The trade minister promised the growers 25 million crowns.", "AID", "planned"),
    ("The kingdom will respond in kind, the foreign minister warned.", "THREATEN", "threatened"),
    ("The opposition called the decision a retreat.", "ACCUSE", "happened"),
    ("The minister needed ten minutes to expel five envoys.", "SANCTION", "happened"),
    ("The two airlines agreed to share routes.", "AGREE", "happened"),
    ("Kestany and Tolvia agreed on Monday to set up a hotline between their navies.", "COOPERATE", "planned"),
    ("The prime minister of Tolvia is not coming to Kestany after all.", "CONSULT", "cancelled"),
    ("Mayor Ola Brandt will not resign after all.", "RETREAT", "cancelled"),
    ("An exercise in the northern gulf will take place from 22 to 26 March as planned.", "MOBILIZE", "planned"),
    ("A dinner planned for the evening was cancelled.", "CONSULT", "cancelled"),
    ("From 5 June the import of milk from Tolvia is forbidden.", "SANCTION", "happened"),
    ("The king wants to meet the union.", "CONSULT", "planned"),
    ("About 3,000 people lit candles on the harbour wall, according to the city.", "PROTEST", "happened"),
    ("Kestany on Thursday suspended part of its embargo on copper before it had begun.", "CONCEDE", "happened"),
    ("She and the mayor had sat together in Lenz for three hours on Tuesday.", "CONSULT", "happened"),
    ("The high court is to hear the party's complaint against the result on Tuesday.", "CONSULT", "planned"),
    ("The Bright Star and a second cutter picked up eight men of the patrol boat.", "AID", "happened"),
    ("It took police two days to seize the warehouse.", "COERCE", "happened"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "status"), FOUND)
def test_acts_of_a_family_are_found_with_type_and_status(text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(f[0], f[2]) for f in read(text)]


def test_what_a_rumour_tells_is_denied_with_it_whatever_it_tells() -> None:
    for text in (
        "The palace denied rumours that the curfew would be lifted.",
        "A spokesman denied rumours that the arms embargo would be dropped.",
    ):
        assert {f[2] for f in read(text) if f[0] != "REJECT"} == {"denied"}


def test_an_occasion_in_passing_is_no_event() -> None:
    assert read("After the election he moved to the coast.") == []
    assert read("The hearing room was painted green.") == []


def test_stones_and_hours_of_the_day_do_nothing() -> None:
    assert [f[3] for f in read("Stones flew at the corner of Mill Lane.")] == [[]]
    assert ["afternoon"] not in [f[3] for f in read("The ferry company asked for a delay and was refused by the afternoon.")]


def test_who_wanted_to_do_a_thing_has_not_done_it_and_asks_nobody() -> None:
    assert [f[2] for f in read("The deputies wanted to visit the camp.")] == ["hypothetical"]


def test_officials_who_say_what_an_answer_will_be_agree_to_nothing() -> None:
    assert "AGREE" not in [f[0] for f in read("The officials say privately that the answer will be yes.")]


def test_who_does_it_along_with_another_does_it_too() -> None:
    assert [f[3] for f in read("Along with Tolvia, Kestany condemned the ruling.")] == [["Kestany", "Tolvia"]]
    assert [f[4] for f in read("Kestany urged Tolvia and Belmarra to resign.")] == [["Tolvia", "Belmarra"]]


def test_she_in_a_relative_clause_is_whom_it_describes() -> None:
    text = "Governor Ilan Orsk beat the mayor, Maren Till, who refused to concede and said she would demand a recount."
    assert "Governor Ilan Orsk" not in [a for f in read(text) if f[0] in ("REQUEST", "CONCEDE") for a in f[3]]


def test_a_section_that_is_sure_marks_its_frames() -> None:
    lines = "== demo | v>at | n>at | sure\nv gather !A\n== demo | v>at | n>at | any\nv march"
    assert [f.need for f in frames("PROTEST", lines)] == ["A8", ""]
