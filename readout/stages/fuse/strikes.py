"""Judge whether two tellings of a strike are of one that goes on for days."""

from __future__ import annotations

from readout.stages.fuse.telling import Telling
from readout.text.stem import stem

STRIKE_LASTS = 60  # days over which reports of a strike can be of one; ours
STRIKES = frozenset(map(stem, ("strike", "walkout", "stoppage")))


def is_strike(told: Telling) -> bool:
    """Tell a strike, which goes on for days and is dated now to one of them, now to another."""
    return told.kind == "PROTEST" and told.event.mode == "boycott" and told.trigger in STRIKES
