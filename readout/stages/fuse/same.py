"""How likely two events are reports of one act: a linear judge of named signs, weights in `lexicon/same_act_weights.toml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from readout.lexicon import read
from readout.stages.fuse.calamities import both_calamities, kindred
from readout.stages.fuse.compare import (
    TOPICAL,
    called_off,
    days_fit,
    deeds_fit,
    forms_fit,
    journey,
    kept,
    off_without_day,
    one_strike,
    sizes_fit,
    still_ahead,
    subject,
)
from readout.stages.fuse.rejections import one_rejection
from readout.stages.fuse.same_signs import signs
from readout.stages.fuse.telling import Telling
from readout.stages.fuse.who import DESCRIBED, alike, other_sides, together
from readout.text import log_odds

NAMED: Final = 3  # signs that a reason names
LEAST: Final = 0.1  # log odds that a sign adds from which a reason names it
STRIKE: Final = 1.0  # log odds of two reports of one strike at least; ours
UNLAWFUL: Final = -7.0  # log odds of a pair that breaks a law: a third report that fits both does not draw them together; ours
COPIED: Final = 4.6  # log odds where the same words tell it in text that one page has from the other: .99; ours


class Score(NamedTuple):
    """How likely two events are reports of one act, 0 to 1, and why."""

    value: float
    because: str


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("same_act_weights"))


def copies(one: Telling, other: Telling, copied: bool) -> bool:
    """Tell whether one word tells both in the same words of one passage."""
    return copied and one.trigger == other.trigger and one.kind == other.kind


def apart(one: Telling, other: Telling) -> bool:
    """Tell whether two events must not be one whatever speaks for it: what was called off or denied is not what was done, what
    was long ago is not of now, who met one met not another."""
    past = [t.status == "historical" for t in (one, other)]
    met = one.kind == other.kind == "CONSULT" and together(one.parties, other.parties) is None
    clash = met and not other_sides(one.parties, other.parties)
    return past[0] != past[1] or clash or called_off(one, other) or called_off(other, one)


def against_law(one: Telling, other: Telling) -> bool:
    """Tell whether a pair breaks a law that a reader would not: other days, other people met or visited, a dinner for talks,
    a promise for the deed that keeps it, what is told for what is still ahead, two for sixty, a flood for a fire, a refusal for a
    denial, on one page two deeds done to two or two sayings that have no word in common."""
    return (
        not (days_fit(one, other) and forms_fit(one, other) and sizes_fit(one, other))
        or kept(one, other) or kept(other, one) or still_ahead(one, other) or still_ahead(other, one)
        or off_without_day(one, other) or (both_calamities(one, other) and not kindred(one, other))
        or (one.kind == other.kind == "CONSULT" and other_people(one, other)) or not one_rejection(one, other)
        or (done_to_others(one, other) and (two_deeds(one, other) or (journey(one) and journey(other))))
        or two_sayings(one, other)
    )  # fmt: skip


def other_people(one: Telling, other: Telling) -> bool:
    """Tell whether both name persons, and none in common."""
    ours, theirs = ({p.key for p in t.parties if p.person} for t in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def done_to_others(one: Telling, other: Telling) -> bool:
    """Tell whether both say to whom it is done, and nobody is much alike."""
    ours, theirs = one.recipients, other.recipients
    return bool(ours and theirs) and max(alike(p, q) for p in ours for q in theirs) < DESCRIBED


def two_deeds(one: Telling, other: Telling) -> bool:
    """Tell whether one page tells of two deeds."""
    return one.event.doc_id == other.event.doc_id and not deeds_fit(one, other, subject(one, other))


def two_sayings(one: Telling, other: Telling) -> bool:
    """Tell whether one page tells of two demands, charges or promises with not one word in common of what they are about."""
    said = one.event.doc_id == other.event.doc_id and {one.kind, other.kind} <= TOPICAL
    return said and not (one.theme.points_back or other.theme.points_back) and subject(one, other) == 0


def odds(one: Telling, other: Telling, copied: bool) -> float:
    """Give the natural log odds that two events are reports of one act: a pair that breaks a law never joins two events, but does
    not part two groups that everything else holds together."""
    if copies(one, other, copied):
        return COPIED
    if goes_on(one, other):
        return max(STRIKE, weights().odds(signs(one, other, copied)))
    return UNLAWFUL if against_law(one, other) else weights().odds(signs(one, other, copied))


def goes_on(one: Telling, other: Telling) -> bool:
    """Tell two reports of one strike, which goes on for days."""
    return one_strike(one, other) and days_fit(one, other)


def score(one: Telling, other: Telling, copied: bool, value: float) -> Score:
    """Say how likely two events are reports of one act, given their log odds, and what spoke for it."""
    if copies(one, other, copied):
        return Score(log_odds.chance(value), "the same words in reused text")
    held = signs(one, other, copied)
    adding = weights().adding(held)
    strongest = sorted((n for n in adding if held[n] and adding[n] >= LEAST), key=lambda n: (-adding[n], n))[:NAMED]
    why = ", ".join(name.replace("_", " ") for name in strongest) or "nothing in particular"
    return Score(log_odds.chance(value), why)
