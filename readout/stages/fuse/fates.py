"""Say what became of what stood or was offered: aid is suspended, an embargo eased, an offer turned down, a plan dropped
after all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from readout.records import Event, Word
from readout.stages.fuse.telling import Telling
from readout.text.acts import Act
from readout.text.event_tree import listed

# What stands for a time, so that to suspend it is an act of its own rather than a plan called off.
STANDING = frozenset(("AID", "COOPERATE", "SANCTION", "COERCE"))
ENDING = listed(
    "suspend halt stop freeze cut end lift ease relax loosen discontinue terminate sever break curtail trim reduce pause"
)
DENYING = listed("deny refute repudiate")
REPORTS = listed("report rumour rumor claim allegation story suggestion accusation charge speculation assertion")
AFTER_ALL = re.compile(r"\bafter all\b", re.I)
PLANNED = frozenset(("CONSULT", "PROTEST", "MOBILIZE", "RETREAT"))
# What is offered and can be turned down by those to whom it is offered.
OFFERED = frozenset(("AID", "COOPERATE", "AGREE"))


def ended(event: Event) -> Act | None:
    """Give the act of ending or easing what stood: aid suspended is a sanction, an embargo eased a concession."""
    if event.status != "cancelled" or event.type not in STANDING or event.coded_type in (None, event.type):
        return None
    return Act(event.coded_type, "happened") if (event.holder or "") in ENDING else None


def denied_above(event: Event, words: Sequence[Word]) -> Act | None:
    """Give what stands under a verb of denying as denied, whatever else is said of it: she denied that the army was about to
    move, rumours that the ban would be lifted."""
    if event.status not in ("planned", "cancelled", "conditional", "happened", "ongoing") or event.type in (None, "REJECT"):
        return None
    at = next((i for i, w in enumerate(words) if w.start < event.end and event.start < w.end), None)
    if at is None:
        return None
    kind = event.coded_type if event.status == "cancelled" and event.type in STANDING else event.type
    return Act(kind or event.type or "", "denied") if under_denial(words, at) else None


def under_denial(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word stands in a clause that hangs, by clauses alone or by a noun for a report, on a verb of denying."""
    clauses, reports = False, True
    for _ in range(len(words)):
        word = words[at]
        above = word.head
        if above < 0 or word.deprel.split(":")[0] in ("conj", "parataxis", "advcl"):
            return False
        clauses |= word.deprel.split(":")[0] in ("ccomp", "acl", "xcomp")
        if words[above].lemma.lower() in DENYING and words[above].upos == "VERB":
            return clauses and reports and word.deprel.split(":")[0] in ("ccomp", "obj", "xcomp")
        reports &= words[above].upos != "NOUN" or words[above].lemma.lower() in REPORTS or not clauses
        at = above
    return False


def dropped(event: Event, behind: str) -> Act | None:
    """Give a plan as called off where somebody will not do it after all: then he had meant to."""
    bare = event.status in ("refused", "negated") and event.holder is None and event.type in PLANNED
    return Act(event.type, "cancelled") if bare and event.type and AFTER_ALL.search(behind) else None


def declined(told: Iterable[Telling]) -> list[Telling]:
    """Take what is refused in the words of an offer by somebody else as that offer, refused: Norvia turned down an offer by
    Sard to send divers."""
    made = list(told)
    refusing = {t.event.sentence_id: t for t in made if t.event.type == "REJECT" and t.actors}
    for at, t in enumerate(made):
        by = refusing.get(t.event.sentence_id)
        offered = t.kind == "REJECT" and t.event.type in OFFERED and t.event.status == "refused"
        if by and offered and t.actors and t.event.type and not {p.key for p in by.actors} & {p.key for p in t.actors}:
            made[at] = replace(t, kind=t.event.type, status="refused")
    return made
