"""The event head: which act a marked sentence reports, and with what status, from one network run by onnxruntime."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime

from readout.errors import ReadoutError
from readout.models.event_input import STATUSES, TYPES, Marks, pieces_of
from readout.models.wordpiece import WordPiece
from readout.text.event_judgement import Judgement

WEIGHTS: Final = Path(__file__).parent / "weights"
Span = tuple[int, int]


class EventHead:
    """Judges sentences with marked parties. `digest` names the weights."""

    def __init__(self, session: onnxruntime.InferenceSession, cut: WordPiece, digest: str) -> None:
        self._session = session
        self._cut = cut
        self.digest = digest

    def __call__(
        self, text: str, actor: Span | None, recipient: Span | None, trigger: Span | None, /
    ) -> Judgement:  # fmt: skip
        """Probabilities of types and statuses for one sentence; spans are of the text given."""
        pieces = pieces_of(text, Marks(actor, recipient, trigger), self._cut)
        types, statuses = self._session.run(["types", "statuses"], {"pieces": np.array(pieces, np.int64)})
        return Judgement(shares(TYPES, types), shares(STATUSES, statuses))


def shares(names: tuple[str, ...], values: np.ndarray) -> Mapping[str, float]:
    """Probabilities by name."""
    return dict(zip(names, values.tolist(), strict=True))


@cache
def load_event_head(weights: Path = WEIGHTS) -> EventHead:
    """Load the head from the package, or from another folder with the same files.

    Raises: ReadoutError R040 if the weights are not there.
    """
    files = [weights / "events" / "model.onnx", weights / "vocab.txt"]
    for file in files:
        if not file.is_file():
            raise ReadoutError(
                "R040", f"the model file {file.name} of the event head is missing;", "reinstall readout."
            )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    session = onnxruntime.InferenceSession(str(files[0]), options, providers=["CPUExecutionProvider"])
    cut = WordPiece(files[1].read_text("utf-8").splitlines())
    return EventHead(session, cut, hashlib.sha256(files[0].read_bytes()).hexdigest())
