"""Join the events of a story that report one occurrence: groups by the mean odds of their pairs, the surest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations

from readout.records import Reuse
from readout.stages.fuse.compare import (
    ONE_DEED,
    TOPICAL,
    beside,
    days_fit,
    forms_fit,
    narrow,
    participants,
    places_fit,
    statuses_fit,
)
from readout.stages.fuse.same import Score, apart, copies, odds, score
from readout.stages.fuse.stations import stations
from readout.stages.fuse.strikes import is_strike
from readout.stages.fuse.telling import MUTUAL, Days, Telling
from readout.stages.fuse.themes import POINTING
from readout.text.acts import REAL, UNREAL
from readout.text.day_bases import by_text

Pair = tuple[int, int]
ENOUGH = -0.75  # mean log odds from which two groups are one: most right on piles left out (docs/decisions/0034)
STRANGE = -9.0  # log odds of pairs not worth comparing; ours
ATTACHED = 0.5  # how sure an event is that a rule gives to a group; ours
BUCKET = 400  # events of one type in a story beyond which only pairs with a party in common are compared
CLOSE = 0.3  # share of the shorter sentence's content words; ours
LONG, ECHO = 6, 0.75  # content words, and the share in common, from which a sentence repeats another; ours

NEARBY, AFTERMATH = 6, 350  # events and characters before, in which the attack stands that killed somebody; ours
# One bucket for types between which reports of one act waver.
NEARLY = {"RETREAT": "CONCEDE", "AGREE": "COOPERATE", "AID": "COOPERATE"}


@dataclass
class Group:
    """Events held for one occurrence so far, and what they fix together."""

    members: list[int]
    days: Days | None
    persons: dict[str, set[str]] = field(default_factory=dict)  # by country
    everyone: set[str] = field(default_factory=set)  # persons of a meeting, of whatever country
    against: set[int] = field(default_factory=set)  # events that contradict a member
    unreal: bool = False
    real: bool = False
    past: bool = False

    def fits(self, other: Group) -> bool:
        """Tell whether two groups can be one: one fate, days in common, no event against another, mostly the same persons."""
        if self.past != other.past or (self.unreal and other.real) or (self.real and other.unreal):
            return False
        if met(self.days, other.days) == () or not self.against.isdisjoint(other.members):
            return False
        if len(self.everyone) > 1 and len(other.everyone) > 1 and not mostly(self.everyone, other.everyone):
            return False
        return all(mostly(self.persons[c], other.persons[c]) for c in self.persons.keys() & other.persons.keys())

    def take(self, other: Group) -> None:
        """Take another group in."""
        self.members += other.members
        days = met(self.days, other.days)
        self.days = days or None
        self.against |= other.against
        self.everyone |= other.everyone
        for country, keys in other.persons.items():
            self.persons.setdefault(country, set()).update(keys)
        self.unreal, self.real = self.unreal or other.unreal, self.real or other.real
        self.past = self.past and other.past


def mostly(one: set[str], other: set[str]) -> bool:
    """Tell whether two sets of persons can be those of one act: half of them are the same."""
    return 2 * len(one & other) >= len(one | other)


def met(one: Days | None, other: Days | None) -> Days | tuple[()] | None:
    """Intersect two stretches of days; empty where they do not meet, null where neither is known."""
    if one is None or other is None:
        return one or other
    days = max(one[0], other[0]), min(one[1], other[1])
    return days if days[0] <= days[1] else ()


def group_of(at: int, told: Telling) -> Group:
    """Begin a group with one event."""
    persons: dict[str, set[str]] = defaultdict(set)
    for p in told.parties:
        if p.person and p.country:
            persons[p.country].add(p.key)
    everyone = {p.key for p in told.parties if p.person} if told.kind in MUTUAL else set()
    return Group(
        [at], None if told.undated or is_strike(told) else told.days, dict(persons), everyone, unreal=told.status in UNREAL,
        real=told.status in REAL and told.done,
        past=told.status == "historical",
    )  # fmt: skip


def clusters(told: Sequence[Telling], reused: Reused) -> tuple[list[list[int]], dict[Pair, Score]]:
    """Give the groups of one story's events, and the pairs in them that were found alike, with the reason."""
    groups = {i: group_of(i, t) for i, t in enumerate(told)}
    at = list(range(len(told)))
    used: dict[Pair, Score] = {}
    odds_of: dict[Pair, float] = {}
    pairs = {(i, j): reused.same(told[i], told[j]) for i, j in candidates(told)}
    for (i, j), copied in pairs.items():
        if copies(told[i], told[j], copied) and at[i] != at[j]:
            merge(groups, at, at[i], at[j])
        if apart(told[i], told[j]):
            groups[at[i]].against.add(j)
            groups[at[j]].against.add(i)
        else:
            odds_of[i, j] = odds(told[i], told[j], copied)
    join(groups, at, odds_of)
    for (i, j), value in odds_of.items():
        if at[i] == at[j]:
            used[i, j] = score(told[i], told[j], pairs[i, j], value)
    attach_harm(told, groups, at, used)
    attach_unnamed(told, groups, at, used)
    attach_repeats(told, groups, at, used)
    join_stations(told, groups, at, used, pairs)
    return [sorted(g.members) for g in groups.values()], used


