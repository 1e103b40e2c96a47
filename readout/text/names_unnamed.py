"""Keep the institutions whose country no page tells, and those that speak through a spokesman, apart and linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from readout.text.names import Named
from readout.text.names_atlas import Atlas
from readout.text.names_bodies import Thing, ThingType
from readout.text.names_homes import OF_TOWN, Homes, is_of_state
from readout.text.names_person import Place
from readout.text.names_scene import Matter, Pair, grouped

AROUND: Final = 40  # code points on either side by which two pages are seen to say the same; ours
OF_ONE_COUNTRY: Final = frozenset(("union", "association", "authority", "board", "federation"))
Use = tuple[Place, Named]


def spoken_for(n: Named, known: Atlas) -> Named:
    """Read "a spokesman for the X ministry" as the body he speaks for; anything else as it is."""
    role = n.role
    if role is None or role.key != "spokesperson" or role.definite or n.form not in ("title", "descriptor"):
        return n
    country = known.country(role.country)
    if role.body:
        of = f" of {known.name(country)}" if country and not known.country(role.body) else ""
        return replace(n, text=role.body + of, roles=(), form="descriptor", actor=True)
    if role.country and known.kind(role.country) == "organisation":
        return replace(n, text=role.country, roles=(), form="name")
    return n


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Says which body an institution is that acts on a page that does not tell of which country."""

    where: Homes
    matters: Sequence[Matter]

    def settle(self, left: Iterable[Use], found: Sequence[Thing]) -> list[Thing]:
        """Link each to the one of its kind that pages on the same matter tell the country of; make bodies of the others.

        One for each kind on a page; pages on one matter that play in no two countries mean the same one, and pages that
        use the same words around it; others need not.
        """
        made: list[Thing] = []
        for kind, by_page in sorted(self.by_kind(left).items()):
            told = self.told(kind, found)
            index, rest = self.index(told), {}
            for p, uses in by_page.items():
                near = {at for pair in self.matters[p].pairs() for at in index.get(pair, ())}
                if len(near) > 1:
                    continue  # one of several, the page does not tell which
                thing = told[near.pop()] if near else None
                if thing and self.may_be_of(kind, p, thing.country):
                    why = f"the {kind} of the one country that other pages on the same matter tell"
                    thing.uses.update((place, why) for place, _ in uses)
                    thing.names |= {n.text for _, n in uses}
                else:
                    rest[p] = uses
            made += self.bodies(kind, rest)
        return made

    def parts(self, thing: Thing) -> list[Thing]:
        """Part a body that pages only describe (the dockers' union) by matter: the same words may mean another elsewhere.

        It is of the country in which all pages on a matter play, if it is a union and the like that has but one home.
        """
        described = thing.type == "organisation" and not thing.country and not any(c.isupper() for c in thing.name)
        if not described:
            return [thing]
        by_page: dict[int, list[Place]] = defaultdict(list)
        for p, at in sorted(thing.uses):
            by_page[p].append((p, at))
        one_home = thing.name.split()[-1] in OF_ONE_COUNTRY
        homes = self.apart("", by_page) if one_home else dict.fromkeys(by_page)
        groups = grouped(by_page, {p: self.matters[p].names for p in by_page}, homes)
        return [self.part(thing, [u for p in group for u in by_page[p]], homes, len(groups)) for group in groups]

    def part(self, thing: Thing, uses: Sequence[Place], homes: Mapping[int, str | None], of: int) -> Thing:
        """Give the part of a body that is used at some places."""
        pages = sorted({p for p, _ in uses})
        names = {self.where.pages[p].named[at].text for p, at in uses} if of > 1 else thing.names
        scope = min(self.where.pages[p].doc_id for p in pages) if of > 1 else None
        at_home = {homes[p] for p in pages} - {None}
        country = at_home.pop() if len(at_home) == 1 else None
        return Thing(thing.type, thing.name, country, {u: thing.uses[u] for u in uses}, names, scope)

    def by_kind(self, left: Iterable[Use]) -> Mapping[str, dict[int, list[Use]]]:
        """Group what acts, and what is said of the same body later on the page, by kind and page."""
        found: dict[str, dict[int, list[Use]]] = defaultdict(dict)
        for (p, at), n in left:
            kind = self.where.kind(n)
            if kind is not None and (n.actor or n.form == "name" or p in found[kind]):
                found[kind].setdefault(p, []).append(((p, at), n))
        return found

    def told(self, kind: str, found: Sequence[Thing]) -> list[Thing]:
        """List the bodies of a kind whose country is known."""
        if kind in OF_TOWN:
            return [t for t in found if t.type == "organisation" and t.name.startswith(f"{kind} of ")]
        public = self.where.bodies.public
        return [t for t in found if t.country and t.name == public(kind, t.country, "").name]

    def index(self, told: Sequence[Thing]) -> Mapping[Pair, set[int]]:
        """Give the bodies by what the pages that use them speak of."""
        found: dict[Pair, set[int]] = defaultdict(set)
        for number, thing in enumerate(told):
            for page in {p for p, _ in thing.uses}:
                for pair in self.matters[page].pairs():
                    found[pair].add(number)
        return found

    def may_be_of(self, kind: str, page: int, country: str | None) -> bool:
        """A page may speak of an institution of a country: of no other at all, or it plays in no other."""
        here = self.where.countries[page]
        plays = {here.home, here.scene.country if here.scene else None} - {None}
        alone = here.every <= {country} or (bool(plays) and here.acting <= {country})
        return country in here.every and plays <= {country} and (alone or not is_of_state(kind))

    def bodies(self, kind: str, rest: Mapping[int, Sequence[Use]]) -> Iterator[Thing]:
        """Make a body for each group of pages that speak of the same."""
        for group in grouped(rest, {p: self.marks(kind, p, rest[p]) for p in rest}, self.apart(kind, rest)):
            scope = min(self.where.pages[p].doc_id for p in group)
            type_: ThingType = "government" if kind == "government" else "organisation"
            thing = Thing(type_, titled(kind), None, scope=scope)
            for p in group:
                why = "an institution that acts here; the page does not tell of which country"
                thing.uses.update((place, why) for place, _ in rest[p])
                thing.names |= {n.text for _, n in rest[p]}
            yield thing

    def marks(self, kind: str, page: int, uses: Iterable[Use]) -> Iterator[tuple[str, ...]]:
        """Give what pages that mean the same institution share: the words around it, a place with another name."""
        text = self.where.pages[page].text
        for _, n in uses:
            yield ("words", " ".join(text[max(0, n.start - AROUND) : n.end + AROUND].split()))
        if not is_of_state(kind) or len(self.where.countries[page].every) < 2:
            yield from self.matters[page].pairs()

    def apart(self, kind: str, pages: Iterable[int]) -> dict[int, str | None]:
        """Give what must not differ: the country a page plays in, or the one it speaks of; a town's by the town."""
        found: dict[int, str | None] = {}
        for p in pages:
            here = self.where.countries[p]
            scene = here.scene.town if here.scene and kind in OF_TOWN else here.scene.country if here.scene else None
            found[p] = (here.town if kind in OF_TOWN else here.home) or scene
        return found


def titled(kind: str) -> str:
    """Write a ministry in capitals, as where its country is known."""
    return kind.title().replace(" Of ", " of ").replace(" The ", " the ") if kind.startswith("ministry") else kind
