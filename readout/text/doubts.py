"""How a finding says that it is not sure of a value, and how those who read it see that."""

from __future__ import annotations

import re
from typing import Final

LIKELY: Final = 0.5  # chance from which a value is taken to be of one thing with the others of its row without a word; ours
DOUBT: Final = "it is not sure that"


def doubt(value: str, chance: float) -> str:
    """Write that a value may be of another thing than those beside it."""
    return f"; {DOUBT} {value} is of the same thing (chance {chance:.2f})"


SAID: Final = re.compile(rf"{DOUBT} .+? is of the same thing \(chance (?P<chance>[01]\.\d+)\)")


def doubted(because: str) -> tuple[str, float] | None:
    """Give what a finding says of a value that may be of another thing, without the chance, and the chance; null where it says
    nothing of the kind."""
    found = SAID.search(because)
    return (found[0].rpartition(" (")[0], float(found["chance"])) if found else None
