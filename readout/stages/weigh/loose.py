"""Give numbers that stand beside no act in their sentence to the occurrence they speak of."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readout.records import Document, Event, Occurrence, Sentence
from readout.text.acts import CALAMITY, REAL
from readout.text.quantities import Quantity, read_quantities
from readout.text.told_numbers import since, told_numbers

MAIN = 2  # times as many pages as the next of its type must report what a number without an act is given to; ours
REACH = 900  # characters back to the act that a number without one speaks of; ours


class Loose(NamedTuple):
    """A number or year with the property it tells and the occurrence it is given to."""

    about: str
    property: str
    start: int
    end: int
    quantity: Quantity | None


@dataclass(frozen=True)
class Acts:
    """The acts of each page in text order with their occurrences, and the most reported occurrence of each type."""

    starts: Mapping[str, Sequence[int]]
    events: Mapping[str, Sequence[tuple[Event, Occurrence]]]
    main: Mapping[tuple[str, str], str]  # by story and type
    story: Mapping[str, str]

    def nearest(self, doc_id: str, start: int, end: int, kinds: Sequence[str]) -> str | None:
        """Give the occurrence of the act that a sentence speaks of: in it, else before it, else the main one of the story."""
        listed = self.events.get(doc_id, ())
        last = bisect_right(self.starts.get(doc_id, ()), end)
        main = next((m for k in kinds if (m := self.main.get((self.story.get(doc_id, doc_id), k)))), None)
        for event, occurrence in reversed(listed[:last]):
            if event.start < start - REACH:
                break
            if (
                kinds
                and (occurrence.type or CALAMITY) in kinds
                and event.start < start
                and occurrence.reports == 1
                and self.tells(doc_id, main)
            ):
                return main
            if not kinds or (occurrence.type or CALAMITY) in kinds:
                return occurrence.occurrence_id
        return main

    def tells(self, doc_id: str, about: str | None) -> bool:
        """Tell whether a page reports an occurrence."""
        return about is not None and any(o.occurrence_id == about for _, o in self.events.get(doc_id, ()))


def acts_of(
    members: Mapping[str, Sequence[Event]], occurrences: Mapping[str, Occurrence], story: Mapping[str, str]
) -> Acts:
    """Index the acts of each page."""
    by_page: dict[str, list[tuple[Event, Occurrence]]] = defaultdict(list)
    ranked: dict[tuple[str, str], list[Occurrence]] = defaultdict(list)
    for about, events in sorted(members.items(), key=lambda item: (-occurrences[item[0]].reports, item[0])):
        occurrence = occurrences[about]
        for e in events:
            by_page[e.doc_id].append((e, occurrence))
            if occurrence.status in REAL or occurrence.type == "PROTEST":
                listed = ranked[story.get(e.doc_id, e.doc_id), occurrence.type or CALAMITY]
                if occurrence not in listed:
                    listed.append(occurrence)
    main = {
        key: found[0].occurrence_id for key, found in ranked.items()
        if len(found) == 1 or found[0].reports >= MAIN * found[1].reports
    }  # fmt: skip
    for told in by_page.values():
        told.sort(key=lambda pair: (pair[0].start, pair[0].event_id))
    return Acts({d: [e.start for e, _ in v] for d, v in by_page.items()}, by_page, main, story)


def loose_numbers(
    documents: Sequence[Document], sentences: Mapping[str, Sequence[Sentence]], acts: Acts
) -> Iterator[tuple[str, Loose]]:
    """List what the numbers of every page tell of its occurrences."""
    for d in documents:
        if d.doc_id not in acts.events:
            continue
        quantities = read_quantities(d.text)
        year = int(d.published[:4]) if d.published else None
        for s in sentences.get(d.doc_id, ()):
            words = d.text[s.start : s.end]
            inside = [q for q in quantities if s.start <= q.start < s.end]
            for told in told_numbers(words, s.start, inside, year):
                about = acts.nearest(d.doc_id, s.start, s.end, told.kinds)
                if about:
                    yield d.doc_id, Loose(about, told.property, told.quantity.start, told.quantity.end, told.quantity)
            found = since(words)
            about = acts.nearest(d.doc_id, s.start, s.end, ()) if found else None
            if found and about:
                yield d.doc_id, Loose(about, "first_since", s.start + found[0], s.start + found[1], None)
