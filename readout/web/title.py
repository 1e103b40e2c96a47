"""Title a brief: who takes part in the acts of most weight, and the days on which its pages were written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from readout.pile import Pile
from readout.records import Entity
from readout.web.details import DAY
from readout.web.importance import importance
from readout.web.phrases import days_in_words, listed

PARTIES, LEAST = 2, 0.3  # names in a title, and the share of the weight of the first that the second has at least; ours
STATES = frozenset(("country", "government"))
KNOWN = frozenset(("person", "organisation"))


def titled(pile: Pile) -> str:
    """Give the title: the main parties, then the days; the name of the record where neither is known."""
    who = parties(pile)
    days = sorted(d.published[:DAY] for d in pile.documents.values() if d.published and len(d.published) >= DAY)
    when = stretch(days[0], days[-1]) if days else ""
    return ", ".join(p for p in (listed(who), when) if p) or pile.record.path.stem


def stretch(first: str, last: str) -> str:
    """Write a stretch of days with the month and the year once: 4 to 10 May 2025; a whole month by its name."""
    written = days_in_words(first, last)
    start, to, end = written.partition(" to ")
    same = (" " + end.split(" ", 1)[-1]) if first[:7] == last[:7] else f" {last[:4]}" if first[:4] == last[:4] else ""
    return f"{start.removesuffix(same)}{to}{end}" if to else written


def parties(pile: Pile) -> list[str]:
    """Name the states, else the people and bodies, that take part in the acts of most weight; a person or body counts for its state
    too. Weight is the chance that an editor has an act on the page."""
    states, others = Counter[str](), Counter[str]()
    for o in pile.occurrences.values():
        weight = importance(pile).get(o.occurrence_id, 0.0)
        who = [e for key in (*o.actors, *o.recipients) if (e := pile.entities.get(key))]
        states.update(dict.fromkeys({name for e in who if (name := state_of(pile, e))}, weight))
        others.update(dict.fromkeys({e.name for e in who if e.type in KNOWN and e.name[:1].isupper()}, weight))
    heavy = heaviest(states)
    return heavy if len(heavy) == PARTIES else heaviest(others) or heavy


def state_of(pile: Pile, e: Entity) -> str | None:
    """Give the name of the state that an entity is, or is of."""
    return pile.country_names.get(e.country or "", e.name if e.type in STATES else None)


def heaviest(weights: Mapping[str, float]) -> list[str]:
    """Give the names of most weight, those that weigh little beside the first left out."""
    ranked = sorted(weights, key=lambda name: (-weights[name], name))[:PARTIES]
    return [name for name in ranked if weights[name] >= LEAST * weights[ranked[0]] > 0]
