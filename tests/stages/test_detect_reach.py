"""Acts of many domains in short invented sentences: which are found, and of which type."""

from __future__ import annotations

import pytest

from readout.lexicon.events import event_words
from readout.lexicon.predicates import frame_book, kinds, widened
from readout.records import Word
from readout.text.event_merging import merged
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree
from tests.stages.test_detect import english, read

FOUND = [
    ("The two navies opened a hotline on Monday.", "COOPERATE"),
    ("Tolvia handed over the log of the gates.", "COOPERATE"),
    ("Rail traffic between the two capitals resumed on Friday.", "COOPERATE"),
    ("Rescuers from Kestany reached the village on Sunday.", "AID"),
    ("Divers recovered nine bodies from the wreck.", "AID"),
    ("Dramund received 12 water tankers from Tolvia.", "AID"),
    ("Field kitchens from Tolvia crossed the border on Saturday.", "AID"),
    ("Police fired foam rounds at the marchers.", "COERCE"),
    ("Twelve foam rounds had been fired on the bridge.", "COERCE"),
    ("The lorries were turned away at the crossing.", "COERCE"),
    ("Bottles flew at the police.", "ASSAULT"),
    ("The crowd booed the president.", "PROTEST"),
    ("Teachers walked off the job over pay.", "PROTEST"),
    ("The strike of 2016 lasted nine days.", "PROTEST"),
    ("The union would not give way.", "REJECT"),
    ("The rebels did not reply to the offer.", "REJECT"),
    ("The senate voted down the treaty.", "REJECT"),
    ("The ministry contested the lawsuit.", "REJECT"),
    ("The army admitted that it had fired first.", "CONCEDE"),
    ("The minister regretted that he had spoken too early.", "CONCEDE"),
    ("On Monday the union dropped the condition.", "CONCEDE"),
    ("The governor has quit in protest.", "RETREAT"),
    ("The convoy came under fire from rebels.", "ASSAULT"),
    ("The ministry called in Livia Grant, the ambassador of Tolvia.", "ACCUSE"),
    ("The mayor went on trial in Orlesk.", "ACCUSE"),
    ("The junta closed the embassy of Tolvia.", "SANCTION"),
    ("Two frigates entered the strait.", "MOBILIZE"),
    ("Tolvia secured a promise of help from Kestany.", "AGREE"),
    ("Kestany accepted.", "AGREE"),
    ("The general is on trial for murder.", "ACCUSE"),
    ("The pilots are on strike.", "PROTEST"),
    ("A rally against the tax drew 300 people.", "PROTEST"),
    ("The government imposed a curfew in three cities.", "COERCE"),
    ("The appeals court acquitted the mayor.", "RETREAT"),
    ("The border reopened on Monday.", "RETREAT"),
    ("The navies of both countries held joint exercises.", "COOPERATE"),
    ("The opposition called the election a farce.", "ACCUSE"),
    ("The ministry admitted that its report had been wrong.", "CONCEDE"),
    ("The king gave a dinner for the president.", "CONSULT"),
    ("The helicopter lifted nine sailors from the ship.", "AID"),
    ("The tribunal sentenced the general to nine years.", "SANCTION"),
    ("The junta jailed nine editors without trial.", "COERCE"),
    ("The prefect sealed four wells on Monday.", "COERCE"),
    ("Gendarmes cleared the rectorate before dawn.", "COERCE"),
    ("Kestany closed its border to lorries.", "COERCE"),
    ("The federation docked the club six points.", "SANCTION"),
    ("Nurses laid down their caps in protest at the sacking of a colleague.", "PROTEST"),
    ("The choir sang one note in protest at the cuts.", "PROTEST"),
    ("The ministry declined to publish the letter.", "CONCEDE"),
    ('"We have a licence," the editor retorted.', "REJECT"),
    ("The army called the report absurd.", "REJECT"),
    ('The union called the plan "a hammer without a nail".', "ACCUSE"),
    ("The coastguards chased two boats from the bank.", "COERCE"),
    ("A fire gutted the town hall of Orlesk.", "CALAMITY"),
]


@pytest.mark.parametrize(("text", "kind"), FOUND, ids=[t[:40] for t, _ in FOUND])
def test_an_act_is_found_with_its_type(text: str, kind: str) -> None:
    assert kind in [made[0] for made in read(text)]


NONE = [
    "The level of the water reached the bridge.",
    "He called the trip overdue.",
    "Snow fell on the pass.",
    "The ministry did not reply to our questions.",
    "The round table was moved to the hall.",
]


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_words_that_only_look_like_acts_are_none(text: str) -> None:
    assert [made for made in read(text) if made[1]] == []


def test_who_undergoes_an_act_is_its_recipient() -> None:
    (one,) = [m for m in read("The convoy came under fire from rebels.") if m[0] == "ASSAULT"]
    assert (one[3], one[4]) == (["rebels"], ["convoy"])


def test_a_list_that_names_three_of_a_kind_stands_for_the_kind() -> None:
    assert widened({"rifle", "rocket"}) == {"rifle", "rocket"}
    assert kinds()["weapon"] <= widened({"rifle", "rocket", "missile"})
    with pytest.raises(ValueError, match="no kind of objects"):
        widened({"@nothing"})


def test_frames_that_ask_for_more_come_first() -> None:
    for frames in (*frame_book().verbs.values(), *frame_book().nouns.values()):
        assert [f.particular for f in frames] == sorted((f.particular for f in frames), reverse=True)


def test_one_word_tells_one_act_of_a_type() -> None:
    made = read("They have not settled everything, but today they began to talk like neighbours.")
    assert len(made) == len({m[0] for m in made})


def test_what_a_march_was_for_is_no_second_march() -> None:
    text = "Thousands marched through the capital to protest against the tax."
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    assert [f.frame.type for f in merged(tree, read_events(tree, event_words()))] == ["PROTEST"]


def test_goods_that_come_to_help_are_of_whom_they_come_from() -> None:
    (one,) = read("Field kitchens from Tolvia crossed the border on Saturday.")
    assert (one[0], one[3]) == ("AID", ["Tolvia"])


def test_what_is_perhaps_to_come_did_not_happen() -> None:
    made = read("Several visits are due after the summit, perhaps including a meeting between Ana Ruel and Tom Kast.")
    assert "happened" not in [m[2] for m in made if "Ana Ruel" in m[3]]
    assert [m[2] for m in read("Tolvia has possibly attacked the village.") if m[0] == "ASSAULT"] == ["hypothetical"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Porters in Marn called off a 12-day strike on Saturday.", "happened"),
        ("The students called off their month-old occupation of the college.", "happened"),
        ("The union called off a two-day strike planned for next week.", "cancelled"),
        ("The union called off a six-day strike that was to begin on Monday.", "cancelled"),
    ],
)
def test_what_is_called_off_after_it_has_lasted_has_happened(text: str, status: str) -> None:
    assert [found[2] for found in read(text)] == [status]


def test_whoever_is_accused_is_the_doer_and_not_who_accuses() -> None:
    found = read("Tolvia on Thursday accused Kestany of staging the downing of a drone over the valley.")
    assert [f[3] for f in found if f[0] == "ASSAULT"] == [["Kestany"]]
