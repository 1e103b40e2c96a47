"""Judge by its signs whether a line belongs on the sheet: better short than wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from readout.lexicon import read
from readout.records import Relation
from readout.stages.relate.pile import Pile
from readout.stages.relate.signs import background, signs
from readout.stages.relate.weight import events_of
from readout.text import log_odds


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("sheet_weights"))


def worthy(pile: Pile, lines: Iterable[Relation]) -> Iterator[Relation]:
    """Give the lines that a careful reader would write down."""
    known = background(pile, events_of(pile))
    for one in lines:
        if weights().chance(signs(pile, known, one)) >= weights().threshold:
            yield one
