"""What numbers tell by the words around them."""

from __future__ import annotations

import pytest

from readout.text.quantities import read_quantities
from readout.text.told_numbers import Topic, give_or_take, none_of, told_numbers, topic_of


def told(sentence, topic=None, year=None, number=None):
    quantities = give_or_take(sentence, 0, read_quantities(sentence))
    return [
        (t.property, sentence[t.quantity.start : t.quantity.end])
        for t in told_numbers(sentence, 0, quantities, year, Topic(topic, number) if topic else None)
    ]


@pytest.mark.parametrize(("sentence", "wanted"), [
    ("Police put the crowd at 18,000.", [("participants", "18,000")]),
    ("The two ministers were together for four hours and ten minutes.", [("duration", "four hours and ten minutes")]),
    ("The death toll rose to 41.", [("deaths", "41")]),
    ("At ten in the evening 43 people were in custody.", [("arrests", "43 people")]),
    ("Twenty-six people were still missing.", [("missing", "Twenty-six people")]),
    ("She counted 63 dead and 21 missing.", [("deaths", "63"), ("missing", "21")]),
    ("The blast killed nine workers and injured 40 others.", [("deaths", "nine workers"), ("injuries", "40")]),
    ("More than 11,000 left their homes, and 230 were treated.", [("displaced", "More than 11,000"), ("injuries", "230")]),
    ("Of 57 arrested, 12 are still in custody.", [("arrests", "57"), ("in custody", "12")]),
    ("Police arrested 43 of them.", [("arrests", "43")]),
    ("She came with a delegation of 12.", [("participants", "12")]),
    ("An estimated 5,000 people gathered outside parliament.", [("participants", "An estimated 5,000 people")]),
    ("Divers recovered eleven of the dead.", [("bodies recovered", "eleven")]),
    ("The gunmen are holding 30 hostages.", [("hostages", "30 hostages")]),
    ("The siege ended after 52 hours.", [("duration", "52 hours")]),
    ("The ministry put the damage at 1.3 billion crowns.", [("damage", "1.3 billion crowns")]),
])  # fmt: skip
def test_numbers_tell_what_their_words_say(sentence, wanted):
    assert told(sentence) == wanted


@pytest.mark.parametrize("sentence", [
    "They will meet again in two hours.",
    "The talks began three hours ago.",
    "A town of 38,000 was flooded and lives were lost.",
    "She bought 40 chairs.",
    "Two of the detained are boys of 16.",
    "An exercise near the marchers is planned for 22 to 26 March.",
    "In an address that lasted six minutes he spoke of the talks.",
    "Two of the injured died in hospital.",
    "Three more people died.",
])  # fmt: skip
def test_numbers_of_other_things_tell_nothing(sentence):
    assert not told(sentence)


def test_a_part_told_by_its_group_is_no_rival_of_the_whole():
    assert told("Five people, including two children, were killed.") == [
        ("deaths", "Five people"), ("children killed", "two children"),
    ]  # fmt: skip
    assert told("Eleven people were hurt, six of them officers.")[1] == ("officers injured", "six of them officers")


def test_what_lies_years_back_tells_nothing_of_today():
    assert not told("In 1983 112 people died here.", year=2025)
    assert told("Some 41 people died in the worst flood since 1983.", year=2025) == [("deaths", "Some 41 people")]
    assert not told("So the worst flood since 1977, when the river took 140 lives, is over.", year=2025)


def test_a_bare_number_somebody_gives_tells_of_what_was_spoken_of_before():
    assert topic_of("Estimates of the crowd are far apart.") == Topic("participants")
    assert told("The police say 18,000 and the unions 60,000.", "participants") == [
        ("participants", "18,000"), ("participants", "60,000"),
    ]  # fmt: skip
    assert told("By one in the morning it was 57.", "arrests")[-1] == ("arrests", "57")
    assert not told("She has 57 cousins.", "arrests")
    assert not told("He said he had 24.", "participants", number=20_000)
    assert not told("He said that 1,400 soldiers would stay.", "deaths", number=88)
    assert (
        told("The firm said 176 people were aboard; others told us there were more than 200.")[-1][0] == "people aboard"
    )


def test_give_or_take_widens_a_number():
    (quantity,) = give_or_take(
        "It was 31,000, give or take three thousand.", 0, read_quantities("It was 31,000, give or take three thousand.")
    )
    assert (quantity.low, quantity.high) == (28000, 34000)


def test_nobody_hurt_is_a_number_too():
    assert [name for name, _, _ in none_of("Nobody was hurt.")] == ["injuries"]
    assert [name for name, _, _ in none_of("There were no casualties.")] == ["deaths", "injuries"]
    assert not list(none_of("Nobody came."))


