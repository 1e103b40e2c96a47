"""Say at a line that its words, or all that stands behind it, are those of pages that were reworded by machine or translated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from readout.pile import ALTERED_KINDS, Pile
from readout.records import Evidence
from readout.web.lines import Brief, Line, Spans

ONLY, WORDS = "only in ", "in the words of "
KINDS = {"spun": "machine-reworded", "translated": "translated"}


def marked(pile: Pile, line: Line) -> Line:
    """Give a line whose note, and those of its parts, say where its words are not a page's own."""
    parts = tuple(replace(p, note=with_note(p.note, altered(pile, p.text, p.evidence))) for p in line.parts)
    return replace(line, note=with_note(line.note, altered(pile, line.text, line.evidence)), parts=parts)


def altered(pile: Pile, text: str, spans: Spans) -> str:
    """Say that all pages behind some words, or only the one whose words are shown, are altered; empty where they are not."""
    kinds = [pile.documents[e.doc_id].kind for e in spans]
    if not kinds or not (text or set(kinds) <= ALTERED_KINDS):
        return ""
    if set(kinds) <= ALTERED_KINDS:
        return f"{ONLY}{pages(kinds, spans)}"
    return f"{WORDS}{pages(kinds[:1], spans[:1])}" if kinds[0] in ALTERED_KINDS else ""


def pages(kinds: Iterable[str], spans: Iterable[Evidence]) -> str:
    """Write "a machine-reworded page", "translated pages"."""
    how = " or ".join(KINDS[k] for k in KINDS if k in {*kinds})
    return f"{how} pages" if len({e.doc_id for e in spans}) > 1 else f"a {how} page"


def with_note(note: str, more: str) -> str:
    """Add to a note."""
    return "; ".join(n for n in (note, more) if n)


def reserve(brief: Brief) -> str:
    """Give what a headline's note says of whose words it is in."""
    notes = brief.headline.note.split("; ") if brief.headline else []
    return "; ".join(n for n in notes if n.startswith((ONLY, WORDS)))
