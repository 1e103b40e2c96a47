"""Say whose demand, charge or offer a refusal answers, where it names nobody: that told just before it; and which offers were
turned down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.stages.fuse.telling import Telling
from readout.stages.fuse.themes import POINTING
from readout.text.acts import REAL, SPOKEN
from readout.text.event_tree import listed
from readout.text.stem import stem

# What is refused is said behind the word for it: calls for a ceasefire, an offer of talks.
SPELT = re.compile(
    r"\b(?:reject|refus|declin|deni|dismiss|turn|spurn|rebuff)\w*\b.{0,30}\b(?:call|demand|request|offer|proposal|appeal|plan)s?\s+(?:for|to|of)\b",
    re.I,
)
DENYING = re.compile(r"den(?:y|ie)|refut|contradict|repudiat|disput|reject|dismiss", re.I)
TITLES = frozenset(map(stem, listed("minister ministry chief head president spokesman spokeswoman office general")))
NEARBY = 10  # events before an answer among which what it answers is looked for; ours
ASKING = frozenset(("REQUEST", "ACCUSE", "THREATEN"))
OFFERING = frozenset(("AID", "AGREE", "COOPERATE", "CONCEDE"))
NEAR = 400  # characters between what was asked and its answer, two or three sentences; ours


def answered(told: Sequence[Telling]) -> list[Telling]:
    """Give the events of all pages, in order of page and place, refusals with those whom they answer."""
    made: list[Telling] = []
    for t in told:
        if t.kind == "REJECT" and t.actors and not any(p.entity for p in t.recipients):
            asker = next((one for one in reversed(made[-NEARBY:]) if asks(one, t)), None)
            t = replace(t, answered=tuple(p for p in asker.actors if p.entity)) if asker else t
        made[-NEARBY:] = [replace(one, status="denied") if denies(t, one) else one for one in made[-NEARBY:]]
        made.append(t)
    return made


def denies(answer: Telling, one: Telling) -> bool:
    """Tell whether an answer right behind a charge denies what those who answer are said to have done: the ministry denied it."""
    if answer.kind != "REJECT" or answer.status not in REAL or not DENYING.match(answer.words_of_trigger):
        return False
    near = one.event.doc_id == answer.event.doc_id and 0 < answer.event.start - one.event.start < NEAR
    if not near or one.status != "reported" or one.kind in SPOKEN or not answer.theme.points_back:
        return False
    ours = {k for p in answer.actors for k in (p.key, p.country) if k}
    held = frozenset(w for p in answer.actors for w in p.words) - TITLES
    return any(p.key in ours or p.country in ours or p.words & held for p in one.actors)


def asks(one: Telling, answer: Telling) -> bool:
    """Tell whether an event told just before a refusal is what it refuses: asked, charged or offered by another side."""
    if one.event.doc_id != answer.event.doc_id or answer.event.start - one.event.start > NEAR:
        return False
    own = frozenset[str]() if at_it(answer) else answer.theme.clause - POINTING
    spelt = bool(SPELT.search(answer.sentence)) or not answer.theme.clause & POINTING
    if own and spelt and not one.theme.sentence & own:
        return False  # it says itself what is refused, and that is something else
    offered = one.offered or (one.kind in OFFERING and one.status in ("planned", "proposed"))
    if not (one.kind in ASKING or offered) or not any(p.entity for p in one.actors):
        return False
    ours = {p.key for p in answer.actors} | {p.country for p in answer.actors if p.country}
    return not any(p.key in ours or p.country in ours for p in one.actors)


# What was just told, behind a word of refusing: turned it down, declined the offer.
IT = re.compile(
    r"\s+(?:down\s+)?(?:it|this|that|(?:the|this|that|his|her|its|their) (?:offer|proposal|idea|plan|invitation))\b", re.I
)


def at_it(answer: Telling) -> bool:
    """Tell whether a word of refusing stands right before a word for what was just told."""
    _, found, behind = answer.sentence.partition(answer.words_of_trigger)
    return bool(found and IT.match(behind))


OFFERS = frozenset(map(stem, ("offer", "propose", "proposal", "suggest", "suggestion")))
COMMON_WORDS = 2  # content words an offer and its refusal share, where one does not stand right before the other; ours


def offers_refused(groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    """Give the groups, offers and proposals that another group turns down as refused."""
    refusals = [t for told in groups for t in told if t.kind == "REJECT" and t.status in REAL]
    return [[replace(t, status="refused") for t in told] if turned_down(told, refusals) else told for told in groups]


def turned_down(told: Sequence[Telling], refusals: Sequence[Telling]) -> bool:
    """Tell whether a group of offers, none of which came about, is turned down by those who were offered something."""
    lent = all((t.offered or t.kind in OFFERING) and t.status in ("planned", "proposed", "refused", "conditional") for t in told)
    asked = all(t.kind == "REQUEST" for t in told)
    offers = [t for t in told if offer(t)]
    return (lent or asked) and any(refuses(no, t) for t in offers for no in refusals)


def offer(told: Telling) -> bool:
    """Tell whether an event offers or proposes something."""
    words = {*told.trigger.split(), stem(told.event.holder or "")}
    return bool(words & OFFERS) and any(p.entity for p in told.actors)


def refuses(answer: Telling, made: Telling) -> bool:
    """Tell whether a refusal is that of an offer: by others, of what those offered, in the same words or right behind it."""
    ours = {k for p in made.actors for k in (p.key, p.country) if k}
    if any(p.key in ours or p.country in ours for p in answer.actors):
        return False
    if not any(p.key in ours or p.country in ours for p in (*answer.recipients, *answer.answered)):
        return False
    near = answer.event.doc_id == made.event.doc_id and 0 <= answer.event.start - made.event.start < NEAR
    back = near and (answer.theme.clause & POINTING or at_it(answer))
    own = (answer.theme.sentence & made.theme.sentence) - POINTING
    return bool(back) or len(own) >= COMMON_WORDS
