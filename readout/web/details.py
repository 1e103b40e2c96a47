"""Choose the numbers that a line of the brief gives of its act: how long, how many, and of a toll by which day."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from readout.pile import Pile
from readout.records import Evidence, Finding, FindingValue, Occurrence
from readout.web.phrases import days_in_words, shown_value

REAL = frozenset(("happened", "ongoing", "reported"))
DAY = 10  # characters of an ISO day
INTERVAL = re.compile(r"\s*(?:after|before|later|earlier|ago|since|from now|old)\b")
LENGTHS = ("duration", "duration_minutes")
VISIT = re.compile(r"\b(?:visit\w*|trip|tour|journey|travel\w*)\b", re.I)
FAR = 2.0
MEASURES = frozenset(
    ("duration", "duration_minutes", "deaths", "injuries", "arrests", "released", "participants", "amount", "missing")
)  # properties that a line of the brief gives; a bare count or a phrase says nothing out of its sentence


TOLLS = frozenset(("deaths", "injuries", "missing", "arrests", "released"))  # numbers of a day, which another day changes


def told_details(pile: Pile, occurrence: Occurrence) -> list[tuple[str, list[str]]]:
    """Give the numbers that several voices tell of an occurrence and that can all be right: how long, how many; a toll with the
    day it was told, for it is that of its day."""
    found = []
    places = {(t.event.doc_id, t.sentence.start) for t in pile.told(occurrence.occurrence_id)}
    for f in pile.findings_about.get(occurrence.occurrence_id, ()):
        values = [v for v in f.values if not an_interval(pile, v) and beside_act(pile, v, places) and not of_others(pile, v)]
        voices = {o for v in values for o in v.origins}
        if f.property in LENGTHS and not lasts(pile, occurrence, values):
            continue
        if "nothing ties them" in f.because:
            continue
        if f.property == "amount" and f.agreement == "compatible" and "one number fits" not in f.because:
            continue  # the sum before and after, what was asked and what was paid
        if tells_much(occurrence, f) and f.agreement in ("agree", "compatible") and len(voices) > 1 and near(values):
            name = {"duration": "lasted", "duration_minutes": "lasted"}.get(f.property, f.property.replace("_", " "))
            day = written_on(pile, values) if f.property in TOLLS and len(values) > 1 else ""
            found.append((name + day, [shown_value(pile, v) for v in values]))
    return found


OTHERS = re.compile(r"\s*(?:others?|more|further)\b|\s*\w+ (?:others|more)\b")


def of_others(pile: Pile, value: FindingValue) -> bool:
    """Tell whether a number leaves somebody out: he was arrested with eleven others."""
    return any(OTHERS.match(pile.documents[e.doc_id].text, e.end) or re.search(r"\bother\b", pile.words(e)) for e in value.evidence)


def beside_act(pile: Pile, value: FindingValue, places: Container[tuple[str, int]]) -> bool:
    """Tell whether a value stands in a sentence that tells the act it is given to."""
    spans = ((e.doc_id, s.start) for e in value.evidence if (s := pile.sentence(e.doc_id, e.start)))
    return any(at in places for at in spans)


def written_on(pile: Pile, values: Sequence[FindingValue]) -> str:
    """Say on which days pages gave some values; empty where one of them has no day."""
    days = [pile.documents[e.doc_id].published for v in values for e in v.evidence]
    known = sorted({d[:DAY] for d in days if d})
    return f" as told {days_in_words(known[0], known[-1])}" if known and all(days) else ""


def lasts(pile: Pile, occurrence: Occurrence, values: Sequence[FindingValue]) -> bool:
    """Tell whether lengths of time can be said to be those of an act that took place: hours of a meeting, days of a strike."""
    if occurrence.status not in REAL or occurrence.type not in ("CONSULT", "PROTEST", "MOBILIZE", "ASSAULT"):
        return False
    told = {(t.event.doc_id, t.sentence.start) for t in pile.told(occurrence.occurrence_id) if t.event.status in REAL}
    spans = [(e.doc_id, s.start) for v in values for e in v.evidence if (s := pile.sentence(e.doc_id, e.start))]
    return bool(set(spans) & told) and not (short(values) and travels(pile, occurrence))


def travels(pile: Pile, occurrence: Occurrence) -> bool:
    """Tell whether an occurrence is a visit: minutes and hours told with it are those of a meeting on the way."""
    return any(VISIT.search(pile.words(Evidence(t.event.doc_id, t.event.start, t.event.end)))
               for t in pile.told(occurrence.occurrence_id))  # fmt: skip


def short(values: Sequence[FindingValue]) -> bool:
    """Tell whether lengths of time are told in minutes or hours."""
    return any(v.unit in ("minute", "hour") or re.search(r"minute|hour|PT", v.value) for v in values)


def near(values: Sequence[FindingValue]) -> bool:
    """Tell whether numbers are of one size: values further apart than FAR may belong to two acts told as one."""
    numbers = [float(n) for v in values if (n := v.value.rpartition(" ")[2]).replace(".", "", 1).isdigit()]
    return not numbers or max(numbers) <= FAR * min(numbers)


def tells_much(occurrence: Occurrence | None, finding: Finding) -> bool:
    """Tell whether a number says something of an occurrence of its kind: how many took part in a meeting does not."""
    crowd = occurrence is not None and occurrence.type in ("PROTEST", "MOBILIZE")
    return finding.property in MEASURES and (finding.property != "participants" or crowd)


def an_interval(pile: Pile, value: FindingValue) -> bool:
    """Tell whether the words after a length of time make it the time between two things: two days after, a week ago."""
    return any(INTERVAL.match(pile.documents[e.doc_id].text, e.end) for e in value.evidence)
