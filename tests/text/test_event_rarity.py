"""Acts on pages that tell of few must be surer ones."""

from dataclasses import replace

from readout.text.event_found import Weighing
from readout.text.event_rarity import COMMON, FEWEST, borne_out, rarity
from readout.text.log_odds import chance
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


def test_rarity_goes_from_common_to_as_rare_as_can_be() -> None:
    told = [rarity(acts, 1000) for acts in (60, 20, 10, 0)]
    assert told[0] == 0.0
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_page_of_a_line_is_taken_for_one_of_a_story() -> None:
    assert rarity(1, 12) == 0.0
    assert rarity(0, 12) < rarity(0, 1200)


def test_where_acts_are_rare_other_weights_and_bars_count() -> None:
    weighing = Weighing({"actor": {"bias": 0.0, "far": 1.0, "rare bias": -1.0, "rare far": -2.0}}, {"actor": 0.2, "rare actor": 0.6})
    rare = replace(weighing, rarity=1.0)
    assert weighing.chance("actor", {"far": 1.0}) == chance(1.0)
    assert rare.chance("actor", {"far": 1.0}) == chance(-2.0)
    assert (weighing.bar("actor"), rare.bar("actor")) == (0.2, 0.6)
    assert replace(weighing, rarity=0.5).bar("actor") == 0.4
