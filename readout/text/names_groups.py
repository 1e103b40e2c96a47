"""Find groups of people of a country: Chinese officials, the two U.S. soldiers, Norvia's negotiators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.text.names_known import NameWords, Places
from readout.text.names_roles import CLOSED, POSSESSIVE
from readout.text.names_runs import written
from readout.text.names_tokens import Token
from readout.text.names_votes import ADJECTIVE_ENDS

MODIFIERS = 2  # lower-case words between the adjective and the noun: U.S. military officials


def groups(tokens: Sequence[Token], places: Places, words: NameWords) -> Iterator[tuple[int, int]]:
    """Give the tokens [first, stop) of each group: from the adjective or name of a country to the noun."""
    for i, t in enumerate(tokens):
        if t.low in words.groups and not t.is_capital and i:
            first = country_before(tokens, i, places)
            if first is not None:
                yield first, i + 1


def country_before(tokens: Sequence[Token], noun: int, places: Places) -> int | None:
    """Find the word for a country before the noun of a group, past a few words that describe it."""
    j = noun - 1
    while j >= 0 and noun - 1 - j < MODIFIERS and tokens[j].is_word and not tokens[j].is_capital:
        if tokens[j].low in CLOSED:
            return None
        j -= 1
    j -= j > 0 and tokens[j].low in POSSESSIVE
    if j < 0 or not tokens[j].is_capital:
        return None
    pair = j > 0 and tokens[j - 1].is_capital and is_of_country(written(tokens[j - 1 : j + 1]), places)
    return j - 1 if pair else j if is_of_country(tokens[j].text, places) or is_formed(tokens[j]) else None


def is_of_country(words: str, places: Places) -> bool:
    """Tell a listed country, its adjective or its people."""
    return bool({"country", "adjective"} & set(places.kinds(words)))


def is_formed(t: Token) -> bool:
    """Tell a word with the form of an adjective of a country that no list knows; the pile must know the country."""
    return t.low.endswith(ADJECTIVE_ENDS) and t.upos in ("", "ADJ", "PROPN") and len(t.text) > 4
