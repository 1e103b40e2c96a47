"""What is known beforehand of names: places of the world, and the words that stand around names."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

Gender = Literal["male", "female"] | None
PlaceKind = Literal["country", "capital", "city", "region", "seat", "organisation", "adjective"]


class City(NamedTuple):
    """A city as GeoNames has it; the most populous of its name where a name is looked up."""

    geonameid: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int


class Body(NamedTuple):
    """A body of world standing: its full name and its country, where it has one."""

    name: str
    country: str | None


class Seat(NamedTuple):
    """Who sits in a place whose name stands for them: `government`, or the name of a body."""

    holder: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Places:
    """Places of the world; every mapping is keyed by `folded` names, countries are ISO 3166-1 alpha-3."""

    names: Mapping[str, str]  # alpha-3 → usual English name
    countries: Mapping[str, str]  # name or alias → alpha-3
    adjectives: Mapping[str, str]  # Afghan → AFG
    peoples: Mapping[str, str]  # Briton → GBR
    capitals: Mapping[str, str]  # capital → alpha-3
    cities: Mapping[str, City]
    regions: Mapping[str, str | None]
    organisations: Mapping[str, Body]
    seats: Mapping[str, Seat]
    two_letters: Mapping[str, str]  # alpha-2 → alpha-3

    def kinds(self, name: str) -> tuple[PlaceKind, ...]:
        """Say what a name may be by the lists alone, most particular first."""
        key = folded(name)
        lists: tuple[tuple[PlaceKind, Mapping[str, object]], ...] = (
            ("country", self.countries), ("organisation", self.organisations), ("seat", self.seats),
            ("capital", self.capitals), ("adjective", self.adjectives), ("adjective", self.peoples),
            ("region", self.regions), ("city", self.cities),
        )  # fmt: skip
        return tuple(dict.fromkeys(kind for kind, known in lists if key in known))

    def country_of(self, name: str) -> str | None:
        """Give the country a name belongs to by the lists: its own, its people's, its capital's, its city's."""
        key = folded(name)
        for known in (self.countries, self.adjectives, self.peoples, self.capitals, self.regions):
            if key in known:
                return known[key]
        city = self.cities.get(key)
        return city.country if city else None


class Phrases(dict[str, str]):
    """Phrases with what they stand for; `starts` are their first words, to tell soon that none begins here."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        super().__init__(phrases)
        firsts = {phrase.split()[0] for phrase in phrases}
        self.ends = frozenset(phrase.split()[-1] for phrase in phrases)
        self.words = frozenset(word for phrase in phrases for word in phrase.split())
        self.starts = frozenset(firsts | {first.split("-")[0] for first in firsts})


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words around names; see `lexicon/names/words.toml`. Words are in lower case unless said otherwise."""

    honorifics: Mapping[str, Gender]  # as written
    ranks: Phrases  # word → canonical rank
    offices: Phrases  # word or words → canonical office
    portfolios: Phrases  # words → canonical portfolio
    institutions: Phrases  # words → the kind of public institution
    given: Mapping[str, str]  # folded given name → m, f or b
    surnames: frozenset[str]  # folded
    nicknames: Mapping[str, frozenset[str]]  # folded, in lower case → numbers of the families of names it is in
    bodies: frozenset[str]  # as written
    company_ends: frozenset[str]  # as written
    features: frozenset[str]  # as written
    feature_first: frozenset[str]  # as written
    streets: frozenset[str]  # as written
    calendar: frozenset[str]  # as written
    no_names: frozenset[str]  # as written
    male_words: frozenset[str]
    female_words: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    deputy: frozenset[str]
    rank: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    inside: frozenset[str]
    lower_bodies: frozenset[str]
    place_nouns: frozenset[str]
    place_nouns_many: frozenset[str]
    body_nouns: frozenset[str]
    directions: frozenset[str]
    matters: frozenset[str]  # as written
    vessels: frozenset[str]
    groups: frozenset[str]
    place_prepositions: frozenset[str]
    strong_place: frozenset[str]
    agency: frozenset[str]
    mind: frozenset[str]
    person_verbs: frozenset[str]
    done_by_places: frozenset[str]  # lemmas, as the next eight
    minded: frozenset[str]
    done_to_people: frozenset[str]
    owned_by_people: frozenset[str]
    had_with_people: frozenset[str]
    had_from_people: frozenset[str]
    had_against_people: frozenset[str]
    had_for_people: frozenset[str]
    put_on_people: frozenset[str]
    relations: frozenset[str]
    press_ends: frozenset[str]  # as written
    pronouns: frozenset[str]

    def gender_of(self, given: str) -> Gender:
        """Say what a given name tells of gender, by the lists."""
        known: dict[str, Gender] = {"m": "male", "f": "female"}
        return known.get(self.given.get(folded(given), ""))


STROKES: Final = str.maketrans("øØłŁđĐı’‘ʻ", "oOlLdDi'''")


@lru_cache(maxsize=200_000)
def folded(name: str) -> str:
    """Fold a name for look-up: no diacritics, straight apostrophes, single blanks, no leading article; case is kept."""
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name.translate(STROKES))
        name = "".join(c for c in parts if not unicodedata.combining(c))
    words = name.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "The") else words)
