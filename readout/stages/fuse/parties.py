"""Choose who took part in an occurrence among those its tellings name, and in which role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from readout.records import Status
from readout.stages.fuse.telling import Party, Telling
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


def roles(kind: str | None, told: Sequence[Telling]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the entity ids of actors and recipients, each in the role most events give them."""
    acting, acted_on = Counter[str](), Counter[str]()
    named: dict[str, Party] = {}
    for t in told:
        actors = [p for p in (*t.actors, *t.implied, *t.acting_for) if p.entity]
        recipients = [p for p in (*t.recipients, *t.answered, *t.standing_for) if p.entity]
        acting.update(p.key for p in actors)
        acted_on.update(p.key for p in recipients)
        named.update((p.key, p) for p in (*actors, *recipients))
    spare = stood_for(named.values()) if kind == "CONSULT" else frozenset[str]()
    spare |= called_alike(named, acting + acted_on)
    actors_first = sorted(k for k in acting if acting[k] >= acted_on[k] and k not in spare)
    return tuple(actors_first), tuple(sorted(k for k in acted_on if acted_on[k] > acting[k] and k not in spare))


def stood_for(parties: Iterable[Party]) -> frozenset[str]:
    """Give the countries, and places in them, for which a person of theirs sits at the table: who meets are the two ministers."""
    listed = list(parties)
    sent = {p.country for p in listed if p.person and p.country}
    hosts = {p.country for p in listed if p.country and not p.place and not p.person}
    return frozenset(
        p.key for p in listed
        if not p.person and ((p.country in sent and p.bare) or (p.place and p.country in sent | hosts))
    )  # fmt: skip


def called_alike(named: Mapping[str, Party], often: Mapping[str, int]) -> frozenset[str]:
    """Give parties that another of the same words and country stands for, which is named as often or oftener."""
    best: dict[tuple[frozenset[str], str | None], str] = {}
    for key in sorted(named, key=lambda k: (-often[k], k)):
        if not named[key].person and named[key].words:
            best.setdefault((named[key].words, named[key].country), key)
    return frozenset(
        k for k, p in named.items() if not p.person and p.words and best[p.words, p.country] != k
    )  # fmt: skip
