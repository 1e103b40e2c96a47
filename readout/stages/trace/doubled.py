"""Find pages that tell one passage twice in other words: a rewrite and its original, printed one after the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.links import Links, Part
from readout.stages.trace.pile import Pile
from readout.text.seeds import stable_order

RARE = 8.0  # bits: words from here on are looked at when sentences are brought together
TWICE = 8  # such words that stand in two sentences, from which a page is looked at
TOGETHER = 2  # of them in one pair of sentences
ALIKE = 0.3  # weighted share of common stems from which two sentences may tell the same
MEAN = 0.5  # of a run: of 990 pages of the treebanks one reaches it, a textbook that works one example twice
SAME = 0.8  # from here most sentences are the same word by word: a repeat, which is no rewrite
FEWEST, LEAST_WORDS = 3, 50
STEP = 2  # sentences from one pair of a run to the next
EDGE = 4  # the same, where a passage known to be told twice goes on: one telling leaves a sentence or two out
SHORT = 8  # words; shorter sentences say too little
OFTEN = 24  # sentences of a page; a word in more is what the page is about, or the page repeats itself word by word
MOST = 16.0  # bits that one word counts
PIECE = 4096  # pages looked at together, to bound memory
Match = tuple[int, int, float]


class Line(NamedTuple):
    """A sentence: its bounds in words, and the weights of its stems."""

    start: int
    end: int
    weights: dict[int, float]


def doubled(pile: Pile, linked: Links) -> Iterator[tuple[int, Part]]:
    """Give the pages with a passage told twice, and the two tellings, as parts of kind `spun`."""
    for text in candidates(pile):
        if (text, text) not in linked:
            run = best_run(lines := lines_of(pile, text))
            if run:
                yield text, part(lines, run)


def candidates(pile: Pile) -> Iterator[int]:
    """Give the texts in which enough rare words stand in two sentences. Cost: a sort of the rare words, piece by piece."""
    for low in range(0, len(pile.documents), PIECE):
        high = min(low + PIECE, len(pile.documents))
        yield from (low + repeating(pile, low, high)).tolist()


def repeating(pile: Pile, low: int, high: int) -> NDArray[np.int64]:
    """Give those of the texts `[low, high)`, counted from `low`, in which enough rare words stand in two sentences."""
    firsts = pile.cut.firsts[low : high + 1]
    here = slice(int(firsts[0]), int(firsts[-1]))
    distinct = pile.distinct[here]
    rare = np.flatnonzero((pile.known.rarities[distinct] >= RARE) & ~pile.known.closed[distinct])
    texts = np.searchsorted(firsts - firsts[0], rare, side="right") - 1
    words = texts.astype(np.uint64) << np.uint64(32) | distinct[rare].astype(np.uint64)
    order = stable_order(words)  # words of a page together, in text order
    words, sentences = words[order], pile.sentences[here][rare][order]
    again = np.flatnonzero((words[1:] == words[:-1]) & (sentences[1:] != sentences[:-1]))
    held = np.unique(words[again]) >> np.uint64(32)
    return np.flatnonzero(np.bincount(held.astype(np.int64), minlength=1) >= TWICE)


def lines_of(pile: Pile, text: int) -> list[Line]:
    """Lay out the sentences of a text, headlines and short ones left out."""
    low, high = (int(n) for n in pile.cut.firsts[text : text + 2])
    cuts = [0, *(np.flatnonzero(np.diff(pile.sentences[low:high])) + 1).tolist(), high - low]
    bounds = [(a, b) for a, b in pairwise(cuts) if b - a >= SHORT and not pile.titles[low + a : low + b].any()]
    return [Line(a, b, weights_of(pile, low + a, low + b)) for a, b in bounds]


def weights_of(pile: Pile, low: int, high: int) -> dict[int, float]:
    """Weigh the stems of some words by their rarity; function words weigh nothing."""
    senses = pile.known.vocabulary.senses
    rows = [r for r in pile.distinct[low:high].tolist() if not pile.known.closed[r]]
    stems = senses.keys[senses.firsts[np.array(rows, np.int64) + 1] - 1].tolist()  # the last key of a word is its stem
    return {s: min(MOST, float(pile.known.rarities[r])) for s, r in zip(stems, rows, strict=True)}


def best_run(lines: list[Line]) -> list[Match] | None:
    """Give the longest run of sentences that are told again later in the page, in the same order."""
    found = list(matches(lines))
    runs = [run for border in sorted({j for _, j, _ in found}) for run in cut(rising(found, border))]
    kept = [run for run in runs if is_telling(lines, run)]
    best = max(kept, key=lambda run: (size(lines, run), run), default=None)
    return reaching_on(found, best) if best else None


def reaching_on(found: list[Match], run: list[Match]) -> list[Match]:
    """Let a run go on at both ends through further sentences that are told twice, the two tellings kept apart."""
    made = list(run)
    while True:
        (i, j, _), (last_i, last_j, _) = made[0], made[-1]
        before = [m for m in found if i - EDGE <= m[0] < i and max(j - EDGE, last_i + 1) <= m[1] < j]
        after = [m for m in found if last_i < m[0] <= min(last_i + EDGE, j - 1) and last_j < m[1] <= last_j + EDGE]
        if before:
            made.insert(0, max(before, key=lambda m: (m[0] + m[1], m)))
        elif after:
            made.append(min(after, key=lambda m: (m[0] + m[1], m)))
        else:
            return made


def matches(lines: list[Line]) -> Iterator[Match]:
    """Give the pairs of sentences that share rare words and are alike."""
    held: dict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        for stem, weight in line.weights.items():
            if weight >= RARE:
                held[stem].append(i)
    count: Counter[tuple[int, int]] = Counter()
    for places in held.values():
        count.update(combinations(places, 2) if len(places) <= OFTEN else ())
    for (i, j), n in sorted(count.items()):
        alike = dice(lines[i].weights, lines[j].weights) if n >= TOGETHER else 0.0
        if alike >= ALIKE:
            yield i, j, alike


def dice(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """Give the weight of common stems, of the weight of all."""
    common = sum(min(w, other[s]) for s, w in one.items() if s in other)
    return 2 * common / (sum(one.values()) + sum(other.values()))


def rising(found: list[Match], border: int) -> list[Match]:
    """Give the heaviest chain of matches that rises on both sides, the first tellings before the border.

    Method: the longest rising chain by a tree of maxima over the second side (Fenwick 1994).
    """
    rows = [m for m in found if m[0] < border <= m[1]]
    best: list[tuple[float, int]] = []
    tree = Maxima(max((j for _, j, _ in rows), default=0) + 1)
    for _, same in groupby(enumerate(rows), key=lambda row: row[1][0]):
        at_once = list(same)  # two matches of one sentence are no steps of one chain
        before = [tree.below(j) for _, (_, j, _) in at_once]
        best += [(b[0] + alike, b[1]) for b, (_, (_, _, alike)) in zip(before, at_once, strict=True)]
        for k, (_, j, _) in at_once:
            tree.put(j, (best[k][0], k))
    chain: list[Match] = []
    at = max(range(len(best)), key=lambda m: best[m][0], default=-1)
    while at >= 0:
        chain.append(rows[at])
        at = best[at][1]
    return chain[::-1]


class Maxima:
    """The largest entry below a place, found and kept in logarithmic time."""

    def __init__(self, size: int) -> None:
        self.held = [(0.0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[float, int]:
        """Give the largest entry put below a place."""
        most = (0.0, -1)
        while place > 0:
            most = max(most, self.held[place])
            place -= place & -place
        return most

    def put(self, place: int, entry: tuple[float, int]) -> None:
        """Enter something at a place."""
        place += 1
        while place < len(self.held):
            self.held[place] = max(self.held[place], entry)
            place += place & -place


def cut(chain: list[Match]) -> Iterator[list[Match]]:
    """Cut a chain where sentences between are told once only."""
    run: list[Match] = []
    for m in chain:
        if run and (m[0] - run[-1][0] > STEP or m[1] - run[-1][1] > STEP):
            yield run
            run = []
        run.append(m)
    if run:
        yield run


def is_telling(lines: list[Line], run: list[Match]) -> bool:
    """Tell whether a run is long and alike enough to be one passage, and not the same words."""
    mean = sum(s for *_, s in run) / len(run)
    return len(run) >= FEWEST and MEAN <= mean < SAME and size(lines, run) >= LEAST_WORDS


def size(lines: list[Line], run: list[Match]) -> int:
    """Count the words of the shorter telling."""
    sides = ([i for i, _, _ in run], [j for _, j, _ in run])
    return min(sum(lines[k].end - lines[k].start for k in side) for side in sides)


def part(lines: list[Line], run: list[Match]) -> Part:
    """Write a run as two stretches of one page."""
    (i, j, _), (last_i, last_j, _) = run[0], run[-1]
    mean = sum(s for *_, s in run) / len(run)
    because = (
        f"the page tells {len(run)} sentences twice in the same order, {size(lines, run)} words, with other words: "
        f"{mean:.0%} of their weight is common"
    )
    return Part((lines[i].start, lines[last_i].end, lines[j].start, lines[last_j].end), "spun", round(mean, 4), because)
