"""Count the voices of an occurrence: at least of reports that surely tell one act, at most with pages that may retell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readout.records import Voice
from readout.stages.fuse.retold import Stretch
from readout.stages.fuse.same import Score
from readout.stages.fuse.telling import Telling
from readout.text.origins import Origins

# How likely two reports must be of one act to be told as surely one. Joined by less they are most likely one, but may be a demand
# and its repetition. This and MOST were set so that the intervals hold the count of a reader in 95 of 100 cases on packs whose sums
# are seen (decision 0034).
SURE = 0.93
MOST = 4  # origins added by pages that may tell an act in other words, the likest first

Options = Sequence[str]  # the origins that one stretch may go back to
Joined = Mapping[tuple[str, str], Score]


def voice(name: str, told: Sequence[Telling], origins: Origins, retold: Iterable[Stretch], joined: Joined) -> Voice:
    """Count the origins behind the occurrence of that name; `joined`: the pairs of its events that were found alike."""
    mine = [t.origins for t in told]
    sure = origins.count(mine)
    low = max(origins.count(t.origins for t in group).low for group in surely_one(told, joined))
    low = max(low, (sure.low + 1) // 2)  # of two acts taken for one, one has at least half
    more = list(further(mine, retold, origins))
    high = origins.count([*mine, *(origins.of(place) for place in more)]).high
    pages = len({t.event.doc_id for t in told})
    because = (
        f"{pages} {'page reports' if pages == 1 else 'pages report'} it, from {len(sure.origins)} possible origins"
    )
    if low < sure.low:
        because += f"; some of them may tell of another act of this kind: reports that surely tell of one have {low}"
    if more:
        because += f"; {len(more)} more {'page' if len(more) == 1 else 'pages'} may tell it in other words"
    return Voice(name, low, high, sure.origins, because)


def surely_one(told: Sequence[Telling], joined: Joined) -> Iterator[list[Telling]]:
    """Give the groups of reports that surely tell one act: linked by pairs much alike, or copied."""
    group = {t.event.event_id: t.event.event_id for t in told}
    for (one, other), score in sorted(joined.items()):
        if score.value >= SURE and one in group and other in group:
            old, new = group[other], group[one]
            group = {event_id: new if g == old else g for event_id, g in group.items()}
    for first in sorted(set(group.values())):
        yield [t for t in told if group[t.event.event_id] == first]


def further(mine: Sequence[Options], retold: Iterable[Stretch], origins: Origins) -> Iterator[Stretch]:
    """Give the stretches, likest first, that would add an origin to those of the reports, up to MOST."""
    held, high, found = list(mine), origins.count(mine).high, 0
    for place in retold:
        with_it = origins.count([*held, origins.of(place)]).high
        if found < MOST and with_it > high:
            held.append(origins.of(place))
            high, found = with_it, found + 1
            yield place
