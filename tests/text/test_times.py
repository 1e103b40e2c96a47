"""Time expressions: where they stand, what TIMEX3 value they have, which days they cover."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text.time_ranges import joined_ranges
from readout.text.time_words import UNITS
from readout.text.times import Time, read_times

WRITTEN = date(2031, 5, 6)  # a Tuesday


def shown(text: str, times: list[Time]) -> list[str]:
    """Write times as `words = TYPE value`."""
    return [f"{text[t.start : t.end]} = {t.type} {t.value}" for t in times]


# Sentence | expected, cut by ";;". Written on Tuesday 6 May 2031.
CASES = """
The talks were held on 4 May 2025 in the capital. | 4 May 2025 = DATE 2025-05-04
The talks were held on May 4, 2025. | May 4, 2025 = DATE 2025-05-04
The talks were held on Sunday, May 4th, 2025. | Sunday, May 4th, 2025 = DATE 2025-05-04
It opened on the 21st of June, 2019. | the 21st of June, 2019 = DATE 2019-06-21
Signed 2025-05-04 in Lund. | 2025-05-04 = DATE 2025-05-04
Filed 5/14/2025 by the clerk. | 5/14/2025 = DATE 2025-05-14
Filed 31/12/2024 by the clerk. | 31/12/2024 = DATE 2024-12-31
Filed 5/4/2025 by the clerk. | 5/4/2025 = DATE 2025
Filed 14.5.2025 by the clerk. | 14.5.2025 = DATE 2025-05-14
Born Sept. 9, 1971, he studied law. | Sept. 9, 1971 = DATE 1971-09-09
The envoy left on Feb 3. | Feb 3 = DATE 2031-02-03
The envoy left on 28 December. | 28 December = DATE 2030-12-28
The envoy will return on 28 December. | 28 December = DATE 2031-12-28
They will meet on June 2. | June 2 = DATE 2031-06-02
The treaty was signed in May 1992. | May 1992 = DATE 1992-05
The treaty was signed in March of 1992. | March of 1992 = DATE 1992-03
The treaty was signed in November. | November = DATE 2030-11
The treaty will be signed in November. | November = DATE 2031-11
The treaty was signed last November. | last November = DATE 2030-11
The summit is planned for next March. | next March = DATE 2032-03
It was agreed in May last year. | May last year = DATE 2030-05
It was agreed in August of last year. | August of last year = DATE 2030-08
Since January the border has been shut. | January = DATE 2031-01
By December the bridge will be open. | December = DATE 2031-12
The war began in 1914. | 1914 = DATE 1914
The 2024 elections were quiet. | 2024 = DATE 2024
It is the first visit since 2018. | 2018 = DATE 2018
Between 2011 and 2013 nothing changed. | 2011 = DATE 2011 ;; 2013 = DATE 2013
He ruled from 2011-13. | 2011 = DATE 2011 ;; 13 = DATE 2013
The 1939-1945 war. | 1939 = DATE 1939 ;; 1945 = DATE 1945
The fair runs from 3 to 5 May 2031. | 3 = DATE 2031-05-03 ;; 5 May 2031 = DATE 2031-05-05
The fair ran May 3-5, 2030. | May 3 = DATE 2030-05-03 ;; 5, 2030 = DATE 2030-05-05
In '98 the mine closed. | '98 = DATE 1998
In nineteen ninety-eight the mine closed. | nineteen ninety-eight = DATE 1998
In two thousand and five the mine closed. | two thousand and five = DATE 2005
In the 1990s the mine closed. | the 1990s = DATE 199
In the early 1990s the mine closed. | the early 1990s = DATE 199
In the mid-1980s the mine closed. | the mid-1980s = DATE 198
In the late '80s the mine closed. | the late '80s = DATE 198
In the sixties the mine opened. | the sixties = DATE 196
A painter of the 19th century. | the 19th century = DATE 18
A twenty-first century problem. | twenty-first century = DATE 20
Profit grew in the third quarter of 2030. | third quarter of 2030 = DATE 2030-Q3
Profit grew in Q3 2030. | Q3 2030 = DATE 2030-Q3
Profit grew in the first half of 2030. | the first half of 2030 = DATE 2030-H1
Profit will grow in the second half of the year. | the second half of the year = DATE 2031-H2
Profit grew in the third quarter. | third quarter = DATE 2030-Q3
Profit grew in the first quarter. | first quarter = DATE 2031-Q1
Spending in fiscal 2029 was cut. | fiscal 2029 = DATE 2029
Spending in FY29 was cut. | FY29 = DATE 2029
They met in the summer of 1969. | summer of 1969 = DATE 1969-SU
They met in spring 2030. | spring 2030 = DATE 2030-SP
They met last summer. | last summer = DATE 2030-SU
They will meet next winter. | next winter = DATE 2031-WI
They meet this spring. | this spring = DATE 2031-SP
It stood between mid-August and mid-October 2002. | mid-August = DATE 2002-08 ;; mid-October 2002 = DATE 2002-10
It ran from January 23 through March 9, 2029. | January 23 = DATE 2029-01-23 ;; March 9, 2029 = DATE 2029-03-09
It ran on Thursday, May 4. | Thursday, May 4 = DATE 2028-05-04
It ran by the year 2040. | the year 2040 = DATE 2040
The trial over a 1982 killing began. | 1982 = DATE 1982
In the Century City Towers Ana Christmas spoke. |
It was the fifth consecutive year. |
Only a quarter of members came. |
They met a few hours ago. | a few hours ago = DATE PAST_REF
They met on Sunday. | Sunday = DATE 2031-05-04
They met on Tuesday. | Tuesday = DATE 2031-05-06
They met on Wednesday. | Wednesday = DATE 2031-04-30
They will meet on Wednesday. | Wednesday = DATE 2031-05-07
On Thursday the minister will travel north. | Thursday = DATE 2031-05-08
The vote is scheduled for Friday. | Friday = DATE 2031-05-09
It was the last day of the talks. |
They met on 4 May 2025 and left next day. | 4 May 2025 = DATE 2025-05-04 ;; next day = DATE 2025-05-05
They met on 14 May 2025; the previous week they had not. | 14 May 2025 = DATE 2025-05-14 ;; the previous week = DATE 2025-W19
He is to leave on Friday. | Friday = DATE 2031-05-09
The vote is on Friday. | Friday = DATE 2031-05-09
Talks scheduled for Friday were put off. | Friday = DATE 2031-05-09
They went to the talks held on Friday. | Friday = DATE 2031-05-02
Shut since 2019, it will open by the end of the year. | 2019 = DATE 2019 ;; the end of the year = DATE 2031
He left in March and returned six months later. | March = DATE 2031-03 ;; six months later = DATE XXXX-XX
It is the third call in as many weeks. |
The vote is due on Friday. | Friday = DATE 2031-05-09
They agreed to meet again on Friday. | Friday = DATE 2031-05-09
The offer stands until Friday. | Friday = DATE 2031-05-09
They met last Sunday. | last Sunday = DATE 2031-05-04
They meet next Sunday. | next Sunday = DATE 2031-05-11
They meet this coming Friday. | this coming Friday = DATE 2031-05-09
They met this past Friday. | this past Friday = DATE 2031-05-02
They met on Monday of last week. | Monday of last week = DATE 2031-04-28
The shop is open from Monday to Friday. | Monday = DATE 2031-05-05 ;; Friday = DATE 2031-05-09
They spoke yesterday. | yesterday = DATE 2031-05-05
They spoke the day before yesterday. | the day before yesterday = DATE 2031-05-04
They speak tomorrow. | tomorrow = DATE 2031-05-07
They speak the day after tomorrow. | the day after tomorrow = DATE 2031-05-08
They speak today. | today = DATE 2031-05-06
They spoke last week. | last week = DATE 2031-W18
They spoke earlier this month. | earlier this month = DATE 2031-05
They spoke late last year. | late last year = DATE 2030
They speak early next week. | early next week = DATE 2031-W20
They spoke over the weekend. | the weekend = DATE 2031-W18-WE
They spoke last weekend. | last weekend = DATE 2031-W18-WE
They spoke at the end of last year. | the end of last year = DATE 2030
They spoke by the end of the month. | the end of the month = DATE 2031-05
They spoke two days ago. | two days ago = DATE 2031-05-04
They spoke two weeks ago. | two weeks ago = DATE 2031-W17
They spoke four months ago. | four months ago = DATE 2031-01
They spoke a year ago. | a year ago = DATE 2030
They spoke two and a half years ago. | two and a half years ago = DATE 2028-11
They spoke a decade ago. | a decade ago = DATE 2021
They spoke half a century ago. | Half a century ago = DATE 1981
It burned 65 million years ago. | 65 million years ago = DATE PAST_REF
It burned years ago. | years ago = DATE PAST_REF
It opens three days from now. | three days from now = DATE 2031-05-09
It opens in two weeks' time. | in two weeks' time = DATE 2031-W21
They met on 4 May 2025 and again two days later. | 4 May 2025 = DATE 2025-05-04 ;; two days later = DATE 2025-05-06
They met on 4 May 2025 and the day after. | 4 May 2025 = DATE 2025-05-04 ;; the day after = DATE 2025-05-05
They met on 4 May 2025. The next day they left. | 4 May 2025 = DATE 2025-05-04 ;; The next day = DATE 2025-05-05
They met in May 2025. A year later they fell out. | May 2025 = DATE 2025-05 ;; A year later = DATE 2026-05
They met in 2020 and the following year. | 2020 = DATE 2020 ;; the following year = DATE 2021
They met on 4 May 2025. That night it snowed. | 4 May 2025 = DATE 2025-05-04 ;; That night = TIME 2025-05-04TNI
They met on the day after the vote. | the day after = DATE XXXX-XX-XX
Three days later they left. | Three days later = DATE XXXX-XX-XX
He phoned on Sunday evening. | Sunday evening = TIME 2031-05-04TEV
He phoned on Sunday evening at half past five. | Sunday evening at half past five = TIME 2031-05-04T17:30
He phoned yesterday morning. | yesterday morning = TIME 2031-05-05TMO
He phoned last night. | last night = TIME 2031-05-05TNI
He phones tonight. | tonight = TIME 2031-05-06TNI
He phoned this morning. | this morning = TIME 2031-05-06TMO
He phoned at 5 p.m. on Monday. | 5 p.m. on Monday = TIME 2031-05-05T17:00
He phoned on Monday at 5:30pm. | Monday at 5:30pm = TIME 2031-05-05T17:30
He phoned at 12 a.m. on 4 May 2025. | 12 a.m. on 4 May 2025 = TIME 2025-05-04T00:00
He phoned at 17:30 GMT on 4 May 2025. | 17:30 GMT on 4 May 2025 = TIME 2025-05-04T17:30Z
He phoned at 1700 GMT. | 1700 GMT = TIME 2031-05-06T17:00Z
He phoned at five o'clock on Monday. | five o'clock on Monday = TIME 2031-05-05T05:00
He phoned on the morning of 4 May 2025. | the morning of 4 May 2025 = TIME 2025-05-04TMO
He phoned in the early hours of Monday. | the early hours of Monday = TIME 2031-05-05TMO
He phoned in the week of 4 May 2025. | the week of 4 May 2025 = DATE 2025-W18
The talks lasted five and a half hours. | five and a half hours = DURATION PT5H30M
The talks lasted an hour and forty minutes. | an hour and forty minutes = DURATION PT1H40M
The talks lasted almost six hours. | almost six hours = DURATION PT6H
The talks lasted half an hour. | half an hour = DURATION PT30M
The talks lasted an hour and a half. | an hour and a half = DURATION PT1H30M
The talks lasted three quarters of an hour. | three quarters of an hour = DURATION PT45M
The talks lasted 2½ hours. | 2½ hours = DURATION PT2H30M
The talks lasted 1.5 hours. | 1.5 hours = DURATION PT1H30M
The talks lasted two hours, ten minutes. | two hours, ten minutes = DURATION PT2H10M
After seven-and-a-half-hour talks they left. | seven-and-a-half-hour = DURATION PT7H30M
After 90-minute talks they left. | 90-minute = DURATION PT90M
A two-day visit. | two-day = DURATION P2D
An 18-month-old boy. | 18-month-old = DURATION P18M
A man 40 years old. | 40 years old = DURATION P40Y
The feud went on for six decades. | six decades = DURATION P60Y
The feud went on for two and a half years. | two and a half years = DURATION P2Y6M
The feud went on for half a century. | half a century = DURATION P50Y
The feud went on for years. | years = DURATION PXY
The feud went on for several months. | several months = DURATION PXM
The feud went on for hundreds of years. | hundreds of years = DURATION PXY
The feud went on for a few days. | a few days = DURATION PXD
The feud went on for a week. | a week = DURATION P1W
The feud went on for two or three weeks. | two or three weeks = DURATION PXW
The feud went on for a fortnight. | a fortnight = DURATION P2W
In the past three years it doubled. | the past three years = DURATION P3Y
In recent weeks it doubled. | recent weeks = DATE PAST_REF
In the coming weeks it will double. | the coming weeks = DURATION PXW
Over the next year it will double. | the next year = DURATION P1Y
They pray every day. | every day = SET P1D
They pray every other Sunday. | every other Sunday = SET XXXX-WXX-7
They pray every two weeks. | every two weeks = SET P2W
They pray each spring. | each spring = SET XXXX-SP
They pray every Friday night. | every Friday night = SET XXXX-WXX-5TNI
They pray on Sundays. | Sundays = SET XXXX-WXX-7
They pray twice a week. | twice a week = SET P1W
They pray daily. | daily = SET P1D
They report annually. | annually = SET P1Y
It costs $5 a day. | a day = SET P1D
It runs 24 hours a day. | 24 hours = DURATION PT24H ;; a day = SET P1D
It is now closed. | now = DATE PRESENT_REF
It is currently closed. | currently = DATE PRESENT_REF
It recently closed. | recently = DATE PAST_REF
It closed in the past. | the past = DATE PAST_REF
It may close in the future. | the future = DATE FUTURE_REF
They met on Christmas Day. | Christmas Day = DATE 2030-12-25
They met on New Year's Eve. | New Year's Eve = DATE 2030-12-31
They met on Easter Monday 2025. | Easter Monday 2025 = DATE 2025-04-21
They met on Good Friday 2025. | Good Friday 2025 = DATE 2025-04-18
He may march on the second floor. |
The march may begin. Sat, sun and fall. |
May said the offer stands. |
The Sunday Times reported a second term. |
About 2000 soldiers and 1,990 tents. |
The A320 flew over Highway 61 and room 2010. |
It won 3-1 with 5/6 of the votes and rose 1.5 percent. |
Flight 1815 cost $2030. |
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_expressions_are_read(case: str) -> None:
    text, _, wanted = case.rpartition("|")
    expected = [w.strip() for w in wanted.split(";;") if w.strip()]
    assert [s.lower() for s in shown(text, read_times(text, WRITTEN))] == [e.lower() for e in expected]


