"""Fit the senses of words and sentences: `python -m training.events.senses PACK... --records FOLDER... --weights DIR`.

Takes the states that the network in DIR (`words.onnx`) has of the words of some piles that it takes for acts, and of their
sentences, and writes into `DIR/senses.npy` for each of the two the first principal components, scaled to one deviation each
(whitening), and what they make of the mean, [1 + D, 32], from which `readout/text/senses.py` says how alike two acts are told.
Nothing is learned from the truth.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from readout.models.event_head import EventHead, alike, seen_of
from readout.models.event_input import TYPES
from readout.models.network import single_core
from readout.models.wordpiece import WordPiece
from readout.records import Document, Parse
from readout.text.event_judgement import NONE
from readout.text.senses import SIZE
from training.piles import pack_of, record_of, tables_of

Floats = NDArray[np.float64]


def main() -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--records", nargs="+", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    asked = parser.parse_args()
    head = head_of(asked.weights)
    states = [s for pack in asked.packs for s in states_of(head, pack_of(pack, record_of(pack, asked.records)).record.path)]
    parts = [whitened(np.concatenate([s[k] for s in states])) for k in (0, 1)]
    np.save(asked.weights / "senses.npy", np.array(parts, np.float32))


def head_of(weights: Path) -> EventHead:
    """Load the network without senses."""
    cut = WordPiece((weights.parent / "vocab.txt").read_text("utf-8").splitlines())
    files = [single_core(weights / name) for name in ("words.onnx", "parties.onnx")]
    return EventHead(*files, cut, np.zeros((2, 1, 0), np.float32), "")


def states_of(head: EventHead, record: Path) -> Iterator[tuple[Floats, Floats]]:
    """Give the states of the words of each sentence that more likely tell an act than none, that of the sentence once for each."""
    tables = tables_of(record)
    parses = tables[Parse].by("doc_id")
    none = TYPES.index(NONE)
    for d in tables[Document]:
        page = sorted(parses.get(d.doc_id, ()), key=lambda p: p.start)
        rows = head.rows([(d.text, p.words) for p in page])
        for numbers in alike([r.pieces for r in rows]):
            types, _, _, states = head.read([rows[n] for n in numbers])
            for n, kinds, seen in zip(numbers, types, states, strict=True):
                if told := [i for i in range(len(rows[n].first)) if kinds[i, none] < 0.5]:
                    words, sentence = seen_of(rows[n], seen)
                    yield words[told], np.repeat(sentence[None], len(told), 0)


def whitened(seen: Floats) -> Floats:
    """Give the first principal components, each scaled to one deviation, and above them what they make of the mean: [1 + D, 32]."""
    mean = seen.mean(0)
    spread, axes = np.linalg.eigh(np.cov(seen, rowvar=False))
    first = axes[:, ::-1][:, :SIZE] / np.sqrt(spread[::-1][:SIZE])
    return np.vstack([mean @ first, first])


if __name__ == "__main__":
    main()
