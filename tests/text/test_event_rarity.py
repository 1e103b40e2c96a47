"""Acts on pages that tell of few must be surer ones."""

from dataclasses import replace

import pytest

from readout.text.event_found import Weighing
from readout.text.event_rarity import BY_NETWORK, BY_RULES, Scale, likely_acts, rarity
from readout.text.log_odds import chance


@pytest.mark.parametrize("scale", [BY_NETWORK, BY_RULES])
def test_rarity_goes_from_common_to_as_rare_as_can_be(scale: Scale) -> None:
    told = [rarity(acts, 1000, scale) for acts in (60, 20, 10, 0)]
    assert told[0] == 0.0
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("scale", [BY_NETWORK, BY_RULES])
def test_a_page_of_a_line_is_taken_for_one_of_a_story(scale: Scale) -> None:
    assert rarity(1, 12, scale) == 0.0
    assert rarity(0, 12, scale) < rarity(0, 1200, scale)


def test_the_little_that_the_network_gives_every_word_makes_no_act() -> None:
    assert likely_acts([[0.9] * 30, [0.85] * 20]) == 0.0
    assert likely_acts([[0.9, 0.0, 0.95]]) == pytest.approx(0.8)


def test_where_acts_are_rare_other_weights_and_bars_count() -> None:
    weighing = Weighing({"actor": {"bias": 0.0, "far": 1.0, "rare bias": -1.0, "rare far": -2.0}}, {"actor": 0.2, "rare actor": 0.6})
    rare = replace(weighing, rarity=1.0)
    assert weighing.chance("actor", {"far": 1.0}) == chance(1.0)
    assert rare.chance("actor", {"far": 1.0}) == chance(-2.0)
    assert (weighing.bar("actor"), rare.bar("actor")) == (0.2, 0.6)
    assert replace(weighing, rarity=0.5).bar("actor") == 0.4
