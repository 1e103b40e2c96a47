"""Words around numbers: units, modifiers and nouns, as `lexicon/quantity_words.toml` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, Literal

Modifier = Literal[
    "exact", "almost", "about", "more_than", "at_least", "at_most", "less_than", "up_to", "between", "vague", "part", "fraction",
]  # fmt: skip

_READ: Final[dict[str, Any]] = tomllib.loads((files("readout.lexicon") / "quantity_words.toml").read_text("utf-8"))
UNITS: Final[Mapping[str, tuple[str, str]]] = {
    form: (kind, unit) for kind, units in _READ["units"].items() for unit, forms in units.items() for form in forms
}
SIGNS: Final[Mapping[str, str]] = _READ["signs"]
PLURALS: Final[Mapping[str, str]] = _READ["nouns"]["plurals"]
STOP: Final = frozenset(_READ["nouns"]["stop"])
STATES: Final = frozenset(_READ["nouns"]["states"])
NOT_PLURAL: Final = frozenset(_READ["nouns"]["not_plural"])
ATTRIBUTIVE: Final = frozenset(_READ["nouns"]["attributive"])
ADJECTIVES: Final = frozenset(_READ["nouns"]["adjectives"])
ENDINGS: Final = tuple(_READ["nouns"]["endings"])
NAMES_BEFORE: Final = frozenset(_READ["names"]["before"])
CHANGES: Final = frozenset(_READ["changes"]["verbs"])
CONTESTS: Final = frozenset(_READ["changes"]["contests"])
RATIOS: Final[Mapping[str, int]] = _READ["ratios"]["once"]
FRACTIONS: Final[Mapping[str, float]] = _READ["ratios"]["fractions"]
AROUND: Final[Mapping[str, frozenset[str]]] = {name: frozenset(words) for name, words in _READ["around"].items()}
LONGEST: Final = 4  # words of the longest modifier

Phrases = Mapping[tuple[str, ...], Modifier]


def _phrases(listed: Mapping[str, Sequence[str]]) -> Phrases:
    return {tuple(p.split()): name for name, ps in listed.items() for p in ps}  # type: ignore[misc]  # names are checked by a test


BEFORE: Final = _phrases(_READ["modifiers"])
AFTER: Final = _phrases(_READ["after"])


def modifier_before(words: Sequence[str], at: int) -> tuple[Modifier, int] | None:
    """Find the longest modifier that ends just before a place: what it says and where it begins."""
    for size in range(min(LONGEST, at), 0, -1):
        found = BEFORE.get(tuple(words[at - size : at]))
        if found:
            return found, at - size
    return None


def modifier_after(words: Sequence[str], at: int) -> tuple[Modifier, int] | None:
    """Find the longest modifier that begins at a place: what it says and where it ends."""
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        found = AFTER.get(tuple(words[at : at + size]))
        if found:
            return found, at + size
    return None


def singular(noun: str) -> str:
    """Give the singular of a noun: soldiers → soldier, people → person."""
    word = noun.lower()
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Guess by its form that a word is a plural noun."""
    if word in PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in NOT_PLURAL
