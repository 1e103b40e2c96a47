"""Tell of which country an institution or official is where the words do not say: of the page's home, of its only country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readout.text.names import INDEFINITE, Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_bodies import MINISTRY, Bodies, Meant, ThingType
from readout.text.names_countries import Countries, countries_of, country_spoken
from readout.text.names_known import NameWords, folded
from readout.text.names_people import Registry
from readout.text.names_person import Person, Place, clash, held_by_another
from readout.text.names_roles import DETERMINERS, Role
from readout.text.names_runs import key_of
from readout.text.names_scene import country_of_town

# Institutions that speak for a state wherever the page is written; others act in the place that is spoken of.
OF_STATE: Final = frozenset(("government", "parliament", "office", "cabinet", "opposition", "ministry", "central bank"))
OF_TOWN: Final = frozenset(("city council", "port authority", "harbour board", "airport authority"))
# Offices held abroad, or of bodies between states: their holder need not be of the page's country.
BETWEEN: Final = ("ambassador", "consul", "diplomat", "negotiator", "commissioner", "secretary-general", "counterpart")
OF_PUBLIC: Final = (  # offices of a state, a province or a town
    "president", "vice president", "prime minister", "deputy prime minister", "chancellor", "king", "queen", "governor",
    "mayor", "member of parliament", "senator", "speaker", "prosecutor", "police chief", "fire chief", "harbour master",
)  # fmt: skip
OF_HOME: Final = (
    "mayor",
    "member of parliament",
    "prosecutor",
    "police chief",
    "fire chief",
    "harbour master",
    "governor",
)
NEAR: Final = 1  # sentences to look back for whom "its" and "his" mean


def is_of_state(kind: str) -> bool:
    """An institution that speaks for its state, wherever the page plays."""
    return kind.split(" of ")[0] in OF_STATE


def institution(text: str, words: NameWords) -> str | None:
    """Give the kind of a public institution that is spoken of by nothing but what it is: the police, the foreign ministry."""
    low = text.lower().replace("’", "'").split()
    while low and low[0] in DETERMINERS | {"local"}:
        low = low[1:]
    plain = " ".join(low).replace(" '", "'")
    if plain in words.institutions:
        return words.institutions[plain]
    head = " ".join(low[:-1]) if low[-1:] and low[-1] in MINISTRY else ""
    behind = " ".join(low[2:]) if low[:1] and low[0] in MINISTRY and low[1:2] == ["of"] else ""
    field = words.portfolios.get(head or behind)
    office = office_of(low, words)
    return f"ministry of {field}" if field else f"office of the {office}" if office else None


def office_of(low: Sequence[str], words: NameWords) -> str | None:
    """Read "the president's office", "the interior minister's office": whose office it is."""
    owner = " ".join(low[:-1]).replace("’", "'").replace(" '", "'").removesuffix("'s")
    if low[-1:] != ["office"] or owner == "head":  # of a firm
        return None
    field = words.portfolios.get(owner.removesuffix(" minister")) if owner.endswith(" minister") else None
    return f"minister of {field}" if field else words.offices.get(owner)


@dataclass(frozen=True, slots=True)
class Homes:
    """Says of which country an institution is that a page speaks of without saying so."""

    pages: Sequence[Page]
    registry: Registry
    bodies: Bodies
    countries: Mapping[int, Countries]

    def country(self, place: Place, n: Named, kind: str) -> tuple[str, str] | None:
        """Give the country of the institution at a place, and why it is certain; None where it is not."""
        owner = n.text.lower().split()[0]
        if owner in ("its", "their", "his", "her"):
            return self.of_owner(place, n, owner)
        if owner in DETERMINERS - {"the"}:
            return None
        here = self.countries[place[0]]
        beside = self.behind_adjective(place, n) or self.beside_town(place, n) or self.in_place(place, n)
        found = beside or here.of_publisher() or here.only()
        if found or self.has_town(place[0], kind):
            return found
        if is_of_state(kind):
            return here.of_state() or (None if kind.startswith("office of") else self.in_paragraph(place, n))
        near = self.towns_before(place, n)
        if here.elsewhere_unknown:
            return None
        if len(near) == 1:
            return next(iter(near)), "of the country of the towns named just before"
        told = self.in_paragraph(place, n)
        return None if near else told or here.at_home() or here.at_scene()

    def towns_before(self, place: Place, n: Named) -> set[str]:
        """Give the countries of the towns that the paragraph has named so far."""
        return {c for _, m in self.before(place, n) if m.paragraph == n.paragraph and (c := country_of_town(m, self.bodies.known))}

    def behind_adjective(self, place: Place, n: Named) -> tuple[str, str] | None:
        """Read "the Xish | Supreme Court"."""
        page = self.pages[place[0]]
        for m in page.named[max(0, place[1] - 2) : place[1]]:
            country = self.bodies.known.country(m.text) if page.text[m.end : n.start] == " " else None
            if country and m.form in ("adjective", "name"):
                return country, f"{m.text} stands before it"
        return None

    def beside_town(self, place: Place, n: Named) -> tuple[str, str] | None:
        """Read "Ministry of Justice, CITY"."""
        page = self.pages[place[0]]
        for m in page.named[place[1] + 1 : place[1] + 3]:
            if n.form == "name" and m.form == "name" and page.text[n.end : m.start] == ", ":
                country = self.bodies.known.country_of_place(m.text)
                return (country, f"its seat {m.text} stands beside it") if country else None
        return None

    def kind(self, n: Named) -> str | None:
        """Give the kind of the public institution that words mean without naming its country."""
        if n.form not in ("name", "descriptor") or n.role is not None or self.bodies.country_in([n.owner or "-"]):
            return None
        listed = n.form == "name" and folded(n.text) in self.bodies.known.places.organisations
        if listed or n.text.startswith(INDEFINITE):
            return None
        return institution(n.text.partition(" in ")[0], self.bodies.words)

    def meant(self, place: Place, n: Named, kind: str) -> Meant | None:
        """Mean the institution of the country that is certain; a town's by the town the page is written from."""
        town = n.text.partition(" in ")[2]
        if town:
            return self.in_town(kind, town)
        if kind in OF_TOWN:
            return self.of_town(self.countries[place[0]], kind)
        found = self.country(place, n, kind)
        return self.bodies.public(kind, *found) if found else None

    def of_town(self, here: Countries, kind: str) -> Meant | None:
        """Mean the institution of the town a page is written from or plays in."""
        if here.town and here.at_home():
            return Meant("organisation", f"{kind} of {here.town}", here.home, "of the town the page is written from")
        if here.scene and here.at_scene():
            where = here.scene.town
            return Meant("organisation", f"{kind} of {where}", here.scene.country, "of the town the page plays in")
        return None

    def in_town(self, kind: str, town: str) -> Meant | None:
        """Mean the institution in a town whose country nothing tells: the foreign ministry in TOWN; else as described."""
        described = self.bodies.described(f"{kind} in {town}")
        if self.bodies.known.country_of_place(town) or self.bodies.known.kind(town) not in ("place", None):
            return described
        type_: ThingType = "government" if kind == "government" else "organisation"
        return Meant(type_, f"{kind} in {town}", None, "the institution of that kind in that town")

    def in_place(self, place: Place, n: Named) -> tuple[str, str] | None:
        """Read "In CITY the presidency"."""
        page, known = self.pages[place[0]], self.bodies.known
        for m in page.named:
            before = page.text[max(0, m.start - 3) : m.start]
            beside = 0 < n.start - m.end <= 2 and page.text[m.end : n.start].strip() in ("", ",")
            if beside and before.lower().strip() == "in" and m.form in ("name", "metonym"):
                country = known.country(m.text) if known.kind(m.text) == "country" else known.country_of_place(m.text)
                return (country, f"in {m.text}") if country else None
        return None

    def has_town(self, p: int, kind: str) -> bool:
        """The page speaks of such an institution of a town: police in CITY."""
        named = [n.text for n in self.pages[p].named if n.form == "descriptor" and n.role is None]
        parts = [text.partition(lead) for text in named for lead in (" in ", " of ") if lead in text]
        return any(institution(a, self.bodies.words) == kind and not self.bodies.known.country(b) for a, _, b in parts)

    def in_paragraph(self, place: Place, n: Named) -> tuple[str, str] | None:
        """Give the one country spoken of so far in the paragraph, if an official or body of it was."""
        if self.countries[place[0]].elsewhere_unknown:
            return None
        before = [(q, m) for q, m in self.before(place, n) if m.paragraph == n.paragraph]
        officials = {c for q, m in before if (c := self.of_official(q, m))}
        spoken = {c for _, m in before if (c := country_spoken(m, self.bodies.known))}
        if len(officials) == 1 and spoken <= officials:
            return next(iter(officials)), "of the country of the officials spoken of just before"
        return None

    def of_owner(self, place: Place, n: Named, owner: str) -> tuple[str, str] | None:
        """Give the country that "its" or "his" leads back to."""
        before = [(q, m) for q, m in self.before(place, n) if n.sentence - m.sentence <= NEAR]
        if owner in ("its", "their"):
            found = {c for _, m in before if (c := country_spoken(m, self.bodies.known))}
        else:
            gender = "male" if owner == "his" else "female"
            persons = [x for q, _ in before if (x := self.registry.at.get(q)) and not clash(x.gender, gender)]
            found = {x.country for x in persons if x.country} if all(x.country for x in persons) else set()
        return (next(iter(found)), f"{owner} leads back to it alone") if len(found) == 1 else None

    def before(self, place: Place, n: Named) -> Iterator[tuple[Place, Named]]:
        """List what is named before."""
        for i, m in enumerate(self.pages[place[0]].named):
            if m.end <= n.start and m.paragraph >= 0:
                yield (place[0], i), m

    def of_official(self, place: Place, n: Named) -> str | None:
        """Give the country of an official or body that is named or described."""
        person = self.registry.at.get(place)
        if any(r.key.startswith(BETWEEN) for r in n.roles):
            return None
        if person is not None:
            return person.country if person.roles else None
        if n.form in ("descriptor", "title"):
            said = self.bodies.country_in(n.text.split()) or self.bodies.located(n.text)
            return said or country_spoken(n, self.bodies.known)
        return country_spoken(n, self.bodies.known) if n.actor else None


