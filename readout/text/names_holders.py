"""Tell which institution is meant by the persons who lead it or speak for it: the president's office, her ministry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from readout.text.names import Named
from readout.text.names_atlas import Page
from readout.text.names_bodies import MINISTRY, Bodies, Meant, with_article
from readout.text.names_homes import NEAR, OF_PUBLIC, Homes, institution, office_of
from readout.text.names_known import Gender
from readout.text.names_people import Registry, country_said
from readout.text.names_person import Person, Place, clash
from readout.text.names_roles import Role
from readout.text.names_runs import key_of

OWNERS: Final[dict[str, Gender]] = {"his": "male", "her": "female"}
ABROAD: Final = ("foreign affairs", "defence")  # fields of which every party to a story has a minister
SPEAKS: Final = 3  # sentences within which its speaker is named whom a ministry said something through; ours
HELD: Final = frozenset(("office", "ministry"))


@dataclass(frozen=True, slots=True)
class Holders:
    """Says of which country an institution is by those who hold or speak for it; `held` are the countries of each office."""

    pages: Sequence[Page]
    registry: Registry
    bodies: Bodies
    where: Homes
    held: Mapping[str, frozenset[str | None]]

    def owned(self, place: Place, n: Named) -> Named:
        """Read "her office", "his ministry", "Poe's office" as that of the office the owner holds; anything else as it is."""
        words = n.text.replace("’", "'").split()
        if n.role is not None or n.form != "descriptor" or len(words) != 2 or words[1] not in HELD:
            return n
        if words[1] == "office" and not n.actor:
            return n  # held her office, works in his office
        named = [x for x in self.registry.on_page.get(place[0], ()) if x.surname == key_of(words[0].removesuffix("'s"))]
        role, country = None, None
        if words[0].lower() in OWNERS:
            role, country = self.office_before(place, n, OWNERS[words[0].lower()])
        elif len(named) == 1 and words[0].endswith("'s"):
            role, country = of_public(r for _, r in named[0].roles), named[0].country
        text = self.worded(role, words[1]) if role else None
        of = self.bodies.known.name(country) if country else None
        if not text:
            return n
        return replace(n, text=f"{text} of {of}" if of and words[1] == "ministry" else text, owner=of, actor=True)

    def worded(self, role: Role, of: str) -> str | None:
        """Word the office or ministry of an office in full."""
        field = role.key.removeprefix("minister of ").removeprefix("the ") if role.key.startswith("minister of ") else ""
        if of == "ministry":
            return f"the {field} ministry" if field else None
        return f"the {field} minister's office" if field else f"the {role.key}'s office"

    def office_before(self, place: Place, n: Named, gender: Gender) -> tuple[Role | None, str | None]:
        """Find the office and country of whom "his" and "her" mean: the only one there or in the sentence before, or who leads."""
        for back in range(NEAR + 1):
            near = list(self.officials(place, n, n.sentence - back, gender))
            led = [(role, country) for m, role, country in near if m.subject] or [found[1:] for found in near]
            if len({(role.key, country) for role, country in led}) == 1:
                return led[0]
            if near:
                break
        return None, None

    def officials(
        self, place: Place, n: Named, sentence: int, gender: Gender
    ) -> Iterator[tuple[Named, Role, str | None]]:  # fmt: skip
        """List those in public office whom a sentence names or describes before n, with office and country."""
        for i, m in enumerate(self.pages[place[0]].named):
            if m.sentence == sentence and m.paragraph >= 0 and m.end <= n.start:
                person = self.registry.at.get((place[0], i))
                role = of_public(r for _, r in person.roles) if person else of_public([m.role] if m.role else [])
                if role and not clash((person.gender or person.likely) if person else m.gender, gender):
                    yield m, role, person.country if person else country_said(m, self.bodies.known)

    def meant(self, place: Place, n: Named) -> Meant | None:
        """Mean a ministry or an office by the country of its minister, its holder or its speaker on the page."""
        low = n.text.lower().removeprefix("the ").split()
        owner, office = self.bodies.known.country(n.owner), office_of(low, self.bodies.words)
        if owner and office:
            return self.as_office(office, owner, f"the office of the {office} spoken of just before")
        if n.form not in ("name", "descriptor", "title") or self.bodies.country_in([*n.text.split(), n.owner or "-"]):
            return None
        portfolio = self.bodies.portfolio(low)
        if MINISTRY & set(low) and portfolio:
            return self.of_minister(place[0], n, portfolio)
        return self.of_holder(office, place[0]) if office else None

    def as_office(self, office: str, country: str, why: str) -> Meant:
        """Mean the office of a holder by country."""
        name = f"office of the {office} of {with_article(self.bodies.known.name(country))}"
        return Meant("organisation", name, country, why)

    def of_minister(self, page: int, n: Named, portfolio: str) -> Meant | None:
        """Mean the ministry of the one minister of its field, else of its one speaker, on the page."""
        here, kind = self.registry.on_page.get(page, ()), f"ministry of {portfolio}"
        _, seated, town = n.text.partition(" in ")
        if seated:  # the foreign ministry in TOWN is of the country of the town, whoever else is named
            seat = self.bodies.known.country_of_place(town)
            here = [x for x in here if x.country == seat] if seat else []
        home, speakers = self.where.countries[page].home, [x for x in here if self.speaks_for(x, kind)]
        if portfolio in ABROAD and len(self.where.countries[page].acting) > 1:  # either side may have the word
            here = [x for x in here if self.named_before(page, x, n)]
            speakers = [x for x in speakers if x.country == home or self.named_before(page, x, n, SPEAKS)]
        ministers = [x for x in here if any(r.key == f"minister of {portfolio}" for _, r in x.roles)]
        for holders, why in ((speakers, "speaker"), (ministers, "minister")):
            countries = {x.country for x in holders if x.country}
            if len(countries) == 1:
                made = self.bodies.described(f"{n.text} of {self.bodies.known.name(countries.pop())}")
                return made and Meant(made.type, made.name, made.country, f"the ministry of the {why} named on the page")
        only = self.only_country(f"minister of {portfolio}", page) if portfolio not in ABROAD else None
        made = self.bodies.described(f"{n.text} of {self.bodies.known.name(only)}") if only else None
        return made and Meant(made.type, made.name, made.country, "the ministry of the only minister of its field")

    def named_before(self, page: int, person: Person, n: Named, within: int = 0) -> bool:
        """A page names a person before it speaks of n, or within some sentences from there."""
        near = ((i, m) for i, m in enumerate(self.pages[page].named) if m.paragraph >= 0)
        near = ((i, m) for i, m in near if m.end <= n.start or 0 <= m.sentence - n.sentence < within)
        return any(self.registry.at.get((page, i)) is person for i, _ in near)

    def only_country(self, office: str, page: int) -> str | None:
        """Give the one country whose holder of an office any page speaks of, if this page speaks of the country."""
        held, here = self.held.get(office, frozenset()), self.where.countries[page]
        country = next(iter(held)) if len(held) == 1 else None
        return country if country in here.every and here.home in (None, country) else None

    def speaks_for(self, person: Person, kind: str) -> bool:
        """Pages give a person as the one who speaks for an institution."""
        bodies = [r.body for _, r in person.roles if r.key == "spokesperson" and r.body]
        return any(institution(body, self.bodies.words) == kind for body in bodies)

    def of_holder(self, office: str, page: int) -> Meant | None:
        """Mean the office of the one holder on the page, else of the only one that any page speaks of, by the country."""
        here = [x for x in self.registry.on_page.get(page, ()) if any(r.key == office for _, r in x.roles)]
        countries = {x.country for x in here if x.country}
        why = f"the office of the {office} named on the page"
        only = self.only_country(office, page)
        if not countries and only:
            countries = {only}
            why = f"the office of the only {office} that any page speaks of"
        if len(countries) != 1:
            return None
        return self.as_office(office, countries.pop(), why)


def of_public(roles: Iterator[Role] | Sequence[Role]) -> Role | None:
    """Give the first office of a state among offices."""
    public = (r for r in roles if r.status != "former" and not r.plural and r.definite)
    return next((r for r in public if r.key in OF_PUBLIC or r.key.startswith("minister of ")), None)


def holders(pages: Sequence[Page], registry: Registry, bodies: Bodies, where: Homes) -> Holders:
    """Collect the countries of every office of a pile: those of its holders, and those it is said to be of."""
    held: dict[str, set[str | None]] = defaultdict(set)
    for person in registry.people:
        for key in {r.key for _, r in person.roles if not r.body and r.status != "former"}:
            held[key].add(person.country)
    for page in pages:
        for n in page.named:
            country = country_said(n, bodies.known) if n.role and n.form in ("title", "descriptor") else None
            if n.role and country and not n.role.body:
                held[n.role.key].add(country)
    return Holders(pages, registry, bodies, where, {key: frozenset(of) for key, of in held.items()})
