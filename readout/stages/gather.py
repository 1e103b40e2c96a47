"""gather: Document, Sentence, Mention, Entity, Link, Reuse → Story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import log, sqrt

from readout.ids import make_id
from readout.records import Document, Entity, Link, Mention, Reuse, Sentence, Story
from readout.stage import stage
from readout.tables import Table
from readout.text import story_words

# How much a shared name tells of one story: persons and bodies much, countries little. Ours.
WEIGHT = {"person": 1.0, "organisation": 0.8, "group": 0.6, "government": 0.5, "place": 0.4, "country": 0.3}
UNKNOWN = 0.4  # a name nobody resolved
ALIKE = 0.25  # cosine of two pages' names from which they tell one story, see docs/decisions/0006
LOOSE = 0.15  # cosine of pairs of pages of which two at least join two groups
SHARED = 2  # names two pages must share at least
APART_DAYS = 21  # days between pages of one story whose names are alike enough
LONG_AFTER, CLOSE = 120, 0.45  # days between pages of one story told on and on, and the cosine that takes; ours
NAMES = "names and days in common"
WORDS = "uncommon words and days in common"
WORDED = 0.14  # cosine of uncommon words, with half that of the names, from which two pages tell one story; ours
RARELY = 0.12  # the same where two pairs join two groups; pages of two stories of our own piles have 0.1 at most
OTHERS = 30  # pages a pile is thought to stand beside, so that in a small one a name on all its pages still tells; ours
MOST_PAGES = 400  # a name on more pages than this brings no two of them together

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a page is about: its names with weights, and its day."""

    doc_id: str
    names: Vector
    day: int | None


@stage(version=6, scope="corpus")
def gather(
    documents: Table[Document], sentences: Table[Sentence], mentions: Table[Mention], entities: Table[Entity],
    links: Table[Link], reuses: Table[Reuse],
) -> Table[Story]:  # fmt: skip
    """Group the documents that tell of one story: those that share names or uncommon words and days, and those
    that share text.

    Makes: one Story per group; every document is in exactly one.
    Cost: linear in words, plus the pairs of pages that share a name or uncommon words on few pages.
    Does not: tell instances of one kind of event apart; `fuse` does, by day, place and participants.
    Method: ours: cosine of names weighted by type and rarity, and of uncommon words; connected groups.
    """
    profiles = profiles_of(documents, mentions, entities, links)
    joined = Joined(documents.column("doc_id"))
    alike = list(by_names(profiles))
    for left, right, because in [*by_text(reuses), *((a, b, NAMES) for a, b, c in alike if c >= ALIKE)]:
        joined.join(left, right, because)
    worded = list(by_words(profiles, sentences, {d.doc_id: d.text for d in documents}))
    for left, right in ((a, b) for a, b, c in worded if c >= WORDED):
        joined.join(left, right, WORDS)
    for left, right in twice(joined, worded):
        joined.join(left, right, "two pages with fewer words in common")
    for left, right in twice(joined, alike):
        joined.join(left, right, "two pages with fewer names in common")
    return Table.of(Story, joined.stories())


class Joined:
    """Groups of documents under union, with what joined them."""

    def __init__(self, doc_ids: tuple[str, ...]) -> None:
        self.parent = {d: d for d in doc_ids}
        self.reasons: dict[str, Counter[str]] = {d: Counter() for d in doc_ids}

    def root(self, doc_id: str) -> str:
        while self.parent[doc_id] != doc_id:
            self.parent[doc_id] = self.parent[self.parent[doc_id]]
            doc_id = self.parent[doc_id]
        return doc_id

    def join(self, left: str, right: str, because: str) -> None:
        first, second = sorted((self.root(left), self.root(right)))
        self.reasons[first][because] += 1
        if first != second:
            self.parent[second] = first
            self.reasons[first] += self.reasons[second]

    def stories(self) -> Iterator[Story]:
        groups: dict[str, list[str]] = defaultdict(list)
        for doc_id in sorted(self.parent):
            groups[self.root(doc_id)].append(doc_id)
        for root, members in groups.items():
            told = "; ".join(f"{n} × {why}" for why, n in sorted(self.reasons[root].items()))
            yield Story(make_id("sto", *members), tuple(members), told or "shares no story with another page")


