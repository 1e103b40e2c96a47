"""Tell countries, governments, bodies and places apart and together: by list, by words, by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_known import NameWords, folded
from readout.text.names_people import Place, Registry
from readout.text.names_roles import DETERMINERS, POSSESSIVE
from readout.text.names_runs import key_of
from readout.text.tokens import words as word_spans

ThingType = Literal["country", "government", "organisation", "place"]
GOVERNMENT: Final = frozenset(("government", "side", "governments"))
NOT_NAMING: Final = frozenset(("own", "public", "other", "same", "new", "local", "old", "whole"))  # no word of a name
MINISTRY: Final = frozenset(("ministry", "department"))
OF_HOME: Final = frozenset(("police", "parliament", "prosecutors"))  # a page means those of the place it is from
COUNTS: Final = 3  # ours: a passing body is described once or twice, a party to the story comes back
EMPTY: Final = frozenset(("of", "the", "for", "and", "in", "on", "a", "an", "'", "’", "'s", "’s", "-", "&"))


@dataclass
class Thing:
    """A country, government, body or place with every use of its names."""

    type: ThingType
    name: str
    country: str | None
    uses: dict[Place, str] = field(default_factory=dict)  # where → why it is this one
    names: set[str] = field(default_factory=set)


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
        if n.form == "metonym":
            return self.as_seat(n.text)
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
        if country and (seat is None or seat.holder == "government"):
            return self.as_government(country, f"{name} acts here, and stands for its government")
        if seat and seat.holder != "government":
            return Meant("organisation", seat.holder, seat.country, f"{name} acts here, and stands for who sits there")
        return self.as_place(name) if self.known.kind(name) == "place" else None

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
        if listed and kind == "organisation":
            return Meant("organisation", listed.name, listed.country, "a listed name of the body")
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
        if not country and low[-1:] and "of" in low[1:] + ["in"]:
            country = self.located(text)
        if GOVERNMENT & set(low) and country and not portfolio:
            return self.as_government(country, "a description of the government")
        if (MINISTRY & set(low)) and portfolio:
            if not country:
                return None
            title = " ".join(w if w in ("and", "the", "of") else w.capitalize() for w in portfolio.split())
            name = f"Ministry of {title} of {self.known.name(country)}"
            return Meant("organisation", name, country, "the ministry of that field and country")
        content = [t for t in tokens if t.lower() not in EMPTY | DETERMINERS]
        if len(content) < 2 or (GOVERNMENT | MINISTRY | NOT_NAMING) & set(low):
            return None
        plain = " ".join(tokens[1:] if low[0] in DETERMINERS else tokens)
        return Meant("organisation", tidy(plain), country, "a body by the words that describe it")

    def located(self, text: str) -> str | None:
        """Give the country of the place a body is said to be in or of."""
        for lead in (" of ", " in "):
            place = text.rpartition(lead)[2] if lead in text else ""
            if place and self.known.kind(place) in ("place", "country"):
                return self.known.country_of_place(place)
        return None

    def country_in(self, tokens: Sequence[str]) -> str | None:
        """Find the country in the words of a body: the word behind the last "of", else the first capitalised one."""
        for text in (*reversed(tokens), *tokens):
            if text[0].isupper():
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
    takes = plural or country.endswith("Republic") or country.startswith(("United ", "Democratic Republic", "Republic of the"))
    return f"the {country}" if takes or country in ("Bahamas", "Gambia", "Comoros") else country


def tidy(words: str) -> str:
    """Write words with their apostrophes and hyphens closed up."""
    for mark in (*POSSESSIVE, "-"):
        words = words.replace(f" {mark}", mark)
    return words.replace("- ", "-")


def content(name: str) -> frozenset[str]:
    """Give the words of a body's name that tell it from others, in any order."""
    return frozenset(w for a, b in word_spans(name) if (w := key_of(name[a:b])) not in EMPTY)


def things(pages: Sequence[Page], known: Atlas, words: NameWords, registry: Registry) -> list[Thing]:
    """Find the countries, governments, bodies and places of a pile, and where each is named."""
    bodies, persons = Bodies(known, words), set(registry.at) | {p for x in registry.people for p in x.uses}
    found: dict[tuple[str, frozenset[str]], Thing] = {}
    open_uses: list[tuple[Place, Named]] = []
    for place, n in uses(pages):
        if place in persons or n.role is not None or n.form == "pronoun":
            continue
        meant = by_page(place, n, pages[place[0]], registry, bodies) or bodies.meant(n)
        if meant is None:
            open_uses.append((place, n))
            continue
        thing = found.setdefault((meant.type, content(meant.name)), Thing(meant.type, meant.name, meant.country))
        thing.uses[place] = meant.because
        thing.names |= {n.text} | ({f"{n.text} in {n.within}"} if n.within and meant.type == "organisation" else set())
        thing.country = thing.country or located_at(n, meant, known)
    merged = join_shorter(list(found.values()), known)
    merged = [t for t in merged if is_told(t)]
    link_open(open_uses, merged, bodies)
    return sorted(merged, key=lambda t: (t.type, t.name))


def located_at(n: Named, meant: Meant, known: Atlas) -> str | None:
    """Give the country of the place a body is named with: the Naval Academy in X."""
    place = n.within or n.of
    if meant.type not in ("organisation", "place") or not place or known.kind(place) not in ("place", "country"):
        return None
    return known.country(place) or known.country_of_place(place)


