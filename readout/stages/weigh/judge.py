"""Judge whether the values of a property agree, by what they can mean, and say why in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from readout.stages.weigh.values import Said

Agreement = Literal["agree", "compatible", "partly", "conflict", "single"]
GROWING = frozenset(
    ("deaths", "injuries", "missing", "detained", "arrests", "displaced", "evacuated")
)  # they rise as days pass
STEPS = ("proposed", "planned", "postponed", "cancelled", "ongoing", "happened")  # an act may go through these in time
OPPOSED = (frozenset(("happened", "ongoing", "historical")), frozenset(("denied", "negated", "cancelled", "refused")))
SUM_SLACK = 0.05  # share by which a sum of parts may miss the whole, rounding included


class Judgement(NamedTuple):
    """Whether values agree, and why."""

    agreement: Agreement
    because: str


def judge(name: str, groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge the values of one property; a group holds equal values."""
    voices = {o for g in groups for s in g for o in s.origins}
    if len(groups) == 1:
        if len(voices) == 1:
            return Judgement("single", f"one voice gives it: {groups[0][0].value}")
        return Judgement("agree", f"all say {groups[0][0].value}")
    if name == "status":
        return judge_status(groups)
    if all(s.range for g in groups for s in g):
        return judge_numbers(name, groups)
    return judge_words(name, groups)


def judge_numbers(name: str, groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge numbers by the ranges they can mean, then by parts and whole, then by when they were written."""
    units = {g[0].unit for g in groups}
    if len(units) > 1:
        return Judgement("compatible", f"counted in different units: {', '.join(sorted(map(str, units)))}")
    apart = [(a, b) for a, b in combinations(groups, 2) if not overlap(a, b)]
    if not apart:
        return Judgement("compatible", f"{listed(groups)}: one number can be meant by all, given hedges and rounding")
    summed = whole_and_parts(groups)
    if summed:
        return Judgement("compatible", summed)
    if name in GROWING and rises(groups):
        return Judgement("compatible", f"{listed(groups)}: the number rises with the day of writing")
    if len(apart) < len(groups) * (len(groups) - 1) / 2:
        one, other = apart[0]
        return Judgement("partly", f"{one[0].value} and {other[0].value} cannot both be right; the others fit")
    return Judgement("conflict", f"{listed(groups)}: no number fits them")


def overlap(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values can mean one number."""
    a, b = one[0].range, other[0].range
    return bool(a and b and a.meets(b))


def whole_and_parts(groups: Sequence[Sequence[Said]]) -> str | None:
    """Find a value that is the sum of two others."""
    for whole in groups:
        rest = [g for g in groups if g is not whole]
        for one, other in combinations(rest, 2):
            a, b, c = middle(one), middle(other), middle(whole)
            if a and b and c and abs(a + b - c) <= SUM_SLACK * c:
                return f"parts and whole: {one[0].value} and {other[0].value} make {whole[0].value}"
    return None


def middle(group: Sequence[Said]) -> float | None:
    """Give the middle of what a value can mean."""
    reach = group[0].range
    return (reach.low + reach.high) / 2 if reach and reach.high != float("inf") else None


def rises(groups: Sequence[Sequence[Said]]) -> bool:
    """Tell whether a later day of writing never gives a lower number, and each number has days of its own."""
    dated = sorted((s.written or "", s.range.low if s.range else 0.0) for g in groups for s in g)
    if any(not day for day, _ in dated):
        return False
    days: dict[str, set[float]] = {}
    for day, number in dated:
        days.setdefault(day, set()).add(number)
    ordered = [n for _, n in dated]
    return all(len(v) == 1 for v in days.values()) and ordered == sorted(ordered)


def judge_status(groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge statuses: stations in time are one history, fact against denial is none."""
    said = {g[0].value for g in groups}
    if said & OPPOSED[0] and said & OPPOSED[1]:
        return Judgement("conflict", f"some tell it as fact, some deny it: {', '.join(sorted(said))}")
    history = sorted({(s.written or "", s.value) for g in groups for s in g})
    told = ", ".join(f"{value} ({day or 'day unknown'})" for day, value in history)
    return Judgement("compatible", f"stations of one act as the pages were written: {told}")


def judge_words(name: str, groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge phrases: the same words, one inside the other, or different ones that can both hold."""
    apart = [(a, b) for a, b in combinations(groups, 2) if not a[0].stems & b[0].stems]
    if not apart:
        return Judgement("compatible", f"{listed(groups)}: worded differently")
    if name == "date":
        return Judgement("compatible", f"{listed(groups)}: dated with different precision")
    one, other = apart[0]
    by_others = {s.attributed for s in one} != {s.attributed for s in other}
    if name in ("reason", "outcome") and not set(one[0].origins) & set(other[0].origins):
        who = "given by different sides" if by_others else "given by different voices"
        return Judgement("conflict", f"{one[0].value} | {other[0].value}: {who}")
    return Judgement("compatible", f"{listed(groups)}: can all hold")


def listed(groups: Sequence[Sequence[Said]]) -> str:
    """List values for people."""
    return ", ".join(sorted({g[0].value for g in groups}))
