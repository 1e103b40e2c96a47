"""Read runs of number words and figures as one number: twenty-five thousand, 3.4 billion, two and a half, 21st."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FIRSTS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
TENTHS = [
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "hundredth",
]  # fmt: skip
TENTH_VALUES = [*range(10, 21), *range(30, 101, 10)]
SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "tn": 1e12,
    "mn": 1e6,
    "mln": 1e6,
    "lakh": 1e5,
    "crore": 1e7,
}
PLURALS = {
    "tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

VALUES: dict[str, float] = {
    **{w: float(i) for i, w in enumerate(ONES, 1)},
    **{w: float(i) for i, w in enumerate(TEENS, 10)},
    **{w: float(i) for i, w in zip(range(20, 100, 10), TENS, strict=True)},
    **{w: float(i) for i, w in enumerate(FIRSTS, 1)},
    **{w: float(i) for i, w in zip(TENTH_VALUES, TENTHS, strict=True)},
    **SCALES, **PLURALS, "hundred": 100.0, "zero": 0.0, "dozen": 12.0,
}  # fmt: skip

NUMBER_WORDS: Final[dict[str, str]] = {
    **dict.fromkeys([*ONES, "zero"], "ONES"), **dict.fromkeys(TEENS, "TEENS"), **dict.fromkeys(TENS, "TENS"),
    **dict.fromkeys(FIRSTS, "ORD1"), **dict.fromkeys(TENTHS, "ORD10"), **dict.fromkeys(SCALES, "SCALE"),
    **dict.fromkeys(PLURALS, "SCALES"),
    **dict.fromkeys(("few", "several", "many", "couple", "handful", "numerous", "multiple"), "FEW"),
    "second": "SECOND", "hundred": "HUNDRED", "dozen": "DOZEN", "a": "ART", "an": "ART", "and": "AND", "half": "HALF",
    "quarter": "QUARTER", "of": "OF", "oh": "ZERO",
}  # fmt: skip
CODES = {
    "ONES": "o", "TEENS": "t", "TENS": "T", "HUNDRED": "H", "SCALE": "S", "FIGURE": "f", "TAIL": "n", "DASH": "d",
    "AND": "a", "ART": "A", "DOZEN": "D", "HALF": "h", "BROKEN": "b", "ORD1": "1", "SECOND": "2", "ORD10": "O",
    "SCALES": "Z", "FEW": "w", "OF": "F", "QUARTER": "q", "ZERO": "z",
}  # fmt: skip

SMALL = "(?:Td?o|T|t|o)"
GROUP = f"(?:(?:{SMALL}|A)d?H(?:a?{SMALL}(?!d?[oHS]))?|{SMALL})"
SPELLED = f"(?:{GROUP}|A(?=S))(?:d?S(?:{GROUP}(?=S)|a?{GROUP}(?!d?[oHS]))?)*"
AND_A_HALF = "(?:d?ad?Ad?h(?!A))"
RUN = re.compile(
    f"(?P<year>(?:t|T)(?:Td?o|T|t|zo)(?!d?[oHSn]))"
    f"|(?P<ordinal>Td?[12]|[1O]|n)"
    f"|(?P<vague>A?wF?(?:H|S|D)S?|Z(?:FZ)*)"
    f"|(?P<halved>(?:hd?A?|Ahd?)[SD]|A?qFAS)"
    f"|(?P<number>(?:fb|{SPELLED}|f)(?:{AND_A_HALF}S?|d?S)?(?:d?D)?|AD(?!S)|b)"
)
CODE_LETTERS = frozenset({"q", "h", "fy", "cy", "us", "au", "ca", "hk", "nz", "c", "rs", "eur", "usd", "gbp", "chf"})
HALF_WAY = 0.5


class Run(NamedTuple):
    """Tokens first to last that make one number, its class and its value."""

    first: int
    last: int
    name: str
    value: float | None


def join_numbers(
    words: Sequence[str], names: Sequence[str], text: str, starts: Sequence[int], ends: Sequence[int]
) -> list[Run]:
    """Find the runs of number tokens."""
    codes = "".join([CODES.get(name, ".") for name in names])
    made: list[Run] = []
    for m in RUN.finditer(codes):
        first, end = m.span()
        kind = m.lastgroup or "number"
        if "f" in m[0] and in_code(first, words, names, starts, ends):
            made.append(Run(first, first, "CODE", None))
            continue
        if m[0] == "n":
            made.append(tailed(first, text[starts[first] : ends[first]]))
        else:
            made.append(Run(first, end - 1, *read_run(kind, m[0], words[first:end])))
    return made


def in_code(at: int, words: Sequence[str], names: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Tell that a figure belongs to a name or code: A320, COVID-19, 3.2.1."""
    if at == 0 or starts[at] != ends[at - 1]:
        return False
    before = names[at - 1]
    if before in ("WORD", "CODE", "ART"):
        return words[at - 1] not in CODE_LETTERS
    if before == "DASH" and at > 1 and names[at - 2] == "WORD" and ends[at - 2] == starts[at - 1]:
        return words[at - 2] not in ("mid", "pre", "post") and len(words[at - 2]) < 12 and not _month(words[at - 2])
    return before == "DOT" and at > 1 and ends[at - 2] == starts[at - 1] and names[at - 2] in ("FIGURE", "CODE")


