"""Run a parser network by onnxruntime: one sentence at a time, or all sentences of one length together.

Either way a sentence's scores depend on the sentence alone. Where sentences run together, they are of one length in
pieces, so that nothing is padded but the list of words, and the scales of all products are fixed in the network.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from readout.models.forms import NO_SHAPE
from readout.models.reader import Seen

Array = NDArray[Any]
# Pieces that run together: as many as keep the activations in the cache of a core (measured: 192 to 768 are alike).
PIECES_TOGETHER: Final = 256
# The marks before and behind the pieces of a sentence.
MARKS: Final = 2


class Scores(NamedTuple):
    """Of one sentence of W words: best tags and lemma scripts [W], name scores [W, classes], arc scores and best labels
    [W, 1 + W] (column 0 is the root)."""

    tags: Array
    lemmas: Array
    names: Array
    arcs: Array
    rels: Array


class Network(Protocol):
    """Scores sentences, each a list of words as they are seen; every sentence has a word."""

    def __call__(self, sentences: Sequence[Sequence[Seen]], /) -> list[Scores]: ...


class Row(NamedTuple):
    """A sentence as numbers: pieces and shapes with the marks at both ends, first and last piece of each word."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class Alone:
    """One run for each sentence."""

    def __init__(self, session: onnxruntime.InferenceSession, marks: tuple[int, int]) -> None:
        self._session = session
        self._marks = marks

    def __call__(self, sentences: Sequence[Sequence[Seen]], /) -> list[Scores]:
        """The scores of each sentence."""
        rows = (row_of(seen, self._marks)._asdict() for seen in sentences)
        return [Scores(*self._session.run(None, {k: np.array(v, np.int64) for k, v in row.items()})) for row in rows]


class Together:
    """One run for sentences of one length, a few hundred pieces at a time."""

    def __init__(self, session: onnxruntime.InferenceSession, marks: tuple[int, int]) -> None:
        self._session = session
        self._marks = marks

    def __call__(self, sentences: Sequence[Sequence[Seen]], /) -> list[Scores]:
        """The scores of each sentence."""
        found: dict[int, Scores] = {}
        rows = [row_of(seen, self._marks) for seen in sentences]
        for numbers in alike(rows):
            found.update(zip(numbers, self._run([rows[n] for n in numbers]), strict=True))
        return [found[n] for n in range(len(rows))]

    def _run(self, rows: Sequence[Row]) -> Iterator[Scores]:
        length = len(rows[0].pieces)
        places = np.zeros((2, len(rows), length - MARKS), np.int64)
        for number, row in enumerate(rows):
            places[:, number, : len(row.first)] = row.first, row.last
        places += np.arange(0, len(rows) * length, length)[:, None]
        pieces, shapes = (np.array([row[k] for row in rows], np.int64) for k in range(2))
        made = self._session.run(None, {"pieces": pieces, "shapes": shapes, "first": places[0], "last": places[1]})
        for row, tags, lemmas, names, arcs, rels in zip(rows, *made, strict=True):
            n = len(row.first)
            yield Scores(tags[:n], lemmas[:n], names[:n], arcs[:n, : n + 1], rels[:n, : n + 1])


def alike(rows: Sequence[Row]) -> Iterator[list[int]]:
    """The numbers of the rows of one length, at most so many pieces at a time."""
    of_length = defaultdict[int, list[int]](list)
    for number, row in enumerate(rows):
        of_length[len(row.pieces)].append(number)
    for length, numbers in of_length.items():
        step = max(1, PIECES_TOGETHER // length)
        for at in range(0, len(numbers), step):
            yield numbers[at : at + step]


def row_of(seen: Sequence[Seen], marks: tuple[int, int]) -> Row:
    """The sentence as numbers."""
    pieces, shapes, first, last = [marks[0]], [NO_SHAPE], [], []
    for ids, kind, _, _ in seen:
        first.append(len(pieces))
        pieces += ids
        shapes += [kind] * len(ids)
        last.append(len(pieces) - 1)
    return Row([*pieces, marks[1]], [*shapes, NO_SHAPE], first, last)


def load_network(file: Path, marks: tuple[int, int]) -> Network:
    """Load a network; how its sentences run is told by the rank of what it takes. `marks`: the ids of the end marks."""
    session = single_core(file)
    together = len(session.get_inputs()[0].shape) > 1
    return Together(session, marks) if together else Alone(session, marks)


def single_core(file: Path) -> onnxruntime.InferenceSession:
    """One thread, so that speed is per core; lengths vary, so no memory plan is kept for each."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
