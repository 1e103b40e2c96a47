"""Find which texts may share passages, and align them: by their words, and by the words a rewriter cannot swap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.pile import Pile
from readout.text.align import Edits, align
from readout.text.budget import budgeted
from readout.text.chains import Chains, chains
from readout.text.digests import digests, representatives
from readout.text.seeds import Hits, Pairs, hits, in_partition, pairs
from readout.text.sharing import sharing
from readout.text.shingles import BASE, Shingles, shingles
from readout.text.skeleton import Skeleton, anchors

MOST = 50  # pairs of one text that are aligned, best first: the size of a family that lists every pair
CAP = 50  # uses of a run up to which every pair is looked at: the size of a family that lists every pair
RUN, LEAST_HITS, LEAST_WORDS = 4, 2, 7.0  # of words
BONE_RUN, BONE_HITS, BONE_WORDS = 6, 2, 9.0  # of words that stay when a machine swaps the others

PIECE = 1 << 22  # words beyond which runs are looked at range by range of their hashes, to bound memory
TEXTS = 1 << 14  # sampled together
WITHIN_RUN, WITHIN_WORDS = 3, 7.0  # of the same, between parts of one page, where chance has little room


class Aligned(NamedTuple):
    """Chains of two texts each, aligned. Shapes: `left`, `right` int64 (chains,), numbers of the texts."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    edits: Edits


def equal_texts(pile: Pile) -> NDArray[np.int64]:
    """Give for each text the first one whose body has the same words; an empty body stands for itself."""
    firsts = pile.cut.firsts
    return representatives(digests(pile.cut.hashes, firsts), np.diff(firsts))


class Column(NamedTuple):
    """Hashed words of texts laid end to end, as `shingles` takes them."""

    hashes: NDArray[np.uint64]
    firsts: NDArray[np.int64]


def shared(words: Column, run: int, first_equal: NDArray[np.int64], least: int) -> Pairs:
    """Give the texts that share `least` runs or more, those left out that another stands for.

    Cost: in a large pile the runs are sampled once for each range of hashes, and only those of one range are held: as many
    ranges as PIECE goes into the words.
    """
    parts = 1 + len(words.hashes) // PIECE
    if parts == 1:
        return sharing(ranged(words, run, first_equal, (0, 1)), CAP, least)
    return pairs(together([hits(ranged(words, run, first_equal, (part, parts)), CAP) for part in range(parts)]), least)


def ranged(words: Column, run: int, first_equal: NDArray[np.int64], part: tuple[int, int]) -> Shingles:
    """Sample the runs in one range of hashes, some texts at a time."""
    found = [in_partition(lone(made, first_equal), *part) for made in sampled(words, run)]
    return Shingles(*(np.concatenate([one[k] for one in found]) for k in range(4)))


def sampled(words: Column, run: int) -> Iterator[Shingles]:
    """Sample the runs of all texts, some texts at a time."""
    texts = len(words.firsts) - 1
    for low in range(0, max(1, texts), TEXTS):
        high = min(low + TEXTS, texts)
        firsts = words.firsts[low : high + 1]
        made = shingles(words.hashes[firsts[0] : firsts[-1]], firsts - firsts[0], run)
        yield made._replace(texts=made.texts + np.uint32(low))


def together(found: Sequence[Hits]) -> Hits:
    """Lay hits end to end."""
    return Hits(*(np.concatenate([one[k] for one in found]) for k in range(4)))


def lone(made: Shingles, first_equal: NDArray[np.int64]) -> Shingles:
    """Leave out the texts that another stands for."""
    kept = np.flatnonzero(first_equal[made.texts.astype(np.int64)] == made.texts)
    return Shingles(made.hashes[kept], made.around[kept], made.texts[kept], made.at[kept])


def aligned(pile: Pile, first_equal: NDArray[np.int64]) -> list[Aligned]:
    """Find and align the chains between all texts that nothing equals before them."""
    return [by_words(pile, first_equal), by_bones(pile, first_equal), within(pile, first_equal)]


def by_words(pile: Pile, first_equal: NDArray[np.int64]) -> Aligned:
    """Chains of equal words."""
    found = shared(Column(pile.cut.hashes, pile.cut.firsts), RUN, first_equal, LEAST_HITS)
    return chained_words(pile, budgeted(found, len(first_equal), MOST))


def chained_words(pile: Pile, found: Pairs) -> Aligned:
    """Chain and align pairs that share runs of words."""
    cut = pile.cut
    return listed(pile, found, chains(cut.hashes, cut.firsts, found, least=LEAST_WORDS))


def by_bones(pile: Pile, first_equal: NDArray[np.int64]) -> Aligned:
    """Chains of the words a rewriter leaves: function words, names, numbers; the others may match by meaning."""
    bones = pile.skeleton()
    found = shared(Column(bones.hashes, bones.firsts), BONE_RUN, first_equal, BONE_HITS)
    return chained_bones(pile, bones, budgeted(found, len(first_equal), MOST))


def chained_bones(pile: Pile, bones: Skeleton, found: Pairs) -> Aligned:
    """Chain and align pairs that share runs of the words a rewriter leaves."""
    made = chains(bones.hashes, bones.firsts, found, least=BONE_WORDS)
    return listed(pile, found, anchors(bones, (found.left, found.right), made))


def within(pile: Pile, first_equal: NDArray[np.int64]) -> Aligned:
    """Chains between parts of one text, by the words a rewriter leaves: a page may print a rewrite and its original."""
    bones = pile.skeleton()
    runs = sampled(Column(bones.hashes, bones.firsts), WITHIN_RUN)
    found = pairs(together([repeated(lone(made, first_equal)) for made in runs]), LEAST_HITS)
    chained = chains(bones.hashes, bones.firsts, found, least=WITHIN_WORDS)
    return listed(pile, found, anchors(bones, (found.left, found.right), chained))


def repeated(made: Shingles) -> Hits:
    """Give the runs that stand twice in one text."""
    marked = made.hashes ^ (made.texts.astype(np.uint64) * BASE)
    return hits(Shingles(marked, marked, made.texts, made.at), CAP)


def listed(pile: Pile, found: Pairs, made: Chains) -> Aligned:
    """Align chains."""
    edits = align(pile.cut.hashes, pile.cut.firsts, (found.left, found.right), made, senses=pile.senses())
    left, right = (side[made.pairs].astype(np.int64) for side in (found.left, found.right))
    return Aligned(left, right, edits)
