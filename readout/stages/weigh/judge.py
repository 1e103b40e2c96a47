"""Judge whether the values of a property agree, by what they can mean, and say why in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from typing import Literal, NamedTuple

from readout.stages.weigh.sides import by_others, of_one_word, one_origin, one_side
from readout.stages.weigh.ties import GROWS, UNTIED, doubtful, moments_apart, set_against, tied
from readout.stages.weigh.values import Said
from readout.stages.weigh.wording import in_words, listed, told
from readout.text.figure_nouns import one_noun
from readout.text.ranges import Range
from readout.text.told_ballots import SIDES

Groups = Sequence[Sequence[Said]]
Agreement = Literal["agree", "compatible", "partly", "conflict", "single"]
# Tolls: they rise, or fall, as hours and days pass.
GROWING = frozenset((
    "deaths", "injuries", "missing", "arrests", "displaced", "released", "in custody", "rescued", "hostages", "bodies recovered",
    "casualties", "damage", "signatures", "cases",
))  # fmt: skip
# Of these only what is told as corrected can fall: the dead of Tuesday are not fewer on Thursday.
ONLY_RISING = frozenset(("deaths", "damage", "rescued", "bodies recovered", "signatures", "cases"))
CROWDS = frozenset(
    ("participants", "first_since", "time", "deadline")
)  # estimates of one crowd do not add up; nor do days
# Where one page may give two values for two things: so many divers by air, so many by road.
SCOPED = frozenset(("duration", "amount"))
DIAL = 720  # minutes of a twelve-hour clock
CLASSES = {
    "happened": "done", "ongoing": "done", "historical": "done", "reported": "done", "planned": "ahead", "proposed": "ahead",
    "conditional": "ahead", "threatened": "ahead", "cancelled": "off", "postponed": "off", "denied": "denied", "negated": "denied",
    "refused": "refused",
}  # fmt: skip
NARROW = 2  # a value that covers more than this share is too vague to add up
SUM_SLACK = 0.05  # share by which a sum of parts may miss the whole, rounding included


class Judgement(NamedTuple):
    """Whether values agree, and why."""

    agreement: Agreement
    because: str


def judge(name: str, groups: Groups) -> Judgement:
    """Judge the values of one property; a group holds equal values."""
    voices, name = {o for g in groups for s in g for o in s.origins}, name.split(": ")[0]
    if len(groups) == 1:
        if len(voices) == 1:
            return Judgement("single", f"one voice gives it: {told(groups[0])}")
        return Judgement("agree", f"all say {told(groups[0])}")
    if name == "status":
        return judge_status(groups)
    if name == "date":
        return judge_dates(groups)
    if name == "speaker":
        return Judgement(
            "conflict", f"the same words are given to {' and to '.join(sorted({g[0].value for g in groups}))}"
        )
    if not all(s.range for g in groups for s in g):
        return judge_words(name, groups)
    standing = [g for g in groups if not taken_back(g)]
    if 0 < len(standing) < len(groups):
        rest, back = judge(name, standing), listed([g for g in groups if taken_back(g)])
        agreement: Agreement = "compatible" if len(standing) == 1 else rest.agreement
        return Judgement(agreement, f"{back}: taken back by the page that told it; {rest.because}")
    return judge_numbers(name, on_one_dial(groups) if name == "time" else groups)


def judge_numbers(name: str, groups: Groups) -> Judgement:
    """Judge numbers by the ranges they can mean, then by parts and whole, scopes, and when they were written."""
    units = {g[0].unit for g in groups} - {None}
    if name not in GROWING | CROWDS and any(one_noun(a, b) < LIKE_NOUNS for a, b in combinations(sorted(map(str, units)), 2)):
        return Judgement("compatible", f"counted in different units: {', '.join(sorted(map(str, units)))}")
    apart = [(a, b) for a, b in combinations(groups, 2) if not overlap(a, b)]
    if not apart:
        return Judgement("compatible", f"{listed(groups)}: one number fits all of them, {grounds(groups)}")
    apart = [(a, b) for a, b in apart if not is_part(a, b)]
    if not apart:
        return Judgement(
            "compatible", f"{listed(groups)}: a part and the whole, or what it was before, as a page tells them"
        )
    disputed = any(set_against(a, b) and by_others(a, b) for a, b in apart)
    added = whole_and_parts(groups) if name not in CROWDS and not disputed else None
    explained = in_parts(added) if added and not added.left else with_meal(apart)
    if explained:
        return Judgement("compatible", explained)
    if added and name == "duration":
        return Judgement("partly", in_parts(added))
    if name not in GROWING:
        apart = [
            (a, b)
            for a, b in apart
            if not doubtful(a, b)
            and (not moments_apart(a, b) if name in UNTIED else crowds(name, a, b) or tied(name, a, b))
        ]
        if not apart:
            return Judgement("compatible", f"{listed(groups)}: nothing ties them to one thing counted")
    if name in GROWING:
        return judge_tolls(name, apart, groups)
    if name == "turnout":
        apart = [(a, b) for a, b in apart if any(s.scope for s in a) == any(s.scope for s in b)]
    if name == "participants":
        apart = [(a, b) for a, b in apart if comparable(a[0], b[0])]
        if not apart:
            return Judgement("compatible", f"{listed(groups)}: of different groups of people")
        apart = [(a, b) for a, b in apart if any(s.scope for s in a) == any(s.scope for s in b)]
        if not apart:
            return Judgement(
                "compatible", f"{listed(groups)}: counted at different hours or in different ways, as the pages say"
            )
    if name == "duration":
        apart = [(a, b) for a, b in apart if not on_other_days(a, b)]
        if not apart:
            return Judgement("compatible", f"{listed(groups)}: on different days, as the pages date them")
    if name in SCOPED or name not in CROWDS | WHOLES:
        apart = [
            (a, b)
            for a, b in apart
            if not on_one_page(a, b) or set_against(a, b) or (name == "amount" and by_others(a, b))
        ]
        if not apart:
            return Judgement("compatible", f"{listed(groups)}: one page gives them side by side, of different things")
    if name not in OF_ONE_DAY:
        apart = [(a, b) for a, b in apart if set_against(a, b) or by_others(a, b) or not grown(a, b)]
        if not apart:
            return Judgement("compatible", f"{listed(groups)}: {in_time(groups)}")
    if name == "time" and all(hours_apart(a, b) > MOMENT for a, b in apart):
        return Judgement("compatible", f"{listed(groups)}: so far apart that they are of different moments")
    one, other = next(((a, b) for a, b in apart if by_others(a, b)), apart[0])
    if one_origin(groups) and not by_others(one, other):
        return Judgement("conflict", f"{said_by(one)} and {said_by(other)} stand on one page, which does not say who is right")
    return Judgement("conflict", f"{said_by(one)} and {said_by(other)} cannot both be right, {grounds((one, other))}")


EARLIER = re.compile(r"\bearlier (?:version|edition)s?\b", re.I)  # of a page; an earlier report may be another's, and stand


def taken_back(group: Sequence[Said]) -> bool:
    """Tell whether a value is only given as that of an earlier version of a page."""
    return all(s.giver and EARLIER.search(s.giver) for s in group)


LIKE_NOUNS = 0.8  # how far two nouns must be one for their counts to be compared: workers, labourers; ours


def comparable(one: Said, other: Said) -> bool:
    """Tell whether two numbers of people can be of one crowd: drivers and drivers, thousands of drivers and thousands of people."""
    large = bool(one.range and other.range and min(one.range.low, other.range.low) >= MANY)
    units = {one.unit, other.unit}
    return len(units) == 1 or (large and "person" in units and not units & NO_CROWD)


# People who are counted because of what they are, not because they came: 5,000 at the gate and a guild of 9,000 members are two.
NO_CROWD = frozenset((
    "member", "traveller", "traveler", "passenger", "customer", "client", "saver", "resident", "inhabitant", "voter", "user",
    "subscriber", "patient", "refugee", "employee", "tourist", "guest", "reader", "taxpayer", "shareholder", "pensioner",
    "prisoner",
))  # fmt: skip


def crowds(name: str, one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values are estimates of one crowd that a page sets side by side or different people give, neither a part."""
    parts = any(s.part or (s.thing is not None and s.thing.has_part) for s in (*one, *other))
    large = all(g[0].range and g[0].range.low >= MANY for g in (one, other))
    return name == "participants" and large and not parts and (on_one_page(one, other) or by_others(one, other))


