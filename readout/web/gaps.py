"""What no report states of the main occurrences; said only where the pages hold no trace of it either."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from readout.pile import Pile, Told
from readout.records import Event, Evidence, Occurrence
from readout.web.lines import Line
from readout.web.retold import heavy, rare
from readout.web.tellings import shown_words

# A gap is a claim about every report: it is made only where neither the record nor the wording of the pages fills it.
LENGTH = re.compile(
    r"\b(?:hours?|minutes?|half[- ]hour|day-long|all day|overnight|through the night|briefly?|(?:\w+|\d+)[- ]days?|weeks?"
    r"|hourlong)\b", re.I,
)  # fmt: skip
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|tens|scores|handful|both)\b",
    re.I,
)
HARM = re.compile(
    r"\b(?:kill|dead|death|die[ds]?\b|dying|fatal|injur|wound|hurt|unhurt|harm|casualt|victim|unharmed|unscathed|bod(?:y|ies)\b|lives\b"
    r"|lost\b|perish|slain|toll|hospital|bruis|burn|struck|hit\b|surviv|safe\b|bloodshed)", re.I,
)  # fmt: skip
RESULT = re.compile(
    r"\b(?:agree|accord|deal|sign|outcome|result|conclu|commit|pledge|promis|without|statement|undert[oa]|offer|propos|invit|decid|decision"
    r"|settle|resol|broke|break|fail|fruitless|nothing|nobody|refus|reject|declin|demand|insist|adjourn|end(?:s|ed)\b|hopes?\b|progress"
    r"|closer|nearer|step|prepared|ready|accept|set up|communiqu|protocol|handed|announc|describ|call(?:s|ed) (?:it|the|them)\b"
    r"|(?:productive|constructive|candid|useful|friendly|frank|tense|positive|cordial|difficult|good|bad)\b)", re.I,
)  # fmt: skip
NAMES = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
# Any word for a time, however loose: a report that has one near its act states when.
WHEN = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|today|yesterday"
    r"|tomorrow|tonight|overnight|mornings?|noon|midday|midnight|dawn|dusk|afternoons?|evenings?|nights?|weekends?|weeks?|months?|years?"
    r"|decades?|centur(?:y|ies)|days?|daily|weekly|hours?|ago|earlier|later|recent(?:ly)?|late|lately|early|now|just|soon|already|still"
    r"|currently|springs?|summers?|autumns?|fall|winters?|since|after(?:wards?)?|before|during|while|until|when|once|first|last|next"
    r"|previous(?:ly)?|ahead|meanwhile|hitherto|anniversary|eve|o’clock|o'clock|[ap]\.?m\b)\b|\d{4}|\d{1,2}[:.]\d{2}\b", re.I,
)  # fmt: skip
PLACED = re.compile(
    r"\b(?:in|at|on|near|outside|before|through|in front of) (?:the )?[A-Z]\w+|\b(?:outside|in front of|on the steps of|at the)\b"
)
MEETING, CROWD, HARMING = {"CONSULT"}, {"PROTEST"}, {"ASSAULT"}


OUTSIDE = 1  # sentences on either side of one that tells an act in which its time may stand; ours
REPEATED = 0.4  # share of the bits of its rare words from which a sentence may tell the act too; ours


def gaps(pile: Pile, main: Iterable[tuple[Occurrence, Told]]) -> list[Line]:
    """Say for each main occurrence what no report states."""
    return [line for occurrence, told in main if (line := gap_line(pile, occurrence, told))]


def gap_line(pile: Pile, occurrence: Occurrence, told: Told) -> Line | None:
    """Write what no report states of one occurrence, over the sentence that tells it; null where none does, or where nothing that
    is usually told is missing."""
    words = shown_words(pile, occurrence, told)
    asked = wanted(occurrence) if words else []
    near = may_tell(pile, occurrence, told) if asked else []
    missing = [what for what in asked if not stated(pile, occurrence, near, what)]
    if not missing:
        return None
    note = f"No report states {' or '.join([', '.join(missing[:-1]), missing[-1]] if len(missing) > 1 else missing)}."
    others = dict.fromkeys(t.sentence for t in pile.told(occurrence.occurrence_id))
    return Line(occurrence.occurrence_id, "", words, note, tuple(dict.fromkeys((told.sentence, *others)))[:4])


def wanted(occurrence: Occurrence) -> list[str]:
    """List what a reader would ask of an occurrence of its kind."""
    asked = ["when"] if occurrence.type in MEETING else ["when", "where"]  # a call has no place
    asked += ["how long it lasted", "what came of it"] if occurrence.type in MEETING else []
    asked += ["how many took part"] if occurrence.type in CROWD else []
    return asked + (["whether anyone was hurt"] if occurrence.type in HARMING else [])


def stated(pile: Pile, occurrence: Occurrence, near: Sequence[Evidence], what: str) -> bool:
    """Tell whether the record or any wording of the pages that may tell an act may answer it; in doubt it does."""
    pages = sorted({e.doc_id for e in near})
    text = " ".join(pile.documents[d].text for d in pages)
    if what == "when":
        dated = bool(occurrence.date_start) or any(pile.documents[d].published for d in pages)
        return dated or any(WHEN.search(surroundings(pile, e)) for e in near)
    if what == "where":
        named = any(NAMES.search(pile.words(e)) for e in near)
        return bool(occurrence.place) or named or PLACED.search(text) is not None or dated_line(pile, pages)
    found = {
        "how long it lasted": LENGTH,
        "what came of it": RESULT,
        "how many took part": NUMBER,
        "whether anyone was hurt": HARM,
    }
    return found[what].search(text) is not None


def may_tell(pile: Pile, occurrence: Occurrence, told: Told) -> list[Evidence]:
    """Give every sentence that may tell an act, on whatever page: those of its reports, those of acts of its type with a party in
    common whether or not they are part of an occurrence, and those that hold much of its rare words."""
    own = [t.sentence for t in pile.told(occurrence.occurrence_id)]
    who = {*occurrence.actors, *occurrence.recipients}
    loose = (e for e in pile.events.values() if e.type == occurrence.type and (not who or takes_part(e, who)))
    akin = (pile.sentence(e.doc_id, e.start) for e in loose)
    mine = rare(pile.words(told.sentence))
    enough = REPEATED * heavy(mine)
    story = next((s.doc_ids for s in pile.stories if told.event.doc_id in s.doc_ids), tuple(pile.documents))
    listed = (Evidence(s.doc_id, s.start, s.end) for d in story for s in pile.sentences_of.get(d, ()))
    alike = [s for s in listed if mine and heavy(mine & rare(pile.words(s))) >= enough]
    return list(dict.fromkeys([*own, *(s for s in akin if s), *alike]))


def takes_part(event: Event, who: set[str]) -> bool:
    """Tell whether one of some takes part in an event."""
    return any(p.entity_id in who for p in (*event.actors, *event.recipients))


def surroundings(pile: Pile, at: Evidence) -> str:
    """Give the words of a sentence with those before and behind it."""
    starts, listed = pile.sentence_starts.get(at.doc_id, ()), pile.sentences_of.get(at.doc_id, ())
    here = bisect_right(starts, at.start) - 1
    around = listed[max(0, here - OUTSIDE) : here + OUTSIDE + 1]
    return " ".join((pile.words(at), *(pile.words(Evidence(s.doc_id, s.start, s.end)) for s in around)))


def dated_line(pile: Pile, pages: Iterable[str]) -> bool:
    """Tell whether a page says where it was written."""
    return any(b.role == "dateline" for d in pages for b in pile.blocks_of.get(d, ()))
