"""Say which offices the pages give to whom, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_bodies import MINISTRY, Bodies, tidy
from readout.text.names_homes import BETWEEN, institution
from readout.text.names_people import Registry, country_said, of_subject
from readout.text.names_person import Person, Place
from readout.text.names_roles import Role, Status

# Words that describe what someone does for a living or is to others, not an office of a body.
NO_OFFICE = frozenset(("officer", "worker", "lawyer", "diplomat", "owner", "delegate", "candidate", "counterpart"))


OF_EVERY_SIDE = ("minister of foreign affairs",)  # of whom a story has several, and names few with their country


@dataclass(frozen=True, slots=True)
class Held:
    """One statement that someone holds or held an office, with its span."""

    person: Person
    role: str
    organisation: str | None
    country: str | None
    status: Status
    doc_id: str
    start: int
    end: int


def offices(pages: Sequence[Page], registry: Registry, known: Atlas, bodies: Bodies) -> Iterator[Held]:
    """List the offices stated beside names, and those that "the ministers of X and Y" state for two at once."""
    for person in registry.people:
        for place, role in person.roles:
            if role.key not in NO_OFFICE:
                yield held(pages, person, place, role, known, bodies)
    for p, page in enumerate(pages):
        yield from shared_offices(p, page, registry, known)


def held(pages: Sequence[Page], person: Person, place: Place, role: Role, known: Atlas, bodies: Bodies) -> Held:
    """Write one office that stands beside a name."""
    page, n = pages[place[0]], pages[place[0]].named[place[1]]
    own = None if of_subject(role, role.country, known) else known.country(role.country)
    said = own or known.country(role.body) or known.country(n.of)
    listed = known.country_of_body(role.body) or known.country_of_body(role.country)
    country = said or listed or (person.country if role.status != "former" else None)
    organisation = body_name(role, country, bodies)
    span = (min(n.start, role.start), max(n.end, role.end))
    return Held(person, role.role, organisation, country, role.status, page.doc_id, *span)


def body_name(role: Role, country: str | None, bodies: Bodies) -> str | None:
    """Name the body of an office: as described, a bare ministry by the country of its holder."""
    listed = bodies.known.listed_body(role.country)
    if not role.body or listed:
        return listed
    kind = institution(role.body, bodies.words)
    if kind and country:
        return bodies.public(kind, country, "").name
    state = {"ministry", "department", "government", "office"} & set(role.body.lower().split())
    of = f" of {bodies.known.name(country)}" if country and state and not bodies.known.country(role.body) else ""
    meant = bodies.described(role.body + of)
    named = any(w[0].isupper() for w in role.body.split()) and role.body.lower() not in MINISTRY
    return meant.name if meant else tidy(role.body) if named else None


def shared_offices(p: int, page: Page, registry: Registry, known: Atlas) -> Iterator[Held]:
    """Read "the foreign ministers of X and Y": the one person on the page who is of X holds the office of X."""
    here = registry.on_page.get(p, ())
    for role, after in page.plural:
        if " of " not in role.key:
            continue
        for country in dict.fromkeys(c for c in (known.country(role.country), known.country(after)) if c):
            of = [x for x in here if x.country == country and said_of(page, p, x, known)]
            if len(of) == 1:
                yield Held(of[0], role.role, None, country, role.status, page.doc_id, role.start, role.end)


def said_of(page: Page, p: int, person: Person, known: Atlas) -> bool:
    """The page itself says "NAME of X"."""
    return any(known.country(page.named[i].of) == person.country for q, i in person.uses if q == p)


def infer_countries(pages: Sequence[Page], registry: Registry, known: Atlas) -> None:
    """Give the one holder of an office whose country no page says the one country that has the office without holder.

    "President A" on all pages, "the Xish president" on some, and no other president and no other country's: A is of X.
    """
    open_holders: dict[str, list[Person]] = defaultdict(list)
    filled: dict[str, set[str]] = defaultdict(set)
    for person in registry.people:
        keys = {r.key for _, r in person.roles if r.status == "current" and not r.key.startswith((*BETWEEN, *OF_EVERY_SIDE))}
        for key in sorted(keys):
            if person.country is None:
                open_holders[key].append(person)
            else:
                filled[key].add(person.country)
    wanted = described_countries(pages, known)
    for key, holders in sorted(open_holders.items()):
        left = wanted.get(key, set()) - filled[key]
        if len(holders) == 1 and len(left) == 1:
            holders[0].countries += sorted(left)


def described_countries(pages: Iterable[Page], known: Atlas) -> dict[str, set[str]]:
    """Collect the countries whose holder of an office is spoken of without a name."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for n in page.named:
            country = known.country(n.role.country) if n.role and is_bare(n) else None
            if n.role and country:
                found[n.role.key].add(country)
    return found


def is_bare(n: Named) -> bool:
    """A description, not a name with an office beside it."""
    return n.form in ("title", "descriptor") and n.role is not None and n.role.definite and n.role.status == "current"


def tell_countries(pages: Sequence[Page], links: Iterable[tuple[Place, Person, str]], known: Atlas) -> None:
    """Give persons whose country no title tells the one country that descriptions of them tell: the Xish spokeswoman.

    Not of envoys, of whom every country has some: only where their own name stands beside the words.
    """
    told: dict[int, tuple[Person, set[str]]] = {}
    for (page, at), person, why in links:
        n = pages[page].named[at]
        abroad = any(r.key.startswith(BETWEEN) for r in n.roles) and not why.startswith("named beside")
        country = None if abroad else country_said(n, known)
        if person.country is None and country:
            told.setdefault(id(person), (person, set()))[1].add(country)
    for person, countries in told.values():
        if len(countries) == 1:
            person.countries += countries
