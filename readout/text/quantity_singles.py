"""Read one number as a quantity: of measure, an age, a count of something; leave out numbers that are names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from readout.records import Word
from readout.text.lexemes import Tokens
from readout.text.quantity_atoms import Atom
from readout.text.quantity_nouns import counted
from readout.text.quantity_words import AROUND, NAMES_BEFORE, STOP, Modifier, is_plural
from readout.text.time_words import TENSE


class Draft(NamedTuple):
    """A quantity in tokens, before its bounds."""

    first: int
    last: int
    value: float | None
    kind: str
    unit: str | None
    modifier: Modifier | None = None
    low: float | None = None
    high: float | None = None

    def of(self, noun: tuple[str, int] | None) -> Draft:
        """Give the draft with what it counts and the token behind that."""
        return self._replace(unit=noun[0], last=noun[1]) if noun else self


@dataclass(frozen=True, slots=True)
class Page:
    """What is looked at: tokens, those that belong to dates, the parse by the start of each word."""

    cut: Tokens
    dated: frozenset[int]
    parsed: Mapping[int, tuple[Word, ...]]


def single(page: Page, atom: Atom) -> Draft:
    """One number: of measure, an age, or a count of the noun behind it."""
    cut = page.cut
    if atom.kind == "duration" and cut.words[atom.last : atom.last + 2] in (["-", "old"], ["–", "old"]):
        return Draft(atom.first, atom.last + 2, atom.value, "age", atom.unit)
    if atom.kind == "duration" and cut.words[atom.last : atom.last + 1] == ["old"]:
        return Draft(atom.first, atom.last + 1, atom.value, "age", atom.unit)
    if atom.kind:
        return Draft(atom.first, atom.last, atom.value, atom.kind, atom.unit)
    if is_age(cut, atom):
        return Draft(atom.first, atom.last, atom.value, "age", "year")
    plain = Draft(atom.first, atom.last, atom.value, "count", None)
    tail = tail_of(cut, atom.last)
    if tail:
        return plain._replace(last=tail[1], modifier=tail[0]).of(counted(cut, tail[1], atom.value, {}))
    noun = hyphened(cut, atom.last) or counted(cut, atom.last, atom.value, page.parsed)
    return plain if noun and noun[1] - 1 in page.dated else plain.of(noun)


TAILS: Final[Mapping[str, Modifier]] = {"plus": "more_than", "odd": "about", "something": "about"}


def tail_of(cut: Tokens, at: int) -> tuple[Modifier, int] | None:
    """Read 300-plus, 300+, 300-odd: what the tail says and the token behind it."""
    if cut.word(at) == "+" and cut.glued(at):
        return "more_than", at + 1
    tail = TAILS.get(cut.word(at + 1)) if cut.name(at) == "DASH" and cut.glued(at) else None
    return (tail, at + 2) if tail else None


def hyphened(cut: Tokens, at: int) -> tuple[str, int] | None:
    """Read 12-member, five-point: the word behind the hyphen is the unit."""
    if at + 1 >= len(cut.words) or cut.names[at] != "DASH" or not cut.glued(at + 1) or cut.names[at + 1] != "WORD":
        return None
    return None if cut.words[at + 1] in ("strong", "plus", "odd", "fold", "and") else (cut.words[at + 1], at + 2)


def is_age(cut: Tokens, atom: Atom) -> bool:
    """Tell an age: aged 45; Name, 45, …"""
    before, value = cut.words[atom.first - 1] if atom.first else "", atom.value
    if before in ("aged", "age") or (before == "of" and cut.word(atom.first - 2) == "age"):
        return True
    comma = before == "," and atom.first > 1 and cut.raw(atom.first - 2)[:1].isupper()
    ends = atom.last < len(cut.names) and cut.names[atom.last] in ("COMMA", "DOT", "RPAR")
    return comma and ends and cut.names[atom.first] in ("DAYNUM", "FIGURE") and value in range(1, 111)


def is_name(cut: Tokens, atom: Atom) -> bool:
    """Tell a number that names: Resolution 1701, No. 10, page 3, a figure behind a capital inside a sentence."""
    before = atom.first - 1
    if before < 0 or atom.kind:
        return False
    if cut.names[before] == "DOT" and cut.word(before - 1) in ("no", "nos", "art", "sec") and not cut.glued(atom.first):
        return cut.raw(before - 1)[0].isupper() or cut.words[before - 1] != "no"
    word, raw = cut.words[before], cut.raw(before)
    if raw in ("#", "№") or (raw == "[" and cut.word(atom.last) == "]"):
        return True
    if word in NAMES_BEFORE and (word != "no" or raw[0].isupper()) and not is_plural(cut.word(atom.last)):
        return True
    behind_capital = raw[:1].isupper() and cut.names[before] == "WORD" and not cut.opens(before)
    return behind_capital and cut.names[atom.first] in ("DAYNUM", "YEAR4", "FIGURE") and not counts(cut, atom.last)


def counts(cut: Tokens, at: int) -> bool:
    """Tell that what follows a number may be what it counts."""
    word = cut.word(at)
    if cut.name(at) != "WORD" or word in STOP or not cut.raw(at).islower():
        return False
    return is_plural(word) or not (word.endswith("ed") or word in TENSE["past"])


def is_spelled_name(cut: Tokens, atom: Atom) -> bool:
    """Tell a number word that is part of a name: the Gang of Four, the Five Eyes."""
    raw = cut.raw(atom.first)
    return raw[0].isupper() and raw[1:2].islower() and not cut.opens(atom.first)


def is_pronoun(cut: Tokens, atom: Atom, unit: str | None) -> bool:
    """Tell "one" that counts nothing: no one, the other one."""
    if cut.words[atom.first] == "zero" and cut.name(atom.last) == "DASH":
        return True  # zero-sum
    if cut.words[atom.first] != "one" or atom.last != atom.first + 1:
        return False
    if cut.word(atom.last) == "another":
        return True
    return unit is None or cut.word(atom.first - 1) in AROUND["pronoun_one"]
