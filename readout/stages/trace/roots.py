"""Order the pages of a family as a tree: who is nearest to whom, and where the root lies, by all evidence together."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from readout.stages.trace.direction import Way
from readout.stages.trace.marks import Marks

SURE = 0.9  # of the weight of all hypotheses; below it a relation is left undetermined
MOST_ROOTS = 60  # candidates tried for a root; larger families try those with the best evidence of their own
LEAN = 0.005  # how much closer a point of evidence makes a pair
HUB = 1.2  # for each copy that then comes straight from the root
MOST_STEP = 6.0  # of what the wording tells of one step
STRAY, MOST_TOUCHED = 0.04, 6.0  # own changes that alignment makes up; and the most that they count
CHANGED = 0.15  # own changes of the least changed page, from which the origin is as likely to be absent
PUT_IN = 2.0  # for pieces that no other page has
LACK, MOST_LACKS = 0.7, 4.0  # for each page that shares a piece which the root would lack; and the most of it
LOSS, MOST_LOST = 0.5, 3.0  # for each page that would have lost a piece that few others have; and the most of it
ABSENT = 5.0  # against the origin being absent and the root its nearest copy: what the root's own marks must outweigh
ELSEWHERE, MOST_ELSEWHERE = 4.0, 8.0  # for each page that names an origin outside, beyond those that name the root
MOSTLY = 0.6  # of the weight of all hypotheses, from which a root is given, or an absent one
TIE = 0.02  # two pages this near to each other in closeness are equally close: a title or a misprint
Pair = tuple[int, int]


class Family(NamedTuple):
    """Pages that descend from one text: the root (null where it is not in the pile or cannot be told), how likely,
    each page's nearest page on the way to the root, and the relation of every pair."""

    members: tuple[int, ...]
    root: int | None
    chance: float
    hidden: bool
    parents: dict[int, int]
    ways: dict[Pair, Way]


class Known(NamedTuple):
    """What is known of a family: equal words of each pair, evidence that right comes from left, and own changes of
    each page: the share of its words that no other page has where at least two could."""

    same: Mapping[Pair, float]
    score: Mapping[Pair, float]
    own: Mapping[int, float]
    siblings: frozenset[Pair] = frozenset()  # pairs known to render one absent text
    inherited: Callable[[int, Pair], Way | None] = lambda root, pair: None  # what the changes of two pages tell
    said: Mapping[Pair, float] = {}  # the part of the score that rests on a page's own words
    outward: frozenset[int] = frozenset()  # pages that credit someone who published none of these
    marks: Mapping[int, Marks] = {}  # what each page has and lacks beside the others

    def step(self, page: int, above: int) -> float:
        """Give the evidence that a page has its text from another; none where the two share nothing by themselves."""
        pair = (min(page, above), max(page, above))
        said = self.said.get(pair, 0.0)
        score = max(-MOST_STEP, min(MOST_STEP, self.score.get(pair, 0.0) - said)) + said
        return score if page == pair[1] else -score


class Hypothesis(NamedTuple):
    """One way the family may hang together: from a page, or from an absent text that this page is nearest to."""

    score: float
    root: int
    absent: bool
    parents: Mapping[int, int]


def family(members: Sequence[int], known: Known) -> Family:
    """Find the tree of a family: every page is tried as the root, in the pile and as the nearest copy of an absent one.
    Pages that only render what the others say stand beside the tree."""
    worded = sorted({m for pair in known.same if pair not in known.siblings for m in pair})
    if known.siblings and len(worded) > 1:
        rest = among_themselves(worded, known)
        ways: dict[Pair, Way] = {pair: rest.ways.get(pair, "common_upstream") for pair in known.same}
        return rest._replace(members=tuple(members), ways=ways)
    return rooted(members, known)


def among_themselves(members: Sequence[int], known: Known) -> Family:
    """Find the tree of some pages of a family, as if the others were not there."""
    held = {pair for pair in known.same if pair not in known.siblings}
    same, score, said = ({p: v for p, v in of.items() if p in held} for of in (known.same, known.score, known.said))
    return rooted(members, known._replace(same=same, score=score, said=said, siblings=frozenset()))


