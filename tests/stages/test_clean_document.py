"""clean: what a page says of itself: the upstream it credits, its day, its language, its writers."""

from __future__ import annotations

import pytest

from readout.records import DateCandidate, Document, Layout
from readout.stages.clean import clean
from readout.stages.clean.imprints import read_imprint
from readout.tables import Table
from tests.stages.test_clean import BODY, HEAD, STORY, english, layout


def document(text: str, identify: object = english, **fields: object) -> Document:
    documents, _, _ = clean(Table.of(Layout, [layout(text, **fields)]), identify=identify)  # type: ignore[arg-type]
    return documents[0]


PAGE = f"{HEAD}\n\n{BODY}"

CREDITED = [
    (f"{PAGE}\n\nSource: Norda", "Norda"),
    (f"{PAGE}\n\n(Source: The Sarn Post)", "The Sarn Post"),
    (f"{PAGE}\n\nSource\nThe Sarn Post", "The Sarn Post"),
    (f"{PAGE}\n\nSource: https://www.sarnpost.example/a/b?c=1", "www.sarnpost.example"),
    (f"{PAGE}\n\nSource: sarnpost.com", "sarnpost.com"),
    (f"{PAGE}\n\nQuelle: dpa", "dpa"),
    (f"{PAGE}\n\nReuters", "Reuters"),
    (f"{PAGE}\n\n(AFP)", "AFP"),
    (f"{PAGE}\n\n— Xinhua", "Xinhua"),
    (f"{PAGE} (Reuters)", "Reuters"),
    (f"{PAGE}\n\nAFP\n\nsource feed-2", "AFP"),
    (f"{PAGE}\n\nThis article first appeared in The Sarn Post.", "The Sarn Post"),
    (f"{PAGE}\n\nThis story was originally published by The Sarn Post on May 4.", "The Sarn Post"),
    (f"{PAGE}\n\nRepublished with permission from The Sarn Post.", "The Sarn Post"),
    (f"{PAGE}\n\nWith inputs from Norda", "Norda"),
    (f"{PAGE}\n\n(With reporting from AFP)", "AFP"),
    (f"{PAGE}\n\nCopyright 2021 The Associated Press. All rights reserved.", "The Associated Press"),
    (f"{HEAD}\nBy Ilse Toren, Associated Press\n\n{BODY}", "Associated Press"),
    (f"{HEAD}\nBy Reuters\n\n{BODY}", "Reuters"),
    (f"{HEAD}\n\nMARN, May 4 (Norda) — {BODY}", "Norda"),
    (f"{HEAD}\n\nMarn (dpa) - {BODY}", "dpa"),
    (f"{HEAD}\n\nMARN (AFP) — {BODY}", "AFP"),
]  # fmt: skip


def test_the_outlet_behind_a_writer_is_a_credit_only_on_the_page_of_another() -> None:
    text = f"{HEAD}\nBy Ilse Toren, The Sarn Post\n\n{BODY}"
    assert document(text, outlet="Marn Daily").credited_source == "The Sarn Post"
    assert (document(text).credited_source, document(text).outlet) == (None, "The Sarn Post")


@pytest.mark.parametrize(("text", "name"), CREDITED)
def test_the_upstream_a_page_names(text: str, name: str) -> None:
    found = document(text, outlet="Vell Daily")
    assert found.credited_source == name
    assert found.credited_because and name.split(".")[0] in found.credited_because


UNCREDITED = [
    PAGE,
    f"{PAGE}\n\nSource: site-3",
    f"{PAGE}\n\nSource: Agencies",
    f"{PAGE}\n\nSource: {{{{source_name}}}}",
    f"{PAGE}\n\nSource:",
    f"{PAGE}\n\nSource: unknown",
    f"{PAGE}\n\nAccording to the Sarn Post, the toll was halved.",
    f"{PAGE}\n\nReuters reported that the toll was halved.",
    f"{PAGE}\n\nBrenn told AFP that the toll was halved.",
    f"{HEAD}\nThe bridge at Sarn. Photo: Jan Kerr/AFP\n\n{BODY}",
    f"{HEAD}\nAFP/Getty Images\n\n{BODY}",
    f"{HEAD}\nBy Ilse Toren, Staff Writer\n\n{BODY}",
    f"{HEAD}\nBy Ilse Toren, Marn\n\n{BODY}",
    f"{HEAD}\n\nMARN, May 4, 2021 — {BODY}",
    f"{HEAD}\n\nMARN (May 4) — {BODY}",
    f"{PAGE}\n\nPaul Renk in Sarn contributed reporting.",
    f"{PAGE}\n\nCopyright 2021 Sarn Media. All rights reserved.",
    f"{PAGE}\n\nRelated Articles\nReuters journalist freed",
    f"{STORY[0]}\n\nCrops in tons, 2020 and 2021\n\nSource: Ministry of Trade\n\n{STORY[1]}",
]


