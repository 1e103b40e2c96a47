"""Read words that mean several countries at once: both sides, the two governments, the presidents of two countries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set

from readout.records import Event, Involvement

_HOLDERS = (
    r"(?:sides|countries|nations|states|governments|capitals|neighbou?rs|parties|delegations|leaders|presidents|premiers|"
    r"(?:prime |foreign |defen[cs]e |interior |energy |trade )?ministers|ministries|navies|armies|militaries|rivals)"
)
PAIR = re.compile(rf"(?:^|\b)(?:both|two|both the|both of the|these two)\s+(?:[\w-]+\s+)?{_HOLDERS}$", re.I)
THEIR = re.compile(
    r"^(?:their|the)\s+(?:respective\s+)?(?:foreign |prime |defen[cs]e )ministers$|^(?:each other|one another)$", re.I
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


Acting = Mapping[str, tuple[tuple[str, int], ...]]  # by page: the countries that act on it and how often, most often first


def means_both(words: str) -> bool:
    """Tell whether words mean the two sides a page tells of: both governments, their foreign ministers."""
    plain = " ".join(words.split())
    return bool(PAIR.search(plain) or THEIR.match(plain))


def named_in(words: str, countries: Mapping[str, str]) -> tuple[str, ...]:
    """Give what countries a phrase in the plural names, in its order: the presidents of Ostrava and Marn."""
    low = words.lower()
    if " and " not in low:
        return ()
    found = [countries[w.lower().removesuffix("’s").removesuffix("'s")] for w in WORD.findall(words)
             if w[0].isupper() and w.lower().removesuffix("’s").removesuffix("'s") in countries]  # fmt: skip
    return tuple(dict.fromkeys(found))


def acting_countries(events: Iterable[Event], involvements: Iterable[Involvement], countries: Set[str]) -> Acting:
    """List, for each page, the countries that act on it, most often first."""
    page = {e.event_id: e.doc_id for e in events}
    counts: dict[str, Counter[str]] = {}
    for i in involvements:
        if i.about in page and i.country in countries:
            counts.setdefault(page[i.about], Counter())[str(i.country)] += 1
    return {doc_id: tuple(sorted(c.items(), key=lambda k: (-k[1], k[0]))) for doc_id, c in counts.items()}


def with_story(acting: Acting, stories: Iterable[Iterable[str]]) -> Acting:
    """Give pages that name fewer than two countries those of their story, their own counted first."""
    found = dict(acting)
    for pages in map(list, stories):
        whole = Counter[str]()
        for doc_id in pages:
            whole.update(dict(acting.get(doc_id, ())))
        for doc_id in pages:
            own = acting.get(doc_id, ())
            if len(own) < 2:
                both = whole + Counter({c: sum(whole.values()) for c, _ in own})
                found[doc_id] = tuple(sorted(both.items(), key=lambda k: (-k[1], k[0])))
    return found


def two_sides(
    acting: Acting, doc_id: str, others: Set[str | None] = frozenset(), *, clearly: bool = False
) -> tuple[str, ...]:
    """Give the two countries a page tells of most, some left out; none where a third is as frequent as the second, or, asked for
    those that are it `clearly`, at least a third as frequent."""
    listed = [(c, n) for c, n in acting.get(doc_id, ()) if c not in others]
    if len(listed) < 2 or (len(listed) > 2 and listed[1][1] == listed[2][1]):
        return ()
    if clearly and len(listed) > 2 and 3 * listed[2][1] > listed[1][1]:
        return ()
    return listed[0][0], listed[1][0]
