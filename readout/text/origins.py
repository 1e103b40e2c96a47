"""Say which origins a stretch of a page can go back to, and count the distinct origins behind several stretches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from readout.records import Lineage, Reuse

Stretch = tuple[str, int, int]  # doc_id, start, end
HALF = 0.5  # of a stretch must lie in a reused passage for it to count as taken over


class Count(NamedTuple):
    """Distinct origins: at least, at most, and which."""

    low: int
    high: int
    origins: tuple[str, ...]


@dataclass(frozen=True)
class Origins:
    """The lineages of each page and the passages that pages share, ready to be asked."""

    of_document: Mapping[str, tuple[str, ...]]
    own: Mapping[str, str]
    members: Mapping[str, frozenset[str]]
    shared: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)
    houses: Mapping[str, str] = field(default_factory=dict)

    def of(self, stretch: Stretch) -> tuple[str, ...]:
        """Give the lineages a stretch can belong to, sorted; the page itself where nothing was traced.

        What a page that has text from elsewhere says in words of its own may be its own or a rewording of what it took.
        """
        doc_id = stretch[0]
        listed = self.of_document.get(doc_id, ())
        if len(listed) <= 1:
            return listed or (doc_id,)
        partners = self.partners(stretch)
        if not partners:
            return listed
        near = tuple(n for n in listed if any(p in self.members[n] for p in partners))
        taken = tuple(n for n in near if n != self.own.get(doc_id)) or near
        return taken or listed

    def partners(self, stretch: Stretch) -> set[str]:
        """Give the pages that share most of a stretch."""
        doc_id, start, end = stretch
        wanted = HALF * (end - start)
        return {p for s, e, p in self.shared.get(doc_id, ()) if min(e, end) - max(s, start) >= wanted}

    def count(self, options: Iterable[Sequence[str]]) -> Count:
        """Count the distinct origins; at least: with all texts of one outlet or agency as one."""
        return count(options, self.houses)


def house_of(lineage: Lineage) -> str:
    """Name whose text a lineage begins with: the outlet or the upstream, else the lineage itself."""
    name = " ".join((lineage.origin_name or "").lower().removeprefix("the ").split())
    return name or lineage.lineage_id


def origins_of(lineages: Iterable[Lineage], reuses: Iterable[Reuse]) -> Origins:
    """Index what tracing found; quotations that pages share do not count."""
    of_document: dict[str, list[str]] = defaultdict(list)
    own, members, houses = {}, {}, {}
    for one in lineages:
        houses[one.lineage_id] = house_of(one)
        members[one.lineage_id] = frozenset(one.members)
        for doc_id in one.members:
            of_document[doc_id].append(one.lineage_id)
        if one.origin:
            own[one.origin] = one.lineage_id
    shared: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for r in reuses:
        if r.kind != "shared_quote" and r.left_doc != r.right_doc:
            shared[r.left_doc].append((r.left_start, r.left_end, r.right_doc))
            shared[r.right_doc].append((r.right_start, r.right_end, r.left_doc))
    return Origins({d: tuple(sorted(n)) for d, n in of_document.items()}, own, members, shared, houses)


def count(options: Iterable[Sequence[str]], houses: Mapping[str, str] | None = None) -> Count:
    """Count the distinct origins behind stretches of which each goes back to one of its options.

    `high` takes every option for an origin, but no more than there are different lists of options; `low` takes origins of
    one house (outlet or agency) for one and is the size of a small set of houses that meets every list (greedy hitting set,
    Johnson 1974): exact where each list has one option.
    """
    lists = {tuple(o) for o in options if o}
    every = tuple(sorted({n for o in lists for n in o}))
    known = houses or {}
    left = {tuple(sorted({known.get(n, n) for n in o})) for o in lists}
    low = 0
    while left:
        held = Counter(n for o in left for n in o)
        best = min(held, key=lambda n: (-held[n], n))
        left = {o for o in left if best not in o}
        low += 1
    return Count(low, min(len(every), len(lists)), every)