BOUNDS = [
    ("on 4 May 2025", "2025-05-04", "2025-05-04", "day", "stated"),
    ("in May 2025", "2025-05-01", "2025-05-31", "month", "stated"),
    ("in 2024", "2024-01-01", "2024-12-31", "year", "stated"),
    ("in the 1990s", "1990-01-01", "1999-12-31", "unknown", "stated"),
    ("last week", "2031-04-28", "2031-05-04", "month", "relative"),
    ("last weekend", "2031-05-03", "2031-05-04", "month", "relative"),
    ("in the first quarter of 2030", "2030-01-01", "2030-03-31", "year", "stated"),
    ("yesterday", "2031-05-05", "2031-05-05", "day", "relative"),
    ("in fiscal 2029", None, None, "unknown", "stated"),
    ("in the winter of 2029", None, None, "unknown", "stated"),
    ("in the last three days", "2031-05-03", "2031-05-06", "day", "stated"),
    ("for three days", None, None, "unknown", "stated"),
    ("now", None, None, "unknown", "relative"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision", "basis"), BOUNDS)
def test_dates_have_bounds(text: str, first: str | None, last: str | None, precision: str, basis: str) -> None:
    (time,) = read_times(text, WRITTEN)
    assert (time.date_start, time.date_end, time.precision, time.basis) == (first, last, precision, basis)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yesterday", "XXXX-XX-XX"), ("last week", "XXXX-WXX"), ("on Sunday", "XXXX-WXX-7"), ("on 4 May", "XXXX-05-04"),
        ("in November", "XXXX-11"), ("a year ago", "XXXX"), ("on Christmas Eve", "XXXX-12-24"), ("this month", "XXXX-XX"),
    ],
)  # fmt: skip
def test_without_a_day_of_writing_nothing_is_guessed(text: str, value: str) -> None:
    (time,) = read_times(text)
    assert (time.value, time.date_start) == (value, None)