@pytest.mark.parametrize("text", UNCREDITED)
def test_a_page_that_names_none(text: str) -> None:
    found = document(text)
    assert (found.credited_source, found.credited_because) == (None, None)


@pytest.mark.parametrize(
    "credit",
    ["Source: The Marn Herald", "Source: www.marnherald.com", "This article first appeared in the Marn Herald."],
)
def test_the_outlet_itself_is_no_upstream(credit: str) -> None:
    found = document(f"{PAGE}\n\n{credit}", outlet="Marn Herald", url="https://www.marnherald.com/a")
    assert found.credited_source is None


OUTLETS = [
    # the first line of a page, the outlet it names
    ("Sarn Herald | News you need today", "Sarn Herald"),
    ("SARN HERALD ► MARN ► NEWS", "Sarn Herald"),
    ("SarnWire24 — All of it, all day", "SarnWire24"),
    ("The Marn Courier – since 1904 on your table", "The Marn Courier"),
    ("World News | Europe and the islands", None),
    ("Long Road | How the bridge was closed", None),
    ("Marn — a town between two rivers", None),
    ("YouTube | watch it there in full", None),
]


@pytest.mark.parametrize(("line", "outlet"), OUTLETS)
def test_the_outlet_of_a_text_from_its_masthead(line: str, outlet: str | None) -> None:
    trail = "Home » World » Europe"
    assert document(f"Friday, May 7, 2021\n{line}\n{trail}\n{HEAD}\nBy Ilse Toren\n\n{BODY}").outlet == outlet


DATED = [
    (f"Monday, 10 May 2021\n\n{PAGE}", None, "none"),
    (f"Monday, May 10, 2021\n{HEAD}\n\n{BODY}", None, "none"),
    (f"{HEAD}\nPublished: May 4, 2021\n\n{BODY}", "2021-05-04", "inferred"),
    (f"{HEAD}\nPosted on Tuesday, 4 May 2021\n\n{BODY}", "2021-05-04", "inferred"),
    (f"{HEAD}\nBy Ilse Toren\nMay 4, 2021\n\n{BODY}", "2021-05-04", "inferred"),
    (f"Monday, 10 May 2021\n{HEAD}\nPublished 04.05.2021 at 19:15\n\n{BODY}", "2021-05-04", "inferred"),
    (f"{HEAD}\nPublished 03/04/2021\n\n{BODY}", None, "none"),
    (f"{HEAD}\n\nMARN, May 4, 2021 (Norda) — {BODY}", "2021-05-04", "dateline"),
    (f"{HEAD}\n\nMARN, May 4 (Norda) — {BODY}", None, "none"),
    (PAGE, None, "none"),
    (f"{HEAD}\nBy the Herald desk, compiled from Norda\nTuesday 4 May 2021\n\n{BODY}", "2021-05-04", "inferred"),
    (f"{HEAD}\n\n{BODY}\n\nSource: Norda\nMonday, 10 May 2021", None, "none"),
    (f"{HEAD}\n\nPress office of the Ministry of Trade, Marn, 7 May 2021\n\n{BODY}", "2021-05-07", "dateline"),
    (f"{HEAD}\n\nA look at the bridge since the flood of 7 May 2021\n\n{BODY}", None, "none"),
]


@pytest.mark.parametrize(("text", "day", "basis"), DATED)
def test_the_day_of_publication(text: str, day: str | None, basis: str) -> None:
    found = document(text)
    assert (found.published, found.published_basis) == (day, basis)


def candidates(*given: tuple[str, str]) -> tuple[DateCandidate, ...]:
    return tuple(DateCandidate(value, origin, value) for origin, value in given)  # type: ignore[arg-type]


ORIGINS = [
    ((("meta", "2021-05-03"), ("jsonld", "2021-05-04T08:00:00+02:00")), "2021-05-04", "jsonld"),
    ((("url", "2021-05-03"), ("meta", "2021-05-04")), "2021-05-04", "meta"),
    ((("http", "2021-05-09"), ("file", "2021-05-09"), ("page_date", "2021-05-09")), None, "none"),
    ((("meta", "2021-06-01"), ("url", "2021-05-04")), "2021-05-04", "url"),
    ((("given", "2021-05-02"), ("jsonld", "2021-05-04")), "2021-05-02", "given"),
]


