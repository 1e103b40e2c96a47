"""Tell persons apart and together: full names first, a surname only with support, spellings by office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from readout.text.names import Named
from readout.text.names_atlas import Atlas, Page
from readout.text.names_known import Gender, NameWords
from readout.text.names_roles import Role
from readout.text.names_runs import key_of
from readout.text.names_spelling import likeness, sound

# Two spellings of one name in Latin letters share this much of their bare consonants; ours, see the tests:
# transliterations of one name lie above .7, different names of one office mostly below .5.
SAME_SOUND: Final = 0.66
SOUNDS_ALIKE: Final = "the same office of the same country, and the names sound alike"
LONE: Final = 3.5  # a single-word name with no full name in reach is someone only if title or office say so

Place = tuple[int, int]  # page number, number of the name on the page


@dataclass
class Person:
    """One person: every use of a name, the offices given, what tells gender and country."""

    name: str
    uses: dict[Place, str] = field(default_factory=dict)  # where → why it is this person
    names: set[str] = field(default_factory=set)
    roles: list[tuple[Place, Role]] = field(default_factory=list)
    genders: list[Gender] = field(default_factory=list)  # by titles and words of office
    likely: Gender = None  # by the list of given names: a hint only
    countries: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)  # why other spellings were joined

    @property
    def surname(self) -> str:
        return key_of(self.name).split()[-1]

    @property
    def keys(self) -> set[str]:
        return {key_of(self.name), *map(key_of, self.names)}

    @property
    def country(self) -> str | None:
        counts = sorted(set(self.countries), key=lambda c: (-self.countries.count(c), c))
        return counts[0] if counts else None

    @property
    def gender(self) -> Gender:
        male, female = self.genders.count("male"), self.genders.count("female")
        return None if male == female else "male" if male > female else "female"

    @property
    def pages(self) -> set[int]:
        return {page for page, _ in self.uses}


@dataclass(frozen=True, slots=True)
class Registry:
    """The persons of a pile, and who is meant where."""

    people: tuple[Person, ...]
    at: Mapping[Place, Person]


def people(pages: Sequence[Page], known: Atlas, words: NameWords) -> Registry:
    """Find the persons of a pile and say where each is named."""
    found = merge_spellings(list(full_names(pages, known, words).values()))
    link_short(pages, found, known)
    found += lone_names(pages, found, known)
    ordered = tuple(sorted(found, key=lambda p: p.name))
    return Registry(ordered, {place: p for p in ordered for place in p.uses})


def full_names(pages: Sequence[Page], known: Atlas, words: NameWords) -> dict[str, Person]:
    """Register every person named in full; a wrong title left on a name is dropped where the rest is a known name."""
    found: dict[str, Person] = {}
    odd: list[tuple[Place, Named]] = []
    for place, n in of_form(pages, "name"):
        if " " not in n.text or known.kind(n.text) != "person":
            if " " in n.text and known.kind(n.text) in (None, "person"):
                odd.append((place, n))
            continue
        if len(n.text.split()) > 2:
            odd.append((place, n))
        else:
            add(found.setdefault(key_of(n.text), Person(n.text)), place, n, known, words, "its full name")
    for place, n in odd:
        tail = found.get(" ".join(key_of(n.text).split()[-2:]))
        if tail:
            add(tail, place, n, known, words, "its full name behind other words", n.text.split()[-2:])
        elif known.kind(n.text) == "person":
            add(found.setdefault(key_of(n.text), Person(n.text)), place, n, known, words, "its full name")
    return found


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
    return next((c for c in said if c), None) or known.country(n.of)


def of_subject(role: Role, words: str | None, known: Atlas) -> bool:
    """A China expert knows China and need not be of it; a Chinese expert is."""
    return role.key in ("expert", "professor", "correspondent") and bool(words) and known.kind(words or "") == "country"


def merge_spellings(found: list[Person]) -> list[Person]:
    """Join spellings of one name, again and again until none is left: what joins gains offices that join others."""
    while True:
        joined = merge_once(found)
        if len(joined) == len(found):
            return joined
        found = joined


def merge_once(found: list[Person]) -> list[Person]:
    """Join each person to the first, by number of uses, who is the same; each join keeps its reason.

    Only those are compared who share a mark (see `marks`), so that the cost stays far below the square of persons.
    """
    kept: list[Person] = []
    by_mark: dict[tuple[str, str], list[int]] = defaultdict(list)
    for person in sorted(found, key=lambda p: (-len(p.uses), p.name)):
        near = sorted({i for mark in marks(person) for i in by_mark[mark]})
        at = next((i for i in near if same_person(kept[i], person)), len(kept))
        if at == len(kept):
            kept.append(person)
        else:
            absorb(kept[at], person)
        for mark in marks(person):
            by_mark[mark].append(at)
    return kept


def marks(person: Person) -> set[tuple[str, str]]:
    """Give what two spellings of one name share: first and last word, or office or country with how the surname sounds."""
    words = key_of(person.name).split()
    begins = sound(words[-1])[:1]
    held = {("office", f"{r.key} {begins}") for _, r in person.roles}
    return held | {("name", f"{words[0]} {words[-1]}"), ("country", f"{person.country} {begins}")}


def absorb(twin: Person, person: Person) -> None:
    """Take over another spelling with all its uses, and say why."""
    alike = "the same first and last name" if inner_name(person.name, twin.name) else SOUNDS_ALIKE
    twin.merged += [f"{person.name}: {alike}", *person.merged]
    twin.uses |= person.uses
    twin.names |= person.names | {person.name}
    twin.roles += person.roles
    twin.genders += person.genders
    twin.countries += person.countries


def same_person(left: Person, right: Person) -> bool:
    """Two full names are spellings of one: alike in sound, no page has both, and office and country agree."""
    if clash(left.gender, right.gender):
        return False
    if inner_name(left.name, right.name):
        return not clash(left.country, right.country)
    alike = likeness(left.name, right.name) if not left.pages & right.pages else 0.0
    offices = {r.key for _, r in left.roles} & {r.key for _, r in right.roles}
    agree = bool(offices) and not clash(left.country, right.country)
    return alike >= SAME_SOUND and (agree or (left.country is not None and left.country == right.country))


def clash(left: str | None, right: str | None) -> bool:
    """Both are known, and they differ."""
    return left is not None and right is not None and left != right


def inner_name(left: str, right: str) -> bool:
    """The same first and last word, and more between them in one."""
    a, b = key_of(left).split(), key_of(right).split()
    return (a[0], a[-1]) == (b[0], b[-1]) and 2 in (len(a), len(b))


def link_short(pages: Sequence[Page], found: list[Person], known: Atlas) -> None:
    """Link single-word names to persons named in full: on the same page, else on another page with support."""
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in found:
        for word in {w for key in person.keys for w in (key.split()[-1], key.split()[0])}:
            by_word[word].append(person)
    for place, n in list(of_form(pages, "name")):
        if " " in n.text or any(place in p.uses for p in found):
            continue
        candidates = by_word.get(key_of(n.text), [])
        if not candidates or known.country(n.text) or strongly_other(n, known):
            continue
        meant = meant_by(pages, place, n, candidates, known)
        if meant:
            person, why = meant
            person.uses[place] = why
            person.names.add(n.text)
            person.genders.append(n.gender)
            person.roles += [(place, r) for r in n.roles]


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
    fit = [p for p in candidates if fits(n, p, known)]
    here = [p for p in fit if place[0] in p.pages]
    last = [p for p in here if p.surname == key_of(n.text)] or here
    if len(last) == 1:
        return last[0], "its surname; the page names the person in full, and no one else of that name"
    if len(last) > 1:
        return nearest(place, last)
    if len(fit) == 1 and not here:
        support = supported(pages, place[0], n, fit[0], known)
        return (fit[0], f"its surname, and {support}") if support else None
    return None


def fits(n: Named, person: Person, known: Atlas) -> bool:
    """Nothing said beside the name speaks against the person: gender, country, office."""
    if clash(n.gender, person.gender) or clash(country_said(n, known), person.country):
        return False
    keys = {r.key.split(" of ")[0] for _, r in person.roles if r.status != "former"}
    return n.role is None or not keys or n.role.key.split(" of ")[0] in keys or n.honorific


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


def lone_names(pages: Sequence[Page], found: Iterable[Person], known: Atlas) -> list[Person]:
    """Register persons known by one word only, where a title or an office makes them persons."""
    taken = {place for p in found for place in p.uses}
    surnames = {k.split()[-1] for p in found for k in p.keys}
    lone: dict[str, Person] = {}
    for place, n in of_form(pages, "name"):
        key = key_of(n.text)
        if place in taken or " " in n.text or key in surnames or known.kind(n.text) != "person":
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
    return list(lone.values())
