"""clean: agencies that sign by bare letters or one word, and days in heads of many forms. All lines are made up."""

from __future__ import annotations

import pytest

from readout.text.houses import letters_of
from tests.stages.test_clean import BODY, HEAD
from tests.stages.test_clean_document import document

CREDITED = [
    # what stands between headline and text, whom it credits
    ("By our foreign desk; VLQ", "VLQ"),
    ("By Ilse Toren, VLQ", "VLQ"),
    ("Ilse Toren | VLQ", "VLQ"),
    ("VLQ | May 4, 2021", "VLQ"),
    ("The Marn Herald · 4 May 2021 · from VLQ", "VLQ"),
    ("From our wire service (VLQ)", "VLQ"),
    ("(Vandra Newswire)", "Vandra Newswire"),
    ("VLQ", "VLQ"),
    ("VLQ, DRN", "VLQ"),
    ("By our own staff, with agency material from VLQ", "VLQ"),
    ("Staff report, with material from the Vandra News Service", "Vandra News Service"),
    ("By our foreign desk; Vandrapress", "Vandrapress"),
    ("The Marn Herald\nBy our staff, with material from VLQ\nTuesday, May 4, 2021", "VLQ"),
    ("The Marn Herald | May 4, 2021\nBy Ilse Toren | Vandra Telegraph Agency", "Vandra Telegraph Agency"),
    ("AGENCY VANDRA, English service. Machine translation", "Agency Vandra"),
]
UNCREDITED = [
    "By Ilse Toren, CEO",
    "By Ilse Toren | WORLD",
    "Ilse Toren | May 4, 2021 | 14:05 GMT",
    "OPINION",
    "SARN | May 4, 2021",
    "By Ilse Toren, Vellmark",
    "By our foreign desk",
    "From our wire service",
    "By our staff, with material from the readers",
]
SIGNED = [("(VLQ)", "VLQ"), ("(VLQ, Norda)", "VLQ"), ("VLQ/jl/mt", "VLQ"), ("— VLQ/jl", "VLQ"), ("Wire: VLQ", "VLQ"),
          ("Compiled by our foreign desk from Vandrapress reports", "Vandrapress"), ("Reposted from Vandrapress", "Vandrapress"),
          ("Adapted from the Sarn Post, 3 May 2021", "Sarn Post"), ("Story credit: Radio Sarn", "Radio Sarn")]  # fmt: skip
UNSIGNED = ["(ENDS)", "(MORE)", "(JK)", "All prices in crowns (VLQ)", "For more news from Vandra News Agency, visit our partners page."]
DATELINES = [
    ("Marn [Vellia], May 4 (VLQ): ", "VLQ"),
    ("MARN, 4 May — Vandrinform. ", "Vandrinform"),
    ("MARN, May 4. VLQ. ", "VLQ"),
]


@pytest.mark.parametrize(("head", "name"), CREDITED)
def test_letters_and_services_below_the_headline(head: str, name: str) -> None:
    found = document(f"{HEAD}\n\n{head}\n\n{BODY}").credited_source or ""
    assert found.casefold() == name.casefold()


@pytest.mark.parametrize("head", UNCREDITED)
def test_letters_and_words_that_are_no_agency(head: str) -> None:
    assert document(f"{HEAD}\n\n{head}\n\n{BODY}").credited_source is None


@pytest.mark.parametrize(("tail", "name"), SIGNED)
def test_letters_below_the_text(tail: str, name: str) -> None:
    assert document(f"{HEAD}\n\n{BODY}\n\n{tail}").credited_source == name


@pytest.mark.parametrize("tail", UNSIGNED)
def test_marks_below_the_text_that_credit_nobody(tail: str) -> None:
    assert document(f"{HEAD}\n\n{BODY}\n\n{tail}").credited_source is None


@pytest.mark.parametrize(("head", "name"), DATELINES)
def test_an_agency_behind_place_and_day(head: str, name: str) -> None:
    assert document(f"{HEAD}\n\n{head}{BODY}", outlet="Vell Daily").credited_source == name


def test_one_word_behind_a_writer_is_an_agency_where_the_dateline_tells_the_place() -> None:
    assert document(f"{HEAD}\nBy Ilse Toren, Vellmark\n\nMARN — {BODY}").credited_source == "Vellmark"
    assert document(f"{HEAD}\nBy Ilse Toren, Marn\n\nMARN — {BODY}").credited_source is None


