"""Set the two sides of each vote beside those that other pages give: majority beside majority, never beside the minority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from readout.records import Document, Evidence
from readout.stages.weigh.acts import Acts, Place
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.loose import Loose
from readout.stages.weigh.values import Pages, Said, stems
from readout.text.quantities import Quantity, read_quantities
from readout.text.ranges import Range
from readout.text.told_ballots import MAJORITY, MINORITY, Ballot, ballots

NEAR = 0.25  # share by which one side of a large vote may be told otherwise, where the other is told alike; ours
LARGE = 20.0  # votes from which one that is told alike on a side is hardly another
FEW = 2.0  # votes by which one side of any vote may be told otherwise


class Told(NamedTuple):
    """A vote as a page tells it."""

    doc_id: str
    start: int
    end: int
    sides: Ballot


Given = Mapping[str, Mapping[str, Sequence[Said]]]  # occurrence → property → values


def voted(documents: Sequence[Document], acts: Acts, pages: Pages) -> Given:
    """Give the votes of all pages: one act, property and value for each side of each."""
    made: dict[str, dict[str, list[Said]]] = {}
    stories: dict[str, list[list[Told]]] = defaultdict(list)
    for told in (t for d in documents if d.analysed for t in of_page(d, pages.lines)):
        groups = stories[acts.story.get(told.doc_id, told.doc_id)]
        mine = next((g for g in groups if any(one_vote(told.sides, t.sides) for t in g)), None)
        if mine is None:
            groups.append([told])
        else:
            mine.append(told)
    for group in (g for _, groups in sorted(stories.items()) for g in groups):
        names = made.setdefault(act_of(group, acts), {})
        for t in group:
            names.setdefault(MAJORITY, []).append(said(t.doc_id, t.sides.more, MAJORITY, pages))
            names.setdefault(MINORITY, []).append(said(t.doc_id, t.sides.fewer, MINORITY, pages))
    return made


def of_page(d: Document, lines: Lines) -> Iterator[Told]:
    """Read the votes of a page."""
    found = read_quantities(d.text)
    for line in lines.of(d.doc_id):
        inside = [q for q in found if line.start <= q.start < line.end]
        for sides in ballots(d.text[line.start : line.end], line.start, inside):
            yield Told(d.doc_id, line.start, line.end, sides)


def one_vote(one: Ballot, other: Ballot) -> bool:
    """Tell whether two tellings of a story are of one vote: one side alike, the other nearly so."""
    more, fewer = ((a.value or 0.0, b.value or 0.0) for a, b in zip(one, other, strict=True))
    return any(
        a == b and abs(x - y) <= (max(FEW, NEAR * max(x, y)) if a >= LARGE else FEW)
        for (a, b), (x, y) in ((more, fewer), (fewer, more))
    )


def act_of(group: Sequence[Told], acts: Acts) -> str:
    """Give the act that most pages tell beside a vote; the story where none does."""
    found = [
        acts.nearby(place, t.sides.more.start) or acts.last_before(place, t.sides.more.start)
        for t in group
        for place in [Place(t.doc_id, t.start, t.end, None, None)]
    ]
    known = sorted(a for a in found if a)
    first = group[0].doc_id
    return (
        max(known, key=lambda a: (known.count(a), acts.known[a].reports, a)) if known else acts.story.get(first, first)
    )


def said(doc_id: str, q: Quantity, name: str, pages: Pages) -> Said:
    """Write one side of a vote as a value: votes are counted, so that no number of them is a round one."""
    evidence, number = Evidence(doc_id, q.start, q.end), q.value or 0.0
    document, giver = pages.documents[doc_id], pages.giver(evidence)
    return Said(
        name, f"{number:.15g}", "vote", Range(number, number), False, stems(document.text[q.start : q.end]), evidence,
        pages.of(evidence), document.published, giver.key, giver=giver.words,
    )  # fmt: skip


def beside(given: Given, votes: Given) -> Given:
    """Give votes beside all other values."""
    return {a: {**given.get(a, {}), **votes.get(a, {})} for a in sorted({*given, *votes})}


def places_of(votes: Given) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Give where the sides of votes stand, by page."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for s in (s for by_name in votes.values() for listed in by_name.values() for s in listed):
        found[s.evidence.doc_id].append((s.evidence.start, s.evidence.end))
    return found


def free_of(loose: Iterable[Loose], places: Mapping[str, Sequence[tuple[int, int]]]) -> Iterator[Loose]:
    """Leave out numbers that are a side of a vote."""
    for one in loose:
        if one.quantity is None or not any(s < one.end and one.start < t for s, t in places.get(one.doc_id, ())):
            yield one
