"""The relation of two given actors in a sentence: the rules' event between them and the event head, weighed together.

The fifteen types here follow the published conversion of CAMEO to PLOVER (2021), which the data of the field are coded
by: signing is SUPPORT, an intent to yield AGREE, violent repression ASSAULT. Elsewhere our own table holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import Final, cast

from readout.records import Status
from readout.text.event_calamities import CALAMITY
from readout.text.event_coding import REAL, coded, type15
from readout.text.event_found import EventWords, Found
from readout.text.event_judgement import NONE, Judgement, Span
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree, listed

# Where neither rules nor head say anything: two parties named in one sentence of news mostly meet. Ours.
FALLBACK: Final = "CONSULT"
WORD: Final = re.compile(r"[a-z]+")
SIGNING: Final = listed("sign signed signs signing initial initialled initialed ink inked signature signatory")
# Agreements reached, concluded or ratified count with those signed in the code book.
CONCLUDING: Final = listed(
    "reach reached reaches conclude concluded concludes seal sealed seals strike struck strikes finalise finalised finalize "
    "finalized ratify ratified clinch clinched agree agreed"
)
ACCORDS: Final = listed(
    "agreement agreements accord accords deal pact treaty memorandum contract protocol truce ceasefire"
)
IMPOSING: Final = listed("impose imposed imposes imposing imposition slap slapped levy levied reimpose reimposed")
MEASURES: Final = listed(
    "sanction sanctions embargo embargoes tariff tariffs duties penalty penalties restriction restrictions ban"
)
REPRESSING: Final = listed(
    "crackdown repress repressed repression suppress suppressed suppression quell quelled crush crushed disperse dispersed "
    "truncheon truncheons baton batons teargas raze razed torch torched demolish demolished destroy destroyed"
)
CONVICTING: Final = listed("convict convicted sentence sentenced jail jailed imprison imprisoned fine fined guilty conviction")
# All words that turn one type into another.
TURNING: Final = SIGNING | CONCLUDING | ACCORDS | IMPOSING | MEASURES | REPRESSING | CONVICTING
# How much the rules' event adds to the head's log-probability: both parties fit, one fits, none; fitted on held-out
# lines of our corpus (training/events).
BOTH_FIT, ONE_FITS = 3.9, 1.9
WEIGHTS: Final = (2.5, 1.5, 0.0)
FLOOR: Final = 1e-4
# Rough shares of the types in collections of news events, general knowledge. The head learned from equal numbers of each;
# the shares enter with half their weight, since no collection is like another. Ours.
NEWS: Final[Mapping[str, float]] = {
    "AGREE": 0.08, "CONSULT": 0.2, "SUPPORT": 0.1, "YIELD": 0.06, "COOPERATE": 0.03, "AID": 0.05, "REQUEST": 0.06,
    "ACCUSE": 0.13, "REJECT": 0.05, "THREATEN": 0.03, "PROTEST": 0.03, "SANCTION": 0.03, "MOBILIZE": 0.015, "COERCE": 0.1,
    "ASSAULT": 0.13,
}  # fmt: skip
PRIOR: Final = 0.5
# The head's share from which on the rules are not asked: on held-out lines they changed too little to pay for a parse.
SURE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation with its status and how sure it is (higher is better)."""

    type15: str
    status: Status | None
    score: float


@dataclass(frozen=True, slots=True)
class Vote:
    """What one event of the rules says of the two actors."""

    type15: str
    status: Status
    rank: float


def votes(tree: Tree, actors: tuple[str, str], known: EventWords) -> list[Vote]:
    """The events of a sentence by how well they fit two actors, best first."""
    source, target = (located(tree, a) for a in actors)
    made = [vote(tree, f, fit(tree, f, source, target)) for f in read_events(tree, known) if f.frame.type != CALAMITY]
    return sorted(made, key=lambda v: -v.rank)


def vote(tree: Tree, found: Found, rank: float) -> Vote:
    """Name the type of one event by the conversion table."""
    status = found.reading.status
    words = {tree.lemma(found.trigger), *(tree.lemma(c) for c in tree.children[found.trigger])}
    return Vote(type15(converted(found.coded or found.frame.type, status, words)), status, rank)


