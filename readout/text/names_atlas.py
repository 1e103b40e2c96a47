"""Learn which countries, peoples and capitals a pile speaks of, beyond the lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from readout.text.names import Named
from readout.text.names_ballot import Verdict, ballot
from readout.text.names_known import Places, folded
from readout.text.names_roles import Role
from readout.text.names_runs import GOES_ON, key_of
from readout.text.names_votes import ADJECTIVE_ENDS, Vote

LEGAL: Final = frozenset(  # the legal form of a company, at the end of its name
    ("AG", "Ltd", "Ltd.", "Inc", "Inc.", "PLC", "plc", "LLC", "GmbH", "Corp", "Corp.", "SA", "S.A.", "SpA", "NV", "SE",
     "AB", "ASA", "A/S", "Oyj", "Co", "Co.", "Limited", "Pty", "KG", "BV", "SL", "Sarl")
)  # fmt: skip
FIRMS: Final = frozenset(  # what a company calls itself behind its own name
    ("Group", "Holdings", "Industries", "Airlines", "Airways", "Motors", "Bank", "Oil", "Energy", "Steel", "Shipping", "Lines",
     "Pharma", "Systems", "Technologies", "Foods", "Insurance", "Coal", "Mining", "Telecom", "Electric", "Electronics",
     "Software", "Stores", "Media", "Chemicals", "Cement", "Logistics", "Aerospace", "Robotics", "Petroleum", "Gas")
)  # fmt: skip
WEAK: Final = 3.0  # a person by the tagger alone, which takes many an unknown country for one; ours
LARGE: Final = 100_000  # people in a city that a page can name without its country; ours
TOWN: Final = r"(?:[\w-]+ )?(?:capital|port|city|town|village|harbour|harbor|resort|suburb)"
LEADS_TO_TOWN: Final = re.compile(rf"(?:’s|'s)? {TOWN}(?: city)?(?:,| of)? ")  # Xland's capital, | the Xish town of
TOWN_OF: Final = re.compile(rf", (?:the |a |an )?{TOWN} (?:of|in) (?:the )?")  # | the capital of X
# Offices whose "of X" and "X's" name a country.
OF_STATE: Final = ("president", "prime minister", "chancellor", "king", "queen", "ambassador", "secretary of state")


@dataclass(frozen=True, slots=True)
class Page:
    """A document as far as names go."""

    doc_id: str
    text: str
    named: tuple[Named, ...]
    plural: tuple[tuple[Role, str | None], ...] = ()  # offices in the plural, with the name behind "and"
    outlets: tuple[str, ...] = ()  # who published it, and whom it credits
    vessels: frozenset[str] = frozenset()  # keys of names of several words that are ships', storms' or matters' here


@dataclass(frozen=True, slots=True)
class Atlas:
    """Countries by word: names, adjectives and peoples; the country of places; what each name is taken for.

    A country is known by its alpha-3 code, one that no list knows by its name.
    """

    places: Places
    verdicts: Mapping[str, Verdict]
    learned: Mapping[str, str]  # key of a name or adjective → country
    where: Mapping[str, str]  # key of a place → country
    names: Mapping[str, str]  # country → name as written

    def country(self, words: str | None) -> str | None:
        """Give the country that words name by its name, adjective or people; None for anything else."""
        if not words:
            return None
        for form in (words, words.removeprefix("Republic of "), words.split()[-1], words.split()[0]):
            if form in MANY and form != words:
                continue
            key = folded(form)
            for known in (self.places.countries, self.places.adjectives, self.places.peoples):
                if key in known:
                    return known[key]
            if key_of(form) in self.learned:
                return self.learned[key_of(form)]
        return None

    def listed_body(self, words: str | None) -> str | None:
        """Give the full name of the listed body that words end with: US House, State Department."""
        parts = (words or "").split()
        ends = (" ".join(parts[i:]) for i in range(len(parts)))
        found = next((b for end in ends if (b := self.places.organisations.get(folded(end)))), None)
        return found.name if found else None

    def country_of_body(self, words: str | None) -> str | None:
        """Give the country a listed body, seat or region belongs to."""
        if not words:
            return None
        if folded(words) in self.places.regions:
            return self.places.regions[folded(words)]
        found = self.places.organisations.get(folded(words)) or self.places.seats.get(folded(words))
        return found.country if found else None

    def country_of_place(self, name: str) -> str | None:
        """Give the country a place lies in, as the pages say or the lists know."""
        key = key_of(name)
        return self.where.get(key) or self.places.country_of(name)

    def name(self, country: str) -> str:
        """Write a country's name."""
        return self.places.names.get(country) or self.names.get(country, country)

    def kind(self, name: str) -> str | None:
        """Say what a name is taken for."""
        found = self.verdicts.get(key_of(name))
        return found.kind if found else None


