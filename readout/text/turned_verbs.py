"""Particles that make another verb of a verb of saying: called off the vote, wrote down the debt."""

from __future__ import annotations

from typing import Final

ADVERBS: Final = frozenset(("off", "up", "down", "back", "away", "apart", "forth", "ahead"))  # before no noun of place
TURNING: Final = {
    "call": frozenset(["off", "up", "in", "back", "down", "away", "round", "around", "forth", "over"]),
    "put": frozenset(["off", "up", "down", "out", "in", "on", "away", "back", "aside", "together", "through"]),
    "hold": frozenset(["off", "up", "back", "out", "on", "down", "over", "together"]),
    "write": frozenset(["off", "up", "down", "in"]),
    "sign": frozenset(["off", "up", "in", "out", "on", "over", "away"]),
    "swear": frozenset(["in"]),
    "tell": frozenset(["off", "apart"]),
    "press": frozenset(["ahead", "on"]),
    "read": frozenset(["over", "up"]),
    "claim": frozenset(["back"]),
    "shoot": frozenset(["down", "up"]),
    "knock": frozenset(["down", "out", "off", "over"]),
    "cry": frozenset(["off"]),
    "order": frozenset(["in", "around"]),
    "air": frozenset(["out"]),
}
