"""Give each token of a text its class in the grammar of time expressions."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from readout.text.lexemes import Alphabet, Tokens, classed, spelled

_READ: Final[dict[str, Any]] = tomllib.loads((files("readout.lexicon") / "time_words.toml").read_text("utf-8"))
VALUES: Final[dict[str, Any]] = _READ["values"]
MONTHS: Final[dict[str, int]] = VALUES["months"]
WEEKDAYS: Final[dict[str, int]] = VALUES["weekdays"]
SEASON_LETTERS: Final[dict[str, str]] = VALUES["seasons"]
PARTS: Final[dict[str, str]] = VALUES["parts"]
UNITS: Final[dict[str, str]] = VALUES["units"]
OFTEN: Final[dict[str, str]] = VALUES["often"]
HOLIDAYS: Final[dict[str, str]] = _READ["holidays"]
AFTER_WEEKDAY: Final = frozenset(_READ["outlets"]["after_weekday"])
BEFORE_WEEKDAY: Final = frozenset(_READ["outlets"]["before_weekday"])
FIGURES: Final[dict[str, frozenset[str]]] = {name: frozenset(words) for name, words in _READ["figures"].items()}
TENSE: Final[dict[str, frozenset[str]]] = {name: frozenset(words) for name, words in _READ["tense"].items()}

ALPHABET: Final = Alphabet(_READ["sets"])
LEXICON: Final = spelled(_READ["words"] | _READ["capital"] | _READ["upper"], ALPHABET)
CAPITAL: Final = re.compile("[" + "".join(map(ALPHABET.code, [*_READ["capital"], *_READ["upper"]])) + "]")
UPPER: Final = frozenset(map(ALPHABET.code, _READ["upper"]))
LOWMONTH, WORD = ALPHABET.code("LOWMONTH"), ALPHABET.code("WORD")
MONTH_CODES: Final = frozenset(ALPHABET.members("AMBMONTH") + ALPHABET.members("MONABBR"))


def time_classes(tokens: Tokens) -> str:
    """Write the classes of a text's tokens; months, short weekdays and zones count only as they are written."""
    codes = classed(tokens, LEXICON, ALPHABET)
    made: list[str] | None = None
    for found in CAPITAL.finditer(codes):
        at, code = found.start(), found[0]
        raw = tokens.raw(at)
        if raw.isupper() if code in UPPER else raw[0].isupper():
            continue
        made = made or list(codes)
        made[at] = LOWMONTH if code in MONTH_CODES else WORD
    return "".join(made) if made else codes


@lru_cache(maxsize=256)
def pattern(written: str) -> re.Pattern[str]:
    """Compile a pattern of this grammar."""
    return ALPHABET.pattern(written)


def weekday_number(word: str) -> int:
    """Give a weekday's number, Monday 0."""
    return WEEKDAYS[word[:3]]