def converted(kind: str, status: Status, words: Set[str]) -> str:
    """The type by the conversion table of CAMEO, where its border runs elsewhere than ours: an intent to yield is AGREE,
    a signature SUPPORT, sanctions and sentences imposed COERCE, repression ASSAULT. `words` are lemmas or forms near the
    trigger."""
    if kind == "CONCEDE" and status in ("planned", "conditional"):
        return "AGREE"
    if kind == "AGREE" and status in REAL and (words & SIGNING or (words & CONCLUDING and words & ACCORDS)):
        return "SUPPORT"
    if kind == "SANCTION" and status in REAL and words & IMPOSING and words & MEASURES:
        return "COERCE"
    if kind == "SANCTION" and status in REAL and words & CONVICTING:
        return "COERCE"
    if kind == "COERCE" and status in REAL and words & REPRESSING:
        return "ASSAULT"
    return kind


def judged(judgement: Judgement, words: frozenset[str]) -> dict[str, float]:
    """Likelihoods of the fifteen types by the network: what it says of the relation, and of act and status through the
    status table, with equal weight (geometric mean); with the shares of the types in the news."""
    by_act: dict[str, float] = {}
    telling = words & TURNING
    for kind, share in judgement.types.items():
        if kind in (NONE, CALAMITY):
            continue
        for name, chance in judgement.statuses.items():
            final = counted_as(kind, name, telling)
            by_act[final] = by_act.get(final, 0.0) + share * chance
    return {
        kind: sqrt(max(FLOOR, share) * max(FLOOR, by_act.get(kind, 0.0))) * NEWS[kind] ** PRIOR
        for kind, share in judgement.relations.items()
    }


@lru_cache(maxsize=20_000)
def counted_as(kind: str, name: str, words: frozenset[str]) -> str:
    """The type that an act of a status counts as by both tables, near such words; asked again and again."""
    status = cast(Status, name)
    return type15(converted(coded(kind, status) or kind, status, words))


def relation(of_rules: list[Vote], judgement: Judgement | None, text: str = "") -> Pair:
    """The relation from the first actor to the second."""
    if judgement is None:
        best = of_rules[0] if of_rules else None
        return Pair(best.type15, best.status, best.rank) if best else Pair(FALLBACK, None, -1.0)
    words = frozenset(WORD.findall(text.lower()))
    scores = {kind: log(max(FLOOR, share)) for kind, share in judged(judgement, words).items()}
    weighed: set[str] = set()
    for number, v in enumerate(of_rules):
        if v.type15 not in weighed:
            weighed.add(v.type15)
            step = (0 if v.rank >= BOTH_FIT else 1 if v.rank >= ONE_FITS else 2) + (number > 0)
            scores[v.type15] = scores.get(v.type15, log(FLOOR)) + WEIGHTS[min(2, step)]
    kind = max(sorted(scores), key=lambda k: scores[k])
    status = next((v.status for v in of_rules if v.type15 == kind), None) or likeliest(judgement)
    return Pair(kind, status, scores[kind])


def at_once(judgement: Judgement, text: str) -> Pair | None:
    """The relation by the head alone where it is sure enough that the rules would not change it."""
    shares = judged(judgement, frozenset(WORD.findall(text.lower())))
    kind = max(sorted(shares), key=lambda k: shares[k])
    sure = shares[kind] >= SURE * sum(shares.values())
    return Pair(kind, likeliest(judgement), shares[kind]) if sure else None


def likeliest(judgement: Judgement) -> Status:
    """The status the head finds likeliest."""
    return cast(Status, max(sorted(judgement.statuses), key=lambda s: judgement.statuses[s]))


def place(text: str, actor: str) -> Span | None:
    """Where a given actor is named: its first place."""
    at = text.lower().find(actor.lower().strip())
    return (at, at + len(actor.strip())) if at >= 0 else None


def located(tree: Tree, actor: str) -> frozenset[int]:
    """Words of the sentence that a given actor is named by: its first place, else the words it shares."""
    if not tree.words:
        return frozenset()
    base, end = tree.words[0].start, tree.words[-1].end
    found = place(tree.text[base:end], actor)
    if found is None:
        parts = {p for p in actor.lower().split() if len(p) > 3}
        return frozenset(i for i, w in enumerate(tree.lows) if w in parts)
    start, stop = base + found[0], base + found[1]
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
