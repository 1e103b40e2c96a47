"""Say what became of what stood or was offered: aid is suspended, an embargo eased, an offer turned down, a plan dropped
after all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from readout.records import Event, Word
from readout.stages.fuse.telling import Telling
from readout.text.acts import REAL, Act
from readout.text.day_bases import by_text
from readout.text.event_tree import listed

# What stands for a time, so that to suspend it is an act of its own rather than a plan called off.
STANDING = frozenset(("AID", "AGREE", "COOPERATE", "SANCTION", "COERCE"))
TO_COME = frozenset(("to", "will", "would", "shall", "may", "might", "could", "can", "should", "must"))
ENDING = listed(
    "suspend halt stop freeze cut end lift ease relax loosen discontinue terminate sever break curtail trim reduce pause revoke "
    "rescind repeal"
)
PURPOSEFUL = frozenset(("PROTEST", "ACCUSE", "MOBILIZE"))
RUNNING = listed("end conclude finish last begin start open close continue")
ASKED = listed("ask urge demand request propose suggest want call press plead")
DENYING = listed("deny refute repudiate")
REPORTS = listed("report rumour rumor claim allegation story suggestion accusation charge speculation assertion")
A_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d"
)
MOVES = re.compile(r"\b(?:move[sd]?|shift(?:s|ed)?|push(?:es|ed)?|put)\s+(?:back\s+)?(?:[\w’'-]+\s+){0,4}$", re.I)
FROM_TO = re.compile(rf"[^.;!?]*\bfrom\s+(?:\w+\s+)?(?:{A_DAY})[^.;!?]*\bto\b", re.I)
WAS_MOVED = re.compile(
    r"[^.;!?]*\b(?:was|were|has been|have been|is|are)\s+(?:moved|shifted|pushed back)\b"
    rf"[^.;!?]*\b(?:from|to)\s+(?:\w+\s+)?(?:{A_DAY})", re.I,
)  # fmt: skip
BACK_BY = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,5}back\s+(?:by\s+)?(?:an?|one|two|three|four|five|six|several|some|\d+)\s+(?:hour|day|week|fortnight|month|year)",
    re.I,
)
AFTER_ALL = re.compile(r"\bafter all\b", re.I)
PLANNED = frozenset(("CONSULT", "PROTEST", "MOBILIZE", "RETREAT"))
# What is offered and can be turned down by those to whom it is offered.
OFFERED = frozenset(("AID", "COOPERATE", "AGREE"))


def fate_of(event: Event, words: Sequence[Word], before: str, behind: str) -> Act | None:
    """Give what became of what an event tells, by the words around it; null where they say no more than the event does."""
    told = denied_above(event, words) or only_asked_off(event, words) or ended(event, words) or taken_back(event, words)
    return told or dropped(event, behind) or moved(event, before, behind, shifts(event, words))


def shifts(event: Event, words: Sequence[Word]) -> bool:
    """Tell whether an event is told by a verb of moving."""
    return any(w.start == event.start and w.upos == "VERB" and w.lemma.lower() in ("move", "shift", "push", "put") for w in words)


def ended(event: Event, words: Sequence[Word]) -> Act | None:
    """Give the act of ending or easing what stood: aid suspended is a sanction, an embargo eased a concession; only planned where
    somebody is to do it."""
    if event.status != "cancelled" or event.type not in STANDING or event.coded_type in (None, event.type):
        return None
    if (event.holder or "") not in ENDING:
        return None
    beside = [w.lemma.lower() for i in verbs_of(words, event.holder or "") for w in words if w.head == i]
    if "not" in beside or "never" in beside:
        return Act(event.type or "", "question")
    return Act(event.coded_type, "planned" if TO_COME & set(beside) else "happened")


# What one has given way in who takes it back, whatever was to come of it; and the verbs for that. A threat told by itself stays
# one called off: readers tell it either way.
SAID_BEFORE = frozenset(("REQUEST", "ACCUSE"))
SAYINGS = listed("threat demand call insistence ultimatum objection claim charge complaint veto")
TAKING_BACK = listed("drop withdraw give retract")


def taken_back(event: Event, words: Sequence[Word]) -> Act | None:
    """Give a threat, demand or charge that is taken back as giving way: dropped its threat to close the ports."""
    holder = event.holder or ""
    if event.status != "cancelled" or event.type == "THREATEN" or holder not in TAKING_BACK:
        return None
    for i in verbs_of(words, holder):
        beside = [w for w in words if w.head == i]
        said = event.type in SAID_BEFORE or any(w.lemma.lower() in SAYINGS and w.deprel in ("obj", "nsubj:pass") for w in beside)
        if said and not (TO_COME | {"not", "never"}) & {w.lemma.lower() for w in beside}:
            return Act("CONCEDE", "happened")
    return None


def verbs_of(words: Sequence[Word], lemma: str) -> list[int]:
    """List the verbs of a lemma in a sentence."""
    return [i for i, w in enumerate(words) if w.lemma.lower() == lemma and w.upos == "VERB"]


def ran_its_course(words: Sequence[Word], event: Event, text: str) -> bool:
    """Tell whether a verb in the past says that what a noun tells began, lasted or ended: the visit ended on Thursday."""
    at = next((i for i, w in enumerate(words) if w.start == event.start and w.upos == "NOUN"), None)
    if at is None or words[at].deprel.split(":")[0] != "nsubj" or words[at].head < 0:
        return False
    verb = words[words[at].head]
    helped = any(w.head == words[at].head and w.upos == "AUX" for w in words)
    return verb.lemma.lower() in RUNNING and not helped and text[verb.start : verb.end].lower().endswith(("ed", "gan"))


def denied_above(event: Event, words: Sequence[Word]) -> Act | None:
    """Give what stands under a verb of denying as denied, whatever else is said of it: she denied that the army was about to
    move, rumours that the ban would be lifted."""
    if event.status not in ("planned", "cancelled", "conditional", "happened", "ongoing") or event.type in (None, "REJECT"):
        return None
    at = next((i for i, w in enumerate(words) if w.start < event.end and event.start < w.end), None)
    if at is None:
        return None
    kind = event.coded_type if event.status == "cancelled" and event.type in STANDING else event.type
    return Act(kind or event.type or "", "denied") if under(words, at, DENYING) else None


def only_asked_off(event: Event, words: Sequence[Word]) -> Act | None:
    """Give a plan that somebody only asks to call off or to move as the plan that it stays."""
    if event.status not in ("cancelled", "postponed") or event.type not in PLANNED or event.holder is None:
        return None  # had wanted to march: no word of calling off that somebody could ask for
    at = next((i for i, w in enumerate(words) if w.start < event.end and event.start < w.end), None)
    return Act(event.type or "", "planned") if at is not None and under(words, at, ASKED) else None


def under(words: Sequence[Word], at: int, verbs: frozenset[str]) -> bool:
    """Tell whether a word stands in a clause that hangs, by clauses alone or by a noun for a report, on one of some verbs."""
    clauses, reports = False, True
    for _ in range(len(words)):
        word = words[at]
        above = word.head
        if above < 0 or word.deprel.split(":")[0] in ("conj", "parataxis", "advcl"):
            return False
        clauses |= word.deprel.split(":")[0] in ("ccomp", "acl", "xcomp")
        if words[above].lemma.lower() in verbs and words[above].upos == "VERB" and not particle(words, above, "off"):
            return clauses and reports and word.deprel.split(":")[0] in ("ccomp", "obj", "xcomp")
        reports &= words[above].upos != "NOUN" or words[above].lemma.lower() in REPORTS or not clauses
        at = above
    return False


def particle(words: Sequence[Word], verb: int, form: str) -> bool:
    """Tell whether a verb has a particle: called off."""
    return any(w.head == verb and w.lemma.lower() == form and w.deprel in ("compound:prt", "advmod") for w in words)


def moved(event: Event, before: str, behind: str, moving: bool = False) -> Act | None:
    """Give a meeting that is moved from one day to another as put off: the court moved its hearing from Tuesday to Friday.
    `moving`: the word for it is the verb of moving: the navy has moved its exercise back by a month."""
    told = event.type in PLANNED and event.status in ("happened", "planned", "ongoing")
    shifted = (MOVES.search(before) and FROM_TO.match(behind)) or WAS_MOVED.match(behind) or (moving and BACK_BY.match(behind))
    return Act(event.type or "", "postponed") if told and shifted else None


def dropped(event: Event, behind: str) -> Act | None:
    """Give a plan as called off where somebody will not do it after all: then he had meant to."""
    bare = event.status in ("refused", "negated") and event.holder is None and event.type in PLANNED
    return Act(event.type, "cancelled") if bare and event.type and AFTER_ALL.search(behind) else None


def foreseen(told: Iterable[Telling]) -> list[Telling]:
    """Take a visit told in the present, on a page that tells of one still to come, as part of that: she accompanies him."""
    made = list(told)
    ahead = {t.event.doc_id for t in made if t.kind == "CONSULT" and t.status == "planned" and t.days and before(t)}
    for at, t in enumerate(made):
        news = t.days is not None and not by_text(t.event.date_basis)
        present = t.present and news and not t.theme.headline
        if t.kind == "CONSULT" and t.status == "happened" and present and not t.firm and t.event.doc_id in ahead:
            made[at] = replace(t, status="planned", days=None)
    return made


def for_a_purpose(told: Iterable[Telling]) -> list[Telling]:
    """Take what is told as the purpose of an act of its type as that act: they marched through the town to protest, the house set
    up a commission to look into it."""
    made = list(told)
    real = {(t.event.sentence_id, t.kind): t for t in reversed(made) if t.kind in PURPOSEFUL and t.status in REAL}
    for at, t in enumerate(made):
        main = real.get((t.event.sentence_id, t.kind))
        aim = f" to {t.words_of_trigger}" in t.sentence and t.status == "planned" and not t.event.holder
        if main and aim and main.event.start < t.event.start:
            made[at] = replace(t, status=main.status, actors=main.actors, recipients=main.recipients, days=main.days)
    return made


def before(told: Telling) -> bool:
    """Tell whether a page was written before the days it tells."""
    return told.days is not None and told.written is not None and told.days[0] > told.written


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
