"""Read one number with its sign and unit of measure: $3.4 billion, 40 %, five-kilometre, -5 °C, 1.5m."""

from __future__ import annotations

from typing import Final, NamedTuple

from readout.text.lexemes import Tokens
from readout.text.number_words import THOUSANDS
from readout.text.quantity_words import AROUND, FRACTIONS, SIGNS, UNITS, is_plural

NUMERIC: Final = frozenset({"DAYNUM", "YEAR4", "FIGURE", "NUMBER", "YEARWORDS", "FRACTION", "ONES"})
LETTERS: Final = {"k": 1e3, "m": 1e6, "b": 1e9}
CODES: Final = {
    "usd": "dollar",
    "eur": "euro",
    "gbp": "pound",
    "jpy": "yen",
    "rs": "rupee",
    "chf": "franc",
    "eu": "euro",
}
NATIONS: Final = frozenset({"us", "u", "a", "au", "ca", "c", "hk", "nz", "s", "r"})
DIMENSIONS: Final = {"square": "area", "cubic": "volume", "nautical": "distance", "metric": "mass", "sq": "area"}
DEGREES: Final = {
    "c": "degree Celsius", "celsius": "degree Celsius", "centigrade": "degree Celsius",
    "f": "degree Fahrenheit", "fahrenheit": "degree Fahrenheit",
}  # fmt: skip


class Measure(NamedTuple):
    """A kind and unit, and the token behind the words that name it."""

    kind: str
    unit: str | None
    last: int


class Atom(NamedTuple):
    """One number: first token and one past the last of it, its value, its kind and unit where it has one of measure."""

    first: int
    last: int
    value: float
    kind: str | None
    unit: str | None


def atom_at(cut: Tokens, at: int) -> Atom | None:
    """Read the number at a token with sign and unit; null where none stands there."""
    if at >= len(cut.names) or cut.names[at] not in NUMERIC or at not in cut.values:
        return None
    value, first, money = cut.values[at], at, None
    if at and cut.names[at - 1] == "SIGN":
        money, first = SIGNS.get(cut.words[at - 1]), at - 1
        if first and cut.glued(first) and cut.words[first - 1] in NATIONS:
            first -= 1
            while first > 1 and cut.words[first] in (".", "s") and cut.words[first - 1] in ("u", "."):
                first -= 1
    elif at and cut.words[at - 1] in CODES and cut.raw(at - 1)[0].isupper():
        money, first = CODES[cut.words[at - 1]], at - 1
    elif at and minus(cut, at):
        value, first = -value, at - 1
    scale, last = letter_scale(cut, at + 1, money is not None)
    value *= scale
    if money:
        return Atom(first, last, value, "money", money)
    measure = measure_at(cut, last, value)
    if measure:
        value = share_of(cut.raw(at), value) if measure.kind == "percent" else value
        return Atom(first, measure.last, value, measure.kind, measure.unit)
    return Atom(first, last, value, None, None)


def share_of(raw: str, value: float) -> float:
    """Give the number of a share: a point in it is that of a decimal, 3.250 percent."""
    return float(raw) if THOUSANDS.fullmatch(raw) and raw.count(".") == 1 else value


def minus(cut: Tokens, at: int) -> bool:
    """Tell a number below zero: minus 5, -5; not the second half of a range or of a word."""
    if cut.words[at - 1] == "minus":
        return True
    if cut.names[at - 1] != "DASH" or not cut.glued(at) or cut.names[at] not in ("DAYNUM", "FIGURE"):
        return False
    return at == 1 or not (cut.glued(at - 1) or cut.names[at - 2] in NUMERIC)


def letter_scale(cut: Tokens, at: int, money: bool) -> tuple[float, int]:
    """Read k, m, b glued to a figure: thousand, million, billion behind money or before a plural; m alone is metres."""
    if at >= len(cut.words) or not cut.glued(at) or cut.words[at] not in LETTERS:
        return 1.0, at
    counts = at + 1 < len(cut.words) and is_plural(cut.words[at + 1]) and cut.raw(at + 1).islower()
    return (LETTERS[cut.words[at]], at + 1) if money or counts else (1.0, at)


