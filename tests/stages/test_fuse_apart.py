"""A strike that goes on is one occurrence, whoever tells of it and when; what was called off stays apart from what is ahead."""

from __future__ import annotations

from tests.stages.fusing import event, fused, on, page

MODE = {"mode": "boycott"}
FIRST = page("first", "Porters of Ostrava began a strike on Monday.", "2025-03-11")
NEXT = page("next", "The union says 4,000 are on strike.", "2025-03-14")
OTHER = page("other", "Porters of Ostrava held a strike on Friday, months later.", "2025-09-12")


def test_reports_of_a_strike_on_other_days_are_one() -> None:
    events = [
        event(FIRST, "strike", "PROTEST", ["Ostrava"], **MODE, **on("2025-03-10")),
        event(NEXT, "strike", "PROTEST", ["4,000"], **MODE, **on("2025-03-14")),
    ]
    assert [o.reports for o in fused([FIRST, NEXT], events)[0]] == [2]


def test_a_strike_months_later_is_another() -> None:
    events = [
        event(FIRST, "strike", "PROTEST", ["Ostrava"], **MODE, **on("2025-03-10")),
        event(OTHER, "strike", "PROTEST", ["Ostrava"], **MODE, **on("2025-09-12")),
    ]
    assert len(fused([FIRST, OTHER], events)[0]) == 2


def test_a_trip_called_off_and_a_meeting_ahead_stay_two_where_no_page_has_a_day() -> None:
    off = page("off", "Ana Kol called off her trip to see Ilir Ruse over the seized ships.", None)
    ahead = page("ahead", "Ana Kol is to meet Ilir Ruse.", None)
    people = ["Ana Kol", "Ilir Ruse"]
    events = [
        event(off, "trip", "CONSULT", people, status="cancelled"),
        event(ahead, "meet", "CONSULT", people, status="planned"),
    ]
    assert sorted(o.status for o in fused([off, ahead], events)[0]) == ["cancelled", "planned"]