def homes(pages: Sequence[Page], registry: Registry, bodies: Bodies) -> Homes:
    """Read the countries of every page."""
    return Homes(pages, registry, bodies, {p: countries_of(pages, p, registry, bodies) for p in range(len(pages))})


def tell_homes(pages: Sequence[Page], registry: Registry, bodies: Bodies) -> None:
    """Give persons in public office whose country nothing tells the one country that their pages speak of and play in."""
    where = homes(pages, registry, bodies).countries
    for person in registry.people:
        if person.country is None and not any(is_foreign(r, bodies) for _, r in person.roles):
            told = [certain(where[p], role) for p, role in public_roles(pages, person, bodies)]
            told += [of_town(role, bodies.known) for _, role in person.roles]
            countries = {c for c in told if c}
            if len(countries) == 1 and not held_by_another(person, min(countries), registry.people):
                person.countries += countries


def certain(here: Countries, role: Role) -> str | None:
    """Give the country of an office on a page: its only one; else, where the page plays in it, its home or, for offices at home,
    the only one acting. Of foreign ministers a page names those of every side."""
    if only := here.only():
        return only[0]
    if "foreign affairs" in role.key:
        return None
    at_home = role.key in OF_HOME or "minister of " in role.key
    found = here.of_state() if here.home or here.published or at_home else None
    if found is None and at_home and here.home in here.acting:
        found = here.at_home()  # a minister of another country would be called so
    return found[0] if found and here.scene and here.scene.country == found[0] else None


