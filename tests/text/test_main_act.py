"""main_act: whether a sentence tells an act or mentions it on the way to another."""

from __future__ import annotations

import pytest

from readout.text.main_act import MAIN, NAMED, PASSING, standing, verb_over
from tests.text.speech_reading import parser


def level(text: str, words: str) -> int:
    """Read a sentence and give the standing of some of its words."""
    at = text.index(words)
    return standing(parser().parse([text])[0], at, at + len(words))


@pytest.mark.parametrize(("text", "act"), [
    ("An explosion ripped through the Halde paper mill on Sunday.", "explosion"),
    ("Two dockers were arrested in Port Selm on Friday and taken to court.", "arrested"),
    ("Two dockers were arrested in Port Selm on Friday and taken to court.", "taken"),
    ("The council said that it had banned the fair.", "banned"),
    ("The ferry sank within ten minutes, the coast guard said.", "sank"),
    ("Talks between Varn and Odra were held in Lisk on Tuesday.", "Talks"),
    ("The two ministers held talks in Lisk.", "talks"),
    ("The minister decided to close the border.", "close"),
    ("Varn and Odra held two rounds of talks in Lisk.", "talks"),
    ("After a long night the guild called off the strike and went home.", "called off"),
    ("Flooding in the lower town killed nine people, according to the mayor.", "killed"),
])  # fmt: skip
def test_what_a_sentence_tells_itself_or_as_what_was_said_is_its_main_act(text: str, act: str) -> None:
    assert level(text, act) == MAIN


@pytest.mark.parametrize(("text", "act"), [
    ("Seven people were killed in an explosion at a mill in Halde.", "explosion"),
    ("Police broke up a protest in front of the town hall.", "protest"),
    ("Dockers in Port Selm went on strike on Monday.", "strike"),
    ("Nine people were hurt in clashes with the police.", "clashes"),
])  # fmt: skip
def test_what_its_clause_introduces_is_named_by_a_sentence(text: str, act: str) -> None:
    assert level(text, act) <= NAMED


@pytest.mark.parametrize(("text", "act"), [
    ("Thousands attended the funerals of nine men killed in the explosion.", "explosion"),
    ("Thousands attended the funerals of nine men killed in the explosion.", "killed"),
    ("The master of the vessel detained on 9 March said he was tired.", "detained"),
    ("Two guards who had been held for a month came home on Monday.", "held"),
    ("After six hours of talks in Lisk the firm agreed to pay.", "talks"),
    ("The minister resigned after police arrested his brother.", "arrested"),
    ("Rescuers ended their search, bringing the toll from Sunday's explosion to nine.", "explosion"),
    ("Criticism of the deal grew on Monday.", "deal"),
    ("The cabinet is under pressure to explain why the mill was allowed to open.", "allowed"),
    ("The arrested men were taken home by bus.", "arrested"),
    ("If the talks fail, dockers will strike.", "fail"),
    ("The harbour was quiet on the first morning since the strike.", "strike"),
    ("Ana Weld, who has faced calls to resign, opened the fair.", "calls"),
    ("The mayor asked whether the bridge had been closed.", "closed"),
    ("Nobody was hurt in the fire, which began in a kitchen.", "began"),
])  # fmt: skip
def test_what_stands_in_a_clause_or_phrase_beside_is_mentioned_in_passing(text: str, act: str) -> None:
    assert level(text, act) == PASSING


def test_a_sentence_without_a_parse_is_taken_to_tell_its_acts() -> None:
    assert standing((), 0, 4) == MAIN


@pytest.mark.parametrize(("text", "act", "verb"), [
    ("The court refused to outlaw the march.", "march", "outlaw"),
    ("The mayor declined to attend the meeting.", "meeting", "attend"),
    ("The guild refused to hold talks.", "talks", None),
    ("The guild refused talks.", "talks", None),
    ("The envoy cancelled the visit.", "visit", None),
])  # fmt: skip
def test_a_verb_between_what_governs_and_an_act_is_found(text: str, act: str, verb: str | None) -> None:
    at = text.index(act)
    assert verb_over(parser().parse([text])[0], at, at + len(act)) == verb
