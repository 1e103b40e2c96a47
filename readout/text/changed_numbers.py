"""What a number was before it changed: from 90 crowns to 45."""

from __future__ import annotations

import re
from typing import Final

FROM: Final = re.compile(r"(?<!ranging )(?<!range )(?<!ranged )(?<!varying )\bfrom (?:about |some |around )?$", re.I)
REACH: Final = 40  # characters, more than the longest words the pattern takes in
TO: Final = re.compile(r"^(?: (?:a|an|per|each) [a-z]+)?,? to (?:about |some |around |just |only )?$", re.I)


def went_from(text: str, start: int, end: int, next_start: int) -> bool:
    """Tell whether a number at [start, end) went to the one that begins at `next_start`; what ranges between two did not."""
    return bool(FROM.search(text[max(0, start - REACH) : start]) and TO.match(text[end:next_start]))
