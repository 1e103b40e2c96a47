"""What is told as ahead and lies ahead no more: the day by which it was due has passed, or a later page tells it as done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from readout.pile import Pile, Told
from readout.records import Evidence, Occurrence
from readout.text.times import read_times
from readout.web.behind import content
from readout.web.details import DAY
from readout.web.fates import later, trigger
from readout.web.sharing import AHEAD, DONE, days_apart, shared

DEADLINE = re.compile(r"\b(?:by|no later than|not later than)\s+(?:the (?:end|morning|evening|night) of\s+)?(?:the\s+)?$", re.I)
NUMBER = re.compile(r"\b(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
SAID = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"))
ALIKE = 2  # rare words that a plan and the deed have in common where they go by other words; ours


def past_plan(pile: Pile, occurrence: Occurrence, last: str) -> bool:
    """Tell whether a plan lies ahead no more on the day of the last page, whatever the day of its own."""
    plans = [t for t in pile.told(occurrence.occurrence_id) if t.event.status in AHEAD]
    if last and any(passed(pile, t, last) for t in plans):
        return True
    return not (last and (occurrence.date_start or "") > last) and any(done_later(pile, t) for t in plans)


def passed(pile: Pile, told: Told, last: str) -> bool:
    """Tell whether the day by which a sentence says that its act is due, behind the word for it, is over: home by 20 March."""
    written, start = pile.documents[told.event.doc_id].published, told.event.start
    rest = pile.words(Evidence(told.event.doc_id, start, max(start, told.sentence.end)))
    if not written or not (" by " in rest or " later than " in rest):
        return False
    found = read_times(rest, date.fromisoformat(written[:DAY]))
    due = [t.date_end for t in found if t.date_end and t.date_end >= written[:DAY] and DEADLINE.search(rest[: t.start])]
    return bool(due) and due[0] < last


def done_later(pile: Pile, plan: Told) -> bool:
    """Tell whether a page of a later day tells a deed of the kind as done that is likely the one planned: with one who is to do it,
    on no other day, in like words. Who asked or promised has done so, whatever is asked for."""
    written = pile.documents[plan.event.doc_id].published
    if not written or plan.event.type is None or plan.event.type in SAID:
        return False
    told = (t for o in done_of(pile).get(plan.event.type, ()) for t in pile.told(o) if t.event.status in DONE)
    return any(later(pile, t.event, written) and likely_kept(pile, plan, t) for t in told)


@lru_cache(maxsize=1)
def done_of(pile: Pile) -> Mapping[str, Sequence[str]]:
    """List the acts that were done, by type."""
    found: dict[str, list[str]] = defaultdict(list)
    for o in pile.occurrences.values():
        if o.status in DONE and o.type:
            found[o.type].append(o.occurrence_id)
    return found


def likely_kept(pile: Pile, plan: Told, done: Told) -> bool:
    """Tell whether what is told as done can be what was planned: the same word for it, or rare words, or one and a number."""
    if days_apart(plan.event, done.event) or not shared(pile, plan.event, done.event):
        return False
    numbers = [{*NUMBER.findall(pile.words(t.sentence))} for t in (plan, done)]
    words = len(content(pile, plan) & content(pile, done)) + bool(numbers[0] & numbers[1])
    return trigger(pile, plan.event) == trigger(pile, done.event) or words >= ALIKE
