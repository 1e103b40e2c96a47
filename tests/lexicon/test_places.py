"""The gazetteer: countries, peoples, cities, seats, bodies; and the words around names."""

from __future__ import annotations

from pathlib import Path

import pytest

import readout.lexicon
from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.text.names_known import folded

FOLDER = Path(readout.lexicon.__file__).parent


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("the United States", "USA"), ("U.S.", "USA"), ("Côte d’Ivoire", "CIV"), ("North Korea", "PRK"),
        ("DR Congo", "COD"), ("Republic of Kenya", "KEN"), ("Saint Lucia", "LCA"), ("Kosovo", "XKX"),
        ("Burmese", "MMR"), ("Britons", "GBR"), ("Dutch", "NLD"), ("Kiev", "UKR"), ("Washington", "USA"),
        ("Bogotá", "COL"), ("Bogota", "COL"), ("Crimean", "UKR"),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_country(name: str, country: str) -> None:
    assert places().country_of(name) == country


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Georgia", ("country",)), ("Beijing", ("capital", "city")), ("Kremlin", ("seat",)),
        ("NATO", ("organisation",)), ("Chinese", ("adjective",)), ("Balkans", ("region",)), ("Nowhereville", ()),
    ],
)  # fmt: skip
def test_a_name_is_of_the_kinds_its_lists_say(name: str, kinds: tuple[str, ...]) -> None:
    assert places().kinds(name) == kinds


def test_every_country_code_in_our_lists_is_a_country() -> None:
    known = places()
    codes = {*known.countries.values(), *known.adjectives.values(), *known.peoples.values(), *known.capitals.values()}
    codes |= {c for c in known.regions.values() if c} | {b.country for b in known.organisations.values() if b.country}
    codes |= {s.country for s in known.seats.values() if s.country} | {c.country for c in known.cities.values()}
    assert codes <= set(known.names)


def test_the_largest_city_of_a_name_is_meant_and_has_its_position() -> None:
    city = places().cities["Paris"]
    assert (city.country, round(city.lat), round(city.lon)) == ("FRA", 49, 2)


def test_case_tells_an_acronym_from_a_word() -> None:
    assert places().kinds("WHO") == ("organisation",)
    assert places().kinds("who") == ()


def test_folding_drops_marks_and_the_article_and_keeps_case() -> None:
    assert folded("the  Élysée") == "Elysee"
    assert folded("Łódź’s") == "Lodz's"


def test_titles_offices_and_portfolios_have_one_canonical_form() -> None:
    known = name_words()
    assert known.honorifics["Ms."] == "female"
    assert known.offices["premier"] == known.offices["prime minister"]
    assert known.portfolios["defense"] == known.portfolios["national defence"]
    assert known.gender_of("Maria") == "female"


def test_the_lists_are_small_and_say_where_they_come_from() -> None:
    for folder in ("places", "names"):
        assert (FOLDER / folder / "NOTICE.md").is_file()
    size = sum(f.stat().st_size for folder in ("places", "names") for f in (FOLDER / folder).glob("*.tsv"))
    assert size <= 5_000_000
