"""Say whose losses a number counts: three Vardan soldiers, three of its men, Keshi losses at eight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from readout.text.number_words import NUMBER_WORDS
from readout.text.rarity import rarity

STEM: Final = 4  # letters that the word for the people has in common with the name of the country, at least; ours
LESS: Final = 2  # letters at the end of a country's name that the word for its people may lack
BEHIND: Final = 40  # characters behind a number in which the people counted are named; ours
BEFORE: Final = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]+)(?:[’']s?)? (?:losses|casualties|dead|deaths|toll|fatalities|side)\b[^.;,]{0,20}$"
)
LOST: Final = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]+)(?:,? [a-z]+){0,5} (?:lost|had lost|losing)\s+(?:at least |about |only )?$"
)
AND: Final = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]+) (?:[a-z]+ ){0,2}(?:was|were|had been|died|killed|lost)\b[^.;,]*\band\s+(?:another\s+)?$"
)
OWN: Final = re.compile(r"\b(?:its|their|our)\b", re.I)
NUMBERS: Final = frozenset((*NUMBER_WORDS, "triple", "double", "twin", "couple"))
NAMES: Final = 12.6  # bits from which a word with a capital is a people's name and no English word: three sailors; ours
CUT: Final = re.compile(r"[,.;:]|\b(?:were|was|had|have|has|died|who|when|and|in|by|after)\b")
NAME: Final = re.compile(r"\b[A-Z][\w’'-]+")


PEOPLE: Final = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]{3,}) (?:[a-z]+ )?(?:soldiers?|troops|civilians?|fighters|servicemen|men|marines|sailors|guards|"
    r"pilots?|policemen|border guards|losses|villagers|citizens|nationals)\b"
)


def side_of(sentence: str, start: int, end: int, countries: Iterable[str]) -> str | None:
    """Name the country whose people a number counts; null where its words do not tell."""
    known = sorted(countries)
    behind = CUT.split(sentence[start : end + BEHIND])[0]
    for word in NAME.findall(behind):
        found = country_of(word, known)
        if found:
            return found
    people = PEOPLE.search(behind)
    if people and people.group("who").lower() not in NUMBERS and rarity(people.group("who").lower()) >= NAMES:
        return people.group("who")
    before = sentence[:start]
    m = BEFORE.search(before) or LOST.search(before) or AND.search(before)
    if m:
        return country_of(m.group("who"), known) or m.group("who")
    if OWN.search(behind):
        named = [c for c in (country_of(w, known) for w in NAME.findall(sentence[:start])) if c]
        return named[-1] if named else None
    return None


def country_of(word: str, countries: Iterable[str]) -> str | None:
    """Give the country that a word is made of: Keshi of Kesh, Norlanders of Norland."""
    low = word.lower()
    for name in countries:
        own = name.lower()
        stem = own[: max(STEM, len(own) - LESS)]
        if len(own) >= STEM and low.startswith(stem):
            return name
    return None
