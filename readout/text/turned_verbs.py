"""Particles that make another verb of a verb of saying: called off the vote, wrote down the debt."""

from __future__ import annotations

from typing import Final

ADVERBS: Final = frozenset(("off", "up", "down", "back", "away", "apart", "forth", "ahead"))  # never followed by a noun of place only
TURNING: Final = {
    "call": frozenset("off up in back down away round around forth over".split()),
    "put": frozenset("off up down out in on away back aside together through".split()),
    "hold": frozenset("off up back out on down over together".split()),
    "write": frozenset("off up down in".split()),
    "sign": frozenset("off up in out on over away".split()),
    "swear": frozenset("in".split()),
    "tell": frozenset("off apart".split()),
    "press": frozenset("ahead on".split()),
    "read": frozenset("over up".split()),
    "claim": frozenset("back".split()),
    "shoot": frozenset("down up".split()),
    "knock": frozenset("down out off over".split()),
    "cry": frozenset("off".split()),
    "order": frozenset("in around".split()),
    "air": frozenset("out".split()),
}
