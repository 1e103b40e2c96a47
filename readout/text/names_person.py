"""One person as the pages name them, and the joining of spellings of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from readout.text.names_known import Gender
from readout.text.names_roles import Role
from readout.text.names_runs import key_of
from readout.text.names_spelling import likeness, sound

# Two spellings of one name in Latin letters share this much of their bare consonants; ours, see the tests:
# transliterations of one name lie above .7, different names of one office mostly below .5.
SAME_SOUND: Final = 0.66
SOUNDS_ALIKE: Final = "the same office of the same country, and the names sound alike"

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
    suffix: str | None = None  # Jr, where someone without it is another person

    @property
    def surname(self) -> str:
        return key_of(self.name.removesuffix(f" {self.suffix}")).split()[-1]

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
    ends = ("name", " ".join(sorted((words[0].split("-")[0], words[-1].split("-")[-1]))))
    return held | {ends} | ({("country", f"{person.country} {begins}")} if person.country else set())


def absorb(twin: Person, person: Person, why: str | None = None) -> None:
    """Take over another spelling with all its uses, and say why."""
    alike = "the same first and last name" if inner_name(person.name, twin.name) else SOUNDS_ALIKE
    alike = "the same names in the other order" if turned(person.name, twin.name) else alike
    twin.merged += [f"{person.name}: {why or alike}", *person.merged]
    twin.uses |= person.uses
    twin.names |= person.names | {person.name}
    twin.roles += person.roles
    twin.genders += person.genders
    twin.countries += person.countries


def same_person(left: Person, right: Person) -> bool:
    """Two full names are spellings of one: alike in sound, no page has both, and office and country agree."""
    if clash(left.gender, right.gender) or left.suffix != right.suffix:
        return False
    if inner_name(left.name, right.name) or turned(left.name, right.name):
        return not clash(left.country, right.country)
    alike = likeness(left.name, right.name) if not left.pages & right.pages else 0.0
    offices = {r.key for _, r in left.roles} & {r.key for _, r in right.roles}
    agree = bool(offices) and not clash(left.country, right.country)
    return alike >= SAME_SOUND and (agree or (left.country is not None and left.country == right.country))


# Offices that one person of a country holds at a time.
ONE_HOLDER: Final = (
    "president", "prime minister", "chancellor", "king", "queen", "emperor", "supreme leader", "minister of", "pope",
    "secretary of", "crown prince", "emir", "sultan", "deputy prime minister", "vice president", "national security adviser",
)  # fmt: skip


def held_by_another(person: Person, country: str, others: Iterable[Person]) -> bool:
    """Somebody else of a country holds an office of a person's that one holds at a time."""
    own = {key for key in current(person) if key.startswith(ONE_HOLDER)}
    return any(x is not person and x.country == country and own & current(x) for x in others)


def current(person: Person) -> set[str]:
    """List the offices that pages say a person holds."""
    return {r.key for _, r in person.roles if r.status == "current"}


def clash(left: str | None, right: str | None) -> bool:
    """Both are known, and they differ."""
    return left is not None and right is not None and left != right


def turned(left: str, right: str) -> bool:
    """The same two words in the other order, as family names stand first in many languages."""
    a, b = key_of(left).split(), key_of(right).split()
    return len(a) == 2 and a[0] != a[1] and a == b[::-1]


def inner_name(left: str, right: str) -> bool:
    """The same first and last word, and more between them in one; a hyphen parts as a blank does."""
    a, b = key_of(left).replace("-", " ").split(), key_of(right).replace("-", " ").split()
    return (a[0], a[-1]) == (b[0], b[-1]) and (2 in (len(a), len(b)) or a == b)
