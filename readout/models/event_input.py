"""What the event network sees: the pieces of a sentence with two parties and a trigger set off by marks.

Names inside the parties are hidden behind one piece, so that no party's name can matter; common nouns stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from readout.models.wordpiece import WordPiece

Span = tuple[int, int]

TYPES: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
)  # fmt: skip
STATUSES: Final = (
    "happened", "ongoing", "planned", "proposed", "hypothetical", "conditional", "cancelled", "postponed", "denied",
    "negated", "historical", "question", "reported", "threatened", "failed", "refused",
)  # fmt: skip
# Pieces behind those of the shared vocabulary: marks of actor, recipient, trigger, and a hidden name.
VOCABULARY: Final = 27908
ACTOR, RECIPIENT, TRIGGER, NAME = (VOCABULARY + k for k in range(4))
LONGEST: Final = 160
_WORD: Final = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the parties and the trigger stand; null where none is given."""

    actor: Span | None
    recipient: Span | None
    trigger: Span | None


def pieces_of(text: str, marks: Marks, cut: WordPiece) -> list[int]:
    """Piece numbers of a sentence with its marks, start and end included."""
    found = [cut.start]
    open_now: dict[str, int | None] = {"a": None, "r": None, "t": None}
    roles = (("a", marks.actor, ACTOR), ("r", marks.recipient, RECIPIENT), ("t", marks.trigger, TRIGGER))
    for m in _WORD.finditer(text):
        inside = False
        for name, span, mark in roles:
            here = span is not None and m.start() < span[1] and m.end() > span[0]
            if here != (open_now[name] is not None):
                found.append(mark)
                open_now[name] = mark if here else None
            inside = inside or (here and name != "t")
        word = m[0]
        if inside and word[:1].isupper():
            if found[-1] != NAME:
                found.append(NAME)
        else:
            found += cut(word)
    found += [mark for name, _, mark in roles if open_now[name] is not None]
    if len(found) >= LONGEST:
        found = around(found)
    return [*found, cut.end]


def around(found: list[int]) -> list[int]:
    """The stretch of a long sentence around its marks."""
    marked = [i for i, p in enumerate(found) if p in (ACTOR, RECIPIENT, TRIGGER)]
    first = min(marked, default=0)
    start = max(1, min(first - LONGEST // 4, len(found) - LONGEST + 2))
    return [found[0], *found[start : start + LONGEST - 2]]