# What bodies of many are called, by which alone no country is: the Littoral States, the Association.
MANY: Final = frozenset((
    "States", "Union", "Association", "Confederation", "Federation", "League", "Council", "Alliance", "Front", "Party", "Movement",
    "Society", "Institute", "Chamber", "Guild", "Club", "Committee", "Commission", "Board", "Forum", "Compact", "Pact", "Assembly",
    "Congress", "Community", "Organisation", "Organization", "Islands", "Kingdom", "Republic",
))  # fmt: skip
# | X in bodies that only a state has.
STATE_BODY: Final = re.compile(
    r"(?:[Tt]he )?(?:[Cc]onstitutional [Cc]ourt|[Pp]arliament|[Nn]ational [Aa]ssembly|[Cc]entral [Bb]ank|[Aa]rmed [Ff]orces|[Nn]avy"
    r"|[Gg]overnment|[Ff]oreign [Mm]inistry|[Aa]rmy) of ([A-Z][\w-]+)"
)


def atlas(pages: Sequence[Page], places: Places) -> Atlas:
    """Learn the countries of a pile and decide what each name is."""
    named = [n for page in pages for n in page.named]
    places = spoken_of(named, places)
    more = state_votes(named, places)
    for key in {key for page in pages for key in page.vessels}:
        more[key].append(Vote("vessel", 6.0, "a ship or the like on a page"))
    for key in dateline_countries(pages, places):
        more[key].append(Vote("country", 2.0, "behind the town in a dateline"))
    for name in {name for page in pages for name in page.outlets}:
        more[key_of(without_article(name))].append(
            Vote("organisation", 5.0, "a page is published by it, or credits it")
        )
    verdicts = ballot(named, more)
    for key in verdicts:
        first = verdicts.get(key.split()[0]) if " " in key else None
        if first and first.kind == "place" and key.count(" ") == 1:
            more.setdefault(key, []).append(Vote("place", 2.5, "its first word is a place"))
    for key, name in parts_of_companies(named, verdicts, places).items():
        more.setdefault(key, []).append(Vote("organisation", 5.0, f"a word of the company {name}"))
    adjectives = adjective_of(named, places, {k for k, v in verdicts.items() if v.kind not in ("person", "vessel")})
    weak = {k for k, v in verdicts.items() if v.kind == "person" and v.score <= WEAK and " " not in k}
    in_office = [n for n in named if any(r.country and is_of_state(r) for r in n.roles)]
    families = {k.split()[-1] for k, v in verdicts.items() if v.kind == "person" and " " in k}
    tagged = {k for k, v in verdicts.items() if v.kind == "person" and " " not in k and v.because.startswith("tagged")}
    bodies = [n for n in named if n.form == "descriptor" and n.role is None]  # the Xish army: X is no one's name
    adjectives = {
        **adjective_of(bodies, places, weak - families),
        **adjective_of(in_office, places, weak | (tagged - families)),
        **adjectives,
    }
    states = {key_of(n.text) for n in named for v in n.votes if v.kind == "country" and v.weight >= 3.0}
    of_office = {key_of(r.country) for n in in_office for r in n.roles if r.country and is_of_state(r)}
    for key, adjective in adjectives.items():
        weight = 5.0 if adjective[0] in states or key in of_office else 3.0
        more.setdefault(adjective[0], []).append(Vote("country", weight, f"its adjective {key}"))
    verdicts = ballot(named, more)
    invented = {k for k, v in verdicts.items() if v.kind == "country" and k not in adjectives} - lowered(
        places.countries
    )
    invented = {k for k in invented if " " not in k or not set(k.split()) & (invented | set(adjectives))}
    learned = {k: k for k in invented} | {a: c for a, (c, _) in adjectives.items() if c in invented}
    written = {key_of(n.text): n.text for n in named if n.form == "name"}
    names = {k: written.get(k, k) for k in sorted(invented)}
    learned |= dict(peoples(named, verdicts, invented, places))
    learned = {word: names[c] for word, c in learned.items()}
    made = Atlas(places, verdicts, learned, {}, {names[k]: names[k] for k in invented})
    return Atlas(places, verdicts, learned, dict(lies_in(pages, made)), made.names)