def rooted(members: Sequence[int], known: Known) -> Family:
    """Weigh all hypotheses."""
    held = [h for root in candidates(members, known) for h in hypotheses(members, root, known)]
    most = max(h.score for h in held)
    weights = [math.exp(h.score - most) for h in held]
    shares = [(w / sum(weights), h) for w, h in zip(weights, held, strict=True)]
    gone = sum(share for share, h in shares if h.absent)
    chance, best = max(((share, h) for share, h in shares if not h.absent), key=lambda one: (one[0], -one[1].root))
    if known.siblings:
        ways: dict[Pair, Way] = {pair: below(pair, best.root, known) for pair in known.same}
        return Family(tuple(members), None, chance, True, {}, ways)
    likely = [(share, h) for share, h in shares if share >= 0.01]
    ways = {pair: settled(pair, likely, known) for pair in known.same}
    root = best.root if chance >= MOSTLY else None
    return Family(tuple(members), root, chance, gone >= MOSTLY, dict(best.parents), ways)


def hypotheses(members: Sequence[int], root: int, known: Known) -> Iterator[Hypothesis]:
    """Weigh a page as the root and as the nearest copy of an absent one, which is no origin by its own words and explains
    nobody's credit."""
    close = closeness(members, known)
    parents = swapped(spanning(close, root), close, known)
    copies = [page for page, above in parents.items() if above == root]
    total = HUB * len(copies) + sum(known.step(page, above) for page, above in parents.items())
    yield Hypothesis(total - blemish(root, known, len(copies) > 1) - elsewhere(root, known), root, False, parents)
    named = sum(max(0.0, toward(root, page, known)) for page in copies)
    yield Hypothesis(total - named - ABSENT * (1 - all_changed(members, known)), root, True, parents)


