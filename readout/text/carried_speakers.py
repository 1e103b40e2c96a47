"""Give quoted words that nothing beside them says who spoke the speaker of what stands before them, on evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from readout.text.attributions import LED
from readout.text.clause_trees import Span
from readout.text.cues import tokens
from readout.text.mark_grammar import Stretch
from readout.text.unit_reading import Said

CARRIED: Final = 0.8  # how surely the speaker is the one that the sentence or paragraph before names; ours


def led_by(
    made: Sequence[Said], by_syntax: Sequence[Said], filled: Sequence[Sequence[Span]], stretches: Sequence[Stretch]
) -> list[Said]:
    """Give bare quoted words the speaker of the narrative sentence right before them, where syntax finds just one."""
    sentences = [span for p in filled for span in p]
    starts = [a for a, _ in sentences]
    quoted = {bisect_right(starts, x.start) - 1 for x in stretches}
    speaking: dict[int, list[Said]] = {}
    for s in by_syntax:
        if s.cue and s.source:
            speaking.setdefault(bisect_right(starts, s.cue[0]) - 1, []).append(s)
    open_to = [s.bare and (not s.source or s.because == LED) for s in made]
    return [
        with_leader(s, bisect_right(starts, s.content[0][0]) - 2, speaking, quoted) if may else s
        for s, may in zip(made, open_to, strict=True)
    ]


def heading_apart(text: str, s: Said, verbs: Sequence[int]) -> Said:
    """Quoted words that stand alone without a stop are a heading: nothing says who spoke them; without a verb they are no speech.

    `verbs` holds where verbs begin, in text order.
    """
    if (
        not s.bare
        or s.cue
        or text[s.content[-1][0] : s.content[-1][1]].rstrip("”\"'’»").endswith((".", "?", "!", "…", ","))
    ):
        return s
    after = text[s.content[-1][1] : s.content[-1][1] + 1]
    if after in (".", "?", "!", ",") and after:
        return s
    start, end = s.content[0][0], s.content[-1][1]
    verbal = bisect_right(verbs, end) > bisect_right(verbs, start)
    why = "quoted words alone without a stop, as in a heading"
    return replace(s, kind="direct" if verbal else "term", source=None, name=None, named=(), score=None, because=why)


def repeated(text: str, made: Sequence[Said]) -> list[Said]:
    """Quoted words without a speaker that the page also quotes with one, as a headline does before the text, are by that one."""
    known: dict[str, list[Said]] = {}
    for s in made:
        if s.kind in ("direct", "mixed", "partial") and s.source:
            known.setdefault(folded(text, s.content), []).append(s)
    return [from_body(s, folded(text, s.content), known) if is_open(s) else s for s in made]


def is_open(s: Said) -> bool:
    """Quoted words alone that nothing says who spoke."""
    return s.kind in ("direct", "term") and s.source is None and s.cue is None


def from_body(s: Said, words: str, known: Mapping[str, Sequence[Said]]) -> Said:
    """Take who spoke from the one saying of the page that holds the same words, four of them or more."""
    if len(words.split()) < FEWEST:
        return s
    found = [x for held, sayings in known.items() if words in held for x in sayings]
    if len({x.name or x.source for x in found}) != 1:
        return s
    x = found[0]
    because = f"{s.because}; the page quotes these words again and says who spoke"
    kind = x.kind if x.kind in ("direct", "partial") else "direct"
    return replace(s, kind=kind, source=x.source, name=x.name, named=x.named, score=CARRIED, because=because)


FEWEST: Final = 4


def folded(text: str, content: Sequence[Span]) -> str:
    """The words of a content in lower case, marks left out."""
    return " ".join(w.low for span in content for w in tokens(text, *span) if w.is_word)


def with_leader(s: Said, before: int, speaking: Mapping[int, list[Said]], quoted: Collection[int]) -> Said:
    """Take who spoke from sentence number `before`, which holds no quoted words."""
    leaders = speaking.get(before, [])
    if before in quoted or len({x.source for x in leaders}) != 1:
        return s
    first = leaders[0]
    return replace(s, source=first.source, name=first.name, named=first.named, because=LED, score=CARRIED)