def measure_at(cut: Tokens, at: int, value: float) -> Measure | None:
    """Read the unit of measure that begins at a token, a hyphen before it or not."""
    words, names = cut.words, cut.names
    if at >= len(words):
        return None
    if names[at] == "PERCENT":
        return Measure("percent", "percent", at + 1)
    if names[at] == "DEGREE":
        scale = DEGREES.get(words[at + 1]) if at + 1 < len(words) else None
        return Measure("temperature", scale or "degree", at + 1 + (scale is not None))
    if names[at] == "DASH" and cut.glued(at) and at + 1 < len(words) and cut.glued(at + 1):
        found = measure_at(cut, at + 1, value)
        return found if found and words[at + 1] not in ("second",) else None
    word = words[at]
    if word in ("c", "f") and cut.glued(at) and cut.raw(at).isupper():
        return Measure("temperature", DEGREES[word], at + 1)
    if word in DIMENSIONS and at + 1 < len(words) and words[at + 1] in UNITS:
        _, unit = UNITS[words[at + 1]]
        return Measure(
            DIMENSIONS[word], unit if word == "metric" else f"{'square' if word == 'sq' else word} {unit}", at + 2
        )
    if word in ("per", "percentage"):
        return percentage(words, at)
    if word in UNITS:
        return plain(cut, at, value)
    return foreign(cut, at)


def percentage(words: list[str], at: int) -> Measure | None:
    """Per cent, percentage points."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "per":
        return Measure("percent", "percent", at + 2) if behind == "cent" else None
    return Measure("percent", "percentage point", at + 2) if behind in ("point", "points") else None


def plain(cut: Tokens, at: int, value: float) -> Measure | None:
    """A unit of one word, with what may follow: degrees Celsius, miles per hour, pounds of."""
    words, last = cut.words, at + 1
    kind, unit = UNITS[words[at]]
    behind = words[last] if last < len(words) else ""
    if unit == "degree" and behind in DEGREES:
        return Measure(kind, DEGREES[behind], last + 1)
    if kind == "percent" and behind in ("point", "points"):
        return Measure("percent", "percentage point", last + 1)
    if kind == "distance" and words[last : last + 2] in (["per", "hour"], ["an", "hour"], ["/", "h"]):
        return Measure("speed", f"{unit} per hour", last + 2)
    if kind == "distance" and words[last : last + 2] == ["/", "s"]:
        return Measure("speed", f"{unit} per second", last + 2)
    if unit == "pound" and (behind == "of" or (value < 1000 and cut.names[at - 1] == "DASH")):
        return Measure("mass", unit, last)
    if (
        words[at] in ("ha", "second", "won", "min", "sec", "rand", "mw", "oz")
        and not cut.raw(at).islower()
        and words[at] != "mw"
    ):
        return None
    if words[at] == "second" and value != 1 and cut.names[at - 1] != "DASH":
        return None
    return Measure(kind, unit, last)


def foreign(cut: Tokens, at: int) -> Measure | None:
    """A currency with its country: US dollars, Swiss francs."""
    if not cut.raw(at)[:1].isupper() or at + 1 >= len(cut.words):
        return None
    for behind in (at + 1, at + 2, at + 3, at + 4):  # U.S. is four tokens
        known = UNITS.get(cut.words[behind]) if behind < len(cut.words) else None
        if known and known[0] == "money":
            return Measure("money", known[1], behind + 1)
        if behind < len(cut.words) and cut.names[behind] != "DOT" and not cut.raw(behind)[:1].isupper():
            return None
    return None


def fraction_at(cut: Tokens, at: int) -> Atom | None:
    """Read two thirds, a quarter of, half: a number between none and all."""
    if cut.names[at] == "HALF":
        later = cut.name(at + 1) == "DASH" or cut.word(at + 1) in AROUND["after_half"]
        return None if later or cut.name(at - 1) in ("ORDINAL", "SECOND") else Atom(at, at + 1, 0.5, None, None)
    over = cut.values.get(at, 1.0 if cut.names[at] == "ART" else 0.0)
    under = at + 1 + (cut.name(at + 1) == "DASH")
    word = cut.word(under)
    if word not in FRACTIONS or word == "half" or over not in range(1, 21):
        return None
    whole = word.endswith("s") or cut.word(under + 1) == "of" or cut.names[at] != "ART"
    return Atom(at, under + 1, over * FRACTIONS[word], None, None) if whole else None