def join_stations(
    told: Sequence[Telling], groups: dict[int, Group], at: list[int], used: dict[Pair, Score], pairs: Mapping[Pair, bool]
) -> None:
    """Join a group that is told as ahead with the one that tells what became of it; `pairs`: those compared, and whether both stand
    in copied words."""
    names = list(groups)
    for plan, end in list(stations(told, [groups[n].members for n in names], pairs)):
        first, last = groups[names[plan]].members[0], groups[names[end]].members[0]
        used[min(first, last), max(first, last)] = Score(ATTACHED, "ahead there, done or off here; nothing else is as like")
        merge(groups, at, names[plan], names[end])


def join(groups: dict[int, Group], at: list[int], odds_of: Mapping[Pair, float], enough: float = ENOUGH) -> None:
    """Join groups while the mean of the log odds of their pairs is enough, the surest first; pairs that were not worth comparing
    count as surely two."""
    sums: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)  # by group and group: sum of the log odds, pairs
    for (i, j), value in odds_of.items():
        one, other = at[i], at[j]
        if one != other:
            total, count = sums[one].get(other, (0.0, 0))
            sums[one][other] = sums[other][one] = (total + value, count + 1)

    def mean(one: int, other: int) -> float:
        total, count = sums[one][other]
        pairs = len(groups[one].members) * len(groups[other].members)
        return (total + STRANGE * (pairs - count)) / pairs

    def open_to(one: int, other: int) -> bool:
        return groups[one].against.isdisjoint(groups[other].members)

    heap = [(-mean(one, other), one, other) for one in sums for other in sums[one] if one < other and open_to(one, other)]
    heapify(heap)
    while heap and -heap[0][0] >= enough:
        value, one, other = heappop(heap)
        if other not in sums.get(one, {}) or -value != mean(one, other):
            continue
        merge(groups, at, one, other)
        sums[one].pop(other)
        for third, (total, count) in sums.pop(other).items():
            if third == one:
                continue
            sums[third].pop(other)
            mine = sums[one].get(third, (0.0, 0))
            sums[one][third] = sums[third][one] = (mine[0] + total, mine[1] + count)
        for third in sums[one]:
            if open_to(one, third):
                heappush(heap, (-mean(one, third), min(one, third), max(one, third)))


def candidates(told: Sequence[Telling]) -> Iterator[Pair]:
    """List the pairs worth comparing: of one type or one word, and with someone or some country in common."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, t in enumerate(told):
        deeds = {("deed", f) for f in t.families & ONE_DEED}
        for key in {("type", NEARLY.get(t.kind, t.kind)), ("word", t.trigger)} | deeds:
            buckets[key].append(i)
    seen: set[Pair] = set()
    for listed in buckets.values():
        for i, j in combinations(listed, 2):
            if (i, j) not in seen and (len(listed) <= BUCKET or keys(told[i]) & keys(told[j])):
                seen.add((i, j))
                yield i, j


def keys(told: Telling) -> set[str | None]:
    """Give the names and countries of an event's participants."""
    return ({p.key for p in told.parties} | {p.country for p in told.parties}) - {None}