def dateline_countries(pages: Sequence[Page], places: Places) -> Iterator[str]:
    """List what stands behind the town in datelines and is in no list: SARN, | Norvia, May 4."""
    for page in pages:
        dated = sorted((n for n in page.named if n.paragraph < 0 and n.form in ("name", "metonym")), key=lambda n: n.start)
        for town, n in pairwise(dated):
            behind = page.text[town.end : n.start] == ", " and page.text[n.end : n.end + 1] in (",", " ")
            if behind and page.text[town.start : town.end].isupper() and not places.kinds(n.text):
                yield key_of(n.text)


def spoken_of(named: Iterable[Named], places: Places) -> Places:
    """Leave out the small towns of countries that the pile does not speak of: some town of each name lies somewhere.

    A pile speaks of a country by its name, people, capital, region, a body of it or a large city.
    """
    keys = {folded(words) for n in named for words in (n.text, n.of, *(r.country for r in n.roles)) if words}
    lists = (places.countries, places.adjectives, places.peoples, places.capitals, places.regions)
    spoken = {known[k] for known in lists for k in keys if k in known}
    spoken |= {body.country for known in (places.organisations, places.seats) for k in keys if (body := known.get(k))}
    found = {k: city for k in keys if (city := places.cities.get(k))}
    spoken |= {city.country for city in found.values() if city.population >= LARGE}
    unknown = {k for k, city in found.items() if city.population < LARGE and city.country not in spoken}
    return replace(places, cities={k: c for k, c in places.cities.items() if k not in unknown}) if unknown else places


def parts_of_companies(
    named: Sequence[Named], verdicts: Mapping[str, Verdict], places: Places
) -> dict[str, str]:  # fmt: skip
    """List the words that stand alone for a company the pile names in full with its legal form: Norvik of Norvik Steel AG."""
    found: dict[str, str] = {}
    alone = {n.text for n in named if n.form in ("name", "metonym") and " " not in n.text}
    alone -= {n.text for n in named if n.honorific or n.roles}  # someone's name
    families = {k.split()[-1] for k, v in verdicts.items() if v.kind == "person" and " " in k}
    for name in sorted({n.text for n in named if n.form == "name" and " " in n.text}):
        parts = name.partition(" of ")[0].split()
        words = parts[:-1] if parts[-1] in LEGAL else parts[:1] if parts[-1] in FIRMS else []
        if key_of(name) in verdicts and verdicts[key_of(name)].kind == "organisation":
            words = [w for w in words if w in alone and not places.kinds(w) and key_of(w) not in families]
            found.update((key_of(w), name) for w in words)
    return found


def without_article(name: str) -> str:
    """Leave a leading article out of a name."""
    return name.removeprefix("The ").removeprefix("the ")


def lowered(names: Iterable[str]) -> set[str]:
    """Give listed names as keys."""
    return {key_of(n) for n in names}


def state_votes(named: Iterable[Named], places: Places) -> dict[str, list[Vote]]:
    """Vote for the countries that offices of state and persons are said to be of."""
    found: dict[str, list[Vote]] = defaultdict(list)
    for n in named:
        for r in n.roles:
            if r.country and r.country not in GOES_ON | MANY and is_of_state(r) and not is_body(r.country, places):
                loose = r.plain and r.key == "president" and not key_of(r.country).endswith(ADJECTIVE_ENDS)
                weight = 0.5 if loose else 3.0  # unions, clubs and banks have presidents too
                found[key_of(r.country)].append(Vote("country", weight, f"an office of state of it: {r.role}"))
        whole = STATE_BODY.fullmatch(n.text) if n.form in ("name", "descriptor") else None
        if whole and not places.kinds(whole[1]):
            found[key_of(whole[1])].append(Vote("country", 3.0, "a court or parliament of state is said to be of it"))
        if n.of and n.votes and n.votes[0].kind == "person" and any(is_of_state(r) for r in n.roles):
            found[key_of(n.of)].append(Vote("country", 2.5, "someone in office said to be of it"))
    return found


def is_of_state(role: Role) -> bool:
    """An office that only a state has."""
    return role.key.startswith(OF_STATE) or "minister" in role.key


def is_body(name: str, places: Places) -> bool:
    """A body that has offices of state without being one: the union of states, the alliance."""
    return folded(name) in places.organisations


