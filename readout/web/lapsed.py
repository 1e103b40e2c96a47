"""Judge by its signs whether a plan lies ahead no more when the last page of its story is written: done, called off or moved.

Few pages say "the plan of Monday was carried out on Wednesday": they tell the deed, in other words. So the chance is learned from
how the plan is told, when it is due, and what later pages tell of those who take part (`training/lapsed.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from readout.lexicon import read
from readout.pile import Pile, Told
from readout.records import Event, Evidence, Occurrence
from readout.text import log_odds
from readout.text.day_bases import by_text
from readout.web.behind import content
from readout.web.details import DAY
from readout.web.fates import later, overtaken, trigger
from readout.web.retold import likeness
from readout.web.sharing import AHEAD, DONE, taking

STATUSES = (*sorted(AHEAD), "postponed")
TRIED = 60  # later acts of those who take part that are looked at; ours
MOST, FAR = 4, 20  # rare words in common, and days, beyond which more tell no more; ours
UNKNOWN = 0.8  # chance of a status that no judge gave one
OFFERED = frozenset(("offer", "propose", "suggest", "invite", "invitation", "want", "hope", "ask", "urge", "request", "demand",
                     "volunteer", "seek"))  # fmt: skip


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("lapsed_weights"))


def lapsed(pile: Pile, occurrence: Occurrence, last: str) -> bool:
    """Tell whether no page that tells an act as ahead likely tells what lies ahead still on the day of the last page."""
    plans = [t for t in pile.told(occurrence.occurrence_id) if t.event.status in STATUSES]
    return bool(plans) and bool(last) and all(over(pile, t, last) for t in plans)


def over(pile: Pile, told: Told, last: str) -> bool:
    """Tell whether what a sentence tells as ahead likely lies ahead no more."""
    return weights().chance(signs(pile, told, last)) >= weights().threshold


def last_day(pile: Pile) -> str:
    """Give the day of the last page; empty where no page has one."""
    return max((d.published[:DAY] for d in pile.documents.values() if d.published and len(d.published) >= DAY), default="")


def signs(pile: Pile, told: Told, last: str) -> dict[str, float]:
    """Give the signs of one sentence that tells an act as ahead."""
    event, written = told.event, (pile.documents[told.event.doc_id].published or "")[:DAY]
    after = sorted(afterwards(pile, event, written), key=lambda e: (e.type != event.type, e.event_id))[:TRIED]
    done, off = [e for e in after if e.status in DONE], [e for e in after if e.status not in DONE]
    due = (event.date_end or event.date_start or "") if by_text(event.date_basis) else ""
    own, act = content(pile, told), trigger(pile, event)
    alike = [likeness(pile, told.sentence, s.sentence) for s in sentences(pile, done)]
    kind = [likeness(pile, told.sentence, s.sentence) for s in sentences(pile, (e for e in done if e.type == event.type))]
    return {
        "due after": float(due > last), "due before": float("" < due < last), "due that day": float(due == last != ""),
        "no day": float(not due), "last page": float(written == last), "age": min(FAR, gap(written, last)) / FAR,
        "status chance": UNKNOWN if event.status_chance is None else event.status_chance,
        "offered": float(event.holder in OFFERED), **{f"is {s}": float(event.status == s) for s in STATUSES},
        "overtaken": float(overtaken(pile, event)),
        "deed alike": max(alike, default=0.0), "deed of kind alike": max(kind, default=0.0),
        "deed of kind": float(any(e.type == event.type for e in done)),
        "deed by word": float(any(trigger(pile, e) == act for e in done)),
        "deed by both": float(any(e.type == event.type and trigger(pile, e) == act for e in done)),
        "off by word": float(any(trigger(pile, e) == act for e in off)),
        "deed in words": min(MOST, max((len(own & content(pile, s)) for s in sentences(pile, done)), default=0)),
        "off in words": min(MOST, max((len(own & content(pile, s)) for s in sentences(pile, off)), default=0)),
    }  # fmt: skip


def afterwards(pile: Pile, plan: Event, written: str) -> Sequence[Event]:
    """Give the acts done, or off, that pages of a later day tell of those who take part in a plan."""
    found = {e.event_id: e for who in taking(plan) for e in pile.ended_of.get(who, ()) if written and later(pile, e, written)}
    return list(found.values())


def sentences(pile: Pile, events: Iterable[Event]) -> Sequence[Told]:
    """Give events with their sentences, one for each sentence."""
    found: Mapping[Evidence, Event] = {at: e for e in events if (at := pile.sentence(e.doc_id, e.start))}
    return [Told(event, at) for at, event in found.items()]


def gap(first: str, last: str) -> int:
    """Count the days between two days; 0 where one is not known."""
    known = len(first) >= DAY and len(last) >= DAY
    return (date.fromisoformat(last[:DAY]) - date.fromisoformat(first[:DAY])).days if known else 0
