"""Judge whether two tellings of floods, fires, crashes or their tolls are of one calamity: kind, days and places decide,
since nobody acts in them."""

from __future__ import annotations

from readout.stages.fuse.telling import Telling
from readout.text.acts import CALAMITY

# Kinds under which one calamity is told: a river bursts its banks and there is a flood; gas explodes and there is a fire.
KINDRED = {"breach": "flood", "blast": "fire", "tsunami": "quake", "collapse": "crash", "disaster": "crash"}
ALONE = 1.0  # how much one kind within one story speaks for one calamity; ours
ELSEWHERE = 0.25  # cosine of themes below which tellings that name two places are of two; ours


def both_calamities(one: Telling, other: Telling) -> bool:
    """Tell whether both tell of a calamity."""
    return one.kind == other.kind == CALAMITY


def kindred(one: Telling, other: Telling) -> bool:
    """Tell whether two kinds of calamity can be one."""
    ours, theirs = one.event.mode or "", other.event.mode or ""
    return KINDRED.get(ours, ours) == KINDRED.get(theirs, theirs)


def one_calamity(one: Telling, other: Telling, about: float, same_text: bool) -> float | None:
    """Say how much speaks for one calamity; null where kind or place speaks against it."""
    if not kindred(one, other):
        return None
    where, there = one.place | befallen(one), other.place | befallen(other)
    if where and there and not where & there and about < ELSEWHERE and not same_text:
        return None
    return ALONE + about


def befallen(told: Telling) -> frozenset[str]:
    """The words of the places it befell."""
    return frozenset(w for p in told.recipients if not p.person and (p.place or not p.entity) for w in p.words)