def test_later_counts_from_the_reference_given() -> None:
    (time,) = read_times("Four months later they met.", WRITTEN, reference=date(2024, 11, 20))
    assert time.value == "2025-03"
    (time,) = read_times("The first round was four months previously.", WRITTEN, reference=date(2025, 3, 5))
    assert time.value == "2024-11"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It ran from 3 to 5 May 2031.", ["from 3 to 5 May 2031: 2031-05-03 to 2031-05-05, day"]),
        ("It ran May 3-5, 2030.", ["May 3-5, 2030: 2030-05-03 to 2030-05-05, day"]),
        ("It ran between 2011 and 2013.", ["between 2011 and 2013: 2011-01-01 to 2013-12-31, year"]),
        ("It ran from Monday through Friday.", ["from Monday through Friday: 2031-05-05 to 2031-05-09, day"]),
        (
            "It ran from May 2012 until 3 June 2012.",
            ["from May 2012 until 3 June 2012: 2012-05-01 to 2012-06-03, month"],
        ),
        ("In 2011 and 2013 it ran.", ["2011: 2011-01-01 to 2011-12-31, year", "2013: 2013-01-01 to 2013-12-31, year"]),
        ("From 2013 to 2011.", ["2013: 2013-01-01 to 2013-12-31, year", "2011: 2011-01-01 to 2011-12-31, year"]),
    ],
)
def test_ranges_join_their_ends(text: str, wanted: list[str]) -> None:
    joined = joined_ranges(text, read_times(text, WRITTEN))
    assert [f"{text[t.start : t.end]}: {t.date_start} to {t.date_end}, {t.precision}" for t in joined] == wanted


