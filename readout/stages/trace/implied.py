"""Find what two copies share because both have it from a third: two rewrites of one page have few runs of words in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.blocks import Pair, blocks, by_block
from readout.stages.trace.candidates import Aligned
from readout.stages.trace.judge import Verdict, changes, is_quotation, is_swapped, kind_of
from readout.stages.trace.links import EVERY_PAIR
from readout.stages.trace.passages import Passage, passages
from readout.stages.trace.pile import Pile
from readout.text.align import ALIKE, EQUAL, align
from readout.text.chains import GAP, Chains
from readout.text.likeness import matched

LEAST = 12  # words, about a sentence: of the third page that both have beyond what is known, and that match in the end
ROUNDS = 2
ANCHORS = 4  # equal words from which two stretches are aligned
Ints = NDArray[np.int64]


def implied(pile: Pile, judged: Sequence[Verdict]) -> list[Verdict]:
    """Judge the passages that two pages of a family both have from a third, and that were not found between the two; then
    those that follow from these."""
    found: list[Verdict] = []
    for _ in range(ROUNDS):
        found += implied_once(pile, [*judged, *found])
    return found


def implied_once(pile: Pile, judged: Sequence[Verdict]) -> Iterator[Verdict]:
    """Judge the passages that follow from what is judged."""
    copied = by_pair(v for v in judged if v.kind != "shared_quote")
    middle = best_middles(pile, copied)
    made = passages(pile, [aligned_through(pile, copied, middle)], known=True)
    known = by_pair(judged)
    grouped: dict[Pair, list[Passage]] = defaultdict(list)
    for p in made:
        held = known.get((p.left, p.right), [])
        if p.explained >= LEAST and not is_quotation(p) and not any(crosses(p, v.passage) for v in held):
            grouped[p.left, p.right].append(p)
    for pair, rows in grouped.items():
        swapped = is_swapped([*rows, *(v.passage for v in copied.get(pair, []))])
        for p in rows:
            yield Verdict(p, kind_of(p, swapped), because(pile, middle[pair], p))


def by_pair(judged: Iterable[Verdict]) -> dict[Pair, list[Verdict]]:
    """Group verdicts by their texts, those within one text left out."""
    rows: dict[Pair, list[Verdict]] = defaultdict(list)
    for v in judged:
        if v.passage.left != v.passage.right:
            rows[v.passage.left, v.passage.right].append(v)
    return rows


def best_middles(pile: Pile, copied: Mapping[Pair, Sequence[Verdict]]) -> dict[Pair, int]:
    """Give the pairs that have more in common through a third page than was found between them, with that page: of several
    the one through which they share most."""
    known = {pair: sum(v.passage.like.words for v in rows) for pair, rows in copied.items()}
    best: dict[Pair, tuple[int, int]] = {}
    for middle, near in neighbours(copied).items():
        covers = np.stack([through(pile, copied, middle, copy) >= 0 for copy in near]).astype(np.float32)
        shared = (covers @ covers.T).astype(np.int64).tolist()
        for (i, one), (k, other) in combinations(enumerate(near), 2):
            words = shared[i][k]
            if words >= LEAST + known.get((one, other), 0):
                best[one, other] = max(best.get((one, other), (0, 0)), (words, -middle))
    return {pair: -middle for pair, (_, middle) in best.items()}


def neighbours(copied: Iterable[Pair]) -> dict[int, list[int]]:
    """Give the copies of each page, ascending, in families of up to the size that lists every pair."""
    pairs = sorted(copied)
    near: dict[int, list[int]] = defaultdict(list)
    for members, inside in by_block(blocks(pairs), pairs):
        for left, right in inside if len(members) <= EVERY_PAIR else ():
            near[left].append(right)
            near[right].append(left)
    return {page: sorted(others) for page, others in sorted(near.items()) if 1 < len(others) <= EVERY_PAIR}


def through(pile: Pile, copied: Mapping[Pair, Sequence[Verdict]], middle: int, copy: int) -> Ints:
    """Give for each word of a page where it stands in a copy, -1 where it does not."""
    places = np.full(int(pile.cut.firsts[middle + 1] - pile.cut.firsts[middle]), -1, np.int64)
    for v in copied[min(middle, copy), max(middle, copy)]:
        for kind in (ALIKE, EQUAL):
            left, right = matched(v.passage.edits, kind)
            here, there = (left, right) if v.passage.left == middle else (right, left)
            places[here] = there
    return places


def aligned_through(pile: Pile, copied: Mapping[Pair, Sequence[Verdict]], middles: Mapping[Pair, int]) -> Aligned:
    """Align pairs at the words that both have in common with the page between them."""
    pairs = sorted(middles)
    made = [runs_of(pile, pair, [through(pile, copied, middles[pair], copy) for copy in pair]) for pair in pairs]
    numbers = np.array([n for n, chains in enumerate(made) for _ in chains], np.int64)
    held = [chain for chains in made for chain in chains]
    left, right = (np.concatenate([np.zeros(0, np.int64), *(chain[side] for chain in held)]) for side in (0, 1))
    firsts = np.cumsum([0, *(len(chain[0]) for chain in held)], dtype=np.int64)
    texts = np.array(pairs, np.uint32).reshape(-1, 2)
    chains = Chains(left, right, np.ones(len(left), np.int64), firsts, numbers, np.diff(firsts).astype(np.float64))
    edits = align(pile.cut.hashes, pile.cut.firsts, (texts[:, 0], texts[:, 1]), chains, senses=pile.senses())
    return Aligned(texts[numbers, 0].astype(np.int64), texts[numbers, 1].astype(np.int64), edits)


def runs_of(pile: Pile, pair: Pair, places: Sequence[Ints]) -> list[tuple[Ints, Ints]]:
    """Chain the words that a third page has in common with both, where both have the same word, in the order of that page."""
    both = (places[0] >= 0) & (places[1] >= 0)
    left, right = places[0][both], places[1][both]
    same = pile.cut.hashes[pile.cut.firsts[pair[0]] + left] == pile.cut.hashes[pile.cut.firsts[pair[1]] + right]
    left, right = left[same], right[same]
    steps = np.diff(left), np.diff(right)
    breaks = (steps[0] <= 0) | (steps[1] <= 0) | (steps[0] > GAP) | (steps[1] > GAP)
    cuts = [0, *(np.flatnonzero(breaks) + 1).tolist(), len(left)]
    return [(left[a:b], right[a:b]) for a, b in pairwise(cuts) if b - a >= ANCHORS]


def crosses(p: Passage, other: Passage) -> bool:
    """Tell whether a passage shares a third of its words or more with another, on either side."""
    for low in (0, 2):
        (start, end), (first, last) = p.bounds[low : low + 2], other.bounds[low : low + 2]
        if 3 * (min(end, last) - max(start, first)) >= end - start:
            return True
    return False


def because(pile: Pile, middle: int, p: Passage) -> str:
    """Say through which page two pages share a passage."""
    return f"copied: both pages share these words with {pile.documents[middle].external_id}{changes(p)}"
