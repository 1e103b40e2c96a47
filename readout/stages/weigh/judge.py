"""Judge whether the values of a property agree, by what they can mean, and say why in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple

from readout.stages.weigh.values import Said

Agreement = Literal["agree", "compatible", "partly", "conflict", "single"]
# Tolls: they rise, or fall, as hours and days pass.
GROWING = frozenset(("deaths", "injuries", "missing", "arrests", "displaced", "released"))
CROWDS = frozenset(("participants", "first_since"))  # estimates of one crowd do not add up
# Where one page may give two values for two things: so many divers by air, so many by road.
SCOPED = frozenset(("duration", "amount"))
CLASSES = {
    "happened": "done", "ongoing": "done", "historical": "done", "reported": "done", "planned": "ahead", "proposed": "ahead",
    "conditional": "ahead", "threatened": "ahead", "cancelled": "off", "postponed": "off", "denied": "denied", "negated": "denied",
    "refused": "denied",
}  # fmt: skip
NARROW = 2  # a value that covers more than this share is too vague to add up
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
    if name == "date":
        return judge_dates(groups)
    if name == "speaker":
        return Judgement(
            "conflict", f"the same words are given to {' and to '.join(sorted({g[0].value for g in groups}))}"
        )
    if all(s.range for g in groups for s in g):
        return judge_numbers(name, groups)
    return judge_words(name, groups)


def judge_numbers(name: str, groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge numbers by the ranges they can mean, then by parts and whole, scopes, and when they were written."""
    units = {g[0].unit for g in groups} - {None}
    if len(units) > 1 and name not in GROWING | {"participants"}:
        return Judgement("compatible", f"counted in different units: {', '.join(sorted(map(str, units)))}")
    apart = [(a, b) for a, b in combinations(groups, 2) if not overlap(a, b)]
    if not apart:
        return Judgement("compatible", f"{listed(groups)}: one number can be meant by all, given hedges and rounding")
    explained = (whole_and_parts(groups) if name not in CROWDS else None) or with_meal(apart)
    if explained:
        return Judgement("compatible", explained)
    if name in GROWING:
        return judge_tolls(apart, groups)
    if name in SCOPED or name.startswith("number of"):
        apart = [(a, b) for a, b in apart if not {s.evidence.doc_id for s in a} & {s.evidence.doc_id for s in b}]
        if not apart:
            return Judgement("compatible", f"{listed(groups)}: one page gives them side by side, of different things")
    one, other = apart[0]
    return Judgement("conflict", f"{told(one)} and {told(other)} cannot both be right, also given hedges and rounding")


def with_meal(apart: Sequence[tuple[Sequence[Said], Sequence[Said]]]) -> str | None:
    """Explain lengths that differ because one counts a meal in; null where that does not explain every pair."""
    if not all(a[0].whole != b[0].whole for a, b in apart):
        return None
    one, other = apart[0]
    longer, shorter = (one, other) if one[0].whole else (other, one)
    return f"{told(longer)} counts the meal in, {told(shorter)} does not"


def judge_tolls(apart: Sequence[tuple[Sequence[Said], Sequence[Said]]], groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge numbers that rise or fall with time: two bodies that differ on one day conflict, else the hour explains it."""
    for one, other in apart:
        for a in one:
            for b in other:
                same_day = a.written is not None and a.written == b.written
                if same_day and a.attributed and b.attributed and a.attributed != b.attributed:
                    return Judgement(
                        "conflict", f"{told(one)} and {told(other)} are given by different people on one day"
                    )
    return Judgement("compatible", f"{listed(groups)}: the number changes with the hour and day of writing")


def told(group: Sequence[Said]) -> str:
    """Write a value with the unit it is told in."""
    unit = group[0].unit
    return (
        f"{group[0].value} {unit}{'s' if unit and unit not in ('person', 'year') else ''}" if unit else group[0].value
    )


def judge_dates(groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge days: a plan may be moved; two days told of one thing done conflict where they lie more than a day apart."""
    done = sorted({g[0].value for g in groups if g[0].unit == "happened"})
    spans = [(a, b) for a, b in combinations(done, 2) if days_apart(a, b) > 1]
    if spans:
        return Judgement("conflict", f"{spans[0][0]} and {spans[0][1]} are both told as the day it took place")
    return Judgement("compatible", f"{listed(groups)}: planned for one day and moved or held, or told a day apart")


def days_apart(one: str, other: str) -> int:
    """Give the days between two days or stretches of days; 0 where they meet."""
    a, b = (tuple(date.fromisoformat(p).toordinal() for p in v.split("/")) for v in (one, other))
    return max(0, b[0] - a[-1], a[0] - b[-1])


def overlap(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values can mean one number."""
    a, b = one[0].range, other[0].range
    return bool(a and b and a.meets(b))


def whole_and_parts(groups: Sequence[Sequence[Said]]) -> str | None:
    """Explain values as two parts and their sum, each other value fitting one of the three; null where that leaves any out."""
    for whole in groups:
        rest = [g for g in groups if g is not whole]
        for one, other in combinations(rest, 2):
            a, b, c = middle(one), middle(other), middle(whole)
            added = a is not None and b is not None and c is not None and abs(a + b - c) <= SUM_SLACK * c
            if added and all(any(overlap(g, m) for m in (whole, one, other)) for g in groups):
                return f"parts and whole: {told(one)} and {told(other)} make {told(whole)}"
    return None


def middle(group: Sequence[Said]) -> float | None:
    """Give the middle of what a value can mean."""
    reach = group[0].range
    return (reach.low + reach.high) / 2 if reach and reach.high <= NARROW * reach.low else None


def judge_status(groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge statuses: stations in time are one history, fact against denial is none."""
    said = {CLASSES.get(g[0].value, "") for g in groups}
    values = ", ".join(sorted(g[0].value for g in groups))
    if {"done", "denied"} <= said:
        return Judgement("conflict", f"some tell it as fact, some deny it: {values}")
    if {"done", "off"} <= said and not any(g[0].value == "postponed" for g in groups):
        return Judgement("conflict", f"some tell it as done, some as called off: {values}")
    history = sorted({(s.written or "", s.value) for g in groups for s in g})
    stations = ", ".join(f"{value} ({day or 'day unknown'})" for day, value in history)
    return Judgement("compatible", f"stations of one act as the pages were written: {stations}")


def judge_words(name: str, groups: Sequence[Sequence[Said]]) -> Judgement:
    """Judge phrases: the same words, one inside the other, or different ones that can both hold."""
    apart = [(a, b) for a, b in combinations(groups, 2) if not a[0].stems & b[0].stems]
    if not apart:
        return Judgement("compatible", f"{listed(groups)}: worded differently")
    one, other = apart[0]
    by_others = {s.attributed for s in one} != {s.attributed for s in other}
    if name in ("reason", "outcome") and not set(one[0].origins) & set(other[0].origins):
        who = "given by different sides" if by_others else "given by different voices"
        return Judgement("conflict", f"{one[0].value} | {other[0].value}: {who}")
    return Judgement("compatible", f"{listed(groups)}: can all hold")


def listed(groups: Sequence[Sequence[Said]]) -> str:
    """List values for people."""
    return ", ".join(sorted({g[0].value for g in groups}))
