"""Find what a number counts: by the parse where there is one, else the next noun-like word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from readout.records import Word
from readout.text.lexemes import Tokens
from readout.text.quantity_words import AROUND, STATES, STOP, is_plural, singular
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
    by_parse = head_noun(cut, at - 1, parsed)
    if by_parse:
        return by_parse
    return next_noun(cut, start, value)


def head_noun(cut: Tokens, at: int, parsed: Mapping[int, tuple[Word, ...]]) -> tuple[str, int] | None:
    """Give the head of a number in the parse, where it is a noun behind it."""
    words = parsed.get(cut.starts[at]) if 0 <= at < len(cut.starts) else None
    number = next((w for w in words or () if w.start <= cut.starts[at] < w.end), None)
    if words is None or number is None or number.head < 0 or number.deprel not in BY_NUMBER:
        return None
    head = words[number.head]
    if head.upos not in NOUNS or head.start < number.end:
        return None
    index = next((i for i in range(at, len(cut.starts)) if cut.starts[i] >= head.start), None)
    if index is None or index - at > 2 * FAR or cut.words[index] in STATES:
        return None
    return singular(cut.words[index]), index + 1


def next_noun(cut: Tokens, start: int, value: float | None) -> tuple[str, int] | None:
    """Give the first plural within a few words, hyphenated adjectives passed over; behind "one" the first word."""
    first = None
    index = start
    for _ in range(2 * FAR):
        if index >= len(cut.words) or index - start > FAR:
            break
        if cut.names[index] == "DASH" and index > start and cut.glued(index):
            index += 1
            continue
        word = cut.words[index]
        if cut.names[index] not in ("WORD", "SECOND") or word in STOP or word in STATES:
            break
        joins = index + 1 < len(cut.words) and cut.names[index + 1] == "DASH" and cut.glued(index + 1)
        if is_plural(word) and not joins:
            return singular(word), index + 1
        first = first if first is not None or word.endswith("ly") else index
        index += 1
    if value is not None and value <= 1 and first is not None:
        return singular_noun(cut, first, index)
    return None


def singular_noun(cut: Tokens, first: int, last: int) -> tuple[str, int] | None:
    """Give the last word of a short run that is no past form: one armed man, half of the city."""
    while last > first and (cut.words[last - 1].endswith("ed") or cut.words[last - 1] in TENSE["past"]):
        last -= 1
    return (singular(cut.words[last - 1]), last) if 0 < last - first <= 3 else None
