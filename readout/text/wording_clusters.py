"""Group wordings into acts of saying: same words, shared words, who speaks, when, and which pages copy one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from readout.text.wordings import Likeness, Wording, keys, likeness

# Bits that shared words must tell, see docs/decisions/0010. About 12 bits are one rare word, 60 a sentence of news.
SURE: Final = 60.0  # so long a run of words is said once, whoever is named and whenever it is printed
TELLING: Final = 20.0
LITTLE: Final = 8.0
LEAST_KEY: Final = 8.0  # a word that tells less finds no partner by itself
FULLEST: Final = 100  # keys that more groups have find none
NEAR_DAYS: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One wording on one page, from start to end: who is named, the day of the page, the day the page gives for the
    saying, the family of pages that share text, whether the words are quoted."""

    id: str
    doc_id: str
    wording: Wording
    speaker: str | None
    published: date | None
    stated: date | None
    family: str
    quoted: bool
    start: int
    end: int
    twice: bool = False  # the page says a passage twice, in other words
    country: str | None = None  # of the speaker
    body: bool = False  # the speaker is a body, not a person
    denied: bool = False  # the words stand without marks and were denied: they are no wording of what was stated


Opposite = Collection[tuple[str, str]]  # ids of two wordings, the smaller first


@dataclass
class Group:
    """Wordings held to be one act of saying so far, all of the words of the first or parts of them."""

    told: list[Told]
    speakers: set[str] = field(default_factory=set)

    @property
    def wording(self) -> Wording:
        return max((t.wording for t in self.told), key=lambda w: (w.bits, w.words))


def clusters(told: Sequence[Told], opposite: Opposite) -> list[list[Told]]:
    """Group wordings; each is in just one group. Groups and their members come in the order of ids.

    `opposite` holds the pairs that stand at the same place of two passages of which one was made of the other.

    Cost: linear in wordings, plus a comparison for each pair of groups that shares two telling words.
    Method: ours: single linkage from the surest link to the least, a link between groups only where `same_act` allows it.
    """
    groups = [Group([t]) for t in sorted(told, key=lambda t: t.id)]
    place = list(range(len(groups)))
    links = sorted(linked(groups, opposite), key=lambda link: (-link[0], link[1], link[2]))
    for _, i, k in links:
        a, b = root(place, i), root(place, k)
        if a != b and not clash(groups[a], groups[b]):
            groups[a].told += groups[b].told
            place[b] = a
    return [sorted(g.told, key=lambda t: t.id) for i, g in enumerate(groups) if place[i] == i]


def root(place: list[int], i: int) -> int:
    """The group that number i is in by now."""
    while place[i] != i:
        place[i] = place[place[i]]
        i = place[i]
    return i


def linked(groups: Sequence[Group], opposite: Opposite) -> Iterator[tuple[float, int, int]]:
    """List the pairs that are one act of saying, with how sure that is."""
    numbers = {g.told[0].id: i for i, g in enumerate(groups)}
    placed = {(numbers[a], numbers[b]) for a, b in opposite}
    for i, k in sorted({*candidates(groups), *placed}):
        a, b = groups[i].told[0], groups[k].told[0]
        side = one_side(a, b)
        if a.denied != b.denied:
            continue
        if not ((i, k) in placed or a.wording.may_hold(b.wording) or may_be_reworded(a, b) or side):
            continue
        like = likeness(a.wording, b.wording)
        together = same_act(a, b, like) or ((i, k) in placed and may_be_one(a, b, like))
        if together or (side and like.how == "reworded" and shares_run(a, b)):
            yield {"same": 3.0, "trimmed": 2.0, "reworded": 1.0}[like.how] + like.of_shorter, i, k


