"""Join a person whom some pages name by a short given name, or whose surname a rewriter took for a word, on evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from readout.text.names_person import Person, absorb, clash
from readout.text.names_runs import key_of
from readout.text.stem import stem
from readout.text.synonyms import synonym_sets

COMPANIONS: Final = 2  # persons that the pages of both spellings name besides; ours
Rule = Callable[[Sequence[str], Sequence[str]], bool]


def join_damaged(found: list[Person], nicknames: Mapping[str, frozenset[str]]) -> list[Person]:
    """Join two spellings of one person that no page has together, whose pages share persons, and whose names fit.

    Danny Orr is Daniel Orr; Per Tracker is the Per Hunter of the page that was rewritten.
    """
    company: dict[int, set[str]] = defaultdict(set)
    for person in found:
        for page in person.pages:
            company[page].add(person.name)

    def called_short(a: Sequence[str], b: Sequence[str]) -> bool:
        return a[-1] == b[-1] and bool(nicknames.get(a[0], frozenset()) & nicknames.get(b[0], frozenset()))

    rules: tuple[tuple[Callable[[Person], str], Rule, str], ...] = (
        (lambda p: p.surname, called_short, "a short form of the given name, and the pages share persons"),
        (lambda p: key_of(p.name).split()[0], rewritten, "the surname rewritten by a word of like sense, on like pages"),
    )
    for mark, rule, why in rules:
        found = joined(found, mark, rule, company, why)
    return found


def joined(
    found: Sequence[Person], mark: Callable[[Person], str], rule: Rule, company: Mapping[int, set[str]], why: str
) -> list[Person]:  # fmt: skip
    """Join the persons of one mark whose names and company fit; of three or more that fit, none."""
    by_mark: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(found, key=lambda p: (-len(p.uses), p.name)):
        if person.name.count(" ") == 1:
            by_mark[mark(person)].append(person)
    gone: set[int] = set()
    for group in by_mark.values():
        pairs = [(a, b) for a, b in combinations(group, 2) if fit(a, b, rule, company)]
        for a, b in pairs:
            if sum(a in pair or b in pair for pair in pairs) == 1:
                absorb(a, b, why)
                gone.add(id(b))
    return [p for p in found if id(p) not in gone]


def fit(a: Person, b: Person, rule: Rule, company: Mapping[int, set[str]]) -> bool:
    """No page has both, nothing said of them clashes, and pages of each name the same others."""
    if a.pages & b.pages or clash(a.gender, b.gender) or clash(a.country, b.country) or a.suffix != b.suffix:
        return False
    if not rule(key_of(a.name).split(), key_of(b.name).split()):
        return False
    shared = together(a.pages, company) & together(b.pages, company)
    return len(shared - {a.name, b.name}) >= COMPANIONS


def together(pages: Iterable[int], company: Mapping[int, set[str]]) -> set[str]:
    """List who is named on pages."""
    return {name for page in pages for name in company[page]}


def rewritten(a: Sequence[str], b: Sequence[str]) -> bool:
    """The given names are one and the surnames words of like sense."""
    sets = synonym_sets()
    return a[0] == b[0] and a[-1] != b[-1] and bool({*sets.get(stem(a[-1]), ())} & {*sets.get(stem(b[-1]), ())})
