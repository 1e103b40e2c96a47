"""Say whose demand, charge or offer a refusal answers, where it names nobody: that told just before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.stages.fuse.telling import Telling
from readout.stages.fuse.themes import POINTING

# What is refused is said behind the word for it: calls for a ceasefire, an offer of talks.
SPELT = re.compile(
    r"\b(?:reject|refus|declin|deni|dismiss|turn|spurn|rebuff)\w*\b.{0,30}\b(?:call|demand|request|offer|proposal|appeal|plan)s?\s+(?:for|to|of)\b",
    re.I,
)
ASKING = frozenset(("REQUEST", "ACCUSE", "THREATEN"))
OFFERING = frozenset(("AID", "AGREE", "COOPERATE"))
NEAR = 400  # characters between what was asked and its answer, two or three sentences; ours


def answered(told: Sequence[Telling]) -> list[Telling]:
    """Give the events of all pages, in order of page and place, refusals with those whom they answer."""
    made: list[Telling] = []
    for t in told:
        if t.kind == "REJECT" and t.actors and not any(p.entity for p in t.recipients):
            asker = next((one for one in reversed(made[-10:]) if asks(one, t)), None)
            t = replace(t, answered=tuple(p for p in asker.actors if p.entity)) if asker else t
        made.append(t)
    return made


def asks(one: Telling, answer: Telling) -> bool:
    """Tell whether an event told just before a refusal is what it refuses: asked, charged or offered by another side."""
    if one.event.doc_id != answer.event.doc_id or answer.event.start - one.event.start > NEAR:
        return False
    own = answer.theme.clause - POINTING
    spelt = bool(SPELT.search(answer.sentence)) or not answer.theme.clause & POINTING
    if own and spelt and not one.theme.sentence & own:
        return False  # it says itself what is refused, and that is something else
    offered = one.kind in OFFERING and one.status in ("planned", "proposed")
    if not (one.kind in ASKING or offered) or not any(p.entity for p in one.actors):
        return False
    ours = {p.key for p in answer.actors} | {p.country for p in answer.actors if p.country}
    return not any(p.key in ours or p.country in ours for p in one.actors)
