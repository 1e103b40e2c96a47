"""Judge which groups of events are worth a row: acts of parties one can name, told as done, planned, called off or denied."""

from __future__ import annotations

from collections.abc import Sequence

from readout.stages.fuse.rows import latest_status
from readout.stages.fuse.telling import Telling
from readout.text.acts import REAL

# Statuses that say of nothing that it was, is or will be; alone they make no occurrence.
NOTHING = frozenset(("question", "hypothetical", "conditional", "negated", "proposed", "failed"))
NUMBERS = frozenset(
    ("deaths", "injuries", "arrests", "participants", "duration_minutes")
)  # what makes an act news without names
SPEAKING = frozenset(("CONSULT", "SUPPORT", "REQUEST"))  # types whose words also stand for talk with a reporter
TALK = frozenset((
    "call", "spoke", "speak", "told", "tell", "ask", "advis", "talk", "describ", "said", "quot", "convers", "offic", "chat", "term",
    "dub", "refer",
))  # fmt: skip


def worth(told: Sequence[Telling]) -> bool:
    """Tell whether a group of events makes an occurrence."""
    if all(t.status in NOTHING for t in told) or latest_status(told) in NOTHING:
        return False
    if any(t.status in REAL and NUMBERS & {a.name for a in t.event.attributes} for t in told):
        return True
    if all(loose(t) for t in told):
        return False
    known = any(p.entity for t in told for p in t.parties)
    return known or (len({t.event.doc_id for t in told}) > 1 and bool(any(t.days or t.place for t in told)))


def loose(told: Telling) -> bool:
    """Tell whether an event is talk about something else: nobody acted on in speech, or nobody known who acts at all."""
    if told.event.type in SPEAKING and told.trigger in TALK and not two_sides(told):
        return True
    return told.kind != "CONSULT" and not told.actors and not any(p.entity for p in told.recipients)


def two_sides(told: Telling) -> bool:
    """Tell whether two parties are known by name."""
    return len({p.key for p in told.parties if p.entity and not p.outlet}) > 1