def attach_unnamed(told: Sequence[Telling], groups: dict[int, Group], at: list[int], used: dict[Pair, Score]) -> None:
    """Give events that name nobody new ("the talks lasted …", "they met") to the nearest event of their kind on the page."""
    order = sorted(range(len(told)), key=lambda i: (told[i].event.doc_id, told[i].event.start))
    for place, i in enumerate(order):
        if (
            told[i].again
            or told[i].status in UNREAL
            or not thin(told[i])
            or any(not thin(told[k]) for k in groups[at[i]].members)
        ):
            continue
        for j in neighbours(order, place, told):
            if at[i] != at[j] and goes_with(told[i], told[j]) and groups[at[j]].fits(groups[at[i]]):
                why = "names nobody else; the nearest event of its kind on the page"
                used[min(i, j), max(i, j)] = Score(ATTACHED, why)
                merge(groups, at, at[j], at[i])
                break


def attach_repeats(told: Sequence[Telling], groups: dict[int, Group], at: list[int], used: dict[Pair, Score]) -> None:
    """Give groups that name nobody ("the promise to free the crews"), and denials, to the one group of the story they can
    speak of."""
    for name in sorted(groups):
        if name not in groups or not all(leaning(told[k]) for k in groups[name].members):
            continue
        first = groups[name].members[0]
        fitting = [
            (other, next((k for k in groups[other].members if goes_with(told[first], told[k])), None))
            for other in sorted(groups)
            if other != name and groups[other].fits(groups[name])
        ]
        meant = [
            (other, k) for other, k in fitting if k is not None and not thin(told[k]) and told[k].status != "denied"
        ]
        if len(meant) > 1:
            meant = [
                (o, k) for o, k in meant
                if any(beside(told[first], told[m]) or on_its_day(told[first], told[m]) for m in groups[o].members)
            ]  # fmt: skip
        if len(meant) == 1:
            [(other, k)] = meant
            used[min(first, k), max(first, k)] = Score(
                ATTACHED, "names nobody else; the one act of its kind in the story"
            )
            merge(groups, at, other, name)


def attach_harm(told: Sequence[Telling], groups: dict[int, Group], at: list[int], used: dict[Pair, Score]) -> None:
    """Give the dead, hurt and destroyed that a page tells right after an attack, by nobody's hand, to that attack."""
    order = sorted(range(len(told)), key=lambda i: (told[i].event.doc_id, told[i].event.start))
    for place, i in enumerate(order):
        if not told[i].suffered or any(not told[k].suffered for k in groups[at[i]].members):
            continue
        here = [j for j in order[place + 1 : place + 2] if told[j].event.sentence_id == told[i].event.sentence_id]
        for j in (*here, *reversed(order[max(0, place - NEARBY) : place])):
            near = (
                told[i].event.doc_id == told[j].event.doc_id and told[i].event.start - told[j].event.start < AFTERMATH
            )
            if not near or told[j].kind not in ("ASSAULT", "COERCE") or told[j].suffered:
                continue
            if at[i] != at[j] and statuses_fit(told[i], told[j]) and groups[at[j]].fits(groups[at[i]]):
                used[min(i, j), max(i, j)] = Score(ATTACHED, "the dead and hurt told right after an attack")
                merge(groups, at, at[j], at[i])
            break


def on_its_day(one: Telling, other: Telling) -> bool:
    """Tell whether two plans for a meeting are for one stated day."""
    ahead = one.kind == other.kind == "CONSULT" and one.status == other.status == "planned"
    return ahead and one.days is not None and one.days == other.days and narrow(one) and by_text(one.event.date_basis)


def leaning(told: Telling) -> bool:
    """Tell whether an event only speaks of one told elsewhere: without names but as known or of a certain day, or to deny it."""
    dated = told.days is not None and by_text(told.event.date_basis) and not told.parties
    known = told.definite or dated
    return told.status == "denied" or (known and not told.again and thin(told))


def merge(groups: dict[int, Group], at: list[int], one: int, other: int) -> None:
    """Take one group into another."""
    for member in groups[other].members:
        at[member] = one
    groups[one].take(groups.pop(other))


