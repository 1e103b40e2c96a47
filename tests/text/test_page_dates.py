"""page_dates: a line that is one day is read; anything else is not."""

from __future__ import annotations

import pytest

from readout.text.page_dates import find_day, read_day

READ = [
    ("May 3, 2021", "2021-05-03"), ("3 May 2021", "2021-05-03"), ("Monday, May 3, 2021", "2021-05-03"), ("Monday 3 May 2021", "2021-05-03"),
    ("Mon, 3 May 2021", "2021-05-03"), ("Sept. 3, 2021", "2021-09-03"), ("3rd of May 2021", "2021-05-03"), ("May 3, 2021 10:30 p.m.", "2021-05-03"),
    ("May 3, 2021 at 22:30 GMT", "2021-05-03"), ("3. Mai 2021, 22:30 Uhr", "2021-05-03"), ("Freitag, 7. Mai 2021", "2021-05-07"),
    ("vendredi 7 mai 2021", "2021-05-07"), ("jueves, 8 de mayo de 2021", "2021-05-08"), ("2021-05-03", "2021-05-03"), ("2021/05/03", "2021-05-03"),
    ("03.05.2021", "2021-05-03"), ("13/05/2021", "2021-05-13"), ("05/13/2021", "2021-05-13"), ("05/05/2021", "2021-05-05"),
]  # fmt: skip
UNREAD = [
    "", "May 2021", "May 3", "2021", "03/05/2021", "31 February 2021", "32 May 2021", "13.13.2021", "On May 3, 2021, they met", "May 3, 2021 they met",
    "3-5 May 2021", "Monday", "Room 3, May 2021 Street",
]  # fmt: skip


@pytest.mark.parametrize(("words", "day"), READ)
def test_reads_one_day(words: str, day: str) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize("words", UNREAD)
def test_reads_nothing_else(words: str) -> None:
    assert read_day(words) is None


def test_finds_a_day_within_a_line() -> None:
    line = "MARN, May 3, 2021 (Norda) —"
    found = find_day(line)
    assert found and (line[found.start : found.end], found.iso, found.weekday) == ("May 3, 2021", "2021-05-03", False)


def test_tells_a_weekday_written_out() -> None:
    assert [
        getattr(find_day(line), "weekday", None) for line in ("Monday, 3 May 2021", "Mon, 3 May 2021", "3 May 2021")
    ] == [True, False, False]
