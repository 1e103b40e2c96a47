"""Read who offers something as one who has offered: nobody has given, agreed or gone by that, unless the offer was taken up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from readout.records import Event, Word
from readout.text.acts import REAL, Act
from readout.text.event_tree import listed

OFFERABLE: Final = frozenset(("AGREE", "AID", "COOPERATE", "CONCEDE", "RETREAT", "CONSULT", "SUPPORT"))
OFFERS: Final = listed("offer counter-offer counteroffer")
MAKING: Final = listed("put repeat renew make submit table reiterate extend attach")
# What is given by the words that offer it.
GIVEN: Final = listed("apology condolence sympathy congratulation thank regret prayer tribute excuse resistance")
TAKEN_UP: Final = re.compile(
    r"\b(?:accept(?:s|ed|ing|ance)?|took (?:\w+ )?up|takes? (?:\w+ )?up|taken up|said yes|agreed to (?:it|this))\b", re.I
)


def only_offered(event: Event, act: Act, words: Sequence[Word], sentence: str) -> Act:
    """Give an act told as fact by the word for offering it as proposed: offered his resignation, renewed its offer of a truce."""
    if act.status not in REAL or act.kind not in OFFERABLE or TAKEN_UP.search(sentence):
        return act
    at = next((i for i, w in enumerate(words) if w.start <= event.start < w.end), None)
    if at is None or not offering(words, at):
        return act
    return Act(act.kind, "proposed")


def turned_down(event: Event, words: Sequence[Word]) -> Act | None:
    """Give what somebody offers and the sentence says was refused as that, refused, not as a refusal of his: offered to resign; the
    king declined."""
    if event.status != "refused" or event.type not in OFFERABLE or event.holder not in (None, "offer"):
        return None
    at = next((i for i, w in enumerate(words) if w.start <= event.start < w.end), None)
    if at is None:
        return None
    over = words[at].head
    offered = words[at].lemma.lower() in OFFERS or (over >= 0 and words[over].lemma.lower() == "offer")
    return Act(event.type or "", "refused") if offered else None


def offering(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word offers something that is not given by saying so."""
    lemma = words[at].lemma.lower()
    things = {w.lemma.lower() for w in words if w.head == at and w.deprel.split(":")[0] in ("obj", "iobj", "nsubj", "obl")}
    if lemma in OFFERS:
        return not things & GIVEN
    return words[at].upos == "VERB" and lemma in MAKING and bool(things & OFFERS)
