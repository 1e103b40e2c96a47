"""Find the tellings of one act that fusing keeps apart: planned for a day by one page, put off or held on that day by another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from readout.records import Event, Occurrence
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.judge import CLASSES
from readout.stages.weigh.values import Said
from readout.text.day_bases import by_text
from readout.text.rarity import rarity

# Acts that are set for a day and then held or not.
SET_FOR_A_DAY = frozenset(("CONSULT", "PROTEST", "COOPERATE", "MOBILIZE", "AGREE", "COERCE", "SANCTION"))
AHEAD, OFF, DONE = (
    frozenset(("planned", "proposed")),
    frozenset(("cancelled", "postponed")),
    frozenset(("happened", "ongoing", "reported")),
)
RARE = 12.0  # bits from which a word that two tellings share speaks for one act; ours
SHARED = 2  # such words, where no party is shared; with one, or without a day to go by, one more; ours
MOST = 60  # occurrences of one type in a story that are compared, the most reported first; ours


class Telling(NamedTuple):
    """An occurrence with the days its events are set for and the classes of its statuses."""

    about: str
    days: frozenset[str]
    ahead: bool
    off: bool
    done: bool


def histories(members: Mapping[str, Sequence[Event]], acts: Acts) -> Mapping[str, str]:
    """Give for an occurrence the one of whose history its statuses are a part: the one more pages report."""
    home: dict[str, str] = {}
    for (_, kind), listed in sorted(acts.by_type.items()):
        if kind not in SET_FOR_A_DAY:
            continue
        told = [telling(o, members.get(o.occurrence_id, ())) for o in listed[:MOST] if o.status != "historical"]
        for a, b in pairs(told, acts):
            one, other = (home.get(x.about, x.about) for x in (a, b))
            if one != other:
                keep, gone = sorted((one, other), key=lambda x: (-acts.known[x].reports, x))
                home.update(dict.fromkeys((*[h for h, k in home.items() if k == gone], gone), keep))
    return home


def telling(o: Occurrence, events: Sequence[Event]) -> Telling:
    """Sum up how an occurrence is told."""
    days = {
        e.date_start for e in events if e.date_start and e.date_precision == "day" and by_text(e.date_basis)
    }
    said = {e.status for e in events}
    return Telling(o.occurrence_id, frozenset(days), bool(said & AHEAD), bool(said & OFF), bool(said & DONE))


def pairs(told: Sequence[Telling], acts: Acts) -> Iterator[tuple[Telling, Telling]]:
    """Give the pairs that are two stations of one act: one ahead, the other not; first those of one day."""
    undated: dict[str, list[tuple[int, Telling, Telling]]] = defaultdict(list)
    for a, b in combinations(told, 2):
        if not ((a.ahead and (b.off or b.done)) or (b.ahead and (a.off or a.done))):
            continue
        party, words = shared(acts, a.about, b.about)
        if a.days & b.days:
            if party or words >= SHARED:
                yield a, b
        elif (a.off or b.off) and not (a.days and b.days) and words + party > SHARED:
            off, other = (a, b) if a.off else (b, a)
            if other.ahead:
                undated[off.about].append((words + party, off, other))
    for _, found in sorted(undated.items()):
        ranked = sorted(found, key=lambda x: (-x[0], x[2].about))
        if len(ranked) == 1 or ranked[0][0] > ranked[1][0]:
            yield ranked[0][1], ranked[0][2]


def shared(acts: Acts, one: str, other: str) -> tuple[int, int]:
    """Say whether two tellings share a party, and how many rare words."""
    a, b = acts.known[one], acts.known[other]
    party = bool({*a.actors, *a.recipients} & {*b.actors, *b.recipients})
    words = acts.told[one].stems & acts.told[other].stems
    return int(party), sum(rarity(w) >= RARE for w in words)


def as_told_first(said: Sequence[Said]) -> list[Said]:
    """Leave out what a copy makes of a status that its origin, one of the pages, tells otherwise."""
    roots: dict[str, set[str]] = defaultdict(set)
    for s in said:
        roots[s.evidence.doc_id].add(CLASSES.get(s.value, s.value))
    kept = []
    for s in said:
        known = [roots[o] for o in s.origins if o != s.evidence.doc_id and o in roots]
        if not known or any(CLASSES.get(s.value, s.value) in classes for classes in known):
            kept.append(s)
    return kept
