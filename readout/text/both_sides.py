"""Read words that mean several countries at once: both sides, the two governments, the presidents of two countries."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HOLDERS = (
    r"(?:sides|countries|nations|states|governments|capitals|neighbou?rs|parties|delegations|leaders|presidents|premiers|"
    r"(?:prime |foreign |defen[cs]e |interior |energy |trade )?ministers|ministries|navies|armies|militaries|rivals)"
)
PAIR = re.compile(rf"^(?:the\s+)?(?:both|two|both the|both of the|these two)\s+(?:[\w-]+\s+)?{_HOLDERS}$", re.I)
THEIR = re.compile(
    r"^(?:their|the)\s+(?:respective\s+)?(?:foreign |prime |defen[cs]e )ministers$|^(?:each other|one another)$", re.I
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def means_both(words: str) -> bool:
    """Tell whether words mean the two sides a page tells of: both governments, their foreign ministers."""
    plain = " ".join(words.split())
    return bool(PAIR.match(plain) or THEIR.match(plain))


def named_in(words: str, countries: Mapping[str, str]) -> tuple[str, ...]:
    """Give what countries a phrase in the plural names, in its order: the presidents of Ostrava and Marn."""
    low = words.lower()
    if " and " not in low:
        return ()
    found = [countries[w.lower().removesuffix("’s").removesuffix("'s")] for w in WORD.findall(words)
             if w[0].isupper() and w.lower().removesuffix("’s").removesuffix("'s") in countries]  # fmt: skip
    return tuple(dict.fromkeys(found))
