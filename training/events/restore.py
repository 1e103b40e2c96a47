"""Read the network back from its graphs, to go on training where no checkpoint is at hand.

    python -m training.events.restore --minilm DIR --from readout/models/weights/events --out FILE.pt

The graphs are written again over a new network; each constant that comes by is the one of the graph given, and the weight it was
made of takes its value. Weights of products come back in the seven bits they were kept in; the table of pieces is MiniLM's own,
since it is not trained.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.events.export import lower, upper, weights_of
from training.events.network import EventNetwork, begin
from training.language.graph import Array, Eight, Graph
from training.language.together import Ranges

ANY: Ranges = defaultdict(lambda: (-1.0, 1.0))  # the ranges of activations do not matter here


class Given(Graph):
    """A graph whose constants are those of a file; what it is built from is overwritten with them."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.given = [numpy_helper.to_array(t) for t in onnx.load(file).graph.initializer]

    def constant(self, value: Array) -> str:
        """Take the next constant; raises ValueError where the file is of another network."""
        at, mine = len(self._constants), np.asarray(value)
        theirs = self.given[at]
        if (mine.size, mine.dtype) != (theirs.size, theirs.dtype):
            raise ValueError(f"constant {at} has {theirs.size} {theirs.dtype}, should be {mine.size} {mine.dtype}")
        if mine.ndim and mine.flags.writeable:
            mine[...] = theirs.reshape(mine.shape)
        return super().constant(value)

    def product(self, x: Eight, weight: Array, bias: Array) -> str:
        """Write weights and bias over those given."""
        at = len(self._constants)
        made = super().product(x, weight, bias)
        whole, scale, held = self.given[at : at + 3]
        weight[...], bias[...] = whole.astype(np.float32) * scale, held
        return made

    def products(self, x: Eight, weights: Sequence[Array], biases: Sequence[Array]) -> str:
        """Write each of the weights side by side over those given."""
        weight, bias = np.concatenate(weights, 1), np.concatenate(biases)
        made, ends = self.product(x, weight, bias), np.cumsum([len(b) for b in biases])[:-1]
        for old, new in zip((*weights, *biases), (*np.split(weight, ends, 1), *np.split(bias, ends)), strict=True):
            old[...] = new
        return made


def restored(minilm: Path, folder: Path, word_layers: int) -> EventNetwork:
    """Give the network whose graphs lie in a folder."""
    network = EventNetwork(6, word_layers)
    begin(network, minilm)
    words = Given(folder / "words.onnx")
    lower(network, ANY, words)
    upper(network, ANY, Given(folder / "parties.onnx"))
    w, (places, _, _, table, scale) = weights_of(network), words.given[:5]
    w["places.weight"][: len(places)] = places.astype(np.float32)
    w["marks"][...] = (table.astype(np.float32) * scale)[-len(w["marks"]) :]
    return network


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--word-layers", type=int, default=6)
    asked = parser.parse_args()
    torch.save(restored(asked.minilm, asked.folder, asked.word_layers).state_dict(), asked.out)


if __name__ == "__main__":
    main()
