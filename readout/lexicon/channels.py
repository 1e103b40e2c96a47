"""Ways two sides keep in touch, and the verbs that say what became of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """Lemmas of channels, of what makes a noun a channel, of nouns that are one only between two countries, and of verbs with the
    state they bring about; carriers run inside a country too, unless a word beside them tells of two sides."""

    nouns: frozenset[str]
    alone: frozenset[str]
    beside: frozenset[str]
    between: frozenset[str]
    carriers: frozenset[str]
    mutual: frozenset[str]
    states: Mapping[str, str]


@cache
def channel_words() -> ChannelWords:
    """Read `channels.toml`."""
    read = tomllib.loads((files("readout.lexicon") / "channels.toml").read_text("utf-8"))
    states = {verb: state for state, verbs in read["states"].items() for verb in verbs}
    nouns, alone, beside, between, carriers, mutual = (
        frozenset(read[name]) for name in ("nouns", "alone", "beside", "between", "carriers", "mutual")
    )
    return ChannelWords(nouns, alone, beside, between, carriers, mutual, states)
