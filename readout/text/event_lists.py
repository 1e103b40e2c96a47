"""Lists of words, written as one string."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Cut a list of words."""
    return frozenset(words.split())
