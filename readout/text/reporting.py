"""What is known of predicates of saying, and what one of them in a parsed sentence says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

EMPTY: Final = frozenset((
    "it", "this", "that", "which", "there", "what", "nothing", "something", "so", "everything", "anything", "much", "more", "one",
    "thing", "things", "lot", "truth", "way",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """What predicates of saying take along; see `lexicon/reporting.toml`."""

    forms: Mapping[str, str]  # form → lemma
    acts: Mapping[str, str]  # lemma → act
    phrases: Mapping[str, frozenset[str]]  # lemma of a verb that says nothing alone → words that make it say
    clause: frozenset[str]
    weak: frozenset[str]
    beliefs: frozenset[str]
    subject_infinitive: frozenset[str]
    hearer_infinitive: frozenset[str]
    gerund: frozenset[str]
    prepositions: Mapping[str, frozenset[str]]  # lemma → prepositions
    object: frozenset[str]
    naming: frozenset[str]
    nouns: Mapping[str, frozenset[str]]  # what follows (clause, infinitive, of …) → nouns
    texts: frozenset[str]
    according: frozenset[str]
    real: frozenset[str]
    possible: frozenset[str]
    negations: frozenset[str]
    makers: frozenset[str]
    persons: frozenset[str]
    hearers: frozenset[str]  # verbs whose object is the one told
    told: frozenset[str]  # words for those who are told
    media: frozenset[str]
    networks: frozenset[str]
    venues: frozenset[str]
    days: frozenset[str]


@dataclass(frozen=True, slots=True)
class Saying:
    """One predicate of saying, as word numbers: its head word, the cue, who spoke, those that name them where `source` is
    a relative pronoun, and what was said. `possible` where the sentence does not say that it was said."""

    at: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    named: tuple[int, ...]
    content: tuple[int, ...]
    lemma: str
    act: str | None
    frame: str
    possible: bool = False
