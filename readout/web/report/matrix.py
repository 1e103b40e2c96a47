"""Who reports what: occurrences against voices, one mark a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readout.pile import Pile
from readout.records import Occurrence
from readout.web.disputes import comparable
from readout.web.report.evidence import Happening
from readout.web.tellings import AHEAD

VOICES, ROWS = 16, 24


@dataclass(frozen=True, slots=True)
class Cell:
    """One voice's report of one occurrence: a mark and what it means."""

    mark: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Voices across, occurrences down."""

    voices: tuple[str, ...]
    rows: tuple[tuple[Happening, tuple[Cell, ...]], ...]
    hidden: int


EMPTY = Cell("", "none", "")


def matrix(pile: Pile, happenings: Sequence[Happening]) -> Matrix:
    """Lay the occurrences that several voices can report against the voices that report most."""
    chosen = [h for h in happenings if h.row.reports > 1 or h.row.voices_high > 1][:ROWS]
    count: Counter[str] = Counter()
    for h in chosen:
        count.update({r.origin_id or r.doc_id for r in pile.reports_of.get(h.row.occurrence_id, ())})
    voices = sorted(count, key=lambda o: (-count[o], pile.origin(o), o))
    shown = voices[:VOICES]
    rows = tuple((h, tuple(cells(pile, h.row, shown))) for h in chosen)
    return Matrix(tuple(pile.origin(o) for o in shown), rows, len(voices) - len(shown))


def cells(pile: Pile, occurrence: Occurrence, voices: Sequence[str]) -> list[Cell]:
    """Give one row's cells."""
    odd = contradicting(pile, occurrence)
    by_origin: dict[str, list[str]] = {}
    copied: set[str] = set()
    for r in pile.reports_of.get(occurrence.occurrence_id, ()):
        origin = r.origin_id or r.doc_id
        by_origin.setdefault(origin, []).extend(pile.events[e].status for e in r.events if e in pile.events)
        copied |= {origin} if not r.is_copy else set()
    return [cell(pile, o, by_origin.get(o), o in copied, o in odd) for o in voices]


def cell(pile: Pile, origin: str, statuses: list[str] | None, own: bool, odd: bool) -> Cell:
    """Give one cell."""
    name = pile.origin(origin)
    if not statuses:
        return EMPTY
    if odd:
        return Cell("≠", "odd", f"{name} gives a value that others contradict")
    if set(statuses) <= AHEAD:
        return Cell("◇", "ahead", f"{name} only announces it")
    return Cell("●", "own", f"{name} reports it") if own else Cell("○", "copy", f"{name}, through copies only")


def contradicting(pile: Pile, occurrence: Occurrence) -> set[str]:
    """Give the origins that stand behind the less supported values of a contradiction."""
    found: set[str] = set()
    for f in pile.findings_about.get(occurrence.occurrence_id, ()):
        if f.agreement in ("conflict", "partly") and comparable(pile, f):
            most = max(v.voices_low for v in f.values)
            top = [v for v in f.values if v.voices_low == most]
            rest = f.values if len(top) > 1 else [v for v in f.values if v is not top[0]]
            found |= {o for v in rest for o in v.origins}
    return found
