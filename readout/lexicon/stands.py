"""Words by which somebody takes a stand or binds himself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from readout.lexicon import read


@dataclass(frozen=True, slots=True)
class StandWords:
    """Lemmas of verbs and nouns with the stand they tell, what some verbs need beside them, what one
    challenges in court, what one expects where that is a demand, and what one declines to do where that is no refusal."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    needs: Mapping[str, frozenset[str]]
    challenged: frozenset[str]
    expected: frozenset[str]
    unsaid: frozenset[str]


@cache
def stand_words() -> StandWords:
    """Read `stands.toml`."""
    told = read("stands")
    verbs, nouns = ({word: kind for kind, words in told[part].items() for word in words} for part in ("verbs", "nouns"))
    needs = {verb: frozenset(words) for verb, words in told["needs"].items()}
    about = (frozenset(told["about"][name]) for name in ("challenge", "expect", "speak"))
    return StandWords(verbs, nouns, needs, *about)
