"""Walk the syntax of one sentence: children, subtrees, runs of words as spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from readout.ports import ParsedWord
from readout.text.cues import DASHES

Span = tuple[int, int]
PUNCTUATION: Final = frozenset(("PUNCT", "SYM"))


@dataclass(frozen=True)
class Tree:
    """The words of a sentence with their tree; a word is named by its number in `words`."""

    text: str
    words: Sequence[ParsedWord]
    kids: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.words]
        for i, w in enumerate(self.words):
            if 0 <= w.head < len(self.words) and w.head != i:
                below[w.head].append(i)
        object.__setattr__(self, "kids", tuple(map(tuple, below)))

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The words as written, in lower case."""
        return tuple(self.text[w.start : w.end].lower() for w in self.words)

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return self.words[0].start, self.words[-1].end

    def rel(self, i: int) -> str:
        return self.words[i].deprel

    def lemma(self, i: int) -> str:
        return self.words[i].lemma.lower()

    def upos(self, i: int) -> str:
        return self.words[i].upos

    def head(self, i: int) -> int:
        return self.words[i].head

    def having(self, i: int, *rels: str) -> list[int]:
        """The children of word i in one of the relations, in text order."""
        return [k for k in self.kids[i] if self.words[k].deprel in rels]

    def one(self, i: int, *rels: str) -> int | None:
        """The first child of word i in one of the relations."""
        return next((k for k in self.kids[i] if self.words[k].deprel in rels), None)

    def subtree(self, i: int, without: Iterable[int] = ()) -> list[int]:
        """Word i and all below it in text order, less what hangs on the words in `without`."""
        left_out, found, ahead = set(without), [], [i]
        while ahead:
            k = ahead.pop()
            found.append(k)
            ahead += [c for c in self.kids[k] if c not in left_out]
        return sorted(found)

    def within(self, i: int, top: int) -> bool:
        """Word i is word top or hangs below it."""
        steps = 0
        while i >= 0 and steps <= len(self.words):
            if i == top:
                return True
            i, steps = self.words[i].head, steps + 1
        return False

    def case(self, i: int) -> str:
        """The preposition of word i as written, with its fixed parts: "according to"; "" where it has none."""
        for k in self.kids[i]:
            if self.words[k].deprel in ("case", "mark"):
                return " ".join(self.lows[n] for n in [k, *self.having(k, "fixed")])
        return ""

    def runs(self, numbers: Iterable[int]) -> list[list[int]]:
        """Cut word numbers into runs without a gap; marks at the edges of a run are left out, quotation marks kept."""
        made: list[list[int]] = []
        for n in sorted(set(numbers)):
            if made and n == made[-1][-1] + 1:
                made[-1].append(n)
            else:
                made.append([n])
        return [r for r in map(self._trimmed, made) if any(self.upos(n) not in PUNCTUATION for n in r)]

    def spans(self, numbers: Iterable[int]) -> tuple[Span, ...]:
        """The runs of the words as spans of the text."""
        return tuple((self.words[r[0]].start, self.words[r[-1]].end) for r in self.runs(numbers))

    def _trimmed(self, run: list[int]) -> list[int]:
        first, last = 0, len(run)
        while first < last and self.lows[run[first]] in EDGE:
            first += 1
        while last > first and self.lows[run[last - 1]] in EDGE:
            last -= 1
        return run[first:last]


EDGE: Final = frozenset((",", ".", ":", ";", *DASHES, "--", "...", "…", "?", "!", "|", "/", "•", "*"))
