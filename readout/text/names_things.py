"""Find the countries, governments, bodies and places of a pile: by their words, else by the page around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from readout.text.names import INDEFINITE, Named
from readout.text.names_atlas import LEGAL, Atlas, Page
from readout.text.names_bodies import MINISTRY, Bodies, Meant, Thing, ThingType, content, with_article
from readout.text.names_holders import holders
from readout.text.names_homes import Homes, homes, institution
from readout.text.names_known import NameWords
from readout.text.names_people import Registry
from readout.text.names_person import Place
from readout.text.names_roles import DETERMINERS
from readout.text.names_runs import key_of
from readout.text.names_scene import Matter, matters_of
from readout.text.names_unnamed import Unnamed, spoken_for

INTRODUCES: Final = (
    " (",
    ", or ",
    ", or the ",
    " (the ",
    ", known as ",
    ", known as the ",
    " or ",
)  # a name's short form
JOINABLE: Final = ("organisation", "government", "place")
GOES_ON: Final = 3  # sentences back in which an institution was told with its country; ours
COUNTS: Final = 3  # ours: a passing body is described once or twice, a party to the story comes back


def things(pages: Sequence[Page], known: Atlas, words: NameWords, registry: Registry) -> list[Thing]:
    """Find the countries, governments, bodies and places of a pile, and where each is named."""
    bodies, persons = Bodies(known, words), set(registry.at) | {p for x in registry.people for p in x.uses}
    where = homes(pages, registry, bodies)
    held = holders(pages, registry, bodies, where)
    found: dict[tuple[str, frozenset[str]], Thing] = {}
    open_uses: list[tuple[Place, Named]] = []
    spelled = dict(spelled_out(pages, known))
    for place, n in uses(pages):
        n = spoken_for(n, known)
        if place in persons or n.form == "pronoun" or (n.role is not None and is_someone(n, known)):
            continue
        long = spelled.get((place[0], n.text), n.text) if n.form == "name" else n.text
        n = held.owned(place, replace(n, text=long))
        kind = where.kind(n)
        meant = held.meant(place, n) or (where.meant(place, n, kind) if kind else bodies.meant(n))
        if meant is None:
            open_uses.append((place, n))
            continue
        key = frozenset(known.country(w) or w for w in content(meant.name))
        thing = found.setdefault((meant.type, key), Thing(meant.type, meant.name, meant.country))
        thing.uses[place] = meant.because
        if thing.name.islower() and not meant.name.islower():
            thing.name = meant.name
        thing.names |= {n.text, pages[place[0]].named[place[1]].text} | (
            {f"{n.text} in {n.within}"} if n.within and meant.type in ("organisation", "place") else set()
        )
        thing.country = thing.country or located_at(n, meant, known)
    matters = matters_of(pages, registry.on_page, known)
    joined = join_described(join_shorter(join_legal(found.values()), known), matters)
    merged = join_short_forms(joined, known, words.bodies)
    nameless = Unnamed(where, matters)
    merged = [part for t in merged if is_told(t) and not is_word(t, pages) for part in nameless.parts(t)]
    own = publishers(merged, where)
    left = link_open(open_uses, merged, where, own)
    merged += [t for t in own.values() if t.uses and all(t is not m for m in merged)]
    merged += nameless.settle(left, merged)
    merged = of_one_country(merged, registry, where)
    for thing in merged:
        name_by_founders(thing, pages, known)
    return sorted(merged, key=lambda t: (t.type, t.name, t.scope or ""))


JOINT: Final = re.compile(r"^(?:[a-z-]+ ){0,2}(?:commission|committee|council|working group|board|panel)$")
FOUNDING: Final = re.compile(
    r"\b(?:set up|reopen|create|establish|revive|form|found|launch)(?:e?d)?\s+(?:again\s+)?$|\bsetting up\s+$", re.I
)


def name_by_founders(thing: Thing, pages: Sequence[Page], known: Atlas) -> None:
    """Name a body that two countries set up or reopen by them: the ministers of X and Y agreed to reopen a trade commission."""
    if thing.type != "organisation" or thing.country or not JOINT.match(thing.name):
        return
    for p, at in sorted(thing.uses):
        n, page = pages[p].named[at], pages[p]
        if not n.text.lower().startswith(("a ", "an ")) or not FOUNDING.search(page.text[max(0, n.start - 40) : n.start]):
            continue
        before = [m for m in page.named if m.paragraph == n.paragraph and m.sentence == n.sentence and m.end <= n.start]
        sides = list(dict.fromkeys(c for m in before if m.form in ("name", "adjective") and (c := known.country(m.text))))
        if len(sides) == 2:
            thing.names.add(thing.name)
            thing.name = f"{thing.name} of {with_article(known.name(sides[0]))} and {with_article(known.name(sides[1]))}"
            return


def of_one_country(found: list[Thing], registry: Registry, where: Homes) -> list[Thing]:
    """Join institutions with and without their country where a pile speaks of one country alone: the constitutional court."""
    lands = {t.country for t in found if t.country} | {x.country for x in registry.people if x.country}
    if len(lands) != 1:
        return found
    country = lands.pop()
    named = {(t.type, t.name): t for t in found if t.country == country and country}
    kept = []
    for t in found:
        kind = institution(t.name.lower(), where.bodies.words) if t.country is None and t.type in JOINABLE else None
        full = named.get((t.type, where.bodies.public(kind, country, "").name)) if kind and country else None
        if full is None or not all(country in where.countries[p].every for p, _ in t.uses):
            kept.append(t)
        else:
            take_over(full, t)
    return kept


def spelled_out(pages: Sequence[Page], known: Atlas) -> Iterator[tuple[tuple[int, str], str]]:
    """Give the bodies whose initials a page uses by what it spells out itself, which goes before any list."""
    for p, page in enumerate(pages):
        names = [n.text for n in page.named if n.form == "name"]
        short = {t for t in names if t.isupper() and " " not in t and len(t) > 1}
        for name in sorted(set(names)):
            letters = "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
            if letters in short and " " in name and known.kind(name) == "organisation":
                yield (p, letters), name
        for long, acronym in pairwise(sorted((n for n in page.named if n.form == "name"), key=lambda n: n.start)):
            between = page.text[long.end : acronym.start]
            beside = between == ", " and page.text[acronym.end : acronym.end + 1] == "," and not known.country(acronym.text)
            introduced = between in INTRODUCES or beside
            if introduced and acronym.text in short and known.kind(long.text) == "organisation":
                yield (p, acronym.text), long.text


def is_someone(n: Named, known: Atlas) -> bool:
    """An office means whoever holds it; a name beside an office is a person's unless all else says it is a body's."""
    return n.form not in ("name", "metonym") or known.kind(n.text) in ("person", None)


def located_at(n: Named, meant: Meant, known: Atlas) -> str | None:
    """Give the country of the place a body is named with: the Naval Academy in X."""
    place = n.within or n.of
    if meant.type not in ("organisation", "place") or not place or known.kind(place) not in ("place", "country"):
        return None
    return known.country(place) or known.country_of_place(place)


def is_told(thing: Thing) -> bool:
    """A body described without a name counts from three uses on, if brought in with "a", or if of people: workers' union."""
    named = any(w[0].isupper() for w in thing.name.split()) or thing.country is not None
    of_people = "s' " in thing.name or "s’ " in thing.name
    brought_in = any(name.startswith(INDEFINITE) for name in thing.names)
    return thing.type != "organisation" or named or of_people or brought_in or len(thing.uses) >= COUNTS


