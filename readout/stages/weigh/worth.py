"""Judge by its signs how likely a careful reader would write a finding down.

Method: ours: logistic regression on what is known of a row (who gives it, how many pages, of which act, what kind of value,
where on the page), fitted to the findings of the story packs that are read (`training/findings.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import log1p, log2
from typing import NamedTuple

from readout.lexicon import read
from readout.records import Occurrence
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.judge import CLASSES, Agreement
from readout.stages.weigh.sides import reasons_of_sides
from readout.stages.weigh.stations import station_signs
from readout.stages.weigh.telling import worth_telling
from readout.stages.weigh.values import Said
from readout.text import log_odds
from readout.text.ranges import INFINITE
from readout.text.told_ballots import SIDES
from readout.text.told_people import KINDS

FAMILIES = {
    "status": "status", "date": "date", "time": "time", "reason": "reason", "deadline": "term", "term": "term",
    "duration": "length", "first_since": "since", "participants": "crowd", "people": "people", "amount": "money",
    "damage": "money", "share": "share", "turnout": "share", "pay rise": "share", "tariff": "share", "sentence": "sentence",
    "number of times": "times",
}  # fmt: skip
MEASURED = frozenset(
    ("kilometre", "nautical mile", "mile", "metre", "centimetre", "foot", "tonne", "litre", "kilometre an hour")
)
TOP = 3  # acts that most pages of a story report are its lead; ours
HEAD = 400  # characters from the head of a page in which the news stands; ours


class Row(NamedTuple):
    """A property of an act with its groups of equal values and the judgement on them."""

    about: str
    property: str
    groups: Sequence[Sequence[Said]]
    agreement: Agreement


def worth_a_row(rows: Sequence[Row], acts: Acts) -> list[Row]:
    """Keep the rows worth a finding: those that a careful reader likely writes down; a saying given to two speakers always is."""
    kept = judged(rows, acts)
    held = background(kept, acts)
    likely = {
        id(r) for r in kept if told_always(r) or (chance(r, held, acts) >= least(r) and not settled(r, acts))
    }
    return [r for r in rows if r.property == "speaker" or id(r) in likely]


def settled(row: Row, acts: Acts) -> bool:
    """Tell whether a row only repeats what stands on the record already or is told in passing: the day on which something took
    place, where nobody differs (the act has it), and a length that one voice gives of days, or beside words that do not last. Of
    such days 35 of 130 met anything that readers of packs wrote down, none of 49 on packs held out, which this was chosen on too;
    of such lengths 4 of 48. So does an hour or term that two voices give alike, 1 of 25 was written down, and reasons of one voice
    each that nobody sets against each other on several pages: half of them are of another act (decision 0051)."""
    name, one = row.property.split(":")[0], row.groups[0][0]
    if len(row.groups) > 1:
        pages = {s.evidence.doc_id for g in row.groups for s in g}
        one_voice = len(pages) > 1 and all(len(origins(g)) == 1 for g in row.groups)
        return name == "reason" and row.agreement == "compatible" and one_voice
    if name == "date":
        return "/" in one.value or any(s.unit == "happened" for s in row.groups[0])
    act = acts.known.get(row.about)
    passing = act is not None and (act.type is None or act.type in WORDS)
    voices = origins(row.groups[0])
    if name in ("time", "deadline"):
        return len(voices) < SEVERAL
    return name == "duration" and len(voices) == 1 and (passing or bool(one.range and one.range.low >= LONG_AGO))


def origins(group: Sequence[Said]) -> set[str]:
    """List the origins behind a value."""
    return {o for s in group for o in s.origins}


SEVERAL = 3  # voices from which an hour or term that all give alike is worth a row; ours
WORDS = frozenset(("ACCUSE", "SUPPORT", "RETREAT", "THREATEN", "REQUEST"))
LONG_AGO = 1430  # minutes, a day less the rounding of one: a length from which it is mostly of something in the background
CONTRADICTION = 0.35  # chance from which figures are told as a conflict, the gravest row there is; ours, on packs that are read
AHEAD = 0.3  # chance from which a day ahead that all give alike is told; below, 2 of 20 were written down (decision 0051)
CAUSES = 0.2  # the same for reasons that cannot both be true


def told_always(row: Row) -> bool:
    """Tell whether two sides give different reasons, or several pages tell how a vote went: whatever its signs, that stands on
    the record."""
    name, pages = row.property.split(":")[0], {s.evidence.doc_id for g in row.groups for s in g}
    if name in SIDES and len(pages) > 1:
        return True
    return name == "reason" and row.agreement == "partly" and reasons_of_sides(row.groups)


def chance(row: Row, held: Background, acts: Acts) -> float:
    """Give the chance that a careful reader writes a row down; statuses are judged by what they tell of the act besides."""
    if family(row) == "status":
        return status_weights().chance(status_signs(row, held, acts))
    return weights().chance(signs(row, held, acts))


def status_signs(row: Row, held: Background, acts: Acts) -> dict[str, float]:
    """List what speaks for and against a row of statuses."""
    return signs(row, held, acts) | station_signs(row.groups, acts.known.get(row.about))


def least(row: Row) -> float:
    """Give the chance from which a row is kept."""
    if family(row) == "status":
        return status_weights().threshold
    if row.agreement != "conflict":
        return AHEAD if family(row) == "date" and len(row.groups) == 1 else weights().threshold
    return CAUSES if row.property.split(":")[0] == "reason" else CONTRADICTION


def judged(rows: Sequence[Row], acts: Acts) -> list[Row]:
    """Give the rows that can be worth a finding: that everybody tells an act as done is none, nor
    days that differ but were not moved."""
    return [r for r in rows if r.property != "speaker" and (not ruled(r) or by_rule(r, acts))]


def ruled(row: Row) -> bool:
    """Tell whether a rule has to hold a row worth telling: a status, days that differ, reasons that do."""
    name = row.property.split(":")[0]
    return name == "status" or (name in ("date", "reason") and len(row.groups) > 1)


class Background(NamedTuple):
    """How many rows there are of each family and of each act, and how many pages."""

    families: Mapping[str, int]
    acts: Mapping[str, int]
    pages: int


def background(rows: Sequence[Row], acts: Acts) -> Background:
    """Count the rows that are judged."""
    return Background(Counter(map(family, rows)), Counter(r.about for r in rows), max(1, len(acts.texts)))


def by_rule(row: Row, acts: Acts) -> bool:
    """Tell whether the rules of what is told hold a row worth telling."""
    act = acts.known.get(row.about)
    return worth_telling(row.property, row.groups, act.type if act else None, act.status if act else None)


def family(row: Row) -> str:
    """Name the kind of property of a row."""
    name = row.property.split(":")[0]
    if name in KINDS or name.endswith((" injured", " killed")):
        return "toll"
    return "measure" if row.groups[0][0].unit in MEASURED else FAMILIES.get(name, "things")


def signs(row: Row, held: Background, acts: Acts) -> dict[str, float]:
    """List what speaks for and against a row among all that are judged."""
    every = [s for g in row.groups for s in g]
    told_on, voices = {s.evidence.doc_id for s in every}, {o for s in every for o in s.origins}
    act, kind = acts.known.get(row.about), family(row)
    single, most = len(row.groups) == 1, max(len({s.evidence.doc_id for s in g}) for g in row.groups)
    low = max((s.range.low for s in every if s.range and s.range.low < INFINITE), default=0.0)
    early = min(s.evidence.start for s in every)
    made = {
        "single": float(single),
        "values": log2(len(row.groups)), "pages": log2(len(told_on)), "most pages": log2(most), "voices": log2(len(voices)),
        "one voice single": float(single and len(voices) == 1), "conflict": float(row.agreement in ("conflict", "partly")),
        "apart": float(":" in row.property), "numbered": float(row.property.split(": ")[-1].isdigit()),
        "of the kind": log2(held.families[kind]), "of the act": log2(held.acts[row.about]), "telling": float(by_rule(row, acts)),
        "share of pages": len(told_on) / min(held.pages, STORY), "size": log1p(max(0.0, low)) / 10, "small": float(0 < low < FEW),
        "hedged": share(every, hedged),
        "given": share(every, given), "in the head": float(early < HEAD), "beside an act": share(every, beside(row, acts)),
        "gated": share(every, gated), "judged partly": float(row.agreement == "partly"),
        "judged compatible": float(row.agreement == "compatible"),
    }  # fmt: skip
    made |= {f"is {name}": float(kind == name) for name in KIND_NAMES}
    return made | of_act(act, acts)


STORY = 10  # pages of a large story; ours
FEW = 5  # a count below it is mostly of anything; ours
KIND_NAMES = (*sorted(set(FAMILIES.values())), "toll", "measure", "things")


def of_act(act: Occurrence | None, acts: Acts) -> dict[str, float]:
    """List the signs of the act a row is of."""
    ranked = sorted({o.reports for o in acts.known.values()}, reverse=True)
    reports = act.reports if act else 0
    return {
        "no act": float(act is None), "reports": log2(1 + reports), "lead act": float(reports in ranked[:TOP]),
        "of old": float(bool(act and act.status == "historical")), "ahead": float(bool(act and CLASSES.get(act.status) == "ahead")),
        "undone": float(bool(act and CLASSES.get(act.status) in ("off", "denied", "refused"))),
        "calamity": float(bool(act and act.type is None)),
        "saying": float(bool(act and act.type in ("ACCUSE", "REJECT", "REQUEST", "THREATEN"))),
    }  # fmt: skip


def share(every: Sequence[Said], fits: Callable[[Said], bool]) -> float:
    """Give the share of values that fit."""
    return sum(map(fits, every)) / len(every)


def hedged(said: Said) -> bool:
    """Tell whether a value is hedged."""
    return said.hedged


def gated(said: Said) -> bool:
    """Tell whether a value tells only beside another voice."""
    return said.gated


def given(said: Said) -> bool:
    """Tell whether somebody is said to give a value."""
    return said.attributed is not None


def beside(row: Row, acts: Acts) -> Callable[[Said], bool]:
    """Give a test whether a value stands near a telling of the act its row is of."""
    told_on = {s.evidence.doc_id for g in row.groups for s in g}
    places = {(e.doc_id, e.start) for d in told_on for e, about in acts.events.get(d, ()) if about == row.about}
    return lambda s: any(d == s.evidence.doc_id and abs(at - s.evidence.start) <= NEAR for d, at in places)


NEAR = 150  # characters from a value to the telling of its act; ours


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("finding_weights"))


@lru_cache(maxsize=1)
def status_weights() -> log_odds.Decision:
    """Read the published weights of rows of statuses."""
    return log_odds.decision(read("status_weights"))
