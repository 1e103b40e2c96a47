"""Make families of the links: who descends from whom in each, and from how many origins each page draws."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.betrayals import Suspicion
from readout.stages.trace.blocks import Pair, blocks, by_block
from readout.stages.trace.direction import Evidence, Way, credits, evidence
from readout.stages.trace.inherited import Inheritance
from readout.stages.trace.joint import BECAUSE, issued_together
from readout.stages.trace.judge import Verdict
from readout.stages.trace.links import Links, is_copy
from readout.stages.trace.marks import marks
from readout.stages.trace.passages import Passage
from readout.stages.trace.pile import Pile
from readout.stages.trace.roots import Family, Known, family
from readout.text.align import EQUAL
from readout.text.likeness import matched

FEWEST_COMMON = 50  # words that two other pages also cover, from which the share of own changes means something

Change = tuple[int, int, tuple[int, ...]]  # first and last word, and the words another text has there


class Traced(NamedTuple):
    """All that is known of the copies of a pile."""

    links: Links
    families: list[Family]
    evidence: dict[Pair, list[Evidence]]
    ways: dict[Pair, Way]
    suspected: dict[int, Suspicion]  # pages that betray themselves alone
    joint: frozenset[Pair] = frozenset()  # pages of public bodies that issued one text together


def trace_families(
    pile: Pile,
    found: Links,
    judged: Sequence[Verdict],
    first_equal: NDArray[np.int64],
    suspected: Mapping[int, Suspicion],
) -> Traced:
    """Order every family of copies. `found` links documents, `judged` holds the passages of representatives, `suspected`
    the pages that betray themselves."""
    pairs = [pair for pair, parts in sorted(found.items()) if pair[0] != pair[1] and is_copy(parts)]
    copied = by_texts(judged)
    own = own_changes(pile, judged)
    joint = issued_together(pile, pairs, found)
    reasons = {pair: reasons_of(pile, pair, copied, first_equal, suspected) for pair in pairs if pair not in joint}
    reasons |= {pair: [Evidence(0.0, BECAUSE)] for pair in joint}
    score = {pair: sum(e.weight for e in rows) for pair, rows in reasons.items()}
    same = {pair: sum(p.similarity * p.size for p in found[pair]) for pair in pairs}
    rates = {d: own[first] for d, first in enumerate(first_equal.tolist()) if first in own}
    inside = by_block(blocks(pairs), pairs)
    twins = renderings(pairs, found) | joint
    inherited = Inheritance(pile, copied, first_equal).relation
    abroad = outward(pile, pairs)
    made = []
    for members, held in inside:
        known = Known(
            {p: same[p] for p in held},
            {p: score[p] for p in held},
            among(rates, members),
            twins & set(held),
            inherited,
            said_in(reasons, held),
            abroad & set(members),
            marks(pile, members, held, found),
        )
        made.append(family(members, known))
    ways = {pair: way for one in made for pair, way in one.ways.items()}
    answers = {pair: settled(pile, pair, ways[pair], found) for pair in pairs}
    answers |= dict.fromkeys(joint, "same_text")
    return Traced(found, made, reasons, answers, dict(suspected), joint)


def renderings(pairs: Iterable[Pair], found: Links) -> frozenset[Pair]:
    """Give the pairs that render one absent text, word by word alike to no page that would stand between them."""
    worded: dict[int, set[int]] = defaultdict(set)
    rendered = []
    for pair in pairs:
        if any(p.kind == "translated" for p in found[pair]):
            rendered.append(pair)
        else:
            worded[pair[0]].add(pair[1])
            worded[pair[1]].add(pair[0])
    return frozenset(pair for pair in rendered if not worded[pair[0]] & worded[pair[1]])


def said_in(reasons: Mapping[Pair, list[Evidence]], held: Iterable[Pair]) -> dict[Pair, float]:
    """Give the pairs of which one page says that it has its text from the other, and how much that weighs."""
    sums = {pair: sum(e.weight for e in reasons[pair] if e.said) for pair in held}
    return {pair: s for pair, s in sums.items() if s}


def outward(pile: Pile, pairs: Iterable[Pair]) -> frozenset[int]:
    """Give the pages that credit someone, but none of the pages that share text with them."""
    pages = pile.documents
    beside: dict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        beside[left].add(right)
        beside[right].add(left)
    credited = [m for m in beside if pages[m].credited_source]
    return frozenset(m for m in credited if not any(credits(pages[m], pages[o]) for o in beside[m]))


def among(rates: Mapping[int, float], members: Iterable[int]) -> dict[int, float]:
    return {m: rates[m] for m in members if m in rates}


def by_texts(judged: Iterable[Verdict]) -> dict[Pair, list[Verdict]]:
    """Group the copied passages by their texts."""
    rows: dict[Pair, list[Verdict]] = defaultdict(list)
    for v in judged:
        if v.kind != "shared_quote":
            rows[v.passage.left, v.passage.right].append(v)
    return rows


def reasons_of(
    pile: Pile,
    pair: Pair,
    copied: Mapping[Pair, list[Verdict]],
    first_equal: NDArray[np.int64],
    suspected: Mapping[int, Suspicion],
) -> list[Evidence]:
    """Gather the evidence for a pair; the wording speaks through the representatives of both texts."""
    left, right = int(first_equal[pair[0]]), int(first_equal[pair[1]])
    rows = copied.get((min(left, right), max(left, right)), [])
    found = evidence(pile, pair, rows, suspected)
    turned = left > right
    return [e if not turned or not e.textual else e.turned() for e in found]


def own_changes(pile: Pile, judged: Iterable[Verdict]) -> dict[int, float]:
    """Give, for each text, the share of its words in place of which two others agree on something else, and which no
    other has: changes of its own. Only words that two or more others cover count."""
    changes: dict[int, Counter[Change]] = defaultdict(Counter)
    equal: dict[int, NDArray[np.int64]] = {}
    cover: dict[int, NDArray[np.int64]] = {}
    copied = [v.passage for v in judged if v.kind != "shared_quote" and v.passage.left != v.passage.right]
    times = Counter(text for p in copied for text in (p.left, p.right))  # once is too few for any word
    for p in copied:
        if times[p.left] < 2 and times[p.right] < 2:
            continue
        for text, first, last, at in sides(p):
            if times[text] < 2:
                continue
            words = int(pile.cut.firsts[text + 1] - pile.cut.firsts[text])
            cover.setdefault(text, np.zeros(words, np.int64))[first:last] += 1
            equal.setdefault(text, np.zeros(words, np.int64))[at] += 1
        for text, change in replaced(pile, p):
            if times[text] > 1:
                changes[text][change] += 1
    common = {text: rows > 1 for text, rows in cover.items()}
    return {
        text: alone(changes[text], equal[text]) / float(rows.sum())
        for text, rows in common.items()
        if rows.sum() >= FEWEST_COMMON
    }


def sides(p: Passage) -> Iterator[tuple[int, int, int, NDArray[np.int64]]]:
    """Give each text of a passage with its bounds there and the words that are equal on both sides."""
    left, right = matched(p.edits, EQUAL)
    yield p.left, p.bounds[0], p.bounds[1], left
    yield p.right, p.bounds[2], p.bounds[3], right


def replaced(pile: Pile, p: Passage) -> Iterator[tuple[int, Change]]:
    """Give what stands in place of what, seen from either text."""
    e = p.edits
    changed = e.kinds != EQUAL
    a, b = int(pile.cut.firsts[p.left]), int(pile.cut.firsts[p.right])
    for left, left_end, right, right_end in zip(*(column[changed].tolist() for column in e[1:5]), strict=True):
        here = tuple(pile.cut.hashes[a + left : a + left_end].tolist())
        there = tuple(pile.cut.hashes[b + right : b + right_end].tolist())
        yield p.left, (left, left_end, there)
        yield p.right, (right, right_end, here)


def alone(changes: Counter[Change], equal: NDArray[np.int64]) -> int:
    """Count the words that two others agree to have otherwise and nobody has the same."""
    return sum(max(1, end - start) for (start, end, _), n in changes.items() if n > 1 and not equal[start:end].any())


def settled(pile: Pile, pair: Pair, way: Way, found: Links) -> Way:
    """Settle what the tree leaves open: equal texts are equal, and two pages that credit one third page are siblings."""
    left, right = (pile.documents[d] for d in pair)
    if way != "undetermined":
        return way
    if left.credited_source and left.credited_source == right.credited_source:
        return "common_upstream"
    equal = all(p.kind == "verbatim" for p in found[pair]) and covers(pile, pair, found)
    return "same_text" if equal else "undetermined"


def covers(pile: Pile, pair: Pair, found: Links) -> bool:
    """Tell whether the shared parts are nearly all of both pages."""
    shared = sum(p.size for p in found[pair])
    return all(shared >= 0.95 * (pile.cut.firsts[d + 1] - pile.cut.firsts[d]) for d in pair)