def is_word(thing: Thing, pages: Sequence[Page]) -> bool:
    """A single word that only begins lines, and that the pages write small elsewhere, names nobody: Naval line to open."""
    name = thing.name
    if thing.type != "organisation" or not name.isalpha() or name.isupper() or len(thing.names) > 1:
        return False
    starts = [(pages[p].text, pages[p].named[at].start) for p, at in thing.uses]
    begins = all(start == 0 or text[start - 1] == "\n" for text, start in starts)
    return begins and any(re.search(rf"\b{name.lower()}\b", page.text) for page in pages)


def uses(pages: Sequence[Page]) -> Iterator[tuple[Place, Named]]:
    """List everything named, page by page."""
    for p, page in enumerate(pages):
        for i, n in enumerate(page.named):
            yield (p, i), n


def join_shorter(found: list[Thing], known: Atlas) -> list[Thing]:
    """Join a body or place named with and without its country or town: the Naval Academy, the Xish Naval Academy."""
    kept: list[Thing] = []
    by_word: dict[tuple[ThingType, str], list[Thing]] = defaultdict(list)
    found = join_spaced(found)
    towns = {(p, key_of(t.name)) for t in found if t.type == "place" for p, _ in t.uses}
    for thing in sorted(found, key=lambda t: (len(content(t.name)), t.name)):
        near = {t.name: t for word in content(thing.name) for t in by_word[thing.type, word]}
        joins = thing.type in ("organisation", "place")
        fits = [t for _, t in sorted(near.items()) if joins and extends(t, thing, known, towns)]
        if len(fits) == 1:
            take_over(fits[0], thing)
            continue
        kept.append(thing)
        for word in content(thing.name):
            by_word[thing.type, word].append(thing)
    return kept


