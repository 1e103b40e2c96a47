"""Tell countries, governments, bodies and places apart and together: by list, by words, by country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from readout.text.names import Named
from readout.text.names_atlas import Atlas
from readout.text.names_known import NameWords, folded
from readout.text.names_person import Place
from readout.text.names_roles import DETERMINERS, POSSESSIVE
from readout.text.names_runs import key_of
from readout.text.tokens import words as word_spans

ThingType = Literal["country", "government", "organisation", "place", "group"]
OWNER: Final = re.compile(r"((?:[A-Z][\w-]+ ?)+)['’]s ")  # X in "X's health ministry"
GOVERNMENT: Final = frozenset(("government", "side", "governments"))
NOT_NAMING: Final = frozenset(("own", "public", "other", "same", "new", "local", "old", "whole"))  # no word of a name
MINISTRY: Final = frozenset(("ministry", "department"))
OWNED: Final = frozenset(
    ("Ministry", "Department", "Parliament", "Office", "Senate", "Congress", "Cabinet", "Assembly")
)
OF_STATE_ALONE: Final = frozenset(
    ("Treasury", "Parliament", "Senate", "Congress", "Cabinet", "Politburo", "Navy", "Army")
)
EMPTY: Final = frozenset(("of", "the", "for", "and", "in", "on", "a", "an", "'", "’", "'s", "’s", "-", "&"))


@dataclass
class Thing:
    """A country, government, body or place with every use of its names."""

    type: ThingType
    name: str
    country: str | None
    uses: dict[Place, str] = field(default_factory=dict)  # where → why it is this one
    names: set[str] = field(default_factory=set)
    scope: str | None = None  # of a body without name or country: the page that speaks of it


@dataclass(frozen=True, slots=True)
class Meant:
    """What words are taken to mean: the type, the name that stands for all wordings, the country, and why."""

    type: ThingType
    name: str
    country: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Bodies:
    """Reads what the names and descriptions of a pile mean, persons aside."""

    known: Atlas
    words: NameWords

    def meant(self, n: Named) -> Meant | None:
        """Say what one name or description means by itself; None where the page around must tell."""
        if n.form == "adjective":
            country = self.known.country(n.text)
            return self.as_country(country, "the adjective of the country") if country else None
        if n.form in ("descriptor", "title") and n.role is None:
            return self.described(n.text)
        if n.owner and self.known.country(n.owner) and OWNED & set(n.text.split()):
            return self.described(f"{n.text} of {n.owner}")
        if n.form == "metonym":  # a country that only other pages show to be one
            country = self.known.country(n.text) if self.known.kind(n.text) == "country" else None
            return self.as_country(country, "the country by its name") if country else self.as_seat(n.text)
        return self.named(n) if n.form == "name" else None

    def as_country(self, country: str, why: str) -> Meant:
        """Mean a country."""
        return Meant("country", self.known.name(country), country, why)

    def as_government(self, country: str, why: str) -> Meant:
        """Mean a government."""
        return Meant("government", f"the government of {with_article(self.known.name(country))}", country, why)

    def as_seat(self, name: str) -> Meant | None:
        """Mean who sits in a place that acts: a government, or the body that a known seat stands for."""
        seat = self.known.places.seats.get(folded(name))
        country = seat.country if seat else self.known.country_of_place(name)
        if country and seat is None and self.is_other_city(name):
            return self.as_place(name)
        if country and (seat is None or seat.holder == "government"):
            return self.as_government(country, f"{name} acts here, and stands for its government")
        if seat and seat.country and seat.holder.startswith("Ministry"):
            return self.described(f"{seat.holder} of {self.known.name(seat.country)}")
        if seat and seat.holder != "government":
            return Meant("organisation", seat.holder, seat.country, f"{name} acts here, and stands for who sits there")
        return self.as_place(name) if self.known.kind(name) == "place" else None

    def is_other_city(self, name: str) -> bool:
        """A listed city that is no capital stands for no government of a country."""
        kinds = self.known.places.kinds(name)
        return "city" in kinds and "capital" not in kinds

    def as_place(self, name: str) -> Meant:
        """Mean a place."""
        return Meant("place", name, self.known.country_of_place(name), f"a place: {self.why(name)}")

    def why(self, name: str) -> str:
        """Say what decided what a name is."""
        found = self.known.verdicts.get(key_of(name))
        return found.because if found else "the words around it"

    def named(self, n: Named) -> Meant | None:
        """Mean what a name is taken for over the pile."""
        if folded(n.text) in self.known.places.seats and self.known.kind(n.text) == "organisation":
            return self.as_seat(n.text)
        listed = self.known.places.organisations.get(folded(n.text))
        kind = self.known.kind(n.text)
        plain = folded(n.text).removeprefix("Republic of ")
        country = self.known.country(plain) if "country" in (kind, self.known.kind(plain)) else None
        if country:
            return self.as_country(country, f"the country by its name: {self.why(n.text)}")
        people = self.known.learned.get(key_of(n.text)) if kind in (None, "organisation", "place") else None
        if people:
            return self.as_country(people, "its adjective, or its people")
        if listed and kind == "organisation":
            return Meant("organisation", listed.name, listed.country, "a listed name of the body")
        if kind == "organisation" and n.text in self.words.bodies - OF_STATE_ALONE and not listed:
            return None  # the Group, the Commission: the page around must tell which
        if kind == "organisation":
            made = self.described(n.text)
            return made or Meant("organisation", n.text, None, f"a body: {self.why(n.text)}")
        return self.as_place(n.text) if kind == "place" else None

    def described(self, text: str) -> Meant | None:
        """Mean a body by the words that describe it, where they are enough: a ministry or government of a country."""
        tokens = [text[a:b] for a, b in word_spans(text)]
        low = [t.lower() for t in tokens]
        country = self.country_in(tokens)
        portfolio = self.portfolio(low)
        at_large = self.of_country(tokens, country) if country else None
        if country and at_large:
            return self.public(at_large, country, "the institution of that kind and country")
        country = country or self.located(text)
        if low[-1] in self.words.groups:
            return self.as_group(tokens, country) if country else None
        if GOVERNMENT & set(low) and country and not portfolio:
            return self.as_government(country, "a description of the government")
        if (MINISTRY & set(low)) and portfolio:
            if not country:
                return None
            return self.public(f"ministry of {portfolio}", country, "the ministry of that field and country")
        content = [t for t in tokens if t.lower() not in EMPTY | DETERMINERS]
        if len(content) < 2 or (GOVERNMENT | MINISTRY | NOT_NAMING) & set(low):
            return None
        plain = " ".join(tokens[1:] if low[0] in DETERMINERS else tokens)
        return Meant("organisation", tidy(plain), country, "a body by the words that describe it")

    def of_country(self, tokens: Sequence[str], country: str) -> str | None:
        """Give the kind of a public institution whose words tell nothing else but its country."""
        rest = [t for t in tokens if t.lower() not in {*DETERMINERS, *POSSESSIVE, "of", "in", "local"}]
        named = set(self.known.name(country).split())
        for a, b in pairwise(rest):
            named |= {a, b} if self.known.places.country_of(f"{a} {b}") == country else set()
        rest = [t for t in rest if not (t[0].isupper() and (self.known.country(t) == country or t in named))]
        return self.words.institutions.get(" ".join(rest).lower())

    def public(self, kind: str, country: str, why: str) -> Meant:
        """Mean the public institution of a kind and a country; a ministry by its field."""
        if kind == "government":
            return self.as_government(country, why)
        if kind.startswith("ministry of "):
            field = kind.removeprefix("ministry of ")
            title = " ".join(w if w in ("and", "the", "of") else w.capitalize() for w in field.split())
            return Meant("organisation", f"Ministry of {title} of {self.known.name(country)}", country, why)
        return Meant("organisation", f"{kind} of {with_article(self.known.name(country))}", country, why)

    def as_group(self, tokens: Sequence[str], country: str) -> Meant:
        """Mean people of a country by what they are: officials of X."""
        nouns = [t.lower() for t in tokens if t[0].islower() and t.lower() not in DETERMINERS | POSSESSIVE]
        name = f"{' '.join(nouns)} of {with_article(self.known.name(country))}"
        return Meant("group", name, country, "people of that country by what they are")

    def located(self, text: str) -> str | None:
        """Give the country of the place a body is said to be in or of."""
        for lead in (" of ", " in "):
            place = text.rpartition(lead)[2] if lead in text else ""
            if place and self.known.kind(place) in ("place", "country"):
                return self.known.country_of_place(place)
        owner = OWNER.match(text)
        return self.known.country_of_place(owner[1]) if owner and self.known.kind(owner[1]) == "place" else None

    def country_in(self, tokens: Sequence[str]) -> str | None:
        """Find the country in the words of a body: the word behind the last "of", else the first capitalised one."""
        tokens = [t.removesuffix("'s").removesuffix("’s") for t in tokens]
        tokens = [t for t in tokens if t]
        pairs = [f"{a} {b}" for a, b in pairwise(tokens) if a[0].isupper() and b[0].isupper()]
        for text in (*(p for p in pairs if self.known.places.country_of(p)), *reversed(tokens), *tokens):
            if text[0].isupper() and text != "States":
                country = self.known.country(text)
                if country:
                    return country
        return None

    def portfolio(self, low: Sequence[str]) -> str | None:
        """Find the field of a ministry."""
        for length in (3, 2, 1):
            for i in range(len(low) - length + 1):
                found = self.words.portfolios.get(" ".join(low[i : i + length]))
                if found:
                    return found
        return None


def with_article(country: str) -> str:
    """Write a country's name as it stands within a sentence: the United States, the Philippines."""
    plural = country.endswith(("Islands", "States", "Emirates", "Netherlands", "Philippines", "Maldives", "Seychelles"))
    takes = (
        plural
        or country.endswith("Republic")
        or country.startswith(("United ", "Democratic Republic", "Republic of the"))
    )
    return f"the {country}" if takes or country in ("Bahamas", "Gambia", "Comoros") else country


def tidy(words: str) -> str:
    """Write words with their apostrophes and hyphens closed up."""
    for mark in (*POSSESSIVE, "-"):
        words = words.replace(f" {mark}", mark)
    return words.replace("- ", "-")


def content(name: str) -> frozenset[str]:
    """Give the words of a body's name that tell it from others, in any order."""
    return frozenset(w for a, b in word_spans(name) if (w := key_of(name[a:b])) not in EMPTY)
