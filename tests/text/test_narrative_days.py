"""Acts that no words date are of the day their page tells of, or of none."""

from __future__ import annotations

from datetime import date

import pytest

from readout.text.narrative_days import Act, Chosen, narrative_day, signs, weights

WEDNESDAY = date(2024, 6, 5)
TUESDAY = "2024-06-04"


def act(sentence: int, day: str | None = None, *, status: str = "happened", kind: str = "CONSULT", paragraph: int = 0) -> Act:
    """Make an act that stands in a sentence."""
    return Act(100 * sentence, sentence, paragraph, kind, status, day)


def test_what_follows_the_day_of_a_page_is_of_that_day():
    told = [act(1, TUESDAY), act(1, TUESDAY, kind="AGREE"), act(2)]
    chosen = narrative_day(told[2], told, WEDNESDAY, 8)
    assert chosen is not None
    assert chosen.day == TUESDAY
    assert weights().threshold <= chosen.chance < 1


@pytest.mark.parametrize("sentence", [0, 1, 2, 6, 29])
def test_a_page_that_names_no_day_leaves_it_open(sentence):
    lone = act(sentence)
    assert narrative_day(lone, [lone], WEDNESDAY, 30) is None


@pytest.mark.parametrize("status", ["planned", "hypothetical", "conditional", "historical", "question"])
def test_what_lies_ahead_or_far_back_is_of_no_day_behind_the_page(status):
    told = [act(1, TUESDAY), act(2, status=status)]
    assert narrative_day(told[1], told, WEDNESDAY, 8) is None


def test_days_long_past_or_ahead_are_no_days_that_a_page_tells_of():
    told = [act(1, "2024-03-01"), act(2, "2024-06-20"), act(3)]
    assert set(signs(told[2], told, WEDNESDAY, 8)) == {TUESDAY, WEDNESDAY.isoformat()}


def test_the_day_told_last_weighs_more_than_one_told_far_off():
    told = [act(1, "2024-06-01"), act(20, TUESDAY, paragraph=5), Act(2050, 20, 5, "AGREE", "happened", None)]
    held = signs(told[2], told, WEDNESDAY, 30)
    assert weights().chance(held[TUESDAY]) > weights().chance(held["2024-06-01"])


def test_no_sign_depends_on_the_order_of_equal_things():
    told = [act(1, TUESDAY), act(2), act(3, TUESDAY)]
    assert signs(told[1], told, WEDNESDAY, 4) == signs(told[1], list(told), WEDNESDAY, 4)
    assert isinstance(narrative_day(told[1], told, WEDNESDAY, 4), Chosen)
