"""What a sentence's events are about: the contexts of PLOVER, told by words of the sentence and the status of the act.

Names after the table "General contexts" of the PLOVER manual (Open Event Data Alliance, draft 0.7b1, 2021). A context is told
of a whole sentence: it says what the sentence that reports the event speaks of, not what the act was for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

# Contexts that follow from the status of the act.
BY_STATUS: Mapping[str, str] = {
    "planned": "future",
    "proposed": "future",
    "postponed": "future",
    "threatened": "future",
    "historical": "historical",
    "hypothetical": "hypothetical",
    "conditional": "hypothetical",
    "question": "hypothetical",
}


@dataclass(frozen=True, slots=True)
class ContextBook:
    """Phrases by their first word, each with the contexts it tells."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]]) -> ContextBook:
        """Turn lists of words by context round."""
        contexts: dict[tuple[str, ...], set[str]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                contexts.setdefault(tuple(phrase.split()), set()).add(name)
        by_first: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        for words, names in sorted(contexts.items()):
            by_first.setdefault(words[0], []).append((words[1:], frozenset(names)))
        return cls({first: tuple(rest) for first, rest in by_first.items()})

    def told(self, lemmas: Sequence[str], lows: Sequence[str]) -> frozenset[str]:
        """Give the contexts the words of a sentence tell.

        Args:
            lemmas: The lemma of each word.
            lows: The form of each word in lower case; a listed word may be either.
        """
        found: set[str] = set()
        known = self.phrases
        for i in [k for k, (a, b) in enumerate(zip(lemmas, lows, strict=True)) if a in known or b in known]:
            lemma, low = lemmas[i], lows[i]
            for rest, names in chain(known.get(lemma, ()), known.get(low, ()) if low != lemma else ()):
                if not names <= found and all(
                    i + k < len(lows) and word in (lemmas[i + k], lows[i + k]) for k, word in enumerate(rest, 1)
                ):
                    found |= names
        return frozenset(found)


def contexts_of(told: frozenset[str], status: str) -> tuple[str, ...]:
    """Give the contexts of one event in the order of the alphabet.

    `political` is PLOVER's name for what none of the more specific contexts covers, so it stands alone.
    """
    rest = told - {"political"}
    by_status = BY_STATUS.get(status)
    return tuple(sorted((rest or told) | ({by_status} if by_status else set())))
