"""Say whom "him" and "her" mean among those something is done to: the one person told of just before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from readout.stages.fuse.telling import Party, Telling

PRONOUNS = frozenset(("him", "her"))
NEAR = 300  # characters before a pronoun in which whom it means was told of; ours
TOLD = 6  # events before it among which that is looked for; ours


def meant(told: Iterable[Telling]) -> list[Telling]:
    """Give the events of all pages, in order of page and place, pronouns acted on as those they mean where but one person is told
    of just before: Torm welcomed it; the union accused her."""
    made: list[Telling] = []
    for t in told:
        if any(p.key in PRONOUNS and not p.entity for p in t.recipients):
            person = just_told(made[-TOLD:], t)
            t = replace(t, recipients=tuple(person if person and p.key in PRONOUNS else p for p in t.recipients))
        made.append(t)
    return made


def just_told(before: list[Telling], told: Telling) -> Party | None:
    """Give the one person of the last event before that names somebody else than who acts; null where it names several."""
    acting = {p.key for p in told.actors}
    for one in reversed(before):
        if one.event.doc_id != told.event.doc_id or told.event.start - one.event.start > NEAR:
            return None
        persons = {p.key: p for p in one.parties if p.person and p.key not in acting}
        if persons:
            return next(iter(persons.values())) if len(persons) == 1 else None
    return None
