"""Cut a paragraph into units: sentences that quotations hold together, with their narrative and quoted words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readout.text.mark_grammar import Stretch

Span = tuple[int, int]

ENDS_CLAUSE: Final = frozenset(",.?!…—–-;")
MOST_STRETCHES: Final = 100
SMALL_IN_TITLES: Final = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "nor", "with", "by", "from",
    "as", "is", "vs", "v",
))  # fmt: skip
WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences that no quotation crosses the end of: n stretches and the n + 1 gaps around them."""

    start: int
    end: int
    stretches: tuple[Stretch, ...]
    gaps: tuple[Span, ...]


def units(sentences: Sequence[Span], stretches: Sequence[Stretch]) -> list[Unit]:
    """Join the sentences that one stretch runs over, and lay out what stands in and between marks.

    A sentence of more than 100 stretches is cut behind the hundredth, so that cost stays linear.
    """
    made: list[Unit] = []
    ahead, at, start = list(reversed(stretches)), 0, sentences[0][0]
    while at < len(sentences):
        held, at, end = gathered(ahead, sentences, at)
        made.append(Unit(start, end, tuple(held), gaps(start, end, held)))
        start = max(end, sentences[at][0]) if at < len(sentences) else end
    return made


def gathered(ahead: list[Stretch], sentences: Sequence[Span], at: int) -> tuple[list[Stretch], int, int]:
    """Take the stretches of one unit; give them, the number of the next sentence, and where the unit ends."""
    held: list[Stretch] = []
    end = sentences[at][1]
    while ahead and ahead[-1].start < end and len(held) < MOST_STRETCHES:
        held.append(ahead.pop())
        while held[-1].end > end:
            at += 1
            end = sentences[at][1]
    if ahead and ahead[-1].start < end:
        return held, at, held[-1].end
    return held, at + 1, end


def gaps(start: int, end: int, stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    """Give what lies before, between and behind the stretches."""
    edges = [start, *(e for s in stretches for e in (s.start, s.end)), end]
    return tuple((a, max(a, b)) for a, b in zip(edges[::2], edges[1::2], strict=True))


def has_words(text: str, span: Span) -> bool:
    """Tell whether a span holds a letter or digit."""
    return any(c.isalnum() for c in text[span[0] : span[1]])


def is_bare(text: str, unit: Unit) -> bool:
    """A unit of quoted words alone."""
    return bool(unit.stretches) and not any(has_words(text, g) for g in unit.gaps)


def ends_clause(text: str, q: Stretch) -> bool:
    """A stop, comma or dash stands at the end of the quoted words, inside the marks or right behind them."""
    inside = text[max(q.inner_start, q.inner_end - 2) : q.inner_end].rstrip("’'\"”) ")[-1:]
    return (inside in ENDS_CLAUSE and bool(inside)) or (text[q.end : q.end + 1] in ",.?!" and q.end < len(text))


def begins_clause(text: str, q: Stretch) -> bool:
    """The quoted words begin as a sentence does: with a capital letter, a number, an ellipsis or an insertion."""
    head = text[q.inner_start : q.inner_start + 6].lstrip("‘'“\"([ ")
    return bool(head) and (head[0].isupper() or head[0].isdigit() or head[0] in "….$#@")


def is_title(text: str, q: Stretch) -> bool:
    """All words that matter begin with capitals, as in the name of a work: two or more, or one without a stop."""
    words = WORD.findall(text[q.inner_start : q.inner_end])
    if not words or len(words) > 12 or text[q.inner_end - 1] in "!…":
        return False
    big = [w for w in words if w.lower() not in SMALL_IN_TITLES]
    return all(w[0].isupper() or w[0].isdigit() for w in big) and words[0][0].isupper() and bool(big)
