"""Find pages that tell one text sentence by sentence in other words: two translations of one dispatch, say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.judge import fact_words
from readout.stages.trace.links import Links, Part, is_copy
from readout.stages.trace.pile import Pile

COMMON = 60  # pages that use a word, beyond which the word finds no pairs: four dozen translations of one text and a few
SHARED = 6  # words of this kind that two pages share before their sentences are compared
ALIKE = 0.30  # weighted share of common words from which two sentences may tell the same
LEAST_SENTENCES = 4
NEAR = 30  # words between two chained sentences of one passage: a sentence that was rendered too freely to match
LEAST_WORDS = 4  # in a sentence that is compared; shorter ones say too little


SHARE = 0.45  # of the shorter page; two reporters of one event reach a third, two translations six tenths and more
IN_ORDER = 0.75  # of the matching sentences; facts of one event come in any order
FACTS = 0.4  # of names and numbers in the chain agree; forms filled in on different days agree in few
FEWEST_FACTS = 3


class Sibling(NamedTuple):
    """A monotone chain of sentences that two texts share: (left, right) sentence bounds in words, and how alike."""

    left: int
    right: int
    pairs: tuple[tuple[int, int, int, int], ...]
    alike: float  # mean of the chain
    share: float  # of the words of the shorter text that lie in the chain
    order: float  # share of the matching sentences that keep their order


def accepted(pile: Pile, found: Iterable[Sibling]) -> dict[tuple[int, int], list[Part]]:
    """Keep the chains that speak for one text behind both pages, as parts of kind `translated`."""
    return {(s.left, s.right): list(parts(s)) for s in found if s.share >= SHARE and s.order >= IN_ORDER and same_facts(pile, s)}


def same_facts(pile: Pile, s: Sibling) -> bool:
    """Tell whether the names and numbers of the chained sentences agree, and the pages are not of one outlet."""
    one, other = pile.documents[s.left], pile.documents[s.right]
    a, b = (set().union(*(fact_words(pile, t, p[k], p[k + 1]).tolist() for p in s.pairs)) for t, k in ((s.left, 0), (s.right, 2)))
    agree = len(a & b)
    return agree >= FEWEST_FACTS and agree >= FACTS * max(len(a), len(b)) and (not one.outlet or one.outlet != other.outlet)


def parts(s: Sibling) -> Iterator[Part]:
    """Join neighbouring sentences of a chain into passages."""
    because = (
        f"{len(s.pairs)} sentences tell the same in the same order in other words, {s.share:.0%} of the shorter page; names and "
        "numbers agree: two renderings, perhaps translations, of one text"
    )
    open_part = list(s.pairs[0])
    for a, b, c, d in s.pairs[1:]:
        if a - open_part[1] <= NEAR and c - open_part[3] <= NEAR:
            open_part[1], open_part[3] = b, d
        else:
            yield Part((open_part[0], open_part[1], open_part[2], open_part[3]), "translated", round(s.alike, 4), because)
            open_part = [a, b, c, d]
    yield Part((open_part[0], open_part[1], open_part[2], open_part[3]), "translated", round(s.alike, 4), because)


class Lines(NamedTuple):
    """A text's sentences: word bounds, and for each the weights of its words."""

    bounds: list[tuple[int, int]]
    weights: list[dict[int, float]]


def siblings(pile: Pile, linked: Links) -> Iterator[Sibling]:
    """Compare the sentences of pages that share rare words and are not linked by their wording."""
    weights = word_weights(pile)
    lines: dict[int, Lines] = {}
    for left, right in sharing(pile, weights):
        shared = linked.get((left, right), [])
        if is_copy(shared):
            continue
        for text in (left, right):
            if text not in lines:
                lines[text] = lines_of(pile, text, weights)
        a, b = (without(lines[t], [p.bounds[k : k + 2] for p in shared]) for t, k in ((left, 0), (right, 2)))
        found = compared(left, right, a, b)
        if found:
            yield found


