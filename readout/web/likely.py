"""Judge by its signs whether a page on which an act is reported tells what the sentence shown tells, where its words are not alike
enough to be sure: such pages are no voices for the line, and only those that likely tell it are spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from readout.lexicon import read
from readout.pile import ALTERED_KINDS, Pile, Told
from readout.text import log_odds
from readout.web.retold import likeness
from readout.web.sharing import days_apart, fate, shared

UNKNOWN = 0.8  # strength of joining of an event that no judge gave one
MANY, MOST, FEW = 8, 4, 3  # reports, words and tellings, people beyond which more tell no more; ours


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("likely_weights"))


def likely(pile: Pile, shown: Told, tellings: Sequence[Told], like: Mapping[str, float], reports: int) -> bool:
    """Tell whether the page of some tellings of an act likely tells what the sentence shown tells."""
    return weights().chance(signs(pile, shown, tellings, like, reports)) >= weights().threshold


def signs(
    pile: Pile, shown: Told, tellings: Sequence[Told], like: Mapping[str, float], reports: int
) -> dict[str, float]:
    """Give the signs of the tellings of one page: those of the likest, `like` what it has in common with what is shown."""
    best = likest(pile, shown, tellings)
    a, b = shown.event, best.event
    score = pile.score(b)
    return {
        **like, "likeness": likeness(pile, shown.sentence, best.sentence),
        "likeness back": likeness(pile, best.sentence, shown.sentence),
        "type": float(a.type == b.type), "fate": float(fate(a.status) == fate(b.status)), "apart": float(days_apart(a, b)),
        "shared": min(FEW, shared(pile, a, b)), "joined": UNKNOWN if score is None else score, "tellings": min(MOST, len(tellings)),
        "reports": min(MANY, reports), "befell": float(a.type is None),
        "changed": float(pile.documents[b.doc_id].kind in ALTERED_KINDS),
    }  # fmt: skip


def likest(pile: Pile, shown: Told, tellings: Sequence[Told]) -> Told:
    """Give the telling whose sentence most likely retells the one shown."""
    return max(tellings, key=lambda t: (likeness(pile, shown.sentence, t.sentence), t.event.event_id))
