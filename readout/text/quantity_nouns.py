"""Find what a number counts: by the parse where there is one, else the next noun-like word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from readout.records import Word
from readout.text.lexemes import Tokens
from readout.text.quantity_words import (
    ADJECTIVES,
    AROUND,
    ATTRIBUTIVE,
    ENDINGS,
    PLURALS,
    STATES,
    STOP,
    is_plural,
    singular,
)
from readout.text.time_words import TENSE

FAR: Final = 4  # words between a number and its noun; ours
NOUNS: Final = frozenset({"NOUN", "PROPN"})
BY_NUMBER: Final = ("nummod", "nummod:gov", "amod", "det", "compound", "advmod", "nmod:unmarked")


def counted(
    cut: Tokens, at: int, value: float | None, parsed: Mapping[int, tuple[Word, ...]]
) -> tuple[str, int] | None:
    """Give the noun a number counts, singular, and the token behind it; `at` is the token behind the number."""
    start = at
    if cut.word(start) == "of":
        start += 1
        start += cut.word(start) in AROUND["articles"]
        start += cut.name(start) in ("DAYNUM", "FIGURE", "NUMBER", "YEAR4")
    elif value is not None and value < 1:
        start += cut.word(start) in AROUND["articles"]
    number = parsed_number(cut, at - 1, parsed)
    if number is not None and start == at and number.deprel not in BY_NUMBER:
        return None
    return head_noun(cut, number, parsed, at) or next_noun(cut, start, value)


def parsed_number(cut: Tokens, at: int, parsed: Mapping[int, tuple[Word, ...]]) -> Word | None:
    """Give the word of the parse that stands for a number: of several, the one that the noun holds."""
    words = parsed.get(cut.starts[at], ()) if at >= 0 else ()
    number = next((w for w in words if w.start == cut.starts[at]), None)
    for _ in words:
        if number is None or number.head < 0 or words[number.head].upos != "NUM":
            break
        number = words[number.head]
    return number


def head_noun(
    cut: Tokens, number: Word | None, parsed: Mapping[int, tuple[Word, ...]], at: int
) -> tuple[str, int] | None:
    """Give the head of a number in the parse, where it is a noun behind it."""
    if number is None or number.head < 0 or number.deprel not in BY_NUMBER:
        return None
    head = parsed[number.start][number.head]
    index = bisect_left(cut.starts, head.start)
    if (
        head.upos not in NOUNS
        or not at <= index < at + 2 * FAR
        or index >= len(cut.words)
        or cut.words[index] in STATES
    ):
        return None
    word = cut.words[index]
    if head.upos == "PROPN" and not is_plural(word):
        return None
    return PLURALS.get(word) or (
        head.lemma.lower() if head.upos == "NOUN" and head.lemma else singular(word)
    ), index + 1


def next_noun(cut: Tokens, start: int, value: float | None) -> tuple[str, int] | None:
    """Give the first plural within a few words; owners and hyphenated adjectives are passed over; behind "one" the noun."""
    index = start
    one = value is not None and value <= 1 and (cut.word(start - 1) not in AROUND["articles"] or value < 1)
    while index < min(len(cut.words), start + 2 * FAR):
        word = cut.words[index]
        if cut.names[index] not in ("WORD", "SECOND") or word in STOP or word in STATES:
            return None
        if cut.name(index + 1) == "APOS":
            index += 2 + (cut.word(index + 2) == "s" and cut.glued(index + 2))
        elif cut.name(index + 1) == "DASH" and cut.glued(index + 1):
            index += 2
        elif (is_plural(word) and not before_noun(cut, index)) or (one and is_noun(cut, index)):
            return singular(word), index + 1
        else:
            index += 1
    return None


def before_noun(cut: Tokens, at: int) -> bool:
    """Tell a plural that only describes the next: sports facilities, United Nations staff members."""
    named = cut.raw(at)[0].isupper() and cut.raw(at - 1)[0].isupper()
    behind = [i for i in range(at + 1, min(at + 2 + named, len(cut.words))) if cut.raw(i).islower()]
    return (named or cut.words[at] in ATTRIBUTIVE) and any(is_plural(cut.words[i]) for i in behind)


def is_noun(cut: Tokens, at: int) -> bool:
    """Guess that a word behind "one" or a fraction is its noun: no adjective that another word follows."""
    word, behind = cut.words[at], cut.word(at + 1)
    named = cut.raw(at)[0].isupper() and cut.raw(at + 1).islower() if behind else False
    adjective = named or word in ADJECTIVES or word.endswith(ENDINGS)
    return (
        not adjective
        or cut.name(at + 1) != "WORD"
        or behind in STOP
        or behind.endswith("ed")
        or behind in TENSE["past"]
    )