def of_town(role: Role, known: Atlas) -> str | None:
    """Give the country of the town an office is of, where the pages place it or it is a capital: the mayor of X."""
    if role.key not in OF_HOME or not role.country or role.status == "former":
        return None
    return known.where.get(key_of(role.country)) or known.places.capitals.get(folded(role.country))


def public_roles(pages: Sequence[Page], person: Person, bodies: Bodies) -> Iterator[tuple[int, Role]]:
    """List the public offices that pages give a person without saying of where."""
    for (p, _), role in person.roles:
        if role.status != "former" and is_public(role, pages[p].text[role.start : role.end], bodies):
            yield p, role


def is_foreign(role: Role, bodies: Bodies) -> bool:
    """An office is said to be of something that may be a country nothing else tells of."""
    name, known = role.country, bodies.known
    if not name or known.country(name) or known.kind(name) in ("place", "organisation"):
        return False
    return name.lower() not in told_by(bodies.words) and name.lower() not in bodies.words.institutions


def is_public(role: Role, text: str, bodies: Bodies) -> bool:
    """Tell an office of a state: by its key, or by the institution it is of; its words say nothing else."""
    words, listed = bodies.words, told_by(bodies.words) | MINISTRY
    if role.key.startswith(BETWEEN) or any(w[0].isupper() and w.lower() not in listed for w in text.split()):
        return False
    if role.body:
        return institution(role.body, words) is not None or role.body.lower() in MINISTRY
    plain = [w for w in text.lower().replace("’", "'").split() if w not in DETERMINERS]
    return (role.key in OF_PUBLIC or "minister" in role.key) and all(w in listed for w in plain)


def told_by(words: NameWords) -> frozenset[str]:
    """Give the words that offices are made of."""
    return (
        words.offices.words | words.portfolios.words | words.acting | words.deputy | words.rank | {"of", "the", "and"}
    )