@pytest.mark.parametrize(("given", "day", "basis"), ORIGINS)
def test_dates_by_trust_and_none_after_the_capture(
    given: tuple[tuple[str, str], ...], day: str | None, basis: str
) -> None:
    found = document(PAGE, date_candidates=candidates(*given), captured_at="2021-05-10T12:00:00Z")
    assert (found.published, found.published_basis) == (day, basis)


def test_a_day_of_revision_serves_only_where_there_is_no_other() -> None:
    revised = DateCandidate("2021-05-06", "meta", "modified 2021-05-06")
    assert document(PAGE, date_candidates=(revised,)).published_basis == "inferred"
    url = DateCandidate("2021-05-04", "url", "2021/05/04")
    assert document(PAGE, date_candidates=(revised, url)).published == "2021-05-04"


LANGUAGES = [
    (("en", 0.99), None, "en", True),
    (("de", 0.99), None, "de", False),
    (("en", 0.5), None, None, False),
    (("en", 0.5), "en-GB", "en", True),
    (("en", 0.5), "de", None, False),
    (None, "en", None, False),
]


@pytest.mark.parametrize(("found", "declared", "language", "analysed"), LANGUAGES)
def test_language(found: tuple[str, float] | None, declared: str | None, language: str | None, analysed: bool) -> None:
    made = document(PAGE, identify=lambda text: found, declared_language=declared)
    assert (made.language, made.analysed) == (language, analysed) and made.analysed_because


def test_a_few_letters_have_no_language() -> None:
    assert document("Sarn, 3.", identify=english).language is None


BYLINES = [
    (f"{HEAD}\nBy Ilse Toren and Paul Renk\n\n{BODY}", ("Ilse Toren", "Paul Renk")),
    (f"{HEAD}\nBy Ilse Toren, Associated Press\n\n{BODY}", ("Ilse Toren",)),
    (f"{HEAD}\nBy Ilse Toren in Marn\n\n{BODY}", ("Ilse Toren",)),
    (f"{HEAD}\nBy Reuters\n\n{BODY}", ()),
    (f"{HEAD}\nBy Reuters Staff\n\n{BODY}", ()),
    (f"{HEAD}\nBy Otto Vell, Foreign Minister\n\n{BODY}", ("Otto Vell",)),
    (PAGE, ()),
]


@pytest.mark.parametrize(("text", "names"), BYLINES)
def test_writers_from_the_text(text: str, names: tuple[str, ...]) -> None:
    assert document(text).bylines == names


def test_the_headline_and_the_host_serve_where_the_format_gives_nothing() -> None:
    found = document(PAGE, url="https://www.sarn.example/a")
    assert (found.title, found.outlet) == (HEAD, "sarn.example")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{HEAD}\nMarn Daily\nBy Continental Press\n\n{BODY}", "Continental Press"),
        (f"{HEAD}\n\n{BODY} (Continental Press)", "Continental Press"),
        (f"{HEAD}\n\n{BODY} (The Sarn Post)", "The Sarn Post"),
        (f"{HEAD}\nBy Marn Free Press\n\n{BODY}", None),
    ],
)
def test_agencies_and_outlets_by_their_names(text: str, name: str | None) -> None:
    found = document(text)
    assert (found.credited_source, found.bylines) == (name, ())


def test_a_bulletin_whose_only_headline_is_its_number_and_day_is_of_that_day() -> None:
    assert document(f"Harbour bulletin no. 4, 3 May 2021\n\n{BODY}").published == "2021-05-03"
    assert document(f"What was decided on 3 May 2021\n\n{BODY}").published is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("**Harrow Gazette** — Saturday, 7 June 2031 — *Staff and agencies*", "Harrow Gazette"),
        ("QuickBrief24 | World | Jun 8, 2031", "QuickBrief24"),
        ("StoryStreamNow - June 13, 2031 - by admin", "StoryStreamNow"),
        ("NewsLoop Staff · October 16, 2031 · 2 min read", "NewsLoop"),
        ("McDonald - June 13, 2031", None),
        ("Ilse Toren - June 13, 2031", None),
        ("DeWitt, 3 June 2031", None),
    ],
)
def test_an_imprint_names_the_outlet_beside_staff_and_minutes_of_reading(line: str, outlet: str | None) -> None:
    found = read_imprint(line)
    assert (found.outlet if found else None) == outlet