def _month(word: str) -> bool:
    """Tell by three letters that a word may be a month, as in May-5."""
    return word[:3] in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def tailed(at: int, raw: str) -> Run:
    """Read a figure with its tail: 21st, 1990s."""
    value = figure(raw.rstrip("stndrh"))
    if raw[-1] in "sS" and raw[-2:].lower() != "ts" and not raw.lower().endswith("st"):
        decade = value % 10 == 0 and (1000 <= value < 2200 or value < 100)
        return Run(at, at, "DECADE" if decade else "CODE", value)
    return Run(at, at, "ORDINAL", value)


def read_run(kind: str, codes: str, words: Sequence[str]) -> tuple[str, float | None]:
    """Give class and value of a run."""
    if kind == "year":
        return "YEARWORDS", 100 * VALUES[words[0]] + sum(VALUES.get(w, 0.0) for w in words[1:])
    if kind == "ordinal":
        return "ORDINAL", sum(VALUES.get(w, 0.0) for w in words)
    if kind == "vague":
        return "VAGUE", product(VALUES[w] for w in words if w in VALUES)
    if kind == "halved":
        part = 0.25 if "q" in codes else HALF_WAY
        return "NUMBER", part * product(VALUES[w] for w in words if w in VALUES)
    if codes == "f":
        return figure_class(words[0]), figure(words[0])
    if codes == "b":
        return "FRACTION", fraction(words[0])
    value = number(codes, words)
    spoken_year = list(words[:2]) == ["two", "thousand"] and 2000 < value < 2100
    return "YEARWORDS" if spoken_year else "NUMBER", value


def product(values: Iterator[float]) -> float:
    """Multiply values: tens of thousands are ten times a thousand."""
    made = 1.0
    for value in values:
        made *= value
    return made


def number(codes: str, words: Sequence[str]) -> float:
    """Add up a run of number words."""
    total, group, scale = 0.0, 0.0, 1.0
    for code, word in zip(codes, words, strict=True):
        if code in "otT":
            group += VALUES[word]
        elif code == "f":
            group += figure(word, "S" in codes)
        elif code == "b":
            group += fraction(word)
        elif code == "A":
            group = group or 1.0
        elif code == "h":
            group, total = (group + HALF_WAY, total) if scale == 1 and group else (0.0, total + HALF_WAY * scale)
        elif code in "HD":
            group = (group or 1.0) * VALUES[word]
        elif code == "S":
            scale = VALUES[word]
            total, group = total + (group or 1.0) * scale, 0.0
    return total + group


def figure(raw: str, scaled: bool = False) -> float:
    """Read a figure with its separators, before a word of scale (1.250 million) none between thousands; one too long to be a number
    is read as far as a float goes."""
    plain = raw.replace(".", "") if THOUSANDS.fullmatch(raw) and not scaled else raw.replace(",", "")
    return float(plain) if len(raw) < 300 else float("inf")


# Points between thousands, as on the continent: 12.000 people, 1.250.000; a decimal is not written to a last nought.
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|\.\d\d0)")


def fraction(raw: str) -> float:
    """Read 1/2 or ½."""
    if raw in FRACTIONS:
        return FRACTIONS[raw]
    over, under = raw.split("/")
    return int(over) / int(under) if int(under) else 0.0


def figure_class(raw: str) -> str:
    """Tell figures that can be a year or a day of a month from others."""
    if raw.isascii() and raw.isdigit():
        if len(raw) == 4 and "1000" <= raw < "2200":
            return "YEAR4"
        if len(raw) <= 2 and 1 <= int(raw) <= 31:
            return "DAYNUM"
    return "FIGURE"
