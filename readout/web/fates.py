"""What became of an act, against the words that are to tell it: no label stands over a sentence that says otherwise."""

from __future__ import annotations

import re

from readout.pile import Pile
from readout.records import Event, Evidence
from readout.text.stem import stem
from readout.web.sharing import taking

DONE = frozenset(("happened", "ongoing", "reported"))
CALLED_OFF = frozenset(("cancelled", "postponed"))
TO_COME = frozenset(("planned", "proposed", "conditional", "postponed", "threatened"))

_STOPPED = r"(?:cancel\w*|call\w* (?:\w+ ){0,3}off|scrap\w*|postpon\w*|put (?:\w+ ){0,3}off|dropp\w*|abandon\w*|withdrawn)"
# It was not stopped: has not been cancelled, no plans to call off, will go ahead.
STANDS = re.compile(
    rf"\b(?:not|never|n[’']t|no (?:plans?|intention|reason|need)|nothing|nobody|none|without|refus\w*|den(?:y|ies|ied))\b"
    rf"(?: [\w’-]+){{0,6}}? {_STOPPED}\b"
    r"|\b(?:will|would|is to|was to) (?:still )?(?:go ahead|take place as planned|proceed)\b|\bgo(?:es|ing)? ahead as planned\b",
    re.I,
)
# It began, went on or ended: so it was put off no more.
TOOK_PLACE = re.compile(
    r"\b(?:has|had|have)? ?(?:begun|began|started|opened|ended|took place|taken place|was held|were held|been held|went ahead)\b"
)
# It did not come to pass, or is over: so it lies ahead no more.
CAME_TO_NOTHING = re.compile(
    r"\b(?:never|did not|didn[’']t|do not|does not) (?:even )?(?:t[ao]?o?k(?:e|en)? place|happen\w*|materiali[sz]e\w*|come about"
    r"|go ahead|come off"
    r"|begin|start|open|meet|met|came|began|started|happened|materiali[sz]ed)\b"
    r"|\bfell through\b|\bcame to nothing\b|\bfail(?:s|ed) to (?:take place|materiali[sz]e|begin|start)\b"
    r"|\b(?:was|were) to have (?:been )?\w+|\bwas to have\b"
    r"|\bhad (?:been|originally been|first been) (?:due|planned|set|scheduled|expected|fixed|meant|supposed|to)\b"
    rf"|\b(?:was|were|been|is|are) (?:then |later |again )?(?:{_STOPPED})"
    r"|\b(?:has|have|had) (?:now |since |already )?(?:ended|begun|started|been held|taken place)\b"
)
HOLDING_OFF = re.compile(rf"\b{_STOPPED}\b", re.I)
AND_DID = re.compile(r",? and (?:he|she|they|it) (?:did|was|were)(?: so)?(?=[.;,]|$)")  # would return the next day, and he did
AHEAD_STILL = re.compile(r"\b(?:will|would|shall|may|might|if|unless|plans? to|(?:is|are) (?:to|due|set|expected|scheduled))\b")


# What is said or befalls cannot be called off: the word for it hangs on another act. What was said can be taken back.
SAID_OR_BEFELL = frozenset(("ACCUSE", "REJECT", None))
TAKING_BACK = frozenset(("drop", "withdraw", "quash", "retract", "lift", "abandon", "take", "discontinue", "reverse"))


def senseless(kind: str | None, status: str, event: Event) -> bool:
    """Tell whether a status makes no sense for an act of its kind: an accusation is not called off, nor a flood refused."""
    if kind not in SAID_OR_BEFELL:
        return False
    if status in CALLED_OFF:
        return event.holder not in TAKING_BACK
    return kind is None and status == "refused"


def gainsaid(status: str, words: str) -> bool:
    """Tell whether a sentence says the contrary of what a status says of its act."""
    if status in CALLED_OFF and STANDS.search(words):
        return True
    if status == "postponed":
        return bool(TOOK_PLACE.search(words)) and not late_stop(words)
    if status in TO_COME:
        return bool(AND_DID.search(words)) or (bool(CAME_TO_NOTHING.search(words)) and not AHEAD_STILL.search(words))
    return False


def late_stop(words: str) -> bool:
    """Tell whether a sentence tells that something was put off as what is new: behind what had been set, not before what began."""
    began, stopped = TOOK_PLACE.search(words), [*HOLDING_OFF.finditer(words)]
    return began is not None and bool(stopped) and stopped[-1].start() > began.start()


def overtaken(pile: Pile, plan: Event) -> bool:
    """Tell whether a page written later tells as done, or as off, what an event tells as ahead: the same word for it of one who
    takes part."""
    written = pile.documents[plan.doc_id].published
    if not written:
        return False
    ended = (e for who in taking(plan) for e in pile.ended_of.get(who, ()) if later(pile, e, written))
    act = trigger(pile, plan)
    return any(trigger(pile, e) == act for e in ended)


def later(pile: Pile, event: Event, day: str) -> bool:
    """Tell whether the page of an event was written on a later day."""
    written = pile.documents[event.doc_id].published
    return bool(written) and str(written)[:10] > day[:10]


def trigger(pile: Pile, event: Event) -> str:
    """Give the stem of the words that tell an act."""
    return stem(pile.words(Evidence(event.doc_id, event.start, event.end)).lower())
