"""Leave the words of the page out of what was said: S “T”, as she put it; S “T”, whereupon U; charged A with “T”, and B did U."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.mark_grammar import Stretch
from readout.text.unit_reading import Said
from readout.text.units import Span

# Words of saying that are said of the wording alone, set behind quoted words: as she put it; in the words of Poe.
OF_WORDING: Final = re.compile(
    r"puts?(?: it)?|in (?:the|his|her|its|their) (?:very |own )?(?:words|phrase|expression|formula)(?: of)?", re.I
)
# What came of it, and what somebody else did, behind the quoted words.
AFTERWARDS: Final = re.compile(r",?\s+whereupon\b")
ANOTHER: Final = re.compile(r",\s+and (?:the|a|an|its|his|her|their|[A-Z][\w’'-]+) [^,“\"]*")


def own_words(text: str, made: Sequence[Said], stretches: Sequence[Stretch]) -> list[Said]:
    """Give each attribution that holds quoted words and more without what only the page tells. Cost: linear."""
    return [without_telling(text, s, stretches) if s.kind == "mixed" else s for s in made]


def without_telling(text: str, s: Said, stretches: Sequence[Stretch]) -> Said:
    """Leave out of one attribution what the page tells around the quoted words."""
    held = [(x.start, x.end) for x in stretches if any(a <= x.start < b for a, b in s.content)]
    if not held:
        return s
    tag = s.cue and OF_WORDING.fullmatch(text, *s.cue) and s.frame in ("around", "view")
    if s.cue and tag and held[-1][1] <= min(s.cue[0], s.source[0] if s.source else s.cue[0]):
        return replace(s, kind="partial", content=tuple(held), because=f"{s.because}; said of the quoted words alone")
    return replace(s, content=ending(text, s, held[-1][1]))


def ending(text: str, s: Said, last: int) -> tuple[Span, ...]:
    """Give the spans of a content up to what came of it, or what another did, behind its last quoted words."""
    for n, (start, end) in enumerate(s.content):
        if last <= end:
            ways = (AFTERWARDS,) if s.frame else (AFTERWARDS, ANOTHER)  # a clause that was said may go on with another
            cut = min((m.start() for way in ways if (m := way.match(text, max(last, start), end))), default=end)
            return (*s.content[:n], (start, cut), *(s.content[n + 1 :] if cut == end else ()))
    return s.content
