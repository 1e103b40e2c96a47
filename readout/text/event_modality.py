"""What words do to the act they govern, and what was read of an act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readout.records import Status


@dataclass(frozen=True, slots=True)
class Modality:
    """What words do to the act they govern; see `lexicon/modality.toml`."""

    verbs: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    nouns: Mapping[str, Status]
    modals: Mapping[str, Status]
    negation: frozenset[str]
    conditions: frozenset[str]
    chance: frozenset[str]
    saying: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The status of an act with the word that makes it so. `aim`: it is only the purpose of something else."""

    status: Status
    holder: int | None = None
    negated: bool = False
    aim: bool = False
    because: str = "stated as fact"
