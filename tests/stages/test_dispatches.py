"""An agency's own dispatch is the origin of its words; what another house prints of it is a copy."""

from __future__ import annotations

import pytest

from readout.records import Layout
from readout.stages.clean import clean
from readout.tables import Table
from tests.stages.test_clean import english, layout

TITLE = "Harbour of Tarvik closed after tanker loses fuel"
TEXT = (
    "The harbour of Tarvik was closed on Tuesday after a tanker lost 40 tonnes of fuel near the northern pier.\n\n"
    "Crews worked through the night to lay booms across the channel, said the port captain, Ilse Marn.\n\n"
    "Fishing boats were told to stay at their berths until Friday, the harbour office said in a statement."
)


def issued(text: str, **fields: object) -> tuple[str | None, str | None]:
    documents, _, _ = clean(Table.of(Layout, [layout(text, **fields)]), identify=english)  # type: ignore[arg-type]
    return documents[0].outlet, documents[0].credited_source


OWN = [
    f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}",
    f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}\n\n(TNA)",
    f"{TITLE}\n\nTARVIK, 4 March. /TNA/. {TEXT}",
    f"{TITLE}\n\nBy Ilse Toren and Oda Brenn\n\nTARVIK, March 4 (TNA) - {TEXT}\n\n(Reporting by Ilse Toren; editing by Oda Brenn)",
    f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}\n\n(TNA; editing by O. Brenn)",
    f"TNA - Tarvikan News Agency\n\n{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}",
]
TAKEN = [
    f"{TITLE}\n\nTarvik Gazette, 5 March 2031\n\nTARVIK, March 4 (TNA) - {TEXT}",
    f"{TITLE}\n\nBy our own staff, with material from TNA\n\nTARVIK - {TEXT}",
    f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}\n\nSource: TNA",
    f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}\n\nThis story first appeared in The Tarvik Gazette.",
    f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}\n\nThe port captain told the Tarvik Gazette that the work would last a week.",
    f"{TITLE}\n\nTARVIK GAZETTE — Tuesday 4 March 2031 — Staff and TNA\n\nTARVIK, March 4 (TNA) - {TEXT}",
    f"{TITLE}\n\nTARVIK GAZETTE — 4 March 2031 — Staff and Tarvik Newswire\n\n{TEXT}",
    f"{TITLE}\n\nTranslated by machine from the Tarvikan. TNA\n\nTARVIK, March 4 (TNA) - {TEXT}",
    f"{TITLE}\n\nVoice of Tarvik\n\nBy Ilse Toren, Tarvik News Agency\n\n{TEXT}",
    f"{TITLE}\n\nTarvik Lookout, 5 March 2031\n\nBy Ilse Toren, Tarvik News Agency\n\n{TEXT}",
    f"{TITLE}\n\n(TNA) {TEXT}",
]
SIGNED = [
    f"{TITLE}\n\nBy Ilse Toren, Tarvik Newswire\n\nTARVIK, 4 March - {TEXT}",
    f"{TITLE}\n\nBy Ilse Toren and Oda Brenn, Tarvik Newswire, Marn\nTuesday, 4 March 2031, 21:40\n\n{TEXT}",
    f"{TITLE}\n\nTarvik Newswire\n\nBy Ilse Toren\n\nTARVIK, Vellia, 4 March 2031 (Tarvik)\n\n{TEXT}",
]


@pytest.mark.parametrize("text", SIGNED)
def test_the_only_publisher_behind_the_writers_is_the_pages_own(text: str) -> None:
    assert issued(text) == ("Tarvik Newswire", None)


@pytest.mark.parametrize("text", OWN)
def test_a_dispatch_that_names_nobody_but_its_agency_is_the_agencys_own(text: str) -> None:
    assert issued(text) == ("TNA", None)


def test_letters_and_name_are_one_agency() -> None:
    assert issued(f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}\n\n(Tarvik News Agency)") == ("Tarvik News Agency", None)
    top = f"{TITLE}\n\nTARVIK NEWS AGENCY\nBy Ilse Toren in Tarvik\n4 March 2031\n\nTARVIK, March 4 (Tarvik) - {TEXT}"
    assert issued(top)[1] is None


@pytest.mark.parametrize("text", TAKEN)
def test_a_page_that_names_another_publisher_or_a_source_has_it_from_there(text: str) -> None:
    assert issued(text)[0] != "TNA"


def test_a_page_of_the_web_or_of_an_outlet_has_it_from_the_agency() -> None:
    text = f"{TITLE}\n\nTARVIK, March 4 (TNA) - {TEXT}"
    assert issued(text, outlet="Tarvik Gazette") == ("Tarvik Gazette", "TNA")
    assert issued(text, url="https://gazette.example/4")[1] == "TNA"
    assert issued(text, external_id="tarvik.html")[1] == "TNA"
