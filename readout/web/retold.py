"""Judge by signs whether a passage tells what the sentence shown tells: only then is its page a voice for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from readout.lexicon import read
from readout.pile import KIND_RANK, Pile
from readout.records import Event, Evidence
from readout.text import log_odds
from readout.text.rarity import rarity
from readout.text.stem import stem
from readout.web.details import DAY
from readout.web.sharing import countries, days_apart, fate, taking

CONTENT = re.compile(r"(?<![\w’'-])[^\W\d_]{4,}")
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
RARE = 7.0  # bits from which a word tells what a sentence is of; ours
FAR = 30  # days between two pages beyond which it tells no more how far; ours


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("retold_weights"))


def retells(pile: Pile, shown: Evidence, passage: Evidence) -> bool:
    """Tell whether a passage more likely than not tells what another tells."""
    return likeness(pile, shown, passage) >= weights().threshold


def likeness(pile: Pile, shown: Evidence, passage: Evidence) -> float:
    """Give the chance, 0 to 1, that a passage tells what another tells; once for each pair of a pile."""
    known = pile.retold
    pair = (whole(pile, shown), whole(pile, passage))
    if pair not in known:
        known[pair] = 1.0 if pile.words(pair[0]) == pile.words(pair[1]) else weights().chance(signs(pile, *pair))
    return known[pair]


def whole(pile: Pile, at: Evidence) -> Evidence:
    """Give the sentence of some words."""
    return pile.sentence(at.doc_id, at.start) or at


def signs(pile: Pile, one: Evidence, other: Evidence) -> dict[str, float]:
    """Give the signs of two sentences: words, numbers, names and days they share, and acts of one kind they tell."""
    ours, theirs = pile.words(one), pile.words(other)
    mine, its = rare(ours), rare(theirs)
    numbers, told = {*NUMBER.findall(ours)}, {*NUMBER.findall(theirs)}
    names, named = named_in(pile, one), named_in(pile, other)
    acts, others = events(pile, one), events(pile, other)
    joined = [(a, b) for a in acts for b in others if a.occurrence_id == b.occurrence_id]
    nearest = joined or [(a, b) for a in acts for b in others if a.type == b.type]
    return {
        "words": heavy(mine & its) / max(1.0, min(heavy(mine), heavy(its))),
        "of ours": heavy(mine & its) / max(1.0, heavy(mine)),
        "verbatim": SequenceMatcher(None, ours, theirs, autojunk=False).ratio(),
        "numbers": float(len(numbers & told)),
        "numbers missing": len(numbers - told) / max(1, len(numbers)),
        "names": len(names & named) / max(1, min(len(names), len(named))),
        "names missing": len(names - named) / max(1, len(names)),
        "acts joined": min(3.0, len(joined)),
        "one word": float(any(word(pile, a) == word(pile, b) for a, b in nearest)),
        "one kind": float(any(a.type == b.type for a, b in joined)),
        "one fate": float(any(fate(a.status) == fate(b.status) for a, b in nearest)),
        "days apart": float(bool(nearest) and all(days_apart(a, b) for a, b in nearest)),
        "one day": float(any(a.date_start is not None and a.date_start == b.date_start for a, b in nearest)),
        "one side": float(any(countries(pile, taking(a)) & countries(pile, taking(b)) for a, b in nearest)),
        "who": float(any(taking(a) & taking(b) for a, b in nearest)),
        "score": min((s for _, b in joined if (s := pile.score(b)) is not None), default=0.9),
        "written apart": min(FAR, gap(pile, one, other)) / FAR,
        "changed": float(KIND_RANK[pile.documents[other.doc_id].kind] >= 4),
        "one page": float(one.doc_id == other.doc_id),
        "acts there": min(5.0, len({b.occurrence_id for b in others})),
        "short": float(len(theirs) < 60),
    }  # fmt: skip


def rare(words: str) -> frozenset[str]:
    """Give the stems of the words that tell what a sentence is of."""
    return frozenset(stem(w.lower()) for w in CONTENT.findall(words) if rarity(w.lower()) >= RARE)


def heavy(stems: Iterable[str]) -> float:
    """Weigh words by how rare they are."""
    return float(sum(rarity(w) for w in stems))


def named_in(pile: Pile, at: Evidence) -> set[str]:
    """Give whom some words name, by name or pronoun."""
    named = {str(m.entity_id) for m in pile.named.get(at.doc_id, ()) if at.start <= m.start < at.end}
    return named | {who for place, who in pile.pronouns_of.get(at.doc_id, ()) if at.start <= place < at.end}


def events(pile: Pile, at: Evidence) -> list[Event]:
    """Give the acts that a sentence tells."""
    return [e for e in pile.events_of.get(at.doc_id, ()) if at.start <= e.start < at.end]


def word(pile: Pile, event: Event) -> str:
    """Give the stem of the words that tell an act."""
    return stem(pile.words(Evidence(event.doc_id, event.start, event.end)).lower())


def gap(pile: Pile, one: Evidence, other: Evidence) -> float:
    """Count the days between the pages of two passages; 0 where one is not known."""
    days = [pile.documents[e.doc_id].published for e in (one, other)]
    known = [date.fromisoformat(d[:DAY]) for d in days if d and len(d) >= DAY]
    return float(abs((known[0] - known[1]).days)) if len(known) == len(days) else 0.0
