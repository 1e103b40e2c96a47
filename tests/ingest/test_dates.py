"""dates: what is read, and what is left alone."""

from __future__ import annotations

import pytest

from readout.ingest.dates import not_after, read_date
from readout.records import DateCandidate


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2021-05-03", "2021-05-03"),
        ("2021-05", "2021-05"),
        ("20210503", "2021-05-03"),
        ("2021-05-03T23:11:12-05:00", "2021-05-03T23:11:12-05:00"),
        ("2021-05-03T10:11:12.345Z", "2021-05-03T10:11:12+00:00"),
        ("2021-05-03 10:11", "2021-05-03T10:11:00"),
        ("Mon, 03 May 2021 10:00:00 GMT", "2021-05-03T10:00:00+00:00"),
        ("Mon, 3 May 2021 10:00:00 +0530", "2021-05-03T10:00:00+05:30"),
        ("D:20210503101112+02'00'", "2021-05-03T10:11:12+02:00"),
        ("D:20210503101112Z", "2021-05-03T10:11:12+00:00"),
        ("1620000000", "2021-05-03T00:00:00+00:00"),
        ("1620000000123", "2021-05-03T00:00:00+00:00"),
        ("3 May 2021", "2021-05-03"),
        ("3rd of May", None),
        ("May 3, 2021", "2021-05-03"),
        ("Sept. 3, 2021, 10:30 a.m.", "2021-09-03"),
        ("Monday, May 3rd, 2021 at 10:11 PM EDT", "2021-05-03"),
        ("May 3, 2021 Monday", "2021-05-03"),
        ("2021/5/3", "2021-05-03"),
        ("13/05/2021", "2021-05-13"),
        ("05.13.2021", "2021-05-13"),
        ("04/04/2021", "2021-04-04"),
        ("03/05/2021", None),
        ("2021-02-30", None),
        ("31 June 2021", None),
        ("yesterday", None),
        ("", None),
        ("12", None),
        ("9" * 400, None),
    ],
)
def test_only_what_can_mean_one_day_is_read(words: str, value: str | None) -> None:
    assert read_date(words) == value


def test_candidates_later_than_the_capture_are_left_out() -> None:
    values = ["2021-05-03", "2021-05-04", "2021-05", None, "2021-05-03T12:00:00+00:00", "2021-05-03T23:00:00+14:00"]
    candidates = tuple(DateCandidate(value, "meta", "x") for value in values)
    kept = not_after(candidates, "2021-05-03T10:00:00Z")
    assert [c.value for c in kept] == ["2021-05-03", "2021-05", None, "2021-05-03T23:00:00+14:00"]
    assert not_after(candidates, None) == candidates