def join_described(found: list[Thing], matters: Sequence[Matter]) -> list[Thing]:
    """Join a body that pages only describe to the one named body whose name holds all its words: the nurses' union, the National
    Union of Nurses. A page has both; the others that describe it speak of what such a page speaks of."""
    bodies = [t for t in found if t.type == "organisation"]
    named = [(t, simple(t.name), {p for p, _ in t.uses}) for t in bodies if any(w[0].isupper() for w in t.name.split())]
    gone: set[int] = set()
    for thing in (t for t in bodies if t.name.islower() and " " in t.name and " in " not in t.name and not t.country):
        few, pages = simple(thing.name), {p for p, _ in thing.uses}
        fits = [t for t, many, there in named if few < many and pages & there]
        if len(fits) == 1 and all(of_one_matter(p, {q for q, _ in fits[0].uses}, matters) for p in pages):
            take_over(fits[0], thing)
            gone.add(id(thing))
    return [t for t in found if id(t) not in gone]


def of_one_matter(page: int, others: Collection[int], matters: Sequence[Matter]) -> bool:
    """Tell a page among others, or one that speaks of the same place and names as one of them does."""
    pairs = set(matters[page].pairs())
    return page in others or any(not pairs.isdisjoint(matters[q].pairs()) for q in others)


def simple(name: str) -> frozenset[str]:
    """Give the words of a body's name without the ends of plurals and owners."""
    return frozenset(w.replace("’", "'").removesuffix("'").removesuffix("'s").removesuffix("s") for w in content(name))


def join_legal(found: Iterable[Thing]) -> list[Thing]:
    """Join a company named with and without its legal form: Norvik Steel, Norvik Steel Ltd."""
    kept: dict[tuple[str, str], Thing] = {}
    for thing in sorted(found, key=lambda t: (-len(t.uses), t.name)):
        words = thing.name.split()
        legal = thing.type == "organisation" and len(words) > 1 and words[-1] in LEGAL
        bare = key_of(" ".join(words[:-1]) if legal else thing.name)
        one = kept.setdefault((thing.type, bare if thing.type == "organisation" else thing.name), thing)
        if one is not thing:
            take_over(one, thing)
    return list(kept.values())


def join_spaced(found: Sequence[Thing]) -> list[Thing]:
    """Join a body or place written with and without a blank or hyphen: the Guildhall, the Guild Hall."""
    kept: dict[tuple[str, str], Thing] = {}
    for thing in sorted(found, key=lambda t: (-len(t.uses), t.name)):
        closed = "".join(c for c in key_of(thing.name) if c not in " -–")
        own = thing.type if thing.type in ("organisation", "place") else f"{thing.type} {thing.name}"
        one = kept.setdefault((own, closed), thing)
        if one is not thing and (one.country == thing.country or None in (one.country, thing.country)):
            take_over(one, thing)
        elif one is not thing:
            kept[own, f"{closed} {thing.country}"] = thing
    return list(kept.values())


def join_short_forms(found: list[Thing], known: Atlas, common: Collection[str]) -> list[Thing]:
    """Join a body's first or last word or its initials to the one full name a page has with it: Norvik and Norvik Steel, NSC."""
    by_form: dict[str, list[Thing]] = defaultdict(list)
    bodies = [t for t in found if t.type == "organisation"]
    for long in (t for t in bodies if " " in t.name):
        initials = {n for n in long.names if n.isupper() and " " not in n and len(n) > 1}
        for form in (short_forms(long.name) | initials) - set(common):
            by_form[form].append(long)
    gone: set[int] = set()
    for short in (t for t in bodies if " " not in t.name):
        fits = [t for t in by_form[short.name.replace(".", "")] if is_short_of(short, t, known)]
        if len(fits) == 1:
            take_over(fits[0], short)
            gone.add(id(short))
    return [t for t in found if id(t) not in gone]


def short_forms(name: str) -> set[str]:
    """Give what may stand for a body's full name: its initials, its first word."""
    capitals = [w for w in name.replace("-", " ").split() if w[0].isupper()]
    letters = "".join(w[0] for w in capitals)
    last = [w for w in capitals if w not in LEGAL][-1:]
    return {w for w in (letters, *capitals[:1], *last) if len(w) > 1}


