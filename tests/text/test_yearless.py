"""A dateline without a year takes it from the other pages of its story, where they agree."""

from __future__ import annotations

from datetime import date

import pytest

from readout.text.yearless import Dated, is_day_line, names_in, weights_of, year_of_story, yearless

STORY = "Ilse Marn of Belvo Lines met the mayor of Tarvik, Oda Brenn, after the tanker Corvina lost fuel near Ostmark."
ELSE = "Striker Pavo Lind scored twice for Sarn United against Holmsey Rovers before Jutta Falk was sent off."


def page(key: str, text: str, day: str | None) -> Dated:
    return Dated(key, date.fromisoformat(day) if day else None, names_in(text))


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["TARVIK, March 4 (TNA) -"], (3, 4)),
        (["TARVIK, 4 March. /TNA/."], (3, 4)),
        (["Tarvik, Oct. 12 (TNA) —"], (10, 12)),
        (["TARVIK, March 4 (TNA) -", "4 March 2031"], None),
        (["TARVIK, March 4 (TNA) -", "March 6"], None),
        (["TARVIK (TNA) -"], None),
        (["TARVIK, February 31 (TNA) -"], None),
    ],
)
def test_a_day_without_its_year(lines: list[str], wanted: tuple[int, int] | None) -> None:
    found = yearless(lines)
    assert (found and (found.month, found.day)) == wanted


def year(told: str, *others: Dated) -> str | None:
    day, own = yearless([told]), page("own", STORY, None)
    assert day is not None
    found = year_of_story(day, own, others, weights_of([own, *others]))
    return found.day.isoformat() if found else None


def test_the_year_of_the_other_pages_of_the_story() -> None:
    told = "TARVIK, March 4 (TNA) -"
    assert year(told, page("a", STORY, "2031-03-05"), page("b", ELSE, "2029-03-04")) == "2031-03-04"
    assert year("TARVIK, Dec 30 (TNA) -", page("a", STORY, "2031-01-02")) == "2030-12-30"


def test_no_year_where_they_differ_or_none_is_of_the_story() -> None:
    told = "TARVIK, March 4 (TNA) -"
    assert year(told, page("a", STORY, "2031-03-05"), page("b", STORY, "2030-03-06")) is None
    assert year(told, page("a", ELSE, "2031-03-05")) is None
    assert year(told, page("a", STORY, "2031-06-05")) is None
    assert year(told, page("a", STORY, None)) is None
    assert year("TARVIK, Monday, March 4 (TNA) -", page("a", STORY, "2031-03-05")) is None  # a Tuesday


def test_a_line_of_a_head_that_is_little_but_a_day() -> None:
    assert is_day_line("Orlem, 6 March, 13:15")
    assert is_day_line("**Orlem Echo** | Saturday 7 March | *Words: Ada Poe*")
    assert is_day_line("Thursday, March 5")
    assert not is_day_line("March 5 victims are buried")
    assert not is_day_line("Minister will resign on Friday 6 March after the inquiry into the fire at the mill of Orlem")
