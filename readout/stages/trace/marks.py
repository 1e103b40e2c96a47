"""Find what speaks against a page being the origin of its family: text put into it, and text it lacks that others share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.blocks import Pair
from readout.stages.trace.links import EVERY_PAIR, Links
from readout.stages.trace.pile import Pile

A_PIECE = 12  # words: about a sentence
Bools = NDArray[np.bool_]


class Marks(NamedTuple):
    """What one page has and lacks, beside the others of its family."""

    inserted: int  # words, sentence by sentence, that no other page has, a tail apart: others may have cut that
    lacks: int  # pages that share with one more a piece which this page does not have
    lost: int = (
        0  # pages without a piece, no tail, that this page shares with a few: were it the root, they had lost it
    )


def marks(pile: Pile, members: Sequence[int], held: Iterable[Pair], found: Links) -> dict[int, Marks]:
    """Mark the pages of a family of three or more, up to the size that lists every pair."""
    if not 2 < len(members) <= EVERY_PAIR:
        return {}
    cover = covers(pile, members, held, found)
    place = {m: i for i, m in enumerate(members)}
    lacks = np.zeros(len(members), np.int64)
    for m in members:
        # row y, column p: words of m that y has and p has not
        words = (cover[m].astype(np.float32) @ (~cover[m]).astype(np.float32).T) >= A_PIECE
        words[place[m], :] = words[:, place[m]] = False
        lacks = np.maximum(lacks, words.sum(axis=0))
    return {m: Marks(inserted(pile, m, cover[m]), int(lacks[place[m]]), lost(pile, m, cover[m])) for m in members}


def covers(pile: Pile, members: Sequence[int], held: Iterable[Pair], found: Links) -> dict[int, Bools]:
    """Mark for each page, one row a page of the family, the words the two share; titles are left out."""
    place = {m: i for i, m in enumerate(members)}
    lengths = {m: int(pile.cut.firsts[m + 1] - pile.cut.firsts[m]) for m in members}
    made = {m: np.zeros((len(members), lengths[m]), bool) for m in members}
    for pair in held:
        for one, other, side in ((pair[0], pair[1], 0), (pair[1], pair[0], 2)):
            for p in found[pair]:
                made[one][place[other], p.bounds[side] : p.bounds[side + 1]] = True
    return made


def inserted(pile: Pile, page: int, cover: Bools) -> int:
    """Count the words of a page's pieces that no other page of the family has."""
    return sum(end - start for start, end in pieces(pile, page, np.logical_not(cover.any(axis=0))))


def lost(pile: Pile, page: int, cover: Bools) -> int:
    """Count the pages that lack a piece which some have, but no more than half."""
    having, others = cover.sum(axis=0), len(cover) - 1
    rare = (having > 0) & (2 * having <= others)
    return max((others - int(having[a:b].max()) for a, b in pieces(pile, page, rare)), default=0)


def pieces(pile: Pile, page: int, marked: Bools) -> list[tuple[int, int]]:
    """Give the runs of marked words, a sentence long or more, that do not end the page; titles are left out."""
    base = int(pile.cut.firsts[page])
    body = marked & ~pile.titles[base : base + len(marked)]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], body, [False]]).astype(np.int8))).tolist()
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= A_PIECE and b < len(marked)]
