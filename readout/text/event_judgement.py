"""What the event network says: of every word of a sentence, and of two parties marked in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from readout.ports import ParsedWord

Span = tuple[int, int]
NONE = "NONE"
BY_NETWORK = "by the network"  # so begins the reason of a status that only the network saw


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities of the act's own type (NONE among them), of its status, and of the relation of the parties."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]
    relations: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class WordJudgement:
    """What is said of a word that may tell an act: probabilities, and the words that head its actors and recipients."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]

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


class EventJudge(Protocol):
    """Judges words of parsed sentences, and parties marked in plain ones; a sentence gives the same in any company."""

    def words(self, sentences: Sequence[tuple[str, Sequence[ParsedWord]]], /) -> list[Said]: ...

    def parties(self, asked: Sequence[tuple[str, Span | None, Span | None]], /) -> list[Judgement]: ...
