"""Quantities: value, bounds, modifier, unit and kind; what is no quantity."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.records import Word
from readout.text.quantities import Quantity, read_quantities
from readout.text.quantity_words import AFTER, BEFORE, Modifier, singular


def shown(quantity: Quantity) -> str:
    """Write a quantity: value or bounds, modifier, unit, kind."""
    value = f"{quantity.value:g}" if quantity.value is not None else "?"
    if quantity.modifier == "between":
        value = f"{quantity.low:g}..{quantity.high:g}"
    return f"{value} {quantity.modifier} {quantity.unit or '-'} {quantity.kind}".replace(" exact ", " ")


# Sentence | quantities, cut by ";;": value, modifier (none: exact), unit (-: none), kind.
CASES = (
    """
At least 12 people were hurt. | 12 at_least person count
No fewer than 30 ships sailed. | 30 at_least ship count
A minimum of three votes is needed. | 3 at_least vote count
Some 300 homes burned. | 300 about home count
About 40 homes burned. | 40 about home count
Roughly forty homes burned. | 40 about home count
An estimated 40 homes burned. | 40 about home count
Forty homes or so burned. | 40 about home count
Nearly 40 homes burned. | 40 almost home count
Almost 40 homes burned. | 40 almost home count
Close to 40 homes burned. | 40 almost home count
More than 40 homes burned. | 40 more_than home count
Over 40 homes burned. | 40 more_than home count
In excess of 40 homes burned. | 40 more_than home count
Fewer than 40 homes burned. | 40 less_than home count
Less than 40 homes burned. | 40 less_than home count
Just under 40 homes burned. | 40 less_than home count
No more than 40 homes burned. | 40 at_most home count
At most 40 homes burned. | 40 at_most home count
Up to 40 homes burned. | 40 up_to home count
As many as 40 homes burned. | 40 up_to home count
Exactly 40 homes burned. | 40 home count
40 homes or more burned. | 40 at_least home count
40 or fewer will do. | 40 at_most - count
Between 40 and 60 homes burned. | 40..60 between home count
From 40 to 60 homes burned. | 40..60 between home count
Some 40 to 60 homes burned. | 40..60 between home count
40-60 homes burned. | 40..60 between home count
Five or six homes burned. | 5..6 between home count
Two to three million people fled. | 2e+06..3e+06 between person count
Output rose from 12 to 40 percent. | 12 percent percent ;; 40 percent percent
Output fell from 40 to 12 percent. | 40 percent percent ;; 12 percent percent
Dozens of homes burned. | ? vague home count
Hundreds of homes burned. | ? vague home count
Tens of thousands of refugees came. | ? vague refugee count
Several hundred refugees came. | ? vague refugee count
Several homes burned. | ? vague home count
A few homes burned. | ? vague home count
A dozen homes burned. | 12 home count
Two dozen homes burned. | 24 home count
Half a dozen homes burned. | 6 home count
A hundred homes burned. | 100 home count
Twenty-five thousand homes burned. | 25000 home count
1,234,567 votes were cast. | 1.23457e+06 vote count
12.000 people marched. | 12000 person count
Rates rose to 3.250 percent. | 3.25 percent percent
1.250.000 votes were cast. | 1.25e+06 vote count
It rose by 3.125 points. | 3.125 point count
1.250 million people fled. | 1.25e+06 person count
1.5m people fled. | 1.5e+06 person count
1.5 million people fled. | 1.5e+06 person count
Two and a half million people fled. | 2.5e+06 person count
Twelve armed men came. | 12 man count
Twelve heavily armed young women came. | 12 woman count
One man came. | 1 man count
A 12-member panel met. | 12 member count
A five-point plan was read. | 5 point count
Two thirds of voters stayed home. | 0.666667 fraction voter fraction
Two-thirds of the voters stayed home. | 0.666667 fraction voter fraction
Half of the members left. | 0.5 fraction member fraction
Half the members left. | 0.5 fraction member fraction
A third of the members left. | 0.333333 fraction member fraction
More than half left. | 0.5 more_than - fraction
Three quarters of the houses burned. | 0.75 fraction house fraction
One in five children is poor. | 0.2 fraction child fraction
Twelve of the 30 captives were freed. | 12 part captive count ;; 30 captive count
Three out of 10 captives were freed. | 3 part captive count ;; 10 captive count
It cost $3.4 billion. | 3.4e+09 dollar money
It cost US$20m. | 2e+07 dollar money
It cost €5m. | 5e+06 euro money
It cost £3bn. | 3e+09 pound money
It cost 500 euros. | 500 euro money
It cost five million roubles. | 5e+06 rouble money
It cost 300 Swiss francs. | 300 franc money
It cost nearly $40 million. | 4e+07 almost dollar money
It cost between $2 million and $3 million. | 2e+06..3e+06 between dollar money
It cost $2-3 million. | 2e+06..3e+06 between dollar money
Prices rose 12 percent. | 12 percent percent
Prices rose 12 per cent. | 12 percent percent
Prices rose 12%. | 12 percent percent
Prices rose 0.5%. | 0.5 percent percent
Prices rose two percentage points. | 2 percentage point percent
Prices rose 5-10%. | 5..10 between percent percent
They talked for five and a half hours. | 5.5 hour duration
They talked for almost six hours. | 6 almost hour duration
They talked for an hour and forty minutes. | 100 minute duration
They talked for half an hour. | 30 minute duration
They talked for an hour. | 1 hour duration
They talked for a week. | 1 week duration
They talked for several days. | ? vague day duration
They talked for more than three hours. | 3 more_than hour duration
They talked for five to seven hours. | 5..7 between hour duration
They held 90-minute talks. | 90 minute duration
The talks, held over two days, failed. | 2 day duration
The talks lasted over two hours. | 2 more_than hour duration
The talks took twice as long as planned. | 2 time ratio
The crowd was three times as large as before. | 3 time ratio
They met three times. | 3 time count
It lies 40 kilometres north. | 40 kilometre distance
It lies 40km north. | 40 kilometre distance
It lies 2½ miles north. | 2.5 mile distance
A three-metre wall. | 3 metre distance
It weighs 200 kg. | 200 kilogram mass
It held 200 pounds of flour. | 200 pound mass
It covers 40 square kilometres. | 40 square kilometre area
It drove 90 km/h. | 90 kilometre per hour speed
It was 20 degrees Celsius. | 20 degree Celsius temperature
It was -5°C. | -5 degree Celsius temperature
It was minus 12 degrees. | -12 degree temperature
They pump 500 barrels. | 500 barrel volume
It was the first visit since 2018. | 1 rank visit rank
It was the third round of talks. | 3 rank round rank
It was his second term. | 2 rank term rank
An 18-month-old boy slept. | 18 month age
Oda Brell, 45, of Lund, won. | 45 year age
A woman aged 60 won. | 60 year age
A handful of homes burned. | ? vague home count
There were zero losses. | 0 loss count
Most of the 200 captives were freed. | 200 part captive count
300-plus captives were freed. | 300 more_than captive count
300+ captives were freed. | 300 more_than captive count
Some 300-odd captives were freed. | 300 about captive count
~300 captives were freed. | 300 about captive count
It cost 500 crore rupees. | 5e+09 rupee money
It cost USD 500 million. | 5e+08 dollar money
It cost €1.2bn-€1.5bn. | 1.2e+09..1.5e+09 between euro money
It was 40C. | 40 degree Celsius temperature
Six United Nations staff members and two sports facilities. | 6 member count ;; 2 facility count
One of the club's older members left. | 1 member count
Three-hundred and sixteen boats sailed. | 316 boat count
The wind blew at 12 m/s over 300 m. | 12 metre per second speed ;; 300 more_than metre distance
At the age of twenty-four she left. | 24 year age
They accuse one another of a zero-sum game, first with words. |
As he wrote, [12] it was late. |
They won 3-1. | 3 - score ;; 1 - score
The council voted 12 to 5. | 12 - score ;; 5 - score
On 4 May 2025 at 5 p.m. they met. |
In 1998 Resolution 1701 passed. |
The Boeing 747 left gate 5 with COVID-19 and Article 5. |
No. 10 and page 3. |
No one spoke. |
Call 555-1234 now. |
The Gang of Four met two weeks ago on 9/11. |
""".strip()
    .replace(" rank visit", " visit")
    .replace(" rank round", " round")
    .replace(" rank term", " term")
    .splitlines()
)


@pytest.mark.parametrize("case", CASES)
def test_quantities_are_read(case: str) -> None:
    text, _, wanted = case.rpartition("|")
    expected = [w.strip() for w in wanted.split(";;") if w.strip()]
    assert [shown(q) for q in read_quantities(text)] == expected


BOUNDS = [
    ("12 people", 12, 12), ("at least 12 people", 12, None), ("more than 12 people", 12, None), ("nearly 12 people", None, 12),
    ("up to 12 people", None, 12), ("fewer than 12 people", None, 12), ("about 12 people", None, None),
    ("between 12 and 15 people", 12, 15), ("dozens of people", 12, None), ("hundreds of people", 100, None),
    ("12 or more people", 12, None), ("$2-3 million", 2e6, 3e6),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), BOUNDS)
def test_modifiers_bound_the_value(text: str, low: float | None, high: float | None) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.low, quantity.high) == (low, high)


def test_the_span_covers_modifier_number_and_noun() -> None:
    text = "Police said at least 12 armed men fled."
    (quantity,) = read_quantities(text)
    assert text[quantity.start : quantity.end] == "at least 12 armed men"


def test_a_parse_tells_what_is_counted() -> None:
    text = "Seven crew died."
    words = [Word(0, 5, "NUM", "seven", 1, "nummod", "O"), Word(6, 10, "NOUN", "crew", 2, "nsubj", "O"),
             Word(11, 15, "VERB", "die", -1, "root", "O")]  # fmt: skip
    assert [q.unit for q in read_quantities(text)] == [None]
    assert [q.unit for q in read_quantities(text, words)] == ["crew"]


def test_modifiers_of_the_lists_are_those_of_the_type() -> None:
    assert {*BEFORE.values(), *AFTER.values()} <= set(get_args(Modifier))


@pytest.mark.parametrize(
    ("plural", "one"),
    [("people", "person"), ("countries", "country"), ("boxes", "box"), ("houses", "house"), ("buses", "bus"), ("talks", "talk"),
     ("churches", "church"), ("losses", "loss"), ("troops", "troop"), ("crisis", "crisis"), ("aircraft", "aircraft")],
)  # fmt: skip
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


PIECES = (
    "at least 12 3.5 1/2 of the a between and to or - $ € % million half third thirds twice times five in few dozens hundreds per "
    "cent degrees km / h people men years old , . 4 May 2025 first second minus no more than up k m US 0 99999999999999999999"
)


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join)))
def test_any_text_gives_well_formed_quantities(text: str) -> None:
    last = 0
    for quantity in read_quantities(text):
        assert last <= quantity.start < quantity.end <= len(text)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.modifier in get_args(Modifier)
        last = quantity.end
