"""The relation of two given actors in a sentence: the event between them, by who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from readout.records import Status
from readout.text.event_coding import type15
from readout.text.event_reading import EventWords, Found, read_events
from readout.text.event_tree import Tree

# Where no act is found between two actors: what one sentence of news about two parties mostly reports.
FALLBACK: Final = "CONSULT"
# A trigger whose act is no event still says which way the relation goes.
WITHOUT_EVENT: Final[dict[str, str]] = {"hypothetical": "itself", "negated": "itself", "denied": "REJECT"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation with how well its event fits the two actors (higher is better) and why."""

    type15: str
    status: Status | None
    rank: float
    because: str
    found: Found | None = None


def relation(tree: Tree, actors: tuple[str, str], known: EventWords) -> Pair:
    """The relation from the first actor to the second."""
    source, target = (located(tree, a) for a in actors)
    best = Pair(FALLBACK, None, -1.0, "no act found")
    for found in read_events(tree, known):
        rank = fit(tree, found, source, target)
        if rank > best.rank:
            kind = found.coded or found.frame.type
            best = Pair(type15(kind), found.reading.status, rank, f"'{tree.lows[found.trigger]}'", found)
    return best


def located(tree: Tree, actor: str) -> frozenset[int]:
    """Words of the sentence that a given actor is named by: its first place, else the words it shares."""
    if not tree.words:
        return frozenset()
    base, end = tree.words[0].start, tree.words[-1].end
    low, wanted = tree.text[base:end].lower(), actor.lower().strip()
    at = low.find(wanted)
    if at < 0:
        parts = {p for p in wanted.split() if len(p) > 3}
        return frozenset(i for i, w in enumerate(tree.lows) if w in parts)
    start, stop = base + at, base + at + len(wanted)
    return frozenset(i for i, w in enumerate(tree.words) if w.start < stop and w.end > start)


def fit(tree: Tree, found: Found, source: frozenset[int], target: frozenset[int]) -> float:
    """How well an event fits: source its actor, target its recipient; nearness breaks ties."""
    acting = any(under(tree, h, source) for h in found.parties.actors)
    acted = any(under(tree, h, target) for h in found.parties.recipients)
    both = len(found.parties.actors) > 1 and any(under(tree, h, target) for h in found.parties.actors)
    score = 2.0 * acting + 2.0 * acted + 1.0 * both
    if not acting and any(under(tree, h, source) for h in found.parties.recipients):
        score -= 0.5
    score += 0.5 * (found.coded is not None)
    if source or target:
        nearest = min(abs(found.trigger - i) for i in source | target)
        score += 0.4 / (1 + nearest)
    return score


def under(tree: Tree, head: int, words: frozenset[int]) -> bool:
    """Tell whether a phrase and given words name the same: one holds the head of the other."""
    if head in words:
        return True
    phrase = tree.phrase(head)
    return any(phrase[0] <= tree.words[i].start < phrase[1] for i in words)
