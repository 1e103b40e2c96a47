"""Compare who took part: the same one, its country, some of its words."""

from __future__ import annotations

from readout.stages.fuse.telling import Party
from readout.text.stem import stem

# What each kind of likeness of two participants weighs; ours (docs/decisions/0006).
PERSONS, BODIES, COUNTRIES, DESCRIBED, ANYBODY = 1.0, 0.9, 0.6, 0.5, 0.2

MINISTER = stem("minister")
PORTFOLIOS = frozenset(map(stem, (
    "prime", "foreign", "defence", "defense", "interior", "finance", "trade", "energy", "justice", "health", "transport",
    "education", "agriculture", "environment", "labour", "water", "culture", "economy",
)))  # fmt: skip


def two_countries(ones: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Tell whether each list is of one country, and not of the same."""
    countries = {p.country for p in ones}, {p.country for p in others}
    return None not in countries[0] | countries[1] and not countries[0] & countries[1]


def other_sides(ones: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Tell whether each list names one side alone: who met is told from two sides."""
    countries = {p.country for p in ones}, {p.country for p in others}
    return all(len(c) == 1 and None not in c for c in countries) and countries[0] != countries[1]


def together(ones: tuple[Party, ...], others: tuple[Party, ...]) -> float | None:
    """Compare two lists of participants: the best partner of each of the shorter list, averaged."""
    if not ones or not others:
        return 0.0
    small, large = sorted((ones, others), key=len)
    if clash(small, large):
        return None
    best = [max(alike(p, q) for q in large) for p in small]
    return sum(best) / len(best) if all(best) else 0.5 * sum(best) / len(best)


def alike(one: Party, other: Party) -> float:
    """Compare two participants: the same one, its country, some of its words; words that name nobody fit anybody a little."""
    if one.key == other.key:
        return PERSONS if one.person else BODIES
    if one.person and other.person:
        return 0.0
    if other_office(one, other):
        return 0.0
    shared = bool(one.words & other.words) or (one.force is not None and one.force == other.force)
    if one.country and one.country == other.country:
        return COUNTRIES + (0.2 if shared else 0.0)
    if one.country and other.country:
        return 0.0
    if shared:
        return DESCRIBED
    if one.place != other.place and not (one.place and one.country) and not (other.place and other.country):
        return ANYBODY  # who goes to a capital goes to its country
    if one.generic != other.generic:
        return ANYBODY / 2 if one.person or other.person else ANYBODY
    if one.vague or other.vague:
        return ANYBODY
    return ANYBODY / 2 if one.generic and other.generic else 0.0


def other_office(one: Party, other: Party) -> bool:
    """Tell whether two hold different ministries: the prime minister is not the foreign minister."""
    held = one.words & PORTFOLIOS, other.words & PORTFOLIOS
    return bool(held[0] and held[1]) and held[0].isdisjoint(held[1]) and MINISTER in one.words & other.words


def clash(small: tuple[Party, ...], large: tuple[Party, ...]) -> bool:
    """Tell whether for some country both lists name persons, and no person in common; or nobody is in common at all."""
    for country in ({p.country for p in small if p.person} & {q.country for q in large if q.person}) - {None}:
        ours = {p.key for p in small if p.person and p.country == country}
        theirs = {q.key for q in large if q.person and q.country == country}
        if not ours & theirs:
            return True
    return not any(alike(p, q) for p in small for q in large)
