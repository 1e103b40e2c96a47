"""Hold the sentences of every page with their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from readout.records import Parse, Sentence
from readout.text.figures import Line


@dataclass(frozen=True)
class Lines:
    """The sentences of every page with their words."""

    parses: Mapping[str, Sequence[Parse]]
    sentences: Mapping[str, Sequence[Sentence]]

    def of(self, doc_id: str) -> Sequence[Line]:
        """Give the sentences of a page in text order."""
        if doc_id not in self.read:
            words = {p.start: Line(p.start, p.end, p.words) for p in self.parses.get(doc_id, ())}
            ordered = sorted(self.sentences.get(doc_id, ()), key=lambda s: s.start)
            self.read[doc_id] = [words.get(s.start, Line(s.start, s.end, ())) for s in ordered]
        return self.read[doc_id]

    def at(self, doc_id: str, place: int) -> Line:
        """Give the sentence that a place of a page stands in; an empty one where there is none."""
        lines = self.of(doc_id)
        n = bisect_right(lines, place, key=lambda line: line.start) - 1
        return lines[n] if n >= 0 and place < lines[n].end else Line(place, place, ())

    @cached_property
    def read(self) -> dict[str, list[Line]]:
        """The pages asked for so far."""
        return {}
