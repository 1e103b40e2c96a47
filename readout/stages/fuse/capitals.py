"""Find which country a place that acts like a government stands for: Tessin demanded, of Lusk, that it withdraw."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from readout.records import Entity, Event, Involvement, Story

# Acts of governments; a town is visited, marched in or bombed, but none of its own sanctions or demands anything of a country.
OF_STATE = frozenset(("SANCTION", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "CONCEDE", "COOPERATE", "AID", "RETREAT"))
ACTS = 2  # events in which a place acts like a state, from which it is taken for one; ours
THIRD = 3  # times the second country of a story is told of for each time a third is; ours

def capitals(
    entities: Iterable[Entity], events: Iterable[Event], involvements: Iterable[Involvement], stories: Iterable[Story]
) -> Mapping[str, str]:  # fmt: skip
    """Give the country of places whose country is not told: of the two that a story tells of, the one against which the place never
    acts as a state."""
    places = {e.entity_id for e in entities if e.type == "place" and not e.country}
    parts: dict[str, list[Involvement]] = defaultdict(list)
    for i in involvements:
        parts[i.about].append(i)
    pages: dict[str, list[Event]] = defaultdict(list)
    for e in events:
        pages[e.doc_id].append(e)
    found: dict[str, str] = {}
    for story in stories:
        told = [(e, parts[e.event_id]) for doc_id in story.doc_ids for e in pages[doc_id]]
        found |= of_story(told, places)
    return found


def of_story(told: Iterable[tuple[Event, list[Involvement]]], places: set[str]) -> Mapping[str, str]:
    """Give the countries of the places that act in one story of two countries."""
    countries, votes, acts = Counter[str](), defaultdict[str, Counter[str]](Counter), Counter[str]()
    for e, involved in told:
        countries.update(i.country for i in involved if i.country)
        against = {i.country for i in involved if i.role == "recipient" and i.country}
        for i in involved if e.type in OF_STATE else ():
            if i.role == "actor" and i.entity_id in places:
                acts[str(i.entity_id)] += 1
                votes[str(i.entity_id)].update(against)
    sides = [c for c, _ in countries.most_common(3)]
    if len(sides) < 2 or (len(sides) > 2 and THIRD * countries[sides[2]] > countries[sides[1]]):
        return {}
    return of_sides(sides[0], sides[1], {p: votes[p] for p in sorted(acts) if acts[p] >= ACTS})


def of_sides(one: str, other: str, votes: Mapping[str, Counter[str]]) -> Mapping[str, str]:
    """Give each place the country it does not act against; the last place, which acts against neither, the last country."""
    made = {p: other if against[one] else one for p, against in votes.items() if bool(against[one]) != bool(against[other])}
    open_places = [p for p in votes if not votes[p][one] and not votes[p][other]]
    if len(open_places) == 1 and len(set(made.values())) == 1:
        [known] = set(made.values())
        made[open_places[0]] = other if known == one else one
    return made