def neighbours(order: Sequence[int], place: int, told: Sequence[Telling]) -> Iterator[int]:
    """List the other events of the page: earlier ones first, from near to far."""
    page = told[order[place]].event.doc_id
    for j in reversed(order[:place]):
        if told[j].event.doc_id != page:
            break
        yield j
    for j in order[place + 1 :]:
        if told[j].event.doc_id != page:
            break
        yield j


def thin(told: Telling) -> bool:
    """Tell whether an event says nothing of who took part, or, of a meeting, no more than of which countries."""
    if told.kind in MUTUAL:
        return not any(p.person or (p.entity and not p.country) for p in told.parties)
    return not any((p.entity or p.country) and not p.place for p in told.parties)


def goes_with(one: Telling, other: Telling) -> bool:
    """Tell whether an event that names nobody new can speak of the other: kind, form, fate and days fit, no other country."""
    if one.kind != other.kind or not statuses_fit(one, other) or not days_fit(one, other):
        return False
    if not forms_fit(one, other) or not places_fit(one, other):
        return False
    if one.status == "planned" and one.days and not other.days and by_text(one.event.date_basis):
        return False  # what is fixed for a day is not whatever else is told of no day
    if one.status in ("planned", "postponed") and other.status in REAL and other.firm and not (one.days and other.days):
        return False  # talks put off are not those held
    if not one_word(one, other) or not one_subject(one, other):
        return False
    named = {p.country for p in other.parties} - {None}
    if any(p.single and not any(p.words & q.words for q in other.parties) for p in one.parties) and one.kind in MUTUAL:
        return False  # the consul visited them: not whoever else paid a visit
    if one.status == "denied":
        found = participants(one, other)
        return found is not None and (found > 0 or thin(one))
    return thin(one) and not ({p.country for p in one.parties} - {None}) - named


def one_subject(one: Telling, other: Telling) -> bool:
    """Tell whether two demands, charges or promises can be about one thing: told on one page, or in words in common."""
    if one.kind not in TOPICAL or one.event.doc_id == other.event.doc_id or one.status == "denied":
        return True
    return len((one.theme.sentence & other.theme.sentence) - POINTING) > 1


def one_word(one: Telling, other: Telling) -> bool:
    """Tell whether two events go by one word, or by words for one form of meeting or one deed."""
    if one.trigger == other.trigger or bool(one.families & other.families):
        return True
    return one.kind == "CONSULT" and one.event.mode == other.event.mode


class Reused:
    """Reused passages between pages, asked whether two events stand in the same words of one."""

    def __init__(self, reuses: Iterable[Reuse]) -> None:
        self.between: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
        for r in reuses:
            if r.kind != "shared_quote" and r.left_doc != r.right_doc:
                self.between[r.left_doc, r.right_doc].append(r)

    def same(self, one: Telling, other: Telling) -> bool:
        """Tell whether two triggers stand at matching places of one reused passage."""
        left, right = sorted((one.event, other.event), key=lambda e: e.doc_id)
        if left.doc_id == right.doc_id:
            return False
        if echo(one.theme.sentence, other.theme.sentence):
            return True
        if not close(one.theme.sentence, other.theme.sentence):
            return False
        return any(
            r.left_start <= left.start < r.left_end and r.right_start <= right.start < r.right_end
            and abs(share(left.start, r.left_start, r.left_end) - share(right.start, r.right_start, r.right_end)) < 0.1
            for r in self.between.get((left.doc_id, right.doc_id), ())
        )  # fmt: skip


def close(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sentences share enough words to stand at one place of a passage, reworded or not."""
    short, long = sorted((len(one), len(other)))
    return short >= CLOSE * long and len(one & other) >= CLOSE * max(1, short)


def echo(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sentences are one in other dress: long enough, nearly all content words in common."""
    return min(len(one), len(other)) >= LONG and len(one & other) >= ECHO * len(one | other)


def share(at: int, start: int, end: int) -> float:
    """Say how far into a passage a place lies, 0 to 1."""
    return (at - start) / (end - start)
