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
from readout.text.stem import stem

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
# That such a thing was: denied that there had been any such call, that any such threat was made.
SUCH: Final = re.compile(r"\s*that (?:there (?:had|has|have) (?:ever )?been |there (?:was|were) )?any such (?P<what>\w+)", re.I)
JOINED: Final = frozenset(("conj", "xcomp"))


def gainsaid(told: Sequence[Telling], wordings: Wordings) -> list[Telling]:
    """Give events, those that somebody is only said to have told and that the next sentence says are denied as denied."""
    denials = {(t.event.doc_id, t.depth) for t in told if denies_what_was_said(t, wordings)}
    such = {(t.event.doc_id, t.depth, what) for t in told if (what := denies_such(t, wordings))}

    def denied(t: Telling) -> bool:
        if (t.event.doc_id, t.depth + 1) in denials:
            return ascribed(t, wordings)
        told_by = t.status in REAL and (bool(t.event.attributed_to) or ascribed(t, wordings))
        return told_by and (t.event.doc_id, t.depth + 1, t.trigger) in such

    return [replace(t, status="denied") if denied(t) else t for t in told]


def denies_such(told: Telling, wordings: Wordings) -> str | None:
    """Give the stem of what an event says that somebody denied there was, of the kind told before: any such call."""
    found = denying(told) and SUCH.match(after(told, wordings))
    return stem(found["what"].lower()) if found else None


def denying(told: Telling) -> bool:
    """Tell whether an event is a denial that took place."""
    return told.kind == "REJECT" and told.status in REAL and bool(DENIED.fullmatch(told.words_of_trigger))


def after(told: Telling, wordings: Wordings) -> str:
    """Give the words of a sentence behind those of the event."""
    _, end = wordings.sentence(told.event)
    return wordings.texts[told.event.doc_id][told.event.end : end]


def denies_what_was_said(told: Telling, wordings: Wordings) -> bool:
    """Tell whether an event says that somebody denied what was said before."""
    return denying(told) and bool(WHAT_WAS_SAID.match(after(told, wordings)))


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
