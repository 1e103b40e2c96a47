"""Make one line of several that say the same: one category, one side in the other, most words in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator
from dataclasses import replace

from readout.records import Relation
from readout.stages.relate.acts import contents
from readout.text.stem import stem

WORD = re.compile(r"[^\W\d_]{4,}")
LATER = frozenset(("planned", "proposed"))
ROUND = re.compile(r"(?:talks|call): ")
TALKS = re.compile(r"\b(?:talks?|negotiations?|mediation|consultations?|dialogue)\b", re.I)
COMMON = 0.6  # share of the shorter line's words from which two lines say the same; ours
MOVES = frozenset(("called in", "recalled", "returned", "sent back", "appointed"))  # what becomes of an envoy
MOST = 3  # parties of a line that others are added to
ANSWERS = frozenset(("refusal", "denial"))
LOOSE = frozenset(("stated", "request"))  # what a stand is called where nothing says more of it
OVER = 0.7  # share of a stretch from which two lines rest on the same words; ours
FIRST = 12  # stretches compared of each line
FEWEST = 2  # words they must share at least; ours


def joined(lines: Iterable[Relation], sure: Container[str] = ()) -> Iterator[Relation]:
    """Join lines that say the same, the one with most evidence first; only lines of one party, page or day are compared. `sure` are
    the lines whose parties are told by the words of the line itself."""
    kept: list[Relation] = []
    where: dict[Hashable, list[int]] = defaultdict(list)
    for one in sorted(lines, key=lambda r: (-len(r.evidence), -len(r.parties), r.relation_id)):
        near = sorted({i for k in places(one) for i in where[k]})
        at = next((i for i in near if same(kept[i], one)), None)
        if at is None:
            at = len(kept)
            kept.append(one)
        else:
            kept[at] = both(kept[at], one)
            if (one.relation_id in sure) > (kept[at].relation_id in sure) and one.parties:
                kept[at] = replace(kept[at], parties=one.parties)
        for k in places(kept[at]):
            if at not in where[k][-1:]:
                where[k].append(at)
    yield from kept


def places(one: Relation) -> Iterator[Hashable]:
    """Give what a line must have in common with another to be compared: a party, a page, of days ahead the day."""
    yield from ((one.category, p) for p in one.parties)
    yield from ((one.category, d) for d in dict.fromkeys(e.doc_id for e in one.evidence[:FIRST]))
    if one.category == "upcoming":
        yield one.category, one.date


def same(one: Relation, other: Relation) -> bool:
    """Tell whether two lines say the same; a stand is that of its side alone."""
    if one.category == other.category == "channel" and not one_way(one.what, other.what):
        return one.status == other.status and one.status in MOVES and bool(set(one.parties) & set(other.parties))
    if one.category == other.category and overlapping(one, other):
        return True
    if one.category == "position" and one.parties != other.parties:
        return False
    kin = set(one.parties) <= set(other.parties) or set(other.parties) <= set(one.parties)
    if one.category != other.category or not (kin or one.category == "upcoming"):
        return False
    if one.category == "upcoming" and one.date == other.date:
        return bool(contents(one.what) & contents(other.what))
    moved = "postponed" in f"{one.status} {other.status}"
    apart = bool(one.date and other.date and not one_day(one.date, other.date))
    if apart and one.category in ("upcoming", "channel", "incident") and not moved:
        return False
    return alike(one, other)


def off(one: Relation) -> bool:
    """Tell whether a line says that something was called off or put off."""
    return (one.status or "").split(";")[0] in ("cancelled", "postponed")


def alike(one: Relation, other: Relation) -> bool:
    """Tell whether most words of the shorter line stand in the other."""
    ours, theirs = stems(one.what), stems(other.what)
    shared = len(ours & theirs)
    return shared >= FEWEST and shared >= COMMON * min(len(ours), len(theirs))


def one_day(ours: str, theirs: str) -> bool:
    """Tell whether two dates can be one: a day and its month."""
    return ours.startswith(theirs) or theirs.startswith(ours)


def one_way(ours: str, theirs: str) -> bool:
    """Tell whether two names can mean one channel: a word in common; rounds of talks are no line that was talked about."""
    rounds = [bool(ROUND.match(w)) for w in (ours, theirs)]
    if rounds[0] != rounds[1]:
        return bool(TALKS.search(theirs if rounds[0] else ours))
    return bool(stems(ours) & stems(theirs))


def overlapping(one: Relation, other: Relation) -> bool:
    """Tell whether two lines rest on the same words: most of the shorter stretch."""
    return any(
        a.doc_id == b.doc_id and min(a.end, b.end) - max(a.start, b.start) > OVER * min(a.end - a.start, b.end - b.start)
        for a in one.evidence[:FIRST] for b in other.evidence[:FIRST]
    )  # fmt: skip


def stems(words: str) -> frozenset[str]:
    """Give the stems of longer words."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words))


def both(one: Relation, other: Relation) -> Relation:
    """Put the evidence, parties and states of a second line into the first; of a plan the line goes first that tells what became
    of it."""
    if one.category == "upcoming" and off(other) and not off(one):
        if not alike(one, other):
            return replace(one, evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))))
        one, other = other, one
    sure = len(one.parties) > 1 or (one.parties and one.category != "channel" and not overlapping(one, other))
    parties = one.parties if sure else tuple(dict.fromkeys((*one.parties, *other.parties)))[:MOST]
    states = dict.fromkeys(s for r in (one, other) if r.status for s in r.status.split("; "))
    if "agreed" in states:
        states.pop("promised", None)
    if one.category == "position":  # one stand, with the answers to it
        first = next((s for s in states if s not in LOOSE), next((s for s in states if s != "stated"), "stated"))
        if any(" by " in s for s in states) and first in ANSWERS:  # what was refused was asked for
            first = next((s for s in states if s not in ANSWERS and " by " not in s), "demand")
        states = dict.fromkeys((first, *(s for s in states if " by " in s)))
    if one.category == "upcoming":  # what became of a plan goes before the plan
        states = dict.fromkeys([s for s in ("cancelled", "postponed") if s in states][:1] or states)
    if one.category == "incident":  # one thing stands one way
        states = dict.fromkeys([s for s in states if s not in ("historical", "reported")][:1] or list(states)[:1])
    if one.category == "channel":  # what is set for later stands behind what has become of it
        states = dict.fromkeys(sorted(states, key=LATER.__contains__))
    plain = other.what if one.category == "position" and one.status == "stated" != other.status else one.what
    days = [r.date for r in (one, other) if r.date]
    put_off = max(days, default=None) if "postponed" in states and one.category == "upcoming" else None
    return replace(
        one, what=plain, parties=parties, status="; ".join(states) or None, date=put_off or one.date or other.date,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
    )  # fmt: skip
