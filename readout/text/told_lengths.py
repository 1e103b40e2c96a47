"""Tell a length of time whose unit is left out: they sat together for six."""

from __future__ import annotations

import re
from typing import Final

BEFORE: Final = re.compile(
    r"\b(?:for|after|took|lasted|last|was|were|like|nearer|closer to|nearer to|spent)\s+"
    r"(?:only |just |about |some |nearly |almost |around |closer to |nearer to |more than |at least )*$", re.I,
)  # fmt: skip
BEHIND: Final = re.compile(r"^\s*(?:[.,;:!?\"”’)]|$)")


def elided_length(before: str, behind: str) -> bool:
    """Tell whether a bare number between two stretches can be a length of time without its unit: they sat together for six."""
    return bool(BEFORE.search(before) and BEHIND.match(behind))
