"""Say how a number stands to what is: asked for, offered, set as an aim or foreseen; what is told as fact has no such stand."""

from __future__ import annotations

import re
from typing import Final

STANDS: Final = (
    ("asked", re.compile(
        r"\b(?:want(?:s|ed|ing)?|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:\w+ ){0,3}for|sought|seeks?|seeking|"
        r"claim(?:s|ed)? (?:of|for)|"
        r"call(?:s|ed|ing)? for|request(?:s|ed|ing)?|insist(?:s|ed|ing)? on|"
        r"appeal(?:s|ed)? for|press(?:ed|ing)? for|plea for)\b", re.I,
    )),
    ("offered", re.compile(r"\b(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|al)|suggest(?:s|ed|ing)?|bid|"
        r"tender(?:ed)?)\b", re.I)),
    ("aimed", re.compile(
        r"\b(?:target(?:s|ed)?|aim(?:s|ed|ing)?|goal|quota|limit(?:s|ed)?|ceiling|cap(?:ped)?|maximum|budget(?:ed)?|"
        r"capacity|allow(?:s|ed)?|"
        r"licen[sc]ed|permitted|entitled|need(?:s|ed)?|require[sd]?|threshold)\b", re.I,
    )),
    ("foreseen", re.compile(
        r"\b(?:expect(?:s|ed|ing)?|forecast(?:s|ed)?|predict(?:s|ed|ing)?|plan(?:s|ned|ning)? to|hop(?:e|es|ed|ing) (?:for|to)|"
        r"project(?:s|ed) (?:to|at)|foresee[sn]?|could|might|(?-i:may)|would|fear(?:s|ed|ing)?|risk(?:s|ed)?|warn(?:s|ed|ing)?|"
        r"threaten(?:s|ed|ing)?)\b", re.I,
    )),
)  # fmt: skip
CLAUSE: Final = re.compile(
    r"[;:.!?]|,? (?:and|but|while|whereas|though|although|after|because|which|who)\b|, (?!the \w+ )"
)


def stand_of(before: str) -> str | None:
    """Name the stand of a number by the words before it in its clause; null where it is told as fact."""
    clause = CLAUSE.split(before)[-1]
    found = [(m.start(), name) for name, pattern in STANDS for m in pattern.finditer(clause)]
    return max(found)[1] if found else None
