"""Lines on how two sides are in touch, from acts: joint bodies, envoys called in or recalled, rounds of talks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.ids import make_id
from readout.records import Event, Evidence, Occurrence, Relation
from readout.stages.relate.acts import LEANING, TRIPS, what, when
from readout.stages.relate.pile import Pile
from readout.tables import Table
from readout.text.acts import REAL
from readout.text.stem import stem

BODY = re.compile(
    r"\b(?:(?:joint|mixed|bilateral|consular|border|trade|liaison|contact|working|river|intergovernmental|inter-governmental|boundary|"
    r"military|technical|economic)[\s-]+(?:[\w-]+\s+)?(?:commission|committee|group|council|mechanism|forum))\b", re.I,
)  # fmt: skip
ENVOY = re.compile(
    r"\b(?:ambassador|envoy|chargé d[’']affaires|charge d[’']affaires|consul(?:-general)?|diplomats?|attachés?)\b", re.I
)
CALLED = {
    "summon": "called in", "call": "called in", "recall": "recalled", "withdraw": "recalled",
    "return": "returned", "send": "sent back", "appoint": "appointed",
}  # fmt: skip
FATES = {stem(word): fate for word, fate in CALLED.items()}
TALKS = frozenset(map(stem, (
    "talk", "meeting", "meet", "negotiate", "negotiation", "round", "summit", "consultation", "discussion", "call", "phone",
    "telephone", "speak", "sit", "receive", "host", "mediate", "mediation", "gathering", "dialogue", "bargain",
)))  # fmt: skip
HELD = {"happened": "held", "ongoing": "under way", "reported": "reported"}


def touches(pile: Pile, occurrences: Table[Occurrence]) -> Iterator[Relation]:
    """Write a line for each joint body whose sessions are told, each envoy moved, and the talks of each pair of sides."""
    talks: list[tuple[set[str], list[Occurrence]]] = []
    for o in sorted(occurrences, key=lambda o: (-len({*o.actors, *o.recipients}), o.occurrence_id)):
        events = pile.members.get(o.occurrence_id, ())
        if o.status == "historical" or not events:
            continue
        fate = envoy(pile, events)
        if fate:
            yield line(pile, o, *fate)
        elif o.type == "CONSULT":
            body = joint_body(pile, events)
            if body:
                yield line(pile, o, body, HELD.get(o.status, o.status))
            else:
                meet(pile, o, talks)
    for sides, listed in talks:
        yield round_line(pile, tuple(sorted(sides)), listed)


def meet(pile: Pile, o: Occurrence, talks: list[tuple[set[str], list[Occurrence]]]) -> None:
    """Put a meeting of two sides or more with the other meetings of these sides."""
    events = pile.members[o.occurrence_id]
    if all(pile.headline(e) for e in events):
        return
    triggers = {w for e in events for w in pile.trigger(e).split()}
    if not triggers & TALKS or triggers & TRIPS or what(pile, o, events).split(" ")[0].lower() in LEANING:
        return
    sides = {s for s in pile.between([*o.actors, *o.recipients], events) if pile.party(s) and not pile.is_place(s)}
    kept = next((t for t in talks if len(t[0] & sides) > 1), None)
    if kept is not None:
        kept[1].append(o)
    elif len(sides) > 1:
        talks.append((sides, [o]))


def envoy(pile: Pile, events: Sequence[Event]) -> tuple[str, str] | None:
    """Give the envoy that events tell of and what became of him; null where they tell of none."""
    for e in events:
        fate = FATES.get(pile.trigger(e).split(" ")[0])
        named = next((p.text for p in e.recipients if ENVOY.search(p.text)), None)
        words = pile.words(pile.clause(e))
        found = named or ((m := ENVOY.search(words)) and m.group(0)) or None
        if fate and found and e.status in REAL:
            return words if len(words) <= 120 else found, fate
    return None


def joint_body(pile: Pile, events: Sequence[Event]) -> str | None:
    """Give the joint body that meets in some events."""
    for e in events:
        found = BODY.search(pile.words(pile.clause(e)))
        if found:
            return found.group(0)
    return None


def line(pile: Pile, o: Occurrence, name: str, status: str) -> Relation:
    """Write one line on a body or an envoy."""
    events = pile.members[o.occurrence_id]
    parties = pile.between([*o.actors, *o.recipients], events)
    return Relation(
        make_id("rel", "channel", o.occurrence_id),
        "channel",
        parties,
        name,
        status,
        when(o.date_start, o.date_end),
        evidence(pile, [o]),
    )


def round_line(pile: Pile, sides: tuple[str, ...], listed: Sequence[Occurrence]) -> Relation:
    """Write the line on the talks of two sides: the last round told, with every state in the order of days."""
    ordered = sorted(listed, key=lambda o: (o.date_start or "", o.reports, o.occurrence_id))
    states = list(dict.fromkeys(HELD.get(o.status, o.status) for o in ordered))
    last = ordered[-1]
    told = what(pile, last, pile.members[last.occurrence_id])
    return Relation(
        make_id("rel", "talks", *sides),
        "channel",
        sides,
        f"talks: {told}",
        "; ".join(states),
        when(last.date_start, last.date_end),
        evidence(pile, ordered),
    )


def evidence(pile: Pile, listed: Sequence[Occurrence]) -> tuple[Evidence, ...]:
    """Give the clauses that tell some occurrences, those of the last first."""
    events = [e for o in reversed(listed) for e in pile.members[o.occurrence_id]]
    return tuple(dict.fromkeys(pile.clause(e) for e in events))
