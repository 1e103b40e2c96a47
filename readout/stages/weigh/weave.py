"""Lay the figures that pages of a story give of one thing side by side, whatever acts they stand beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from readout.stages.weigh.acts import Acts, Place
from readout.stages.weigh.loose import Loose
from readout.stages.weigh.parting import OF_THE_ACT, part
from readout.stages.weigh.spots import NO_FIGURES, Given, Spot, Where, Woven, placed
from readout.stages.weigh.values import Pages, Said, loose_value, of_people
from readout.text.figure_alignment import part_of, set_against
from readout.text.told_measures import percent_of
from readout.text.told_people import UNIFORMED, is_person, plural
from readout.text.told_things import SAME

CROWD = 20.0  # people from whom those counted at a protest are its crowd; ours


def interwoven(given: Given, stories: Iterable[Woven], acts: Acts, pages: Pages) -> dict[str, dict[str, list[Said]]]:
    """Give the values of each occurrence with the figures of one thing on one occurrence, and those of two things apart."""
    made = {about: {name: list(said) for name, said in by_name.items()} for about, by_name in given.items()}
    for story in stories:
        where = placed(made)
        for group in story.groups:
            spots = [story.spots[i] for i in group]
            if spots[0].item.kind in NAMES:
                gather_moments(made, spots, where, (acts, pages))
            else:
                gather(made, spots, where, (acts, pages))
        part(made, story)
        for by_name in made.values():
            for said in by_name.values():
                said[:] = [replace(s, thing=s.thing or story.thing(s)) for s in said if of_people(s)]
    return {about: {n: s for n, s in by_name.items() if s} for about, by_name in made.items()}


def gather(
    made: dict[str, dict[str, list[Said]]], group: Sequence[Spot], where: Where, known: tuple[Acts, Pages]
) -> None:
    """Put the figures of one thing on one occurrence: where most pages have them already, else on the act told nearest to most."""
    hits = [
        (s, (a, n), x) for s in group for _, _, a, n, x in where.get(s.doc_id, ()) if on(s, x) and n not in NO_FIGURES
    ]
    pages_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    for s, place, _ in hits:
        pages_of[place].add(s.doc_id)
    several = len({s.doc_id for s in group}) > 1 or len({s.item.reach for s in group}) > 1
    if not several and len(pages_of) > 1:
        return
    best = min(pages_of, key=lambda p: (-len(pages_of[p]), p[1] not in OF_THE_ACT, p), default=None)
    if best is None:
        about = nearest(group, known[0])
        best = (about, own_name(name_of(group, about, known), group, made.get(about, {})))
    act = known[0].known.get(best[0])
    if act and act.type == "PROTEST" and best[1] == "participants":  # soldiers at a drill are no crowd that marches
        group = [s for s in group if s.figure.unit not in UNIFORMED]
        hits = [hit for hit in hits if any(hit[0] is s for s in group)]
    for _, place, said in hits:
        if place != best and (place[1] not in OF_THE_ACT or len(pages_of[place]) == 1):
            made[place[0]][place[1]] = [x for x in made[place[0]][place[1]] if x is not said]
    parts, former = parts_of(group), formers(group)
    target, against = made.setdefault(best[0], {}).setdefault(best[1], []), rivals(group)
    target += [value_of(s, best, known[1]) for s in group if not (any(on(s, x) for x in target) or out_of_place(s, best, known[0]))]
    target[:] = [
        replace(
            x,
            gated=False,
            against=x.against or any(on(s, x) for s in against),
            part=x.part or any(on(s, x) for s in parts),
            former=x.former or any(on(s, x) for s in former),
        )
        if any(on(s, x) for s in group)
        else x
        for x in target
    ]


def out_of_place(spot: Spot, place: tuple[str, str], acts: Acts) -> bool:
    """Tell whether a length of time is not how long an act took: a term, or told by a page that names nobody who took part."""
    act = acts.known.get(place[0])
    return place[1] == "duration" and act is not None and (spot.item.scene.term or acts.stranger(spot.doc_id, act))


def on(spot: Spot, said: Said) -> bool:
    """Tell whether a value stands on a figure."""
    e = said.evidence
    return e.doc_id == spot.doc_id and e.start < spot.figure.end and spot.figure.start < e.end


def own_name(name: str, group: Sequence[Spot], held: Mapping[str, Sequence[Said]]) -> str:
    """Name a property apart where the act has other values of it: two crowds of one act's day are two."""
    others = [x.range for x in held.get(name, ()) if x.range]
    if not others or any(r.meets(s.item.reach) for r in others for s in group):
        return name
    words = Counter(k for s in group for k in s.item.keys)
    return f"{name}: {min(words, key=lambda k: (-words[k], k))}" if words else name


def parts_of(group: Sequence[Spot]) -> list[Spot]:
    """Give the figures that a page tells as a part of another of the group."""
    linked = [(a, b) for a in group for b in group if a.doc_id == b.doc_id and a.item.whole == b.figure.start]
    return [min(pair, key=lambda s: s.item.reach.low) for pair in linked]


