"""Tell where a page plays, who publishes it, and which pages speak of one matter: by the towns and names they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page, without_article
from readout.text.names_person import Person
from readout.text.names_runs import key_of

MOST: Final = 40  # names of a page that are paired with its places; ours, a bound on cost
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a page plays: the town it names first, if most of the towns it names lie in that country."""

    town: str
    country: str


def scene_of(page: Page, known: Atlas) -> Scene | None:
    """Find the town and country a page plays in by the towns its sentences name; None where they point two ways."""
    towns = [(n.text, c) for n in sorted(page.named, key=lambda n: n.start) if (c := country_of_town(n, known))]
    if not towns:
        return None
    town, country = towns[0]
    inside = sum(c == country for _, c in towns)
    return Scene(town, country) if inside * 2 > len(towns) else None


def country_of_town(n: Named, known: Atlas) -> str | None:
    """Give the country of a town that stands as a place in a sentence, not as a government."""
    town = n.form == "name" and n.paragraph >= 0 and known.kind(n.text) == "place" and not known.country(n.text)
    return known.country_of_place(n.text) if town else None


@dataclass(frozen=True, slots=True)
class Matter:
    """What a page speaks of, countries left out: its places, and its places, persons and bodies by name."""

    places: frozenset[str]
    names: frozenset[str]

    def pairs(self) -> Iterator[Pair]:
        """Give each place with each other name: two pages with one pair in common speak of one matter."""
        names = sorted(self.names)[:MOST]
        for place in sorted(self.places)[:MOST]:
            yield from ((place, name) for name in names if name != place)


def matter_of(page: Page, persons: Iterable[Person], known: Atlas, papers: frozenset[str]) -> Matter:
    """Collect what a page speaks of; papers and agencies of the pile are no part of it."""
    places: set[str] = set()
    bodies: set[str] = set()
    for n in page.named:
        key = key_of(n.text)
        if n.form in ("name", "metonym") and key not in papers and not known.country(n.text):
            kind = known.kind(n.text)
            (places if kind == "place" else bodies if kind == "organisation" else set()).add(key)
    people = {key_of(p.name) for p in persons if " " in p.name}
    return Matter(frozenset(places), frozenset(places | bodies | people))


def matters_of(pages: Sequence[Page], on_page: Mapping[int, Sequence[Person]], known: Atlas) -> list[Matter]:
    """Collect what every page speaks of."""
    papers = frozenset(key_of(without_article(name)) for page in pages for name in page.outlets)
    return [matter_of(page, on_page.get(p, ()), known, papers) for p, page in enumerate(pages)]


@dataclass
class Joined:
    """Puts pages together that speak of one matter; what is known of each may keep two apart."""

    apart: Mapping[int, str | None]  # page → what must not differ within one group, where it is known
    root: dict[int, int] = field(default_factory=dict)
    held: dict[int, str] = field(default_factory=dict)

    def find(self, page: int) -> int:
        """Give the page that stands for the group of a page."""
        while self.root.setdefault(page, page) != page:
            page = self.root[page]
        return page

    def join(self, left: int, right: int) -> bool:
        """Join two groups unless what is known of them differs; say whether they are one now."""
        one, other = sorted((self.find(left), self.find(right)))
        known = {k for k in (self.told(one), self.told(other)) if k}
        if one != other and len(known) < 2:
            self.root[other] = one
            if known:
                self.held[one] = known.pop()
        return self.find(left) == self.find(right)

    def told(self, page: int) -> str | None:
        """Say what is known of a group."""
        return self.held.get(page, self.apart.get(page))

    def groups(self, pages: Iterable[int]) -> list[list[int]]:
        """List the groups of pages."""
        found: dict[int, list[int]] = defaultdict(list)
        for page in sorted(pages):
            found[self.find(page)].append(page)
        return [found[root] for root in sorted(found)]


def grouped(
    pages: Iterable[int], marks: Mapping[int, Iterable[object]], apart: Mapping[int, str | None]
) -> list[list[int]]:  # fmt: skip
    """Group pages that share a mark, unless what is known of each differs."""
    by_mark: dict[str, list[int]] = defaultdict(list)
    joined = Joined(apart)
    for page in sorted(pages):
        for mark in marks[page]:
            by_mark[str(mark)].append(page)
    for mark in sorted(by_mark):
        leaders: list[int] = []
        for page in by_mark[mark]:
            if not any(joined.join(leader, page) for leader in leaders):
                leaders.append(page)
    return joined.groups(pages)
