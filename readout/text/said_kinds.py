"""Name the kind of a saying by how much of what was said stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.clause_trees import Span
from readout.text.mark_grammar import Stretch
from readout.text.unit_reading import Kind, Said
from readout.text.units import has_words, is_title


def absorbed(text: str, term: Said, made: Sequence[Said]) -> bool:
    """Words set apart by marks inside what somebody says are the speaker's words, unless they name a work."""
    if term.kind != "term" or text[: term.content[0][0]].rstrip().endswith("so-called"):
        return False
    (start, end) = term.content[0]
    if all(w[:1].isupper() for w in text[start + 1 : end - 1].split()[:1]) and is_name(text, start, end):
        return False
    others = [span for m in made if m.kind != "term" and not names_another(text, m, (start, end)) for span in m.content]
    return all(any(a <= start and end <= b for a, b in others) for start, end in term.content)


def names_another(text: str, s: Said, held: Span) -> bool:
    """Marked words in what somebody turns down are others' words where they are a word or two, or what claims are of: rejected
    plans for “guardrails”, denied allegations of “a plot against the realm”."""
    if s.act != "deny" or s.frame != "object_alone" or not s.content:
        return False
    return held[1] - held[0] < LABEL or CLAIMS.search(text, s.content[0][0], held[0]) is not None


CLAIMS: Final = re.compile(
    r"\b(?:talk|claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?)\s+(?:of|about)\s+"
    r"(?:(?!\bas\b)[^“\"«])*$",
    re.I,
)


def unheld(made: Sequence[Said], stretches: Sequence[Stretch]) -> list[Said]:
    """Set apart the marked words that nobody is said to have spoken, where they stand only in what somebody turns down."""
    spans = sorted(span for s in made if s.kind != "indirect" for span in s.content)
    starts = [a for a, _ in spans]
    over = [s for s in made if s.kind == "indirect" and s.act == "deny" and s.frame == "object_alone"]
    found: list[Said] = []
    for x in stretches if over else ():
        at = bisect_right(starts, x.inner_start) - 1
        if any(a <= x.inner_start < b for a, b in spans[max(0, at - NEAR) : at + 1]):
            continue
        holder = next((s for s in over if any(a <= x.start and x.inner_end <= b for a, b in s.content)), None)
        if holder:
            why = "words of others that somebody turns down"
            found.append(Said("term", ((x.start, x.end),), None, None, None, None, why, holder.paragraph, holder.unit, (x.group,)))
    return found


NEAR: Final = 3  # contents that begin before a stretch among which one may hold it; ours


LABEL: Final = 18  # characters of a word or two with their marks; ours


def is_name(text: str, start: int, end: int) -> bool:
    """All words that matter begin with capitals, as in the name of a work."""
    return is_title(text, Stretch(start, end, start + 1, end - 1, text[start], text[end - 1], "", 0))


def kind_by_marks(text: str, s: Said, stretches: Sequence[Stretch]) -> Said:
    """Name the kind by how much of the content stands in marks, names of works aside."""
    if s.kind == "direct" and is_part(text, s, stretches):
        return replace(s, kind="partial")
    if s.kind in ("term", "direct"):
        return s
    held = [x for a, b in s.content for x in stretches if a < x.inner_end and b > x.inner_start]
    held = [x for x in held if not is_title(text, x)] if s.kind == "indirect" else held
    kind: Kind = "indirect"
    if held and not all(names_another(text, s, (x.start, x.end)) for x in held):
        outside = any(has_words(text, gap) for span in s.content for gap in bared(span, held))
        kind = "mixed" if outside and s.frame not in PHRASAL else "partial"
    return replace(s, kind=kind)


PHRASAL: Final = frozenset(("naming", "phrase", "object_alone", "claim of", "claim for", "claim about"))


def is_part(text: str, s: Said, stretches: Sequence[Stretch]) -> bool:
    """A few quoted words that a phrase brings in, no clause: in the words of X, "a table with two flags"."""
    held = [x for x in stretches if any(a <= x.start < b for a, b in s.content)]
    phrasal = s.frame in PHRASAL or (s.cue is not None and text[slice(*s.cue)].lower() == "in the words of")
    return phrasal and len(held) == 1 and begins_small(text, held[0])


def begins_small(text: str, x: Stretch) -> bool:
    """Quoted words begin with a small letter, behind the blank that some languages set inside the marks."""
    return text[x.inner_start : x.inner_end].lstrip()[:1].islower()


def bared(span: Span, held: Sequence[Stretch]) -> list[Span]:
    """What of a span stands outside the stretches."""
    edges = [span[0], *(e for x in held if x.end > span[0] and x.start < span[1] for e in (x.start, x.end)), span[1]]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
