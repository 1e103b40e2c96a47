"""What no report states of the main occurrences; said only where the pages hold no trace of it either."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readout.pile import Pile, Told
from readout.records import Occurrence
from readout.web.lines import Line
from readout.web.phrases import label

# A gap is a claim about every report: it is made only where neither the record nor the wording of the pages fills it.
LENGTH = re.compile(r"\b(?:hours?|minutes?|half[- ]hour|day-long|all day|overnight|through the night|briefly?)\b", re.I)
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|tens|scores)\b", re.I
)
HARM = re.compile(r"\b(?:kill|dead|death|die[ds]?\b|fatal|injur|wound|hurt|casualt|victim|unharmed)", re.I)
RESULT = re.compile(
    r"\b(?:agree|accord|deal|sign|outcome|result|conclu|commit|pledge|promis|without|statement|undert[oa])", re.I
)
NAMES = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
WHEN = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|today|yesterday|tomorrow|tonight|morning|evening|night|week|month|year|days?|hours?|ago|earlier|recent"
    r"|recently|late|early|spring|summer|autumn|winter|since|after|before)\b|\d{4}"
)
PLACED = re.compile(
    r"\b(?:in|at|on|near|outside|before|through|in front of) (?:the )?[A-Z]\w+|\b(?:outside|in front of|on the steps of|at the)\b"
)
MEETING, CROWD, HARMING = {"CONSULT"}, {"PROTEST"}, {"ASSAULT"}


def gaps(pile: Pile, main: Iterable[tuple[Occurrence, Told]]) -> list[Line]:
    """Say for each main occurrence what no report states."""
    return [line for occurrence, _ in main if (line := gap_line(pile, occurrence))]


def gap_line(pile: Pile, occurrence: Occurrence) -> Line | None:
    """Write what no report states of one occurrence; null where nothing that is usually told is missing."""
    missing = [what for what in wanted(occurrence) if not stated(pile, occurrence, what)]
    if not missing:
        return None
    text = f"No report states {' or '.join([', '.join(missing[:-1]), missing[-1]] if len(missing) > 1 else missing)}."
    sentences = tuple(dict.fromkeys(t.sentence for t in pile.told(occurrence.occurrence_id)))[:4]
    return Line(occurrence.occurrence_id, label(pile, occurrence), "", text, sentences)


def wanted(occurrence: Occurrence) -> list[str]:
    """List what a reader would ask of an occurrence of its kind."""
    asked = ["when"] if occurrence.type in MEETING else ["when", "where"]  # a call has no place
    asked += ["how long it lasted", "what came of it"] if occurrence.type in MEETING else []
    asked += ["how many took part"] if occurrence.type in CROWD else []
    return asked + (["whether anyone was hurt"] if occurrence.type in HARMING else [])


def stated(pile: Pile, occurrence: Occurrence, what: str) -> bool:
    """Tell whether the record or any wording of the reporting pages may answer it; in doubt it does."""
    told = pile.told(occurrence.occurrence_id)
    near = (t for o in akin(pile, occurrence) for t in pile.told(o.occurrence_id))
    pages = " ".join(pile.documents[d].text for d in sorted({t.event.doc_id for t in (*told, *near)}))
    sentences = " ".join(pile.words(t.sentence) for t in told)
    if what == "when":
        dated = any(pile.documents[t.event.doc_id].published for t in told)
        return bool(occurrence.date_start) or dated or bool(WHEN.search(sentences))
    if what == "where":
        return PLACED.search(pages) is not None or bool(occurrence.place) or bool(NAMES.search(sentences)) or dated_line(pile, told)
    found = {"how long it lasted": LENGTH.search(pages), "what came of it": RESULT.search(pages),
             "how many took part": NUMBER.search(pages), "whether anyone was hurt": HARM.search(pages)}[what]  # fmt: skip
    return found is not None


def akin(pile: Pile, occurrence: Occurrence) -> list[Occurrence]:
    """Give the other acts of its type with a party in common: what their pages tell may be of this one."""
    mine = {*occurrence.actors, *occurrence.recipients}
    others = (o for o in pile.occurrences.values() if o.type == occurrence.type and o is not occurrence)
    return [o for o in others if not mine.isdisjoint((*o.actors, *o.recipients))]


def dated_line(pile: Pile, told: Iterable[Told]) -> bool:
    """Tell whether a reporting page says where it was written."""
    return any(b.role == "dateline" for t in told for b in pile.blocks_of.get(t.event.doc_id, ()))
