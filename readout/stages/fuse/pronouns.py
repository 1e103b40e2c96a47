"""Say whom "him", "her" and "the minister" mean: the one person told of just before, the one of that office on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from readout.stages.fuse.telling import Party, Telling
from readout.text.stem import stem

PRONOUNS = frozenset(("him", "her"))
NEAR = 300  # characters before a pronoun in which whom it means was told of; ours
POSSESSED = 20  # characters between "her" and the noun it stands before; ours
TOLD = 6  # events before it among which that is looked for; ours
OFFICES = frozenset(map(stem, (
    "minister", "president", "premier", "chancellor", "mayor", "governor", "secretary", "ambassador", "envoy", "king", "queen",
    "senator", "commissioner", "chairman", "chairwoman", "director", "admiral",
)))  # fmt: skip


def meant(told: Iterable[Telling]) -> list[Telling]:
    """Give the events of all pages, in order of page and place, with those whom pronouns and bare titles mean."""
    made: list[Telling] = []
    page: list[Telling] = []
    for t in told:
        page = [u for u in page[-1:] if u.event.doc_id == t.event.doc_id] and page
        t = replace(t, actors=titled(t.actors, page), recipients=titled(t.recipients, page))
        if any(p.key in PRONOUNS and not p.entity for p in t.recipients) and not possessed(t):
            person = just_told(page[-TOLD:], t)
            t = replace(t, recipients=tuple(person if person and p.key in PRONOUNS else p for p in t.recipients))
        page.append(t)
        made.append(t)
    return made


def possessed(told: Telling) -> bool:
    """Tell whether "her" says whose the act is, not whom it is done to: her accusation."""
    return any(p.text.lower() == "her" and 0 < told.event.start - p.end < POSSESSED for p in told.event.recipients)


def titled(parties: Sequence[Party], page: Sequence[Telling]) -> tuple[Party, ...]:
    """Give the participants, a bare title as the one person of that office told of before on the page."""
    return tuple(holder(p, page) or p for p in parties)


def holder(party: Party, page: Sequence[Telling]) -> Party | None:
    """Give the one person told of on a page who holds the office that words name; null for other words, or where several do."""
    if party.entity or party.country or not party.words or not party.words & OFFICES or not party.single:
        return None
    held = {q.key: q for t in page for q in t.parties if q.person and party.words <= q.words}
    return next(iter(held.values())) if len(held) == 1 else None


def just_told(before: Sequence[Telling], told: Telling) -> Party | None:
    """Give the one person told of just before beside who acts; of several the one of the last sentence before; else null."""
    acting = {p.key for p in told.actors}
    near = [t for t in before if told.event.start - t.event.start <= NEAR]
    persons = {p.key: p for t in near for p in t.parties if p.person and p.key not in acting}
    if len(persons) != 1:
        above = [t for t in near if t.event.sentence_id != told.event.sentence_id]
        last = [t for t in above if t.event.sentence_id == above[-1].event.sentence_id]
        persons = {p.key: p for t in last for p in t.parties if p.person and p.key not in acting}
    return next(iter(persons.values())) if len(persons) == 1 else None
