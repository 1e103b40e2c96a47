"""Acts worth their type on pages where acts are rare."""

from dataclasses import replace

from readout.stages.detect.worth import page_of, signs, weights, worth_telling
from tests.stages.fusing import event, page

PAGE = page("p", "Ana Kol met Ilir Ruse.")
SURE = replace(event(PAGE, "met", "ASSAULT", []), act_chance=0.99, found_by="rules")
GUESSED = replace(event(PAGE, "met", "CONCEDE", []), act_chance=0.7, found_by="network")
WORDS = 4000


def test_where_acts_are_common_all_are_told() -> None:
    assert worth_telling([SURE, GUESSED], WORDS, 0.0) == [SURE, GUESSED]


def test_where_acts_are_rare_a_guess_of_the_network_is_left_out() -> None:
    assert worth_telling([GUESSED], WORDS, 1.0) == []


def test_the_rules_are_believed_before_the_network_alone() -> None:
    around = page_of([SURE] * 4, WORDS, 1.0)

    def chance(found_by: str) -> float:
        told = dict(signs(replace(SURE, found_by=found_by), around))
        return weights().chance({**dict.fromkeys(weights().of, 0.0), **told})

    assert chance("rules") > chance("network")


def test_what_is_no_act_and_what_nobody_judged_stays() -> None:
    undone = replace(GUESSED, coded_type=None)
    unread = replace(GUESSED, act_chance=None)
    assert worth_telling([undone, unread], WORDS, 1.0) == [undone, unread]
