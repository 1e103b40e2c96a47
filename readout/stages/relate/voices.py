"""Who says the words that tell a line, where they are somebody's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.records import Attribution, Evidence, Involvement
from readout.tables import Table

MOST = 0.7  # share of a stretch that stands in what is said from which it is somebody's words; ours


@dataclass(frozen=True)
class Heard:
    """Stretches that somebody is reported to have said, by page, with the speakers known by entity."""

    said: Mapping[str, Sequence[tuple[int, int, int, tuple[str, ...]]]]  # first and last code point, place of the cue, speakers

    def speaker(self, at: Evidence) -> tuple[str, ...]:
        """Give who says the words of a stretch: of the shortest saying that holds most of it; nobody where it is told as fact, or
        where the stretch itself tells that it was said: she promised that …"""
        reach = at.end - at.start
        holding = [(t - s, who) for s, t, cue, who in self.said.get(at.doc_id, ())
                   if min(t, at.end) - max(s, at.start) > MOST * reach and not at.start <= cue < at.end]  # fmt: skip
        return min(holding, default=(0, ()))[1]


def heard(attributions: Table[Attribution], involved: Mapping[str, Sequence[Involvement]]) -> Heard:
    """Index what is said by page."""
    said: dict[str, list[tuple[int, int, int, tuple[str, ...]]]] = defaultdict(list)
    for a in attributions:
        who = tuple(i.entity_id for i in involved.get(a.attribution_id, ()) if i.role == "speaker" and i.entity_id)
        for start, end in a.content:
            said[a.doc_id].append((start, end, a.cue[0][0] if a.cue else -1, who))
    return Heard(said)
