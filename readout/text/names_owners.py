"""Tell of which country someone in office is by what "its" leads back to: X recalled its envoy, A; X protested. Its premier, A."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_countries import country_spoken
from readout.text.names_people import Registry
from readout.text.names_person import ONE_HOLDER, Person, Place
from readout.text.names_roles import Role
from readout.text.pronoun_lead import GOES_ON

OWNED: Final = "its "
ABROAD: Final = ("ambassador", "consul")  # with the others, offices that only a state has


def tell_owners(pages: Sequence[Page], registry: Registry, known: Atlas) -> None:
    """Give persons in offices of state whose country no page says the one country that "its" before their office leads back to."""
    for person in registry.people:
        countries = set(owners(pages, person, known)) if person.country is None else set()
        if len(countries) == 1:
            person.countries += countries


def owners(pages: Sequence[Page], person: Person, known: Atlas) -> Iterator[str]:
    """List the countries whose minister or envoy pages say that a person is, by "its"."""
    for place, role in person.roles:
        if role.status != "former" and not role.body and role.key.startswith((*ONE_HOLDER, *ABROAD)):
            country = owner(pages[place[0]], place, role, known)
            if country:
                yield country


def owner(page: Page, place: Place, role: Role, known: Atlas) -> str | None:
    """Give the country that "its" before an office leads back to: the only one that the sentence names before it, else who led the
    sentence before."""
    if page.text[role.start : role.start + len(OWNED)].lower() != OWNED:
        return None
    sentence, paragraph = page.named[place[1]].sentence, page.named[place[1]].paragraph
    before = [m for m in page.named if m.sentence == sentence and m.paragraph >= 0 and m.end <= role.start]
    here = countries(before, known)
    if here or any(m.form == "descriptor" and m.role is None for m in before):  # the union and its president
        return here.pop() if len(here) == 1 else None
    first = [m for m in page.named if m.sentence == sentence - 1 and m.paragraph == paragraph and m.subject]
    led = countries([m for m in first if not GOES_ON.match(page.text, m.end)], known)
    return led.pop() if len(led) == 1 else None


def countries(named: Sequence[Named], known: Atlas) -> set[str]:
    """List the countries among names."""
    return {c for m in named if m.form in ("name", "metonym") and (c := country_spoken(m, known))}
