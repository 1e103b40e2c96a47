"""Months and days that something is put off to or due on lie ahead, whatever the tense; so do those of a plan in the present."""

from __future__ import annotations

from datetime import date

import pytest

from readout.text.lexemes import tokenize
from readout.text.times import read_times

CASES = [
    ("The summit, originally due in May, was postponed to September.", ["2024-05", "2024-09"]),
    ("The visit was put off until June.", ["2024-06"]),
    ("The meeting was pushed back to Friday.", ["2024-03-15"]),
    ("The club moved its meeting from Monday to Thursday.", ["2024-03-18", "2024-03-21"]),
    ("He went back to the village in February.", ["2024-02"]),
    ("The inquest opens on Monday.", ["2024-03-18"]),
    ("The lord mayor visits the docks on Friday.", ["2024-03-15"]),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_what_is_put_off_lies_ahead(text: str, values: list[str]) -> None:
    assert [t.value for t in read_times(text, date(2024, 3, 14), tokens=tokenize(text))] == values


# The page is of a Thursday, 14 March 2024.
SET_BEFORE = [
    # what was set for a day and did not come to pass, whatever the distance
    ("The parade planned for Sunday did not take place.", ["2024-03-10"]),
    ("A sitting scheduled for Saturday never began.", ["2024-03-09"]),
    ("The auction set for Friday failed to start.", ["2024-03-08"]),
    ("The regatta due on Sunday went ahead in the rain.", ["2024-03-10"]),
    ("The concert planned for Friday was held indoors.", ["2024-03-08"]),
    # what was set for a day and may be over or not: the day just past, else the one ahead
    ("The hearing, which was to have opened at noon on Wednesday, never took place.", ["2024-03-13T12:00"]),
    ("The ferry was to have sailed on Tuesday.", ["2024-03-12"]),
    ("The ferry was to have sailed on Saturday.", ["2024-03-16"]),
    ("She left early, after having cancelled a lecture planned for Wednesday.", ["2024-03-13"]),
    ("A lecture planned for Sunday has been cancelled.", ["2024-03-17"]),
    ("The delegates were due to sit down on Wednesday.", ["2024-03-13"]),
    ("The delegates were due to sit down on Monday.", ["2024-03-18"]),
    ("The curfew should have ended on Tuesday.", ["2024-03-12"]),
    ("The envoy had been expected on Wednesday.", ["2024-03-13"]),
    ("They had set a deadline of Wednesday evening.", ["2024-03-13TEV"]),
    # what is set now, or told as ahead behind the day
    ("The lecture is planned for Wednesday.", ["2024-03-20"]),
    ("The lecture planned for Wednesday will be held indoors.", ["2024-03-20"]),
    ("They want the clerk freed before the sitting planned for Tuesday.", ["2024-03-19"]),
    ("The delegates are due to sit down on Wednesday.", ["2024-03-20"]),
    ("The lecture was put off to Wednesday.", ["2024-03-20"]),
    # the past of verbs without -ed
    ("The count had begun on Saturday, in heavy rain.", ["2024-03-09"]),
    ("The prisoners have fled since Sunday.", ["2024-03-10"]),
    ("The window may have been broken on Sunday.", ["2024-03-10"]),
    # proposed as a day, asked for by a day
    ("She had proposed Friday as a new date.", ["2024-03-15"]),
    ("We demand that the boats be returned by Saturday.", ["2024-03-16"]),
]


@pytest.mark.parametrize(("text", "values"), SET_BEFORE)
def test_a_day_that_something_was_set_for_may_be_past(text: str, values: list[str]) -> None:
    assert [t.value for t in read_times(text, date(2024, 3, 14), tokens=tokenize(text))] == values
