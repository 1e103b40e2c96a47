"""Compare the sentences of pages that share rare words: the renderings of absent texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from readout.stages.trace.blocks import Pair
from readout.stages.trace.judge import Verdict
from readout.stages.trace.links import EVERY_PAIR, Part, components, is_copy, part_of, turned
from readout.stages.trace.siblings import SHARED, Related, accepted, compared, few, word_weights
from readout.stages.trace.subjects import near
from readout.text.renderings import Uses, pages, sharing, uses
from readout.tracing.judged import Judged
from readout.tracing.laid import Laid
from readout.tracing.spill import Ints

MOST_PAIRS = 1 << 12  # compared in one batch


def related(laid: Laid) -> Related:
    """Pair the pages that share rare words, as the stage does."""
    held = page_counts(laid)
    weights = word_weights(held, laid.known.closed, laid.count)
    return Related(*sharing(rare_uses(laid, few(held, weights, laid.count)), laid.count, SHARED), weights)


def renderings(laid: Laid, found: Judged, family: Ints, near: Related) -> dict[Pair, list[Part]]:
    """Give the pairs of pages that render one absent text, with their parts; among them may be some that are copies by way
    of a third page."""
    left, right = unlinked(laid, (near.left, near.right), found, family)
    quoted = quotations(laid, found, (left, right))
    made: dict[Pair, list[Part]] = {}
    for start in range(0, len(left), MOST_PAIRS):
        sides = left[start : start + MOST_PAIRS], right[start : start + MOST_PAIRS]
        texts = np.unique(np.concatenate(sides))
        local = np.searchsorted(texts, sides[0]), np.searchsorted(texts, sides[1])
        of_pile, of_batch = (zip(*(side.tolist() for side in both), strict=True) for both in (sides, local))
        known = {place: quoted[pair] for pair, place in zip(of_pile, of_batch, strict=True) if pair in quoted}
        pile, numbers = laid.take(texts), texts.tolist()
        for (a, b), parts in accepted(pile, compared(pile, local, near.weights, known)).items():
            made[numbers[a], numbers[b]] = parts
    return made


def matters(laid: Laid, found: Related) -> Ints:
    """Number the matter of each page, as the stage does."""
    left, right = found.left, found.right
    alike: list[Pair] = []
    for start in range(0, len(left), MOST_PAIRS):
        sides = left[start : start + MOST_PAIRS], right[start : start + MOST_PAIRS]
        texts = np.unique(np.concatenate(sides))
        pile = laid.take(texts, with_documents=False)
        kept = near(pile, (np.searchsorted(texts, sides[0]), np.searchsorted(texts, sides[1])), found.weights)
        alike += zip(sides[0][kept].tolist(), sides[1][kept].tolist(), strict=True)
    return components(laid.count, alike)


def page_counts(laid: Laid) -> Ints:
    """Count the pages that use each distinct word."""
    made = np.zeros(len(laid.known.closed), np.int64)
    for _, piece in laid.pieces():
        made += pages(piece.distinct, piece.cut.firsts, len(made))
    return made


def rare_uses(laid: Laid, counts: Ints) -> Uses:
    """List each use of a word that has a count, in order of words and pages."""
    words: list[Ints] = [np.zeros(0, np.int64)]
    texts: list[Ints] = [np.zeros(0, np.int64)]
    for low, piece in laid.pieces() if counts.any() else ():
        here = pages(piece.distinct, piece.cut.firsts, len(counts))
        made = uses(piece.distinct, piece.cut.firsts, np.where(counts > 0, here, 0))
        words.append(made.words)
        texts.append(made.texts + low)
    word, text = np.concatenate(words), np.concatenate(texts)
    order = np.lexsort((text, word))
    return Uses(word[order], text[order])


def unlinked(laid: Laid, pairs: tuple[Ints, Ints], found: Judged, family: Ints) -> tuple[Ints, Ints]:
    """Leave out pairs of copies, and those within a family so large that not every pair was looked at."""
    one, other = of_first(laid, pairs)
    copied = np.array([a * laid.count + b for a, b in found.copied], np.int64)
    known = np.isin(one * laid.count + other, copied) | (one == other)
    large = np.bincount(family, minlength=laid.count)[family] > EVERY_PAIR if laid.count else np.zeros(0, bool)
    kept = ~known & ~(large[pairs[0]] & (family[pairs[0]] == family[pairs[1]]))
    return pairs[0][kept], pairs[1][kept]


def of_first(laid: Laid, pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Give for pairs of pages those of the first pages equal to them, left below right."""
    one, other = (laid.first_equal[side] for side in pairs)
    return np.minimum(one, other), np.maximum(one, other)


def quotations(laid: Laid, found: Judged, pairs: tuple[Ints, Ints]) -> dict[Pair, list[Part]]:
    """Give the parts that some pairs of pages both quote."""
    one, other = of_first(laid, pairs)
    held: dict[Pair, list[int]] = defaultdict(list)
    for k, pair in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        held[pair].append(k)
    made: dict[Pair, list[Part]] = {}
    for pair, rows in quoted_pairs(found):
        for k in held.get(pair, ()):
            page = int(pairs[0][k]), int(pairs[1][k])
            if page == pair or spreads(laid, pair):
                as_is = laid.first_equal[page[0]] == pair[0]
                made[page] = [part_of(v) if as_is else turned(part_of(v)) for v in rows]
    return made


def quoted_pairs(found: Judged) -> Iterator[tuple[Pair, list[Verdict]]]:
    """Give the pairs of texts that share nothing but what both quote."""
    for batch in found:
        for pair, rows in batch.items():
            if rows and not is_copy([part_of(v) for v in rows]):
                yield pair, rows


def spreads(laid: Laid, pair: Pair) -> bool:
    """Tell whether what two texts both quote is written for every page equal to them."""
    return max(len(laid.equals(text)) for text in pair) <= EVERY_PAIR
