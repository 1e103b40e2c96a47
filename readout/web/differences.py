"""Choose the differences and developing figures that the short brief tells: those a careful reader would list, and of these the
ones an editor would have on his page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from math import log2

from readout.lexicon import read
from readout.pile import Pile
from readout.records import Evidence, Finding, Occurrence
from readout.text import log_odds
from readout.text.doubts import doubted
from readout.web.details import REAL, beside_act
from readout.web.disputes import GIVEN_BY, VERDICT, comparable, finding_line, named_beside, number_of, timely, told_of
from readout.web.importance import importance
from readout.web.line_signs import MOST, age, share
from readout.web.lines import Line
from readout.web.phrases import counted
from readout.web.retold import likeness, whole

DIFFERING = ("conflict", "partly", "compatible")
KINDS = ("participants", "deaths", "injuries", "arrests", "released", "missing", "amount", "duration", "damage",
         "first_since", "share", "time", "date", "status", "reason", "speaker", "people")  # fmt: skip
IN_WORDS = frozenset(("status", "reason", "speaker", "date", "time"))
LEAST = 0.4  # chance that a value is of one thing with the others below which they are no difference; ours, decision 0044
ROOM = 6  # lines of differences in the short brief
TOP = 6  # acts of a pile that weigh most
TWO = 2
EVEN = 0.5  # of what is not known


@lru_cache(maxsize=1)
def judges() -> tuple[log_odds.Decision, log_odds.Decision]:
    """Read the published weights: whether a careful reader lists a difference, and whether an editor has it on his page."""
    card = read("difference_weights")
    return log_odds.decision(card["listed"]), log_odds.decision(card["told"])


def differences(pile: Pile) -> list[Line]:
    """Write the differences that the short brief tells."""
    return [replace(line, note=in_short(pile, f)) for f in worth_telling(pile)[:ROOM] for line in [finding_line(pile, f)]]


def in_short(pile: Pile, finding: Finding) -> str:
    """Say how values differ: that they contradict each other where that was judged, that they add up where they do; of the rest
    only that they are told differently, for why is seen from the sentences below, and where it is not sure that they are of one
    thing."""
    origins = {o for v in finding.values for o in v.origins}
    behind = f"({counted(len(finding.values), 'value')} from {counted(len(origins), 'origin')})"
    if "parts and whole" in finding.because:
        return f"{VERDICT['compatible']}: {GIVEN_BY.sub('', finding.because)} {behind}"
    doubt = doubted(finding.because)
    if doubt:
        return f"Told differently, though {doubt[0]} {behind}"
    return f"{VERDICT['conflict'] if finding.agreement == 'conflict' else 'Told differently'} {behind}"


def worth_telling(pile: Pile) -> list[Finding]:
    """Give the differences that a careful reader would list, those an editor misses first before the rest."""
    listed, told = judges()
    weight, found = importance(pile), list[tuple[float, str, Finding]]()
    for f in pile.findings:
        if differs(pile, f):
            held = signs(pile, f, weight)
            if listed.chance(held) >= listed.threshold:
                found.append((-told.chance(held), f.finding_id, f))
    return [f for _, _, f in sorted(found, key=lambda one: one[:2])]


def differs(pile: Pile, finding: Finding) -> bool:
    """Tell whether a finding sets several values side by side that do not simply agree. One number told more or less exactly is no
    difference, nor a part beside its whole, nor the two sides of a vote, nor values that are hardly of one thing; of what became of
    an act only a fact and its denial is one, for a plan and its outcome are none."""
    if len(finding.values) < TWO or finding.agreement not in DIFFERING or finding.property.split(":")[0] == "votes":
        return False
    one_number = "one number fits" in finding.because and "day of writing" not in finding.because
    doubt = doubted(finding.because)
    alike = one_number or "a part and the whole" in finding.because or (doubt is not None and doubt[1] < LEAST)
    return not alike and (finding.property != "status" or comparable(pile, finding))


def signs(pile: Pile, f: Finding, weight: Mapping[str, float]) -> dict[str, float]:
    """Give the signs of a finding: what differs, how and by whom, on which act, and how its values stand side by side; `weight`
    is how likely an editor has each act on his page."""
    act = pile.occurrences.get(f.about)
    return {**of_kind(f), **of_act(pile, f, act, weight), **side_by_side(pile, f, act)}


def of_kind(f: Finding) -> dict[str, float]:
    """Give the signs of what differs and of what was judged of it."""
    kind = f.property.partition(": ")[0].replace("duration_minutes", "duration")
    number = kind not in IN_WORDS
    return {
        **{f"of {k}": float(kind == k) for k in KINDS}, **{a: float(f.agreement == a) for a in DIFFERING},
        "number": float(number), "number in conflict": float(number and f.agreement == "conflict"),
        "number that can be right": float(number and f.agreement == "compatible"), "part": float(": " in f.property),
        "untied": float("nothing ties" in f.because), "between": float(f.because.count("(given by:") > 1),
        "given": float("given by" in f.because), "back": float("goes back" in f.because),
        "whole": float("parts and whole" in f.because), "growing": float("day of writing" in f.because),
    }  # fmt: skip


def of_act(pile: Pile, f: Finding, act: Occurrence | None, weight: Mapping[str, float]) -> dict[str, float]:
    """Give the signs of the act of which something differs."""
    least = min(sorted(weight.values(), reverse=True)[:TOP], default=0.0)
    beside = named_beside(pile, f)
    who = (*act.actors, *act.recipients) if act else ()
    near = [w in beside or ((e := pile.entities.get(w)) is not None and e.country in beside) for w in who]
    return {
        "weight of act": weight.get(f.about, 0.0), "of a weighty act": float(act is not None and weight[f.about] >= least),
        "of what happened": float(act is not None and act.status in REAL), "of no act": float(act is None),
        "reports": log2(1 + (act.reports if act else 1)), "who": share(near) if act else EVEN,
        "comparable": float(comparable(pile, f)), "named": float(told_of(pile, f)), "timely": float(timely(pile, f) == f),
    }  # fmt: skip


def side_by_side(pile: Pile, f: Finding, act: Occurrence | None) -> dict[str, float]:
    """Give the signs of how values stand side by side: how many, on which pages, how far apart, in how like sentences."""
    places = {(t.event.doc_id, t.sentence.start) for t in pile.told(f.about)} if act else set()
    spots = [[whole(pile, e) for e in v.evidence] for v in f.values]
    alike = [likeness(pile, a, b) for one, other in combinations(spots, 2) for a in one[:3] for b in other[:3]]
    numbers = [n for v in f.values if (n := number_of(v)) is not None]
    pages = [{e.doc_id for e in v.evidence} for v in f.values]
    together = any(set(a) & set(b) for a, b in combinations(spots, 2))
    return {
        "values": min(6.0, len(f.values)), "origins": min(6.0, len({x for v in f.values for x in v.origins})),
        "cites": min(8.0, sum(len(v.evidence) for v in f.values)), "pages": len(set().union(*pages)),
        "voices": min(MOST, sum(v.voices_low for v in f.values) / len(f.values)),
        "one voice each": float(max(v.voices_high for v in f.values) == 1),
        "beside": share(beside_act(pile, v, places) for v in f.values) if act else EVEN,
        "one page": float(any(a & b for a, b in combinations(pages, 2))), "one sentence": float(together),
        "crowd in one sentence": float(together and f.property.startswith("participants")),
        "ratio": ratio(numbers), "doubles": float(len({v.value for v in f.values}) < len(f.values)),
        "alike": max(alike, default=EVEN), "least alike": min(alike, default=EVEN),
        "days": min(10.0, spread(pile, [e for v in f.values for e in v.evidence])) / 10,
    }  # fmt: skip


def ratio(numbers: Sequence[float]) -> float:
    """Give how often the largest number doubles the smallest, at most MOST times."""
    return min(MOST, log2(max(numbers) / max(1.0, min(numbers)))) if len(numbers) > 1 and max(numbers) > 0 else 0.0


def spread(pile: Pile, spans: Sequence[Evidence]) -> float:
    """Count the days between the first and the last page of some passages."""
    ages = [age(pile, e) for e in spans]
    return max(ages, default=0.0) - min(ages, default=0.0)