def test_letters_are_given_in_full_where_the_page_has_the_name() -> None:
    text = f"The Marn Courier, 4 May 2021\n\n{HEAD}\nBy Ilse Toren, Vandra Press Agency\n\nMARN (VPA) — {BODY}"
    assert document(text).credited_source == "Vandra Press Agency"


def test_the_agency_that_the_page_s_own_fields_name_as_writer_is_credited() -> None:
    assert document(f"{HEAD}\n\n{BODY}", bylines=("Vandra News Agency",)).credited_source == "Vandra News Agency"
    assert document(f"{HEAD}\n\n{BODY}", bylines=("Ilse Toren",)).credited_source is None
    assert document(f"{HEAD}\n\n{BODY}", bylines=("Vandra News Agency",), outlet="VNA").credited_source is None


def test_an_agency_s_own_page_credits_nobody() -> None:
    found = document(f"Vellmark\n4 May 2021\n\n{HEAD}\n\nMARN, May 4 (Vellmark) — {BODY}")
    assert (found.outlet, found.credited_source, found.published) == ("Vellmark", None, "2021-05-04")


PUBLISHED = [
    f"The Marn Herald\nBy Ilse Toren\nMay 4, 2021\n\n{HEAD}\n\n{BODY}",
    f"The Marn Herald\nTuesday, 4 May 2021\nIlse Toren\n\n{HEAD}\n\n{BODY}",
    f"Sarn Lookout\nIlse Toren\n4 May 2021\n\n{HEAD}\n\n{BODY}",
    f"SARN LOOKOUT                    Tuesday, May 4, 2021\n\n{HEAD}\n\n{BODY}",
    f"Sarn Lookout — Vol. 12, No. 4 — May 4, 2021\n\n{HEAD}\n\n{BODY}",
    f"The Marn Herald\n4 May 2021 (last update 6 May 2021)\n\n{HEAD}\n\n{BODY}",
    f"The Marn Herald\n\n{HEAD}\n\n4 May 2021, updated 6 May\n\n{BODY}",
    f"{HEAD}\n\nThe Marn Herald — printed in Sarn, our own presses being wet — Tuesday evening, May 4, 2021\n\n{BODY}",
    f"{HEAD}\n\nBy Ilse Toren\n\nMARN, Tuesday, 4 May 2021. {BODY}",
    f"The Marn Herald\n05/04/2021 – 23:10\n\n{HEAD}\n\nMARN, 4 May (Norda) — {BODY}",
    f"The Marn Herald\nTue 04/05/2021\n\n{HEAD}\n\n{BODY}",
    f"The Marn Herald\nTue, 4 May 2021 07:22:10 +0100\n\n{HEAD}\n\n{BODY}",
    f"The Marn Herald\nthe 4 May 2021\n\n{HEAD}\n\n{BODY}",
    f"The Marn Herald\n04-May-2021\n\n{HEAD}\n\n{BODY}",
    f"THE MARN SUN, May 4, 2021\n\n{HEAD}\n\n{BODY}",
    f"Sarn Lookout\nTuesday, 4 May 2021\n\n{HEAD}\n\n{BODY}",
]
UNDATED = [
    f"The Marn Herald\n05/04/2021 – 23:10\n\n{HEAD}\n\n{BODY}",  # two days
    f"The Marn Herald\n05/04/2021\n\n{HEAD}\n\nMARN, 9 June (Norda) — {BODY}",
    f"The Marn Herald\nPage viewed on 4 May 2021\n\n{HEAD}\n\n{BODY}",
    f"The Marn Herald\nWorld\nTuesday, 4 May 2021\n12°C\n\n{HEAD}\n\n{BODY}",
    f"{HEAD}\n\n{BODY}\n\nPrinted from marnherald.example on 4 May 2021",
]


@pytest.mark.parametrize("text", PUBLISHED)
def test_days_of_publication_in_heads_of_many_forms(text: str) -> None:
    assert document(text).published == "2021-05-04"


@pytest.mark.parametrize("text", UNDATED)
def test_days_that_are_none_of_publication(text: str) -> None:
    assert document(text).published is None


def test_a_day_of_the_visit_gives_way_to_the_one_below_the_headline() -> None:
    text = f"The Marn Herald\nIlse Toren\nSaturday, 8 May 2021\n\n{HEAD}\n\nBy Ilse Toren\n4 May 2021\n\n{BODY}"
    assert document(text).published == "2021-05-04"


def test_letters_credit_the_agency_they_are_short_for() -> None:
    assert letters_of("npa", "norda press agency")
    assert not letters_of("npb", "norda press agency")
    assert not letters_of("np", "norda press")
