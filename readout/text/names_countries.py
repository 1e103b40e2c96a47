"""Collect the countries of a page: where it is written from and by whom, where it plays, which it speaks of, which act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_bodies import Bodies, Meant
from readout.text.names_known import folded
from readout.text.names_people import Registry
from readout.text.names_scene import Scene, scene_of


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries of a page: where it is written from, which are spoken of, which have officials or bodies there."""

    home: str | None
    town: str | None
    spoken: frozenset[str]
    acting: frozenset[str]
    doubtful: bool = False  # someone acts there, by name, of whom nothing is known: perhaps another country
    scene: Scene | None = None  # where it plays
    published: Meant | None = None  # the public institution whose page it is
    paper: str | None = None  # the country that the paper's name speaks of

    def only(self) -> tuple[str, str] | None:
        """Give the one country of the page, with the reason."""
        alone = len(self.every) == 1 and not self.doubtful
        return (next(iter(self.every)), "the only country that the page speaks of") if alone else None

    @property
    def elsewhere_unknown(self) -> bool:
        """The page is written from a town of which no country is known."""
        return self.town is not None and self.home is None

    @property
    def every(self) -> frozenset[str]:
        """All countries of the page."""
        return self.spoken | self.acting | ({self.home} if self.home else frozenset())

    def of_publisher(self) -> tuple[str, str] | None:
        """Give the country of the public institution whose page it is."""
        found = self.published.country if self.published else None
        return (found, f"the page is that of the {self.published.name}") if self.published and found else None

    def of_state(self) -> tuple[str, str] | None:
        """Give the country whose officials alone the page speaks of, if the page is not written from another."""
        if self.published:
            return self.of_publisher()
        elsewhere = {self.home, self.scene.country if self.scene else None} - {None, self.paper}
        if self.paper in self.acting and not elsewhere:
            return self.paper or "", "of the country that the paper is called after"
        if len(self.acting) == 1 and (self.home in self.acting or not (self.home or self.paper or self.doubtful)):
            return next(iter(self.acting)), "the only country with officials on the page"
        return self.at_home() if not self.acting else None

    def at_home(self) -> tuple[str, str] | None:
        """Give the country the page is written from, unless only others act there or it plays elsewhere."""
        elsewhere = self.scene is not None and self.scene.country != self.home
        fits = self.home and (not self.acting or self.home in self.acting) and not elsewhere
        return (self.home or "", "of the country that the page is written from") if fits else None

    def at_scene(self) -> tuple[str, str] | None:
        """Give the country the page plays in, where it is not said to be written from anywhere."""
        here = self.scene.country if self.scene and not self.home else None
        fits = here and (not self.acting or here in self.acting)
        return (here or "", "of the country in which the page plays") if fits else None


def countries_of(pages: Sequence[Page], p: int, registry: Registry, bodies: Bodies) -> Countries:
    """Collect the countries of a page."""
    page, known = pages[p], bodies.known
    acting = {x.country for x in registry.on_page.get(p, ()) if x.country and x.roles}
    named: Counter[str] = Counter()
    for n in page.named:
        said = country_spoken(n, known)
        place = None if said or n.form not in ("name", "metonym") else known.country_of_place(n.text)
        named.update(c for c in (said, place if known.kind(n.text) == "place" else None) if c)
        of_body = n.form in ("descriptor", "title") and (bodies.country_in(n.text.split()) or bodies.located(n.text))
        acting |= {c for c in (of_body or None, said if n.actor else None) if c}
    dated = [
        m.text for m in page.named if m.paragraph < 0 and m.form in ("name", "metonym") and opens_dateline(m, page.text)
    ]
    towns = [t for t in dated if known.country_of_place(t)] or [t for t in dated if known.kind(t) == "place"]
    home = known.country_of_place(towns[0]) if towns else None
    unknown = any(may_be_a_country(n, known) or is_abroad(n) for n in page.named)
    town, told = towns[0] if towns else None, (publisher(page, bodies), called_after(page, bodies, named))
    return Countries(home, town, frozenset(named), frozenset(acting), unknown, scene_of(page, known), *told)


def publisher(page: Page, bodies: Bodies) -> Meant | None:
    """Find the public institution of a country that publishes a page or that it credits, by the whole of its name."""
    told = (bodies.described(name) for name in page.outlets)
    return next((m for m in told if m and m.country and m.name.startswith(("Ministry of ", "office of "))), None)


def may_be_a_country(n: Named, known: Atlas) -> bool:
    """Somebody acts by the name of a place, or a place is named, of which no country is known: it may be one itself."""
    if known.country(n.text) or known.country_of_place(n.text):
        return False
    return n.form == "metonym" or (n.form == "name" and known.kind(n.text) == "place")


def is_abroad(n: Named) -> bool:
    """An ambassador or consul: he is in another country than his own."""
    return any(r.key.startswith(("ambassador", "consul")) and r.country for r in n.roles)


def opens_dateline(n: Named, text: str) -> bool:
    """A name in a dateline is its town where no bracket opens before it: (AGENCY) names who wrote."""
    line = text[text.rfind("\n", 0, n.start) + 1 : n.start]
    return "(" not in line


def country_spoken(n: Named, known: Atlas) -> str | None:
    """Give the country that words name: itself, its people, that of an office."""
    if n.form == "adjective" or (n.form in ("name", "metonym") and known.kind(n.text) == "country"):
        return known.country(n.text)
    if n.form in ("name", "metonym") and n.actor:
        seat = known.places.capitals.get(folded(n.text))
        return seat if seat and n.form == "metonym" else None
    return next((c for r in n.roles if (c := known.country(r.country))), None)


def called_after(page: Page, bodies: Bodies, named: Counter[str]) -> str | None:
    """Give the one country whose name, people or town stands in the name of the paper, if the page speaks most of it."""
    known, found = bodies.known, set[str]()
    for name in page.outlets:
        words = [w for w in name.split() if w not in bodies.words.bodies | bodies.words.press_ends]
        for part in (*words, *(f"{a} {b}" for a, b in pairwise(words))):
            found |= {c for c in (known.country(part), known.country_of_place(part)) if c and part[0].isupper()}
    most = max(named.values(), default=0)
    return found.pop() if len(found) == 1 and [c for c, times in named.items() if times == most] == list(found) else None
