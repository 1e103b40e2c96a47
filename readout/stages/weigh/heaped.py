"""Lay the numbers that pages give of one thing on one row, and those of two things on two, by how likely they are of one.

Method: ours: logistic regression on the signs of a pair of values (`value_signs`), and once more with what the first look says of
the other values of the story (`rivals`); one set of weights for values that can be one number and one for those that differ, fitted
to pairs that readers judged (`training/values.py`). The likeliest pairs join
first, rows by the mean of their pairs above what is asked of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from readout.lexicon import read
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.judge import whole_and_parts
from readout.stages.weigh.parting import label
from readout.stages.weigh.rivals import with_rivals
from readout.stages.weigh.spots import Woven
from readout.stages.weigh.value_signs import Node, Story, base, comparable, signs
from readout.stages.weigh.values import Said
from readout.text import log_odds

MOST = 400  # values of one story that are compared, those of most pages first; ours
LOOKS, KINDS = ("first", "again"), ("meeting", "differing")
APART = 0.5  # what a pair that cannot be of one thing weighs against a row; ours
WORDS = frozenset(("status", "reason", "date", "speaker"))  # properties that are told in no numbers

Given = Mapping[str, Mapping[str, Sequence[Said]]]  # occurrence → property → values
Made = dict[str, dict[str, list[Said]]]


class Pair(NamedTuple):
    """Two values by their numbers, whether they can be one number, and the signs of the pair."""

    left: int
    right: int
    meeting: bool
    signs: Mapping[str, float]

    @property
    def kind(self) -> str:
        """Name the weights it is judged by."""
        return "meeting" if self.meeting else "differing"


def heaped(given: Given, stories: Sequence[Woven], acts: Acts) -> Made:
    """Give the values of each occurrence with numbers of one thing on one row; what is told in words stays where it is."""
    made: Made = {a: {n: list(s) for n, s in by_name.items() if not numbered(n, s)} for a, by_name in given.items()}
    for story in told_in(given, stories, acts):
        place(made, story, *rows_of(story))
    return made


def numbered(name: str, said: Sequence[Said]) -> bool:
    """Tell whether a property is told in numbers."""
    return base(name) not in WORDS and all(s.range for s in said)


def told_in(given: Given, stories: Sequence[Woven], acts: Acts) -> Iterator[Story]:
    """Give the numbers of each story as values, those of most pages first."""
    found: dict[str, list[Node]] = defaultdict(list)
    for about, by_name in sorted(given.items()):
        for name, said in sorted(by_name.items()):
            if numbered(name, said):
                values = by_value(said)
                story = acts.story.get(said[0].evidence.doc_id, said[0].evidence.doc_id)
                found[story] += (Node.of(about, name, len(values), group, stories) for group in values)
    for _, nodes in sorted(found.items()):
        yield Story(sorted(nodes, key=lambda n: (-len(n.pages), n.about, n.name, n.range)), stories, acts)


def by_value(said: Sequence[Said]) -> list[list[Said]]:
    """Put equal numbers of one row together."""
    found: dict[tuple[float, float, str], list[Said]] = defaultdict(list)
    for s in said:
        if s.range:
            found[s.range.low, s.range.high, s.unit or ""].append(s)
    return [found[k] for k in sorted(found)]


def pairs(story: Story) -> Iterator[Pair]:
    """Compare the values of a story that can be of one thing.

    Cost: quadratic in values of one kind, of which only the first `MOST` are compared.
    """
    for i, j in combinations(range(min(MOST, len(story.nodes))), 2):
        a, b = story.nodes[i], story.nodes[j]
        if comparable(a, b):
            yield Pair(i, j, a.range.meets(b.range), signs(a, b, story))


def rows_of(story: Story) -> tuple[list[list[int]], Mapping[tuple[int, int], float]]:
    """Group the values of a story, by their numbers, that are of one thing; give the groups and the chances of pairs."""
    spare = dict(added_up(story))
    chances = dict(spare)
    for p, likely in looked_at_twice(story):
        chance = chances.setdefault((p.left, p.right), likely)
        spare.setdefault((p.left, p.right), chance - weights()["again"][p.kind].threshold)
    owner = list(range(len(story.nodes)))
    members = {i: [i] for i in owner}
    for (i, j), _ in sorted(((k, v) for k, v in spare.items() if v >= 0), key=lambda item: (-item[1], item[0])):
        a, b = owner[i], owner[j]
        if a != b and mean(spare, members[a], members[b]) >= 0:
            keep, gone = min(a, b), max(a, b)
            members[keep] += members.pop(gone)
            for k in members[keep]:
                owner[k] = keep
    return [sorted(row) for _, row in sorted(members.items())], chances


def looked_at_twice(story: Story) -> Iterator[tuple[Pair, float]]:
    """Compare the values of a story; give how likely each pair is of one thing, by a second look where the first leaves it open."""
    first = list(pairs(story))
    chances = {(p.left, p.right): weights()["first"][p.kind].chance(p.signs) for p in first}
    again = {(p.left, p.right): weights()["again"][p.kind].chance(p.signs) for p in beside_others(story, first, chances)}
    yield from ((p, again.get((p.left, p.right), chances[p.left, p.right])) for p in first)


def beside_others(story: Story, first: Sequence[Pair], chances: Mapping[tuple[int, int], float]) -> Iterator[Pair]:
    """Give the pairs that a first look leaves open, with what its chances say of the other values of their story (`rivals`)."""
    more = dict(with_rivals(story, chances, frozenset((p.left, p.right) for p in first if p.meeting)))
    yield from (p._replace(signs={**p.signs, **more[p.left, p.right]}) for p in first if (p.left, p.right) in more)


def sure(chances: Mapping[tuple[int, int], float], one: int, row: Sequence[int]) -> float | None:
    """Give how likely a value is of one thing with the others of its row, on the mean; null where it stands alone."""
    others = [chances.get((min(one, i), max(one, i)), 0.0) for i in row if i != one]
    return sum(others) / len(others) if others else None


def mean(spare: Mapping[tuple[int, int], float], one: Sequence[int], other: Sequence[int]) -> float:
    """Give how far on average the pairs of two rows are above what is asked of them."""
    return sum(spare.get((min(i, j), max(i, j)), -APART) for i in one for j in other) / (len(one) * len(other))


def added_up(story: Story) -> Iterator[tuple[tuple[int, int], float]]:
    """Give the pairs of lengths of one row that add up as parts and whole: they stay together."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, node in enumerate(story.nodes):
        if base(node.name) == "duration":
            rows[node.about, node.name].append(i)
    for row in rows.values():
        if whole_and_parts([story.nodes[i].said for i in row]):
            yield from ((pair, 1.0) for pair in combinations(row, 2))


