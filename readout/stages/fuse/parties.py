"""Choose who took part in an occurrence among those its tellings name, and in which role."""

from __future__ import annotations

from collections.abc import Sequence

from readout.records import Status
from readout.stages.fuse.taking_part import took_part
from readout.stages.fuse.telling import Telling
from readout.text.acts import REAL

SUPPOSED = frozenset(("proposed", "conditional", "hypothetical"))


def tellers(told: Sequence[Telling], status: Status) -> Sequence[Telling]:
    """Choose the tellings whose parties count: those in words of a page's own, those that tell what became of the act rather
    than what was only proposed or expected, where they name somebody."""
    own = naming([t for t in told if not t.reworded]) or told
    firm = [t for t in own if (t.status in REAL if status in REAL else t.status not in SUPPOSED)]
    acting = any(p.entity and not p.place for t in firm for p in (*t.actors, *t.implied))
    return (naming(firm) if acting else own) or own  # the visit ended: whose, the plan tells


def naming(told: Sequence[Telling]) -> Sequence[Telling]:
    """Give tellings if one of them names somebody known; else none."""
    return told if any(p.entity for t in told for p in t.parties) else ()


def roles(kind: str | None, told: Sequence[Telling], status: Status) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the entity ids of actors and recipients, each in the role most events give them."""
    part = took_part(kind, told, tellers(told, status))
    actors = sorted(w.party.key for w in part if len(w.acting) >= len(w.acted_on))
    return tuple(actors), tuple(sorted(w.party.key for w in part if len(w.acted_on) > len(w.acting)))
