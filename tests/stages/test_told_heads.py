"""clean: heads that say in sentences, in emphasis or by a name alone who published a page, when, and whose words it has. All made up."""

from __future__ import annotations

import pytest

from tests.stages.test_clean import BODY, HEAD
from tests.stages.test_clean_document import document

TOLD = [
    # what stands under the headline, outlet, day, whom it credits
    ("*The Marn Herald. Tuesday, 4 May 2021. Ilse Toren reports from Sarn*", "The Marn Herald", "2021-05-04", None),
    ("*The Marn Herald, Tuesday 4 May 2021. Adapted from a report by the Sarn News Agency (SNA).*", "The Marn Herald", "2021-05-04",
     "Sarn News Agency"),
    ("**The Marn Herald**, Tuesday 4 May 2021. Based on a VLQ report.", "The Marn Herald", "2021-05-04", "VLQ"),
    ("*Sarn, 4 May 2021 (VLQ). This text was translated automatically from the Sarnese.*", None, "2021-05-04", "VLQ"),
    ("Korv Telegraf, 4 May 2021. Automatic translation from the Korvan. The original alone is binding.", None, "2021-05-04", None),
    ("**Weir & Sluice**, the blog of the lower Marn | posted Tuesday, May 4, 2021 by Ilse Toren", None, "2021-05-04", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "outlet", "day", "name"), TOLD)
def test_a_line_of_sentences_under_the_headline(line: str, outlet: str | None, day: str, name: str | None) -> None:
    made = document(f"{HEAD}\n\n{line}\n\n{BODY}")
    assert (made.published, made.credited_source) == (day, name)
    assert outlet is None or made.outlet == outlet


@pytest.mark.parametrize(
    "line", ["Marn, 4 May 2021. The two ministers resigned on the same day.", "On 4 May 2021 the bridge was closed."]
)
def test_a_first_paragraph_stays_text(line: str) -> None:
    assert document(f"{HEAD}\n\n{line}\n\n{BODY}").published in (None, "2021-05-04")
    assert document(f"{HEAD}\n\n{line}\n\n{BODY}").credited_source is None


@pytest.mark.parametrize(
    "line",
    [
        "Viewed: 9 May 2021, 22:14",
        "Page viewed: 9 May 2021, 08:14 | 3,911 views",
        "You are viewing this page on Sunday, 9 May 2021",
        "Last visited on 9 May 2021",
    ],
)
def test_the_day_a_page_was_looked_at_is_no_day_of_publication(line: str) -> None:
    made = document(f"{HEAD}\n{line}\n\n{BODY}")
    assert made.published is None
    assert [c.origin for c in made.date_candidates] == ["page_date"]


def test_a_dateline_in_bold_tells_the_day() -> None:
    made = document(f"{HEAD}\n\nBy Ilse Toren, The Marn Herald\n\n**SARN, Tuesday 4 May 2021** — {BODY}")
    assert made.published == "2021-05-04"


TAKEN = [
    ("From Vandra reports", "Vandra"),
    ("From the Sarn Register", "Sarn Register"),
    ("From Vellmark", "Vellmark"),
    ("(VLQ)", "VLQ"),
    ("Radio Sarn", "Radio Sarn"),
    ("Herald staff, with material from O Vento", "O Vento"),
    ("Source: Sarn Public Radio (abridged)", "Sarn Public Radio"),
]


@pytest.mark.parametrize(("line", "name"), TAKEN)
def test_a_line_under_the_outlet_names_the_source(line: str, name: str) -> None:
    assert document(f"{HEAD}\n\nThe Marn Herald\nTuesday, 4 May 2021\n{line}\n\nSARN — {BODY}").credited_source == name


@pytest.mark.parametrize("line", ["From Ilse Toren in Sarn", "From our correspondent", "From Sarn"])
def test_a_writer_or_a_town_after_from_is_no_source(line: str) -> None:
    assert document(f"{HEAD}\n\nThe Marn Herald\nTuesday, 4 May 2021\n{line}\n\nSARN — {BODY}").credited_source is None


def test_the_paper_a_text_first_appeared_in_is_its_source_and_not_its_outlet() -> None:
    text = f"{HEAD}\n\nBy Ilse Toren, The Sarn Mirror\nTuesday, 4 May 2021\n\n{BODY}\n\n"
    made = document(f"{text}This article first appeared in The Sarn Mirror and has been shortened.")
    assert (made.outlet, made.credited_source) == (None, "The Sarn Mirror")


def test_letters_in_the_dateline_of_an_agency_s_own_item_are_its_own() -> None:
    made = document(f"SARN, May 4 (VDN) - {BODY}", title=HEAD, outlet="Vandra News Desk")
    assert made.credited_source is None
    assert document(f"SARN, May 4 (VDN) - {BODY}", title=HEAD, outlet="Marn Herald").credited_source == "VDN"


def test_a_page_under_the_name_of_an_agency_is_its_own() -> None:
    text = f"{HEAD}\n\nVANDRA PRESS AGENCY (VPA)\nTuesday, 4 May 2021\nBy Ilse Toren\n\nSARN - {BODY}"
    assert document(text).credited_source is None
