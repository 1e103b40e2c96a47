"""Give every stretch in quotation marks to one saying where one saying stands within another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from readout.text.mark_grammar import Stretch
from readout.text.unit_reading import Said
from readout.text.units import has_words

BY_SAYING = re.compile(r"[\s,]*\b(?:by|in|when|while|with)\s*$", re.I)


def each_stretch_once(text: str, made: Sequence[Said], stretches: Sequence[Stretch]) -> list[Said]:
    """Leave the words of a stretch to one row where two hold it, one within the other.

    Of one speaker, what goes on in a second cue ends before it: hinted at talks by saying that "S". Of two, the marks are
    those of the one who tells it, and what he says another said is indirect: Poe said that Roe had promised "S"; unless
    the words behind the inner cue are a whole quotation: Poe said that Roe had told him: "S"; or the outer one only passes
    news on: Roe had promised "S", the agency reported.
    """
    rows = list(made)
    holders: dict[int, list[int]] = {}
    quoting = sorted((span, i) for i, s in enumerate(rows) if s.kind not in ("term", "indirect") for span in s.content)
    at = 0
    for x in sorted(stretches, key=lambda x: x.start):
        while at < len(quoting) and quoting[at][0][1] <= x.inner_start:
            at += 1
        last = bisect_right(quoting, x.inner_start, key=lambda found: found[0][0])
        holders[x.start] = list(dict.fromkeys(i for span, i in quoting[at:last] if x.inner_end - LOOSE <= span[1]))
    for x_holders in holders.values():
        for i, j in permutations(x_holders, 2):
            if within(rows[j], rows[i]) and "indirect" not in (rows[i].kind, rows[j].kind):
                rows[i], rows[j] = settled(text, rows[i], rows[j])
    return rows


LOOSE = 2  # characters by which a clause may end before the closing mark: its full stop; ours


def settled(text: str, outer: Said, inner: Said) -> tuple[Said, Said]:
    """Give the words in marks to one of two sayings."""
    if inner.source == outer.source:
        return ended(text, outer, inner), inner
    passes_on = outer.cue is not None and text[slice(*outer.cue)].lower() in REPORTING
    if inner.kind == "direct" or reacts(outer, inner) or (inner.source and (passes_on or not outer.source)):
        why = f"{outer.because}; the marks are those of the one whom it tells of"
        return replace(outer, kind="indirect", because=why), inner
    return outer, replace(
        inner, kind="indirect", because=f"{inner.because}; told by another, whose words the marks set apart"
    )


def reacts(outer: Said, inner: Said) -> bool:
    """One speaker turns down, blames or praises what a noun says another said: condemned Poe's description of it as "S"."""
    return bool(inner.source) and outer.act in ("deny", "accuse", "praise") and inner.frame.startswith("claim ")


REPORTING = frozenset(("report", "reports", "reported", "reporting"))


def within(inner: Said, outer: Said) -> bool:
    """The cue of one saying stands in what another says."""
    return inner.cue is not None and any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.content)


def ended(text: str, outer: Said, inner: Said) -> Said:
    """End what was said before the second cue of the same speaker and the little word that joins it."""
    assert inner.cue is not None  # within() saw it
    cut = inner.cue[0]
    kept = [(a, min(b, cut)) for a, b in outer.content if a < cut]
    joint = BY_SAYING.search(text, kept[-1][0], kept[-1][1])
    kept[-1] = (kept[-1][0], joint.start() if joint else kept[-1][1])
    kept = [(a, a + len(text[a:b].rstrip(" ,"))) for a, b in kept]
    if not all(has_words(text, span) for span in kept):
        return outer
    why = f"{outer.because}; ends before the same speaker's next word of saying"
    return replace(outer, kind="indirect", content=tuple(kept), because=why)