def formers(group: Sequence[Spot]) -> list[Spot]:
    """Give the figures of which a page tells one as what the other was before."""
    return [
        s
        for b in group
        if b.item.former
        for s in group
        if s is b or (s.doc_id, s.figure.start) == (b.doc_id, b.item.whole)
    ]


def rivals(group: Sequence[Spot]) -> list[Spot]:
    """Give the figures that a page sets against each other."""
    pairs = [(a, b) for a in group for b in group if a.doc_id == b.doc_id and a.figure.start < b.figure.start
             and not a.item.reach.meets(b.item.reach) and set_against(a.item, b.item) and not part_of(a.item, b.item)]  # fmt: skip
    return [s for pair in pairs for s in pair]


NAMES = {"day": "date", "since": "first_since", "clock": "time"}


def gather_moments(
    made: dict[str, dict[str, list[Said]]], group: Sequence[Spot], where: Where, known: tuple[Acts, Pages]
) -> None:
    """Put the days, years or hours told of one thing on one occurrence."""
    name = NAMES[group[0].item.kind]
    hits = [
        (s.doc_id, a, x)
        for s in group
        for b, e, a, n, x in where.get(s.doc_id, ())
        if b < s.figure.end and s.figure.start < e and n == name
    ]
    votes = Counter(a for a, _ in {(a, d) for d, a, _ in hits})
    best = min(votes, key=lambda a: (-votes[a], a), default=None) or nearest(group, known[0])
    several = len({s.doc_id for s in group}) >= TWO or len({s.item.reach for s in group}) >= TWO
    if not several and name != "first_since":
        return
    for _, a, x in hits:
        made[a][name] = [y for y in made[a][name] if y is not x]
    said = [moment_value(s, name, known[1]) for s in group]
    mine = made.setdefault(best, {})
    held = {x.value for x in mine.get(name, ())}
    if held and not held & {x.value for x in said}:
        own = Counter(k for s in group for k in s.item.keys)
        name = f"{name}: {min(own, key=lambda k: (-own[k], k))}"
    mine.setdefault(name, []).extend(replace(x, property=name) for x in said)


TWO = 2


def moment_value(spot: Spot, name: str, pages: Pages) -> Said:
    """Write a day, year or hour as a value."""
    m = spot.moment
    assert m is not None
    if name == "first_since":
        return loose_value(Loose("", spot.doc_id, name, m.start, m.end, None, m.reach, "year", m.note), pages)
    if name == "time":
        return loose_value(Loose("", spot.doc_id, name, m.start, m.end, None, m.told, m.note), pages)
    said = loose_value(Loose("", spot.doc_id, name, m.start, m.end, None, None, "planned", m.value), pages)
    return replace(said, stems=frozenset((m.value,)), note=None)


def value_of(spot: Spot, place: tuple[str, str], pages: Pages) -> Said:
    """Write a figure as a value of a property."""
    f = spot.figure
    said = loose_value(Loose(place[0], spot.doc_id, place[1], f.start, f.end, f.quantity), pages)
    unit = said.unit or ("person" if f.kind == "count" and place[1] in OF_THE_ACT else None)
    return replace(said, unit=unit, planned=spot.item.scene.planned)


def nearest(group: Sequence[Spot], acts: Acts) -> str:
    """Give the occurrence of the act told nearest to most figures of a group, else the one told last before or next on the page;
    the story where no page of theirs tells any."""
    votes: Counter[str] = Counter()
    for s in group:
        place = Place(s.doc_id, s.line.start, s.line.end, None, None)
        found = (
            acts.nearby(place, s.figure.start)
            or acts.last_before(place, s.figure.start)
            or acts.next_behind(place, s.figure.start)
        )
        if found:
            votes[found] += 1
    doc_id = group[0].doc_id
    return min(votes, key=lambda a: (-votes[a], -acts.known[a].reports, a)) if votes else acts.story.get(doc_id, doc_id)


def name_of(group: Sequence[Spot], about: str, known: tuple[Acts, Pages]) -> str:
    """Name what the figures of a group are: the things counted, in the plural, or what is measured."""
    names: Counter[str] = Counter()
    pages = known[1]
    people = [s for s in group if s.figure.kind == "count" and (s.figure.unit is None or is_person(s.figure.unit))]
    topics = Counter(s.item.topic for s in group if s.item.topic)
    if topics:
        return min(topics, key=lambda t: (-topics[t], t))
    act = known[0].known.get(about)
    if act and act.type == "PROTEST" and len(people) == len(group) and group[0].item.reach.high >= CROWD:
        return "participants"
    for s in group:
        f = s.figure
        text = pages.documents[s.doc_id].text
        if f.kind == "count":
            names[plural(SAME.get(f.unit, f.unit)) if f.unit and f.unit != "person" else "people"] += 1 + (
                f.unit not in (None, "person")
            )
        elif f.kind == "percent":
            names[percent_of(text[s.line.start : s.line.end]) or "share"] += 1
        elif f.kind == "duration":
            names["term" if s.item.scene.term else "duration"] += 1
        else:
            names["amount" if f.kind == "money" else f.kind] += 1
    return min(names, key=lambda n: (-names[n], n))
