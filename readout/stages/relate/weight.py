"""Say what a line rests on: the events that its words tell, who takes part in them, what another line tells too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from readout.records import Event, Evidence, Relation
from readout.stages.relate.acts import contents
from readout.stages.relate.pile import Pile

SAME = 0.8  # share of the shorter line's words from which two lines show the same; ours


def told_twice(one: Relation, other: Relation) -> bool:
    """Tell whether two lines show the same words."""
    ours, theirs = contents(one.what), contents(other.what)
    return bool(ours) and len(ours & theirs) >= SAME * min(len(ours), len(theirs))


def events_of(pile: Pile) -> dict[str, list[Event]]:
    """List the events of each page that are part of an occurrence."""
    found: dict[str, list[Event]] = defaultdict(list)
    for e in (e for told in pile.members.values() for e in told):
        found[e.doc_id].append(e)
    return found


def told_in(one: Relation, events: Mapping[str, Sequence[Event]]) -> Iterator[Event]:
    """Give the events that the words of a line tell."""
    return (e for at in one.evidence for e in events.get(at.doc_id, ()) if at.start < e.end and e.start < at.end)


def takes_part(pile: Pile, one: Relation, events: Mapping[str, Sequence[Event]]) -> bool:
    """Tell whether a party of a line, or one of its country, takes part in an act that its words tell."""
    acting = {i.entity_id for e in told_in(one, events) for i in pile.involved.get(e.event_id, ()) if i.entity_id}
    return bool(set(pile.sides(sorted(acting))) & set(pile.sides(one.parties)))


def named_there(pile: Pile, one: Relation, events: Mapping[str, Sequence[Event]]) -> bool:
    """Tell whether the sentences of a line name all its parties, or somebody of their country."""
    read = (pile.parses.get((e.doc_id, e.sentence_id)) for e in told_in(one, events))
    named = {n for p in read if p for n in pile.within(Evidence(p.doc_id, p.start, p.end))}
    return not named or set(pile.sides(one.parties)) <= set(pile.sides(sorted(named)))


def faint(pile: Pile, one: Relation) -> bool:
    """Tell whether an incident is between nobody known: of one side, on one page, or of sides the pile is not about."""
    return len(one.parties) < 2 and (len({e.doc_id for e in one.evidence}) < 2 or not set(one.parties) & pile.leading)
