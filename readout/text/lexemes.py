"""Cut text into tokens, join number words, and match patterns written in class names over them.

A grammar gives each word a class (`WEEKDAY`, `UNIT`); a text becomes a string with one character per token, and a
pattern such as `(?P<n>NUM) (?P<u>UNIT) AGO` becomes a regular expression over that string. Method: ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readout.text.number_words import NUMBER_WORDS, join_numbers

TOKEN = re.compile(
    r"(?P<WORD>[oO]['’]clock\b|[apAP]\.\s?[mM]\b\.?|[^\W\d_½¼¾⅓⅔⅛]+)"
    r"|(?P<ISO>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<SLASHED>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<DOTTED>\d{1,2}\.\d{1,2}\.\d{4}(?!\d))"
    r"|(?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<BROKEN>\d{1,2}/\d{1,2}(?![\d/])|[½¼¾⅓⅔⅛])"
    r"|(?P<FIGURE>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d+(?:\.\d+)?)(?P<TAIL>(?:st|nd|rd|th|s)(?![^\W\d_]))?"
    r"|(?P<BREAK>\n[ \t]*\n\s*)"
    r"|(?P<MARK>\S)"
)  # fmt: skip
MARKS = {
    ",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "LONGDASH", "‑": "DASH", "/": "SLASH", "'": "APOS", "’": "APOS",
    ":": "COLON", "(": "LPAR", ")": "RPAR", "$": "SIGN", "£": "SIGN", "€": "SIGN", "¥": "SIGN", "%": "PERCENT",
    "!": "STOP", "?": "STOP", ";": "SEMI", "°": "DEGREE", "‘": "APOS", "₹": "SIGN", "₽": "SIGN", "₪": "SIGN", "₴": "SIGN",
}  # fmt: skip
CLASS_NAME = re.compile(r"(?<!\?)\b[A-Z][A-Z0-9]+\b")


class Alphabet:
    """Characters that stand for classes: one for each class, and sets of them under a name."""

    def __init__(self, sets: Mapping[str, str]) -> None:
        self._codes: dict[str, str] = {}
        self._sets = sets

    def code(self, name: str) -> str:
        """Give the character of a class."""
        return self._codes.setdefault(name, chr(0xE000 + len(self._codes)))

    def name(self, code: str) -> str:
        """Give the class of a character."""
        return next(name for name, held in self._codes.items() if held == code)

    def members(self, name: str) -> str:
        """Give the characters of a class or of a set."""
        if name not in self._sets:
            return self.code(name)
        return "".join(self.members(part) for part in self._sets[name].split())

    def pattern(self, written: str) -> re.Pattern[str]:
        """Compile a pattern written in class names; blanks in it mean nothing."""
        spelled = CLASS_NAME.sub(lambda m: f"[{self.members(m[0])}]", written)
        return re.compile(re.sub(r"\s+", "", spelled))


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: lower-case words, spans, classes and, for numbers, their values."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    names: list[str]
    values: dict[int, float]

    def raw(self, index: int) -> str:
        """Give a token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def word(self, index: int) -> str:
        """Give a token in lower case; empty outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def name(self, index: int) -> str:
        """Give the class of a token by its shape; empty outside the text."""
        return self.names[index] if 0 <= index < len(self.names) else ""

    def opens(self, index: int) -> bool:
        """Tell that a token is the first of its sentence, as far as marks tell."""
        return index <= 0 or self.names[index - 1] in ("DOT", "STOP", "BREAK", "MARK", "COLON")

    def glued(self, index: int) -> bool:
        """Tell that nothing stands between a token and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens; runs of number words and figures are joined into one token with its value.

    Makes: classes by shape (`ISO`, `CLOCK`, `NUMBER`, `ORDINAL`, `DECADE`, `WORD`, marks); words of a lexicon get theirs by
    `classed`. Cost: linear.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    names: list[str] = []
    for m in TOKEN.finditer(text):
        start, end = m.span()
        name = m.lastgroup or "MARK"
        word = text[start:end].lower()
        if name == "MARK":
            name = MARKS.get(word, "MARK")
        elif name == "WORD":
            name = NUMBER_WORDS.get(word, "WORD")
        words.append(word)
        starts.append(start)
        ends.append(end)
        names.append(name)
    return joined(Tokens(text, words, starts, ends, names, {}))


def joined(cut: Tokens) -> Tokens:
    """Join runs of numbers into one token each."""
    runs = join_numbers(cut.words, cut.names, cut.text, cut.starts, cut.ends)
    if not runs:
        return cut
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    names: list[str] = []
    values: dict[int, float] = {}
    at = 0
    for run in runs:
        words += cut.words[at : run.first]
        starts += cut.starts[at : run.first]
        ends += cut.ends[at : run.first]
        names += cut.names[at : run.first]
        if run.value is not None:
            values[len(words)] = run.value
        words.append(cut.text[cut.starts[run.first] : cut.ends[run.last]].lower())
        starts.append(cut.starts[run.first])
        ends.append(cut.ends[run.last])
        names.append(run.name)
        at = run.last + 1
    words += cut.words[at:]
    return Tokens(cut.text, words, starts + cut.starts[at:], ends + cut.ends[at:], names + cut.names[at:], values)


def classed(tokens: Tokens, lexicon: Mapping[str, str], alphabet: Alphabet) -> str:
    """Write the classes of tokens as a string: a word's by the lexicon, any other's by its shape."""
    code = {name: alphabet.code(name) for name in set(tokens.names)}
    made = [
        lexicon.get(word, code[name]) if name == "WORD" else code[name]
        for word, name in zip(tokens.words, tokens.names, strict=True)
    ]
    return "".join(made)


def spelled(classes: Mapping[str, Iterable[str]], alphabet: Alphabet) -> dict[str, str]:
    """Map each word of a lexicon to the character of its class."""
    return {word: alphabet.code(name) for name, words in classes.items() for word in words}


def phrase(tokens: Tokens, span: Sequence[int]) -> str:
    """Give the words of a token span as written."""
    return tokens.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]]
