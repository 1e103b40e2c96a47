"""Choose the findings a careful reader would write down: what differs, and numbers worth knowing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from readout.stages.weigh.judge import CLASSES, MOMENT, days_apart, hours_apart, worded_otherwise
from readout.stages.weigh.sides import one_origin
from readout.stages.weigh.values import Said
from readout.text.ranges import INFINITE
from readout.text.told_people import KINDS

# Properties worth a row where only one value is given.
WORTH = frozenset((
    "duration", "duration of rain", "participants", "first_since", "amount", "damage", "sentence", "turnout",
))  # fmt: skip
LONG = 1440  # minutes from which a length that one voice tells is mostly of something in the background; ours
SELDOM = frozenset(("term", "share"))  # tell little where one voice gives them
MANY = 5  # a count by one page alone is worth a row from here on; ours
TEN = 10  # times the least that a value can mean from which it tells no number; ours
TWO = 2  # differing counts of things by two voices from here on; ours
FEWEST = 3  # people or things that one page counts, beside an act; ours
FEW = 3  # differing counts below this are mostly articles: one of, two of; ours


def by_pages(groups: Sequence[Sequence[Said]], meaning: Callable[[Said], str], before: str | None = None) -> bool:
    """Tell whether two pages tell it differently: what one page tells in two ways is mostly of two things; `before` is what a page
    also tells of anything that came to another end: the strike called off had been planned."""
    told: dict[str, set[str]] = defaultdict(set)
    for s in (s for g in groups for s in g):
        told[s.evidence.doc_id].add(meaning(s))
    ends = [values - {before} or values for values in told.values()]
    single = {next(iter(values)) for values in ends if len(values) == 1}
    return len(single) > 1


def vague(said: Said) -> bool:
    """Tell whether a value is no number: dozens, tens of thousands."""
    return said.range is not None and said.range.high >= TEN * said.range.low > 0 and said.range.high != INFINITE


UNDONE = frozenset(("cancelled", "postponed"))  # why is worth telling even once
SAYINGS = frozenset(
    ("THREATEN", "REQUEST", "ACCUSE", "REJECT")
)  # done by being said: planned or done tells nothing of them


def of_class(groups: Sequence[Sequence[Said]], name: str) -> list[Said]:
    """List the statuses of a class."""
    return [s for g in groups for s in g if CLASSES.get(s.value) == name]


def worth_telling(
    name: str, groups: Sequence[Sequence[Said]], kind: str | None = None, status: str | None = None
) -> bool:
    """Tell whether a property is worth a finding; `kind` and `status` are those of the act."""
    name = name.split(":")[0]
    if name == "status":
        said = {CLASSES.get(g[0].value, "") for g in groups}
        sides = "denied" in said and "done" in said and not worded_otherwise(groups)
        if sides and kind in SAYINGS:
            sides = any(a.stems & b.stems for a in of_class(groups, "denied") for b in of_class(groups, "done"))
        return len(said) > 1 and (
            sides or (kind not in SAYINGS and by_pages(groups, lambda s: CLASSES.get(s.value, ""), before="ahead"))
        )
    if name == "date":
        moved = len({g[0].unit for g in groups}) > 1
        if not moved and groups[0][0].unit == "planned":
            return len({o for g in groups for s in g for o in s.origins}) > 1
        apart = any(days_apart(a[0].value, b[0].value) > 1 for a in groups for b in groups)
        return moved and apart and by_pages(groups, lambda s: s.value)
    if name == "reason":
        return True  # a reason that nobody asks for is gated
    if name == "deadline":  # terms that differ are mostly those of two things
        voices = {o for g in groups for s in g for o in s.origins}
        meet = all(a[0].range and b[0].range and a[0].range.meets(b[0].range) for a in groups for b in groups)
        return len(voices) > 1 and meet
    if name == "time":
        told = [{s.evidence.doc_id for s in g} for g in groups]
        near = [a | b for a, one in zip(told, groups, strict=True) for b, other in zip(told, groups, strict=True)
                if hours_apart(one, other) <= MOMENT]  # fmt: skip
        return any(len(both) > 1 for both in near)
    if len(groups) == 1 and all(vague(s) for s in groups[0]):
        return False
    if name == "duration" and len(groups) == 1 and one_origin(groups):
        return all(s.range is None or s.range.low < LONG for s in groups[0])
    if name in WORTH or name in KINDS:
        return True
    if len(groups) == 1 and name in SELDOM and one_origin(groups):
        return False
    if len(groups) == 1 and len(groups[0]) == 1 and groups[0][0].unit and not name.startswith("term"):
        return (groups[0][0].range.low if groups[0][0].range else 0.0) >= FEWEST
    top = max((s.range.low for g in groups for s in g if s.range), default=0.0)
    pages = {s.evidence.doc_id for g in groups for s in g}
    voices = {o for g in groups for s in g for o in s.origins}
    return top >= MANY or (len(pages) > 1 and top >= FEW) or (len(voices) > 1 and top >= TWO)