def is_short_of(short: Thing, long: Thing, known: Atlas) -> bool:
    """Initials need one page that has both; a first word must stand on such pages only, and be no place's name."""
    ours, theirs = {p for p, _ in short.uses}, {p for p, _ in long.uses}
    clash = short.country and long.country and short.country != long.country
    if short.name.isupper():
        return not clash and (bool(ours & theirs) or short.name in long.names)
    told = any(why.endswith(f"a word of the company {long.name}") for why in short.uses.values())
    return not clash and (ours <= theirs or told) and not known.places.kinds(short.name)


def take_over(one: Thing, other: Thing) -> None:
    """Take over another wording with all its uses."""
    one.uses |= other.uses
    one.names |= other.names | {other.name}
    longer = one.type == "organisation" and " " not in one.name and " " in other.name
    if longer or (one.name.islower() and not other.name.islower()):
        one.name = other.name
    one.country = one.country or other.country


def extends(short: Thing, long: Thing, known: Atlas, towns: Collection[tuple[int, str]]) -> bool:
    """The longer name is the shorter one with the name of a place or country, or "Joint", before or behind.

    The town that a body is only said to be in must be named wherever the shorter name stands.
    """
    few, many = content(short.name), content(long.name)
    more = many - few
    places = {w for w in more if known.kind(w) in ("place", "country") or known.country(w) or w == "joint"}
    same = short.country is None or long.country is None or short.country == long.country
    headed = " of " in long.name or key_of(long.name.split()[-1]) in few
    placed = " in " in long.name and all((p, w) in towns for p, _ in short.uses for w in more)
    return few < many and more == places and same and (headed or placed)


def publishers(found: Sequence[Thing], where: Homes) -> dict[int, Thing]:
    """Give the public institution whose page each is, where it is one: on it, the Ministry means that one."""
    by_name = {t.name: t for t in found if t.type == "organisation"}
    told = {p: here.published for p, here in where.countries.items() if here.published}
    return {p: by_name.setdefault(m.name, Thing(m.type, m.name, m.country)) for p, m in told.items()}


def link_open(
    open_uses: Iterable[tuple[Place, Named]], found: Sequence[Thing], where: Homes, own: Mapping[int, Thing]
) -> list[tuple[Place, Named]]:  # fmt: skip
    """Link short descriptions (the ministry, the Alliance, the union) to the one thing on the page that they fit.

    Gives those that fit nothing.
    """
    left: list[tuple[Place, Named]] = []
    pages: dict[int, list[Thing]] = defaultdict(list)
    for thing in found:
        for page in sorted({p for p, _ in thing.uses}):
            pages[page].append(thing)
    for page, thing in own.items():
        if all(thing is not t for t in pages[page]):
            pages[page].append(thing)
    for (page, at), n in open_uses:
        fits = [t for t in pages[page] if t.type in JOINABLE and fits_short(n, t, where.bodies)]
        if len(fits) == 1 and (fits[0].type == "place" or may_go_on((page, at), n, fits[0], where)):
            if fits[0].type != "place":
                fits[0].uses[(page, at)] = "the only thing on the page that these words fit"
                fits[0].names.add(n.text)
        elif not fits or len(fits) == 1:
            left.append(((page, at), n))
    return left


def may_go_on(place: Place, n: Named, thing: Thing, where: Homes) -> bool:
    """An institution without its country goes on from one told just before, or is that of the page's home; whose it is
    "her office" does not say."""
    if n.text.lower().startswith(("his ", "her ")):
        return False
    kind = where.kind(n)
    if kind is None or thing.country is None or where.countries[place[0]].home == thing.country:
        return True
    told = [where.pages[place[0]].named[at] for p, at in thing.uses if p == place[0]]
    return any(m.end <= n.start and n.sentence - m.sentence <= GOES_ON for m in told)


def fits_short(n: Named, thing: Thing, bodies: Bodies) -> bool:
    """All words of a short description stand in the name of a thing; a ministry's field may be worded otherwise."""
    few = content(n.text) - DETERMINERS
    portfolio = bodies.portfolio(n.text.lower().split())
    many = content(thing.name) | {w for name in thing.names for w in content(name)}
    if portfolio and MINISTRY & few:
        return bool(MINISTRY & many) and bodies.portfolio(thing.name.lower().split()) == portfolio
    if n.form == "name":  # the Alliance, but not a person or town that a body is called after
        key, name, listed = key_of(n.text), key_of(thing.name), bodies.known.places.kinds(n.text)
        firm = thing.name.split()[-1] in bodies.words.company_ends and not (n.honorific or n.roles)
        leans = any(v.kind in ("person", "place") for v in n.votes) and not firm
        first = thing.type == "organisation" and name.startswith(f"{key} ") and not listed and not leans
        return len(few) == 1 and (name.endswith(f" {key}") or first)
    return bool(few) and few <= many
