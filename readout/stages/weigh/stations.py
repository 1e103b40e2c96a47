"""List what speaks for and against a row that tells how an act stood: planned and held, planned and called off, done and denied.

The signs of every row (`worth.signs`) know neither which stations a row has nor on how many pages each stands, nor whether days
and words make them stations of one act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log2

from readout.records import Occurrence
from readout.stages.weigh.judge import CLASSES
from readout.stages.weigh.values import Said

PAIRS = (
    ("ahead", "done"), ("ahead", "off"), ("done", "off"), ("done", "denied"), ("ahead", "denied"), ("ahead", "refused"),
    ("done", "refused"),
)  # fmt: skip
# Acts of which rows of statuses are many enough to learn from.
TYPES = (
    "CONSULT", "PROTEST", "COOPERATE", "AGREE", "SANCTION", "COERCE", "ASSAULT", "REJECT", "REQUEST", "THREATEN", "ACCUSE",
    "RETREAT", "CONCEDE", "AID", "SUPPORT", "MOBILIZE",
)  # fmt: skip
ISO = 10  # characters of an ISO day


def station_signs(groups: Sequence[Sequence[Said]], act: Occurrence | None) -> dict[str, float]:
    """List the signs of a row of statuses."""
    every = [s for g in groups for s in g]
    by_class: dict[str, list[Said]] = defaultdict(list)
    for s in every:
        by_class[CLASSES.get(s.value, s.value)].append(s)
    values = {s.value for s in every}
    made = {f"{a} and {b}": float(a in by_class and b in by_class) for a, b in PAIRS}
    made |= {f"has {value}": float(value in values) for value in sorted(CLASSES)}
    made |= {f"type {kind}": float(act is not None and act.type == kind) for kind in TYPES}
    made["type none"] = float(act is not None and act.type is None)
    return made | pages_signs(by_class) | day_signs(by_class)


def pages_signs(by_class: Mapping[str, Sequence[Said]]) -> dict[str, float]:
    """Say on how many pages each station stands: on how many at least, how many tell one alone, whether a page tells two."""
    told = {name: {s.evidence.doc_id for s in said} for name, said in by_class.items()}
    alone = {name: pages - set().union(*(p for n, p in told.items() if n != name)) for name, pages in told.items()}
    total = sum(map(len, told.values()))
    return {
        "least pages": min(log2(len(pages)) for pages in told.values()),
        "least alone": min(log2(1 + len(pages)) for pages in alone.values()),
        "stations alone": float(sum(map(bool, alone.values()))),
        "on one page": float(len(set().union(*told.values())) < total),
    }


def day_signs(by_class: Mapping[str, Sequence[Said]]) -> dict[str, float]:
    """Say whether what was planned and what became of it share a day and a word, and whether the pages stand in that order."""
    ahead = by_class.get("ahead", ())
    later = [s for name, said in by_class.items() if name != "ahead" for s in said]
    one, other = ({s.day for s in said if s.day} for said in (ahead, later))
    before, behind = ({s.written[:ISO] for s in said if s.written} for said in (ahead, later))
    return {
        "shared word": float(any(a.stems & b.stems for a in ahead for b in later)),
        "dated": float(bool(one)),
        "one day": float(bool(one & other)),
        "other days": float(bool(one and other) and not one & other),
        "in order": float(bool(before and behind) and min(before) < max(behind)),
        "out of order": float(bool(before and behind) and min(before) > max(behind)),
    }