@pytest.mark.parametrize(("sentence", "wanted"), [
    ("About 4,200 dockers walked out on Wednesday.", [("participants", "About 4,200 dockers")]),
    ("The train was carrying 312 passengers.", [("people aboard", "312 passengers")]),
    ("One soldier and three gunmen were killed.", [("gunmen killed", "three gunmen"), ("soldiers killed", "One soldier")]),
    ("All 24 hostages were freed.", [("released", "24 hostages")]),
    ("The group spoke of 51 detentions.", [("arrests", "51 detentions")]),
    ("A court sentenced him to seven years in prison.", [("sentence", "seven years")]),
    ("Prosecutors had asked for 12 years in prison.", []),
    ("An earlier version said that 41 people had died.", []),
    ("2. The ministers held talks.", []),
    ("The ambassador was called in for half an hour.", [("duration", "half an hour")]),
    ("After seven hours at the lodge, the two agreed on a pact.", [("duration", "seven hours")]),
])  # fmt: skip
def test_strikes_courts_and_sieges_have_their_numbers(sentence, wanted):
    assert sorted(told(sentence)) == wanted


@pytest.mark.parametrize(("sentence", "wanted"), [
    ("The death toll from a blast at a fuel store in the port of Orlan rose to 14.", [("deaths", "14")]),
    ("The blast has now claimed 17 lives.", [("deaths", "17 lives")]),
    ("More than 60 were taken to hospital.", [("injuries", "More than 60")]),
    ("The president received her for 45 minutes.", [("duration", "45 minutes")]),
    ("The police counted 5,000 people on Mill Square.", [("participants", "5,000 people")]),
    ("The dinner went on for a further hour.", []),
])  # fmt: skip
def test_what_rises_may_stand_far_before_its_number(sentence, wanted):
    assert told(sentence) == wanted


def test_a_group_of_countries_by_its_name_is_no_delegation():
    assert not told("They met on the sidelines of the Group of 20 summit.")
    assert told("He led a group of 20 engineers.") == [("participants", "20 engineers")]


def test_two_groups_that_share_a_fate_are_added_up():
    assert told("Six passengers and two crew died when the coach overturned.") == [("deaths", "Six passengers and two")]
    assert told("The blast killed all seven people on board.") == [
        ("people aboard", "seven people"),
        ("deaths", "seven people"),
    ]


def test_all_but_some_are_not_those_some():
    assert told("All but 90 evacuated people were back in their homes.") == []


def test_an_aside_does_not_part_a_number_from_its_fate():
    found = told("Four inmates died and 23 people, among them six guards, were injured in the riot.")
    assert ("injuries", "23 people") in found and ("deaths", "Four inmates") in found


def test_guards_who_are_held_are_no_arrests():
    assert told("Eight guards were held for nine hours.") == [("guards held hostage", "Eight guards")]


def test_a_ban_is_as_long_as_it_is_to_last():
    assert told("The sprinter was banned for four years.") == [("duration", "four years")]
    assert told("His lawyer called the two-year ban too hard.") == [("duration", "two-year")]


def test_those_who_shook_hands_after_hours_sat_together():
    assert told("Both sides shook hands after eleven hours in a hotel room.") == [("duration", "eleven hours")]
    assert told("He signed the book after two hours of sleep.") == []


def test_the_age_of_one_person_is_no_count():
    from readout.text.told_numbers import other

    sentence = "Two have died: a pensioner of 61 and a pupil of 14."
    start = sentence.index("61")
    assert other(sentence, start, start + 2)
    crowd = "She faced a crowd of 61 outside."
    start = crowd.index("61")
    assert not other(crowd, start, start + 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "The weavers' union, which represents some 1,100 of the 1,400 workers at the mill, took part in the march.",
        "The firm employs about 900 people, whose union called the rally.",
    ],
)
def test_those_who_belong_to_a_body_are_no_crowd(sentence: str) -> None:
    assert not told(sentence)


@pytest.mark.parametrize(("sentence", "told"), [
    ("Fourteen of the 17 people arrested in Vardo were charged on Tuesday.", [("arrests", 17)]),
    ("Twelve of the 30 men detained were released on Monday.", [("released", 12), ("arrests", 30)]),
    ("Prosecutors have charged 12 of the 16 people arrested on Sunday.", [("arrests", 16)]),
    ("Of those arrested, nine have been released.", [("released", 9)]),
    ("Of the 40 people arrested, 12 are still in custody.", [("arrests", 40), ("in custody", 12)]),
    ("Seventeen people were arrested and 14 were charged.", [("arrests", 17)]),
    ("Of the 16 people arrested, nine were detained in Vardo.", [("arrests", 16), ("arrests", 9)]),
    ("Seven passengers and two crew were killed.", [("deaths", 9)]),
])  # fmt: skip
def test_what_became_of_some_of_those_arrested_is_no_count_of_arrests(sentence: str, told: list[tuple[str, int]]) -> None:
    found = told_numbers(sentence, 0, read_quantities(sentence), 2025)
    assert [(t.property, t.quantity.value) for t in found] == told
