"""WordPiece: a word → ids of its pieces, greedily the longest piece first (Schuster and Nakajima 2012)."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from readout.models.forms import lowered

# A word is given at most this many pieces; what follows (the tail of a long address) says nothing about syntax.
MAX_PIECES: Final = 8
_LONGEST: Final = 100


class WordPiece:
    """Cuts words by a vocabulary of pieces."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start = self._ids["[CLS]"]
        self.end = self._ids["[SEP]"]

    def __call__(self, form: str) -> tuple[int, ...]:
        """The ids of the word's pieces: at least one, at most MAX_PIECES."""
        return tuple(self._pieces(form))[:MAX_PIECES] or (self.unknown,)

    def _pieces(self, form: str) -> Iterator[int]:
        for run in _runs(lowered(form[:_LONGEST])):
            yield from self._cut(run)

    def _cut(self, run: str) -> list[int]:
        """Cut one run; a run with an uncovered rest is unknown as a whole, as in the original algorithm."""
        found: list[int] = []
        at = 0
        while at < len(run):
            piece = self._longest(run, at)
            if piece is None:
                return [self.unknown]
            number, at = piece
            found.append(number)
        return found

    def _longest(self, run: str, at: int) -> tuple[int, int] | None:
        prefix = "##" if at else ""
        for end in range(len(run), at, -1):
            number = self._ids.get(prefix + run[at:end])
            if number is not None:
                return number, end
        return None


def _runs(word: str) -> Iterator[str]:
    """Split a word at spaces and around each punctuation mark or ideograph."""
    run = ""
    for char in word:
        alone = _stands_alone(char)
        if not (alone or char.isspace()):
            run += char
            continue
        if run:
            yield run
        run = ""
        if alone:
            yield char
    if run:
        yield run


def _stands_alone(char: str) -> bool:
    if char.isascii():
        return char.isprintable() and not char.isalnum() and char != " "
    return unicodedata.category(char)[0] in "PS" or "\u4e00" <= char <= "\u9fff"
