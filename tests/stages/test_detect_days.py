"""Acts that no words date get the day that their page tells of, or none."""

from __future__ import annotations

import pytest

from readout import read

PAGE = (
    "Ministers meet\n\nHOLM, June 5, 2024 - The ministers of Kestany and Belmarra met in Holm on Tuesday for four hours.\n\n"
    "On Tuesday evening Kestany released nine sailors. They signed a treaty on fishing. The opposition accused the government of weakness.\n\n"
    "In 2019 Kestany had bombed the harbour of Belmarra. The ministers will meet again on Friday.\n"
)


@pytest.fixture(scope="module")
def events(tmp_path_factory):
    """Give the events of the page by the words that tell them."""
    folder = tmp_path_factory.mktemp("days")
    (folder / "page.txt").write_text(PAGE, "utf-8")
    record = read([str(folder / "page.txt")], folder / "x.readout")
    text = next(iter(record.documents))["text"]
    return {text[e["start"] : e["end"]]: e for e in record.events}


def test_what_follows_the_day_of_the_page_is_of_that_day(events):
    signed = events["signed"]
    assert (signed["date_start"], signed["date_basis"]) == ("2024-06-04", "narrative")
    assert "no words date it; the page tells of 2024-06-04 around it (chance 0." in signed["because"]


def test_days_that_words_give_stay(events):
    assert (events["met"]["date_start"], events["met"]["date_basis"]) == ("2024-06-04", "relative")
    assert (events["bombed"]["date_start"], events["bombed"]["date_end"]) == ("2019-01-01", "2019-12-31")


def test_what_lies_ahead_gets_no_day_behind_the_page(events):
    assert all(e["date_start"] is None or e["date_start"] > "2024-06-05" for e in events.values() if e["status"] == "planned")


def test_every_day_has_a_basis_and_no_basis_stands_without_a_day(events):
    for e in events.values():
        assert (e["date_basis"] is None) == (e["date_start"] is None) or e["date_basis"] in ("stated", "relative")
        assert (e["date_precision"] == "unknown") == (e["date_start"] is None)
