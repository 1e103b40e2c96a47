"""Floods, crashes, fires and their tolls: events without a type, read from short invented sentences."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from readout.lexicon.events import event_words
from readout.models.english import English, load_english
from readout.records import Word
from readout.text.event_calamities import CALAMITY
from readout.text.event_telling import Telling, numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize


@cache
def english() -> English:
    return load_english("accurate")


def told(text: str, topic: str | None = None) -> tuple[Tree, list[Telling]]:
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    numbers = numbers_of(text, date(2025, 5, 9), tokenize(text))
    return tree, tellings(tree, numbers, event_words(), topic=topic)


def modes(text: str, topic: str | None = None) -> list[str | None]:
    return [t.found.frame.mode for t in told(text, topic)[1] if t.found.frame.type == CALAMITY]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("An earthquake of magnitude 6.4 struck the province of Halmera on Sunday, killing 120 people.", "quake"),
        ("The river Sorn burst its banks on Tuesday.", "breach"),
        ("Two shepherds were killed by a landslide near Upper Kessel.", "slide"),
        ("A passenger train derailed outside Port Aril on Monday, injuring 60 people.", "crash"),
        ("Nine miners died in an explosion at a coal mine in Varnau.", "blast"),
        ("A bridge collapsed in the city of Oland.", "collapse"),
        ("An outbreak of cholera in the Deral camps has killed 23 people.", "outbreak"),
        ("The gates of the Irul dam were opened on Monday night.", "release"),
        ("Seven people were crushed to death in a stampede in Odra.", "crush"),
        ("A fire broke out on the ninth floor of the ministry.", "fire"),
        ("The hurricane left 50,000 people homeless.", "storm"),
        ("The volcano Mount Kerro erupted on Wednesday.", "eruption"),
    ],
)
def test_a_calamity_is_an_event_of_its_kind(text: str, mode: str) -> None:
    assert modes(text) == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "A flood of complaints reached the ministry.",
        "The minister faced a storm of criticism after the crash of the currency.",
        "The government's collapse came after a wave of strikes.",
        "Soldiers opened fire on the crowd, killing three.",
        "Experts fear that an earthquake could strike the capital.",
        "Floods are common in the valley.",
        "A roadside bomb killed four soldiers.",
        "Talks collapsed on Sunday.",
        "Rebels blew up a bridge near Sarn.",
        "The rioters burned a bus.",
        "Each side must warn the other before it opens the gates of the dam.",
    ],
)
def test_figures_of_speech_force_and_dangers_are_no_calamity(text: str) -> None:
    assert modes(text) == []


def test_people_who_came_to_harm_are_told_of_the_calamity_of_the_page() -> None:
    assert modes("By Friday 88 people were known to have died.") == []
    assert modes("By Friday 88 people were known to have died.", "flood") == ["flood"]
    assert modes("In 1951 as many as 112 people died.", "flood") == []
    assert modes("Police said 26 people were killed by gunmen.", "flood") == []


def test_a_calamity_carries_its_dead_its_day_and_its_place() -> None:
    text = "Two shepherds were killed by a landslide near Upper Kessel on 6 May."
    _, (one,) = told(text)
    assert [(a.name, a.number) for a in one.attributes] == [("deaths", 2.0)]
    assert one.when.start == "2025-05-06"
    assert one.place is not None and text[slice(*one.place)] == "Upper Kessel"
    assert one.found.coded is None


def test_a_known_calamity_is_not_dated_by_the_day_of_the_page() -> None:
    _, (one,) = told("The flood in Halmera has ruined the harvest.")
    assert one.when.start is None


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A gallery collapsed at the Varrow mine on Monday, killing eleven.", "collapse"),
        ("Nine people died on Sunday after a crane fell onto a school in Orm, police said.", "collapse"),
        ("A footbridge gave way in Orm on Sunday and 14 people drowned.", "collapse"),
        ("Police said a gas cylinder had exploded in a kitchen.", "blast"),
        ("Two trains collided outside Orm on Friday; firefighters and soldiers are searching the wreckage.", "crash"),
        ("Eight workers suffocated in a tank at a fish plant.", "disaster"),
        ("Power failed in most of the capital on Tuesday night.", "outage"),
    ],
)
def test_whoever_reports_or_helps_after_a_calamity_did_not_do_it(text: str, mode: str) -> None:
    assert modes(text) == [mode]
