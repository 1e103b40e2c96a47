"""Say whom a description or a pronoun means, where the page makes it clear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_people import Registry, country_said
from readout.text.names_person import ONE_HOLDER, Person, Place, clash
from readout.text.names_roles import Role
from readout.text.pronoun_signs import Candidate, likeliest, speaks

OF_MANY = (
    "adviser",
    "head",
    "leader",
    "director",
    "officer",
    "diplomat",
    "expert",
    "spokesperson",
    "chair",
    "commissioner",
)
MORE = re.compile(r" (?:of|for) (?:the|a|an|its|his|her|their|this) [a-z]")  # words of an office that were not read
NEAR = 3  # sentences back in which "the diplomat" was named, where many may be meant; ours
LOOKED_BACK = 40  # sentences over which a pronoun's persons are looked for; ours
BACK = 2  # sentences back in which the holder of an office was last told of; ours


@dataclass
class Resolver:
    """Walks a page from its head and keeps who was spoken of last."""

    pages: Sequence[Page]
    registry: Registry
    known: Atlas

    def links(self) -> Iterator[tuple[Place, Person, str]]:
        """Link the descriptions and pronouns of every page."""
        for p, page in enumerate(self.pages):
            yield from self.page(p, page)

    def page(self, p: int, page: Page) -> Iterator[tuple[Place, Person, str]]:
        """Link those of one page, in text order; a link made is a use that later words can look back to."""
        here = self.registry.on_page.get(p, ())
        past: list[tuple[Named, Person]] = []
        unknown: list[Named] = []
        for i, n in enumerate(page.named):
            person = self.registry.at.get((p, i))
            why = ""
            if person is None and n.form == "pronoun":
                others = [(m, x) for m, x in past if x is not self.speaker(p, i)] if n.quoted else past
                if not led_by_another(n, unknown):
                    person, why = self.pronoun(n, others, speaks(page.text, n.start, n.end))
            elif person is None and n.role is not None and n.form in ("title", "descriptor"):
                named = beside(page, i, p, self.registry)
                if named or "minister" in n.role.key or not MORE.match(page.text, n.end):
                    person, why = self.holder(n, n.role, named, here, past)
            if person is not None:
                owner = page.text.startswith(("'s", "’s"), n.end)  # Poe's sister leads the sentence, not Poe
                past.append((replace(n, subject=n.subject and not owner), person))
            elif n.role is not None and n.role.definite and n.subject and not n.role.plural:
                unknown.append(n)
            if person is not None and why:
                yield (p, i), person, why

    def speaker(self, p: int, i: int) -> Person | None:
        """Find who is named next behind quoted words in their paragraph: the speaker is not the one spoken of."""
        named = self.pages[p].named
        behind = (j for j in range(i + 1, len(named)) if not named[j].quoted and named[j].paragraph == named[i].paragraph)
        return next((x for j in behind if (x := self.registry.at.get((p, j)))), None)

    def holder(
        self, n: Named, role: Role, named: Person | None, here: Sequence[Person], past: Sequence[tuple[Named, Person]]
    ) -> tuple[Person | None, str]:  # fmt: skip
        """Find the holder of a described office: named beside it, the only one on the page, the last one spoken of."""
        if named is not None:
            return named, f"named beside the words {n.text!r}"
        if role.key == "counterpart" or not role.definite:  # whose, the words do not say
            return None, ""
        fit = self.of_states(n, role, [x for x in here if self.fits(n, role, x)])
        if role.key in OF_MANY and not (role.country or role.body or " " in role.role):
            near = {id(x) for m, x in past if n.sentence - m.sentence <= NEAR}
            fit = [x for x in fit if id(x) in near]
        if len(fit) == 1:
            return fit[0], f"the only person on the page who holds that office ({role.role})"
        last = next((x for m, x in reversed(past) if m.sentence < n.sentence or m.start < n.start), None)
        beside_it = {id(x) for m, x in past if x in fit and n.sentence - m.sentence <= BACK}
        if last is not None and last in fit and len(beside_it) < 2:
            return last, f"the last person spoken of, who holds that office ({role.role})"
        if len(beside_it) == 1:
            only = next(x for x in fit if id(x) in beside_it)
            return only, f"the only person told of just before who holds that office ({role.role})"
        country = country_said(n, self.known)
        if not fit and country and role.status == "current" and role.key.startswith(ONE_HOLDER):
            holders = [x for x in self.registry.people if x.country == country and self.fits(n, role, x)]
            if len(holders) == 1:
                return holders[0], f"the only {role.role} of {self.known.name(country)} that any page names"
        return None, ""

    def fits(self, n: Named, role: Role, person: Person) -> bool:
        """A person holds the office described, as far as the pages say."""
        said = country_said(n, self.known)
        if clash(n.gender, person.gender) or clash(said, person.country):
            return False
        return any(same_office(role, held) and not self.of_other(said, held) for _, held in person.roles)

    def of_states(self, n: Named, role: Role, fit: list[Person]) -> list[Person]:
        """Of those who hold an office of state that is described without saying of what, leave out who holds it of a club or a firm
        alone, where any page names another who holds it of a state: the president is not that of the union."""
        if role.body or country_said(n, self.known) or not role.key.startswith(ONE_HOLDER):
            return fit
        public = [x for x in fit if of_a_state(x, role)]
        elsewhere = not public and any(of_a_state(x, role) for x in self.registry.people)
        return [] if elsewhere else public or fit

    def of_other(self, said: str | None, held: Role) -> bool:
        """An office held is said to be of a body or country that is not the one described: the union's envoy, the Xish envoy."""
        of = held.body or held.country
        return said is not None and of is not None and said not in (self.known.country(of), self.known.country_of_body(of))

    def pronoun(self, n: Named, past: Sequence[tuple[Named, Person]], speaking: bool) -> tuple[Person | None, str]:
        """Find whom he or she means: the likeliest of those told of before, where one is likely enough."""
        among = self.among(n, past)
        found = likeliest(n, [candidate for _, candidate in among], speaking=speaking)
        return (among[found.number][0], found.because) if found else (None, "")

    def among(self, n: Named, past: Sequence[tuple[Named, Person]]) -> list[tuple[Person, Candidate]]:
        """List the persons whom a pronoun can mean: told of in the sentences before, of no other gender."""
        told: dict[int, tuple[Person, list[Named]]] = {}
        for m, x in reversed(past):
            if n.sentence - m.sentence > LOOKED_BACK:
                break
            if not clash(n.gender, x.gender or x.likely):
                told.setdefault(id(x), (x, []))[1].append(m)
        return [(x, Candidate(uses[::-1], x.gender, x.likely)) for x, uses in reversed(told.values())]


