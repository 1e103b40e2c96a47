"""The plain way to describe an aligned passage: the oracle of the compiled `pieces`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.text import pieces as piece
from readout.text.align import ALIKE, EQUAL, REPLACE, Edits, align
from readout.text.chains import Chains
from readout.text.likeness import Likeness, likeness, matched, share
from readout.text.pieces import CLOSED, NAME, NUMBER, Marked, measure
from readout.text.rarity import rarity
from readout.text.skeleton import among, names
from readout.text.stem import stem
from readout.text.synonyms import LONGEST_PHRASE, function_words, phrases, synonym_sets, vocabulary, word_hashes
from readout.text.words import DIGIT, Words, words_of_texts

Bools = NDArray[np.bool_]


class Side(NamedTuple):
    """One text's words, as `likeness` looks at them.

    Shapes: all (words,) — `hashes` uint64; `closed`, `names`, `numbers` bool; `rarities` float64, in
    bits; `stems` a list of strings.
    """

    hashes: NDArray[np.uint64]
    closed: Bools
    names: Bools
    numbers: Bools
    rarities: NDArray[np.float64]
    stems: list[str]


def plain_likeness(made: Edits, left: Side, right: Side) -> Likeness:
    """Describe the passages that `made` aligns, the rows of one chain.

    Swapping them changes nothing but the sign of `rarity_shift`.
    """
    spans = (int(made.left[0]), int(made.left_end[-1])), (int(made.right[0]), int(made.right_end[-1]))
    a, b = (part(side, *span) for side, span in zip((left, right), spans, strict=True))
    same, alike = matched(made, EQUAL), matched(made, ALIKE)
    shifts = [*(right.rarities[alike[1]] - left.rarities[alike[0]]).tolist(), *phrase_shifts(made, left, right)]
    free = open_words(left)[same[0]] & open_words(right)[same[1]]
    most_open = max(int(open_words(a).sum()), int(open_words(b).sum()))
    return Likeness(
        words=min(len(a.hashes), len(b.hashes)),
        exact=len(same[0]) / max(len(a.hashes), len(b.hashes)),
        content=share(int(free.sum()), most_open),
        synonyms=share(min(len(shifts), most_open), most_open),
        function=share(int(left.closed[same[0]].sum()), max(int(a.closed.sum()), int(b.closed.sum()))),
        names=in_both(a.hashes[a.names], b.hashes[b.names]),
        numbers=in_both(a.hashes[a.numbers], b.hashes[b.numbers]),
        swaps=len(shifts),
        rarity_shift=float(np.mean(shifts)) if shifts else 0.0,
    )


def part(side: Side, start: int, end: int) -> Side:
    here = slice(start, end)
    marks = side.closed[here], side.names[here], side.numbers[here]
    return Side(side.hashes[here], *marks, side.rarities[here], side.stems[here])


def open_words(side: Side) -> Bools:
    return ~(side.closed | side.names | side.numbers)


def in_both(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> float | None:
    """Give the share of distinct values on both sides, of the side that has more; null if neither has any."""
    one, other = np.unique(left), np.unique(right)
    return share(len(np.intersect1d(one, other, assume_unique=True)), max(len(one), len(other)))


def phrase_shifts(made: Edits, left: Side, right: Side) -> list[float]:
    """Give, for each replacement of a phrase by a synonymous one, how much rarer its rarest word became."""
    shifts = []
    for a, b, c, d in zip(*(column[made.kinds == REPLACE].tolist() for column in made[1:5]), strict=True):
        if max(b - a, d - c) <= LONGEST_PHRASE and phrases_alike(left.stems[a:b], right.stems[c:d]):
            shifts.append(float(right.rarities[c:d].max() - left.rarities[a:b].max()))
    return shifts


def phrases_alike(left: list[str], right: list[str]) -> bool:
    """Say whether two phrases, given as stems, share a synonym set."""
    sets = synonym_sets()
    one, other = sets.get(" ".join(left), ()), sets.get(" ".join(right), ())
    return not set(one).isdisjoint(other)


def both(one: str, other: str) -> tuple[Likeness, Likeness]:
    """Align two texts that begin with the same word, and describe them both ways, the compiled way first."""
    cut = words_of_texts([one, other])
    spelt = [(one, other)[i][s:e].lower() for i in (0, 1) for s, e in zip(*bounds_of(cut, i), strict=True)]
    distinct, first, rows = np.unique(cut.hashes, return_index=True, return_inverse=True)
    known, closed = vocabulary(distinct, [spelt[i] for i in first]), word_hashes(function_words())
    is_closed = among(cut.hashes, closed)
    marks = is_closed, names(cut, is_closed, np.zeros(len(cut.hashes), bool)), cut.flags & DIGIT > 0
    zero, ones = np.zeros(1, np.int64), np.ones(1, np.int64)
    chain = Chains(zero, zero, ones, np.array([0, 1]), zero, np.ones(1))
    texts = np.array([0], np.uint32), np.array([1], np.uint32)
    made = align(cut.hashes, cut.firsts, texts, chain, senses=(*known.senses, rows.astype(np.int32)))
    rarities = np.array([rarity(w) for w in spelt])
    bits = sum(m.astype(np.uint8) * b for m, b in zip(marks, (CLOSED, NAME, NUMBER), strict=True))
    words = Marked(
        cut.hashes, bits.astype(np.uint8), np.zeros(len(cut.hashes), np.int32), rows.astype(np.int32), cut.firsts,
        rarities[first], known.senses.keys[known.senses.firsts[1:] - 1],
    )  # fmt: skip
    found = np.array([[0, 0, len(made.kinds)]])
    counts, measures = measure(words, np.stack(made[:5], axis=1), (zero, ones), phrases(), found)
    halves = (slice(cut.firsts[i], cut.firsts[i + 1]) for i in (0, 1))
    left, right = (
        Side(cut.hashes[h], *(m[h] for m in marks), rarities[h], [stem(w) for w in spelt[h]]) for h in halves
    )
    return likeness(counts[0].tolist(), float(measures[0, piece.SHIFT])), plain_likeness(made, left, right)


def bounds_of(cut: Words, text: int) -> tuple[list[int], list[int]]:
    here = slice(cut.firsts[text], cut.firsts[text + 1])
    return cut.starts[here].tolist(), cut.ends[here].tolist()
