"""Say which acts the next sentence says that somebody denies: the union said men had been beaten. The ministry denied it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.lexicon import reporting
from readout.records import Word
from readout.stages.fuse.fates import REPORTS
from readout.stages.fuse.telling import Telling
from readout.stages.fuse.themes import Wordings
from readout.text.acts import REAL

# Words of denying that what was said is so; who rejects a charge of wrong may have done what is told.
DENIED: Final = re.compile(r"den(?:y|ie[sd])|refute[sd]?|repudiate[sd]?|contradict(?:s|ed)?", re.I)
# What was just said, and nothing else: denied it, the report, the allegation; not that she had come, nor it had been late.
WHAT_WAS_SAID: Final = re.compile(
    r"\s*(?:(?:strongly|flatly|firmly|categorically)\s+)?(?:it|this|that|any of (?:it|this)|"
    r"(?:the|this|that|these|those|his|her|its|their|any such|such) "
    rf"(?:\w+[’']s )?(?:{'|'.join(sorted({*REPORTS, 'account', 'version'}))})s?)"
    r"(?=\W*$|[.,;:!?”\"]|\s+(?:on|in|at|within|through|by|as|and|but|while|when|before|after|again|too|flatly|strongly|firmly|outright|"
    r"categorically|yesterday|today)\b)", re.I,
)  # fmt: skip
JOINED: Final = frozenset(("conj", "xcomp"))


def gainsaid(told: Sequence[Telling], wordings: Wordings) -> list[Telling]:
    """Give events, those that somebody is only said to have told and that the next sentence says are denied as denied."""
    denials = {(t.event.doc_id, t.depth) for t in told if denies_what_was_said(t, wordings)}
    return [replace(t, status="denied") if (t.event.doc_id, t.depth + 1) in denials and ascribed(t, wordings) else t for t in told]


def denies_what_was_said(told: Telling, wordings: Wordings) -> bool:
    """Tell whether an event says that somebody denied what was said before."""
    if told.kind != "REJECT" or told.status not in REAL or not DENIED.fullmatch(told.words_of_trigger):
        return False
    text, (_, end) = wordings.texts[told.event.doc_id], wordings.sentence(told.event)
    return bool(WHAT_WAS_SAID.match(text[told.event.end : end]))


def ascribed(told: Telling, wordings: Wordings) -> bool:
    """Tell whether an act is told as fact in a clause that somebody is said to have said or written."""
    if told.status not in (*REAL, "planned"):
        return False
    words = wordings.words(told.event)
    at = next((i for i, w in enumerate(words) if w.start <= told.event.start < w.end), None)
    return at is not None and said(words, at)


def said(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb stands in what a verb of saying says, alone or joined to another: said men had come and taken it."""
    for _ in range(len(words)):
        word = words[at]
        if word.upos not in ("VERB", "AUX", "ADJ") or word.head < 0:
            return False
        if word.deprel.split(":")[0] == "ccomp":
            return words[word.head].lemma.lower() in reporting().clause
        if word.deprel.split(":")[0] not in JOINED:
            return False
        at = word.head
    return False
