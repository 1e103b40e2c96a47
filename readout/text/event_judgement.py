"""What the event network says: of every word of a sentence, and of two parties marked in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from readout.ports import ParsedWord

Span = tuple[int, int]
NONE = "NONE"
PARTY = 0.5  # a word heads a party from here on
BY_NETWORK = "by the network"  # so begins the reason of a status that only the network saw


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities of the act's own type (NONE among them), of its status, and of the relation of the parties."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]
    relations: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class WordJudgement:
    """What is said of a word that may tell an act: probabilities of types, statuses, and of the words that may head its actors
    and recipients."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]
    acting: Mapping[int, float]
    undergoing: Mapping[int, float]

    @property
    def actors(self) -> tuple[int, ...]:
        """The words that more likely than not head an actor, in text order."""
        return tuple(sorted(i for i, share in self.acting.items() if share >= PARTY))

    @property
    def recipients(self) -> tuple[int, ...]:
        """The words that more likely than not head a recipient, in text order."""
        return tuple(sorted(i for i, share in self.undergoing.items() if share >= PARTY))

    @property
    def type(self) -> str:
        """The likeliest type but NONE."""
        return max(sorted(t for t in self.types if t != NONE), key=lambda t: self.types[t])

    @property
    def status(self) -> str:
        """The likeliest status."""
        return max(sorted(self.statuses), key=lambda s: self.statuses[s])


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one sentence: of each word that was read how likely it tells no act, and of likely ones more."""

    none: Sequence[float]
    words: Mapping[int, WordJudgement]
    senses: Sequence[bytes] = ()  # of each word that was read, with the sentence's own: see `text/senses`


class EventJudge(Protocol):
    """Judges words of parsed sentences, and parties marked in plain ones; a sentence gives the same in any company."""

    def words(self, sentences: Sequence[tuple[str, Sequence[ParsedWord]]], /) -> list[Said]: ...

    def parties(self, asked: Sequence[tuple[str, Span | None, Span | None]], /) -> list[Judgement]: ...
