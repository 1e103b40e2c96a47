"""Bring the length of a part to the act whose lengths it explains: so long at the table, so long at dinner."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from readout.records import Event
from readout.stages.weigh.judge import whole_and_parts
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.values import Said

LENGTH = "duration"
SENTENCES = 2  # from a length to the act that it is a part of; ours
Made = Mapping[str, dict[str, list[Said]]]


def parts_brought(made: Made, members: Mapping[str, Sequence[Event]], lines: Lines) -> Made:
    """Move a length from another act, or from a property told apart, to an act whose differing lengths add up with it.

    Every page that gives it must tell the other act within two sentences: what is added is a part that was told beside it. Where
    the whole was told apart under the act itself, whole and part are brought together. What was only set aside explains
    nothing. In place.
    """
    places = [(other, name) for other in sorted(made) for name in sorted(made[other]) if name.partition(": ")[0] == LENGTH]
    for about in sorted(made):
        told = [
            (other, name, part)
            for other, name in places
            if (other, name) != (about, LENGTH) and LENGTH in made[about] and name in made[other]
            for part in by_value([s for s in made[other][name] if not s.planned])
            if beside(part, members.get(about, ()), lines)
        ]
        for one in told:
            if explains(made[about][LENGTH], one[2]):
                bring(made, about, one)
        own = [one for one in told if one[0] == about]
        for whole, part in ((w, p) for w in own for p in told if p[0] != about):
            if all(one[1] in made[one[0]] for one in (whole, part)) and explains([*made[about][LENGTH], *whole[2]], part[2]):
                bring(made, about, whole)
                bring(made, about, part)
    return made


Told = tuple[str, str, list[Said]]  # a length: the act and property it stands under, and who gives it


def bring(made: Made, about: str, told: Told) -> None:
    """Move a length from where it stands to the lengths of an act."""
    other, name, part = told
    made[about][LENGTH] += (replace(s, property=LENGTH) for s in part)
    made[other][name] = [s for s in made[other][name] if s not in part]
    if not made[other][name]:
        del made[other][name]


def explains(said: Sequence[Said], part: Sequence[Said]) -> bool:
    """Tell whether lengths that do not add up by themselves do so with one more."""
    groups = by_value(said)
    new = all(s.value != part[0].value for s in said)
    return new and len(groups) > 1 and not whole_and_parts(groups) and whole_and_parts([*groups, list(part)]) is not None


def beside(part: Sequence[Said], events: Sequence[Event], lines: Lines) -> bool:
    """Tell whether every page that gives a length tells the act beside it."""
    return all(any(e.doc_id == s.evidence.doc_id and near(e, s, lines) for e in events) for s in part)


def near(event: Event, said: Said, lines: Lines) -> bool:
    """Tell whether an act is told within two sentences of a length."""
    starts = [line.start for line in lines.of(said.evidence.doc_id)]
    return abs(bisect_right(starts, event.start) - bisect_right(starts, said.evidence.start)) <= SENTENCES


def by_value(said: Sequence[Said]) -> list[list[Said]]:
    """Group lengths by value, in order of value."""
    found: dict[str, list[Said]] = defaultdict(list)
    for s in said:
        found[s.value].append(s)
    return [found[v] for v in sorted(found)]