def all_changed(members: Sequence[int], known: Known) -> float:
    """Give how far every page has changes of its own, the least changed too: from none (0) to CHANGED (1)."""
    rates = sorted(known.own[m] for m in members if m in known.own)
    if len(rates) < 3 or rates[0] < 0.5 * rates[len(rates) // 2]:
        return 0.0
    return min(1.0, max(0.0, rates[0] - STRAY) / (CHANGED - STRAY))


def toward(root: int, page: int, known: Known) -> float:
    """Give how far a page itself says that it has its text from the root."""
    said = known.said.get((min(page, root), max(page, root)), 0.0)
    return said if page > root else -said


def elsewhere(root: int, known: Known) -> float:
    """Weigh the pages that name an origin which is none of these, less those that name the root."""
    if root in known.outward:
        return MOST_ELSEWHERE
    inward = sum(toward(root, page, known) > 0 for pair in known.said if root in pair for page in pair if page != root)
    return min(MOST_ELSEWHERE, ELSEWHERE * max(0, len(known.outward) - inward))


def candidates(members: Sequence[int], known: Known) -> list[int]:
    """Choose the pages that may be the root."""
    standing = dict.fromkeys(members, 0.0)
    for (left, right), score in known.score.items():
        standing[left] += score
        standing[right] -= score
    return sorted(members, key=lambda m: (-standing[m], m))[:MOST_ROOTS]


def closeness(members: Sequence[int], known: Known) -> dict[int, dict[int, float]]:
    """Give how close the pages of each pair are: the equal words, a little more where something tells their direction."""
    close: dict[int, dict[int, float]] = {m: {} for m in members}
    for (left, right), words in known.same.items():
        close[left][right] = close[right][left] = words * (1 + LEAN * min(6.0, abs(known.score[left, right])))
    return close


def spanning(close: Mapping[int, Mapping[int, float]], root: int) -> dict[int, int]:
    """Join all pages, beginning with the root, by the pairs with the most equal words, and give each page's parent: a page
    and what it was made from differ least. Of pages about equally close the root goes first, then the most central."""
    central = sorted(close, key=lambda m: (-sum(close[m].values()), m))
    place = {m: i for i, m in enumerate(central)}
    parents: dict[int, int] = {}
    best = {m: (close[root].get(m, 0.0), root) for m in sorted(close) if m != root}
    while best:
        page = max(best, key=lambda m: (best[m][0], -place[m]))
        parents[page] = best.pop(page)[1]
        for other, words in close[page].items():
            if other in best and words > best[other][0] * (1 + TIE):
                best[other] = (words, page)
    return parents


def swapped(parents: Mapping[int, int], close: Mapping[int, Mapping[int, float]], known: Known) -> dict[int, int]:
    """Turn the steps that the evidence contradicts, where the page below is as close to the one above both."""
    made = dict(parents)
    for page, above in sorted(parents.items()):
        over = made.get(above)
        if made[page] != above or over is None or known.step(page, above) >= 0:
            continue
        if close[over].get(page, 0.0) >= close[over].get(above, 0.0) * (1 - TIE):
            made[page], made[above] = over, page
    return made


def blemish(root: int, known: Known, central: bool) -> float:
    """Weigh what speaks against a page as the root: changes of its own, text put in, text it lacks. At an end of the tree
    its own changes may as well be those of its one copy."""
    mark = known.marks.get(root, Marks(0, 0))
    put_in = PUT_IN if mark.inserted else 0.0
    strange = put_in + min(MOST_LACKS, LACK * mark.lacks) + min(MOST_LOST, LOSS * mark.lost)
    return (touched(root, known) if central else 0.0) + strange


def touched(root: int, known: Known) -> float:
    """Weigh a page's own changes: an origin has none, but alignment errs in some words."""
    return min(MOST_TOUCHED, max(0.0, known.own.get(root, 0.0) - STRAY) / STRAY)


def below(pair: Pair, root: int, known: Known) -> Way:
    """Relate two pages under an absent root: siblings, unless one says that it has its text from the other; open where one
    has the other's changes, since both may have them from a page that is absent too."""
    if pair in known.siblings:
        return "common_upstream"
    inherited = known.inherited(root, pair) if root not in pair else None
    hints = inherited in ("left_from_right", "right_from_left")
    return told(pair, known) or ("undetermined" if hints else "common_upstream")


def told(pair: Pair, known: Known) -> Way | None:
    """Give who has it from whom by a page's own words."""
    said = known.said.get(pair, 0.0)
    return None if not said else "right_from_left" if said > 0 else "left_from_right"


def relation(pair: Pair, parents: Mapping[int, int]) -> Way:
    """Relate two pages of a rooted tree."""
    left, right = pair
    if descends(right, left, parents):
        return "right_from_left"
    return "left_from_right" if descends(left, right, parents) else "common_upstream"


def descends(page: int, other: int, parents: Mapping[int, int]) -> bool:
    """Tell whether `other` lies between a page and the root."""
    while page in parents:
        page = parents[page]
        if page == other:
            return True
    return False


def settled(pair: Pair, shares: Sequence[tuple[float, Hypothesis]], known: Known) -> Way:
    """Give the relation that most hypotheses agree on by weight, if enough do."""
    weight: dict[Way, float] = {}
    for share, h in shares:
        way = below(pair, h.root, known) if h.absent else under(pair, h.root, h.parents, known)
        weight[way] = weight.get(way, 0.0) + share
    best = max(sorted(weight), key=lambda w: weight[w])
    return best if weight[best] >= SURE else "undetermined"


def under(pair: Pair, root: int, parents: Mapping[int, int], known: Known) -> Way:
    """Relate two pages under a root: by what they say and by their changes before the tree."""
    way = relation(pair, parents)
    if root in pair:
        return way
    known_way = told(pair, known) or known.inherited(root, pair)
    if known_way is None or (known_way == "undetermined" and way == "common_upstream"):
        return "common_upstream" if way == "common_upstream" else "undetermined"
    return known_way
