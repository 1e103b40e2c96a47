"""Keep quoted words that begin a headline apart from what follows their colon: "S": ferry sinks, union blames owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.text.clause_trees import Span
from readout.text.mark_grammar import Stretch
from readout.text.unit_reading import Said
from readout.text.units import has_words


def headings(text: str, filled: Sequence[Sequence[Span]], stretches: Sequence[Stretch]) -> list[int]:
    """Where the colon stands behind quoted words that begin a headline, which are of whoever the page quotes: "S": ferry sinks."""
    found = []
    for start, end in [p[0] for p in filled[:2] if len(p) == 1]:
        first = next((x for x in stretches if start <= x.start < end), None)
        if first is None or not first.closing or has_words(text, (start, first.start)) or text[end - 1 : end] == ".":
            continue
        colon = first.end + len(text[first.end : end]) - len(text[first.end : end].lstrip())
        if text[colon : colon + 1] == ":" and has_words(text, (colon, end)):
            found.append(colon)
    return found


def parted(filled: Sequence[Sequence[Span]], colons: Sequence[int]) -> list[list[Span]]:
    """The sentences of paragraphs, cut in two behind the colons of headlines."""
    made = []
    for p in filled:
        cuts = [c for c in colons if p[0][0] < c < p[-1][1]]
        made.append([*p] if not cuts else [(p[0][0], cuts[0]), (cuts[0] + 1, p[0][1]), *p[1:]])
    return made


def behind_heading(s: Said, colons: Sequence[int]) -> Said:
    """What is said behind the colon of a headline leaves out the words before it."""
    for colon in colons:
        if s.cue and s.cue[0] > colon and any(a < colon < b for a, b in s.content):
            return replace(s, content=tuple((max(a, colon + 1), b) for a, b in s.content if b > colon + 1))
    return s