MANY = 300  # people from which a number without a name for them can be of the same crowd as one with; ours


def on_other_days(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether the pages date the acts that two values are of, and never to days that are one or next to each other."""
    if not all(s.day for s in (*one, *other)):
        return False
    return all(days_apart(a.day, b.day) > 1 for a in one for b in other if a.day and b.day)


def said_by(group: Sequence[Said]) -> str:
    """Write a value with who is said to give it."""
    givers: dict[str, str] = {}
    for bare in (s.giver.removeprefix("The ").removeprefix("the ") for s in group if s.giver):
        givers.setdefault(bare.lower(), bare)
    return f"{told(group)} (given by: {', '.join([*givers.values()][:3])})" if givers else told(group)


MOMENT = 120  # minutes from which two times of day are of two moments of an act; ours


def hours_apart(one: Sequence[Said], other: Sequence[Said]) -> float:
    """Give the minutes between two times of day."""
    a, b = one[0].range, other[0].range
    return max(a.low - b.high, b.low - a.high) if a and b else 0.0


# What does not change from page to page as days pass.
OF_ONE_DAY = frozenset(
    ("duration", "time", "first_since", "amount", "participants", "sentence", "magnitude", "duration of rain", "votes", *SIDES)
)


def on_pages_of_days(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether all pages that give one value may have been written on other days than those that give the other."""
    mine, theirs = ({s.written[:10] if s.written else s.evidence.doc_id for s in g} for g in (one, other))
    return not mine & theirs


def grown(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether the pages of the larger of two numbers were written on later days, so that it may have grown, or those of
    the two some days apart; a small count that later pages give otherwise has not changed."""
    if not on_pages_of_days(one, other):
        return False
    small, large = sorted((one, other), key=lambda g: g[0].range.low if g[0].range else 0.0)
    first, then = (min((s.written for s in g if s.written), default="") for g in (small, large))
    low = small[0].range.low if small[0].range else 0.0
    if first and then and large[0].range and large[0].range.low >= SHRINKS and days_apart(first[:10], then[:10]) > 1:
        return True
    return low >= GROWS and (not first or not then or first < then)


SHRINKS = 10  # from here on it may be another some days later, either way; ours


def is_part(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether one value is told as a part of something, and the other is not a smaller whole."""
    if {s.evidence.doc_id for s in one if s.former} & {s.evidence.doc_id for s in other if s.former}:
        return True
    small, large = sorted((one, other), key=lambda g: g[0].range.low if g[0].range else 0.0)
    return all(s.part for s in small) or (all(s.part for s in large) and any(s.part for s in small))


WHOLES = frozenset(("duration of rain",))


def grounds(groups: Groups) -> str:
    """Say what was allowed for in comparing: calculations shown, hedges and rounding."""
    notes = sorted({s.note for g in groups for s in g if s.note})
    return f"for {' and '.join(notes)}" if notes else "given hedges and rounding"


def on_one_dial(groups: Groups) -> Groups:
    """Put times of day on a twelve-hour dial where one of them leaves open which half of the day it is in."""
    if all(g[0].unit == "clock" for g in groups):
        return groups
    return [[replace(s, range=turned(s.range)) for s in g] for g in groups]


def turned(minutes: Range | None) -> Range | None:
    """Turn a time of day back into the first half of the day."""
    turns = DIAL * (minutes.low // DIAL) if minutes else 0
    return Range(minutes.low - turns, minutes.high - turns) if minutes else None


def with_meal(apart: Sequence[tuple[Sequence[Said], Sequence[Said]]]) -> str | None:
    """Explain lengths that differ because one counts a meal in; null where that does not explain every pair."""
    if not all(a[0].whole != b[0].whole for a, b in apart):
        return None
    one, other = apart[0]
    longer, shorter = (one, other) if one[0].whole else (other, one)
    return f"{told(longer)} counts the meal in, {told(shorter)} does not"


def judge_tolls(name: str, apart: Sequence[tuple[Sequence[Said], Sequence[Said]]], groups: Groups) -> Judgement:
    """Judge numbers that rise or fall with time: what can only rise and falls conflicts, and two givers that differ on one day do;
    else the hour explains it."""
    fallen = next(((a, b) for a, b in apart if fewer_later(a, b)), None) if name in ONLY_RISING else None
    if fallen:
        both = f"{said_by(fallen[0])} and {said_by(fallen[1])}"
        return Judgement("conflict", f"{both} cannot both be right: later pages tell the smaller number")
    rivals = [(one, other) for one, other in apart if any(rival(a, b) for a in one for b in other)]
    if not rivals and (back := fallen_back(groups)):
        return Judgement("partly", f"{listed(groups)}: {back}")
    if not rivals:
        return Judgement("compatible", f"{listed(groups)}: {in_time(groups)}")
    one, other = rivals[0]
    if any(s.scope for s in (*one, *other)):
        return Judgement("compatible", f"{told(one)} and {told(other)} are counted in different ways, as the pages say")
    because = f"{said_by(one)} and {said_by(other)} are given by different people at one time"
    others = [g for g in groups if not any(g is x for pair in rivals for x in pair)]
    if not others:
        return Judgement("conflict", because)
    return Judgement("partly", f"{because}; else {in_time(groups)}")


def rival(one: Said, other: Said) -> bool:
    """Tell whether two values are given by different people for one time: on pages of one day or on the same page; a page that
    tells of nobody and of some counts two things."""
    none = any(s.range and s.range.high == 0 for s in (one, other))
    if none and one.evidence.doc_id == other.evidence.doc_id:
        return False
    one_time = one.evidence.doc_id == other.evidence.doc_id or (
        one.written is not None and one.written == other.written
    )
    return one_time and bool(one.attributed and other.attributed) and one.attributed != other.attributed


def fewer_later(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether every page that tells the smaller of two numbers was written on a later day than all that tell the larger."""
    if any(s.scope for s in (*one, *other)):
        return False  # counted in different ways
    small, large = sorted((one, other), key=lambda g: g[0].range.low if g[0].range else 0.0)
    days = [sorted(s.written[:10] for s in g if s.written) for g in (small, large)]
    return all(len(d) == len(g) for d, g in zip(days, (small, large), strict=True)) and days[0][0] > days[1][-1]


def fallen_back(groups: Groups) -> str | None:
    """Tell how a later page goes back to a number that one between had left: no growth and no fall explains that."""
    days: dict[str, set[tuple[float, str]]] = {}
    for s in (s for g in groups for s in g):
        if s.written and s.range:
            days.setdefault(str(s.written), set()).add((s.range.low, in_words(s)))
    ordered = [min(found) for _, found in sorted(days.items()) if len(found) == 1]
    turns = [later > before for before, later in pairwise([low for low, _ in ordered]) if later != before]
    if len(set(turns)) < 2:
        return None
    series = ", ".join(f"{value} on {day}" for (day, found) in sorted(days.items()) for _, value in sorted(found))
    return f"a later page goes back to a number left before, so the day of writing does not explain it: {series}"


def in_time(groups: Groups) -> str:
    """Lay values out by the day of writing, where the pages tell it."""
    days = sorted({(s.written, s.range.low if s.range else 0.0, in_words(s)) for g in groups for s in g if s.written})
    if len({day for day, _, _ in days}) < 2:
        return "the number changes with the hour of writing"
    series = ", ".join(f"{value} on {day}" for day, _, value in days[:8])
    return f"the number changes with the day of writing: {series}"


def judge_dates(groups: Groups) -> Judgement:
    """Judge days: a plan may be moved; two days told of one thing done conflict where they lie more than a day apart."""
    done = sorted((g for g in groups if g[0].unit == "happened"), key=lambda g: g[0].value)
    spans = [(a, b) for a, b in combinations(done, 2) if days_apart(a[0].value, b[0].value) > 1 and not moments_apart(a, b)]
    if spans:
        one, other = (g[0].value for g in spans[0])
        return Judgement("conflict", f"{one} and {other} are both told as the day it took place")
    if all(not days_apart(a[0].value, b[0].value) for a, b in combinations(groups, 2)):
        return Judgement("compatible", f"{listed(groups)}: one day can be meant by all, told more or less exactly")
    return Judgement("compatible", f"{listed(groups)}: planned for one day and moved or held, or told a day apart")


def days_apart(one: str, other: str) -> int:
    """Give the days between two days or stretches of days; 0 where they meet."""
    a, b = (tuple(date.fromisoformat(p).toordinal() for p in v.split("/")) for v in (one, other))
    return max(0, b[0] - a[-1], a[0] - b[-1])


def overlap(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values can mean one number."""
    a, b = one[0].range, other[0].range
    return bool(a and b and a.meets(b))


class Sum(NamedTuple):
    """Two values of which a page gives two side by side, and their sum; `left`: the values that fit none of the three."""

    apart: bool  # the parts stand on two pages
    miss: float
    told: str
    left: list[Sequence[Said]]


def sums(groups: Groups) -> Iterator[Sum]:
    """List what adds up among values; what was only set aside is no part and no whole."""
    done = [g for g in groups if not all(s.planned for s in g)]
    for whole in done:
        for one, other in combinations([g for g in done if g is not whole], 2):
            a, b, c = middle(one), middle(other), middle(whole)
            if a is None or b is None or c is None or abs(a + b - c) > min(SUM_SLACK * c, a, b):
                continue  # 31 days and 14 hours are no 33 days: what is missing is more than the smaller part
            if on_one_page(one, other) or on_one_page(one, whole) or on_one_page(other, whole):
                left = [g for g in done if not any(overlap(g, m) for m in (whole, one, other))]
                yield Sum(not on_one_page(one, other), abs(a + b - c), f"{told(one)} and {told(other)} make {told(whole)}", left)


def whole_and_parts(groups: Groups) -> Sum | None:
    """Explain values as two parts and their sum: all of them first; else most, where one page gives both parts; null for fewer."""
    found = (s for s in sums(groups) if not s.left or (not s.apart and LEFT_OUT * len(s.left) <= len(groups)))
    return min(found, key=lambda s: (len(s.left), *s[:3]), default=None)


LEFT_OUT = 3  # of so many values one may be left unexplained; ours


def in_parts(found: Sum) -> str:
    """Write what adds up, and what fits none of it."""
    fit = f"; {listed(found.left)} {'fit' if len(found.left) > 1 else 'fits'} none of these" if found.left else ""
    return f"parts and whole: {found.told}{fit}"


def on_one_page(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether a page gives both values."""
    return bool({s.evidence.doc_id for s in one} & {s.evidence.doc_id for s in other})


def middle(group: Sequence[Said]) -> float | None:
    """Give the middle of what a value can mean."""
    reach = group[0].range
    return (reach.low + reach.high) / 2 if reach and reach.high <= NARROW * reach.low else None


def judge_status(groups: Groups) -> Judgement:
    """Judge statuses: stations in time are one history; fact against denial differs, but which of them is of the same act is read
    wrongly too often to call it a contradiction (decision 0025)."""
    said = {CLASSES.get(g[0].value, "") for g in groups}
    if "off" in said and not any(g[0].value == "denied" for g in groups):
        said -= {"denied"}  # that what was called off does not take place is no denial
    deniers = {s.attributed for g in groups for s in g if CLASSES.get(s.value) == "denied"} - {None}
    told_by = [[s if CLASSES.get(s.value) == "denied" or s.attributed not in deniers else replace(s, giver=None) for s in g]
               for g in groups]  # what a denial says was done is no word of who denies it  # fmt: skip
    values = ", ".join(sorted(said_by(g) for g in told_by))
    if {"done", "denied"} <= said and not worded_otherwise(groups) and gainsaid(groups):
        return Judgement("partly", f"some tell it as fact, some deny it: {values}")
    if {"done", "off"} <= said and not any(g[0].value == "postponed" for g in groups) and told_done_after(groups):
        return Judgement("partly", f"some tell it as done, some as called off: {values}")
    history = sorted({(s.written or "", s.value) for g in groups for s in g})
    stations = ", ".join(f"{value} ({day or 'day unknown'})" for day, value in history)
    return Judgement("compatible", f"stations of one act as the pages were written: {stations}")


def gainsaid(groups: Groups) -> bool:
    """Tell whether somebody denies in like words what another side tells as done, and not before it was done."""
    done, denied = ([s for g in groups for s in g if CLASSES.get(s.value) == name] for name in ("done", "denied"))
    return any(not ahead_of(d, x) and not one_side(d, x) and of_one_word(d, x) for d in denied for x in done)


def ahead_of(denial: Said, done: Said) -> bool:
    """Tell whether a page that denies an act was written before the day on which it was done."""
    return bool(denial.written and done.day and denial.written[:10] < done.day[:10])


def worded_otherwise(groups: Groups) -> bool:
    """Tell whether only copies deny what their own origin tells as done, or the other way round."""
    done, denied = ([s for g in groups for s in g if CLASSES.get(s.value) == name] for name in ("done", "denied"))
    pages = {s.evidence.doc_id for s in done} & {s.evidence.doc_id for s in denied}
    return not pages and {o for s in done for o in s.origins} == {o for s in denied for o in s.origins}


def told_done_after(groups: Groups) -> bool:
    """Tell whether pages written together, tell an act as done and as called off; what is held days later was moved."""
    off = [s.written for g in groups for s in g if CLASSES.get(s.value) == "off"]
    done = [s.written for g in groups for s in g if CLASSES.get(s.value) == "done"]
    return any(a and b and a[:10] <= b[:10] and days_apart(a[:10], b[:10]) <= 1 for a in off for b in done)


def judge_words(name: str, groups: Groups) -> Judgement:
    """Judge phrases: with words in common they can be one; reasons by different people that share no word are a dispute."""
    apart = [(a, b) for a, b in combinations(groups, 2) if worded_apart(a, b)]
    if not apart:
        return Judgement("compatible", f"{listed(groups)}: worded differently")
    one, other = next(((a, b) for a, b in apart if by_others(a, b) or a[0].against != b[0].against), apart[0])
    if name in ("reason", "outcome"):
        both = f"{said_by(one)} | {said_by(other)}"
        if purposes(one) and purposes(other) and one[0].against == other[0].against:
            return Judgement("compatible", f"{both}: an act can have two purposes")
        if by_others(one, other) or one[0].against != other[0].against:
            return Judgement("conflict" if excluded(one, other) else "partly", f"{both}: given by different sides")
        one_page = len({s.evidence.doc_id for g in groups for s in g}) == 1
        return Judgement("compatible", f"{both}: {'one page tells both' if one_page else 'an act can have two reasons'}")
    if name == "first_since":
        return Judgement(
            "compatible", f"{listed(groups)}: without the day of writing, years told cannot be laid beside a year named"
        )
    return Judgement("compatible", f"{listed(groups)}: can all hold")


def worded_apart(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two phrases share no word, or are two sides' reasons, which speak of the same people all the same."""
    if not one[0].stems & other[0].stems or one[0].against != other[0].against:
        return True
    return all(s.causal for s in (*one, *other)) and by_others(one, other)


def excluded(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two reasons by different sides exclude each other: a page sets them against each other, and both are told in
    words of giving a reason by people who are named."""
    causal = all(s.causal for g in (one, other) for s in g)
    return one[0].against != other[0].against and causal and by_others(one, other)


def purposes(group: Sequence[Said]) -> bool:
    """Tell whether a reason says what an act was to bring about, which rules out no other: in order to help."""
    return all(s.value.lower().startswith(("to ", "in order to ", "so as to ")) for s in group)
