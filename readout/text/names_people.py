"""Tell persons apart and together: full names first, a surname only with support, spellings by office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readout.text.event_lists import listed
from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_damaged import join_damaged
from readout.text.names_known import NameWords, folded
from readout.text.names_person import Person, Place, clash, merge_spellings
from readout.text.names_roles import Role
from readout.text.names_runs import key_of
from readout.text.names_spelling import even, sound

RANKS: Final = frozenset(  # they go with any office: the general who is minister
    (
        "general", "lieutenant general", "major general", "brigadier general", "brigadier", "colonel", "major", "captain",
        "lieutenant colonel", "lieutenant", "sergeant", "admiral", "vice admiral", "rear admiral", "commodore", "marshal",
        "commander", "judge", "bishop", "professor", "senator", "representative", "member of parliament", "leader", "head",
        "officer", "diplomat", "lawyer", "founder", "activist",
    )
)  # fmt: skip
SOUNDS: Final = "sounds "  # marks an entry by sound
RESPELLED: Final = 6  # letters of a surname long enough to tell by its sound
PARTED: Final = 2  # sentences back in which another of the surname was named; ours
LONE: Final = 3.5  # a single-word name with no full name in reach is someone only if title or office say so


@dataclass(frozen=True, slots=True)
class Registry:
    """The persons of a pile, and who is meant where."""

    people: tuple[Person, ...]
    at: Mapping[Place, Person]
    on_page: Mapping[int, Sequence[Person]]  # those named on a page, by name


def people(pages: Sequence[Page], known: Atlas, words: NameWords) -> Registry:
    """Find the persons of a pile and say where each is named."""
    ends = surnames(pages, words)
    found = merge_spellings(list(full_names(pages, known, words, ends).values()))
    found = join_damaged(found, words.nicknames)
    link_short(pages, found, known, ends)
    found += lone_names(pages, found, known, words)
    return registry(found)


def registry(found: Iterable[Person]) -> Registry:
    """Index persons by where they are named."""
    ordered = tuple(sorted(found, key=lambda p: p.name))
    on_page: dict[int, list[Person]] = defaultdict(list)
    for person in ordered:
        for page in person.pages:
            on_page[page].append(person)
    return Registry(ordered, {place: p for p in ordered for place in p.uses}, on_page)


def surnames(pages: Sequence[Page], words: NameWords) -> frozenset[str]:
    """List the surnames of several words that longer names of the pile end with: von Y, where X von Y is named too."""
    keys = {key_of(n.text) for _, n in of_form(pages, "name") if " " in n.text}
    ends = {" ".join(key.split()[i:]) for key in keys for i in range(1, key.count(" "))}
    return frozenset(key for key in keys & ends if key.split()[0] in words.particles)


def full_names(
    pages: Sequence[Page], known: Atlas, words: NameWords, ends: frozenset[str]
) -> dict[str, Person]:  # fmt: skip
    """Register every person named in full; a wrong title left on a name is dropped where the rest is a known name."""
    found: dict[str, Person] = {}
    odd: list[tuple[Place, Named]] = []
    sons = namesakes(pages)
    for place, n in of_form(pages, "name"):
        if key_of(n.text) in ends:
            continue
        if " " not in n.text or known.kind(n.text) != "person":
            if " " in n.text and (known.kind(n.text) in (None, "person") or is_spoiled(n.text)):
                odd.append((place, n))
            continue
        if len(n.text.split()) > 2:
            odd.append((place, n))
        elif n.suffix and n.suffix != "Sr" and key_of(n.text) in sons:
            son = Person(f"{n.text} {n.suffix}", suffix=n.suffix)
            son = found.setdefault(key_of(son.name), son)
            add(son, place, n, known, words, f"its full name with {n.suffix}", [*n.text.split(), n.suffix])
        else:
            add(found.setdefault(key_of(n.text), Person(n.text)), place, n, known, words, "its full name")
    for place, n in odd:
        tail = found.get(" ".join(key_of(n.text).split()[-2:]))
        if tail:
            if folded(n.text.split()[0]) in words.given:
                tail.name = n.text  # a given name before two surnames, as in Spanish
            add(tail, place, n, known, words, "its full name behind other words", n.text.split()[-2:])
        elif known.kind(n.text) == "person":
            add(found.setdefault(key_of(n.text), Person(n.text)), place, n, known, words, "its full name")
    return found


def is_spoiled(name: str) -> bool:
    """A run of capitals that may be a title, spoiled by a rewriter, before a person's name: Guard Priest Ada Poe; no hospital,
    street or ship that is called after one."""
    words = name.lower().split()
    return len(words) > 2 and not CALLED_AFTER & set(words[:-2])


CALLED_AFTER: Final = listed(
    "airport avenue boulevard bridge camp cathedral centre center chapel church clinic college foundation gallery garden hall "
    "harbour hospital hotel institute library lycee lycée memorial monument museum park plaza port prison road school ship "
    "square stade stadium station street theatre theater tower trust tunnel university fund prize award casa calle avenida rue via"
)


def namesakes(pages: Sequence[Page]) -> frozenset[str]:
    """List the names that some page has both with and without Jr: there father and son are two."""
    found: set[str] = set()
    for page in pages:
        named = [n for n in page.named if n.form == "name" and " " in n.text]
        sons = {key_of(n.text) for n in named if n.suffix and n.suffix != "Sr"}
        found |= sons & {key_of(n.text) for n in named if n.suffix in (None, "Sr")}
    return frozenset(found)


def of_form(pages: Sequence[Page], *forms: str) -> Iterator[tuple[Place, Named]]:
    """List the uses of names of some forms."""
    for p, page in enumerate(pages):
        for i, n in enumerate(page.named):
            if n.form in forms:
                yield (p, i), n


def add(
    person: Person, place: Place, n: Named, known: Atlas, words: NameWords, why: str, as_words: Sequence[str] = ()
) -> None:  # fmt: skip
    """Add one use of a name to a person."""
    person.uses[place] = why
    person.names.add(" ".join(as_words) or n.text)
    person.genders.append(n.gender)
    person.likely = words.gender_of(person.name.split()[0])
    person.roles += [(place, r) for r in n.roles]
    country = country_said(n, known)
    if country:
        person.countries.append(country)


def country_said(n: Named, known: Atlas) -> str | None:
    """Give the country the words around a name give to its holder."""
    said = [known.country(words) for r in n.roles for words in (r.country, r.body) if not of_subject(r, words, known)]
    bodies = [known.country_of_body(words) for r in n.roles for words in (r.body, r.country)]
    return next((c for c in (*said, known.country(n.of), *bodies) if c), None)


def of_subject(role: Role, words: str | None, known: Atlas) -> bool:
    """A China expert knows China and need not be of it; a Chinese expert is."""
    return role.key in ("expert", "professor", "correspondent") and bool(words) and known.kind(words or "") == "country"


def link_short(pages: Sequence[Page], found: list[Person], known: Atlas, ends: frozenset[str]) -> None:
    """Link single-word names, and surnames with particles, to persons named in full: on the page, else elsewhere with support."""
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in found:
        parts = {w for key in person.keys for w in (key.split()[0], key.split()[-1], *long_words(key))}
        for word in {*parts, person.surname}:
            by_word[word].append(person)
        by_word[SOUNDS + sound(person.surname)].append(person)
    taken = {place for p in found for place in p.uses}
    for place, n in list(of_form(pages, "name")):
        if (" " in n.text and key_of(n.text) not in ends) or place in taken:
            continue
        candidates = named_so(key_of(n.text), by_word) or respelled(n, place, by_word, known)
        candidates = [p for p in candidates if may_be_called(p, n, known)]
        if not candidates or known.country(n.text) or strongly_other(n, known):
            continue
        meant = meant_by(pages, place, n, candidates, known)
        if meant:
            person, why = meant
            person.uses[place] = why
            person.names.add(n.text)
            person.genders.append(n.gender)
            person.roles += [(place, r) for r in n.roles]
            person.countries += [c for c in (country_said(n, known),) if c]


def named_so(key: str, by_word: Mapping[str, list[Person]]) -> list[Person]:
    """Find who has a name with this word, or whose name ends with these words."""
    found = by_word.get(key.split()[-1], [])
    return found if " " not in key else [p for p in found if any(k.endswith(f" {key}") for k in p.keys)]


def long_words(key: str) -> list[str]:
    """Give the words of a name but initials and particles; the first of two surnames is one, as in Spanish."""
    return [w for w in key.split() if len(w) > 3]


def respelled(n: Named, place: Place, by_word: Mapping[str, list[Person]], known: Atlas) -> list[Person]:
    """Find who on the page has a surname that sounds the same, for a name nothing else is known of: Marsheva, Marshewa."""
    key = key_of(n.text)
    if len(key) < RESPELLED or known.kind(n.text) not in (None, "person"):
        return []
    near = by_word.get(SOUNDS + sound(key), [])
    return [
        p for p in near if place[0] in p.pages and p.surname[:2] == key[:2] and len(even(p.surname)) == len(even(key))
    ]


def may_be_called(person: Person, n: Named, known: Atlas) -> bool:
    """A first name that is also a place of the pile is the place; Jr is said of the son alone."""
    if n.suffix and (n.suffix == "Sr") == bool(person.suffix):
        return False
    key = key_of(n.text)
    called = n.honorific or n.roles or " " in key or any(key in k.split()[1:] for k in person.keys)
    return bool(called) or known.kind(n.text) not in ("place", "organisation")


def strongly_other(n: Named, known: Atlas) -> bool:
    """The words around this use make it a place or a body."""
    found = known.verdicts.get(key_of(n.text))
    here = n.votes[0] if n.votes else None
    return bool(here and here.kind in ("place", "organisation", "country") and here.weight >= 2) or bool(
        found and found.kind in ("country", "vessel") and found.score > 5
    )


def meant_by(
    pages: Sequence[Page], place: Place, n: Named, candidates: Sequence[Person], known: Atlas
) -> tuple[Person, str] | None:  # fmt: skip
    """Decide whom a single-word name means; None where nothing but the surname speaks for anyone."""
    holders = [p for p in candidates if n.role and any(r.key == n.role.key for _, r in p.roles)]
    fit = [p for p in holders or candidates if fits(n, p, known)]
    fit = [p for p in fit if not clash(n.gender, p.gender or p.likely)] or fit
    here = [p for p in fit if place[0] in p.pages]
    last = [p for p in here if p.surname == key_of(n.text)] or here
    led = main_one(pages[place[0]], place, n, last) if len(last) > 1 else None
    if led:
        return led
    if len(last) == 1 and is_before(place, n, last[0], fit):
        return None
    if len(last) == 1:
        said = any(f" {key_of(n.text)} " in f" {key} " for key in last[0].keys)
        why = "the page names the person in full, and no one else of that name"
        return last[0], f"its surname{'' if said else ' in another spelling'}; {why}"
    if len(last) > 1:
        return nearest(place, last)
    if len(fit) == 1 and not here:
        support = supported(pages, place[0], n, fit[0], known)
        return (fit[0], f"its surname, and {support}") if support else None
    return None


def is_before(place: Place, n: Named, person: Person, namesakes: Sequence[Person]) -> bool:
    """The page names the person in full only later, and another of the surname may be meant before."""
    others = [p for p in namesakes if p is not person and p.surname == person.surname]
    return bool(others) and not n.role and first_use(person, place[0]) > place[1]


def main_one(page: Page, place: Place, n: Named, candidates: Sequence[Person]) -> tuple[Person, str] | None:
    """Of several with one surname, take the one in office whom the page led with.

    The others must be brought in as relatives of his, or not be named in the sentences before.
    """
    here = [p for p in candidates if place[0] in p.pages]
    led = [p for p in here if p.roles] or [p for p in here if in_full(page, place[0], p)]
    if n.role or n.honorific or n.suffix or len(led) != 1 or any(p.suffix for p in here):
        return None
    others = (page.named[i] for p in here if p is not led[0] for q, i in p.uses if q == place[0] and i < place[1])
    near = [m for m in others if n.sentence - m.sentence <= PARTED and not is_relative(page, m)]
    first = first_use(led[0], place[0]) < place[1]
    why = "its surname; of those with it, only this person is in office, or named so in full"
    return (led[0], why) if first and not near else None


def in_full(page: Page, p: int, person: Person) -> bool:
    """A page names a person by given name and surname."""
    return any(q == p and key_of(page.named[i].text).endswith(f" {person.surname}") for q, i in person.uses)


def is_relative(page: Page, n: Named) -> bool:
    """Someone is brought in by whose relative it is: his daughter, Jana Poe."""
    lead = page.text[max(0, n.start - 30) : n.start].replace(",", " ").split()
    return any(a.lower() in ("his", "her") or a.endswith(("'s", "’s")) for a in lead[-4:-1]) and bool(lead)


def fits(n: Named, person: Person, known: Atlas) -> bool:
    """Nothing said beside the name speaks against the person: gender, country, office."""
    if clash(n.gender, person.gender) or clash(country_said(n, known), person.country):
        return False
    keys = {r.key.split(" of ")[0] for _, r in person.roles if r.status != "former"}
    role = n.role
    fields = {r.key for _, r in person.roles if r.key.startswith("minister of ") and r.status != "former"}
    if role and role.key.startswith("minister of ") and fields and role.key not in fields:
        return False
    if role is None or not keys or n.honorific or role.start > n.end or role.key in RANKS:
        return True
    return role.key.split(" of ")[0] in keys


def nearest(place: Place, candidates: Sequence[Person]) -> tuple[Person, str] | None:
    """Of several with one surname, take the one named in full closest before, if no other is within the page part."""
    page, at = place
    before = [
        (max(i for p, i in c.uses if p == page and i < at), c.name, c) for c in candidates if first_use(c, page) < at
    ]
    if len(before) != 1:
        return None
    return before[0][2], "its surname; of those with it, only this person has been named so far on the page"


def first_use(person: Person, page: int) -> int:
    """Give the number of the first use of a person on a page."""
    return min(i for p, i in person.uses if p == page)


def supported(pages: Sequence[Page], page: int, n: Named, person: Person, known: Atlas) -> str | None:
    """Say what besides the surname speaks for a person who is named in full on other pages only."""
    if n.role and n.role.key in {r.key for _, r in person.roles}:
        return f"the office of {n.role.role}, which other pages give the person"
    here = {key_of(m.text) for m in pages[page].named if m.form == "name" and m.text != n.text}
    for other in sorted(person.pages):
        both = here & {key_of(m.text) for m in pages[other].named if m.form == "name"}
        both -= person.keys
        if len(both) >= 2:
            return f"this page and one that names the person in full share {', '.join(sorted(both)[:3])}"
    return None


def companies(pages: Sequence[Page], words: NameWords) -> Iterator[tuple[int, str]]:
    """List the names of companies by their last word, with the page: what their first word alone means there."""
    for (p, _), n in of_form(pages, "name"):
        if " " in n.text and n.text.split()[-1] in words.company_ends:
            yield p, key_of(n.text)


def lone_names(pages: Sequence[Page], found: Iterable[Person], known: Atlas, words: NameWords) -> list[Person]:
    """Register persons known by one word only, where a title or an office makes them persons."""
    taken = {place for p in found for place in p.uses}
    surnames = {k.split()[-1] for p in found for k in p.keys}
    lone: dict[str, Person] = {}
    firms = {(p, key.split()[0]) for p, key in companies(pages, words)}
    for place, n in of_form(pages, "name"):
        key = key_of(n.text)
        if place in taken or " " in n.text or key in surnames or known.kind(n.text) != "person":
            continue
        if (place[0], key) in firms and not (n.honorific or n.roles):
            continue
        verdict = known.verdicts[key]
        if verdict.score >= LONE and not known.country(n.text):
            person = lone.setdefault(key, Person(n.text))
            person.uses[place] = f"one name only; a person by {verdict.because}"
            person.names.add(n.text)
            person.genders.append(n.gender)
            person.roles += [(place, r) for r in n.roles]
            country = country_said(n, known)
            person.countries += [country] if country else []
            if n.suffix and REGNAL.fullmatch(n.suffix):
                person.names.add(f"{n.text} {n.suffix}")
    return [numbered(person) for person in lone.values()]


REGNAL: Final = re.compile(r"[IVX]+")


def numbered(person: Person) -> Person:
    """Name somebody known by one word with the number that some page gives him: Orvald III; two numbers name nobody."""
    told = sorted(name for name in person.names if REGNAL.fullmatch(name.split()[-1]) and name.startswith(f"{person.name} "))
    if len(told) == 1:
        person.name, person.suffix = told[0], told[0].split()[-1]
    return person
