"""Find what a calamity is put down to: a leak caused the blast, the likely cause was pilot error, traced to a polluted well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

HARM: Final = (
    r"(?:explosions?|blasts?|fires?|blazes?|crash(?:es)?|accidents?|collisions?|derailments?|disasters?|floods?|flooding|"
    r"collapses?(?! of (?:the )?(?:government|talks|coalition|deal|market|ceasefire|truce|bank))|"
    r"outbreaks?|epidemics?|poisonings?|deaths?|spills?|leaks?|outages?|blackouts?|landslides?|sinkings?|tragedy|infections?|"
    r"failures?|capsizing|stampede|crush|clash(?:es)?|violence|riots?|unrest|inferno|avalanche)"
)
# What goes wrong: alone it is a cause only where one of these is its last word or so.
MISHAP: Final = (
    r"(?:faults?|failures?|errors?|leaks?|arson|sabotage|overload(?:ing)?|short circuit|bombs?|attack|negligence|fatigue|weather|"
    r"ice|fog|wind|speed(?:ing)?|contamination|defects?|malfunction|mistakes?|lightning|subsidence|drone|missile|meat|water)"
)
_NP: Final = r"[\w’'-]+(?:\s+[\w’'-]+){0,6}?"
_LED: Final = r"(?:^|[,;:]\s|\bthat\s|\b(?:said|says|named|cited|gave)\s)\W?"
_SOFT: Final = (
    r"(?:(?:probably|apparently|likely|reportedly|may|might|could|must|had|have|has|is|was|been|also|thought|"
    r"believed|to)\s+){0,4}"
)
_STOP: Final = r"(?=[,.;:]|\s+(?:and|but|which|that|as|said|says|according)\b|$)"
CAUSE: Final = (
    re.compile(
        rf"{_LED}(?P<why>{_NP})\s+{_SOFT}(?:caused?|triggered|sparked|set off|started|led to|lay behind)\s+"
        rf"(?:the|this|that|a)\s+(?:[\w-]+\s+){{0,3}}?{HARM}\b", re.I,
    ),
    re.compile(
        rf"{_LED}(?P<why>{_NP})\s+(?:was|is|were|as)\s+(?:the|a)\s+"
        r"(?:(?:most\s+)?(?:probable|likely|possible|main|real|root|chief|immediate|official)\s+)*cause\b", re.I,
    ),
    re.compile(
        rf"\bcause(?:\s+of\s+the\s+(?:[\w-]+\s+)?{HARM})?\s+(?:was|is|may have been|was probably|appeared to be|seems to be)\s+"
        rf"(?!not\b|unknown|unclear|still|under|being|yet|to be|the subject|a mystery)(?P<why>{_NP}){_STOP}", re.I,
    ),
    re.compile(
        r"\b(?:traced (?:back )?to|puts? (?:\w+ ){0,3}?down to|attributed (?:[\w’-]+ ){0,4}?to|blamed on|point(?:ed|s)? to)\s+"
        rf"(?P<why>{_NP})(?=\s+(?:in|at|on)\b|{_STOP[3:]}", re.I,
    ),
    re.compile(
        rf"{_LED}(?P<why>(?:[\w’'-]+\s+){{0,6}}?{MISHAP})\s+(?:(?:could|can)\s?not\s+be\s+(?:excluded|ruled out)|"
        r"(?:was|is) (?:the )?(?:most )?likely\b|(?:was|is|were)\s+(?:being\s+)?(?:suspected|looked into|investigated as|"
        r"considered)\b)",
        re.I,
    ),
    re.compile(rf"\b(?:suspects?|suspected|assumes?|assumed)\s+(?P<why>(?:[\w’'-]+\s+){{0,4}}?{MISHAP}){_STOP}", re.I),
)  # fmt: skip
CUE: Final = re.compile(
    r"\b(?:caus\w+|trigger\w*|spark\w*|set off|started|led to|lay behind|trac\w+|put|attribut\w+|blamed on|point(?:s|ed)? to|"
    r"suspect\w*|assum\w+|excluded|ruled out|looked into|investigated|considered|likely)\b", re.I,
)  # fmt: skip
# What names no cause: pronouns, people, and what only stands for the harm itself.
NO_CAUSE: Final = re.compile(
    r"^(?:(?:it|this|that|he|she|they|what|which|who|nothing|something|everything|there|is|was|police|prosecutors?|"
    r"investigators?|experts?|officials?|authorities|"
    r"the (?:police|company|government|ministry|cause|reason|man|woman|two|number|case|incident))\b)|"
    rf"^(?:(?:the|a|an|this)\s)?{HARM}$|\b(?:not|no|never|without)\b|^\W*$", re.I,
)  # fmt: skip
LEAD: Final = re.compile(
    r"^(?:.*\b(?:said|says|say|named|cited|gave|called|considers?|believes?|that|and|but)\s+(?:that\s+)?)?", re.I
)
SHORTEST: Final = 3  # characters


def causes(sentence: str) -> Iterator[tuple[int, int]]:
    """Give the stretches that name what a calamity came of; what somebody excludes is none."""
    if not CUE.search(sentence):
        return
    seen: list[tuple[int, int]] = []
    for pattern in CAUSE:
        for m in pattern.finditer(sentence):
            start, end = m.span("why")
            lead = LEAD.match(sentence[start:end])
            start += lead.end() if lead else 0
            taken = any(s < end and start < t for s, t in seen)
            if not taken and end - start >= SHORTEST and not NO_CAUSE.search(sentence[start:end]):
                seen.append((start, end))
                yield start, end
