"""Give what was said with the page's word for how it was said, wherever that is more than plain saying: denied that S."""

from __future__ import annotations

import re
from typing import Final

from readout.records import Attribution

Span = tuple[int, int]
# Words that only say that somebody said it, as the last of the words of saying.
PLAIN: Final = frozenset((
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "state", "states", "stated", "stating", "add",
    "adds", "added", "adding", "write", "writes", "wrote", "written", "writing", "inform", "informs", "informed", "informing",
    "to", "note", "notes", "noted", "noting", "report", "reports", "reported", "reporting", "so", "of", "words", "remark",
    "remarked", "comment", "commented",
))  # fmt: skip
BETWEEN: Final = 80  # characters between the word of saying and what was said, up to which both stand together; ours
FULL: Final = frozenset((":", "–", "—", "-"))
PART: Final = re.compile(r"(?:to|of|for|about|on|as|with|against|at|from)\b", re.I)
MARKS: Final = re.compile(r"[“”\"«»„:;]|[.!?]\s")


def as_said(text: str, a: Attribution) -> str:
    """The words of what was said on one line, led by the page's word of saying: denied that the gate was open."""
    words = " … ".join(folded(text, span) for span in a.content)
    lead = leading(text, a)
    return f"{lead}{words}" if lead else words


def leading(text: str, a: Attribution) -> str:
    """The words that lead what was said; none where it was plainly said, or stands in marks as it was spoken."""
    if not a.cue or not a.content or a.kind in ("direct", "term"):
        return ""
    (start, end), first = (a.cue[0][0], a.cue[-1][1]), a.content[0][0]
    cue = folded(text, (start, end))
    inside = any(s < end and start < e for s, e in a.content)
    if inside or cue in FULL or is_plain(cue, text[first : a.content[-1][1]], end <= first):
        return ""
    if start < first and first - start <= BETWEEN and not MARKS.search(text, end, first):
        return f"{folded(text, (start, first))} "
    return f"{cue} … " if start < first else f"{cue}: " if a.act not in (None, "state", "announce") else ""


def is_plain(cue: str, content: str, behind: bool) -> bool:
    """The words of saying tell no more than that it was said; what is told to do or spoken of is no clause."""
    last = cue.rpartition(" ")[2].lower().strip(",:")
    if cue.lower().startswith(("according", "in the words", "in the view")):
        return True
    return last in PLAIN and not (behind and PART.match(content))


def folded(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(text[slice(*span)].split())
