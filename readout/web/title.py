"""Title a brief: whom most of its pages name, and the days on which they were written."""

from __future__ import annotations

from collections import Counter

from readout.pile import Pile
from readout.web.details import DAY
from readout.web.phrases import days_in_words, listed

PARTIES, BOTH = 2, 0.5  # names in a title, and the share of pages that name each; ours
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
    """Name the states, else the people and bodies, that at least half of the pages name, the most named first; a government goes by
    its country."""
    pages, times = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for (entity_id, _), mentions in pile.mentions_by_entity.items():
        e = pile.entities.get(entity_id)
        if e and e.type in STATES | KNOWN and any(m.form != "pronoun" for m in mentions):
            state = e.type in STATES
            name = pile.country_names.get(e.country or "", e.name) if state else e.name
            pages["state" if state else "other", name] += 1
            times["state" if state else "other", name] += len(mentions)
    often = [k for k in pages if pages[k] >= BOTH * len(pile.documents) and k[1][:1].isupper()]
    often.sort(key=lambda k: (k[0] != "state", -pages[k], -times[k], k[1]))
    return [name for _, name in often[:PARTIES]]
