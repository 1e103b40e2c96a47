"""Lines on how two sides are in touch, from acts: joint bodies, envoys called in or recalled, rounds of talks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.ids import make_id
from readout.records import Event, Evidence, Occurrence, Relation
from readout.stages.relate.acts import FAILED, LEANING, TRIPS, said_enough, what, when
from readout.stages.relate.mains import is_main, taking_part, told_there
from readout.stages.relate.parties import own
from readout.stages.relate.pile import Pile
from readout.stages.relate.wording import named_whole, stretched
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
AWAY = re.compile(r"\b(?:home|packing|away|out of the country|back to their)\b", re.I)  # who is sent so is expelled
CALLED = {
    "summon": "called in", "call": "called in", "recall": "recalled", "withdraw": "recalled",
    "return": "returned", "send": "sent back", "appoint": "appointed",
}  # fmt: skip
FATES = {stem(word): fate for word, fate in CALLED.items()}
TALKS = frozenset(map(stem, (
    "talk", "meeting", "meet", "negotiate", "negotiation", "round", "summit", "consultation", "discussion", "call", "phone",
    "telephone", "speak", "sit", "receive", "host", "mediate", "mediation", "gathering", "dialogue", "bargain",
)))  # fmt: skip
CALLS = frozenset(map(stem, ("call", "phone", "telephone")))
UNDONE = frozenset(("cancelled", "negated", "refused", "denied", "postponed"))
RECEIVED = frozenset(map(stem, ("receive", "host", "sit", "gathering")))
HELD = {"happened": "held", "ongoing": "under way", "reported": "reported"}


def touches(pile: Pile, occurrences: Table[Occurrence]) -> Iterator[Relation]:
    """Write a line for each joint body whose sessions are told, each envoy moved, and the talks of each pair of sides."""
    talks: list[tuple[set[str], bool, list[Occurrence]]] = []
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
    for sides, called, listed in talks:
        for rounds in by_time(listed):
            made = round_line(pile, tuple(sorted(sides)), rounds, "call" if called else "talks")
            if made:
                yield made


def by_time(listed: Sequence[Occurrence]) -> Iterator[list[Occurrence]]:
    """Part the rounds that were held from those set for a later day."""
    held = [o for o in listed if o.status in REAL]
    last = max((o.date_end or o.date_start or "" for o in held), default="")
    later = [o for o in listed if o.status not in REAL and held and (o.date_start or "") > last]
    yield [o for o in listed if o not in later]
    if later:
        yield later


def meet(pile: Pile, o: Occurrence, talks: list[tuple[set[str], bool, list[Occurrence]]]) -> None:
    """Put a meeting of two sides or more with the other meetings of these sides, a call with their other calls."""
    if o.status in ("denied", "negated"):
        return  # a meeting that was none
    events = [e for e in pile.members[o.occurrence_id] if not turned(o, e)]
    if all(pile.headline(e) for e in events):
        return
    triggers = {w for e in events if not called_in(pile, e) for w in pile.trigger(e).split()}
    if not triggers & TALKS or triggers & TRIPS or what(pile, o, events).split(" ")[0].lower() in LEANING:
        return
    sides = set(sides_of(pile, o))
    if triggers & TALKS <= RECEIVED and not all(speaks(pile, s) for s in sides):
        return  # two freed sailors received by the president
    called = any(e.mode == "phone" for e in events) or bool(triggers & CALLS)
    kept = next((t for t in talks if len(t[0] & sides) > 1 and t[1] == called), None)
    if kept is not None:
        kept[2].append(o)
    elif len(sides) > 1:
        talks.append((sides, called, [o]))


def turned(o: Occurrence, event: Event) -> bool:
    """Tell whether an event says the reverse of what became of its meeting: he did not speak to them, of one that is planned."""
    return (event.status in UNDONE) != (o.status in UNDONE)


def speaks(pile: Pile, entity_id: str) -> bool:
    """Tell whether an entity can speak for a side: a state, a body, a person."""
    return entity_id in pile.entities and pile.entities[entity_id].type != "group"


def sides_of(pile: Pile, o: Occurrence) -> tuple[str, ...]:
    """Give the sides of one meeting."""
    events = pile.members[o.occurrence_id]
    return allowed(pile, pile.between(taking_part(pile, o, events), events))


def allowed(pile: Pile, sides: Sequence[str]) -> tuple[str, ...]:
    """Leave out who meets as no side: the press, places, judges."""
    return tuple(sorted({s for s in sides if pile.party(s) and not pile.is_place(s) and not pile.judges(s)}))


def called_in(pile: Pile, event: Event) -> bool:
    """Tell whether an event is told by "called" without a telephone: an expert called by the court."""
    text = pile.documents[event.doc_id].text[event.start : event.end].lower()
    return event.mode != "phone" and text in ("called", "calling")


def envoy(pile: Pile, events: Sequence[Event]) -> tuple[str, str] | None:
    """Give the envoy that events tell of and what became of him; null where they tell of none."""
    for e in sorted(events, key=lambda e: not is_main(pile, e)):
        fate = FATES.get(pile.trigger(e).split(" ")[0])
        fate = None if fate == "sent back" and AWAY.search(pile.words(pile.clause(e))) else fate
        named = next((p.text for p in e.recipients if ENVOY.search(p.text)), None)
        words = pile.words(pile.clause(e))
        found = named or ((m := ENVOY.search(words)) and m.group(0)) or None
        if fate and found and e.status in REAL:
            return words if said_enough(words) else pile.words(pile.sentence(e)).rstrip("."), fate
    return None


def joint_body(pile: Pile, events: Sequence[Event]) -> str | None:
    """Give the joint body that meets in some events."""
    for e in events:
        words = pile.words(pile.clause(e))
        found = BODY.search(words)
        if found:
            start, end = stretched(words, *found.span())
            return words[named_whole(words, start) : end]
    return None


def line(pile: Pile, o: Occurrence, name: str, status: str) -> Relation:
    """Write one line on a body or an envoy."""
    events = pile.members[o.occurrence_id]
    told = next((e for e in events if name in pile.words(pile.sentence(e))), None)
    parties = completed(pile, own(pile, pile.between(taking_part(pile, o, events), events), told, events), events)
    return Relation(
        make_id("rel", "channel", o.occurrence_id),
        "channel",
        parties,
        name,
        status,
        when(o.date_start, o.date_end),
        evidence(pile, o),
    )


def completed(pile: Pile, parties: tuple[str, ...], events: Sequence[Event]) -> tuple[str, ...]:
    """Give both sides of a page where a line on what is between them names one, or only their joint body."""
    known = tuple(p for p in parties if not pile.joint(p) and not pile.is_place(p))
    if len(known) > 1:
        return known
    pair = next((p for e in events if (p := pile.two(e.doc_id))), ())
    return pair if set(known) <= set(pair) and pair else known or parties


def round_line(pile: Pile, sides: tuple[str, ...], listed: Sequence[Occurrence], name: str) -> Relation | None:
    """Write the line on the talks of two sides: the last round whose clause can be read alone, as it stands."""
    for last in sorted(listed, key=lambda o: (o.date_start or "", o.reports, o.occurrence_id), reverse=True):
        events = [e for e in pile.members[last.occurrence_id] if not turned(last, e)]
        told = what(pile, last, [e for e in events if set(pile.trigger(e).split()) & TALKS] or events)
        if not said_enough(told):
            continue
        own = met(pile, last, events, told)
        status = HELD.get(last.status, last.status)
        return Relation(
            make_id("rel", name, *(own or sides), last.occurrence_id),
            "channel",
            own or sides,
            f"{name}: {told}",
            "cancelled" if FAILED.search(told) and last.status in ("planned", "happened") else status,
            when(last.date_start, last.date_end),
            tuple(dict.fromkeys(pile.clause(e) for e in events)),
        )
    return None


def met(pile: Pile, o: Occurrence, events: Sequence[Event], told: str) -> tuple[str, ...]:
    """Give the sides of one meeting, those that the words shown name before others; nobody where they are not two."""
    shown = [e for e in events if told in pile.words(pile.clause(e))]
    there, _ = told_there(pile, shown or [e for e in events if told.rstrip(".") in pile.words(pile.sentence(e))])
    here = allowed(pile, pile.between(sorted(there), events))
    listed = here if len(here) > 1 else own(pile, sides_of(pile, o), shown[0] if shown else None, events)
    return listed if len(listed) > 1 else ()


def evidence(pile: Pile, o: Occurrence) -> tuple[Evidence, ...]:
    """Give the clauses that tell an occurrence."""
    return tuple(dict.fromkeys(pile.clause(e) for e in pile.members[o.occurrence_id] if not turned(o, e)))
