"""Texts of one house on one matter are one voice; pages that lean on others are none for certain."""

from __future__ import annotations

from tests.stages.trace.test_trace import OTHER, page, traced

SPILL = (
    "Ilse Marn, the port captain of Tarvik, closed the harbour after the tanker Belvo lost fuel near the northern pier. "
    "Booms were laid across the channel while fishing boats stayed at their berths."
)
LATER = (
    "Fishing boats left their berths again when Ilse Marn opened the channel at Tarvik. Divers had searched the northern pier "
    "for fuel from the tanker, and the booms were taken in."
)
QUOTED = "“Nobody will pay a single crown for that bridge before the winter is over,” Oda Brenn said. "


def record(*pages):
    (made,) = (v for v in traced(*pages)[2] if v.about == "record")
    return made.voices_low, made.voices_high


def test_two_texts_of_one_outlet_on_one_matter_are_one_voice():
    assert record(page("a", SPILL, outlet="Tarvik Post"), page("b", LATER, outlet="The Tarvik Post")) == (1, 1)


def test_two_texts_of_one_outlet_on_two_matters_are_two_voices():
    assert record(page("a", SPILL, outlet="Tarvik Post"), page("b", OTHER, outlet="Tarvik Post")) == (2, 2)


def test_two_outlets_on_one_matter_are_two_voices():
    assert record(page("a", SPILL, outlet="Tarvik Post"), page("b", LATER, outlet="Sund Mail")) == (2, 2)


def test_a_page_that_names_another_as_its_informant_is_no_voice_for_certain():
    leans = page("b", OTHER + " The bridge is to open in May, Brenn said, according to the Tarvik Post.", outlet="Sund Mail")
    assert record(page("a", SPILL, outlet="Tarvik Post"), leans) == (1, 2)
    assert record(page("a", SPILL, outlet="Holm Radio"), leans) == (2, 2)


def test_a_page_without_a_date_that_quotes_what_another_quotes_is_no_voice_for_certain():
    dated = page("a", QUOTED + SPILL, outlet="Tarvik Post", published="2024-05-02")
    assert record(dated, page("b", OTHER + "\n\n" + QUOTED, outlet="Sund Mail")) == (1, 2)
    assert record(dated, page("b", OTHER + "\n\n" + QUOTED, outlet="Sund Mail", published="2024-05-02")) == (2, 2)