def of_a_state(person: Person, role: Role) -> bool:
    """Pages give a person an office without a body that it is of: a president, not that of a union."""
    return any(same_office(role, held) and not held.body for _, held in person.roles)


def led_by_another(n: Named, unknown: Sequence[Named]) -> bool:
    """The sentence before is led by someone in office whom no page names: the president did not comment. She …"""
    led = [m for m in unknown if n.sentence - m.sentence == 1 and not clash(n.gender, m.gender)]
    return bool(led) and n.subject and not n.quoted


def same_office(role: Role, held: Role) -> bool:
    """Two wordings name one office: the same, or one names no field: the minister, the minister of finance."""
    short, long = sorted((role.key, held.key), key=len)
    if (role.status == "former" and held.status != "former") or (role.key in OF_MANY and other_field(role, held)):
        return False
    within = long.startswith(f"{short} of ") or (short == "minister" and long == "deputy minister")
    return short == long or (short == role.key and within)


def other_field(role: Role, held: Role) -> bool:
    """Two offices that many hold are told apart by field and body: a safety adviser, a foreign policy adviser."""
    fields = {role.role, held.role}
    fielded = len(fields) > 1 and all(" " in f for f in fields)
    bodies = [set((r.body or r.country or "").casefold().split()) for r in (role, held)]
    return fielded or bool(bodies[0] and bodies[1] and not bodies[0] & bodies[1])


def beside(page: Page, i: int, p: int, registry: Registry) -> Person | None:
    """Find the person whose office the words at i are given as: the name right before or behind a comma."""
    n = page.named[i]
    for j in (i - 1, i + 1, i - 2, i + 2):
        if 0 <= j < len(page.named):
            other = page.named[j]
            person = registry.at.get((p, j))
            if person and any(r.start == n.start or r.end == n.end for r in other.roles):
                return person
    return None
