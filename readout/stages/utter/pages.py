"""What pages tell of the wordings they carry: their day, their kind, the family they share text with, who is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from readout.records import Attribution, Document, Involvement, Kind, Reuse
from readout.text.wording_clusters import Told

MACHINE = ("spun", "translated")
Derived = tuple[int, int, str]  # start, end, kind of a passage that a machine made of another


@dataclass(frozen=True, slots=True)
class Pages:
    """Look-ups over the pile, by document or attribution."""

    documents: Mapping[str, Document]
    kinds: Mapping[str, str]
    families: Mapping[str, str]
    derived: Mapping[str, tuple[Derived, ...]]
    speakers: Mapping[str, Involvement]
    described: Mapping[str, Involvement]  # speakers whom a page describes and nobody names
    traced: bool
    passages: tuple[Reuse, ...]
    twice: frozenset[str]  # pages that say a passage twice, in other words

    @classmethod
    def of(
        cls, documents: Iterable[Document], involvements: Iterable[Involvement], reuses: Iterable[Reuse],
        kinds: Iterable[Kind],
    ) -> Pages:  # fmt: skip
        """Lay out the tables."""
        by_id = {d.doc_id: d for d in documents}
        shared, judged = list(reuses), {k.doc_id: k.kind for k in kinds}
        again = frozenset(r.left_doc for r in shared if r.left_doc == r.right_doc)
        spoke = {i.about: i for i in involvements if i.role == "speaker"}
        named = {k: i for k, i in spoke.items() if not i.unnamed}
        described = {k: i for k, i in spoke.items() if i.unnamed}
        copied = tuple(r for r in shared if r.kind != "shared_quote")
        return cls(by_id, judged, families(by_id, shared), derived(shared), named, described, bool(judged), copied, again)

    def altered(self, a: Attribution) -> str | None:
        """Why the wording is known to be a machine's, or null."""
        kind = self.kinds.get(a.doc_id, "unknown")
        if kind in MACHINE:
            return f"the page is {kind}"
        for start, end, how in self.derived.get(a.doc_id, ()):
            if a.content and start <= a.content[0][0] and a.content[-1][1] <= end:
                return f"the passage is {how}"
        return None

    def opposite(self, told: Iterable[Told]) -> frozenset[tuple[str, str]]:
        """List the pairs of wordings at the same place of two passages of which one was made of the other."""
        of_page: dict[str, list[Told]] = defaultdict(list)
        for t in told:
            of_page[t.doc_id].append(t)
        found = (pair for r in self.passages for pair in facing(r, of_page[r.left_doc], of_page[r.right_doc]))
        return frozenset(found)

    def published(self, doc_id: str) -> date | None:
        """The day of a page, where it tells one."""
        return day(self.documents[doc_id].published)


Span = tuple[int, int]


def facing(r: Reuse, left: Iterable[Told], right: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """Pair the wordings of two passages that stand at the same place."""
    from_, to = (r.left_start, r.left_end), (r.right_start, r.right_end)
    there = [b for b in right if inside(b, to)]
    for a in left:
        if inside(a, from_):
            span = carried((a.start, a.end), from_, to)
            yield from (ordered(a.id, b.id) for b in there if a.id != b.id and meet(span, (b.start, b.end)))


def ordered(one: str, other: str) -> tuple[str, str]:
    """The smaller id first."""
    return (one, other) if one < other else (other, one)


def inside(t: Told, passage: Span) -> bool:
    """The wording lies in the passage."""
    return passage[0] <= t.start and t.end <= passage[1]


def carried(span: Span, left: Span, right: Span) -> Span:
    """Where a span of the left passage would stand in the right one, were it copied evenly."""
    scale = (right[1] - right[0]) / max(left[1] - left[0], 1)
    start = right[0] + (span[0] - left[0]) * scale
    return round(start), round(start + (span[1] - span[0]) * scale)


def meet(one: Span, other: Span) -> bool:
    """Two spans share half of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def day(iso: str | None) -> date | None:
    """Read the day of an ISO date; null where it tells none."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def families(documents: Mapping[str, Document], reuses: Iterable[Reuse]) -> dict[str, str]:
    """Name the family of each page by its smallest member: pages that share text other than a quotation."""
    above = {name: name for name in documents}

    def root(name: str) -> str:
        while above[name] != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    for r in reuses:
        if r.kind != "shared_quote" and r.left_doc in above and r.right_doc in above:
            low, high = sorted((root(r.left_doc), root(r.right_doc)))
            above[high] = low
    return {name: root(name) for name in above}


def derived(reuses: Iterable[Reuse]) -> dict[str, tuple[Derived, ...]]:
    """List the passages that a machine made of another passage, by document."""
    found: dict[str, list[Derived]] = defaultdict(list)
    for r in reuses:
        if r.kind in MACHINE and r.direction == "left_from_right":
            found[r.left_doc].append((r.left_start, r.left_end, r.kind))
        elif r.kind in MACHINE and r.direction == "right_from_left":
            found[r.right_doc].append((r.right_start, r.right_end, r.kind))
    return {name: tuple(sorted(passages)) for name, passages in found.items()}
