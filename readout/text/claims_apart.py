"""Part what somebody said into the claims that "that" or a further verb of saying sets side by side: said that S and that T."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.clause_trees import Span
from readout.text.mark_grammar import Stretch
from readout.text.unit_reading import Said

BORDER: Final = re.compile(r",?\s+(?P<joint>and|but|while)\s+(?=(?P<that>that\s)|[^\W\d_])")
FEWEST: Final = 10  # characters of a claim before a border; ours


def claims_apart(text: str, made: Sequence[Said], stretches: Sequence[Stretch]) -> list[Said]:
    """Give each attribution with a span for each claim; borders inside quoted words are left alone.

    A border is "and that", or "and" before the cue of another attribution. Cost: linear in characters.
    """
    cues = {s.cue[0] for s in made if s.cue}
    quoted = [(x.start, x.end) for x in stretches]
    return [
        replace(s, content=parted(text, s.content, cues, quoted)) if s.kind in ("indirect", "mixed") else s
        for s in made
    ]


def parted(text: str, content: Sequence[Span], cues: set[int], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Cut the spans of a content at the borders between its claims."""
    found: list[Span] = []
    for start, end in content:
        for m in BORDER.finditer(text, start + FEWEST, end):
            if (m["that"] or m.end() in cues) and not any(a < m.end() and m.start() < b for a, b in quoted):
                found.append((start, m.start()))
                start = m.start("joint")  # no word of what was said is lost
        found.append((start, end))
    return tuple(found)
