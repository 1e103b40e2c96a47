"""Find why something is said to have happened or not: because of the fog, citing costs, the rain was to blame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from readout.text.told_causes import causes

_END = r"(?=\s*(?:$|[,.;:–—”\"’]|\b(?:and|but|while|who|which|as|for|when|where|after|before|said|says|according)\b))"
_LONG = _END.replace("as|for|", "")  # a clause may go on behind these, what is blamed does not
_BODY = rf"(?P<why>[\w’'-][^.;:”\"]{{2,110}}?){_LONG}"
WHY: Final = re.compile(
    r"\b(?:because(?: of)?|due to(?: the fact that)?|owing to|thanks to|on account of|cit(?:ing|ed|es)|for (?:want|lack|"
    r"fear) of|for reasons of|"
    r"on (?:the )?grounds? (?:of|that)|in (?:protest|anger) (?:at|over|against)|in (?:response|"
    r"retaliation) (?:to|for)|in view of|"
    rf"in (?:the )?light of|over fears (?:of|that))\s+{_BODY}",
    re.I,
)
CAUSED: Final = re.compile(
    rf"\b(?:caused|triggered|sparked|provoked|set off|brought (?:on|about)) by\s+{_BODY}|\bblam(?:ed|es|e|"
    rf"ing) it on\s+(?P<it>[\w’'-][^.;:”\"]{{2,90}}?){_END}"
    rf"|\bblam(?:ed|es|ing)\s+(?!for\b)(?P<whom>[\w’'-][^.;:”\"]{{2,70}}?){_END}|"
    rf"(?P<blame>[\w’'-][^.;:,”\"]{{2,60}}?)\s+(?:was|were|is|are|be) to blame\b"
    rf"|\b(?:put|puts) it down to\s+(?P<down>[\w’'“\"-][^.;:]{{2,60}}?){_END}|"
    rf"\bthe result of\s+(?P<result>[\w’'-][^.;:”\"]{{2,80}}?){_END}",
    re.I,
)
TIME_OF: Final = re.compile(
    r"^(?:the (?:year|day|month|week)|\d|last|next|which|whom|it|them|him|her|that|this|"
    r"nobody|no one)\b",
    re.I,
)
# A cheap look for what can lead to a reason, before the dear one.
CUE: Final = re.compile(
    r"becaus|due to|owing|thanks to|account of|cit(?:ing|ed|es)|(?:want|lack|fear|reasons|view|light) of|grounds?|"
    r"in (?:protest|anger|response|retaliation)|over fears|caused|triggered|sparked|provoked|set off|brought|"
    r"blam|down to|result of", re.I,
)  # fmt: skip
ANONYMOUS: Final = re.compile(r"\b(?:anonym\w+|not (?:to be|authori[sz]ed|allowed))\b", re.I)
LEAD: Final = re.compile(r"^(?:.*\b(?:that|and|but|said|says)\s+)", re.I)


class Reason(NamedTuple):
    """Where the words of a reason stand; `cause`: of what befell, rather than of what was done or left undone."""

    start: int
    end: int
    cause: bool


def reasons(sentence: str) -> Iterator[Reason]:
    """Give the reasons told in a sentence, each once; why somebody is not named is none."""
    if ANONYMOUS.search(sentence):
        return
    done: list[Reason] = []
    for r in (*(told(sentence) if CUE.search(sentence) else ()), *(Reason(s, t, True) for s, t in causes(sentence))):
        if not any(r.start < d.end and d.start < r.end for d in done):
            done.append(r)
            yield r


SCHEDULED: Final = re.compile(r"\b(?:is|are|was|were|be|been|had|currently|originally|still)\s+$", re.I)
THING: Final = re.compile(
    r"(?:an?|the|his|her|its|their|bad|poor|heavy|strong|technical|security|lack|illness|fog|snow|rain|wind|ice|costs?|\w+(?:tion|ment|ness|ity|"
    r"ance|ence|ure|age|ism))\b", re.I,
)  # fmt: skip


def scheduled(sentence: str, m: re.Match[str]) -> bool:
    """Tell what is to take place from what has a reason: due to land, due to fog."""
    due = m.group().lower().startswith("due to") and SCHEDULED.search(sentence[: m.start()])
    return bool(due) and not THING.match(m.group("why"))


def told(sentence: str) -> Iterator[Reason]:
    """Give the reasons told by words of giving a reason."""
    for m in WHY.finditer(sentence):
        if not TIME_OF.match(m.group("why")) and not scheduled(sentence, m):
            yield Reason(*m.span("why"), False)
    for m in CAUSED.finditer(sentence):
        name = m.lastgroup or "why"
        start, end = m.span(name)
        lead = LEAD.match(sentence[start:end]) if name == "blame" else None
        start += lead.end() if lead else 0
        if end - start > 2 and not TIME_OF.match(sentence[start:end]):
            yield Reason(start, end, True)
