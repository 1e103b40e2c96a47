"""contexts: which words tell what an event is about, by the context names of PLOVER."""

from __future__ import annotations

from functools import cache

from readout.lexicon import read
from readout.text.event_contexts import ContextBook


@cache
def context_book() -> ContextBook:
    """Give the words and phrases of all contexts."""
    return ContextBook.of(read("contexts"))
