"""The event network: which words of a sentence tell an act, and which act stands between two marked parties.

Sentences of one length in pieces run together; every scale is fixed in the network, so a sentence gives the same in any
company.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from readout.errors import ReadoutError
from readout.models.event_input import RELATIONS, STATUSES, TYPES, Marks, Row, pieces_of, row_of
from readout.models.network import single_core
from readout.models.wordpiece import WordPiece
from readout.ports import ParsedWord
from readout.text.event_judgement import NONE, Judgement, Said, Span, WordJudgement
from readout.text.senses import STEPS

WEIGHTS: Final = Path(__file__).parent / "weights"
PIECES_TOGETHER: Final = 256
REMEMBERED: Final = 200_000  # forms whose pieces are kept
# More is told of words that are at least so likely to tell an act, and of words so likely to head a party. Ours.
LIKELY: Final = 0.1
POSSIBLE: Final = 0.1
Array = NDArray[Any]


class Pieces(dict[str, tuple[int, ...]]):
    """The pieces of forms, from memory where they were cut before; the memory never changes a result."""

    def __init__(self, cut: WordPiece) -> None:
        super().__init__()
        self._cut = cut
        self.start, self.end = cut.start, cut.end

    def __call__(self, form: str) -> tuple[int, ...]:
        return self[form]

    def __missing__(self, form: str) -> tuple[int, ...]:
        pieces = self._cut(form)
        if len(self) < REMEMBERED:
            self[form] = pieces
        return pieces


class EventHead:
    """Judges sentences. `digest` names the weights."""

    def __init__(
        self, lower: onnxruntime.InferenceSession, upper: onnxruntime.InferenceSession, cut: WordPiece, senses: Array, digest: str
    ) -> None:
        self._lower = lower
        self._upper = upper
        self._pieces = Pieces(cut)
        self._senses = senses
        self.digest = digest

    def words(self, sentences: Sequence[tuple[str, Sequence[ParsedWord]]], /) -> list[Said]:
        """What is said of the words of each parsed sentence; spans of words are of the text given."""
        every = self.rows(sentences)
        rows = list(dict.fromkeys(every))
        found: dict[Row, Said] = {}
        for numbers in alike([r.pieces for r in rows]):
            some = [rows[n] for n in numbers]
            found.update(zip(some, self._words(some), strict=True))
        return [found[row] for row in every]

    def rows(self, sentences: Sequence[tuple[str, Sequence[ParsedWord]]]) -> list[Row]:
        """Number parsed sentences."""
        ends = self._pieces.start, self._pieces.end
        return [row_of(text, words, self._pieces.__getitem__, ends) for text, words in sentences]

    def _words(self, rows: Sequence[Row]) -> Iterator[Said]:
        types, statuses, parties, states = self.read(rows)
        for number, row in enumerate(rows):
            n = len(row.first)
            senses = self._sense(row, states[number]) if n else ()
            yield said(types[number, :n], statuses[number, :n], parties[number, :, :n, :n], senses)

    def read(self, rows: Sequence[Row]) -> tuple[Array, Array, Array, Array]:
        """Run the network over rows of one length in pieces: types, statuses, parties of their words, states [B, T, D] of their
        pieces."""
        length = len(rows[0].pieces)
        places = np.zeros((2, len(rows), max(1, *(len(r.first) for r in rows))), np.int64)
        for number, row in enumerate(rows):
            places[:, number, : len(row.first)] = row.first, row.last
        places += np.arange(0, len(rows) * length, length)[:, None]
        given = {"pieces": np.array([r.pieces for r in rows], np.int64), "first": places[0], "last": places[1]}
        types, statuses, parties, states = self._lower.run(["types", "statuses", "parties", "rows"], given)
        return types, statuses, parties, states.reshape(len(rows), length, -1)

    def _sense(self, row: Row, states: Array) -> list[bytes]:
        """The senses of the words of a row from the states of its pieces."""
        word, sentence = (
            np.clip(np.rint(STEPS * (seen @ own[1:] - own[0])), -127, 127).astype(np.int8)
            for seen, own in zip(seen_of(row, states), self._senses, strict=True)
        )
        whole = sentence.tobytes()
        return [one.tobytes() + whole for one in word]

    def parties(self, asked: Sequence[tuple[str, Span | None, Span | None]], /) -> list[Judgement]:
        """What is said of the two parties of each sentence; spans are of the text given."""
        rows = [pieces_of(text, Marks(actor, recipient), self._pieces) for text, actor, recipient in asked]
        found: dict[int, Judgement] = {}
        for numbers in alike(rows):
            pieces = np.array([rows[n] for n in numbers], np.int64)
            none = np.zeros((len(numbers), 1), np.int64)
            (seen,) = self._lower.run(["rows"], {"pieces": pieces, "first": none, "last": none})
            made = self._upper.run(["types", "statuses", "relations"], {"pieces": pieces, "rows": seen})
            for n, types, statuses, relations in zip(numbers, *made, strict=True):
                found[n] = Judgement(
                    shares(TYPES, types.tolist()), shares(STATUSES, statuses.tolist()), shares(RELATIONS, relations.tolist())
                )
        return [found[n] for n in range(len(rows))]


def alike(rows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The numbers of the rows of one length, at most so many pieces at a time."""
    of_length = defaultdict[int, list[int]](list)
    for number, row in enumerate(rows):
        of_length[len(row)].append(number)
    for length, numbers in of_length.items():
        step = max(1, PIECES_TOGETHER // length)
        for at in range(0, len(numbers), step):
            yield numbers[at : at + step]


def seen_of(row: Row, states: Array) -> tuple[Array, Array]:
    """The states of the words of a row, and of its sentence, from the states of its pieces [T, D]."""
    first, last = np.array(row.first), np.array(row.last)
    return (states[first] + states[last]) / 2, states[1:-1].mean(0)


def said(types: Array, statuses: Array, parties: Array, senses: Sequence[bytes]) -> Said:
    """What is said of one sentence; parties [2, trigger, word]."""
    none = types[:, TYPES.index(NONE)]
    told = np.flatnonzero(none <= 1 - LIKELY)
    who: list[tuple[dict[int, float], dict[int, float]]] = [({}, {}) for _ in told]
    of_told = parties[:, told]
    for role, n, word in np.argwhere(of_told >= POSSIBLE).tolist():
        who[n][role][word] = float(of_told[role, n, word])
    found = {
        i: WordJudgement(shares(TYPES, kinds), shares(STATUSES, states), actors, recipients)
        for i, kinds, states, (actors, recipients) in zip(
            told.tolist(), types[told].tolist(), statuses[told].tolist(), who, strict=True
        )
    }
    return Said(none.tolist(), found, senses)


def shares(names: tuple[str, ...], values: Sequence[float]) -> Mapping[str, float]:
    """Probabilities by name."""
    return dict(zip(names, values, strict=True))


@cache
def load_event_head(weights: Path = WEIGHTS) -> EventHead:
    """Load the network from the package, or from another folder with the same files.

    Raises: ReadoutError R040 if the weights are not there.
    """
    names = ("words.onnx", "parties.onnx", "senses.npy")
    files = [*(weights / "events" / name for name in names), weights / "vocab.txt"]
    for file in files:
        if not file.is_file():
            raise ReadoutError(
                "R040", f"the model file {file.name} of the event head is missing;", "reinstall readout."
            )
    digest = hashlib.sha256(b"".join(f.read_bytes() for f in files[:3])).hexdigest()
    cut = WordPiece(files[3].read_text("utf-8").splitlines())
    senses = np.load(files[2], allow_pickle=False).astype(np.float32)
    return EventHead(single_core(files[0]), single_core(files[1]), cut, senses, digest)
