"""Make a shadow copy of a text for comparing, with a map back to the original code points."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

TABLED = 0x20000  # code points from here on (rare ideographs, tags) stand for themselves
QUOTES = dict.fromkeys("‘’‚‛′‵`´ʼʹ", "'") | dict.fromkeys("“”„‟«»″‶〝〞〟", '"')
SAME_AS_READ = ((0x3400, 0xA000), (0xAC00, 0xD7A4), (0xD800, 0xF900))  # ideographs, Hangul, surrogates, private use


@dataclass(frozen=True, slots=True)
class Shadow:
    """A folded text. Character i of `text` stands for `[starts[i], ends[i])` of the original.

    Shapes: `starts`, `ends` int64 (len(text),), both never falling, `starts < ends`; together they cover the original.
    """

    text: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the original span of the folded span `[start, end)`, which must not be empty."""
        return int(self.starts[start]), int(self.ends[end - 1])

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """Give the folded span that covers the original span `[start, end)`."""
        first = np.searchsorted(self.ends, start, side="right")
        last = np.searchsorted(self.starts, end, side="left")
        return int(first), int(max(first, last))


def shadow(text: str) -> Shadow:
    """Fold case, accents, widths, quotes and dashes; drop zero-width characters; make each run of space one blank.

    Units: code points. Cost: linear.
    Method: ours, over Unicode's compatibility decomposition (UAX 15) and case folding, one character at a time.
    """
    codes = code_points(text)
    folded, lengths = folds(codes)
    origin = np.repeat(np.arange(len(codes)), lengths)
    blank = folded == ord(" ")
    kept = ~(blank & np.r_[False, blank[:-1]])
    starts, chars = origin[kept], folded[kept]
    return Shadow(decode(chars), *covering(starts, len(codes)))


def covering(origin: NDArray[np.int64], length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Stretch characters at `origin` over the dropped ones behind them, and the first over those before it."""
    if not len(origin):
        return origin, origin.copy()
    starts = np.where(origin == origin[0], 0, origin)
    steps = np.flatnonzero(np.diff(origin)) + 1  # characters made of one original share its span
    runs = np.diff(np.r_[0, steps, len(origin)])
    ends = np.repeat(np.r_[origin[steps], length], runs)
    return starts, ends


def folds(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Give the folded code points one after another, and how many each code point makes."""
    flat, first, count = fold_table()
    known = np.minimum(codes, TABLED)
    lengths = count[known]
    if (lengths == 1).all():
        made = flat[first[known]]
        return np.where(made == TABLED, codes, made), lengths
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    inside = np.arange(total) - np.repeat(ends - lengths, lengths)
    made = flat[np.repeat(first[known], lengths) + inside]
    return np.where(made == TABLED, np.repeat(codes, lengths), made), lengths


@lru_cache(maxsize=1)
def fold_table() -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]]:
    """Lay out `fold` of every tabled code point: flat code points, where each starts, how many there are.

    The last entry, TABLED itself, marks a character that stands for itself.
    """
    made = [char if is_plain(char) else fold(char) for char in map(chr, range(TABLED))]
    count = np.array([*map(len, made), 1], np.int64)
    flat = np.r_[code_points("".join(made)), np.uint32(TABLED)]
    tables = flat, np.cumsum(count) - count, count
    for table in tables:
        table.flags.writeable = False
    return tables


FOLDED_CATEGORIES = frozenset(("Zs", "Zl", "Zp", "Pd", "Cf", "Cc", "Mn", "Mc", "Me"))


def is_plain(char: str) -> bool:
    """Tell soon that `fold` leaves a character as it is: most of the table."""
    return (
        char.casefold() == char
        and unicodedata.normalize("NFKD", char) == char
        and unicodedata.category(char) not in FOLDED_CATEGORIES
        and char not in QUOTES
        and char != "\u2212"
    )


def fold(char: str) -> str:
    """Fold one character to what it is compared as; the empty string where it does not show."""
    if any(low <= ord(char) < high for low, high in SAME_AS_READ):
        return char
    settled = ""
    while char != settled:  # ends: no decomposition or case folding leads back to where it came from
        settled, char = char, "".join(map(fold_once, char))
    return char


def fold_once(char: str) -> str:
    category = unicodedata.category(char)
    if char in QUOTES:
        return QUOTES[char]
    if char.isspace() or category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Pd" or char == "\u2212":  # minus sign
        return "-"
    if category in ("Cf", "Cc") or unicodedata.combining(char) or 0xFE00 <= ord(char) <= 0xFE0F:
        return ""
    return unicodedata.normalize("NFKD", char).casefold()


def code_points(text: str) -> NDArray[np.uint32]:
    """Give the code points of a text, lone surrogates included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def decode(codes: NDArray[np.uint32]) -> str:
    """Give the text of code points; inverse of `code_points`."""
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
