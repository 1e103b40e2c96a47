"""Lists of words, written as one string."""

from __future__ import annotations

from typing import Final


def listed(words: str) -> frozenset[str]:
    """Cut a list of words."""
    return frozenset(words.split())


# Days and months, and days counted from the one of speaking.
CALENDAR: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow"
)