def place(made: Made, story: Story, rows: Sequence[Sequence[int]], chances: Mapping[tuple[int, int], float]) -> None:
    """Put each row where most of its pages told it: on its act, under its property; a second row of that name under a word of its
    own."""
    first: dict[tuple[str, str], list[Said]] = {}
    for row in sorted(rows, key=lambda r: (-len({d for i in r for d in story.nodes[i].pages}), r)):
        nodes = [story.nodes[i] for i in row]
        best = min(nodes, key=lambda n: (-len(n.pages), ":" in n.name, n.about, n.name, n.range))
        likely = [sure(chances, i, row) for i in row]
        said = [replace(s, sure=chance) for n, chance in zip(nodes, likely, strict=True) for s in n.said]
        name = best.name
        if (best.about, name) in first:
            name = own_name(best, said, first[best.about, name], story)
        taken = made.setdefault(best.about, {})
        while name in taken:
            name = f"{base(name)}: {1 + sum(base(n) == base(name) for n in taken)}"
        first.setdefault((best.about, name), said)
        taken[name] = [replace(s, property=name) for s in once(said)]


def own_name(best: Node, said: Sequence[Said], other: Sequence[Said], story: Story) -> str:
    """Name a row apart from another by the weightiest word around its figures."""
    woven = next((w for w in story.woven if any(w.find(s) for s in said)), None)
    own = label(said, [s for s in other if woven.find(s)], woven) if woven else None
    return f"{base(best.name)}: {own}" if own else best.name


def once(said: Sequence[Said]) -> list[Said]:
    """Keep one value of each stretch."""
    kept = {s.evidence: s for s in sorted(said, key=lambda s: s.gated, reverse=True)}
    return [kept[e] for e in sorted(kept, key=lambda e: (e.doc_id, e.start, e.end))]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, Mapping[str, log_odds.Decision]]:
    """Read the published weights: of each look those of each kind of pair."""
    card = read("value_weights")
    return {look: {kind: log_odds.decision(card[look][kind]) for kind in KINDS} for look in LOOKS}
