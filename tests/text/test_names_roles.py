"""Offices in words: what is read from a stretch that begins with one."""

from __future__ import annotations

import pytest

from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.text.names_roles import Grammar, Role
from readout.text.names_tokens import reading


def role(text: str) -> tuple[Role | None, str]:
    tokens = reading(text, (0, len(text)), 0).tokens
    found = Grammar(places(), name_words()).role_at(tokens, 0)
    return found, text[found.start : found.end] if found else ""


@pytest.mark.parametrize(
    ("text", "words", "office", "country", "body", "status"),
    [
        ("Foreign Minister Tova Ellin of Norden", "Foreign Minister", "minister of foreign affairs", None, None, "current"),
        ("Norden's finance minister said", "Norden's finance minister", "minister of finance", "Norden", None, "current"),
        (
            "the Minister of Foreign Affairs of the Republic of Peru, A", "the Minister of Foreign Affairs of the Republic of Peru",
            "minister of foreign affairs", "Peru", None, "current",
        ),
        ("a former prime minister of Chad", "a former prime minister of Chad", "prime minister", "Chad", None, "former"),
        ("the acting police chief", "the acting police chief", "police chief", None, None, "acting"),
        (
            "spokeswoman for the Chadian defence ministry, said", "spokeswoman for the Chadian defence ministry",
            "spokeswoman", "Chadian", "Chadian defence ministry", "current",
        ),
        ("ministry spokesman Ole Brandt", "ministry spokesman", "spokesman", None, "ministry", "current"),
        ("U.S. Secretary of State Ann Lee", "U.S. Secretary of State", "secretary of state", "U.S.", None, "current"),
        ("head of the dock workers' union", "head of the dock workers' union", "head", None, "dock workers' union", "current"),
        ("the former Peruvian ambassador to China", "the former Peruvian ambassador to China", "ambassador", "Peruvian", None, "former"),
        ("a retired general", "a retired general", "general", None, None, "former"),
    ],
)  # fmt: skip
def test_an_office_is_read_with_its_body_country_and_status(
    text: str, words: str, office: str, country: str | None, body: str | None, status: str
) -> None:
    found, stretch = role(text)
    assert found is not None
    assert (stretch, found.role, found.country, found.body, found.status) == (words, office, country, body, status)


@pytest.mark.parametrize(
    "text", ["the president's office", "the Peruvian coast guard", "the ship sank", "Ole Brandt said"]
)
def test_what_is_no_office_gives_none(text: str) -> None:
    assert role(text)[0] is None


def test_two_wordings_of_an_office_have_one_key() -> None:
    keys = {
        r.key
        for text in ("the foreign minister", "Minister of Foreign Affairs", "the external affairs minister")
        if (r := role(text)[0])
    }
    assert keys == {"minister of foreign affairs"}


def test_an_office_in_the_plural_is_of_no_one_in_particular() -> None:
    found, _ = role("the foreign ministers of Peru and Chad")
    assert found is not None
    assert found.plural
