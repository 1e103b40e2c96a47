"""What the event network sees: the pieces of a parsed sentence, or of one with two parties set off by marks.

Names of people and places, and names inside the parties, are hidden behind one piece, so that none can matter; common
nouns stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

Span = tuple[int, int]

TYPES: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CALAMITY", "NONE",
)  # fmt: skip
STATUSES: Final = (
    "happened", "ongoing", "planned", "proposed", "hypothetical", "conditional", "cancelled", "postponed", "denied",
    "negated", "historical", "question", "reported", "threatened", "failed", "refused",
)  # fmt: skip
# The types of the relation between two given actors, after the status table.
RELATIONS: Final = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# Pieces behind those of the shared vocabulary: marks of actor and recipient, one that is free, and a hidden name.
VOCABULARY: Final = 27908
ACTOR, RECIPIENT, FREE, NAME = (VOCABULARY + k for k in range(4))
LONGEST: Final = 160
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_HIDDEN: Final = ("PER", "LOC")


class Cutting(Protocol):
    """Cuts a form into pieces; knows the pieces around a sentence."""

    start: int
    end: int

    def __call__(self, form: str, /) -> tuple[int, ...]: ...


class Named(Protocol):
    """A word of a parsed sentence: where it stands, and its name tag."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def ner(self) -> str: ...


class Row(NamedTuple):
    """A sentence as numbers: its pieces, start and end included, and the first and last piece of each word."""

    pieces: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the parties stand; null where none is given."""

    actor: Span | None
    recipient: Span | None


def row_of(text: str, words: Sequence[Named], cut: Callable[[str], tuple[int, ...]], ends: tuple[int, int]) -> Row:
    """Number a parsed sentence; of a very long one, the words that the network has room for. `ends`: the pieces around it."""
    pieces, first, last = [ends[0]], list[int](), list[int]()
    count = 1
    for word in words:
        form = text[word.start : word.end]
        hidden = word.ner != "O" and word.ner[2:] in _HIDDEN and form[:1].isupper()
        mine = (NAME,) if hidden else cut(form)
        first.append(count)
        count += len(mine)
        if count >= LONGEST:
            first.pop()
            break
        pieces += mine
        last.append(count - 1)
    return Row((*pieces, ends[1]), tuple(first), tuple(last))


def pieces_of(text: str, marks: Marks, cut: Cutting) -> list[int]:
    """Number a sentence with its marks, start and end included."""
    found = [cut.start]
    roles = ((0, marks.actor, ACTOR), (1, marks.recipient, RECIPIENT))
    open_now = [False, False]
    for m in _WORD.finditer(text):
        for number, span, mark in roles:
            here = span is not None and m.start() < span[1] and m.end() > span[0]
            if here != open_now[number]:
                found.append(mark)
                open_now[number] = here
        word = m[0]
        if any(open_now) and word[:1].isupper():
            if found[-1] != NAME:
                found.append(NAME)
        else:
            found += cut(word)
    found += [mark for number, _, mark in roles if open_now[number]]
    if len(found) >= LONGEST:
        found = around(found)
    return [*found, cut.end]


def around(found: list[int]) -> list[int]:
    """The stretch of a long sentence around its marks."""
    marked = [i for i, p in enumerate(found) if p in (ACTOR, RECIPIENT)]
    first = min(marked, default=0)
    start = max(1, min(first - LONGEST // 4, len(found) - LONGEST + 2))
    return [found[0], *found[start : start + LONGEST - 2]]