def by_page(place: Place, n: Named, page: Page, registry: Registry, bodies: Bodies) -> Meant | None:
    """Mean a ministry by the country of its minister on the page, police and parliament by that of the dateline."""
    if n.form not in ("name", "descriptor", "title") or bodies.country_in(n.text.split()):
        return None
    low = n.text.lower().removeprefix("the ").split()
    portfolio = bodies.portfolio(low)
    if MINISTRY & set(low) and portfolio:
        office = f"minister of {portfolio}"
        here = [x for x in registry.people if place[0] in x.pages and any(r.key == office for _, r in x.roles)]
        countries = {x.country for x in here if x.country}
        if len(countries) == 1:
            made = bodies.described(f"{n.text} of {bodies.known.name(countries.pop())}")
            return made and Meant(made.type, made.name, made.country, "the ministry of the minister named on the page")
    office = office_of(low, bodies.words.offices)
    if office:
        return of_holder(office, place[0], registry, bodies)
    home = next((bodies.known.country_of_place(m.text) for m in page.named if m.paragraph < 0), None)
    if home and " ".join(low) in OF_HOME:
        name = f"{' '.join(low)} of {bodies.known.name(home)}"
        return Meant("organisation", name, home, "of the country that the page is written from")
    return None


def office_of(low: Sequence[str], offices: Mapping[str, str]) -> str | None:
    """Read "the president's office": whose office it is."""
    owner = " ".join(low[:-1]).replace("’", "'").removesuffix("'s")
    return offices.get(owner) if low[-1:] == ["office"] else None


def of_holder(office: str, page: int, registry: Registry, bodies: Bodies) -> Meant | None:
    """Mean the office of the one holder on the page, by that person's country."""
    here = [x for x in registry.people if page in x.pages and any(r.key == office for _, r in x.roles)]
    countries = {x.country for x in here if x.country}
    if len(countries) != 1:
        return None
    country = countries.pop()
    name = f"office of the {office} of {bodies.known.name(country)}"
    return Meant("organisation", name, country, f"the office of the {office} named on the page")


def is_told(thing: Thing) -> bool:
    """A body described without a name of its own counts from three uses on, or where it is of people: workers' union."""
    named = any(w[0].isupper() for w in thing.name.split()) or thing.country is not None
    of_people = "s' " in thing.name or "s’ " in thing.name
    return thing.type != "organisation" or named or of_people or len(thing.uses) >= COUNTS


def uses(pages: Sequence[Page]) -> Iterator[tuple[Place, Named]]:
    """List everything named, page by page."""
    for p, page in enumerate(pages):
        for i, n in enumerate(page.named):
            yield (p, i), n


def join_shorter(found: list[Thing], known: Atlas) -> list[Thing]:
    """Join a body or place named with and without its country or town: the Naval Academy, the Xish Naval Academy."""
    kept: list[Thing] = []
    by_words: Mapping[ThingType, list[Thing]] = defaultdict(list)
    for thing in sorted(found, key=lambda t: (len(content(t.name)), t.name)):
        fits = [t for t in by_words[thing.type] if thing.type in ("organisation", "place") and extends(t, thing, known)]
        if len(fits) == 1:
            fits[0].uses |= thing.uses
            fits[0].names |= thing.names | {thing.name}
            fits[0].country = fits[0].country or thing.country
        else:
            kept.append(thing)
            by_words[thing.type].append(thing)
    return kept


def extends(short: Thing, long: Thing, known: Atlas) -> bool:
    """The longer name is the shorter one with the name of a place or country, or "Joint", before or behind."""
    few, many = content(short.name), content(long.name)
    more = many - few
    places = {w for w in more if known.kind(w) in ("place", "country") or known.country(w) or w == "joint"}
    same = short.country is None or long.country is None or short.country == long.country
    return few < many and more == places and same


def link_open(open_uses: Iterable[tuple[Place, Named]], found: Sequence[Thing], bodies: Bodies) -> None:
    """Link short descriptions (the ministry, the Alliance, the union) to the one thing on the page that they fit."""
    pages: dict[int, list[Thing]] = defaultdict(list)
    for thing in found:
        for page in sorted({p for p, _ in thing.uses}):
            pages[page].append(thing)
    for (page, at), n in open_uses:
        fits = [t for t in pages[page] if t.type in ("organisation", "government", "place") and fits_short(n, t, bodies)]
        if len(fits) == 1 and fits[0].type != "place":
            fits[0].uses[(page, at)] = "the only thing on the page that these words fit"
            fits[0].names.add(n.text)


def fits_short(n: Named, thing: Thing, bodies: Bodies) -> bool:
    """All words of a short description stand in the name of a thing; a ministry's field may be worded otherwise."""
    few = content(n.text) - DETERMINERS
    portfolio = bodies.portfolio([w for w in n.text.lower().split()])
    many = content(thing.name) | {w for name in thing.names for w in content(name)}
    if portfolio and MINISTRY & few:
        return bool(MINISTRY & many) and bodies.portfolio(thing.name.lower().split()) == portfolio
    if n.form == "name":  # the Alliance, but not a person or town that a body is called after
        return len(few) == 1 and key_of(thing.name).endswith(f" {key_of(n.text)}")
    return bool(few) and few <= many