def test_a_tense_given_beats_the_words_around() -> None:
    ahead = read_times("Talks on Sunday.", WRITTEN, tense=lambda _: True)
    assert [t.value for t in ahead] == ["2031-05-11"]


VALUE = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|P(T?X[A-Z]|(\d+(\.\d+)?[YQMWDECL])*(T(\d+(\.\d+)?[HMS])+)?)"
    r"|[\dX]{2,4}|[\dX]{4}-([\dX]{2}|Q[\dX]|H\d|SP|SU|FA|WI)|[\dX]{4}-W[\dX]{2}(-WE|-\d)?(T.+)?|[\dX]{4}-[\dX]{2}-[\dX]{2}(T.+)?"
)
WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "in",
        "on",
        "at",
        "May",
        "March",
        "Sunday",
        "4",
        "5",
        "2025",
        "1990s",
        "'",
        "-",
        ",",
        ".",
        "next",
        "last",
        "week",
        "year",
        "years",
        "ago",
        "later",
        "hours",
        "half",
        "and",
        "two",
        "first",
        "quarter",
        "every",
        "Monday",
        "morning",
        "5:30",
        "p.m.",
        "GMT",
        "second",
        "past",
        "Q",
        "3",
        "before",
        "after",
        "99999999999",
        "0",
        "31/12/2024",
        "fiscal",
        "few",
        "hundred",
        "million",
    ]
)


@given(
    st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join)),
    st.sampled_from([None, WRITTEN, date.min, date.max]),
)
def test_any_text_gives_well_formed_times(text: str, anchor: date | None) -> None:
    last = 0
    for time in read_times(text, anchor):
        assert last <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == text[time.start : time.end].strip()
        assert VALUE.fullmatch(time.value), time.value
        assert (time.date_start is None) == (time.date_end is None)
        assert time.date_start is None or time.date_start <= (time.date_end or "")
        last = time.end


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_any_unit_can_be_counted_from_any_time_told(unit: str) -> None:
    """A fortnight later, a quarter earlier: every unit of the lexicon, behind every grain."""
    told = ("on 3 May 2024", "in May 2024", "in 2024", "last week", "over the weekend", "in the winter", "in the third quarter", "in the 1990s")  # fmt: skip
    for before in told:
        read_times(
            f"They met {before}. A {unit} later they met again; two {unit} earlier, the next {unit}, a {unit} ago.",
            date(2025, 3, 1),
        )


def test_a_fortnight_is_counted_from_a_day() -> None:
    values = [
        t.value for t in read_times("They met on 3 May 2024. A fortnight later they met again.", date(2025, 3, 1))
    ]
    assert values == ["2024-05-03", "2024-W20"]
