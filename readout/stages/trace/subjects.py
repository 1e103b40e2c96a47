"""Tell which pages are about one matter, by the words they share: texts of one house on one matter are one voice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from readout.stages.trace.links import components
from readout.stages.trace.pile import Pile
from readout.stages.trace.siblings import Related
from readout.text.weighing import laid_apart, shared_weights

Ints = NDArray[np.int64]
# Of the weight of the words of the page with fewer, from which two pages are about one matter. Within each of six invented
# stories all pages of one outlet hang together at .21 and more, between stories, and between the matters of the demo, at .20
# at most.
SHARE = 0.2


def matters(pile: Pile, found: Related) -> NDArray[np.int64]:
    """Number the matter of each page: pages are linked by the words they share, weighed by how few pages have them, and
    what hangs together is one matter."""
    alike = near(pile, (found.left, found.right), found.weights)
    pairs = zip(found.left[alike].tolist(), found.right[alike].tolist(), strict=True)
    return components(len(pile.documents), pairs)


def near(pile: Pile, pairs: tuple[Ints, Ints], weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark the pairs of pages that are about one matter. `weights` of the words of the whole pile."""
    both, whole = shared_weights(laid_apart(pile.distinct, pile.cut.firsts), weights, pairs)
    return both > SHARE * np.minimum(whole[pairs[0]], whole[pairs[1]])
