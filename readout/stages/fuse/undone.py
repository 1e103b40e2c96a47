"""Read who calls something off as word of what was to be: she called off that trip, he scraps the talks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readout.records import Status, Word
from readout.text.event_tree import listed

# Lemmas of verbs that call off or put off what was to be, by their particle where they need one.
# Who breaks off a visit or walks out of talks had begun them.
CANCELLING = {"cancel": "", "scrap": "", "axe": "", "drop": "", "shelve": "", "scratch": "", "nix": "", "call": "off"}
POSTPONING = {"postpone": "", "delay": "", "defer": "", "reschedule": "", "put": "off", "push": "back"}
JOURNEYS = listed("visit trip journey tour stopover")
# What is called off, by the type of the act itself; lemmas of nouns of general English.
THINGS = {
    "CONSULT": JOURNEYS | listed("talk meeting summit session round conference negotiation dinner lunch audience"),
    "PROTEST": listed("strike march rally demonstration walkout protest stoppage vigil"),
    "MOBILIZE": listed("exercise drill manoeuvre maneuver deployment"),
}
OBJECTS = ("obj", "nsubj:pass")


class Undone(NamedTuple):
    """What is called off: its type, what becomes of it, and whether it is a journey."""

    kind: str
    status: Status
    journey: bool


def called_off(words: Sequence[Word], start: int, end: int) -> Undone | None:
    """Give the act that a word of calling off undoes, with what becomes of it; null for other words."""
    at = next((i for i, w in enumerate(words) if start <= w.start and w.end <= end and w.upos == "VERB"), None)
    status = fate(words, at) if at is not None else None
    if at is None or status is None:
        return None
    objects = OBJECTS if not fated_by(words[at].lemma) else (*OBJECTS, "obl")  # the parser hangs "off that trip" as one
    heads = [i for i, w in enumerate(words) if w.head == at and w.deprel in objects]
    for i in heads:
        for kind, nouns in THINGS.items():
            if words[i].lemma.lower() in nouns:
                return Undone(kind, status, words[i].lemma.lower() in JOURNEYS)
    return None


def fate(words: Sequence[Word], at: int) -> Status | None:
    """Say what a verb makes of what was to be."""
    beside = {w.lemma.lower() for i, w in enumerate(words) if w.head == at and w.deprel in ("compound:prt", "advmod")}
    beside |= {w.lemma.lower() for w in words[at + 1 : at + 2]}
    lemma = words[at].lemma.lower()
    for listed_verbs, status in ((CANCELLING, "cancelled"), (POSTPONING, "postponed")):
        if lemma in listed_verbs and (not listed_verbs[lemma] or listed_verbs[lemma] in beside):
            return status  # type: ignore[return-value]  # both are statuses
    return None


def fated_by(lemma: str) -> str:
    """Give the particle a verb of calling off needs; "" for none."""
    return CANCELLING.get(lemma.lower()) or POSTPONING.get(lemma.lower(), "")
