"""Read words that mean the speaker's or the page's own country: his government, her country, the government."""

from __future__ import annotations

import re
from collections.abc import Set

from readout.text.both_sides import Acting

POSSESSED = re.compile(r"^(?:his|her|its|their|our|my)\s+(?:own\s+)?(?:country|government|nation|state|side|cabinet)$", re.I)
OFTEN = 3  # times a country acts on a page that tells of no other, from which "the government" is its own; ours
BARE = re.compile(r"^(?:the\s+)?(?:government|cabinet)$", re.I)


def home_of(words: str, speaker: str | None, acting: Acting, doc_id: str, across: Set[str | None]) -> str | None:
    """Give the country that words without a name mean: that of who speaks, or, on a page on which but one country acts beside the
    other party's, that one; null where nothing tells.

    `across` are the countries of the other party.
    """
    plain = " ".join(words.split())
    if POSSESSED.match(plain):
        return speaker
    if not BARE.match(plain):
        return None
    left = [(c, n) for c, n in acting.get(doc_id, ()) if c not in across]
    return left[0][0] if len(left) == 1 and (across or left[0][1] >= OFTEN) else None