def profiles_of(
    documents: Table[Document], mentions: Table[Mention], entities: Table[Entity], links: Table[Link]
) -> list[Profile]:
    """Give what each page is about."""
    weight = {e.entity_id: WEIGHT.get(e.type, 0.3) for e in entities}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    means = {k.right: k.left for k in links if k.verdict == "same" and k.left in weight}
    texts = {d.doc_id: d.text for d in documents}
    for m in mentions:
        name = means.get(m.mention_id) or (texts[m.doc_id][m.start : m.end].lower() if m.form == "name" else None)
        if name:
            counts[m.doc_id][name] += 1
    pages = Counter(name for c in counts.values() for name in c)
    total = len(counts) + OTHERS
    made = []
    for d in documents:
        names = {
            n: weight.get(n, UNKNOWN) * (1 + log(k)) * log(1 + total / pages[n]) for n, k in counts[d.doc_id].items()
        }
        length = sqrt(sum(v * v for v in names.values())) or 1.0
        made.append(Profile(d.doc_id, {n: v / length for n, v in names.items()}, ordinal(d.published)))
    return made


def ordinal(day: str | None) -> int | None:
    """Give the number of a day; null where none is known."""
    return date.fromisoformat(day[:10]).toordinal() if day and len(day) >= 10 else None


def by_text(reuses: Table[Reuse]) -> Iterator[tuple[str, str, str]]:
    """Join pages that share text."""
    for r in reuses:
        if r.kind != "shared_quote" and r.left_doc != r.right_doc:
            yield r.left_doc, r.right_doc, "text in common"


def by_names(profiles: list[Profile]) -> Iterator[tuple[str, str, float]]:
    """List the pairs of pages that are about the same names at the same time, with how alike they are."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at, p in enumerate(profiles):
        for name in p.names:
            holding[name].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for listed in holding.values():
        if len(listed) <= MOST_PAGES:
            shared.update(combinations(listed, 2))
    for (i, j), number in sorted(shared.items()):
        one, other = profiles[i], profiles[j]
        value = cosine(one.names, other.names) if number >= SHARED and near(one, other, LONG_AFTER) else 0.0
        if value >= (LOOSE if near(one, other, APART_DAYS) else CLOSE):
            yield one.doc_id, other.doc_id, value


def by_words(
    profiles: list[Profile], sentences: Table[Sentence], texts: Mapping[str, str]
) -> Iterator[tuple[str, str, float]]:
    """List the pairs of pages that use the same uncommon words at the same time, with how alike they are."""
    held = sentences.by("doc_id")
    bodies = [" ".join(texts[p.doc_id][s.start : s.end] for s in held.get(p.doc_id, ())) for p in profiles]
    for i, j, value in story_words.alike(story_words.profiles(bodies), RARELY):
        one, other = profiles[i], profiles[j]
        if near(one, other, APART_DAYS):
            yield one.doc_id, other.doc_id, value + cosine(one.names, other.names) / 2


def twice(joined: Joined, alike: list[tuple[str, str, float]]) -> Iterator[tuple[str, str]]:
    """List the groups that two loosely alike pairs of pages bring together."""
    between: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for left, right, _ in alike:
        one, other = sorted((joined.root(left), joined.root(right)))
        if one != other:
            between[one, other].append((left, right))
    for pairs in between.values():
        if len(pairs) > 1:
            yield pairs[0]


def near(one: Profile, other: Profile, most: int) -> bool:
    """Tell whether at most so many days lie between the writing of two pages, as far as their days are known."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= most


def cosine(one: Vector, other: Vector) -> float:
    """Give the cosine of two vectors of length 1."""
    small, large = sorted((one, other), key=len)
    return sum(v * large.get(n, 0.0) for n, v in small.items())
