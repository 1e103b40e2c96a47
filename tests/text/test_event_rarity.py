"""Acts on pages that tell of few must be surer ones."""

from dataclasses import replace

from readout.text.event_rarity import COMMON, FEWEST, borne_out
from tests.stages.fusing import event, page

ACT = replace(event(page("p", "Ana Kol met Ilir Ruse."), "met", "CONSULT", []), act_chance=0.7)
SENTENCES = 40


def test_where_acts_are_common_nothing_is_left_out() -> None:
    assert len(borne_out([ACT] * int(COMMON * SENTENCES), SENTENCES)) == COMMON * SENTENCES


def test_a_lone_act_of_a_long_page_must_be_sure() -> None:
    assert borne_out([ACT], SENTENCES) == []
    sure = replace(ACT, act_chance=0.999)
    assert borne_out([sure], SENTENCES) == [sure]


def test_a_short_page_and_what_nobody_judged_are_left_alone() -> None:
    assert borne_out([ACT], FEWEST - 1) == [ACT]
    unjudged = replace(ACT, act_chance=None)
    assert borne_out([unjudged], SENTENCES) == [unjudged]


def test_the_rarer_acts_are_the_more_is_asked() -> None:
    kept = [len(borne_out([ACT] * n, SENTENCES)) == n for n in range(1, SENTENCES)]
    assert kept == sorted(kept)