def adjective_of(named: Iterable[Named], places: Places, candidates: set[str]) -> dict[str, tuple[str, str]]:
    """Match adjectives that no list knows with names of the pile: Xish with Xland, Yan with Ya."""
    words = {n.text for n in named if n.form == "adjective"}
    words |= {r.country for n in named for r in n.roles if r.country and " " not in r.country}
    described = (n for n in named if n.form == "descriptor" and n.role is None)
    words |= {word for n in described for word in n.text.split() if word[0].isupper()}
    keys = {w: key_of(w) for w in words if key_of(w).endswith(ADJECTIVE_ENDS) and not places.kinds(w)}
    candidates = candidates - {k for k in keys.values() if any(fit(k, c) and len(c) <= len(k) for c in candidates)}
    candidates = candidates - {f"{k}s" for k in keys.values()}  # its people: the Xis are no country of the Xi army
    found: dict[str, tuple[str, str]] = {}
    for word, key in sorted(keys.items()):
        fits = [(shared(key, c), c) for c in candidates if fit(key, c)]
        if fits:
            found[key] = (max(fits)[1], word)
    return found


def peoples(
    named: Iterable[Named], verdicts: Mapping[str, Verdict], countries: set[str], places: Places
) -> Iterator[tuple[str, str]]:
    """Match what stands as a name with a country of the pile whose adjective or people it is: Xish television, the Xers."""
    words = {n.text for n in named if n.form == "name" and " " not in n.text and not places.kinds(n.text)}
    for key in sorted(key_of(w) for w in words):
        found = verdicts.get(key)
        single = key.removesuffix("s")
        if (
            single.endswith(ADJECTIVE_ENDS)
            and key not in countries
            and not (found and found.kind in ("person", "vessel"))
        ):
            fits = sorted(c for c in countries if fit(single, c))
            if len(fits) == 1:
                yield key, fits[0]


def shared(left: str, right: str) -> int:
    """Count the letters two words begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def fit(adjective: str, name: str) -> bool:
    """The adjective is the name with another ending: all but the last three letters of the name, four at least."""
    stem = shared(adjective, name)
    return adjective != name and " " not in name and stem >= max(4, len(name) - 3) and len(adjective) - stem <= 4


def lies_in(pages: Sequence[Page], known: Atlas) -> Iterator[tuple[str, str]]:
    """Read where places lie: "CITY, Country" and "City, the Xish capital"; the most frequent reading counts."""
    seen: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for left, right in pairwise(sorted(page.named, key=lambda n: (n.start, -n.end))):
            between = page.text[left.end : right.start]
            leads = LEADS_TO_TOWN.fullmatch(between) and is_town(right, known)
            if leads and (country := known.country(left.text)):
                seen[key_of(right.text)].append(country)
            country = known.country(right.text)
            if left.form not in ("name", "metonym") or not country or known.places.country_of(left.text):
                continue
            capital = between.strip() in (", the", ",") and page.text[right.end :].lstrip().startswith("capital")
            closed = page.text[right.end : right.end + 1] in (",", ".", ")", "\n", "")
            town_of = capital or TOWN_OF.fullmatch(between)
            if town_of or (between == ", " and right.form == "name" and closed and not known.country(left.text)):
                seen[key_of(left.text)].append(country)
    told = {key: max(sorted(set(seen[key])), key=seen[key].count) for key in sorted(seen)}
    yield from ({**dict(dated(pages, known)), **told}).items()


def is_town(n: Named, known: Atlas) -> bool:
    """A name that may be a town's: no country's, and in no list."""
    return n.form in ("name", "metonym") and not known.country(n.text) and not known.places.country_of(n.text)


def dated(pages: Sequence[Page], known: Atlas) -> Iterator[tuple[str, str]]:
    """Read where a town no list knows lies from its datelines: some page speaks of one country, the others of it too."""
    spoken: dict[str, list[set[str]]] = defaultdict(list)
    for page in pages:
        towns = {key_of(n.text) for n in page.named if n.paragraph < 0 and is_town(n, known)}
        towns -= {k for k in towns if (v := known.verdicts.get(k)) and v.kind in ("organisation", "person")}
        said = {
            c
            for n in page.named
            for words in (n.text, *(r.country for r in n.roles))
            if (c := said_by(n, words, known))
        }
        for town in towns:
            spoken[town].append(said)
    for town in sorted(spoken):
        alone = {c for said in spoken[town] if len(said) == 1 for c in said}
        if len(alone) == 1 and all(alone <= said for said in spoken[town]):
            yield town, next(iter(alone))


def said_by(n: Named, words: str | None, known: Atlas) -> str | None:
    """Give the country that a name, an adjective or an office speaks of."""
    if words is None or n.form not in ("name", "metonym", "adjective", "descriptor", "title"):
        return None
    if words == n.text and n.form in ("name", "metonym") and known.kind(words) != "country":
        return known.places.country_of(words) if known.kind(words) == "place" else None
    capitals = words.split() if n.form in ("descriptor", "title") else [words]
    return next((c for w in capitals if w[:1].isupper() and (c := known.country(w))), None)
