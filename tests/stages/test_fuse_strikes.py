"""A strike that goes on is one occurrence, told by its number, by those on strike and by their union, on other days."""

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
