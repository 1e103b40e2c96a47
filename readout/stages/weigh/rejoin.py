"""Bring together one count that several pages of a story give beside different acts: sixty rescuers are sixty rescuers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from readout.stages.weigh.acts import CARRIERS, Acts
from readout.stages.weigh.values import Said
from readout.text.acts import CALAMITY
from readout.text.told_people import KINDS, PEOPLE
from readout.text.told_things import NO_THINGS

# What somebody says of an act carries a count less surely than the act itself.
SAYING = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))
ABOARD = 10.0  # people aboard from which their number is that of one ship or plane in a story; ours
FEWEST = 3  # smaller counts are of anything; ours
LARGE = 1000.0  # money from which one sum in a story is one sum; ours
NO_COUNTS = frozenset((
    "time", "deadline", "duration", "first_since", "number of times", "sentence", "speed", "magnitude", "turnout",
))  # fmt: skip

Given = Mapping[str, Mapping[str, list[Said]]]  # occurrence → property → values


class Place(NamedTuple):
    """Where a count has been put: occurrence and property, both empty for one that was put nowhere."""

    about: str
    name: str


def rejoined(given: Given, spare: Iterable[Said], acts: Acts) -> Given:
    """Give the values of each occurrence, each count of a story that several pages give on the act that carries it best."""
    placed: dict[tuple[str, str, float], list[tuple[Place, Said]]] = defaultdict(list)
    for about, by_name in given.items():
        for name, said in by_name.items():
            for s in said:
                if distinct(name, s):
                    placed[key_of(s, acts.story)].append((Place(about, name), s))
    for s in spare:
        if distinct(s.property, s):
            placed[key_of(s, acts.story)].append((Place("", ""), s))
    made = {about: {name: list(said) for name, said in by_name.items()} for about, by_name in given.items()}
    for _, found in sorted(placed.items()):
        pages = {p: len({s.evidence.doc_id for q, s in found if q == p}) for p, _ in found if p.about}
        put = sorted(pages, key=lambda p: (-pages[p] if p.name != "people aboard" else 0, *rank(p, acts)))
        if put and len({s.evidence.doc_id for _, s in found}) > 1:
            gather(made, put[0], found)
    return {about: {name: said for name, said in by_name.items() if said} for about, by_name in made.items()}


def key_of(s: Said, story: Mapping[str, str]) -> tuple[str, str, float]:
    """Name a count within its story: what is counted and how many."""
    return story.get(s.evidence.doc_id, s.evidence.doc_id), s.unit or "", s.range.low if s.range else 0.0


def distinct(name: str, s: Said) -> bool:
    """Tell whether a count is one that a story has once: of a thing with a name of its own, or a large sum of money."""
    if name == "people aboard" and s.range is not None and not s.hedged:
        return s.range.low >= ABOARD
    if s.range is None or s.unit is None or s.hedged or name.split(":")[0] in KINDS or name in NO_COUNTS:
        return False
    if name.split(":")[0] in ("amount", "damage"):
        return s.range.low >= LARGE
    return (
        s.range.low >= FEWEST
        and " " not in s.unit
        and s.unit not in PEOPLE | NO_THINGS | {"person", "minute", "year", "day"}
    )


def rank(place: Place, acts: Acts) -> tuple[bool, bool, int, str, str]:
    """Order the acts that a count stands beside on as many pages: acts before sayings, the most reported first."""
    o = acts.known[place.about]
    carried = place.name == "people aboard" and not acts.told[place.about].stems & CARRIERS
    return (o.type or CALAMITY) in SAYING or carried, place.name != "participants", -o.reports, place.about, place.name


def gather(made: dict[str, dict[str, list[Said]]], best: Place, found: Iterable[tuple[Place, Said]]) -> None:
    """Move one count to the act that carries it best."""
    target = made[best.about][best.name]
    for place, s in found:
        if place == best:
            continue
        if place.about:
            made[place.about][place.name] = [x for x in made[place.about][place.name] if x is not s]
        if all(x.evidence != s.evidence for x in target):
            target.append(s)
