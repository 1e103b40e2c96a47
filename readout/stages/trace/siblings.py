"""Find pages that tell one text sentence by sentence in other words: two translations of one dispatch, say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.blocks import Pair
from readout.stages.trace.judge import fact_words
from readout.stages.trace.links import EVERY_PAIR, Links, Part, components, is_copy
from readout.stages.trace.pile import Pile
from readout.text.renderings import Chained, Ints, Told, chained, of_texts, pages, sharing, told, uses

COMMON = (
    60  # pages that use a word, beyond which the word finds no pairs: four dozen translations of one text and a few
)
SHARED = 6  # words of this kind that two pages share before their sentences are compared
ALIKE = 0.30  # weighted share of common words from which two sentences may tell the same
LEAST_SENTENCES = 4
NEAR = 30  # words between two chained sentences of one passage: a sentence that was rendered too freely to match
LEAST_WORDS = 4  # in a sentence that is compared; shorter ones say too little


SHARE = 0.45  # of the shorter page; two reporters of one event reach a third, two translations six tenths and more
IN_ORDER = 0.75  # of the matching sentences; facts of one event come in any order
MANY, MUCH_ALIKE = 7, 0.5  # sentences, and how alike, from which these are enough:
SHARE_OF_MANY, ORDER_OF_MANY = 0.38, 0.6
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
    return {
        (s.left, s.right): list(parts(s))
        for s in found
        if is_rendering(s) and same_facts(pile, s)
    }


def is_rendering(s: Sibling) -> bool:
    """Tell whether a chain is too long and too much in order for two hands: a little less of both is enough where many
    sentences are much alike."""
    if len(s.pairs) >= MANY and s.alike >= MUCH_ALIKE:
        return s.share >= SHARE_OF_MANY and s.order >= ORDER_OF_MANY
    return s.share >= SHARE and s.order >= IN_ORDER


def same_facts(pile: Pile, s: Sibling) -> bool:
    """Tell whether the names and numbers of the chained sentences agree, and the pages are not of one outlet."""
    one, other = pile.documents[s.left], pile.documents[s.right]
    a, b = (
        set().union(*(fact_words(pile, t, p[k], p[k + 1]).tolist() for p in s.pairs))
        for t, k in ((s.left, 0), (s.right, 2))
    )
    agree = len(a & b)
    return (
        agree >= FEWEST_FACTS
        and agree >= FACTS * max(len(a), len(b))
        and (not one.outlet or one.outlet != other.outlet)
    )


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
            yield Part(
                (open_part[0], open_part[1], open_part[2], open_part[3]), "translated", round(s.alike, 4), because
            )
            open_part = [a, b, c, d]
    yield Part((open_part[0], open_part[1], open_part[2], open_part[3]), "translated", round(s.alike, 4), because)


class Related(NamedTuple):
    """The pages that share rare words. Shapes: `left`, `right` int64 (pairs,), in order, and `common`: how many such words;
    `weights` float64 (distinct words,)."""

    left: Ints
    right: Ints
    common: Ints
    weights: NDArray[np.float64]


def related(pile: Pile) -> Related:
    """Pair the pages of a pile that share rare words."""
    held = pages(pile.distinct, pile.cut.firsts, len(pile.known.closed))
    weights = word_weights(held, pile.known.closed, len(pile.documents))
    rare = uses(pile.distinct, pile.cut.firsts, few(held, weights, len(pile.documents)))
    return Related(*sharing(rare, len(pile.documents), SHARED), weights)


def siblings(pile: Pile, linked: Links, near: Related) -> Iterator[Sibling]:
    """Compare the sentences of pages that share rare words and are not linked by their wording."""
    pairs = unlinked((near.left, near.right), linked, len(pile.documents))
    return compared(pile, pairs, near.weights, linked)


def compared(
    pile: Pile, pairs: tuple[Ints, Ints], weights: NDArray[np.float64], linked: Mapping[Pair, Sequence[Part]]
) -> Iterator[Sibling]:
    """Compare the sentences of pairs of pages; what both quote is left out."""
    wanted = np.isin(np.arange(len(pile.documents)), np.concatenate(pairs))
    words, firsts = of_texts(pile.distinct, pile.cut.firsts, wanted)
    laid = told(words, of_texts(pile.sentences, pile.cut.firsts, wanted)[0], firsts, weights, LEAST_WORDS)
    apart = quoted(laid, pairs, linked)
    made = chained(laid, weights, pairs, apart, (ALIKE, LEAST_SENTENCES))
    for k in range(len(made.pairs)):
        yield sibling(laid, pairs, apart, made, k)


def word_weights(held: Ints, closed: NDArray[np.bool_], documents: int) -> NDArray[np.float64]:
    """Weigh each distinct word by how few pages use it; function words weigh nothing. Shapes: `held`, `closed` (words,)."""
    made: NDArray[np.float64] = np.log2(1 + documents / np.maximum(1, held))
    made[closed] = 0.0
    return made


def few(held: Ints, weights: NDArray[np.float64], documents: int) -> Ints:
    """Give how many pages use each word where more than one do, and few; else nought."""
    rare = (weights >= max(np.log2(1 + documents / COMMON), 1e-9)) & (held > 1)
    return np.where(rare, held, 0)


def unlinked(pairs: tuple[Ints, Ints], linked: Links, documents: int) -> tuple[Ints, Ints]:
    """Leave out pairs linked by copied words, and those within a family so large that not every pair was looked at."""
    copied = [pair for pair, parts in linked.items() if is_copy(parts)]
    family = components(documents, copied)
    large = np.bincount(family, minlength=documents)[family] > EVERY_PAIR
    numbers = np.array([left * documents + right for left, right in copied], np.int64)
    known = np.isin(pairs[0] * documents + pairs[1], numbers)
    kept = ~known & ~(large[pairs[0]] & (family[pairs[0]] == family[pairs[1]]))
    return pairs[0][kept], pairs[1][kept]


def quoted(laid: Told, pairs: tuple[Ints, Ints], linked: Mapping[Pair, Sequence[Part]]) -> tuple[Ints, Ints]:
    """Give, pair by pair, the sentences that hold words both pages quote, as (pair, side, sentence)."""
    rows: list[tuple[int, int, int]] = []
    firsts = [0]
    for k, pair in enumerate(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True)):
        for side, text in enumerate(pair):
            for p in linked.get(pair, ()):
                start, end = p.bounds[2 * side : 2 * side + 2]
                here = slice(laid.firsts[text], laid.firsts[text + 1])
                held = np.flatnonzero((laid.starts[here] < end) & (start < laid.ends[here]))
                rows += [(k, side, n) for n in held.tolist()]
        firsts.append(len(rows))
    return np.array(rows, np.int64).reshape(-1, 3), np.array(firsts, np.int64)


def sibling(laid: Told, pairs: tuple[Ints, Ints], apart: tuple[Ints, Ints], made: Chained, k: int) -> Sibling:
    """Describe one chain."""
    pair, low, high = int(made.pairs[k]), int(made.firsts[k]), int(made.firsts[k + 1])
    texts = int(pairs[0][pair]), int(pairs[1][pair])
    out = apart[0][apart[1][pair] : apart[1][pair + 1]]
    bounds, inside, whole = [], [], []
    for side, column in enumerate((made.left, made.right)):
        here = slice(laid.firsts[texts[side]], laid.firsts[texts[side] + 1])
        sizes = laid.ends[here] - laid.starts[here]
        rows = column[low:high]
        bounds.append((laid.starts[here][rows].tolist(), laid.ends[here][rows].tolist()))
        inside.append(int(sizes[rows].sum()))
        whole.append(int(sizes.sum() - sizes[np.unique(out[out[:, 1] == side, 2])].sum()))
    spans = tuple(zip(*bounds[0], *bounds[1], strict=True))
    share = min(inside) / min(whole)
    return Sibling(*texts, spans, float(np.mean(made.alike[low:high])), share, (high - low) / int(made.paired[k]))
