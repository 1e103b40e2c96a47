"""Read every quotation mark of a paragraph: does it open, close, or only look like one?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["open", "close", "apostrophe", "measure", "stray"]

MARK: Final = re.compile("``|''|[\"“”„‟〝〞〟＂«»‹›「」『』'‘’‚‛`´]")
FAMILY: Final = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "〝", "〞", "〟", "＂", "``", "''"), "double"),
    **dict.fromkeys(("'", "‘", "’", "‚", "‛", "`", "´"), "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
OPENS: Final = frozenset(("“", "„", "‟", "〝", "``", "«", "‹", "「", "『"))
CLOSES: Final = frozenset(("”", "〞", "〟", "»", "›", "」", "』"))
ELISIONS: Final = frozenset((
    "tis", "twas", "twere", "twill", "twould", "til", "till", "em", "cause", "cos", "cuz", "coz", "bout",
    "round", "n", "neath", "tween", "cept", "ere", "nother", "fraid", "ya", "all",
))  # fmt: skip
BEFORE_OPENING: Final = frozenset("([{<-–—―/…:;,=*_>|")


@dataclass(frozen=True, slots=True)
class Sign:
    """A character that may be a quotation mark, with the characters beside it ("" at the edge of the paragraph)."""

    start: int
    end: int
    shape: str
    before: str
    after: str
    word: str

    @property
    def family(self) -> str:
        return FAMILY[self.shape]

    @property
    def may_open(self) -> bool:
        """A space, bracket, dash or other mark stands before it, and something after it."""
        free = not self.before or self.before.isspace() or self.before in BEFORE_OPENING or self.before in FAMILY
        return free and bool(self.after) and not self.after.isspace()

    @property
    def may_close(self) -> bool:
        """Something stands before it, and no letter or digit after it."""
        return bool(self.before) and not self.before.isspace() and not self.after.isalnum()

    @property
    def after_digit(self) -> bool:
        return self.before.isdigit()


def signs(text: str, start: int, end: int) -> list[Sign]:
    """List all that may be quotation marks in text[start:end]."""
    return [sign(text, found, start, end) for found in MARK.finditer(text, start, end)]


def sign(text: str, found: re.Match[str], start: int, end: int) -> Sign:
    """Note what stands beside one mark."""
    first, last = found.span()
    before = text[first - 1] if first > start else ""
    after = text[last] if last < end else ""
    return Sign(first, last, found.group(), before, after, WORD.match(text, last, min(last + 12, end)).group())  # type: ignore[union-attr]  # matches the empty word too


WORD: Final = re.compile(r"[^\W_]*")


def next_of_family(found: list[Sign]) -> list[tuple[Sign | None, Sign | None]]:
    """For each sign, the next two signs of its family, apostrophes inside words left out. Cost: linear."""
    following: list[tuple[Sign | None, Sign | None]] = [(None, None)] * len(found)
    ahead: dict[str, tuple[Sign | None, Sign | None]] = {}
    for i in range(len(found) - 1, -1, -1):
        s = found[i]
        following[i] = ahead.get(s.family, (None, None))
        if not inside_word(s):
            ahead[s.family] = (s, following[i][0])
    return following


def next_closing_single(found: list[Sign]) -> list[Sign | None]:
    """For each sign, the next single mark that may close. Cost: linear."""
    following: list[Sign | None] = [None] * len(found)
    last: Sign | None = None
    for i in range(len(found) - 1, -1, -1):
        following[i] = last
        if found[i].family == "single" and found[i].may_close:
            last = found[i]
    return following


def inside_word(s: Sign) -> bool:
    """A single mark between two letters, as in don't."""
    return s.family == "single" and s.before.isalnum() and s.after.isalnum()


def is_elision(s: Sign) -> bool:
    """A mark that stands for dropped letters: '90s, 'em."""
    return s.word.lower() in ELISIONS or bool(re.fullmatch(r"\d\ds?", s.word))


def is_plural_possessive(s: Sign, text: str, later: Sign | None, opens_next: int | None) -> bool:
    """A mark after s and before a lower-case word, where a later mark can still close: 'the workers' rights'."""
    if s.before not in ("s", "S") or later is None or (opens_next is not None and opens_next < later.start):
        return False
    return s.after == " " and text[s.end + 1 : s.end + 2].islower()


def openings(found: Iterable[Sign]) -> list[int]:
    """Where single marks stand that look like openings only."""
    return [s.start for s in found if s.family == "single" and s.may_open and not s.may_close and not is_elision(s)]
