"""Look up the name of a place: which country, where, and how exactly the words tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from readout.text.names_known import City, Places, folded

PlacePrecision = Literal["site", "city", "region", "country"]

# Inhabitants from which a city is meant without a word of its country, alone of its name or not; ours. A small town named
# bare, or a namesake, is left unknown.
ALONE, KNOWN_ABROAD = 50_000, 1_000_000
TIMES_LARGER: Final = 8  # than the next of its name
PARTS: Final = re.compile(
    r"(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central|upper|lower)\s+(?=[A-Z])",
    re.IGNORECASE,
)
AROUND: Final = re.compile(
    r"(?:near|outside|inside|downtown|greater|in|around|the (?:port |capital |border )?(?:city|town|village) of)\s+(?=\S)",
    re.IGNORECASE,
)
LAND: Final = (
    "region|province|district|oblast|governorate|county|state|prefecture|canton|territory|area|peninsula|valley|coast"
)
AREA: Final = re.compile(rf"\s+(?:{LAND})$", re.IGNORECASE)
BEFORE_AREA: Final = re.compile(rf"the (?:{LAND}) of\s+(?=[A-Z])", re.IGNORECASE)
CAPITAL: Final = re.compile(r"(?:the )?(?P<whose>[A-Z].+?)(?:['’]s)? capital$|the capital of (?P<of>[A-Z].+)$")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name, all cities of a name, and the capital of each country."""

    places: Places
    cities: Mapping[str, Sequence[City]]  # folded name → most populous first
    capitals: Mapping[str, City]  # alpha-3 → its capital


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place found: usual name, country (alpha-3; null where it lies in several), degrees where known, how exact, and why."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    because: str


def find_place(name: str, gazetteer: Gazetteer, near: str | None = None) -> FoundPlace | None:
    """Look up a place; `near` is the country (alpha-3) the text speaks of. Null where the name is unknown or could be several.

    Reads "City, Country", "southern X", "the X region", "the Xish capital", "near X". Does not: guess among namesakes.
    """
    words = " ".join(name.split()).strip(" ,.")
    town, comma, rest = words.rpartition(",")
    if comma:
        country = country_of(rest.strip(), gazetteer)
        return find_place(town, gazetteer, country) if country else find_place(town.partition(",")[0], gazetteer, near)
    bare = AROUND.sub("", words, count=1) if AROUND.match(words) else words
    return capital(bare, gazetteer) or part_of(bare, gazetteer, near) or named(bare, gazetteer, near)


def country_of(words: str, gazetteer: Gazetteer) -> str | None:
    """Give the country of a name or adjective, or of a region that lies in one."""
    key, known = folded(words), gazetteer.places
    return known.countries.get(key) or known.adjectives.get(key) or known.regions.get(key)


def capital(words: str, gazetteer: Gazetteer) -> FoundPlace | None:
    """Read the Xish capital, X's capital, the capital of X."""
    match = CAPITAL.fullmatch(words)
    country = country_of(match["whose"] or match["of"], gazetteer) if match else None
    city = gazetteer.capitals.get(country) if country else None
    return of_city(city, "the capital of its country") if city else None


def part_of(words: str, gazetteer: Gazetteer, near: str | None) -> FoundPlace | None:
    """Read southern X, the X region, the province of X: known to the region; central X of a city is the city."""
    whole = named(words, gazetteer, near)
    if whole is not None and whole.precision != "city":
        return whole
    plain = folded(words)
    direction, before, behind = PARTS.match(plain), BEFORE_AREA.match(words), AREA.search(plain)
    if direction or before:
        inner = named(
            plain[direction.end() :] if direction else words[before.end() if before else 0 :], gazetteer, near
        )
    else:
        inner = named(plain[: behind.start()], gazetteer, near) if behind else None
    if inner is None:
        return None
    if direction and inner.precision == "city":
        return inner
    return FoundPlace(words, inner.country, None, None, "region", f"a part of {inner.name} or the land around it")


def named(words: str, gazetteer: Gazetteer, near: str | None) -> FoundPlace | None:
    """Look up a bare name: country, region, seat, city."""
    key, known = folded(words), gazetteer.places
    if not key or not key[0].isalpha() or key[0].islower():
        return None
    if key in known.regions and near is not None and known.regions[key] == near:
        return FoundPlace(words, near, None, None, "region", "a region of the country spoken of")
    if key in known.countries:
        code = known.countries[key]
        return FoundPlace(known.names.get(code, words), code, None, None, "country", "a country")
    if key in known.regions:
        country = known.regions[key]
        abroad = next((c for c in gazetteer.cities.get(key, ()) if c.country != country), None)
        if country and abroad and (abroad.country == near or abroad.population >= ALONE):
            return of_city(abroad, "a city of the country spoken of") if abroad.country == near else None
        return FoundPlace(words, country, None, None, "region", "a region of the world or of a country")
    if key in known.seats:
        return FoundPlace(
            words, known.seats[key].country, None, None, "site", "a place whose name stands for who sits there"
        )
    return city_of(key, gazetteer, near)


def city_of(key: str, gazetteer: Gazetteer, near: str | None) -> FoundPlace | None:
    """Choose among the cities of a name: one of the country spoken of, a capital, or the one that dwarfs its namesakes."""
    cities = gazetteer.cities.get(key, ())
    if not cities:
        return None
    there = next((c for c in cities if c.country == near), None)
    if there is not None:
        return of_city(there, "a city of the country spoken of")
    first = cities[0]
    if gazetteer.capitals.get(first.country) == first:
        return of_city(first, "a capital")
    dwarfs = len(cities) == 1 or first.population >= TIMES_LARGER * cities[1].population
    enough = first.population >= (ALONE if near is None else KNOWN_ABROAD)
    return of_city(first, "far the largest of its name") if dwarfs and enough else None


def of_city(city: City, because: str) -> FoundPlace:
    """Give a city as found."""
    return FoundPlace(city.name, city.country, city.lat, city.lon, "city", because)
