"""Say which numbers are money, and what the money is: a fine, bribes, a ransom, loot."""

from __future__ import annotations

import re
from typing import Final

from readout.text.event_tree import listed
from readout.text.rarity import rarity

CURRENCIES: Final = listed(
    "dollar euro pound yen franc crown mark florin guilder taler thaler dinar dirham lira peso rupee rouble ruble krone krona "
    "kroner shilling ducat real rand won yuan zloty forint lev leu dram lari tenge hryvnia sol baht ringgit shekel riyal"
)
UNHEARD: Final = 18.0  # bits of rarity from which a noun behind millions is a currency nobody has heard of; ours
NEAR: Final = 70  # characters between money and the word that says what it is; ours
KINDS: Final = (
    ("fine", re.compile(r"\b(?:fine[sd]?|penalt(?:y|ies))\b", re.I)),
    ("ransom", re.compile(r"\bransom\b", re.I)),
    ("bribes", re.compile(r"\b(?:bribes?|bribery|kickbacks?)\b", re.I)),
    ("compensation", re.compile(r"\b(?:compensat\w+|in damages|settlement)\b", re.I)),
    ("value", re.compile(r"\b(?:stole\w*|rob(?:bed|bery)|loot|haul|worth|valued|pocket\w*|"
        r"embezzl\w+|siphon\w+|defraud\w+)\b", re.I)),
    ("pay", re.compile(r"\b(?:one-off payment|bonus(?:es)?|wages?|salar(?:y|ies)|pay rise)\b", re.I)),
    ("aid", re.compile(r"\b(?:aid|grants?|loans?|donat\w+|pledg\w+|promis\w+|fund(?:s|ing)?)\b", re.I)),
)  # fmt: skip


def is_currency(unit: str | None, millions: bool = False) -> bool:
    """Tell whether a counted noun is money; an unheard-of noun behind millions is."""
    return unit is not None and (unit in CURRENCIES or (millions and rarity(unit) >= UNHEARD))


def kind_of_money(sentence: str, start: int, end: int) -> str | None:
    """Say what the money at a place of a sentence is, by the nearest word that tells."""
    near = [
        (min(abs(m.start() - end), abs(start - m.end())), name)
        for name, pattern in KINDS
        for m in pattern.finditer(sentence)
        if not (start < m.start() < end)
    ]
    best = min(near, default=None)
    return best[1] if best and best[0] <= NEAR else None