def without(lines: Lines, quoted: Iterable[Sequence[int]]) -> Lines:
    """Leave out the sentences that hold words both pages quote."""
    spans = list(quoted)
    kept = [k for k, (a, b) in enumerate(lines.bounds) if not any(a < end and start < b for start, end in spans)]
    return Lines([lines.bounds[k] for k in kept], [lines.weights[k] for k in kept]) if spans else lines


def word_weights(pile: Pile) -> NDArray[np.float64]:
    """Weigh each distinct word by how few pages use it; function words weigh nothing."""
    texts = np.repeat(np.arange(len(pile.documents)), np.diff(pile.cut.firsts))
    used = np.unique(np.stack([pile.distinct, texts], 1), axis=0)[:, 0]
    pages = np.bincount(used, minlength=len(pile.known.closed))
    made = np.log2(1 + len(pile.documents) / np.maximum(1, pages))
    made[pile.known.closed] = 0.0
    return made


def sharing(pile: Pile, weights: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Give the pairs of pages that share SHARED or more words that few pages use."""
    least = np.log2(1 + len(pile.documents) / COMMON)
    texts = np.repeat(np.arange(len(pile.documents)), np.diff(pile.cut.firsts))
    rare = weights[pile.distinct] >= max(least, 1e-9)
    uses = np.unique(np.stack([pile.distinct[rare], texts[rare]], 1), axis=0)
    groups: dict[int, list[int]] = defaultdict(list)
    for word, text in uses.tolist():
        groups[word].append(text)
    count: Counter[tuple[int, int]] = Counter()
    for group in groups.values():
        count.update((a, b) for i, a in enumerate(group) for b in group[i + 1 :])
    return sorted(pair for pair, n in count.items() if n >= SHARED)


def lines_of(pile: Pile, text: int, weights: NDArray[np.float64]) -> Lines:
    """Lay out a text's sentences with the weights of their words."""
    low, high = (int(n) for n in pile.cut.firsts[text : text + 2])
    numbers = pile.sentences[low:high]
    cuts = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), high - low]
    bounds = [(a, b) for a, b in pairwise(cuts) if b - a >= LEAST_WORDS]
    rows = [pile.distinct[low + a : low + b].tolist() for a, b in bounds]
    return Lines(bounds, [{w: float(weights[w]) for w in row if weights[w]} for row in rows])


def compared(left: int, right: int, a: Lines, b: Lines) -> Sibling | None:
    """Chain the sentences of two texts that tell the same; null where too few do."""
    matches = [(i, j, s) for i, x in enumerate(a.weights) for j, y in enumerate(b.weights) if (s := alike(x, y)) >= ALIKE]
    chain = longest(matches)
    if len(chain) < LEAST_SENTENCES:
        return None
    pairs = tuple((*a.bounds[i], *b.bounds[j]) for i, j, _ in chain)
    shorter = min(sum(e - s for s, e in a.bounds), sum(e - s for s, e in b.bounds))
    inside = min(sum(p[1] - p[0] for p in pairs), sum(p[3] - p[2] for p in pairs))
    paired = min(len({i for i, _, _ in matches}), len({j for _, j, _ in matches}))
    return Sibling(left, right, pairs, float(np.mean([s for *_, s in chain])), inside / shorter, len(chain) / paired)


def alike(x: Mapping[int, float], y: Mapping[int, float]) -> float:
    """Give the weight of the common words, of the weight of all (Dice)."""
    common = sum(w for word, w in x.items() if word in y)
    whole = sum(x.values()) + sum(y.values())
    return 2 * common / whole if whole else 0.0


def longest(matches: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Give the heaviest chain of matches that rises on both sides."""
    best: list[tuple[float, int]] = []
    for k, (i, j, s) in enumerate(matches):
        before = max(((best[m][0], m) for m in range(k) if matches[m][0] < i and matches[m][1] < j), default=(0.0, -1))
        best.append((before[0] + s, before[1]))
    chain: list[tuple[int, int, float]] = []
    at = max(range(len(best)), key=lambda m: best[m][0], default=-1)
    while at >= 0:
        chain.append(matches[at])
        at = best[at][1]
    return chain[::-1]
