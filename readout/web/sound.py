"""Judge by its signs whether a line of the brief is likely true: one that may be false is left to the full brief."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from readout.lexicon import read
from readout.pile import Pile
from readout.text import log_odds
from readout.web.line_signs import signs
from readout.web.lines import Line


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("line_weights"))


@lru_cache(maxsize=1)
def bars() -> Mapping[str, float]:
    """Read the chance from which a line of a section is shown, where it is not that of the rest."""
    return {str(section): float(bar) for section, bar in read("line_weights")["bars"].items()}


def bar(section: str) -> float:
    """Give the chance from which a line of a section is shown."""
    return bars().get(section, weights().threshold)


def sound(pile: Pile, section: str, line: Line) -> bool:
    """Tell whether a line is likely enough to be true."""
    return chance(pile, section, line) >= bar(section)


def chance(pile: Pile, section: str, line: Line) -> float:
    """Give the chance, 0 to 1, that a careful reader would sign a line."""
    return weights().chance(signs(pile, section, line))
