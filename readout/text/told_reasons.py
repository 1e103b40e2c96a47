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
    r"\b(?:because(?: of)?|due to(?: the fact that)?|owing to|thanks to|on account of|cit(?:ing|ed|es)|"
    r"for (?:want|lack|"
    r"fear) of|for reasons of|"
    r"on (?:the )?grounds? (?:of|that)|(?:in|as an?) (?:answer|reply) (?:to|on)|as (?:a )?punishment for|"
    r"over (?=unpaid|alleged|claims?\b|allegations?|accusations?|charges?\b|concerns?|"
    r"complaints?|reports? of|safety|security|debts?|a (?:row|dispute|quarrel))|"
    r"in (?:protest|anger) (?:at|over|against)|in (?:response|"
    r"retaliation) (?:to|for)|in view of|"
    rf"in (?:the )?light of|over fears (?:of|that))\s+{_BODY}",
    re.I,
)
CAUSED: Final = re.compile(
    rf"\b(?:caused|triggered|sparked|provoked|set off|brought (?:on|about)) by\s+{_BODY}|\bblam(?:ed|es|e|"
    rf"ing) it on\s+(?P<it>[\w’'-][^.;:”\"]{{2,90}}?){_END}"
    rf"|\bblam(?:ed|es|ing)\s+(?!for\b)(?P<whom>[\w’'-][^.;:”\"]{{2,70}}?){_END}|"
    rf"(?P<blame>[\w’'-][^.;:,”\"]{{2,60}}?)\s+(?:was|were|is|are|be) to blame\b"
    rf"|\b(?:put|puts) (?:it|this|that) down to\s+(?P<down>[\w’'“\"-][^.;:]{{2,60}}?){_END}|"
    rf"\b(?:as|was|is|were|be|been) (?:the|a) (?:direct )?result of\s+(?P<result>[\w’'-][^.;:”\"]{{2,80}}?){_END}",
    re.I,
)
TIME_OF: Final = re.compile(
    r"^(?:the (?:year|day|month|week)|\d|last|next|which|whom|it|them|him|her(?!\s\w)|that|this|"
    r"nobody|no one)\b",
    re.I,
)
# Why something was put off or refused, in the words of who did it: called off, saying the road was needed.
SAYING: Final = re.compile(
    r"\b(?:cancel\w*|call(?:ed|s|ing) off|postpon\w*|put(?:s|ting)? off|delay\w*|"
    r"mov(?:ed|es|ing)|refus\w*|reject\w*|turn(?:ed|s|ing) down|"
    r"clos(?:ed|es|ing)|suspend\w*|withdr[ae]w\w*|ban(?:ned|s|ning)?|clear(?:ed|s|ing)|block\w*|"
    r"stopp?\w*|cut(?:s|ting)?|reduc\w+|rais(?:ed|es|ing)|halt\w*|shut\w*|fr(?:oze|ozen|eez\w+)|expel\w*|"
    r"recall\w*|dismiss\w*|sack\w*|evacuat\w*|resign\w*|stepp?(?:ed|ing) down|left|quit)\b[^.;:”\"]{0,120}?,?\s+"
    r"(?:saying|arguing|explaining|maintaining)\s+(?:that\s+)?(?P<why>[\w’'-][^.;:”\"]{8,110}?)(?=\s*(?:$|"
    r"[.;:”\"]))", re.I,
)  # fmt: skip
# The reason named as one: gave the safety of its guests as the reason; the reason given was fog.
NAMED: Final = re.compile(
    r"\b(?:g[ai]ve|gives|giving|plead(?:s|ed|ing)?|invok(?:es?|ed|ing)|sp(?:oke|eaks|eaking) of) [“\"'‘]?"
    r"(?P<given>(?:[\w-]+ )?reasons (?:of|to do with) [\w-]+(?: [\w-]+)?|[\w-]+ (?:and [\w-]+ )?reasons)\b|"
    r"\b(?:gave|gives|give|giving|names?|named|cites?|cited|mention(?:s|ed)|lists?|"
    r"listed)\s+(?P<why>[\w’'-][^.,;:”\"]{2,90}?)\s+as (?:the|a|its|his|her|their|one) "
    r"(?:\w+ )?(?:reason|cause)\b|"
    r"\b(?:the|its|his|her|their|official|real|true|actual|main|only|given) reasons?(?: (?:given|stated|cited|named))?,?"
    r"(?: [\w ]{2,30},)? (?:was|were|is) "
    r"(?:that )?(?P<was>[\w’'-][^.;:”\"]{2,110}?)(?=\s*(?:$|[,.;:”\"]))", re.I,
)  # fmt: skip
# What an act was for: closed the road to prevent clashes.
PURPOSE: Final = re.compile(
    rf"\b(?P<why>(?:in order to [a-z]+|(?:so as to|to) (?:avoid|prevent|protect|spare|punish|deter|forestall|stop|"
    rf"shield|save|keep out))\b[^.;:”\"]{{3,90}}?){_END}",
    re.I,
)
# A cheap look for what can lead to a reason, before the dear one.
CUE: Final = re.compile(
    r"becaus|due to|owing|thanks to|account of|cit(?:ing|ed|es)|(?:want|lack|fear|reasons|view|light) of|grounds?|"
    r"in (?:protest|anger|response|retaliation|order)|over fears|caused|triggered|sparked|provoked|set off|brought|"
    r"blam|down to|result of|saying|arguing|explaining|maintaining|reasons?\b|as (?:the|a|its) |answer|reply|"
    r"punish|over |"
    r"to (?:avoid|prevent|"
    r"protect|spare|deter|forestall|stop|shield|save|keep)", re.I,
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
        if UNKNOWN.search(sentence[r.start : r.end]):
            continue
        if not any(r.start < d.end and d.start < r.end for d in done):
            done.append(r)
            yield r


UNKNOWN: Final = re.compile(
    r"^(?:not|known|unknown|unclear|still|given|told|clear|simple)\b|\b(?:not known|not given|unclear)\b", re.I
)
NOT_DONE: Final = re.compile(
    r"\b(?:want(?:ed|s)?|try|tried|trying|hop(?:ed|es|ing)|means?|meant|plan(?:s|ned)?|entitled|vow(?:s|ed)?|"
    r"promis\w+|threaten\w*|"
    r"order(?:ed|s)?|decid\w+|agree[ds]?|subordinates|vot(?:es?|ed)|ask(?:s|ed)?|urge[ds]?|refus\w+|"
    r"if\b[^.;]{2,80}\b(?:is|are)|have|has|had|able|failed|need(?:ed|s)?|call(?:ed|s) (?:for|on) \w+)\s*$",
    re.I,
)


NOT: Final = re.compile(
    r"\b(?:not|less|nothing|never)(?: (?:just|only|merely|so much|"
    r"simply))?\s+$",
    re.I,
)
SCHEDULED: Final = re.compile(r"\b(?:is|are|was|were|be|been|had|currently|originally|still)\s+$", re.I)
THING: Final = re.compile(
    r"(?:an?|the|his|her|its|their|bad|poor|heavy|strong|technical|security|lack|illness|fog|snow|rain|wind|ice|"
    r"costs?|\w+(?:tion|ment|ness|ity|"
    r"ance|ence|ure|age|ism))\b", re.I,
)  # fmt: skip


TO_DO: Final = re.compile(
    r"(?:open|meet|begin|start|resume|land|arrive|end|close|speak|take|hold|visit|leave|return|sign|vote|appear|"
    r"go|come|be|play|run|"
    r"last|travel|fly|sail|address|decide|rule|retire|expire|become)\b(?! of\b)",
    re.I,
)


def due_to(m: re.Match[str]) -> bool:
    """Tell whether a reason is led to by words that also tell what is to take place."""
    return m.group().lower().startswith("due to ")


def scheduled(sentence: str, m: re.Match[str]) -> bool:
    """Tell what is to take place from what has a reason: due to land, due to fog."""
    due = m.group().lower().startswith("due to") and SCHEDULED.search(sentence[: m.start()])
    return (bool(due) and not THING.match(m.group("why"))) or bool(due_to(m) and TO_DO.match(m.group("why")))


def told(sentence: str) -> Iterator[Reason]:
    """Give the reasons told by words of giving a reason."""
    for m in WHY.finditer(sentence):
        if NOT.search(sentence[: m.start()]):
            continue
        if not TIME_OF.match(m.group("why")) and not scheduled(sentence, m):
            yield Reason(*m.span("why"), False)
    for m in (*SAYING.finditer(sentence), *NAMED.finditer(sentence), *PURPOSE.finditer(sentence)):
        start, end = m.span(m.lastgroup or "why")
        if not UNKNOWN.search(sentence[start:end]) and not NOT_DONE.search(sentence[: m.start()]):
            yield Reason(start, end, False)
    for m in CAUSED.finditer(sentence):
        name = m.lastgroup or "why"
        start, end = m.span(name)
        lead = LEAD.match(sentence[start:end]) if name == "blame" else None
        start += lead.end() if lead else 0
        if end - start > 2 and not TIME_OF.match(sentence[start:end]):
            yield Reason(start, end, True)