def candidates(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """List the pairs worth comparing: the same words, or two keys in common. Copies of one wording form a chain."""
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, g in enumerate(groups):
        same[g.told[0].wording.stems].append(i)
    holders: dict[str | int, list[int]] = defaultdict(list)
    for members in same.values():
        yield from chained(groups, members)
        for key in keys(groups[members[0]].told[0].wording, LEAST_KEY):
            holders[key].append(members[0])
    shared: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        if 1 < len(found) <= FULLEST:
            shared.update(combinations(sorted(found), 2))
    by_first = {members[0]: members for members in same.values()}
    for (i, k), n in shared.items():
        fewest = min(len(groups[x].told[0].wording.words) for x in (i, k))
        if n >= (2 if fewest > 3 else 1):
            yield from ((a, b) if a < b else (b, a) for a in by_first[i][:FEW] for b in by_first[k][:FEW])


FEW: Final = 12  # members of one wording that are compared with another wording; the chain joins the rest


def chained(groups: Sequence[Group], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of equal wordings: all of few, of many each with the next ones in order of day and speaker."""
    if len(members) <= FEW:
        yield from combinations(members, 2)
        return
    ordered = sorted(
        members, key=lambda i: (groups[i].told[0].speaker or "", groups[i].told[0].published or date.min, i)
    )
    for n, i in enumerate(ordered):
        yield from ((min(i, k), max(i, k)) for k in ordered[n + 1 : n + 4])


# --- is it one act? ---------------------------------------------------------------------------------------------------


def same_act(a: Told, b: Told, like: Likeness) -> bool:
    """Two wordings report one act of saying."""
    near, family = gap(a, b) <= NEAR_DAYS, a.family == b.family
    other_speaker = a.speaker is not None and b.speaker is not None and a.speaker != b.speaker and not one_side(a, b)
    if a.doc_id == b.doc_id and like.how == "reworded" and not a.twice:
        return False
    if like.how != "reworded":
        return same_words(like, near or family, family, other_speaker, a.speaker is not None and a.speaker == b.speaker)
    return not other_speaker and other_words(a, b, like, family)


def one_side(a: Told, b: Told) -> bool:
    """Quoted words of a day or two by nobody known, or by a body and one who may speak for it: a ministry and its minister."""
    if not (a.quoted and b.quoted) or a.doc_id == b.doc_id or gap(a, b) > 1:
        return False
    if a.speaker is None or b.speaker is None:
        return a.speaker is not b.speaker
    return a.speaker != b.speaker and a.country is not None and a.country == b.country and a.body != b.body


def shares_run(a: Told, b: Told) -> bool:
    """A run of words stands in both that is said once, and tells most of what the shorter one tells."""
    one, other = a.wording, b.wording
    run = SequenceMatcher(None, one.stems, other.stems, autojunk=False).find_longest_match()
    told = sum(one.weights[run.a : run.a + run.size])
    return told >= SURE and told >= 0.5 * min(one.bits, other.bits) and one.negated == other.negated


def may_be_reworded(a: Told, b: Told) -> bool:
    """Other words for the same are only looked for on pages that share text, or by one speaker on one day or the next."""
    if a.speaker is not None and b.speaker is not None and a.speaker != b.speaker:
        return False
    return a.family == b.family or (a.speaker is not None and a.speaker == b.speaker and gap(a, b) <= 1)


def may_be_one(a: Told, b: Told, like: Likeness) -> bool:
    """At the same place of a copied passage a few words in common are enough, or one speaker and as many words."""
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return False
    short, long = sorted((len(a.wording.words), len(b.wording.words)))
    one_speaker = a.speaker is not None and a.speaker == b.speaker and a.quoted and b.quoted
    return like.of_shorter >= 0.3 or (one_speaker and 2 * short >= long)


def same_words(like: Likeness, near: bool, family: bool, other_speaker: bool, same_speaker: bool) -> bool:
    """The same words, or a part of them: the fewer they are, the more must speak for one act."""
    if like.bits >= SURE:
        return True
    if other_speaker:
        return family and like.bits >= 2 * TELLING
    if same_speaker or family:
        return near and like.bits >= (LITTLE if same_speaker or like.how == "same" else TELLING)
    return near and like.bits >= 1.5 * TELLING


def other_words(a: Told, b: Told, like: Likeness, family: bool) -> bool:
    """Other words for the same: a copy made by machine, or one speaker on one day."""
    same_speaker = a.speaker is not None and a.speaker == b.speaker
    if not (a.quoted and b.quoted):
        return same_speaker and gap(a, b) <= 1 and like.bits >= 1.5 * TELLING and like.of_shorter >= 0.75
    if family:
        few = like.of_shorter >= 0.95 and like.of_longer >= 0.95 and same_speaker and like.bits >= LITTLE
        return few or (like.bits >= TELLING and like.of_shorter >= 0.55 and like.of_longer >= 0.35)
    close = like.of_shorter >= 0.65 and like.of_longer >= 0.5 and like.bits >= 1.5 * TELLING
    return same_speaker and close and gap(a, b) <= 1 and a.wording.negated == b.wording.negated


def gap(a: Told, b: Told) -> int:
    """Days between two wordings, by the day of the saying where both pages give it, else by the day of the page."""
    if a.stated and b.stated:
        return abs((a.stated - b.stated).days)
    return abs((a.published - b.published).days) if a.published and b.published else 0


def clash(one: Group, other: Group) -> bool:
    """One report stands inside the other, or pages date the saying to days apart and the words in common are few."""
    if inside_another(one, other):
        return True
    days = [t.stated for g in (one, other) for t in g.told if t.stated]
    apart = bool(days) and (max(days) - min(days)).days > 1
    return apart and min(one.wording.bits, other.wording.bits) < SURE


def inside_another(one: Group, other: Group) -> bool:
    """A page reports one of them inside the other: she said that he had promised to."""
    spans: dict[str, list[Told]] = defaultdict(list)
    for t in one.told:
        spans[t.doc_id].append(t)
    return any(t.start < s.end and s.start < t.end for t in other.told for s in spans.get(t.doc_id, ()))
