"""Judge by its signs whether a line of the brief is likely true: one that may be false is left to the full brief."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from readout.lexicon import read
from readout.pile import Pile
from readout.text import log_odds
from readout.web.line_signs import signs
from readout.web.lines import Line

# Chance from which a line of these sections is shown: their signs tell true from false less well; at the bar of acts the sheet
# and what is disputed would nearly be empty; ours, decision 0036.
LESS: Final = {"relations": 0.5, "disputed": 0.45}


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("line_weights"))


def sound(pile: Pile, section: str, line: Line) -> bool:
    """Tell whether a line is likely enough to be true."""
    return chance(pile, section, line) >= LESS.get(section, weights().threshold)


def chance(pile: Pile, section: str, line: Line) -> float:
    """Give the chance, 0 to 1, that a careful reader would sign a line."""
    return weights().chance(signs(pile, section, line))
