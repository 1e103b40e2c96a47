"""Join what a story tells as ahead with what it tells became of it: the meeting planned for Monday, the one held on Monday."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from readout.stages.fuse.compare import off_without_day
from readout.stages.fuse.rows import kind_of, latest_status
from readout.stages.fuse.same import weights
from readout.stages.fuse.same_signs import signs
from readout.stages.fuse.telling import Telling
from readout.text.acts import REAL, SPOKEN
from readout.text.event_tree import listed

Pair = tuple[int, int]
AHEAD: Final = frozenset(("planned", "proposed", "conditional", "postponed"))
ENDED: Final = frozenset(("happened", "ongoing", "reported", "cancelled", "postponed", "failed", "refused"))
ENOUGH: Final = -0.5  # mean log odds, laws aside, from which the two that are each other's likest are stations of one act; ours
OFFERING: Final = listed("offer propose suggest want hope wish prepare ready willing")
STRANGE: Final = -9.0  # log odds of pairs not worth comparing, as in `cluster`


def stations(told: Sequence[Telling], groups: Sequence[Sequence[int]], pairs: Mapping[Pair, bool]) -> Iterator[Pair]:
    """Give the groups, by number, of which one tells as ahead what the other tells as done or off: of one type, each the likest
    to the other, and likely one act though a law of days or statuses keeps their events apart. Not one called off where a page
    has no day. `pairs`: those compared, and whether both stand in copied words."""
    of = {i: g for g, members in enumerate(groups) for i in members}
    fates = [latest_status([told[i] for i in members]) for members in groups]
    kinds = [kind_of([told[i] for i in members]) for members in groups]
    sums: dict[Pair, list[float]] = defaultdict(list)
    unordered = Counter[Pair]()  # pairs that say nothing: one off, one not, and a page without a day
    for (i, j), copied in pairs.items():
        one, other = of[i], of[j]
        if one == other or kinds[one] != kinds[other] or kinds[one] in SPOKEN:
            continue
        for plan, end in ((one, other), (other, one)):
            apart = offered(told, groups[plan]) or early(told, groups[plan], groups[end])
            if not (fates[plan] in AHEAD and fates[end] in ENDED) or apart:
                continue
            if off_without_day(told[i], told[j]):
                unordered[plan, end] += 1
            else:
                sums[plan, end].append(weights().odds(signs(told[i], told[j], copied)))
    means = {}
    for (p, e), found in sums.items():
        compared = len(groups[p]) * len(groups[e]) - unordered[p, e]
        means[p, e] = (sum(found) + STRANGE * (compared - len(found))) / compared
    yield from mutual(means)


def offered(told: Sequence[Telling], plan: Sequence[int]) -> bool:
    """Tell whether what is ahead is an offer or a wish of one side alone."""
    ahead = [told[i] for i in plan if told[i].status in AHEAD]
    return all(t.event.holder in OFFERING or t.status == "proposed" for t in ahead)


def early(told: Sequence[Telling], plan: Sequence[int], end: Sequence[int]) -> bool:
    """Tell whether the act told as done was told before the day for which the other is planned."""
    if all(told[i].status not in REAL for i in end):
        return False
    days = [t.days[0] for t in (told[i] for i in plan) if t.days is not None]
    written = [t.written for t in (told[i] for i in end) if t.written is not None and t.status in REAL]
    return bool(days and written) and min(written) < min(days)


def mutual(means: dict[Pair, float]) -> Iterator[Pair]:
    """Give the pairs that are likely enough and the likest of both."""
    best_end: dict[int, Pair] = {}
    best_plan: dict[int, Pair] = {}
    for pair in sorted(means, key=lambda p: (-means[p], p)):
        best_end.setdefault(pair[0], pair)
        best_plan.setdefault(pair[1], pair)
    taken: set[int] = set()
    for pair in sorted(means, key=lambda p: (-means[p], p)):
        if means[pair] >= ENOUGH and best_end[pair[0]] == pair == best_plan[pair[1]] and taken.isdisjoint(pair):
            taken |= set(pair)
            yield pair
