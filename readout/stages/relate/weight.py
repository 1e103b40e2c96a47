"""Keep the lines that weigh most: a sheet is read at one sitting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from readout.records import Event, Evidence, Relation
from readout.stages.relate.acts import contents
from readout.stages.relate.alike import MOVES, ROUND
from readout.stages.relate.parties import sided
from readout.stages.relate.pile import Pile
from readout.stages.relate.signs import DIARY
from readout.text.stem import stem

FEWEST = 6  # lines of each part of the sheet at least; ours
AT_LEAST = 3  # incidents that are told even of one side alone; ours
MORE = {"commitment": 3}  # what is promised is most of what a sheet is read for; ours
PRIVATE = 0.7  # what the word of a private person weighs less; ours
PAGES = 8  # pages that make room for one line more; ours
WEAK = {"denial": -0.5, "proposal": -0.5}  # what weighs less than a demand, a refusal or an accusation
SAME = 0.8  # share of the shorter line's words from which two lines show the same; ours
MEETINGS = frozenset(map(stem, ("meeting", "meet", "talks", "delegations", "summit", "visit", "session", "hearing", "vote")))


def weightiest(pile: Pile, lines: Iterable[Relation]) -> Iterator[Relation]:
    """Give the weightiest lines of each part of the sheet, more of them for more pages; channels all."""
    parts: dict[str, list[Relation]] = defaultdict(list)
    for one in lines:
        parts[one.category].append(one)
    parts["channel"] = [r for r in parts["channel"] if r.status in MOVES or sided(pile, r.parties) > 1]
    moved = {e for r in parts["channel"] if not ROUND.match(r.what) for e in r.evidence}
    events = events_of(pile)
    parts["commitment"] = [r for r in parts["commitment"] if on_pages(r) > 1 or takes_part(pile, r, events)]
    parts["incident"] = [r for r in parts["incident"] if not retold(r, moved) and (on_pages(r) > 1 or named_there(pile, r, events))]
    denied = {e for r in parts["incident"] for e in r.evidence}
    parts["position"] = [r for r in parts["position"] if r.status != "denial" or not retold(r, denied)]
    moves = {e for r in parts["channel"] if r.status in MOVES for e in r.evidence}
    parts["position"] = [r for r in parts["position"] if r.status != "demand" or not retold(r, moves)]
    once(parts)
    room = FEWEST + max(0, len(pile.documents) - PAGES) // PAGES
    for category, listed in sorted(parts.items()):
        ranked = sorted(listed, key=lambda r: (-weight(pile, r), r.relation_id))
        if category == "incident":
            strong = [r for r in ranked if not faint(pile, r)]
            ranked = [*strong, *(r for r in ranked if faint(pile, r))][: max(len(strong), AT_LEAST)]
        human = [r for r in ranked if not all(pile.reworded(e.doc_id) for e in r.evidence)]
        yield from human if category == "channel" else human[: room + MORE.get(category, 0)]


def once(parts: dict[str, list[Relation]]) -> None:
    """Tell what is in one sentence once: what is promised for a day as a promise, unless it is a meeting; what was called off among
    the days ahead."""
    met = [r for r in parts["upcoming"] if contents(r.what) & MEETINGS]
    parts["commitment"] = [r for r in parts["commitment"] if not any(told_twice(r, m) for m in met)]
    parts["upcoming"] = [r for r in parts["upcoming"] if r in met or not any(told_twice(r, c) for c in parts["commitment"])]
    off = [r for r in parts["upcoming"] if r.status in ("cancelled", "postponed")]
    parts["incident"] = [r for r in parts["incident"] if r.status != "cancelled" or not any(told_twice(r, u) for u in off)]


def told_twice(one: Relation, other: Relation) -> bool:
    """Tell whether two lines show the same words."""
    ours, theirs = contents(one.what), contents(other.what)
    return bool(ours) and len(ours & theirs) >= SAME * min(len(ours), len(theirs)) and any(
        a.doc_id == b.doc_id and a.start < b.end and b.start < a.end for a in one.evidence[:1] for b in other.evidence[:1]
    )  # fmt: skip


def events_of(pile: Pile) -> dict[str, list[Event]]:
    """List the events of each page that are part of an occurrence."""
    found: dict[str, list[Event]] = defaultdict(list)
    for e in (e for told in pile.members.values() for e in told):
        found[e.doc_id].append(e)
    return found


def on_pages(one: Relation) -> int:
    return len({e.doc_id for e in one.evidence})


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


def retold(one: Relation, told: set[Evidence]) -> bool:
    """Tell whether a line rests on words that other lines tell: a denial those of what is denied."""
    return any(a.doc_id == b.doc_id and a.start < b.end and b.start < a.end for a in one.evidence for b in told)


def weight(pile: Pile, one: Relation) -> float:
    """Weigh a line: by the pages that tell it, machines' copies left out, by the sides it is between, by what it is."""
    pages = {e.doc_id for e in one.evidence}
    told = sum(not pile.reworded(d) for d in pages) + 0.1 * len(pages)
    sides = sum(1.0 for p in one.parties[:3] if p in pile.leading) * 0.5
    answered = 1.0 if ";" in (one.status or "") else 0.0
    diary = 0.5 if one.category == "upcoming" and contents(one.what) & DIARY else 0.0
    nobody = 0.0 if any(not pile.is_place(p) for p in one.parties) else -0.5
    nobody -= PRIVATE if one.parties and pile.private(one.parties[0]) else 0.0
    return nobody + told + sides + answered + WEAK.get((one.status or "").split(";")[0], 0.0) + diary
