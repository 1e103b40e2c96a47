"""Tell which pages are about one matter, by the words they share: texts of one house on one matter are one voice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.links import components
from readout.stages.trace.pile import Pile
from readout.stages.trace.siblings import few, word_weights
from readout.text.renderings import pages, sharing, uses
from readout.text.weighing import laid_apart, shared_weights

Ints = NDArray[np.int64]
SHARED = 6  # rare words that two pages share before all their words are compared
# Of the weight of the words of the page with fewer, from which two pages are about one matter. Within each of six invented
# stories all pages of one outlet hang together at .21 and more, between stories, and between the matters of the demo, at .20
# at most.
SHARE = 0.2


def matters(pile: Pile) -> NDArray[np.int64]:
    """Number the matter of each page: pages are linked by the words they share, weighed by how few pages have them, and
    what hangs together is one matter."""
    texts = len(pile.documents)
    held = pages(pile.distinct, pile.cut.firsts, len(pile.known.closed))
    weights = word_weights(held, pile.known.closed, texts)
    left, right = sharing(uses(pile.distinct, pile.cut.firsts, few(held, weights, texts)), texts, SHARED)
    alike = near(pile, (left, right), weights)
    return components(texts, zip(left[alike].tolist(), right[alike].tolist(), strict=True))


def near(pile: Pile, pairs: tuple[Ints, Ints], weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark the pairs of pages that are about one matter. `weights` of the words of the whole pile."""
    both, whole = shared_weights(laid_apart(pile.distinct, pile.cut.firsts), weights, pairs)
    return both > SHARE * np.minimum(whole[pairs[0]], whole[pairs[1]])
