"""The heaviest rising chain of matches, by looking at every pair: the oracle of `stages/trace/doubled.py`."""

from __future__ import annotations

from readout.stages.trace.doubled import Match


def chain(found: list[Match], border: int) -> list[Match]:
    """Give the heaviest chain of matches that rises on both sides, the first tellings before the border."""
    rows = [m for m in found if m[0] < border <= m[1]]
    best: list[tuple[float, int]] = []
    for k, (i, j, alike) in enumerate(rows):
        before = max(((best[m][0], m) for m in range(k) if rows[m][0] < i and rows[m][1] < j), default=(0.0, -1))
        best.append((before[0] + alike, before[1]))
    made: list[Match] = []
    at = max(range(len(best)), key=lambda m: best[m][0], default=-1)
    while at >= 0:
        made.append(rows[at])
        at = best[at][1]
    return made[::-1]
